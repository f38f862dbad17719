"""Totals whose parts are named in order before their numbers, or share one number each (N-24)."""

from __future__ import annotations

import pytest

from core.texts.sums.names_of_each import names_of_each
from core.texts.sums.sums import wrong_sums


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        ("新收申请60件，按受理机关分，县政府本级、县直部门、乡镇分别为9件、35件、13件。", 60, (9, 35, 13)),
        ("共新收申请60件。按受理机关分，县政府本级、县直部门、乡镇分别为9件、35件、13件。", 60, (9, 35, 13)),
        ("发布信息860条，按栏目划分，文件、动态和公告依次为120条、500条和204条。", 860, (120, 500, 204)),
        ("培训3场；发布信息860条，按内容分类，文件、动态分别为120条、704条，阅读30万次。", 860, (120, 704)),
        ("新收申请60件，上年结转2件，按申请人分，自然人、企业分别为50件、14件。", 60, (50, 14)),
    ],
)
def test_what_is_divided_in_order_is_divided_as_a_whole(text: str, total: int, parts: tuple[int, ...]) -> None:
    (wrong,) = wrong_sums(text, 2023)
    assert (wrong.total, wrong.parts) == (total, parts)


@pytest.mark.parametrize(
    "text",
    [
        "新收申请60件，按受理机关分，县政府本级、县直部门、乡镇分别为9件、35件、16件。",
        "新收申请60件，按内容分，征地、规划、教育等分别为20件、15件、10件。",
        "新收申请60件，上年结转2件，按申请人分，自然人、企业分别为50件、12件。",
        "新收申请60件，其中县本级20件，按受理科室分，法规科、办公室、窗口分别为9件、8件、3件。",
        "新收申请60件，按申请渠道分，网上、信函、当面分别为30件、20件、8件，另有传真2件。",
        "复议9件，诉讼4件，按结果划分，维持、纠正、未审结分别为5件、3件、1件。",
        "复议9件、诉讼4件，按结果划分，维持、纠正、未审结分别为8件、3件、2件。",
        "不予公开37件，其中行政执法案卷24件，行政查询事项8件，保护第三方合法权益3件，"
        "属于国家秘密和危及“三安全一稳定”各1件；无法提供10件。",
    ],
)
def test_parts_in_order_that_may_be_right_are_left_alone(text: str) -> None:
    assert wrong_sums(text, 2023) == ()


@pytest.mark.parametrize(
    ("said", "many"),
    [
        ("属于国家秘密和危及三安全一稳定各", 2),
        ("国家秘密、内部事务信息以及过程性信息各有", 3),
        ("涉及工程建设和涉及财政资金各", 2),
        ("逾期不补正、行政机关不再处理的和其他各", 2),
        ("和谐社区与调和纠纷均为", 2),
        ("政策法规、公告公示的", 1),
        ("公告各", 1),
    ],
)
def test_the_names_that_share_a_number_are_counted(said: str, many: int) -> None:
    assert names_of_each(said) == many


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("作出行政处罚决定2937件，其中道路类、公路类、水路类分别为1846件、702件、411件，均已公示。", True),
        ("发布信息100条，其中动态类、政策类、公告类分别为60条、30条、20条。", True),
        ("发布信息100条，其中动态类、政策类、公告类分别为60条、30条、5条。", False),  # others may be left
        ("发布信息100条，其中网站、公众号分别为80条、60条。", False),  # the same may be told twice
        ("培训100人，其中机关、乡镇分别为6场、130人。", False),
    ],
)
def test_some_parts_told_in_order_are_no_more_than_all(text: str, is_wrong: bool) -> None:
    assert bool(wrong_sums(text, 2024)) is is_wrong
