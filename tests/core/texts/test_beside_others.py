"""Numbers of other offices, or of all of a place, beside which the unit's own number is told (N-01, N-05, N-06)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import HUNDRED, filled, told, wrong_quotes

BUREAU, STREET, COUNTY = "东桥区卫生健康委员会", "南关区柳荫街道办事处", "青石县人民政府"


@pytest.mark.parametrize(
    ("unit", "code", "text"),
    [
        (
            BUREAU,
            "s3",
            "据区政府办公室汇总，2024年全区收到政府信息公开申请612件，我委100件，占16.34%，在26个部门中排第五。",
        ),
        (BUREAU, "s3", "区里12个部门2024年一共收到申请612件，平均每个部门51件，我委100件，居第四。"),
        (BUREAU, "s3", "区政府办公室通报，全区收到申请1000件，我委占10%。"),
        (BUREAU, "s3", "全区收到申请612件，我委新收100件，居第三。"),
        (BUREAU, "s3", "全省收到申请9000件，我市1200件。"),
        (BUREAU, "s3", "全区予以公开率（含部分公开）为50.05%，我委为55.56%，高出5.51个百分点。"),
        (BUREAU, "s3", "全区予以公开300件，我委45件。"),
        (BUREAU, "s3", "全区不予公开占办结数的20.1%，我委占15.15%。"),
        (BUREAU, "s4", "全区各部门信息公开类复议90件，我委20件，占22.22%；全区被纠正12件，我委3件，占25%。"),
        (BUREAU, "s4", "另据市司法局数据，2024年区政府审结的信息公开类案件213件，我委占8.92%。"),
        (BUREAU, "s4", "全区信息公开类诉讼60件，我委15件，占四分之一。"),
        (STREET, "s3", "全区13个街道一共收到申请1258件，平均每个街道96.8件，柳荫街道100件，居第一。"),
        (COUNTY, "s3", "2024年全市收到政府信息公开申请1200件，我县100件，占8.33%。"),
    ],
)
def test_numbers_of_others_are_left_alone(unit: str, code: str, text: str) -> None:
    assert wrong_quotes(filled(unit, code, text, HUNDRED)) == []


@pytest.mark.parametrize(
    ("unit", "code", "text", "quote"),
    [
        (BUREAU, "s3", "据区政府办公室汇总，2024年全区收到政府信息公开申请612件，我委103件，占16.83%。", "我委103件"),
        (BUREAU, "s3", "全区予以公开率（含部分公开）为50.05%，我委为58.92%。", "我委为58.92%"),
        (BUREAU, "s4", "全区各部门信息公开类复议90件，我委21件；全区被纠正12件，我委3件。", "我委21件"),
        (BUREAU, "s4", "全区各部门信息公开类复议90件，我委20件；全区被纠正12件，我委4件。", "我委4件"),
        (BUREAU, "s4", "全区信息公开类诉讼60件，我委16件。", "我委16件"),
        (BUREAU, "s3", "2024年我委收到政府信息公开申请612件，占全区的10%。", "612件"),
        (BUREAU, "s3", "2024年共收到政府信息公开申请110件，其中我委机关80件。", "110件"),
        (STREET, "s3", "全区13个街道一共收到申请1258件，平均每个街道96.8件，柳荫街道90件。", "柳荫街道90件"),
        (COUNTY, "s3", "2024年全县收到政府信息公开申请110件，我县占全市的10%。", "110件"),
        (COUNTY, "s3", "2024年全县收到政府信息公开申请241件，我县12个乡镇100件。", "241件"),
    ],
)
def test_own_numbers_beside_them_are_compared(unit: str, code: str, text: str, quote: str) -> None:
    assert told(wrong_quotes(filled(unit, code, text, HUNDRED)), quote)


def test_own_number_that_is_known_by_its_own_words_is_told_once() -> None:
    report = filled(BUREAU, "s3", "全区收到申请612件，我委新收103件，居第三。", HUNDRED)
    assert wrong_quotes(report) == ["我委新收103件"]
