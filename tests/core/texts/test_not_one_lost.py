"""Not one of the cases was lost, said with 无一, 没有一起, 未有一案 before one outcome or several (N-06)."""

from __future__ import annotations

from datetime import date

import pytest

from core.checks.rules import CheckContext
from core.report.entry_text import Number
from core.report.report import new_report
from core.report.totals import report_numbers
from core.texts.claims.claims import claims

LOST: dict[str, Number] = {
    "t4.review.upheld": 3,
    "t4.review.corrected": 1,
    "t4.review.other": 2,
    "t4.after_review.upheld": 1,
    "t4.after_review.corrected": 1,
}
WON: dict[str, Number] = {"t4.review.upheld": 3, "t4.review.pending": 3, "t4.after_review.upheld": 2}


def wrong(text: str, cells: dict[str, Number]) -> list[str]:
    report = new_report("沅浦市农业农村局", "政府部门", 2025)
    report = report.with_cells({**dict.fromkeys(report.form.entered, 0), **cells}).with_texts({"s4": text})
    found = claims(CheckContext(report, report_numbers(report), None, date(2026, 1, 10)))
    return [claim.quote for claim in found if claim.agrees is False]


@pytest.mark.parametrize(
    "text",
    [
        "本局今年应对6件复议、2件诉讼，无一被纠正或败诉。",
        "行政诉讼2件，没有一起被判败诉。",
        "6件复议，没有一件遭纠错。",
        "复议、诉讼8件，未有一案被撤销或确认违法。",
        "6件复议案件没有被纠正的。",
        "行政复议6件、行政诉讼2件，无一被撤销、变更或者确认违法。",
        "全年行政复议6件，无一例被复议机关改变原答复。",
    ],
)
def test_not_one_of_them_was_lost(text: str) -> None:
    assert len(wrong(text, LOST)) == 1
    assert wrong(text, WON) == []


def test_both_kinds_are_meant_by_two_outcomes() -> None:
    assert wrong("6件复议、2件诉讼，无一被纠正或败诉。", {**LOST, "t4.after_review.corrected": 0}) != []


def test_the_others_were_not_lost() -> None:
    assert wrong("行政复议6件，1件被纠正，其余无一被撤销。", LOST) == []


def test_upheld_is_not_what_came_to_something_else() -> None:
    assert wrong("行政复议3件，均维持。", {"t4.review.upheld": 1, "t4.review.other": 2}) == ["均维持"]


@pytest.mark.parametrize("text", ["未发生行政诉讼败诉案件。", "没有行政复议被纠错或败诉的案件。"])
def test_there_were_no_cases_put_right(text: str) -> None:
    assert len(wrong(text, LOST)) == 1
    assert wrong(text, WON) == []
