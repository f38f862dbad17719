"""The lead is read as what it is: reports of earlier years told of, numbers summed up, who compiles it (N-08, N-10)."""

from __future__ import annotations

import pytest

from build_scripts.sweeps.measure_narrative import text_code
from tests.core.texts.filled_reports import filled, findings_of, found_in, wrong_quotes

_UNIT = "青石县水利局"


def test_a_text_of_a_set_before_section_one_is_the_lead() -> None:
    assert text_code("s1.intro") == "lead"


@pytest.mark.parametrize(
    "text",
    [
        "2022年度政府信息公开工作年度报告已于2023年1月19日公布，全文可在县政府网站查阅。",
        "《青石县水利局2022年政府信息公开工作年度报告》按期公布。",
        "1月，我局编制公布2022年政府信息公开工作年度报告，接受监督。",
        "我局2022年政府信息公开年度报告已在年初公布。",
        "指导局属单位公布2022年政府信息公开工作年度报告，本报告不含其数据。",
        "各乡镇2022年政府信息公开工作年度报告均已公布。",
        "我局曾公布2022年政府信息公开年度报告，本年沿用同一体例。",
    ],
)
def test_a_report_of_the_year_before_may_be_told_of(text: str) -> None:
    assert found_in("N-08", 2023, "lead", _UNIT, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "《青石县水利局2022年政府信息公开工作年度报告》已于2024年1月19日公布，可在网站查阅。",
        "现公布青石县水利局2022年政府信息公开工作年度报告。",
        "现向社会公布青石县水利局2022年政府信息公开工作年度报告，统计期限自2023年1月1日起至12月31日止。",
        "按照要求，青石县水利局编制了2022年度政府信息公开工作年度报告，全文包括六个部分。",
        "2024年1月20日，青石县水利局公布2022年政府信息公开工作年度报告。",
        "青石县水利局政府信息公开工作年度报告（2022年）。本报告可在网站查阅。",
        "根据有关规定，县水利局编制并公布2022年政府信息公开工作年报，全文由六部分组成。",
    ],
)
def test_the_report_itself_named_by_an_older_year_is_told(text: str) -> None:
    assert len(found_in("N-08", 2023, "lead", _UNIT, text)) == 1


def test_a_town_of_another_sign_in_the_lead_is_told() -> None:
    text = "如对本报告有疑问，请与石泉镇人民政府党政办公室联系。"
    assert len(findings_of(filled("石桥镇人民政府", "lead", text, {}), "N-10")) == 1


def test_the_unit_that_compiles_it_is_named_by_its_short_name() -> None:
    text = "本报告根据《中华人民共和国政府信息公开条例》要求，由柳林街道办事处编制。"
    assert findings_of(filled("东岭区柳林街道办事处", "lead", text, {}), "N-10") == []


def test_numbers_of_a_lead_are_compared() -> None:
    cells = {"t3.R01.C1": 57, "t3.R03.C1": 57}
    text = "我局主动公开信息1890条，受理申请57件、办结{}件，答复网民留言316条。"
    assert wrong_quotes(filled(_UNIT, "lead", text.format(75), cells)) == ["办结75件"]
    assert wrong_quotes(filled(_UNIT, "lead", text.format(57), cells)) == []


@pytest.mark.parametrize("code", ["lead", "s1"])
def test_new_media_ask_for_nothing(code: str) -> None:
    cells = {"t3.R01.C1": 54, "t3.R01.C6": 1, "t3.R03.C1": 54, "t3.R03.C6": 1}
    text = "全年公开信息2200条，其中网站1326条、新媒体874条；答复申请55件。"
    assert wrong_quotes(filled(_UNIT, code, text, cells)) == []
