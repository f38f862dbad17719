"""Ways in that do not add up to the total behind them (N-24): 当面4、网上5、信函3件，共收到11件."""

from __future__ import annotations

import pytest

from core.texts.sums.sums import wrong_sums


def told(text: str) -> list[tuple[object, ...]]:
    return [(wrong.total, *wrong.parts) for wrong in wrong_sums(text, 2025)]


@pytest.mark.parametrize(
    "text",
    [
        "当面4、网上5、信函3件，共收到11件。",
        "当面4件、网上5件、信函3件，共收到11件。",
        "当面4件、网上5件、信函3件，共收到申请11件。",
        "当面提交4件、网上提交5件、信函提交3件，共收到申请11件。",
        "当面4件，网上5件，信函3件，共收到政府信息公开申请11件。",
        "2025年，窗口4件、平台5件、邮寄3件，全年共收到11件。",
        "现场4件、网络5件和信函3件，共收到申请11件，均已答复。",
        "当面4件、网上5件、信函3件，一共受理11件。",
        "来信4件、网站5件、窗口3件，共计11件。",
        "窗口4、网站5、邮箱3件，共有申请11件。",
    ],
)
def test_ways_in_that_are_not_the_total_behind_them(text: str) -> None:
    assert told(text) == [(11, 4, 5, 3)]


def test_two_ways_in_that_are_more_than_the_total() -> None:
    assert told("当面6件、网上7件，共收到11件。") == [(11, 6, 7)]


@pytest.mark.parametrize(
    "text",
    [
        "当面4、网上5、信函2件，共收到11件。",
        "当面4件、网上5件、信函2件，共收到申请11件。",
        "当面4件、网上5件，共收到11件。",
        "收到申请11件，其中当面4件、网上5件、信函2件，共答复10件。",
        "当面4件、网上5件、信函3件，共收到咨询30件。",
        "电话4次、网上5件、信函3件，共收到11件。",
        "征地4件、规划5件、信函3件，共收到11件。",
        "当面4件、网上5件、信函3件，共收到20余件。",
        "网站发布4条、微信推送5条、现场发放3份，共11份。",
    ],
)
def test_what_may_be_the_total_of_other_things_is_left_alone(text: str) -> None:
    assert told(text) == []
