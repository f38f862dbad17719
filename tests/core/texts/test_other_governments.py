"""Another government at the head of a sentence on what a government did (N-10)."""

from __future__ import annotations

import pytest

from core.texts.rules.names.foreign_units import foreign_units
from tests.core.texts.filled_reports import filled, findings_of

COUNTY, DISTRICT, CITY, TOWN = "安河县人民政府", "江都市青桐区人民政府", "屏川市人民政府", "兴平市人民政府"


def names(unit: str, text: str, makes_rules: bool = False) -> list[str]:
    return [span.what for span in foreign_units(text, unit, makes_rules)]


@pytest.mark.parametrize(
    ("unit", "text", "name"),
    [
        (COUNTY, "一年来，临河县人民政府把政务公开列入对乡镇和部门的考核，分值4分。", "临河县人民政府"),
        (COUNTY, "2024年，临河县人民政府发布政策解读31篇。", "临河县人民政府"),
        (COUNTY, "制度日益健全。\n临河县人民政府先后公布惠民政策21项。", "临河县人民政府"),
        (COUNTY, "今年，临河县人民政府对各乡镇公开目录进行了复核。", "临河县人民政府"),
        (COUNTY, "2024年，临河县人民政府充实政务公开工作力量，配备专职人员3名。", "临河县人民政府"),
        (COUNTY, "临河县人民政府对26个试点领域的标准目录进行了复核。", "临河县人民政府"),
        (DISTRICT, "江都市苍梧区人民政府建成政务公开专区8个。", "江都市苍梧区人民政府"),
        (DISTRICT, "报告期内，苍梧区人民政府公开会议纪要12份。", "苍梧区人民政府"),
        ("河山省人民政府", "2024年，湖川省人民政府对21个市州开展评估。", "湖川省人民政府"),
        ("定塬县白礁镇人民政府", "白塘镇人民政府在政务公开中还有短板。", "白塘镇人民政府"),
    ],
)
def test_another_government_acts_in_place_of_this_one(unit: str, text: str, name: str) -> None:
    assert names(unit, text) == [name]


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        (COUNTY, "临河县人民政府组织考察团来我县交流政务公开工作。"),
        (COUNTY, "临河县人民政府作为共同被申请人的复议案件1件，已维持。"),
        (COUNTY, "临河县人民政府发布的公告由申请人提交，已引导其向制作机关申请。"),
        (COUNTY, "临河县人民政府与安河县人民政府联合清理文件12件。"),
        (COUNTY, "与临河县人民政府共同公布流域信息12条。和临河县人民政府公布流域信息2条。"),
        (COUNTY, "屏川市人民政府印发要点，要求各县清理历史文件。"),
        (COUNTY, "安河县人民政府发布政策解读31篇。县人民政府发布政策解读31篇。"),
        (COUNTY, "原临河县人民政府制发的文件由承继单位清理，废止6件。"),
        (COUNTY, "临河县人民政府网站与县政府网站实现链接互认。"),
        (DISTRICT, "苍梧区人民政府印发通知，青桐区一并执行。"),
        ("安河县水利局", "临河县人民政府发布水情信息31篇。"),
        (TOWN, "2024年，安远市人民政府发布解读31篇，组织乡镇培训3次。"),
    ],
)
def test_a_government_beside_this_one_is_left_alone(unit: str, text: str) -> None:
    assert names(unit, text) == []


@pytest.mark.parametrize(
    ("unit", "text", "makes_rules", "is_told"),
    [
        (CITY, "永陵市人民政府将政务公开纳入各县（市、区）年度目标考核，权重4%。", True, True),
        (CITY, "2024年，永陵市人民政府对12个县区网站开展检查4次。", True, True),
        (CITY, "兴平市人民政府对乡镇网站开展检查4次。", True, False),
        (TOWN, "屏川市人民政府对12个县区网站开展检查4次。", False, False),
        (TOWN, "2024年，屏川市人民政府受理政府信息公开申请412件。", False, True),
    ],
)
def test_a_city_may_lie_within_another(unit: str, text: str, makes_rules: bool, is_told: bool) -> None:
    assert bool(names(unit, text, makes_rules)) is is_told


def test_a_city_that_makes_rules_lies_in_no_other() -> None:
    text = "永陵市人民政府印发通知，要求县区清理历史文件。"
    assert findings_of(filled(CITY, "s1.manage", text, {}), "N-10") == []
    (told,) = findings_of(filled(CITY, "s1.manage", text, {"t2.rules.in_force": 3}), "N-10")
    assert "永陵市人民政府" in told.message
