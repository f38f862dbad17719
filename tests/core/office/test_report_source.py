"""What a workbook is, told without reading one of somebody else as a draft."""

from pathlib import Path

import openpyxl
import pytest

from core.base.errors import FileError
from core.draft.workbook import raw_workbook, save_draft
from core.office.department_sheets import new_identity, workbook_of
from core.office.report_source import draft_in
from core.report.report import Report, new_report


@pytest.fixture
def report() -> Report:
    return new_report("某县林业局", "政府部门", 2025)


@pytest.mark.parametrize("lost", ["nothing", "names", "keys"])
def test_a_draft_is_known_by_its_names_or_by_its_keys(report: Report, tmp_path: Path, lost: str) -> None:
    path = tmp_path / "草稿.xlsx"
    save_draft(report, path)
    book = openpyxl.load_workbook(path)
    if lost == "names":
        book.defined_names.clear()
    for sheet in book.worksheets if lost == "keys" else ():
        for cell in (*sheet[1], *sheet["A"]):
            cell.value = None
    book.save(path)
    found = draft_in(path)
    assert found is not None
    assert (found.unit, found.year) == (report.unit, report.year)


def test_the_sheet_of_a_department_is_called_so(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "科室.xlsx"
    path.write_bytes(workbook_of(new_identity(report, "办公室")))
    with pytest.raises(FileError, match="是科室填报表"):
        draft_in(path)


def test_of_somebody_elses_workbook_no_cell_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = openpyxl.Workbook()
    book["Sheet"]["A1"] = "登记号"
    book.save(tmp_path / "台账.xlsx")
    monkeypatch.setattr(raw_workbook, "read_workbook", lambda *_: pytest.fail("it was read"))
    assert draft_in(tmp_path / "台账.xlsx") is None
