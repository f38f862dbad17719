"""A number is not taken for what most of those it counts are: 不予处理的20件以信访举报投诉类为主，达17件 (N-05)."""

from __future__ import annotations

from datetime import date

import pytest

from core.checks.rules import CheckContext
from core.report.report import new_report
from core.report.totals import report_numbers
from core.texts.claims.claims import claims

CELLS = {
    "t3.R01.C1": 60,
    "t3.R01.C2": 2,
    "t3.R03.C1": 20,
    "t3.R11.C1": 15,
    "t3.R08.C1": 5,
    "t3.R16.C1": 17,
    "t3.R17.C1": 2,
    "t3.R19.C1": 1,
    "t3.R25.C2": 2,
}


def wrong(text: str) -> list[tuple[str, str]]:
    report = new_report("江堤市水利局", "政府部门", 2024)
    cells = {**dict.fromkeys(report.form.entered, 0), **CELLS}
    report = report.with_cells(cells).with_texts({"s1.request": text})
    context = CheckContext(report, report_numbers(report), None, date(2025, 1, 10))
    return [(claim.rule_id, claim.quote) for claim in claims(context) if claim.agrees is False]


@pytest.mark.parametrize(
    "text",
    [
        "不予处理的20件以信访举报投诉类为主，达17件，其余为重复申请2件、无正当理由大量反复申请1件。",
        "不予公开的20件多数属于执法案卷，共15件。",
        "不予处理的20件申请信访举报投诉类居多。",
        "不予处理的20件主要是信访举报投诉类申请。",
        "新收的62件以自然人提出的为主。",
    ],
)
def test_what_most_of_them_are_is_not_what_they_were_counted_as(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("不予处理的21件以信访举报投诉类为主，达17件。", "不予处理的21件"),
        ("不予处理的20件均为信访举报投诉类申请。", "不予处理的20件"),
        ("不予处理的20件以信访举报投诉类为主，达18件。", "以信访举报投诉类为主，达18件"),
    ],
)
def test_the_number_is_still_compared(text: str, quote: str) -> None:
    assert [found for _, found in wrong(text)] == [quote]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("申请七成以上予以公开。", "申请七成以上予以公开"),
        ("申请近七成予以公开。", "申请近七成予以公开"),
        ("九成以上为自然人提出。", ""),
        ("近三成予以公开。", ""),
    ],
)
def test_so_many_tenths_are_most(text: str, quote: str) -> None:
    assert [found for _, found in wrong(text)] == ([quote] if quote else [])
