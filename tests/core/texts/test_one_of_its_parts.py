"""A number that is exactly one part of its whole, behind words that nobody knows, is left alone; others are judged."""

from __future__ import annotations

from datetime import date

import pytest

from core.base.late import load_now
from core.checks.rules import CheckContext
from core.report.report import new_report
from core.report.totals import report_numbers
from core.texts.claims.claims import claims
from core.validation import validation

load_now(validation)  # registers the rule functions

CELLS = {
    "t3.R01.C1": 73, "t3.R01.C2": 9, "t3.R01.C4": 8, "t3.R02.C1": 5, "t3.R03.C1": 40, "t3.R03.C2": 9, "t3.R13.C1": 14,
    "t3.R16.C1": 4, "t3.R17.C1": 3, "t3.R19.C1": 12, "t3.R21.C1": 6, "t3.R25.C1": 2, "t3.R25.C4": 5,
}  # fmt: skip


def wrong(text: str) -> list[str]:
    report = new_report("岚川县住房和城乡建设局", "政府部门", 2025)
    report = report.with_cells({**dict.fromkeys(report.form.entered, 0), **CELLS}).with_texts({"s3": text})
    found = claims(CheckContext(report, report_numbers(report), None, date(2026, 1, 10)))
    return [claim.quote for claim in found if claim.agrees is False]


@pytest.mark.parametrize(
    ("text", "part", "other"),
    [
        ("有人成批地来要、又说不出正当缘由，我局据此对{}件不予处理。", 12, 11),
        ("慈善会、野鸟保护协会等公益团体也盯着我们，当年共收到申请{}件。", 8, 7),
        ("先前答复过、又递来一模一样内容的，全年碰到{}件，均不予处理。", 3, 5),
    ],
)
def test_one_part_of_the_whole_behind_unknown_words_is_left_alone(text: str, part: int, other: int) -> None:
    assert wrong(text.format(part)) == []
    assert wrong(text.format(other)) != []


@pytest.mark.parametrize(
    "text",
    [
        "2025年，我局不予处理12件。",
        "按照条例规定，我局依法不予处理12件。",
        "全年收到申请9件。",
        "不予处理1件。",
        "有人成批地来要，本局没有理会，共有78件。收到申请9件。",
    ],
)
def test_a_part_behind_known_words_or_none_is_judged(text: str) -> None:
    assert len(wrong(text)) == 1
