"""Totals and parts written in 万 are added up to their last place (N-24)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("热线全年人工服务131.2万人次、智能语音服务83.4万人次，合计204.6万人次。", "131.2＋83.4＝214.6万人次"),
        ("热线全年人工服务131万人次、智能语音服务83万人次，合计204万人次。", "131＋83＝214万人次"),
        ("公众号阅读量12.5万次、微博阅读量8.3万次，合计21.8万次。", "12.5＋8.3＝20.8万次"),
        ("线上发放宣传册1.36万份、线下0.82万份，共2.28万份。", "1.36＋0.82＝2.18万份"),
        ("全年访问量120.5万次，其中网站80.3万次，公众号50.2万次。", "80.3＋50.2＝130.5万次"),
    ],
)
def test_a_total_that_its_parts_cannot_be_rounded_to(text: str, added: str) -> None:
    (found,) = findings_of(filled("临川县水利局", "s1", text, {}), "N-24")
    assert added in found.message


@pytest.mark.parametrize(
    "text",
    [
        "热线全年人工服务131.2万人次、智能语音服务83.4万人次，合计214.6万人次。",
        "热线全年人工服务131.2万人次、智能语音服务83.4万人次，合计214.7万人次。",
        "全年窗口接待1.2万人次，网上办理3.55万人次，合计4.7万人次。",
        "公众号阅读量12.5万次、微博8.3万次，共计约22万次。",
        "公众号阅读量超12.5万次、微博8.3万次，共计22万次。",
        "公众号阅读量12.5万余次、微博8.3万余次，共计22万次。",
        "全年窗口接待12000人次，网上办理3.55万人次，合计4.75万人次。",
        "全年访问量120.5万次，其中网站80.3万次，公众号30.2万次。",
        "发布图文380篇，阅读量28.6万次，其中单篇最高阅读3.2万次，点赞0.4万次。",
        "网站访问量86.4万次，较上年增加12.1万次；公众号阅读43.2万次，较上年增加3.4万次。",
    ],
)
def test_rounded_rough_and_other_numbers_are_left_alone(text: str) -> None:
    assert findings_of(filled("临川县水利局", "s1", text, {}), "N-24") == []
