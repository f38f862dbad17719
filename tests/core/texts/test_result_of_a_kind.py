"""What came of some cases of one kind, told with 有 behind it, and what one way to court had none of (N-06)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, told, wrong_quotes

CELLS = {
    "t4.review.upheld": 8, "t4.review.corrected": 3, "t4.review.other": 4, "t4.review.pending": 2,
    "t4.direct.upheld": 1, "t4.direct.other": 1,
    "t4.after_review.upheld": 3, "t4.after_review.corrected": 1, "t4.after_review.pending": 1,
}  # fmt: skip


def wrong(text: str) -> list[str]:
    return wrong_quotes(filled("溪口县自然资源局", "s4", text, CELLS))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("行政复议案件有3件被纠正，均已整改。", ""),
        ("复议案件有8件得到维持。", ""),
        ("复议申请有3件被责令重新答复。", ""),
        ("复议后起诉案件仅有1件被撤销。", ""),
        ("行政复议案件有2件尚在审理。", ""),
        ("行政复议案件有3件涉及征地拆迁。", ""),
        ("经复议提起诉讼的有3件获法院支持。", ""),
        ("行政复议案件有4件被纠正，均已整改。", "4件"),
        ("复议案件有9件得到维持。", "9件"),
        ("复议后起诉案件有5件被法院判决撤销。", "5件"),
        ("行政复议案件有17件尚在审理。", "17件"),
        ("行政复议案件有7件，均已审结。", "7件"),
        ("行政复议案件有6件涉及政府信息公开。", "6件"),
    ],
)
def test_some_of_a_kind_came_to_one_end(text: str, quote: str) -> None:
    assert told(wrong(text), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("未经复议直接起诉的2件中，维持1件，其他结果1件，没有被法院判决撤销或者确认违法的。", ""),
        ("当事人未经复议直接起诉2件，未有被法院判令重作的情形。", ""),
        ("径直告到法院的案子有2起，没有被法院判决撤销的。", ""),
        ("未经复议直接起诉的2件、复议后起诉的5件，没有被法院判决撤销的。", "没有被法院判决撤销"),
        ("复议后起诉的5件，没有被法院撤销或者确认违法的。", "没有被法院撤销"),
        ("未经复议直接起诉的2件中，结果维持1件；全部诉讼案件没有被法院判决撤销的。", "没有被法院判决撤销"),
    ],
)
def test_no_answer_was_annulled_on_one_way_to_court(text: str, quote: str) -> None:
    assert told(wrong(text), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("对上年度的一审判决，有2名原告提起上诉，二审已全部结案。", ""),
        ("当事人申请再审2件，再审均已审结。", ""),
        ("复议后起诉5件，均已全部结案。", "均已全部结案"),
        ("行政诉讼案件全部审结。", "全部审结"),
    ],
)
def test_what_another_instance_closed_says_nothing_of_the_first(text: str, quote: str) -> None:
    assert told(wrong(text), quote)
