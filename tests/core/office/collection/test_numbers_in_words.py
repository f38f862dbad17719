"""Tables whose numbers are written in Chinese characters: all tables are found, and a letter names the cause once."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import docx

from core.office.collection.file_record import FileRecord, read_record
from core.office.collection.letter_answers import found_again
from core.report.report import new_report
from core.word.report import report_bytes

_CHARACTERS = "零一二三四五六七八九"


def _record(folder: Path, count: int) -> FileRecord:
    """Return what is read of a report in which so many cells, from the first one on, are written in characters."""
    report = new_report("某县水利局", "政府部门", 2025, with_zeros=True)
    report = report.with_cells(dict.fromkeys(report.form.tables["t2"].cells, 0))
    report = report.with_cells({"t3.R01.C1": 3, "t3.R03.C1": 3, "t4.review.upheld": 2})
    document = docx.Document(io.BytesIO(report_bytes(report)))
    for table in document.tables:
        for cell in dict.fromkeys(cell for row in table.rows for cell in row.cells):
            if cell.text.strip().isdecimal() and count:
                cell.paragraphs[0].runs[0].text = _CHARACTERS[int(cell.text)]
                count -= 1
    path = folder / "报告.docx"
    document.save(str(path))
    return read_record(path, "d", 2025, {}, date(2026, 1, 20))


def test_all_tables_are_found_and_one_item_names_the_cause(tmp_path: Path) -> None:
    record = _record(tmp_path, 999)
    (item,) = [item for item in record.items if item.rule_id == "C-04"]
    assert (item.part, item.place) == ("整份报告", "表中数字写成中文")
    assert item.written.startswith("规章（本年制发件数）：零、规章（本年废止件数）：零、")
    assert item.written.endswith("格")
    assert "请全部改成阿拉伯数字，合计也要改。" in item.check
    assert not [item for item in record.items if item.rule_id == "C-03" and "表" in item.check]
    assert record.refused["t4.review.upheld"] == "二"


def test_a_few_such_cells_are_told_one_by_one(tmp_path: Path) -> None:
    items = [item for item in _record(tmp_path, 3).items if item.rule_id == "C-04"]
    assert [item.part for item in items] == ["第二部分"] * 3


def test_those_of_them_that_are_left_were_told_already(tmp_path: Path) -> None:
    told, left = ([i for i in _record(tmp_path, count).items if i.rule_id == "C-04"] for count in (10, 3))
    assert (len(told), [*found_again(told, left).values()]) == (1, told * 3)
