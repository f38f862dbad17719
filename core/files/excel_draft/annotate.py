"""Makes a copy of a workbook in which what could not be read is marked cell by cell."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from core.files.excel_draft.codes import SHEET_KEY
from core.files.excel_draft.workbook_reader import openpyxl_at_work

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from openpyxl import Workbook

    from core.files.excel_draft.reader import Unread

AUTHOR = "年度报告填报程序"
REMARKS_KEY = "remarks"
_TITLE = "读取说明"
_COLOUR = "FFC000"
_HEADS = ("工作表", "单元格", "说明")
_WIDTHS = {"A": 2, "B": 28, "C": 10, "D": 100}
_NOTE_SIZE = (320, 120)  # pixels


def annotated(data: bytes, remarks: Iterable[Unread], path: Path) -> bytes:
    """Return a copy of a workbook with each remark as a note on its coloured cell, and all of them on a first sheet.

    Formulas stand without their values until Excel or WPS computes them on opening. A remark whose cell does not
    exist stands on the first sheet only.

    Raises:
        DamagedFileError: openpyxl cannot make sense of the workbook.
    """
    import openpyxl  # deferred: not before the first window

    stream = BytesIO()
    with openpyxl_at_work(path):
        workbook = openpyxl.load_workbook(BytesIO(data), keep_links=False)
        _mark(workbook, list(remarks))
        workbook.save(stream)
    return stream.getvalue()


def _mark(workbook: Workbook, remarks: list[Unread]) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill
    from openpyxl.utils.cell import coordinate_to_tuple

    sentences: dict[tuple[str, str], list[str]] = {}
    for remark in remarks:
        if remark.cell and remark.sheet in workbook.sheetnames:
            sentences.setdefault((remark.sheet, remark.cell), []).append(remark.sentence)
    for (title, at), said in sentences.items():
        sheet = workbook[title]
        # Of merged cells only the first one can hold anything.
        merged = next((area for area in sheet.merged_cells.ranges if at in area), None)
        row, column = (merged.min_row, merged.min_col) if merged else coordinate_to_tuple(at)
        cell = sheet.cell(row, column)
        cell.comment = Comment("\n".join(said), AUTHOR, width=_NOTE_SIZE[0], height=_NOTE_SIZE[1])
        cell.fill = PatternFill("solid", fgColor=_COLOUR)
    _list(workbook, remarks)


def _list(workbook: Workbook, remarks: list[Unread]) -> None:
    if _TITLE in workbook.sheetnames:
        del workbook[_TITLE]
    sheet = workbook.create_sheet(_TITLE, 0)
    sheet["A1"] = SHEET_KEY + REMARKS_KEY
    sheet.column_dimensions["A"].hidden = True
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    for row, values in enumerate([_HEADS, *remarks], 2):
        for column, value in enumerate(values, 2):
            cell = sheet.cell(row, column)
            cell.value = value
            cell.data_type = "s"  # a title or sentence that begins with = is no formula
    workbook.active = sheet
    for other in workbook.worksheets:
        other.sheet_view.tabSelected = other is sheet
