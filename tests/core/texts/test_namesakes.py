"""Names of our own bureau that it does not bear: old ones, and those of its like elsewhere (N-10)."""

from __future__ import annotations

import pytest

from core.texts.rules.names.namesakes import namesakes, shorter_namesakes


def found(text: str, unit: str) -> list[str]:
    return [span.what for span in (*namesakes(text, unit), *shorter_namesakes(text, unit))]


@pytest.mark.parametrize(
    ("unit", "text", "name"),
    [
        ("青桐县自然资源局", "青桐县自然资源和规划局把批后监管信息公开摆在前面。", "青桐县自然资源和规划局"),
        ("青桐县自然资源局", "全年，县国土资源局更新公示栏36期。", "县国土资源局"),
        ("苍鹰市生态环境局青桐分局", "青桐县环境保护局全年公布监测月报12期。", "青桐县环境保护局"),
        ("青桐区数据局", "青桐区大数据管理局开放数据集58个。", "青桐区大数据管理局"),
        ("青桐区数据局", "青桐县数据局开放数据集58个。", "青桐县数据局"),
        ("青桐县卫生健康局", "青桐县卫生健康委员会全年更新栏目4个。", "青桐县卫生健康委员会"),
        ("青桐县公安局", "苍鹰市公安局青桐分局发布警情通报43期。", "苍鹰市公安局青桐分局"),
        ("白鹭镇人民政府", "白鹭街道全年更新公示栏46期。", "白鹭街道"),
        ("青桐县人民政府", "青桐区各部门全年公开信息3.1万条。", "青桐区"),
        ("青桐县应急管理局", "本报告由青桐县安全生产监督管理局编制。", "青桐县安全生产监督管理局"),
    ],
)
def test_another_name_of_ours_is_told(unit: str, text: str, name: str) -> None:
    assert found(text, unit) == [name]


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        ("青桐县自然资源局", "原青桐县国土资源局印发的3件文件继续有效。"),
        ("青桐县自然资源局", "青桐县国土资源局2015年公布的基准地价已停止执行。"),
        ("青桐县自然资源局", "青桐县自然资源和规划局更名后，青桐县自然资源局换发公开指南。"),
        ("青桐县自然资源局", "县自然资源局公开征地信息36条。"),
        ("青桐县应急管理局", "青桐县应急局公开预警信息36条。"),
        ("青桐县市场监督管理局", "青桐县市场监管局公开抽检信息36期。"),
        ("青桐县交通运输局", "青桐县交通运输综合行政执法局公布执法信息36条。"),
        ("青桐县城市管理局", "青桐县城市管理综合行政执法局公布执法信息36条。"),
        ("苍鹰市生态环境局青桐分局", "苍鹰市生态环境局组织开放日活动4场。"),
        ("青桐市水利局", "青桐县水利局公开水情信息36条。"),
        ("白鹭镇人民政府", "2019年撤乡设镇前，白鹭乡的档案已移交县档案馆。"),
    ],
)
def test_history_short_forms_and_offices_under_us_are_not(unit: str, text: str) -> None:
    assert found(text, unit) == []


def test_a_name_that_lacks_a_field_is_only_a_hint() -> None:
    text, unit = "2023年，青桐区教育局在区政府网站公布学区划片信息36条。", "青桐区教育体育局"
    assert namesakes(text, unit) == ()
    assert [span.what for span in shorter_namesakes(text, unit)] == ["青桐区教育局"]
    assert shorter_namesakes("2023年，区教育局公布学区划片信息36条。", unit) == ()
    assert [span.what for span in shorter_namesakes("青桐区教育科技局公布白名单8批。", unit)] == ["青桐区教育科技局"]
