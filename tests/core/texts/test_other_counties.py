"""Another county as the place of our office, our site or our towns (N-10)."""

from __future__ import annotations

import pytest

from core.texts.rules.names.other_counties import other_counties

UNIT = "青桐县水利局"


def names(text: str, unit: str = UNIT) -> list[str]:
    return [span.what for span in other_counties(text, unit)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("办公地址：白鹭县城关镇建设路8号。", "白鹭县"),
        ("通过白鹭县人民政府门户网站公开信息512条。", "白鹭县人民政府"),
        ("白鹭县各乡镇全年更新公示栏46期。", "白鹭县"),
        ("2024年，白鹭县主动公开水利信息512条。", "白鹭县"),
    ],
)
def test_another_county_is_told(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "办公地址：苍鹰市青桐县城关镇建设路8号。",
        "通过青桐县人民政府门户网站公开信息512条。",
        "通过县人民政府门户网站公开信息512条，全县各乡镇更新公示栏46期。",
        "白鹭县各乡镇与我县相邻，双方公布界河信息12条。",
        "申请人要求公开白鹭县各乡镇的水库名录，告知其向该县申请。",
        "通过苍鹰市人民政府门户网站公开信息512条。",
    ],
)
def test_our_own_and_those_above_us_are_not(text: str) -> None:
    assert names(text) == []


def test_a_city_lies_in_no_county() -> None:
    assert names("通过白鹭县人民政府门户网站公开信息512条。", "苍鹰市水利局") == []
