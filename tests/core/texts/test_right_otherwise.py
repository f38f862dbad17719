"""Parts of several numbers together, with units of their own, or told of a wider scope (N-24)."""

from __future__ import annotations

import pytest

from core.texts.sums.sums import wrong_sums


@pytest.mark.parametrize(
    ("text", "right", "slip"),
    [
        ("全年办理人大建议21件、政协提案33件，其中主办件{}件、会办件16件。", 38, 48),
        ("全年承办建议21件和提案33件，其中主办{}件、协办16件。", 38, 40),
        ("全年办理省建议2件、市建议5件、县建议21件，其中主办{}件、会办8件。", 20, 30),
        ("举办培训6场、座谈会4场，其中线上{}场、线下3场。", 7, 9),
        ("发布公告45条、动态60条，其中原创{}条、转载25条。", 80, 90),
    ],
)
def test_parts_may_be_of_several_numbers_together(text: str, right: int, slip: int) -> None:
    assert wrong_sums(text.format(right), 2024) == ()
    assert wrong_sums(text.format(slip), 2024)


@pytest.mark.parametrize(
    "text",
    [
        "公开信息538条，其中停水公告217条、水质月报12期、收费标准4条、办事指南26条、其他279条。",
        "发布信息100条，其中图文60条、视频20个、其他20条。",
        "发布信息100条：动态60条、解读20篇、其他20条。",
        "主动公开文件50件，其中政策30件、公告12份、其他8件。",
        "发布信息80条，其中动态60条、公报4期、其他20条。",
    ],
)
def test_a_part_of_another_unit_may_be_one_of_them(text: str) -> None:
    assert wrong_sums(text, 2024) == ()


@pytest.mark.parametrize(
    "text",
    [
        "公开信息538条，其中停水公告217条、水质月报12期、收费标准4条、办事指南26条、其他289条。",
        "发布信息100条，其中图文60条、视频20个、其他25条。",
        "公开信息538条，其中停水公告217条、收费标准4条、办事指南26条、其他279条。",
        "举办培训100场，其中线上60场、受训20人、线下20场。",
        "被提起诉讼30件，除了5件待开庭外都已有结果，其中判决驳回26件、撤诉6件、撤销3件。",
    ],
)
def test_only_what_then_is_right_is_let_be(text: str) -> None:
    assert wrong_sums(text, 2024)


_FEW = "社会公益组织新提9件，连同上年结转1件共10件，办结9件。"
_ALL = "予以公开60件、部分公开16件、不予公开7件、无法提供21件。"


@pytest.mark.parametrize(
    "opener",
    [
        "从全厅情况看，",
        "从整体情况看，",
        "就总量看，",
        "按全厅统计，",
        "从全部申请看，",
        "从各类申请人总体看，",
        "从全省范围看，",
    ],
)
def test_a_wider_scope_begins_another_list(opener: str) -> None:
    assert wrong_sums(f"{_FEW}{opener}{_ALL}", 2024) == ()


@pytest.mark.parametrize("opener", ["从办理结果看，", "从总体构成看，", "从安全监管类别看，"])
def test_a_way_to_divide_them_does_not(opener: str) -> None:
    assert wrong_sums(f"全年办结申请99件。{opener}{_ALL}", 2024)


@pytest.mark.parametrize(
    "text",
    [
        "新收的94件中，自然人58件；商业企业21件；法律服务机构9件，其他3件，科研机构2件，社会公益组织1件。",
        "公开信息94条，其中机构职能58条、政策21条、财政9条、其他3条、通知2条、公告1条。",
    ],
)
def test_a_list_that_goes_on_behind_its_rest(text: str) -> None:
    assert wrong_sums(text, 2024) == ()


@pytest.mark.parametrize(
    "text",
    [
        "新收的94件中，自然人58件；商业企业21件；法律服务机构9件，其他3件，科研机构2件，社会公益组织2件。",
        "公开信息94条，其中机构职能58条、政策21条、财政9条、其他3条，较上年增加3条。",
        "公开信息94条，其中机构职能58条、政策21条、财政9条、其他3条。印发文件3条。",
    ],
)
def test_a_list_that_does_not_go_on_to_the_total(text: str) -> None:
    assert wrong_sums(text, 2024)
