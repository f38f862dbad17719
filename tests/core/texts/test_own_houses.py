"""Heads, houses and leaders of other units that act in our report (N-10)."""

from __future__ import annotations

import pytest

from core.texts.rules.names.gathered import selves_of_others, units_of_others

BUREAU, TOWN, STREET = "青桐县水利局", "白鹭镇人民政府", "青桐区白鹭街道办事处"
PARK, COMPANY = "青桐经济技术开发区管理委员会", "青桐县城乡建设投资集团有限公司"


def names(text: str, unit: str) -> list[str]:
    return [span.what for span in (*units_of_others(text, unit, makes_rules=False), *selves_of_others(text, unit))]


@pytest.mark.parametrize(
    ("unit", "text", "name"),
    [
        (TOWN, "今后，街道党工委、办事处将每月调度一次公示栏更新。", "街道党工委、办事处"),
        (TOWN, "局党组多次听取汇报，明确信息员5名。", "局党组"),
        (TOWN, "局办公室按周巡查栏目，发现空白立即补齐。", "局办公室"),
        (PARK, "公开目录由专人维护，局长逐条审定。", "局长"),
        (BUREAU, "全镇12个村公示栏按季更新。", "全镇"),
        (BUREAU, "镇党委、政府高度重视，明确信息员5名。", "镇党委、政府"),
        (PARK, "市商务局始终坚持把政务公开作为一把手工程，局长亲自部署。", "市商务局"),
        (PARK, "白鹭区人民政府坚持周调度、月通报，全年督办问题88个。", "白鹭区人民政府"),
        (TOWN, "县水利局各股室全年报送信息132条。", "县水利局"),
        (STREET, "一年来，在县委、县政府的坚强领导下，公开工作稳步推进。", "县委、县政府"),
        ("苍鹰市生态环境局青桐分局", "白鹭分局全年公开环评审批信息54条。", "白鹭分局"),
        (COMPANY, "白鹭县城乡建设投资集团有限公司公布招标信息37条。", "白鹭县城乡建设投资集团有限公司"),
        (COMPANY, "青桐县轨道交通发展有限公司全年公开运营信息37条。", "青桐县轨道交通发展有限公司"),
    ],
)
def test_what_belongs_to_another_unit_is_told(unit: str, text: str, name: str) -> None:
    assert names(text, unit) == [name]


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        (TOWN, "镇党委、政府高度重视，镇长逐条审定公开目录。"),
        (TOWN, "县水利局来镇检查公示栏，局长多次过问。"),
        (TOWN, "县水利局高度重视基层公开，指导各乡镇更新公示栏36期。"),
        (BUREAU, "局党组多次听取汇报，局长亲自审定目录。"),
        (BUREAU, "各镇党委、政府负责公示牌维护，镇长签字确认，我局抽查。"),
        (PARK, "开发区行政审批局始终坚持把政务公开作为一把手工程。"),
        (PARK, "白鹭区人民政府坚持与园区共建公开专区。"),
        ("青桐县人民政府", "县水利局始终坚持把政务公开摆在首位，局长亲自审定目录。"),
        (STREET, "在区委、区政府的坚强领导下，公开工作稳步推进。"),
        ("青桐县水利局", "在市委、市政府的坚强领导下，公开工作稳步推进。"),
        ("苍鹰市生态环境局青桐分局", "各分局全年公开环评审批信息54条，青桐分局占12条。"),
        (COMPANY, "所属青桐县水务有限公司全年公开水价信息12条。"),
    ],
)
def test_our_own_and_those_told_for_a_reason_are_not(unit: str, text: str) -> None:
    assert names(text, unit) == []
