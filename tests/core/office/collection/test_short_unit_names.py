"""Whose an unread file is, by the short name that it bears."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from core.office.collection.desk import DeskFile
from core.office.collection.file_owner import FileNames
from core.office.collection.file_record import UNREAD, FileRecord, read_record
from tests.core.office.collection.desk_samples import desk, file

LARGE, SMALL = "云岭县大青石镇人民政府", "云岭县青石镇人民政府"
STREET, ZONE = "云岭县凤鸣街道办事处", "云岭经济开发区管理委员会"
BRANCH, WATER = "云岭市生态环境局云岭县分局", "云岭县水利局"
OFFICE, MARKET = "云岭县人民政府办公室", "云岭县市场监督管理局"
UNITS = (LARGE, SMALL, STREET, ZONE, BRANCH, WATER, OFFICE, "云岭县自然资源局", "云岭县人力资源和社会保障局", MARKET)
WHY = "“{file}”是旧版 Word 文档（.doc），不能直接读取。请另存为 .docx。"


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("大青石镇.txt", LARGE),
        ("大青石镇.doc", LARGE),
        ("青石镇年报.doc", SMALL),
        ("云岭青石镇政府2025年报.doc", SMALL),
        ("凤鸣街道.doc", STREET),
        ("凤鸣街道办.doc", STREET),
        ("经开区2025.wps", ZONE),
        ("开发区.doc", ZONE),
        ("经开区管委会.doc", ZONE),
        ("生态环境分局.doc", BRANCH),
        ("水利局.doc", WATER),
        ("县政府办.doc", OFFICE),
        ("市监局年报.doc", MARKET),
        ("资源局.doc", ""),
        ("环保局分局.doc", ""),
        ("县政府.doc", ""),
        ("石镇.doc", ""),
        ("新报.doc", ""),
    ],
)
def test_a_short_name_is_that_of_the_one_unit_whose_it_may_be(name: str, unit: str) -> None:
    named, likely = FileNames(UNITS).unread({name: FileRecord("d", UNREAD, why=WHY)})
    assert (named, likely) == ({}, {unit: [name]} if unit else {})


def test_a_town_is_not_the_one_whose_name_ends_like_its_own() -> None:
    unread = {"青石镇.doc": FileRecord("d", UNREAD, why=WHY)}
    assert FileNames([LARGE, WATER]).unread(unread) == ({}, {})


def test_a_branch_is_that_of_the_only_bureau() -> None:
    bureau = "云州市云岭生态环境局"
    unread = {"生态环境分局.doc": FileRecord("d", UNREAD, why=WHY)}
    assert FileNames([bureau, WATER]).unread(unread) == ({}, {bureau: ["生态环境分局.doc"]})
    assert FileNames([bureau, BRANCH]).unread(unread) == ({}, {BRANCH: ["生态环境分局.doc"]})


def test_the_title_of_an_unread_file_names_its_unit(tmp_path: Path) -> None:
    path = tmp_path / "1.txt"
    lines = [f"{LARGE}2025年政府信息公开工作年度报告", *"一二三"]
    path.write_text("\n".join(lines), encoding="utf-8")
    record = read_record(path, "d", 2025, {}, date(2026, 1, 20))
    assert (record.kind, record.lines) == (UNREAD, (lines[0],))
    found = next(f for f in desk([DeskFile("1.txt", record), file(WATER)], [LARGE, WATER]).batch)
    assert (found.units, found.files) == ((LARGE,), ("1.txt",))


def test_a_paper_that_is_no_report_gives_no_title(tmp_path: Path) -> None:
    path = tmp_path / "1.txt"
    path.write_text(f"{OFFICE}关于报送2025年政府信息公开工作年度报告的通知\n请各单位按时编制。", encoding="utf-8")
    assert read_record(path, "d", 2025, {}, date(2026, 1, 20)).lines != ()
    path.write_text(f"{OFFICE}关于编制政府信息公开工作年度报告的通知\n请各单位按时编制。", encoding="utf-8")
    assert read_record(path, "d", 2025, {}, date(2026, 1, 20)).lines == ()
