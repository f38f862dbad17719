"""Cells merged over several applications: read as what is seen in each of them and told, or not understood."""

from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font

from tests.core.office.register.register_files import HEAD, book_register, counted, numbers

TOLD = "与上面的行合并成一格，按合并格中的内容读入，请核对"


def merged(path: Path, *areas: str) -> Path:
    """Merge cells as Excel does: what stands in the others is lost."""
    book = openpyxl.load_workbook(path)
    for area in areas:
        book.worksheets[0].merge_cells(area)
    book.save(path)
    return path


def two(folder: Path, *more: object, head: tuple[str, ...] = HEAD) -> Path:
    """A register of two applications that were closed together, and a third."""
    rows = [(number, f"2025-12-{15 + number}", "自然人", "2025-12-26", "予以公开", *more) for number in (1, 2, 3)]
    return book_register(folder, *rows, head=head)


def test_two_applications_with_one_day_and_one_outcome_are_both_closed(tmp_path: Path) -> None:
    found = counted(merged(two(tmp_path), "D2:D3", "E2:E3"))

    assert numbers(found) == {"t3.R01.C1": 3, "t3.R03.C1": 3}
    assert not found.unread
    assert found.remarks == (f"1行的“办结日期”“办理结果”{TOLD}（工作表“Sheet”第3行）",)


def test_applications_received_together_are_all_received(tmp_path: Path) -> None:
    found = counted(merged(two(tmp_path), "B2:B4"))

    assert numbers(found) == {"t3.R01.C1": 3, "t3.R03.C1": 3}
    assert found.remarks == (f"2行的“收到日期”{TOLD}（工作表“Sheet”第3行、工作表“Sheet”第4行）",)


@pytest.mark.parametrize(("area", "why"), [("A2:A3", "没有写登记号"), ("C2:C3", "没有写申请人类别（REG-4）")])
def test_a_number_or_a_kind_that_is_merged_is_missing(area: str, why: str, tmp_path: Path) -> None:
    found = counted(merged(two(tmp_path), area))

    assert [(row.key.row, row.why) for row in found.unread] == [(3, why)]


def test_an_amount_of_two_applications_is_not_understood(tmp_path: Path) -> None:
    found = counted(merged(two(tmp_path, 10, head=(*HEAD, "收费金额")), "F2:F3"))

    assert [(row.key.row, row.why) for row in found.unread] == [
        (3, "“收费金额”与上面的行合并成一格，看不出怎样分到各行，请取消合并，逐行填写")
    ]


def test_a_cell_over_several_columns_is_not_understood(tmp_path: Path) -> None:
    found = counted(merged(two(tmp_path), "D2:E3"))

    assert [row.key.row for row in found.unread] == [2, 3]
    assert "“办理结果”与上面的行、旁边的列合并成一格" in found.unread[1].why


def test_another_value_below_a_merged_cell_is_not_understood(tmp_path: Path) -> None:
    path = two(tmp_path)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    sheet["E3"] = "属于国家秘密"
    sheet.merged_cells.add("E2:E3")
    book.save(path)

    found = counted(path)

    assert [(row.key.row, row.why) for row in found.unread] == [
        (
            3,
            "“办理结果”与上面的行合并成一格，显示的是“予以公开”，下面还有看不见的“属于国家秘密”，请取消合并，逐行填写",
        )
    ]


def test_a_merged_outcome_that_is_struck_out_says_nothing(tmp_path: Path) -> None:
    path = merged(two(tmp_path), "E2:E3")
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["E2"].font = Font(strike=True)
    book.save(path)

    assert [row.key.row for row in counted(path).unread] == [2, 3]


def test_merged_headings_and_blanks_change_nothing(tmp_path: Path) -> None:
    rows = [(1, "2025-12-16", "自然人", None, None), (2, "2025-12-17", "自然人", None, None)]
    path = merged(book_register(tmp_path, HEAD, *rows, head=("台账",)), "A1:E1", "D3:D4", "E3:E4")

    found = counted(path)

    assert numbers(found) == {"t3.R01.C1": 2, "t3.R25.C1": 2}
    assert not found.unread
    assert not [remark for remark in found.remarks if "合并" in remark]
