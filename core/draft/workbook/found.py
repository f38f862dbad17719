"""Finds the place of every code in a workbook: by its defined name, else by the key column."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.draft.workbook import raw_workbook
from core.draft.workbook.codes import SHEET_KEY, name_of
from core.draft.workbook.sheet_plan import column_key
from core.report.entry_text import clean_text

CellPlace = tuple[str, int, int]
"""Title of the sheet, row and column."""


@dataclass(slots=True)
class SheetKeys:
    """The key row and key column of one sheet.

    Attributes:
        key: Key of the sheet; "" for a sheet of somebody else.
        row: The row that holds the keys of the columns.
        column: The column that holds the keys of the rows.
        columns: Column by key.
        rows: Row by key (the whole text of the key cell).
    """

    key: str = ""
    row: int = -1
    column: int = -1
    columns: dict[str, int] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)


class Finder:
    """The places of codes in one workbook.

    Attributes:
        book: The cells.
        keys: Key row and key column by title of the sheet.
        moved: Places that follow their printed label instead of name and key, by code; None for one that is not read.
    """

    def __init__(self, book: raw_workbook.RawWorkbook) -> None:
        self.book = book
        self.keys = {title: _keys(cells) for title, cells in book.sheets.items()}
        self.moved: dict[str, CellPlace | None] = {}
        self._by_key: dict[str, CellPlace] = {}
        for title, keys in self.keys.items():
            for text, row in keys.rows.items():
                for entry in text.split(" "):
                    code, at, column = entry.rpartition("@")
                    if at and column in keys.columns:
                        self._by_key.setdefault(code, (title, row, keys.columns[column]))

    def place(self, code: str) -> CellPlace | None:
        """Return where the value of a code stands; None where it is lost."""
        if code in self.moved:
            return self.moved[code]
        return self.book.names.get(name_of(code).lower()) or self._by_key.get(code)

    def column_before(self, title: str, column: int) -> int:
        """Return the column that stands left of one in a fresh draft, even if others were inserted between."""
        keys = self.keys[title].columns
        key = next((key for key, at in keys.items() if at == column), "")
        if key[:1] == "c" and key[1:].isdecimal():
            return keys.get(column_key(int(key[1:]) - 1), column - 1)
        return column - 1

    def cell(self, code: str) -> raw_workbook.RawCell | None:
        """Return what stands at the place of a code; None for a blank or a lost place."""
        place = self.place(code)
        return self.book.sheets[place[0]].get(place[1:]) if place else None

    def fact(self, code: str) -> str:
        """Return what the file says of itself at a code, without white space around it; "" where it says nothing."""
        cell = self.cell(code)
        return clean_text(cell.text).strip() if cell else ""

    def format_version(self, code: str) -> int | None:
        """Return the version of the format the file says it has; None where that is no number."""
        text = self.fact(code)
        return int(text) if text.isascii() and text.isdecimal() and 0 < len(text) < 6 else None


def _keys(cells: Mapping[tuple[int, int], raw_workbook.RawCell]) -> SheetKeys:
    corner = next((at for at, cell in cells.items() if cell.text.startswith(SHEET_KEY)), None)
    if corner is None:
        return SheetKeys()
    keys = SheetKeys(cells[corner].text.removeprefix(SHEET_KEY), *corner)
    for (row, column), cell in cells.items():
        if row == keys.row and column != keys.column:
            keys.columns.setdefault(cell.text, column)
        elif column == keys.column and row != keys.row:
            keys.rows.setdefault(cell.text, row)
    return keys
