"""A draft whose sheet 基本信息, which says what it is, was removed or spoilt in Excel."""

from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from core.base.errors import FileError
from core.draft.draft_versions import keep_file, list_versions, read_version
from core.draft.workbook import NotADraftError, load_draft, save_draft
from core.office.report_source import open_report
from core.report.report import Report, new_report


@pytest.mark.parametrize("is_removed", [True, False])
def test_it_is_called_a_draft_all_the_same(tmp_path: Path, is_removed: bool) -> None:
    path = tmp_path / "d.xlsx"
    save_draft(Report(), path)
    book = openpyxl.load_workbook(path)
    if is_removed:
        del book["基本信息"]
    for name in [name for name in book.defined_names if name.startswith(("nb_meta_", "nb_file_"))]:
        book.defined_names[name].attr_text = "说明!$A$1"
    book.save(path)

    for read in (load_draft, open_report):  # and it is not checked as a published report
        with pytest.raises(FileError, match="是本程序的草稿，但缺少工作表“基本信息”") as caught:
            read(path)
        assert not isinstance(caught.value, NotADraftError)
        assert "版本历史" in caught.value.advice


@pytest.mark.parametrize("key", ["t2", "t3", "t4"])
def test_a_table_copied_into_another_workbook_makes_no_draft_of_it(tmp_path: Path, key: str) -> None:
    path = tmp_path / "d.xlsx"
    save_draft(Report(), path)
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets:
        if sheet["A1"].value != f"nb:{key}":
            del book[sheet.title]
    book.save(path)

    with pytest.raises(NotADraftError):
        load_draft(path)


def test_a_new_report_saved_under_its_name_finds_its_versions(tmp_path: Path) -> None:
    """This is what the advice sends the clerk to do."""
    path = tmp_path / "d.xlsx"
    report = new_report("某局", "政府部门", 2025).with_cells({"t3.R01.C1": 4})
    save_draft(report, path)
    keep_file(path, datetime(2026, 1, 8, 9), "saved")
    path.rename(tmp_path / "坏的.xlsx")
    save_draft(new_report("某局", "政府部门", 2025), path)

    assert [read_version(version) for version in list_versions(path)] == [report]
