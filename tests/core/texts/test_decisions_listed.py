"""Decisions behind one verb are compared each; one number of several sorts is compared with their sum."""

from __future__ import annotations

import pytest

from core.report.report import Report
from tests.core.texts.filled_reports import filled, findings_of, wrong_quotes

CELLS = {"t2.licensing.decisions": 146, "t2.penalty.decisions": 3, "t2.coercion.decisions": 9}


def report_of(text: str, code: str = "s1.active", **cells: int) -> Report:
    given = {code.replace("__", "."): number for code, number in cells.items()} or CELLS
    return filled("方言县水利局", code, text, given, year=2025)


def wrong(text: str) -> list[str]:
    return wrong_quotes(report_of(text))


@pytest.mark.parametrize("mark", ["、", "，", "和"])
@pytest.mark.parametrize("before", ["主动公开政府信息92条，", "发布信息500条，", ""])
def test_each_decision_behind_the_verb_is_compared(before: str, mark: str) -> None:
    text = f"{before}作出行政许可145件{mark}行政处罚12件{mark}行政强制2件。"
    assert [quote[-5:] for quote in wrong(text)] == ["可145件", "处罚12件", "政强制2件"]
    assert [quote[-5:] for quote in wrong(text.replace("145", "146"))] == ["处罚12件", "政强制2件"]


@pytest.mark.parametrize(
    "text",
    [
        "主动公开政府信息92条，其中行政许可14件，行政处罚1件，行政强制2件。",
        "主动公开政府信息92条，作出行政许可146件、行政处罚3件、行政强制9件。",
        "作出行政许可146件，公示其中110件；通过网站公开行政处罚2件。",
    ],
)
def test_what_was_published_is_left_alone(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "作出行政许可、行政处罚决定共149件。",
        "作出行政许可和行政处罚决定149件。",
        "共作出行政许可、处罚、强制决定158件。",
    ],
)
def test_one_number_of_several_sorts_is_their_sum(text: str) -> None:
    assert wrong(text) == []


def test_another_number_of_several_sorts_is_told_with_the_sum() -> None:
    (one,) = findings_of(report_of("作出行政许可、行政处罚决定共200件。"), "N-07")
    assert one.message.endswith("本年处理决定数量146＋行政处罚·本年处理决定数量3＝149件，请核对。")


@pytest.mark.parametrize("text", ["行政复议1件，结果维持1件。", "行政复议1件，维持1件。", "行政复议1件，均维持。"])
def test_the_outcome_of_an_only_case_is_said_once(text: str) -> None:
    (one,) = findings_of(report_of(text, "s4", t4__review__corrected=1), "N-06")
    assert "合计1件" not in one.message


def test_the_only_case_is_told_with_the_outcome_it_has() -> None:
    (one,) = findings_of(report_of("行政复议1件，结果维持。", "s4", t4__review__corrected=1), "N-06")
    assert one.message.endswith("表中结果维持是0件，“行政复议·结果纠正”是1件，请核对。")
