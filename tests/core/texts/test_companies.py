"""A company that reports on another company's work in its place is told (N-10)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of

UNIT = "金河城市公共交通集团有限公司"


@pytest.mark.parametrize(
    ("said", "is_other"),
    [
        ("金河水务发展集团有限公司对2023年度信息公开工作情况进行了梳理", True),
        (f"{UNIT}对2023年度信息公开工作情况进行了梳理", False),
        ("本公司对2023年度信息公开工作情况进行了梳理", False),
        ("所属金河客运有限公司对2023年度信息公开工作情况进行了梳理", False),
    ],
)
def test_another_company_in_the_place_of_the_own(said: str, is_other: bool) -> None:
    report = filled(UNIT, "s1", f"根据有关要求，{said}，形成本年度报告。", {}, year=2023)
    assert bool(findings_of(report, "N-10")) == is_other


WATER = "清澜水务集团有限公司"
GAS = "江北燃气集团有限公司"


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        (WATER, f"{GAS}2024年度未向任何申请人收取信息处理费，也未发出收费通知；本公司没有其他需要报告的事项。"),
        (WATER, f"{GAS}2024年度未收到信息公开申请。"),
        (WATER, f"{GAS}全年共收到信息公开申请2件。"),
        (WATER, f"本年度，{GAS}未发生因信息公开引起的行政复议。"),
        (WATER, f"{GAS}2024年主动公开信息210条。"),
        (WATER, f"{GAS}信息公开工作还存在更新不及时的问题。"),
        (WATER, f"{GAS}没有其他需要报告的事项。"),
        (WATER, f"{GAS}依托官网和“清澜水务”公众号，公布水价标准和停水通知。"),
        (WATER, f"2024年，{GAS}通过公司网站公开信息210条。"),
        (WATER, "江北公交有限公司利用门户网站和微信公众号等平台，及时发布线路调整信息。"),
        (UNIT, "金河水务发展集团有限公司2024年度没有收取信息处理费。"),
        (WATER, f"现将{GAS}2024年度信息公开工作情况报告如下。"),
        (WATER, f"根据有关要求，现公布{GAS}2024年信息公开年度报告。"),
        ("青岚市第一中学", "现将桐山县第二中学2024年度信息公开工作情况报告如下。"),
        ("青岚县人民医院", "桐山县中医院2024年度没有收取信息处理费。"),
        ("青岚市第一中学", "青岚市第二中学2024年没有收取信息处理费。"),
    ],
)
def test_own_deeds_of_another(unit: str, text: str) -> None:
    assert findings_of(filled(unit, "s6", text, {}), "N-10")


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        (WATER, f"{WATER}2024年度未收取信息处理费。"),
        (WATER, "清澜水务集团2024年度未收取信息处理费。"),
        (WATER, "清澜水务集团有限责任公司2024年度未收取信息处理费。"),
        (WATER, f"所属{GAS}2024年度未向任何申请人收取信息处理费。"),
        (WATER, "清澜污水处理有限公司2024年度未收取信息处理费。"),
        (WATER, f"{GAS}、城西供热有限公司2024年度未收取信息处理费。"),
        (WATER, f"下属企业各有分工。{GAS}2024年度未收取信息处理费。"),
        (WATER, f"{GAS}向本公司提出信息公开申请1件。"),
        (WATER, f"{GAS}没有收到信息公开申请，我公司已代转。"),
        (WATER, f"{GAS}未对本公司提起行政诉讼。"),
        (WATER, f"{GAS}收到信息公开答复后表示满意。"),
        (WATER, f"申请人{GAS}未收到回执。"),
        (WATER, f"{GAS}通过我公司网站公布气价。"),
        (WATER, f"{GAS}通过平台发布的停气信息，由集团转载。"),
        (WATER, f"现将{WATER}2024年度信息公开工作情况报告如下。"),
        (WATER, "现将清澜水务集团有限责任公司2024年度信息公开工作情况报告如下。"),
        (WATER, "现将本公司2024年度信息公开工作情况报告如下。"),
        (WATER, f"现将集团及所属{GAS}2024年度信息公开工作情况报告如下。"),
        (WATER, f"现将{GAS}2024年度水价调整情况通报如下。"),
        (WATER, "集团公司依托官网，公布水价标准。"),
        (WATER, f"通过{GAS}公开信息2条。"),
        ("江北城市建设投资集团有限公司", "江北燃气有限公司2024年度未收取信息处理费。"),
        ("青岚县人民政府", f"{GAS}2024年度未收取信息处理费。"),
        ("青岚大学", "青岚大学附属中学2024年没有收取信息处理费。"),
        ("青岚市第一中学", "青岚一中2024年没有收取信息处理费。"),
    ],
)
def test_parts_of_us_and_others_told_of(unit: str, text: str) -> None:
    assert findings_of(filled(unit, "s6", text, {}), "N-10") == []
