"""The unit whose openness a report is said to tell of, and slips in what our own is called for (N-10)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of

_STREET, _PLANNERS, _STATISTICS = "江桐市城东区人民政府槐安街道办事处", "宁州市自然资源和规划局", "柳溪县统计局"


@pytest.mark.parametrize("code", ["lead", "s1", "s1.platform"])
@pytest.mark.parametrize(
    ("unit", "text", "name"),
    [
        (_STREET, "反映2024年1月1日至2024年12月31日桂园街道办事处履行政府信息公开职责的情况。", "桂园街道办事处"),
        (_STREET, "本报告反映桂园街道2024年政府信息公开工作情况。", "桂园街道"),
        (_STREET, "现将桂园街道办事处2024年政府信息公开工作情况报告如下。", "桂园街道办事处"),
        (_STATISTICS, "本报告全面总结2024年度青田县统计局政府信息公开工作的总体情况。", "青田县统计局"),
        (_STATISTICS, "本报告反映了杨溪县统计局2024年度政府信息公开工作开展情况。", "杨溪县统计局"),
        (_PLANNERS, "公众可与宁州市自然资源和规化局办公室联系。", "宁州市自然资源和规化局"),
        (_PLANNERS, "宁州市自燃资源和规划局全年主动公开信息21条。", "宁州市自燃资源和规划局"),
    ],
)
def test_another_name_where_ours_belongs_is_told(code: str, unit: str, text: str, name: str) -> None:
    report = filled(unit, code, text, {})
    marked = [text[place.start : place.end] for one in findings_of(report, "N-10") for place in one.places]
    assert name in marked


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        (_STREET, "本年度报告反映2024年1月1日至2024年12月31日槐安街道办事处履行政府信息公开职责的情况。"),
        (_STREET, "本报告反映槐安街道2024年政府信息公开工作情况。"),
        (_STREET, "本报告所列数据包括2024年从桂园街道办事处划入的3个社区。"),
        (_STREET, "上级通报反映桂园街道政府信息公开工作情况较好，我街道派人学习。"),
        (_STREET, "本报告反映城东区人民政府槐安街道办事处2024年政府信息公开情况。"),
        (_STATISTICS, "本报告反映县统计局2024年政府信息公开工作情况。"),
        (_STATISTICS, "本报告总结全县统计系统政府信息公开工作情况。"),
        ("云岭县人民政府", "本报告反映云岭县人民政府及其部门2024年政府信息公开工作情况。"),
        ("云岭县人民政府", "本报告汇总反映全县各乡镇人民政府政府信息公开工作情况。"),
        (_PLANNERS, "公众可与宁州市自然资源和规划局（市林业局）办公室联系。"),
        ("宁州市公安局东城分局", "宁州市公安局西城分局来我局交流。"),
    ],
)
def test_our_own_name_and_what_others_do_are_left_alone(unit: str, text: str) -> None:
    assert not findings_of(filled(unit, "s1", text, {}), "N-10")
