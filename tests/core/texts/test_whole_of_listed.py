"""A number whose parts are listed is added up with those before it, or is of their kinds, and none told before."""

from __future__ import annotations

import pytest

from core.texts.sums.ratios import wrong_ratios
from core.texts.sums.sums import wrong_sums
from tests.core.texts.filled_reports import filled, wrong_quotes

_CASES = {
    "t4.review.upheld": 12, "t4.review.corrected": 2, "t4.review.other": 4, "t4.review.total": 18,
    "t4.direct.upheld": 4, "t4.direct.total": 4,
    "t4.after_review.upheld": 3, "t4.after_review.corrected": 1, "t4.after_review.total": 4,
}  # fmt: skip
_UPHELD = "结果维持的共19件，复议12件、直接起诉4件、复议后起诉3件；"


@pytest.mark.parametrize(
    "text",
    [
        "上年结转1件，本年新收17件，其中群众个人14件、企业3件；一共18件，答复了17件。",
        "上年结转2件，今年收到申请30件，其中网上25件、信函5件，合计32件。",
        "接上年未办完的3件，又收到21件，其中自然人20件、法人1件，总共24件。",
        "收到申请17件，其中群众个人14件、企业3件，一共17件。",
    ],
)
def test_a_total_of_wholes_is_left_alone(text: str) -> None:
    assert wrong_sums(text, 2023) == ()


@pytest.mark.parametrize(
    "text",
    [
        "上年结转1件，本年新收17件，其中群众个人14件、企业3件；一共19件，答复了17件。",
        "上年结转2件，今年收到申请30件，其中网上25件、信函5件，合计33件。",
        "收到申请17件，其中群众个人14件、企业3件，一共18件。",
        "上年结转1件，本年新收18件，其中群众个人14件、企业3件，合计19件。",
    ],
)
def test_a_total_that_none_of_them_makes_is_told(text: str) -> None:
    assert wrong_sums(text, 2023)


_MORE_DONE = [
    ("与2022年办结60件相比，多办{}件，同比上升{}。", "9", "15%"),
    ("比上年办结的60件，多办结{}件，同比增长{}。", "9", "15%"),
    ("与2022年收到的50件相比，多收{}件，同比增长{}。", "10", "20%"),
    ("与2022年收到的50件相比，少收到{}件，同比下降{}。", "10", "20%"),
    ("由上年的40件，少收了{}件，同比下降{}。", "4", "10%"),
    ("今年收到66件，较上年的60件多收{}件，同比增长{}。", "6", "10%"),
]


@pytest.mark.parametrize(("text", "more", "share"), _MORE_DONE)
def test_what_more_was_done_is_a_change(text: str, more: str, share: str) -> None:
    assert wrong_ratios(text.format(more, share), 2023) == ()


@pytest.mark.parametrize(("text", "more", "share"), _MORE_DONE)
def test_a_change_that_is_not_its_share_is_told(text: str, more: str, share: str) -> None:
    assert len(wrong_ratios(text.format(more, "35%"), 2023)) == 1


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (f"{_UPHELD}结果纠正的共3件，复议2件、复议后起诉1件。", []),
        (f"{_UPHELD}被纠正的3件，行政复议2件，复议后起诉1件。", []),
        (f"{_UPHELD}结果纠正的共4件，复议3件、复议后起诉1件。", ["结果纠正的共4件", "复议3件"]),
        (f"{_UPHELD}被纠正的4件，行政复议2件，复议后起诉2件。", ["被纠正的4件", "复议后起诉2件"]),
        (f"{_UPHELD}结果纠正的共5件，复议2件、复议后起诉1件。", ["结果纠正的共5件"]),
        ("经复议后起诉的，维持3件；纠正的共2件。", ["纠正的共2件"]),
    ],
)
def test_an_outcome_of_listed_kinds_is_of_them(text: str, wrong: list[str]) -> None:
    assert wrong_quotes(filled("云川省市场监督管理局", "s4", text, _CASES)) == wrong


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("受理、拟批准、批准三个环节各公示204条，合计612条。", False),
        ("立项、招标2个阶段各公开15条，共计30条。", False),
        ("两类事项各受理12件，共计24件。", False),
        ("公开目录15条，三个环节各公示204条，合计627条。", False),
        ("受理、拟批准、批准三个环节各公示204条，合计621条。", True),
        ("立项、招标2个阶段各公开15条，共计45条。", True),
    ],
)
def test_as_many_for_each_are_multiplied(text: str, is_wrong: bool) -> None:
    assert [wrong.kind for wrong in wrong_sums(text, 2023)] == ["reckoned"] * is_wrong
