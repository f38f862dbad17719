"""Kinds of applicants are compared with the rows of the head they hang on: the new ones, or both together."""

from __future__ import annotations

import pytest

from core.report.entry_text import Number
from core.report.report import Report
from tests.core.texts.filled_reports import filled, findings_of, wrong_quotes

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


def report_of(text: str) -> Report:
    return filled("云岭县教育局", "s1.request", text, CELLS, year=2025)


def wrong(text: str) -> list[str]:
    return wrong_quotes(report_of(text))


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
        ("新收申请11件、上年结转2件，其中自然人3件、法人或其他组织10件。", ["其中自然人3件", "法人或其他组织10件"]),
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
    (told,) = findings_of(report_of("全年新收申请11件，其中自然人2件、法人或其他组织8件。"), "N-01")
    assert "＝9件" in told.message


def test_those_dealt_with_may_be_as_many_as_the_new_ones_and_of_other_kinds() -> None:
    cells = {"t3.R01.C1": 9, "t3.R01.C2": 2, "t3.R02.C2": 1, "t3.R03.C1": 8, "t3.R03.C2": 3, "t3.R25.C1": 1}
    for text in ("办结的11件中，自然人8件、企业3件。", "全县办结11件，自然人申请8件、商业企业申请3件。"):
        assert wrong_quotes(filled("云岭县教育局", "s3", text, cells, year=2025)) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("新收申请11件，按申请人划分为自然人2件、企业2件、公益组织5件、其他2件。", []),
        ("新收申请11件，按申请人划分为自然人2件、企业2件、公益组织7件、其他2件。", ["公益组织7件"]),
    ],
)
def test_kinds_divided_by_applicants_are_compared(text: str, told: list[str]) -> None:
    assert wrong(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("11件新申请里，自然人提出的占18.2%，共2件；企业等法人和其他组织9件。", []),
        ("11件新申请里，自然人提出的占18.2%，共2件；企业等法人和其他组织11件。", ["企业等法人和其他组织11件"]),
        ("新收申请11件，其中自然人占18.2%；法人和其他组织11件。", ["法人和其他组织11件"]),
        ("新收申请11件，其中自然人占18.2%，计2件；法人和其他组织11件。", ["法人和其他组织11件"]),
        ("新收申请11件，自然人占18.2%，办结13件；法人和其他组织11件。", []),
        ("收到申请13件（含上年结转2件），自然人占15.4%，共2件；法人和其他组织11件。", []),
    ],
)
def test_kinds_behind_the_share_of_the_first_are_of_the_head(text: str, told: list[str]) -> None:
    assert wrong(text) == told


TWO_WITH_OLD: dict[str, Number] = {
    "t3.R01.C1": 92, "t3.R01.C2": 31, "t3.R01.C5": 8, "t3.R02.C1": 6, "t3.R02.C2": 3, "t3.R03.C1": 120, "t3.R25.C1": 20
}  # fmt: skip


@pytest.mark.parametrize(
    ("kinds", "told"),
    [
        ("自然人92件，商业企业31件，其余8件由律所提出。", []),  # each of the new ones: no chance
        ("自然人98件，商业企业34件。", []),
        ("自然人92件，商业企业33件。", ["从申请人看，自然人92件", "商业企业33件"]),
    ],
)
def test_kinds_that_are_each_of_the_new_ones_are_so_behind_both(kinds: str, told: list[str]) -> None:
    text = f"新收131件，加上上年结转的9件，应办140件。从申请人看，{kinds}"
    assert wrong_quotes(filled("云岭县教育局", "s3", text, TWO_WITH_OLD, year=2025)) == told
