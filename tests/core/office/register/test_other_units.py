"""Rows that another unit deals with are told; departments, short names and a government's bureaus are no others."""

from pathlib import Path

import pytest

from tests.core.office.register.register_files import GOOD, HEAD, counted, text_register

MOST = "承办单位多数写“人社局”，另有“水利局”1件、“城关镇”1件（登记号3、5），都已计入；"
MINE = "云岭县人力资源和社会保障局"
ADVICE = "不是本机关收到的申请，请把办理结果改为“不计”。"


def units(folder: Path, head: str, *names: str, ours: str = "") -> list[str]:
    rows = [(str(n), f"2025-3-{n}", *GOOD[2:], name) for n, name in enumerate(names, 1)]
    found = counted(text_register(folder, *rows, head=(*HEAD, head)), unit=ours)
    assert not found.unread
    return [one.message for one in found.findings if one.rule == "REG-14"]


@pytest.mark.parametrize("head", ["承办单位", "承办科室", "责任科室"])
def test_rows_of_another_unit_are_told(head: str, tmp_path: Path) -> None:
    assert units(tmp_path, head, "人社局", "人社局", "水利局", "人社局", "城关镇") == [MOST + ADVICE]


@pytest.mark.parametrize("head", ["受理机关", "受理单位", "答复机关", "责任单位", "被申请机关", "所属单位", "接收单位"])
def test_whoever_received_it_is_looked_at_like_who_deals_with_it(head: str, tmp_path: Path) -> None:
    found = units(tmp_path, head, "人社局", "人社局", "水利局", "人社局", "城关镇", ours="云岭县人社局")
    assert found == [MOST.replace("承办单位", head) + ADVICE]


@pytest.mark.parametrize("names", [("办公室", "法规科", "信息科"), ("人社局", "人社局", "仲裁科"), ("人社局", "")])
def test_departments_are_no_other_units(names: tuple[str, ...], tmp_path: Path) -> None:
    for head in ("承办单位", "受理机关"):
        assert units(tmp_path, head, *names) == []
        assert units(tmp_path, head, *names, ours=MINE) == []


def test_a_hall_is_no_other_unit(tmp_path: Path) -> None:
    names = ("办公室", "办事大厅", "政务服务大厅", "县水利局")
    told = units(tmp_path, "承办科室", *names, ours=MINE)[0]
    assert "“县水利局”1件（登记号4）" in told
    assert "大厅" not in told
    assert "“省司法厅”1件" in units(tmp_path, "承办科室", "办公室", "办公室", "省司法厅", ours=MINE)[0]


def test_a_centre_may_receive_for_others(tmp_path: Path) -> None:
    names = ("办公室", "法规科", "信息中心")
    assert units(tmp_path, "承办单位", *names, ours=MINE) == []
    told = "受理机关多数写“办公室”，另有“信息中心”1件（登记号3），都已计入；"
    assert units(tmp_path, "受理机关", *names, ours=MINE) == units(tmp_path, "受理机关", *names) == [told + ADVICE]


def test_a_department_is_not_everybody_s(tmp_path: Path) -> None:
    assert len(units(tmp_path, "承办单位", "办公室", "办公室", "县民政局")) == 1


def test_the_same_bureau_of_another_county_is_another_unit(tmp_path: Path) -> None:
    names = ("县司法局", "县司法局", "邻水县司法局", "县政府办公室")
    assert "“邻水县司法局”1件、“县政府办公室”1件" in units(tmp_path, "受理机关", *names, ours="云溪县司法局")[0]
    assert "“邻水县司法局”1件、“县政府办公室”1件" in units(tmp_path, "承办单位", *names, ours="云溪县司法局")[0]


def test_a_dash_names_nobody(tmp_path: Path) -> None:
    assert units(tmp_path, "受理机关", "县司法局", "—", "无", "", ours="云溪县司法局") == []


def test_a_register_of_another_unit_is_told(tmp_path: Path) -> None:
    names = ("云岭县林业局", "云岭县林业局", "云岭县水利局")
    assert units(tmp_path, "受理机关", *names, ours="青石市公园管理中心") == [
        "受理机关写的是“云岭县林业局”2件、“云岭县水利局”1件（登记号1、2、3），"
        "本报告的单位是“青石市公园管理中心”，都已计入；请核对是不是选错了台账。"
    ]


@pytest.mark.parametrize(
    "ours", ["云岭县林业局", "云岭县林业和草原局", "大理州云岭县林业局", "云岭县林业局（云岭县绿化委员会）", ""]
)
def test_our_own_names_are_ours(ours: str, tmp_path: Path) -> None:
    for name in ("云岭县林业局", "县林业局", "林业局"):
        assert units(tmp_path, "受理机关", name, name, "", ours=ours) == []


def test_a_government_has_its_departments_deal_with_requests(tmp_path: Path) -> None:
    government = "云岭县人民政府"
    assert units(tmp_path, "受理机关", "县政府办", "县政府办公室", "县政府办", ours=government) == []
    assert units(tmp_path, "受理机关", "云岭县人民政府", "县政府", "云岭县人民政府", ours=government) == []
    assert units(tmp_path, "承办单位", "县林业局", "县林业局", ours=government) == []
    assert units(tmp_path, "责任部门", "经济发展局", "经济发展局", ours="云岭经济开发区管理委员会") == []
    assert len(units(tmp_path, "受理机关", "县林业局", "县林业局", ours=government)) == 1


def test_two_columns_that_name_the_same_are_told_once(tmp_path: Path) -> None:
    rows = [(str(n), f"2025-3-{n}", *GOOD[2:], name, name) for n, name in enumerate(("人社局", "人社局", "水利局"), 1)]
    found = counted(text_register(tmp_path, *rows, head=(*HEAD, "受理机关", "承办单位")))
    assert [one.rule for one in found.findings] == ["REG-14"]


def test_rows_of_another_year_are_not_told(tmp_path: Path) -> None:
    rows = [(*GOOD, "人社局"), ("2", "2024-3-5", "自然人", "2024-3-9", "予以公开", "水利局")]
    found = counted(text_register(tmp_path, *rows, head=(*HEAD, "受理机关")))
    assert [one.rule for one in found.findings] == ["REG-9"]


def test_a_unit_with_blanks_in_its_name_is_told_once(tmp_path: Path) -> None:
    assert units(tmp_path, "承办单位", "人社局", "人社局", "人 社局", "水利局", "水 利局") == [
        "承办单位多数写“人社局”，另有“水利局”2件（登记号4、5），都已计入；不是本机关收到的申请，请把办理结果改为“不计”。"
    ]
