"""How 核查情况.xlsx and 名单.xlsx look and are written. The only module here that knows XlsxWriter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from core.base.ooxml import properties
from core.draft.workbook.sheet_plan import cell_pieces, number_value
from core.report.entry_text import Number, clean_text

_FONT = {"font_name": "宋体", "font_size": 10, "valign": "vcenter", "border": 1, "border_color": "#A0A0A0"}
_LOOKS: dict[str, dict[str, Any]] = {
    "header": {"bold": True, "align": "center", "text_wrap": True, "bg_color": "#E8EEF5"},
    "text": {"text_wrap": True},
    "mark": {"align": "center", "text_wrap": True},
    "total": {"align": "center", "bold": True, "bg_color": "#EDEDED"},
    "blank": {"align": "center", "bg_color": "#FFEB9C", "font_color": "#7F6000"},
    "bad": {"text_wrap": True, "bg_color": "#FFC7CE", "font_color": "#9C0006"},
    "open": {"text_wrap": True, "bg_color": "#FFEB9C", "font_color": "#7F6000"},
    "good": {"text_wrap": True, "bg_color": "#C6EFCE", "font_color": "#006100"},
    "closing": {"bold": True, "border": 0},
}
_A4 = 9
_LEDGER_SCALE = 60


class Sheet:
    """A sheet with its header, ready to be printed on A4 across; rows and columns are counted from 0."""

    def __init__(self, sheet: Worksheet, looks: Mapping[str, Format], columns: Mapping[str, int]) -> None:
        self._sheet = sheet
        self._looks = looks
        for column, (label, width) in enumerate(columns.items()):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, label, looks["header"])
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)
        sheet.repeat_rows(0)
        sheet.freeze_panes(1, 0)

    def row(self, row: int, values: Sequence[object], looks: Sequence[str]) -> None:
        """Write a row from its first column on; what is None or "" is blank."""
        for column, (value, look) in enumerate(zip(values, looks, strict=True)):
            if isinstance(value, int | float):
                self._sheet.write_number(row, column, value, self._looks[look])
            else:
                self.text(row, column, str(value or ""), look)

    def text(self, row: int, column: int, text: str, look: str) -> None:
        """Write a text."""
        if text:
            self._sheet.write_string(row, column, cell_pieces(clean_text(text))[0], self._looks[look])
        else:
            self._sheet.write_blank(row, column, None, self._looks[look])

    def number(self, row: int, column: int, value: Number | None, look: str) -> None:
        """Write a number, as text where Excel cannot hold it exactly; None is blank."""
        shown = "" if value is None else number_value(value)
        if isinstance(shown, str):
            self.text(row, column, shown, look)
        else:
            self._sheet.write_number(row, column, shown, self._looks[look])

    def formula(self, row: int, column: int, formula: str, look: str, shown: float) -> None:
        """Write a formula with what it comes to."""
        self._sheet.write_formula(row, column, formula, self._looks[look], shown)

    def widen(self, column: int, width: int) -> None:
        """Set the width of a column."""
        self._sheet.set_column(column, column, width)

    def filter(self, last: int, columns: int) -> None:
        """Let the rows below the header be filtered."""
        self._sheet.autofilter(0, 0, max(last, 1), columns - 1)

    def keep_in_sight(self, rows: int, columns: int) -> None:
        """Keep the first rows and columns on the screen and on each page; forty columns are not shrunk to one page."""
        self._sheet.set_print_scale(_LEDGER_SCALE)
        self._sheet.repeat_rows(0, rows - 1)
        self._sheet.repeat_columns(0, columns - 1)
        self._sheet.freeze_panes(rows, columns)


class Book:
    """A new workbook."""

    def __init__(self, title: str, day: date | None = None, *, is_large: bool = False) -> None:
        """Begin it, as made on a day; a large one goes through files in the temporary folder of the system."""
        self._stream = BytesIO()
        options = {
            "in_memory": not is_large,
            "constant_memory": is_large,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self._workbook = xlsxwriter.Workbook(self._stream, options)
        self._workbook.set_properties(properties(title, day))
        self._looks = {name: self._workbook.add_format({**_FONT, **look}) for name, look in _LOOKS.items()}

    def sheet(self, title: str, columns: Mapping[str, int]) -> Sheet:
        """Add a sheet with the labels and widths of its columns."""
        return Sheet(self._workbook.add_worksheet(title), self._looks, columns)

    def data(self) -> bytes:
        """End it; return the file."""
        self._workbook.close()
        return self._stream.getvalue()
