"""Parts that are named first and counted behind are all of their total (N-24)."""

from __future__ import annotations

from time import perf_counter

import pytest

from core.texts.sums.sums import wrong_sums


@pytest.mark.parametrize(
    "text",
    [
        "全年公开信息8640条，分为概况信息、政务动态、公开目录三类，分别为212条、5134条、3394条。",
        "全年公开信息8640条，包括概况、动态、目录三类，分别为212条、5134条和3394条。",
        "全年共举办培训9场，分机关、乡镇、企业三个层次，分别为2场、5场、3场。",
        "发布信息500条，按栏目分为通知、公示、动态三块，依次为100条、200条、190条。",
        "发布信息500条，划分为通知、公示、动态，各类分别有100条、200条、190条。",
    ],
)
def test_such_a_total_is_wrong(text: str) -> None:
    assert len(wrong_sums(text, 2024)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "全年公开信息8740条，分为概况信息、政务动态、公开目录三类，分别为212条、5134条、3394条。",
        "全年公开信息8640条，涵盖概况、动态、目录，分别为212条、5134条、3394条。",
        "发布信息500条，主要分为通知、公示、动态三类，分别为100条、200条、190条。",
        "发布信息500条，分为通知、公示等类，分别为100条、200条。",
        "发布信息500条，分为通知、公示、动态三类，分别增加100条、50条、20条。",
        "发布信息500条，分为通知、公示、动态三类，前两类分别为100条、200条。",
        "发布信息500条，分为通知、公示两类，分别为100条、200条，另有动态200条。",
    ],
)
def test_such_a_total_is_right_or_left_alone(text: str) -> None:
    assert wrong_sums(text, 2024) == ()


@pytest.mark.parametrize("join", ["和", "及", "与", "以及", "、"])
@pytest.mark.parametrize("end", ["，合计", "类", "，分别为"])
def test_many_names_take_no_longer(join: str, end: str) -> None:
    begun = perf_counter()
    wrong_sums(f"发布信息500条，分为甲{f'{join}甲' * 40}{end}100条、300条。", 2024)
    assert perf_counter() - begun < 1


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("依托网站、微博、公众号三个渠道，全年公开信息500条，分别为100条、200条、190条。", True),
        ("依托网站、微博、公众号三个渠道，全年公开信息500条，分别为100条、200条、200条。", False),
        (
            "依托网站、微博、公众号三个渠道，全年公开信息500条，分别为100条、200条、210条。",
            False,
        ),  # some are told twice
        ("公开决策、执行、结果三类信息500条，分别为100条、200条、290条。", True),
        ("面向机关、企业、社区三个层面举办培训9场，分别为2场、3场、3场。", True),
        ("面向机关、企业、社区三个层面举办培训9场，分别为2场、3场和4场。", False),
        ("公开决策、执行等两类信息500条，分别为100条、200条。", False),
        ("公开决策、执行两类信息500条，较上年增加20条，分别为100条、200条。", False),
        ("公开决策、执行、结果三类信息500条，分别增长10%、20%、30%。", False),
        ("公开决策、执行、结果三类信息500条，分别为100条、200条、190条，其余为其他。", False),
    ],
)
def test_names_before_their_total(text: str, *, is_wrong: bool) -> None:
    assert bool(wrong_sums(text, 2024)) is is_wrong
