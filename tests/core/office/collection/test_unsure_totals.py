"""A text is not held against a total whose printed number may be the right one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pytest

from build_scripts.sweeps.desk_folders import make_folder
from core.office.collection.file_record import FileRecord, read_record
from core.report.report import Report
from core.report.totals import report_numbers
from core.word.report import report_bytes

TODAY = date(2026, 1, 20)


@pytest.fixture
def report() -> Report:
    """Return a faultless report that tells how many applications it answered."""
    made = next(iter(make_folder(7, units=1, faults=0).reports.values()))
    made = made.with_cells({"t3.R01.C1": 17, "t3.R02.C1": 0, "t3.R03.C1": 17, "t3.R25.C1": 0})
    answered = report_numbers(made)["t3.R24.C7"]
    return made.with_texts({"s1.request": f"依申请公开：全年已办结{answered}件。"})


def read(path: Path, report: Report, granted: str, *, is_total_printed: bool = True) -> FileRecord:
    """Read the report as Word in which one cell of table 三 was typed over, and no total."""
    path.write_bytes(report_bytes(report))
    document = docx.Document(str(path))
    rows = {cell.text.strip(): row for table in document.tables for row in table.rows for cell in row.cells}
    next(c for c in rows["（一）予以公开"].cells if c.text.strip() == "17").paragraphs[0].runs[0].text = granted
    if not is_total_printed:
        rows["（七）总计"].cells[-1].paragraphs[0].runs[0].text = ""
    document.save(str(path))
    return read_record(path, "d", 2025, {}, TODAY)


def test_a_text_that_repeats_the_printed_total_is_right(report: Report, tmp_path: Path) -> None:
    found = read(tmp_path / "a.docx", report, "18")
    assert [(item.rule_id, item.written) for item in found.items] == [("T3-02", "自然人：18")]
    assert [finding["rule"] for finding in found.findings if finding["level"] != "hint"] == ["T3-02"]


def test_a_text_is_judged_where_the_totals_hold(report: Report, tmp_path: Path) -> None:
    told = report.texts["s1.request"].replace("已办结", "已办结1")
    found = read(tmp_path / "a.docx", report.with_texts({"s1.request": told}), "17")
    assert [item.rule_id for item in found.items] == ["N-04"]


def test_a_total_that_is_not_printed_rests_on_those_below_it(report: Report, tmp_path: Path) -> None:
    found = read(tmp_path / "a.docx", report, "18", is_total_printed=False)
    assert "t3.R24.C7" not in found.controls
    assert "N-04" not in {finding["rule"] for finding in found.findings}
