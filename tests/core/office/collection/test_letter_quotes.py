"""A letter quotes what stands in cells that count as blank."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pytest

from build_scripts.sweeps.desk_folders import make_folder
from core.office.collection.file_record import read_record
from core.word.report import report_bytes


@pytest.mark.parametrize(
    ("table", "marks", "written"),
    [(0, ("无", "无", ""), "2格“无”、1格空白"), (0, ("-", "-", "-"), "3格“-”"), (-1, ("无",) * 3, "2格空白或“无”")],
)
def test_a_dash_or_a_word_for_nothing_is_quoted(
    table: int, marks: tuple[str, ...], written: str, tmp_path: Path
) -> None:
    made = make_folder(7, units=1, faults=0)
    path = tmp_path / "a.docx"
    path.write_bytes(report_bytes(next(iter(made.reports.values()))))
    document = docx.Document(str(path))
    wanted = list(marks)  # of the last table one of the three cells is a total
    for row in document.tables[table].rows:
        for cell in row.cells[-3:]:
            if wanted and cell.text.strip() == "0":
                cell.paragraphs[0].runs[0].text = wanted.pop(0)
    document.save(str(path))
    items = read_record(path, "d", 2025, {}, date(2026, 1, 20)).items
    assert [item.written for item in items if item.rule_id == "C-03"] == [written]
