"""What an import put elsewhere or did not read is told of its unit; the unit need not write anew what it wrote."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest

from build_scripts.sweeps.desk_folders import make_folder
from core.form.form_definition import Level
from core.office.collection.collected import Collected, Request
from core.office.collection.desk_workbook import finding_rows
from core.office.collection.file_record import FileRecord, read_record
from core.office.collection.folder_reading import FoundFile
from core.office.collection.ledger import make_ledger
from core.office.collection.state import _record, _record_json
from core.office.collection.unit_list import ListedUnit
from core.office.collection.while_reading import told_partly
from core.report.report import Report
from core.report.totals import report_numbers
from core.word.report import report_bytes
from gui.collection.unit_lines import unit_lines
from gui.collection.unit_panel import _lines
from tests.core.office.collection.desk_samples import desk, file, record
from tests.core.office.collection.test_unsure_totals import read as read_total

TODAY = date(2026, 1, 20)
HEADING, OTHER = "（四）政府信息公开平台建设", "（四）加强新媒体建设"


@pytest.fixture
def report() -> Report:
    made = next(iter(make_folder(7, units=1, faults=0).reports.values()))
    made = made.with_cells({"t3.R01.C1": 17, "t3.R02.C1": 0, "t3.R03.C1": 17, "t3.R25.C1": 0})
    texts = {code: made.texts.get(code) or "已按规定办理。" for code in ("s1.active", "s1.manage", "s1.oversight")}
    answered = report_numbers(made)["t3.R24.C7"]
    return made.with_texts({**texts, "s1.platform": "已改版。", "s1.request": f"依申请公开：全年已办结{answered}件。"})


def read(path: Path, report: Report, changes: Iterable[tuple[str, str]], *, more_table: bool = False) -> FileRecord:
    path.write_bytes(report_bytes(report))
    document = docx.Document(str(path))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    paragraphs = [*document.paragraphs, *(paragraph for cell in cells for paragraph in cell.paragraphs)]
    for old, new in changes:
        found = next(paragraph for paragraph in paragraphs if paragraph.text.strip() == old)
        found.runs[0].text = new
        for run in found.runs[1:]:
            run.text = ""
    if more_table:
        table = document.add_table(2, 2)
        for place, text in enumerate(("建议提案", "公开数", "8", "8")):
            table.cell(place // 2, place % 2).text = text
    document.save(str(path))
    return read_record(path, "d", 2025, {}, TODAY)


def test_what_was_put_elsewhere_or_not_read_is_told_and_kept(report: Report, tmp_path: Path) -> None:
    found = read(tmp_path / "a.docx", report, [(HEADING, OTHER)], more_table=True)
    assert any(f"“{OTHER}”不是五个方面的名称" in said for said in found.told)
    assert any("没有读入" in said and "建议提案" in said for said in found.told)
    assert _record(_record_json(found)).told == found.told
    made = desk([file(report.unit, told=found.told)], [ListedUnit(report.unit)])
    assert made.units[0].open_doubts == 0  # nobody has to do anything
    rows = [row for row in finding_rows(made) if row[4] == "读入说明"]
    assert [(row[1], row[5]) for row in rows] == [("提示", said) for said in found.told]


def test_a_unit_is_not_asked_to_write_what_stands_below_another_heading(report: Report, tmp_path: Path) -> None:
    (item,) = read(tmp_path / "a.docx", report, [(HEADING, OTHER)]).items
    assert (item.rule_id, item.written) == ("N-14c", OTHER)
    assert "只改小标题，文字不用重写" in item.check
    assert "下没有文字，请补写" not in item.check


def test_a_heading_without_any_text_is_still_to_be_filled(report: Report, tmp_path: Path) -> None:
    (item,) = read(tmp_path / "a.docx", report, [("已改版。", "")]).items
    assert item.written == "没有文字"
    assert item.check == f"第一部分的小标题“{HEADING}”下没有文字，请补写。"


def test_a_finding_that_waits_for_a_total_is_told_with_why(report: Report, tmp_path: Path) -> None:
    found = read_total(tmp_path / "a.docx", report, "18")
    (said,) = (said for said in found.told if "退回意见先不写" in said)
    assert "办结" in said
    assert "N-04" not in {finding["rule"] for finding in found.findings}


def lines_of(**found: Any) -> list[str]:
    made = desk([file("甲局", **found)], [ListedUnit("甲局")])
    return [line.text for line in _lines(made.units[0], Collected(made, make_ledger(made.form, []), None))]


def finding(rule: str, level: Level = "error", places: tuple[dict[str, object], ...] = ()) -> dict[str, object]:
    return {"rule": rule, "level": level, "cells": [], "places": list(places), "message": "有一处。"}


def test_the_panel_lists_them_and_says_what_the_opened_report_shows_otherwise() -> None:
    lines = lines_of(told=("没有读入一个表。",), findings=(finding("C-03"), finding("C-06", "warning")))
    assert "读入时的说明，不写入退回意见（1）" in lines
    assert lines[-1] == "没有读入一个表。"
    assert "打开报告看到的问题与这里不同：没有填的格列在“未填”，没有印的总计由程序算出，不列。" in lines
    place = {"text": "s1", "start": 0, "end": 1}
    assert not any("不同" in line for line in lines_of(findings=(finding("N-13", "warning", (place,)),)))


def test_a_missing_unit_shows_how_much_was_found_and_each_heading_differs() -> None:
    made = desk([file("乙局")], [ListedUnit("甲局", note="并入水利局"), ListedUnit("乙局")])
    collected = Collected(made, make_ledger(made.form, []), None)
    assert [line.texts[4] for line in unit_lines(collected)] == ["1／1", "0／0"]
    headings = [line.text for line in _lines(made.units[0], collected) if line.is_heading]
    assert headings == ["审核中发现的错误（1）", "审核中发现的疑点（1）"]


def test_while_files_are_read_nothing_is_told_of_a_unit_whose_file_is_still_to_come(tmp_path: Path) -> None:
    listed = [ListedUnit("甲局", note="并入水利局"), ListedUnit("乙局")]
    files = [FoundFile(tmp_path / "乙局.docx", "乙局.docx", "d-乙局")]
    seen: list[Collected] = []
    told = told_partly(Request(tmp_path, 2025, tmp_path, TODAY), files, listed, {}, seen.append)
    told({files[0].key: record("乙局")})
    assert [unit.name for unit in seen[0].desk.units] == ["乙局"]
    assert seen[0].desk.batch == []
