"""Kinds of applicants are compared with the rows of the head they hang on: the new ones, or both together."""

from __future__ import annotations

from datetime import date

import pytest

from core.checks.rules import CheckContext
from core.report.report import new_report
from core.report.totals import report_numbers
from core.texts.claims import claims
from core.texts.comparison_rules import compared_with_tables

CELLS = {
    "t3.R01.C1": 2,
    "t3.R01.C2": 2,
    "t3.R01.C4": 5,
    "t3.R01.C6": 2,
    "t3.R02.C4": 1,
    "t3.R02.C6": 1,
    "t3.R03.C1": 2,
    "t3.R03.C2": 2,
    "t3.R03.C4": 6,
    "t3.R03.C6": 3,
}


def context(text: str) -> CheckContext:
    report = new_report("云岭县教育局", "政府部门", 2025)
    report = report.with_cells({**dict.fromkeys(report.form.entered, 0), **CELLS}).with_texts({"s1.request": text})
    return CheckContext(report, report_numbers(report), None, date(2026, 1, 10))


def wrong(text: str) -> list[str]:
    return [claim.quote for claim in claims(context(text)) if claim.agrees is False]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("全年新收政府信息公开申请11件，其中自然人2件、法人或其他组织11件。", ["法人或其他组织11件"]),
        ("全年新收政府信息公开申请11件，其中法人或其他组织11件。", ["其中法人或其他组织11件"]),
        ("全年新收政府信息公开申请11件（自然人2件、法人或其他组织11件）。", ["法人或其他组织11件"]),
        ("全年新收申请11件（自然人2件，占18.2%；法人或其他组织11件，占81.8%）。", ["法人或其他组织11件"]),
        ("共收到政府信息公开申请11件，其中自然人2件、法人或其他组织11件。", ["法人或其他组织11件"]),
        ("受理政府信息公开申请11件，从申请主体看，自然人2件、法人或其他组织11件。", ["法人或其他组织11件"]),
        ("全年新收申请11件。其中自然人2件、法人或其他组织11件。", ["法人或其他组织11件"]),
        ("全年新收申请11件，其中自然人2件、社会公益组织6件、其他组织3件。", ["社会公益组织6件", "其他组织3件"]),
        ("全年办结申请13件，其中自然人2件、法人或其他组织9件。", ["法人或其他组织9件"]),
        ("共办理申请13件，其中社会公益组织5件。", ["其中社会公益组织5件"]),
        ("全年新收申请11件，其中企业11件。", ["其中企业11件"]),
        ("共收到政府信息公开申请13件，其中自然人2件、法人或其他组织9件。", ["法人或其他组织9件"]),
        ("收到申请13件（含上年结转2件），其中自然人2件、法人或其他组织9件。", ["法人或其他组织9件"]),
        ("新收11件，上年结转2件，共13件，其中自然人2件、法人或其他组织9件。", ["法人或其他组织9件"]),
        (
            "新收申请11件、上年结转2件，其中自然人3件、法人或其他组织10件。",
            ["其中自然人3件", "法人或其他组织10件"],
        ),
    ],
)
def test_kinds_that_are_not_those_of_their_head_are_told(text: str, told: list[str]) -> None:
    assert wrong(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "全年新收政府信息公开申请11件，其中自然人2件、法人或其他组织9件。",
        "全年新收申请11件（自然人2件，占18.2%；法人或其他组织9件，占81.8%）。",
        "全年新收申请11件，其中自然人2件、商业企业2件、社会公益组织5件、其他组织2件。",
        "全年新收申请11件，其中企业9件，自然人2件。",
        "全年新收申请11件，其中企业2件，自然人2件。",
        "共收到政府信息公开申请13件，其中自然人2件、法人或其他组织11件。",
        "收到申请13件（含上年结转2件），其中自然人2件、法人或其他组织11件。",
        "新收11件，上年结转2件，共13件，其中自然人2件、法人或其他组织11件。",
        "全年新收申请11件、上年结转2件，其中自然人2件、法人或其他组织11件。",
        "全年新收申请11件、上年结转2件，其中自然人2件、法人或其他组织9件。",
        "新收11件，上年结转2件，共13件。从申请人看，自然人2件、法人或其他组织9件。",
        "全年新收申请11件，上年结转申请2件，其中社会公益组织1件、其他组织1件。",
        "全年新收申请11件，办结13件，其中自然人2件，法人或其他组织11件。",
        "全年新收申请11件，办结13件。从申请人看，自然人2件、法人或其他组织9件。",
        "全年新收申请11件，办结13件，从申请人看，自然人2件、法人或其他组织9件。",
        "共办理申请13件，其中自然人2件、法人或其他组织11件。",
        "全年新收申请11件，其中自然人2件，社会公益组织连同上年结转1件共6件。",
    ],
)
def test_kinds_that_are_those_of_their_head_are_right(text: str) -> None:
    assert wrong(text) == []


def test_what_the_table_holds_is_that_of_the_head() -> None:
    found = context("全年新收申请11件，其中自然人2件、法人或其他组织8件。")
    (told,) = compared_with_tables(found, found.report.form.rules["N-01"])
    assert "＝9件" in told.message


def test_those_dealt_with_may_be_as_many_as_the_new_ones_and_of_other_kinds() -> None:
    report = new_report("云岭县教育局", "政府部门", 2025)
    cells = {"t3.R01.C1": 9, "t3.R01.C2": 2, "t3.R02.C2": 1, "t3.R03.C1": 8, "t3.R03.C2": 3, "t3.R25.C1": 1}
    report = report.with_cells({**dict.fromkeys(report.form.entered, 0), **cells})
    for text in ("办结的11件中，自然人8件、企业3件。", "全县办结11件，自然人申请8件、商业企业申请3件。"):
        found = CheckContext(report.with_texts({"s3": text}), report_numbers(report), None, date(2026, 1, 10))
        assert [claim.quote for claim in claims(found) if claim.agrees is False] == []
