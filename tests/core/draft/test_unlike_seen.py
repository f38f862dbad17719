"""Drafts that hold otherwise than they show: merged cells, formats, hidden rows, values of Excel among the texts."""

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Color, Font, PatternFill
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


@pytest.mark.parametrize("value", [True, "=1+1", "#REF!", datetime(2025, 12, 31), time(12, 30)])
def test_a_value_of_excel_among_the_texts_is_doubted(draft: Path, value: object) -> None:
    def fill(book: Workbook) -> None:
        place_of(book, "s5").value = value

    loaded = changed(draft, fill)

    assert len(loaded.remarks) == 1
    assert len(doubts(loaded)) == 1
    assert doubts(loaded)[0].endswith("在表格里不是文字（日期、时间、逻辑值、公式或公式错误），已按文字读入，请核对。")


def test_a_day_in_a_further_paragraph_is_doubted(draft: Path) -> None:
    def fill(book: Workbook) -> None:
        cell = place_of(book, "s5")
        cell.parent.cell(cell.row + 1, cell.column).value = datetime(2025, 12, 31)

    loaded = changed(draft, fill)

    assert loaded.report.texts["s5"].splitlines()[-1] == "2025-12-31"
    (doubt,) = doubts(loaded)
    assert "“2025-12-31”在表格里不是文字" in doubt


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


# ---------------------------------------------------------------- numbers among the texts, texts that nobody sees


@pytest.mark.parametrize(("code", "shown"), [("0%", ""), ("General", "这一格是数字，不是文字，已按“0.65”读入，")])
def test_a_number_in_a_further_paragraph_is_told(draft: Path, code: str, shown: str) -> None:
    def change(book: Workbook) -> None:
        cell = place_of(book, "s5").offset(1)
        cell.value, cell.number_format = 0.65, code

    loaded = changed(draft, change)

    assert loaded.report.texts["s5"] == "问题。\n0.65"
    assert [remark.cell for remark in loaded.remarks] == ["C6"]
    assert loaded.remarks[0].sentence.startswith(shown or "这一格的数字格式显示的不是填的数，已按填的0.65读入，")
    assert doubts(loaded) == ([] if shown else [MASKED_TEXT])


MASKED_TEXT = "“存在的主要问题及改进情况”（0.65）的数字格式在表格里显示的不是填的数，已按填的读入，请核对。"

FAINT = [Font(color="FFFFFFFF"), Font(color=Color(theme=0)), Font(color=Color(indexed=9)), Font(size=1)]


@pytest.mark.parametrize("is_filled", [True, False], ids=["on the draft's own ground", "on paper"])
@pytest.mark.parametrize("font", FAINT)
def test_a_number_that_nobody_sees_is_told(draft: Path, font: Font, is_filled: bool) -> None:
    def change(book: Workbook) -> None:
        cell = place_of(book, CELL)
        cell.font = font
        if not is_filled:
            cell.fill = PatternFill()

    loaded = changed(draft, change)

    assert loaded.report.cells[CELL] == 656
    assert [(remark.cell, remark.sentence) for remark in loaded.remarks] == [
        ("C10", "这一格中“656”与底色几乎一样，或小得看不见，已照常读入，请核对，不要的请删去。")
    ]
    assert len(doubts(loaded)) == 1


def test_a_number_on_a_ground_of_its_own_is_seen(draft: Path) -> None:
    def change(book: Workbook) -> None:
        cell = place_of(book, CELL)
        cell.font, cell.fill = Font(color="FFFFFFFF"), PatternFill("solid", fgColor="FF1F4E79")

    loaded = changed(draft, change)

    assert not loaded.remarks


@pytest.mark.parametrize("look", [InlineFont(color=Color("FFFFFFFF")), InlineFont(sz=1)])
def test_digits_of_a_text_that_nobody_sees_are_told(draft: Path, look: InlineFont) -> None:
    def change(book: Workbook) -> None:
        text = CellRichText("公布92", TextBlock(look, "8"), TextBlock(InlineFont(), "条。"))
        place_of(book, "s5").offset(1).value = text

    loaded = changed(draft, change)

    assert loaded.report.texts["s5"] == "问题。\n公布928条。"
    assert [remark.sentence[:9] for remark in loaded.remarks] == ["这一格中“8”与底"]
    assert len(doubts(loaded)) == 1


def test_a_row_without_height_is_told_as_hidden(draft: Path) -> None:
    def change(book: Workbook) -> None:
        book[S5].row_dimensions[6].height = 0.1

    loaded = changed(draft, change)

    assert [remark.sentence for remark in loaded.remarks] == [
        f"工作表“{S5}”隐藏了第6行，里面有填写的内容，例如“改进。”，已照常读入，请核对。"
    ]
