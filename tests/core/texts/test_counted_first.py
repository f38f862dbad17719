"""Whose number it is: of the noun before or behind it, of reviews and lawsuits together, of one person (N-06)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_quotes

FOUR_AND_ONE = {"t4.review.upheld": 3, "t4.review.corrected": 1, "t4.direct.upheld": 1}
THREE_AND_TWO = {"t4.review.upheld": 2, "t4.review.other": 1, "t4.direct.corrected": 1, "t4.direct.upheld": 1}
NINE_AND_THREE = {"t4.review.upheld": 6, "t4.review.corrected": 1, "t4.review.other": 2}
NINE_AND_THREE |= {"t4.after_review.upheld": 2, "t4.after_review.pending": 1}
NONE_LOST = {"t4.review.upheld": 5, "t4.direct.upheld": 2, "t4.after_review.upheld": 1}


def wrong(text: str, cells: dict[str, int]) -> list[str]:
    return wrong_quotes(filled("松岭市城市管理局", "s4", text, cells))


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("因信息公开打的“官司”一共5起：行政复议4起，3起维持，1起纠正；行政诉讼1起，获得维持。", []),
        ("全年信息公开“官司”合计5件——复议4件，诉讼1件。", []),
        ("因信息公开惹上的官司有5起，包括行政复议4起（维持3起、纠正1起），行政诉讼1起。", []),
        ("这一年“被告”5次：复议4次、诉讼1次，其中维持4件，纠正1件。", []),
        ("围着信息公开打的官司，全县拢共5件：复议占4件，诉讼占1件。", []),
        ("因信息公开打的“官司”一共6起：行政复议5起，行政诉讼1起。", ["行政复议5起"]),
        ("信息公开官司一共6起：行政复议4起，行政诉讼2起。", ["信息公开官司一共6起"]),
        ("信息公开官司一共7起：行政复议4起，行政诉讼3起，均维持。", ["信息公开官司一共7起"]),
        ("信息公开官司一共5起：行政复议4起，行政诉讼1起。", []),
        ("因信息公开打的“官司”一共2起。", ["因信息公开打的“官司”一共2起"]),
    ],
)
def test_what_is_called_a_suit(text: str, quotes: list[str]) -> None:
    assert wrong(text, FOUR_AND_ONE) == quotes


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("三起复议两起维持，剩下一起双方和解、申请人撤回。", []),
        ("三件复议两件维持、一件调解；两件诉讼一件胜诉、一件败诉。", []),
        ("一年里两件诉讼一件输了，一件胜诉；三件复议两件维持。", []),
        ("全年三起行政复议案件两起维持，一起撤回。", []),
        ("3起复议2起得到维持，其余1起作其他处理。", []),
        ("三起复议三起维持。", ["三起维持"]),
        ("四起复议两起维持，剩下的双方和解。", ["四起复议"]),
        ("复议两起，维持两起。", ["复议两起"]),
    ],
)
def test_a_count_before_a_noun(text: str, quotes: list[str]) -> None:
    assert wrong(text, THREE_AND_TWO) == quotes


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("全年12件复议、诉讼案件涉及6名申请人，其中1人先后提起复议3件、诉讼1件，均围绕同一处阳光房的拆除。", []),
        ("12件复议、诉讼案件中，其中有2名申请人申请复议5件。", []),
        ("共有6人申请行政复议8件。", ["人申请行政复议8件"]),
        ("其中9人申请行政复议8件。", ["其中9人申请行政复议8件"]),
        ("复议诉讼一共12件，去年同口径是5件，即复议4件、诉讼1件。", []),
        ("复议和诉讼12件，比2023年的5件（复议4件、诉讼1件）多出7件。", []),
    ],
)
def test_of_one_person_or_of_last_year(text: str, quotes: list[str]) -> None:
    found = wrong(text, NINE_AND_THREE)
    assert len(found) == len(quotes)
    assert all("8件" in quote for quote in found)


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("本年度被申请行政复议9件，被提起行政诉讼3件。经审理，无一件被纠正或败诉，仅有1件诉讼尚未审结。", False),
        ("全年复议9件、诉讼3件。到年底，没有一件被撤销或者败诉，1件诉讼未结。", False),
        ("诉讼3件，无一件被纠正或败诉，1件尚未审结。", True),
        ("复议9件，其中1件被纠正。在法院，无一件被纠正或败诉，3件诉讼1件未结。", True),
    ],
)
def test_none_put_right_of_both(text: str, is_right: bool) -> None:
    assert (wrong(text, NINE_AND_THREE) == []) == is_right
    assert wrong(text.replace("9件", "5件").replace("1件", ""), NONE_LOST) == [] or is_right


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("行政诉讼2件，一审、二审均维持。", False),
        ("行政诉讼2件，经一审、二审，均维持我局答复。", False),
        ("行政诉讼2件，一审均维持，1件上诉。", True),
        ("行政诉讼2件，其中1件一审、二审均维持。", True),
        ("诉讼2件：1件一审败诉；另1件上诉，一审、二审均维持。", True),
        ("全年行政诉讼2件，一审均胜诉，二审均维持原判。", False),
        ("法院一审均驳回原告诉讼请求，二审亦维持一审判决。", False),
        ("行政诉讼2件，一审均维持，其中1件上诉，二审改判。", True),
    ],
)
def test_both_instances(text: str, is_right: bool) -> None:
    assert (wrong(text, THREE_AND_TWO) == []) == is_right


@pytest.mark.parametrize("mark", ["。", "，"])
def test_what_courts_decided_is_of_lawsuits(mark: str) -> None:
    text = f"行政复议9件，其中维持8件、纠正1件{mark}法院审理2件，一审、二审结果均为维持。"
    assert wrong(text, {"t4.review.upheld": 8, "t4.review.corrected": 1, "t4.direct.upheld": 2}) == []
