"""Whose numbers are told: those of an office that does it all, of a whole county, of some of it (N-01, N-07, N-17)."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from core.report.entry_text import Number
from tests.core.texts.filled_reports import filled, wrong_quotes

COUNTY = {"t3.R01.C1": 412, "t3.R01.C2": 42, "t3.R03.C1": 412, "t3.R03.C2": 42, "fee.notices": 3, "fee.collected": 860}
TOWN = {"t2.licensing.decisions": 63, "t2.penalty.decisions": 5}
BUREAU = {"t3.R01.C1": 35, "t3.R03.C1": 35, "t2.normative.in_force": 2}


def wrong(unit: str, code: str, text: str, cells: Mapping[str, Number]) -> int:
    return len(wrong_quotes(filled(unit, code, text, cells)))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("镇综合便民服务中心全年共办理行政许可36件，主要为林木采伐。", 1),
        ("全年由镇便民服务大厅办理行政许可36件。", 1),
        ("镇党群服务中心全年办理行政许可63件。", 0),
        ("镇综合便民服务中心办理行政许可36件，农业综合服务中心办理27件。", 0),
        ("镇综合便民服务中心办理行政许可36件，综合执法办公室办理行政许可27件。", 0),
        ("镇便民服务中心共办理行政许可36件，另有27件由县局派驻窗口办理。", 0),
        ("青山镇综合便民服务中心全年共办理行政许可36件。", 0),
        ("镇综合便民服务中心代办行政许可36件。", 0),
    ],
)
def test_licences_of_the_service_centre_are_those_of_the_township(text: str, count: int) -> None:
    assert wrong("柳河县白沙镇人民政府", "s2", text, TOWN) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("县政府及其部门、各乡镇（街道）本年新收政府信息公开申请445件。", 1),
        ("县本级及各乡镇新收政府信息公开申请445件。", 1),
        ("县政府及所属部门和各乡镇、街道收到政府信息公开申请454件。", 0),
        ("各乡镇（街道）新收政府信息公开申请45件。", 0),
        ("县政府办公室及各乡镇新收政府信息公开申请45件。", 0),
        ("县本级及5个乡镇新收政府信息公开申请45件。", 0),
    ],
)
def test_all_offices_of_a_county_are_what_its_tables_count(text: str, count: int) -> None:
    assert wrong("云溪县人民政府", "s1.request", text, COUNTY) == count
    assert wrong("云溪县水利局", "s1.request", text, BUREAU) == 0


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("县本级及各乡镇均未向申请人收取信息处理费。", 1),
        ("各部门、各乡镇均未向申请人收取信息处理费。", 1),
        ("各乡镇均未向申请人收取信息处理费。", 0),
        ("县本级未向申请人收取信息处理费。", 0),
    ],
)
def test_townships_alone_are_not_all_of_a_county(text: str, count: int) -> None:
    assert wrong("云溪县人民政府", "s6", text, COUNTY) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("局办公室会同法规科对现行有效的3件行政规范性文件重新核对了文号。", 1),
        ("法规科联合办公室对现行有效的2件行政规范性文件重新核对。", 0),
        ("局办公室会同法规科对县政府现行有效的3件行政规范性文件重新核对了文号。", 0),
        ("局办公室会同法规科对全市现行有效的36件行政规范性文件重新核对了文号。", 0),
        ("局办公室会同法规科对涉企的3件行政规范性文件重新核对了文号。", 0),
    ],
)
def test_who_works_on_documents_with_whom_narrows_nothing(text: str, count: int) -> None:
    assert wrong("禾川县市场监督管理局", "s1.manage", text, BUREAU) == count


@pytest.mark.parametrize(
    ("unit", "text", "found"),
    [
        ("云岭县人民政府", "各地各部门均在法定期限内全部办结并答复申请人。", 1),
        ("云岭县人民政府", "各地区、各部门全部按期办结。", 1),
        ("云岭县水务局", "各地各部门均已全部办结。", 0),
    ],
)
def test_all_places_and_offices_are_the_whole_county(unit: str, text: str, found: int) -> None:
    cells = {"t3.R01.C1": 12, "t3.R03.C1": 10, "t3.R25.C1": 2}
    assert wrong(unit, "s3", f"全年收到申请12件，{text}", cells) == found
    assert wrong(unit, "s3", f"全年收到申请12件，{text}", {"t3.R01.C1": 12, "t3.R03.C1": 12}) == 0
