"""Whole sets that a clause narrows: the cases that are decided, some applications, other years (N-06, N-01)."""

from __future__ import annotations

import pytest

from core.report.entry_text import Number
from tests.core.texts.filled_reports import filled, told, wrong_quotes

UNIT = "江陂市住房和城乡建设局"
CELLS: dict[str, Number] = {
    "t3.R01.C1": 97,
    "t3.R03.C1": 97,
    "t4.review.upheld": 5,
    "t4.review.corrected": 2,
    "t4.review.other": 1,
    "t4.direct.upheld": 3,
    "t4.direct.pending": 1,
}


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("行政诉讼4件，都是未经复议直接起诉，已判决的3件均驳回原告诉请，还有1件在二审中。", ""),
        ("行政诉讼4件，已判决的3件均驳回原告诉请。", ""),
        ("行政诉讼4件，判决生效的3件均维持我局答复，1件在二审中。", ""),
        ("行政诉讼4件，审结3件，均驳回原告诉讼请求。", ""),
        ("行政诉讼4件，其中3件已判决，均驳回原告诉讼请求。", ""),
        ("行政诉讼4件，已结案件均驳回原告诉讼请求。", ""),
        ("行政诉讼4件，都是未经复议直接起诉，4件均驳回原告诉请。", "均驳回"),
        ("行政诉讼4件，均已判决，全部驳回原告诉讼请求。", "驳回"),
        ("行政诉讼4件，4件已判决，均驳回原告诉讼请求。", "驳回"),
        ("行政复议8件，已作出决定的均维持我局答复。", "维持"),
    ],
)
def test_what_is_said_of_those_decided_is_not_said_of_the_pending(text: str, quote: str) -> None:
    assert told(wrong_quotes(filled(UNIT, "s4", text, CELLS)), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("建立预审机制，有效防范了法律风险，2024年实现信息公开领域零复议、零诉讼。", "零复议"),
        ("依申请公开工作连续保持零复议、零诉讼。", "零复议"),
        ("信息公开领域保持零复议、零诉讼的良好局面。", "零复议"),
        ("征地拆迁领域零复议、零诉讼。", ""),
        ("经补正的6件申请零复议、零诉讼。", ""),
        ("全年97件申请零复议、零诉讼。", "零复议"),
        ("2020—2023年，信息公开零复议、零诉讼。", ""),
    ],
)
def test_no_case_of_the_field_of_disclosure(text: str, quote: str) -> None:
    assert told(wrong_quotes(filled(UNIT, "s1.oversight", text, CELLS)), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("2022年至2024年共收到政府信息公开申请280件。", ""),
        ("2021至2023年，全局累计收到政府信息公开申请180件；2024年收到97件。", ""),
        ("按照2023—2025年行动计划，我局收到政府信息公开申请95件。", "95件"),
    ],
)
def test_numbers_of_several_years_are_not_those_of_the_report_year(text: str, quote: str) -> None:
    assert told(wrong_quotes(filled(UNIT, "s1.request", text, CELLS)), quote)


AFTER: dict[str, Number] = {"t4.after_review.upheld": 2, "t4.after_review.pending": 1}
DIRECT: dict[str, Number] = {"t4.direct.upheld": 2, "t4.direct.pending": 1}


@pytest.mark.parametrize(
    "text",
    [
        "涉信息公开的行政诉讼3件，都是当事人未经复议直接提起，2件判决已生效，1件仍在审理。",
        "行政诉讼3件，都没有经过复议。",
        "行政诉讼3件，均系原告直接诉至法院。",
        "行政诉讼3件，均未经复议程序。",
    ],
)
def test_lawsuits_all_came_to_court_without_a_review(text: str) -> None:
    assert len(wrong_quotes(filled(UNIT, "s4", text, AFTER))) == 1
    assert wrong_quotes(filled(UNIT, "s4", text, DIRECT)) == []


@pytest.mark.parametrize(
    "text",
    [
        "行政诉讼3件，都是当事人经复议后提起，2件判决已生效，1件仍在审理。",
        "行政诉讼3件，都经过了复议。",
        "行政诉讼3件，均系不服复议决定引发。",
    ],
)
def test_lawsuits_all_came_to_court_behind_a_review(text: str) -> None:
    assert len(wrong_quotes(filled(UNIT, "s4", text, DIRECT))) == 1
    assert wrong_quotes(filled(UNIT, "s4", text, AFTER)) == []


def test_the_way_of_some_lawsuits_is_not_that_of_all() -> None:
    text = "行政诉讼6件，其中3件均为当事人未经复议直接提起，3件均为经复议后提起。"
    assert wrong_quotes(filled(UNIT, "s4", text, AFTER | DIRECT)) == []
