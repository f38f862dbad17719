"""Halls, unions and the like in their own reports, by a short name (N-01, N-02)."""

from __future__ import annotations

import pytest

from core.texts.language.own_hall import without_own_hall
from tests.core.texts.filled_reports import filled, findings_of, wrong_quotes


def wrong(unit: str, who: str, count: int) -> int:
    text = f"2024年{who}共收到政府信息公开申请{count}件，较上年增加1件，已按规定时限办理。"
    cells = {"t3.R01.C1": 2, "t3.R03.C1": 2}
    return len(wrong_quotes(filled(unit, "s1.request", text, cells)))


@pytest.mark.parametrize(
    ("unit", "who"),
    [
        *(("柏川县档案馆", "县档案馆"), ("柏川县档案馆", "档案馆"), ("泽安市残疾人联合会", "市残联")),
        *(("柏川县供销合作社", "县供销社"), ("泽安市社会科学院", "市社科院"), ("柏川县公路养护站", "县公路养护站")),
    ],
)
def test_the_own_number_of_a_hall_is_compared(unit: str, who: str) -> None:
    assert (wrong(unit, who, 3), wrong(unit, who, 2)) == (1, 0)


@pytest.mark.parametrize(
    ("unit", "who"),
    [
        *(("柏川县水利局", "县档案馆"), ("柏川县档案馆", "县图书馆"), ("柏川县档案馆", "乡镇档案馆")),
        *(("泽安市总工会", "各区县总工会"), ("泽安市残疾人联合会", "县残联")),
    ],
)
def test_the_number_of_another_is_left_alone(unit: str, who: str) -> None:
    assert wrong(unit, who, 3) == 0


def test_a_report_that_names_no_unit_yet_is_read_as_well() -> None:
    assert without_own_hall("县档案馆收到", "") == "县档案馆收到"


def test_what_a_street_calls_its_office_is_known() -> None:
    text = "本年度，我街道办事处未发生因政府信息公开引起的行政复议和行政诉讼。"
    cells = {"t4.review.total": 1, "t4.review.upheld": 1}
    assert findings_of(filled("清渠区梧桐街道办事处", "s4", text, cells), "N-06")
    assert findings_of(filled("清渠区梧桐街道办事处", "s4", text, {}), "N-06") == []
