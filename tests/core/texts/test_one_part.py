"""One part that is more than its whole is a slip (N-24); what grew, what is listed and what was carried is no whole."""

from __future__ import annotations

import pytest

from core.texts.sums.one_part import PART
from core.texts.sums.sums import wrong_sums
from tests.core.texts.offices import told_of


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("全年办理政协提案3件，其中重点提案4件。", (3, 4)),
        ("开展业务培训3次，其中线上4次，参训120人次。", (3, 4)),
        ("自查发现问题12个，其中13个已立行立改。", (12, 13)),
        ("网站发布信息30条，编发简报6期，其中专刊8期。", (6, 8)),
    ],
)
def test_a_part_is_more_than_its_whole(text: str, numbers: tuple[int, int]) -> None:
    (wrong,) = wrong_sums(text, 2024)
    assert (wrong.kind, wrong.total, *wrong.parts) == (PART, *numbers)


@pytest.mark.parametrize(
    "text",
    [
        "全年办理政协提案4件，其中重点提案4件。",
        "承办人大建议7件、政协提案11件，其中可公开的15件已公开。",
        "网站更新信息136条，比上年增加12条，其中动态类40条。",
        "新收申请3件，其中办结4件，含上年结转1件。",
        "平均每期简报6条，其中工作动态多达8条。",
        "开展培训3次，其中参训人员达40人次。",
        "网站发布信息2 136条，其中许可信息418条。",
        "关停账号5个，其中微信11个、微博3个。",
    ],
)
def test_another_whole_may_be_meant(text: str) -> None:
    assert all(wrong.kind != PART for wrong in wrong_sums(text, 2024))


def test_the_clerk_reads_both_numbers() -> None:
    (message,) = told_of("青原县水利局", "s1.active", "全年办理政协提案3件，其中重点提案4件。", {})
    assert message.endswith("写的是其中4件，比前面的3件还多，请核对。")


def test_a_whole_said_to_be_all_is_that_of_a_rest() -> None:
    right = "收到信件共12件，已办10件，其余2件在办。"
    assert wrong_sums(right, 2024) == ()
    (wrong,) = wrong_sums(right.replace("2件在办", "3件在办"), 2024)
    assert (wrong.total, *wrong.parts) == (12, 10, 3)
