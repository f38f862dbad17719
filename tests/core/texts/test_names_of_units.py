"""Short names of customs, tax offices and street offices are known words; old documents that are cleaned up."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_quotes

CELLS = {
    "t3.R01.C1": 27, "t3.R02.C1": 2, "t3.R03.C1": 18, "t3.R08.C1": 10, "t3.R25.C1": 1,
    "t2.normative.issued": 4, "t2.normative.repealed": 2, "t2.normative.in_force": 27, "t2.penalty.decisions": 316,
    "t4.review.upheld": 1,
}  # fmt: skip
CUSTOMS, STREET = "中华人民共和国浦川海关", "宁州市城东区人民政府梧桐街道办事处"
TAX, BUILDING = "国家税务总局岚江市税务局", "宁州市住房和城乡建设局"


def wrong(text: str, code: str, unit: str) -> list[str]:
    return wrong_quotes(filled(unit, code, text, CELLS))


@pytest.mark.parametrize(
    ("code", "unit", "right", "mistaken"),
    [
        ("s1.request", CUSTOMS, "浦川海关收到并登记政府信息公开申请27件。", "浦川海关收到并登记政府信息公开申请22件。"),
        ("s3", CUSTOMS, "浦川海关作出不予公开决定10件。", "浦川海关作出不予公开决定9件。"),
        ("s2", CUSTOMS, "全关本年作出行政处罚决定316件。", "全关本年作出行政处罚决定361件。"),
        ("s2", CUSTOMS, "我关全年作出行政处罚决定316件。", "我关全年作出行政处罚决定318件。"),
        ("s3", TAX, "岚江市税务局新收政府信息公开申请27件。", "岚江市税务局新收政府信息公开申请26件。"),
        ("s4", STREET, "梧桐街道办事处未被提起行政诉讼。", "梧桐街道办事处未因政府信息公开工作被申请行政复议。"),
        ("s3", STREET, "梧桐街道办事处予以公开18件。", "梧桐街道办事处予以公开17件。"),
        ("s2", BUILDING, "对历年文件进行了清理，继续有效的行政规范性文件为27件。",
         "对历年文件进行了清理，继续有效的行政规范性文件为25件。"),
        ("s2", BUILDING, "组织开展历年规范性文件清理，2024年废止行政规范性文件2件。",
         "组织开展历年规范性文件清理，2024年废止行政规范性文件5件。"),
        ("s1.request", BUILDING, "各受理机构登记在册的政府信息公开申请共27件。",
         "各受理机构登记在册的政府信息公开申请共37件。"),
    ],
)  # fmt: skip
def test_a_short_name_does_not_hide_a_number(code: str, unit: str, right: str, mistaken: str) -> None:
    assert wrong(right, code, unit) == []
    assert wrong(mistaken, code, unit) != []


@pytest.mark.parametrize(
    ("code", "unit", "text"),
    [
        ("s1.request", CUSTOMS, "临江海关收到并登记政府信息公开申请22件。"),
        ("s3", CUSTOMS, "隶属海关作出不予公开决定9件。"),
        ("s3", STREET, "榆林街道办事处予以公开17件。"),
        ("s2", BUILDING, "历年制发行政规范性文件共85件。"),
        ("s2", BUILDING, "历年来累计废止行政规范性文件31件。"),
    ],
)
def test_another_unit_and_many_years_are_left_alone(code: str, unit: str, text: str) -> None:
    assert wrong(text, code, unit) == []
