"""What a list says there is none of (重复申请：无) is compared; one named narrowly (当面申请数量：2件) is not all."""

from __future__ import annotations

import pytest

from tests.core.texts.offices import told_of

UNIT = "青原县水利局"
CELLS = {
    "t3.R01.C1": 58, "t3.R02.C1": 2, "t3.R03.C1": 28, "t3.R04.C1": 6, "t3.R05.C1": 2, "t3.R13.C1": 20,
    "t3.R18.C1": 1, "t3.R25.C1": 3, "t2.normative.repealed": 1, "t2.normative.in_force": 9,
    "t4.review.upheld": 8, "t4.review.corrected": 1,
}  # fmt: skip


def told(code: str, text: str) -> list[str]:
    return told_of(UNIT, code, text, CELLS)


@pytest.mark.parametrize(
    ("code", "text", "quote"),
    [
        ("s3", "（一）予以公开：28件；（二）部分公开：无；（三）不予公开：2件。", "部分公开：无"),
        ("s3", "1.信访举报投诉类申请：无；2.重复申请：无；3.要求提供公开出版物：无。", "要求提供公开出版物：无"),
        ("s3", "3、属于国家秘密：无。", "属于国家秘密：无"),
        ("s3", "上年结转政府信息公开申请数量：无。", "上年结转政府信息公开申请"),
        ("s3", "予以公开：没有。", "予以公开：没有"),
        ("s2", "废止规范性文件：无。", "废止规范性文件：无"),
    ],
)
def test_the_table_has_some(code: str, text: str, quote: str) -> None:
    (message,) = told(code, text)
    assert quote in message


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("s3", "1.信访举报投诉类申请：无；2.重复申请：无；3.其他处理：无。"),
        ("s3", "通过网络申请数量：3件；当面申请数量：0件；信函申请：0件。"),
        ("s3", "重复申请数量：0。"),
        ("s3", "撤回申请数量：1件。"),
        ("s5", "存在的问题：无。"),
        ("s3", "备注：无。"),
    ],
)
def test_it_is_right_or_of_something_else(code: str, text: str) -> None:
    assert told(code, text) == []


def test_a_number_of_all_behind_a_colon_is_compared() -> None:
    (message,) = told("s3", "政府信息公开申请数量：61件。")
    assert "“政府信息公开申请数量：61件”" in message


@pytest.mark.parametrize(
    "text",
    [
        "行政复议9件，审结案件中没有被撤销、确认违法或责令履行等结果纠正的情形。",
        "行政复议9件，未出现被撤销、责令重作等被纠正的情况。",
    ],
)
def test_losses_named_one_by_one_are_denied_together(text: str) -> None:
    (message,) = told("s4", text)
    assert "“行政复议·结果纠正”是1件" in message
