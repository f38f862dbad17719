"""Other units whose plans or work a report tells as its own (N-10), and last year's weak points (N-08)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of

STREET, HALL, BUREAU = "阳河区新桥街道办事处", "岭东省水利厅", "泽安市水利局"


@pytest.mark.parametrize(
    ("unit", "code", "text"),
    [
        (HALL, "s5", "市县指导不够经常。今后，岭东省自然资源厅将健全同步起草机制。"),
        (HALL, "s5", "市县指导不够经常。下一步，岭东省自然资源厅将围绕短板建立台账。"),
        (STREET, "s5", "下一步，清河街道办事处将继续加强培训。"),
        (STREET, "s1.oversight", "清河街道办事处把政务公开列入考核，全年我街道召开专题会2次。"),
        (STREET, "s1.oversight", "全年清河街道办事处组织培训3次。"),
    ],
)
def test_another_unit_of_the_same_kind_is_found(unit: str, code: str, text: str) -> None:
    assert len(findings_of(filled(unit, code, text, {}), "N-10")) == 1


@pytest.mark.parametrize(
    ("unit", "code", "text"),
    [
        (HALL, "s5", "今后，岭东省水利厅将健全机制。下一步，省水利厅将完善制度。"),
        (BUREAU, "s5", "下一步，岭东省自然资源厅将继续加强对市县的指导。"),
        (STREET, "s1.oversight", "新桥街道办事处把政务公开列入考核。各街道办事处组织培训。"),
        (STREET, "s1.oversight", "阳河区各街道办事处将公开纳入考核。"),
        ("阳河区人民政府", "s5", "下一步，清河街道办事处将开展试点。"),
    ],
)
def test_the_unit_itself_and_those_above_it_are_not(unit: str, code: str, text: str) -> None:
    assert findings_of(filled(unit, code, text, {}), "N-10") == []


@pytest.mark.parametrize(
    "hoped", ["与人民群众的期待", "与上级要求", "同兄弟单位", "和其他省厅", "与新形势新任务的要求", "与先进地区"]
)
def test_falling_short_of_what_is_hoped_for_compares_no_years(hoped: str) -> None:
    text = f"2023年，我厅政府信息公开工作虽取得一定成效，但{hoped}相比仍有差距。"
    assert len(findings_of(filled(HALL, "s5", text, {}), "N-08")) == 1


@pytest.mark.parametrize(
    "text", ["2023年，我厅公开320条，与今年相比少30条。", "2023年，我厅公开62条，与上年相比增加4条。"]
)
def test_comparing_years_is_left_alone(text: str) -> None:
    assert findings_of(filled(HALL, "s5", text, {}), "N-08") == []
