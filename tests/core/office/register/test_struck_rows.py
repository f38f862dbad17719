"""What somebody struck out in a register: whole rows do not count and are named, parts of a row are not guessed."""

from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from tests.core.office.register.register_files import GOOD, HEAD, book_register, counted, numbers

ONE = {"t3.R01.C1": 1, "t3.R03.C1": 1}
MORE = (*HEAD, "备注")


def struck(text: str, rest: str = "") -> CellRichText:
    """A text of which the first part is struck out by itself, not by the look of its cell."""
    return CellRichText(TextBlock(InlineFont(strike=True), text), *([TextBlock(InlineFont(), rest)] if rest else []))


def with_struck_cells(path: Path, *places: str) -> Path:
    book = openpyxl.load_workbook(path, rich_text=True)
    for place in places:
        book.worksheets[0][place].font = Font(strike=True)
    book.save(path)
    return path


def test_a_row_that_is_struck_out_is_not_counted_and_named(tmp_path: Path) -> None:
    path = book_register(tmp_path, (*GOOD, None), ("2", *GOOD[1:], "重复登记"), head=MORE)
    found = counted(with_struck_cells(path, *(f"{column}3" for column in "ABCDE")))
    assert numbers(found) == ONE
    assert (found.rows, found.unread) == (1, ())
    assert found.remarks == ("1行划了删除线，没有计入（工作表“Sheet”第3行）",)


def test_a_row_whose_texts_are_struck_out_piece_by_piece_is_not_counted(tmp_path: Path) -> None:
    path = book_register(tmp_path, GOOD, [struck(text) for text in ("2", *GOOD[1:])])
    found = counted(path)
    assert numbers(found) == ONE
    assert found.remarks == ("1行划了删除线，没有计入（工作表“Sheet”第3行）",)


def test_an_open_application_that_is_struck_out_is_not_counted(tmp_path: Path) -> None:
    path = book_register(tmp_path, GOOD, ("2", "2025-4-5", "自然人", None, None))
    assert numbers(counted(with_struck_cells(path, "A3", "B3", "C3"))) == ONE


def test_a_row_without_a_number_that_is_struck_out_is_not_counted(tmp_path: Path) -> None:
    path = book_register(tmp_path, GOOD, (None, *GOOD[1:]))
    found = counted(with_struck_cells(path, "B3", "C3", "D3", "E3"))
    assert (numbers(found), found.unread) == (ONE, ())


@pytest.mark.parametrize(("place", "field"), [("A3", "登记号"), ("D3", "办结日期"), ("E3", "办理结果")])
def test_a_row_of_which_only_a_part_is_struck_out_is_unread(place: str, field: str, tmp_path: Path) -> None:
    found = counted(with_struck_cells(book_register(tmp_path, GOOD, ("2", *GOOD[1:])), place))
    assert [row.key.row for row in found.unread] == [3]
    assert found.unread[0].why.startswith(f"“{field}”划了删除线，看不出是整行不计，还是只改了这一处")


def test_a_piece_of_a_text_that_is_struck_out_is_unread_too(tmp_path: Path) -> None:
    found = counted(book_register(tmp_path, (*GOOD[:4], struck("予以公开", "不予公开")), ("2", *GOOD[1:])))
    assert [(row.key.row, "“办理结果”划了删除线" in row.why) for row in found.unread] == [(2, True)]
    assert numbers(found) == ONE


def test_what_is_not_counted_may_be_struck_out(tmp_path: Path) -> None:
    path = book_register(tmp_path, (*GOOD, "原写错"), head=MORE)
    found = counted(with_struck_cells(path, "F2"))
    assert (numbers(found), found.remarks) == (ONE, ())


def test_a_strike_that_is_taken_back_is_none(tmp_path: Path) -> None:
    path = book_register(tmp_path, GOOD, ("2", *GOOD[1:]))
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["A2"].font = Font(strike=False)
    book.save(path)
    assert numbers(counted(path)) == {"t3.R01.C1": 2, "t3.R03.C1": 2}
