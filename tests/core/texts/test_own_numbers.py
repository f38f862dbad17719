"""What another unit is told to have done, in the numbers of our tables (N-10)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of

BUREAU, COUNTY = "青桐市水利局", "青桐县人民政府"
CELLS = {"t3.R01.C1": 24, "t3.R03.C1": 24, "t2.licensing.decisions": 318, "t2.penalty.decisions": 27}


def named(unit: str, text: str, code: str = "s1.active") -> list[str]:
    return [f.message for f in findings_of(filled(unit, code, text, CELLS), "N-10")]


@pytest.mark.parametrize(
    ("unit", "text", "name"),
    [
        (BUREAU, "2024年，白鹭县水利局共办理行政许可318件，作出行政处罚决定27件。", "白鹭县水利局"),
        (BUREAU, "全年作出行政处罚决定27件，办理行政许可318件，均由苍鹰市水利局网上公示。", "苍鹰市水利局"),
        (BUREAU, "苍鹰镇人民政府全年作出行政处罚决定27件，办理行政许可318件。", "苍鹰镇人民政府"),
        (COUNTY, "2024年，白鹭县各级行政机关办理行政许可318件，结果全部上网。", "白鹭县"),
        (COUNTY, "2024年，全市办理行政许可318件，作出行政处罚决定27件。", "全市"),
    ],
)
def test_whose_numbers_are_ours_stands_for_us(unit: str, text: str, name: str) -> None:
    assert any(f"“{name}”" in message for message in named(unit, text))


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        (BUREAU, "2024年，白鹭县水利局共办理行政许可142件，数量居各县前列。"),
        (BUREAU, "2024年，青桐市行政审批局集中办理行政许可318件。"),
        (BUREAU, "白鹭县水利局受我局委托办理行政许可318件。"),
        (BUREAU, "白鹭县水利局以我局名义办理行政许可318件。"),
        (BUREAU, "青桐市水利局全年办理行政许可318件，作出行政处罚决定27件。"),
        (BUREAU, "市水利局全年办理行政许可318件，作出行政处罚决定27件。"),
        (COUNTY, "县水利局办理行政许可318件，县公安局作出行政处罚决定27件。"),
        (COUNTY, "全县办理行政许可318件，作出行政处罚决定27件。"),
        (COUNTY, "2024年，全市办理行政许可5120件，其中我县318件。"),
    ],
)
def test_other_numbers_and_reasons_are_no_slips(unit: str, text: str) -> None:
    assert named(unit, text) == []
