"""Drafts that hold otherwise than they show: merged cells, formats, hidden rows, values of Excel among the texts."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from core.draft.workbook import LoadedDraft, load_draft, save_draft
from core.office.department_sheets import new_identity, read_department_workbook, workbook_of
from core.report.report import new_report
from core.validation.validation import check_report
from tests.workbook_cells import changed, place_of

T2, T3, S5 = "二、主动公开（表）", "三、依申请公开（表）", "五、问题及改进"
CELL = "t2.licensing.decisions"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A draft with two numbers and a text."""
    report = new_report("某某县水利局", "政府部门", 2025, with_zeros=True)
    path = tmp_path / "草稿.xlsx"
    save_draft(report.with_cells({CELL: 656, "t2.normative.repealed": 8}).with_texts({"s5": "问题。\n改进。"}), path)
    return path


def rewritten(path: Path, change: Callable[[str, str], tuple[str, str]]) -> LoadedDraft:
    """Change names and texts of the parts of a draft, and read it."""
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(path, "w") as archive:
        for name, data in parts.items():
            new_name, text = change(name, data.decode("utf-8"))
            archive.writestr(new_name, text)
    return load_draft(path)


def doubts(loaded: LoadedDraft) -> list[str]:
    """Return the sentences of what is to be settled."""
    found = check_report(loaded.report, final=True, today=date(2026, 1, 10)).findings
    return [finding.message for finding in found if finding.rule_id == "C-07"]


def test_a_number_under_a_merged_cell_is_not_read_and_told(draft: Path) -> None:
    def paint(name: str, text: str) -> tuple[str, str]:  # the format painter leaves what it covers in the file
        covered = '<mergeCell ref="C9:E9"/>'
        return name, text.replace(covered, covered + '<mergeCell ref="C7:D7"/>')

    loaded = rewritten(draft, paint)

    assert "t2.normative.repealed" not in loaded.report.cells
    assert [(remark.cell, remark.sentence) for remark in loaded.remarks] == [
        ("D7", "这一格被合并的单元格盖住，看不到的“8”没有读入；请取消合并后核对，重新填写。")
    ]


def test_a_format_that_shows_another_figure_is_doubted(draft: Path) -> None:
    def mask(book: Workbook) -> None:
        place_of(book, CELL).number_format = "#,##0,"
        place_of(book, "t3.R01.C1").number_format = ";;;"  # a zero may be shown as anybody likes

    loaded = changed(draft, mask)

    assert loaded.report.cells[CELL] == 656
    assert [remark.cell for remark in loaded.remarks] == ["C10"]
    assert doubts(loaded) == [
        "“行政许可·本年处理决定数量”（656）的数字格式在表格里显示的不是填的数，已按填的读入，请核对。"
    ]


def test_hidden_rows_columns_and_sheets_with_something_in_them_are_told(draft: Path) -> None:
    def hide(book: Workbook) -> None:
        book[T2].row_dimensions[10].hidden = True
        book[T2].column_dimensions["D"].hidden = True
        book[T3].row_dimensions[11].hidden = True  # zeros alone
        book[S5].sheet_state = "hidden"

    loaded = changed(draft, hide)

    assert loaded.report.cells[CELL] == 656
    assert [remark.sentence for remark in loaded.remarks] == [
        "工作表“五、问题及改进”是隐藏的，里面有填写的内容，例如“问题。”，已照常读入，请核对。",
        "工作表“二、主动公开（表）”隐藏了第10行、D列，里面有填写的内容，例如“8”，已照常读入，请核对。",
    ]


@pytest.mark.parametrize("value", [True, "=1+1", "#REF!"])
def test_a_value_of_excel_among_the_texts_is_doubted(draft: Path, value: object) -> None:
    def fill(book: Workbook) -> None:
        place_of(book, "s5").value = value

    loaded = changed(draft, fill)

    assert len(loaded.remarks) == 1
    assert len(doubts(loaded)) == 1
    assert doubts(loaded)[0].endswith("在表格里不是文字（逻辑值、公式或公式错误），已按文字读入，请核对。")


def test_a_part_whose_name_is_written_with_other_capitals_is_read(draft: Path) -> None:
    before = load_draft(draft)

    after = rewritten(draft, lambda name, text: (name.replace("worksheets/sheet", "worksheets/Sheet"), text))

    assert after == before


def test_what_a_department_hides_or_masks_is_told(tmp_path: Path) -> None:
    path = tmp_path / "科室.xlsx"
    report = new_report("某某县水利局", "政府部门", 2025)
    path.write_bytes(workbook_of(new_identity(report, "行政执法科")))
    book = openpyxl.load_workbook(path)
    cell = place_of(book, "t2.penalty.decisions")
    cell.value, cell.number_format = 12000, "#,##0,"
    book[T2].row_dimensions[cell.row].hidden = True
    book.save(path)

    told = [remark.sentence for remark in read_department_workbook(path).remarks]

    assert len(told) == 2
    assert "已按填的12000读入" in told[0]
    assert "隐藏了" in told[1]
