"""What only a bureau tells of itself, told of another in its report: who leads there, what it lacks (N-10)."""

from __future__ import annotations

import pytest

from core.texts.rules.names.other_heads import other_heads


def names(text: str, unit: str) -> list[str]:
    return [span.what for span in other_heads(text, "s1.oversight", unit, [])]


@pytest.mark.parametrize(
    ("text", "unit", "name"),
    [
        (
            "青崖市住房和城乡建设局明确一名副局长分管政务公开，办公室配专职人员2名。",
            "青崖市自然资源和规划局",
            "青崖市住房和城乡建设局",
        ),
        (
            "年初，青崖市住房和城乡建设局指定局领导负责政务公开工作。",
            "青崖市自然资源和规划局",
            "青崖市住房和城乡建设局",
        ),
        ("望湖区民政局政府信息公开工作存在的不足：标准不统一。", "望湖区卫生健康局", "望湖区民政局"),
        ("区民政局2021年政府信息公开工作存在的问题：标准不统一。", "望湖区卫生健康局", "区民政局"),
    ],
)
def test_another_bureau_is_told(text: str, unit: str, name: str) -> None:
    assert names(text, unit) == [name]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("市自然资源和规划局明确一名副局长分管政务公开。", "青崖市自然资源和规划局"),
        ("青崖市林业局明确一名副局长分管政务公开。", "青崖市自然资源和规划局"),
        ("青崖市不动产登记中心明确一名副主任负责信息公开。", "青崖市自然资源和规划局"),
        ("青崖市住房和城乡建设局明确一名副局长负责与我局联合推进公开。", "青崖市自然资源和规划局"),
        ("青崖市住房和城乡建设局明确一名副局长负责工程审批。", "青崖市自然资源和规划局"),
        ("区卫健局政府信息公开工作存在的不足：标准不统一。", "望湖区卫生健康局"),
        ("望湖区疾病预防控制局政府信息公开工作存在的问题：标准不统一。", "望湖区卫生健康局"),
        ("望湖区民政局政府信息公开工作存在的不足：标准不统一。", "望湖区政务服务数据管理局"),
        ("望湖区民政局指出我局政府信息公开工作存在的不足：标准不统一。", "望湖区卫生健康局"),
    ],
)
def test_the_unit_itself_and_offices_near_to_it_are_not(text: str, unit: str) -> None:
    assert names(text, unit) == []
