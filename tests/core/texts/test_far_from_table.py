"""A number that has nothing in common with the table's, in words that are not the form's, is of something else."""

from __future__ import annotations

from decimal import Decimal

import pytest

from core.report.entry_text import Number
from tests.core.texts.filled_reports import claims_in, filled, wrong_quotes

UNIT = "云溪县自然资源局"
CELLS: dict[str, Number] = {
    "t2.licensing.decisions": 8735,
    "t2.penalty.decisions": 412,
    "t3.R01.C1": 68,
    "t3.R02.C1": 7,
    "t3.R03.C1": 31,
    "t3.R04.C1": 12,
    "t3.R13.C1": 23,
    "t3.R25.C1": 9,
    "t4.review.upheld": 5,
    "t4.review.corrected": 1,
    "t4.review.total": 6,
}
TOLD = "本年新收68件。"
"""Told rightly beside what is far from the table."""


def quotes(text: str, section: str = "s3") -> list[str]:
    return wrong_quotes(filled(UNIT, section, text, CELLS))


@pytest.mark.parametrize(
    "text",
    [
        "今年添了些麻烦的公开申请3件。",
        "窗口挂账的公开申请2件。",
        "分三批摸排公开类申请210件。",
        "办理进度表里压在手上的在办件31件。",
        "公开加部分公开43件。",
    ],
)
def test_words_of_its_own_make_a_far_number_one_of_something_else(text: str) -> None:
    assert quotes(TOLD + text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("部分公开5件。", "部分公开5件"),
        ("予以公开13件，部分公开31件。", "部分公开31件"),  # exchanged
        ("上年结转22件。", "上年结转22件"),
        ("不掌握的共8件。", "不掌握的共8件"),
        ("结转下年度继续办理的3件。", "结转下年度继续办理的3件"),
    ],
)
def test_the_words_of_the_form_are_judged_however_far(text: str, quote: str) -> None:
    assert quote in quotes(TOLD + text)


IN_TWO = "作出行政许可决定8735件，"
OWN_WORDS = "街道的执法队作出行政处罚{}件"


@pytest.mark.parametrize("number", [411, 512, 421, 4120, 41, 4012])
def test_a_slip_is_told_in_whatever_words(number: int) -> None:
    """One less, another digit, exchanged digits, a zero, a digit less or more."""
    assert quotes(f"{IN_TWO}{OWN_WORDS.format(number)}。", "s2") == [OWN_WORDS.format(number)]


def test_a_point_one_place_off_is_a_slip() -> None:
    cells: dict[str, Number] = {"t2.fees.amount": Decimal("126.4508"), "t2.licensing.decisions": 8735}
    for amount, told in (("12.64", 1), ("1264.5", 1), ("31.7", 0)):
        text = f"{IN_TWO}辐射安全监测等行政事业性收费{amount}万元。"
        assert len(wrong_quotes(filled(UNIT, "s2", text, cells))) == told, amount


def test_where_nothing_else_is_told_rightly_it_is_judged() -> None:
    assert quotes(f"{OWN_WORDS.format(96)}。", "s2") == [OWN_WORDS.format(96)]
    assert quotes(f"{IN_TWO}{OWN_WORDS.format(96)}。", "s2") == []


def test_the_list_says_why() -> None:
    report = filled(UNIT, "s2", f"{IN_TWO}{OWN_WORDS.format(96)}。", CELLS)
    told = [claim.meaning for claim in claims_in(report) if claim.number == 96]
    assert told == ["行政处罚（与表中的数相差太大，不能断定说的是它，不核对）"]
