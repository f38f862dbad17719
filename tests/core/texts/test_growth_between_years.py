"""Growth behind two numbers of one thing, how much more there are, and totals right behind their parts (N-24, N-01)."""

from __future__ import annotations

import pytest

from core.texts.sums.ratios import wrong_ratios
from core.texts.sums.sums import wrong_sums
from tests.core.texts.filled_reports import filled, findings_of


@pytest.mark.parametrize(
    "text",
    [
        "2024年主动公开信息1000条，2023年主动公开信息800条，增长{}%。",
        "2023年公开800条，2024年公开1000条，增长{}%。",
        "全年发布信息1000条，去年发布800条，同比增长{}%。",
        "今年收到申请100件，去年收到申请80件，增长{}%。",
        "上年制发文件80件，今年制发文件100件，增加{}%。",
        "公众号由8个增加到10个，增长{}%。",
        "查阅点从原来的16个增至20个，增长{}%。",
        "发布信息由上年的800条增加到1000条，增长{}%。",
    ],
)
def test_growth_of_one_thing_from_year_to_year_is_reckoned(text: str) -> None:
    assert wrong_ratios(text.format(25), 2024) == ()
    (wrong,) = wrong_ratios(text.format(28), 2024)
    assert wrong.right == "25%"


@pytest.mark.parametrize(
    "text",
    [
        "2024年主动公开信息1000条，2023年网站更新800条，增长28%。",
        "2023年公开800条，2024年公开年报1000条，增长28%。",
        "公众号由8个增加到10个，同比增长28%。",
        "公众号由8个增加到10个，粉丝增长28%。",
        "上年结转80件，今年收到100件，增长28%。",
        "申请量由2019年的80件增长到100件，年均增长4.6%。",
        "2024年公开信息1000条，2023年公开信息近800条，增长28%。",
    ],
)
def test_growth_of_other_things_is_not(text: str) -> None:
    assert wrong_ratios(text, 2024) == ()


@pytest.mark.parametrize(
    "text",
    [
        "较上年，公众号由8个增加到12个，新增4个。",
        "公开栏目从8个扩充至12个，新增了4个。",
        "政务公开专区8个增加到12个（新增4个）。",
        "申请由75件增加到96件，新增21件。",
        "规范性文件由80件增至84件，净新增4件。",
    ],
)
def test_what_was_added_is_no_number_of_applications(text: str) -> None:
    assert findings_of(filled("清河县水利局", "s3", text, {"t3.R01.C1": 96, "t3.R03.C1": 96}), "N-01") == []


@pytest.mark.parametrize(
    "text", ["本年新增4件。", "收到申请由上年的75件增加到97件，新增22件。", "公众号增加到12个。本年新增申请4件。"]
)
def test_new_applications_are_compared(text: str) -> None:
    assert findings_of(filled("清河县水利局", "s3", text, {"t3.R01.C1": 96, "t3.R03.C1": 96}), "N-01", "N-22", "N-13")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("全年发布政务动态79条、通知公告90条，合计289条。", 1),
        ("通过网站公开信息79条，公众号公开信息90条，共计289条。", 1),
        ("网站发布79条、微信发布90条，两者合计289条。", 1),
        ("全年发布政务动态79条、通知公告90条，合计169条。", 0),
        ("头条号发布120条。网站发布79条、微信发布90条，合计289条。", 0),
        ("头条号发布120条，网站发布79条、微信发布90条，合计289条。", 0),
        ("发布信息，其中网站79条、微信90条，合计289条。", 0),
        ("网站新增79条、微信更新90条，合计289条。", 0),
        ("网站发布79条、微信发布90条，历年累计合计1289条。", 0),
        ("网站发布79条、微信发布90条等，合计289条。", 0),
    ],
)
def test_a_total_right_behind_its_parts_is_theirs_however_far_apart(text: str, count: int) -> None:
    assert len(wrong_sums(text, 2024)) == count
