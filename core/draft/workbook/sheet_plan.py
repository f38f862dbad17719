"""What the workbook is to hold, sheet by sheet, before any library writes it.

Rows and columns count from 0. Row 0 and column 0 of every sheet are hidden and hold keys, so that a place is found
again after rows, columns or sheets were moved or renamed, even if the defined names are lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from core.base.ooxml import column_letters
from core.draft.workbook.codes import CONTINUED, SHEET_KEY
from core.report.entry_text import Entry, Number, Refused, clean_text, format_number

Area = tuple[int, int, int, int]
"""A rectangle: first row, first column, last row, last column."""

LONGEST_CELL = 28_000
"""UTF-16 units put into one cell; Excel holds 32,767, and breaks may be added."""

_HIGHEST_ROW = 1200
"""Signs that a row of 409 points holds, the most that Excel makes of one, in the column of the texts."""

_EXACT_DIGITS = 15
"""Significant digits that Excel keeps of a number."""

# What XlsxWriter would not write as it stands: it escapes only every second link of a chain such as _x0041_x0042_, and
# takes <r>…</r> for the markup of a rich text. An invisible character breaks both; reading takes it out (clean_text).
_UNSAFE = re.compile(r"_x[0-9a-fA-F]{4}(?=_x[0-9a-fA-F]{4}_)|\A<(?=r>)")
_BREAK = "\u200b"
_CUT = "…（后略）"


class Style(Enum):
    """How a cell looks and what may be typed into it."""

    KEY = "key"
    TITLE = "title"
    LONG_TITLE = "long title"
    VERDICT = "verdict"
    HEADER = "header"
    LABEL = "label"
    COUNT = "count"
    AMOUNT = "amount"
    TOTAL = "total"
    TEXT = "text"
    FIELD = "field"
    HEADING = "heading"
    MARK = "mark"
    HINT = "hint"
    CHECK = "check"
    NOTE = "note"
    GUIDE = "guide"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula with the value it has now, so that previews and protected views show it too."""

    text: str
    value: Number | str = ""


Value = str | int | float | Formula | None


@dataclass(frozen=True, slots=True)
class Validation:
    """What may be typed into some areas, with the words for the clerk."""

    areas: tuple[Area, ...]
    kind: str
    title: str = ""
    hint: str = ""
    error: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Colour:
    """A conditional colour: ``good``, ``bad``, ``open`` or ``text`` while the formula is true for the first cell."""

    areas: tuple[Area, ...]
    formula: str
    tone: str


@dataclass(slots=True)
class SheetPlan:
    """One sheet.

    Attributes:
        key: Its key, such as ``t3``; independent of the title.
        cells: Value and style by row and column.
        merges: Merged areas.
        codes: Place by code: each gets a defined name.
        widths: Widths of columns in characters.
        heights: Heights of rows in points; the others fit themselves.
        frozen: First row and column that scroll; None for no frozen panes.
        print_area: What is printed; None for all.
        repeat: First and last row repeated on each printed page; None for none.
    """

    key: str
    title: str
    cells: dict[tuple[int, int], tuple[Value, Style]] = field(default_factory=dict)
    merges: list[Area] = field(default_factory=list)
    codes: dict[str, tuple[int, int]] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)
    validations: list[Validation] = field(default_factory=list)
    colours: list[Colour] = field(default_factory=list)
    frozen: tuple[int, int] | None = None
    print_area: Area | None = None
    repeat: tuple[int, int] | None = None
    is_landscape: bool = False
    is_hidden: bool = False

    def put(self, row: int, column: int, value: Value, style: Style) -> None:
        """Put a value into a cell."""
        self.cells[row, column] = (value, style)

    def merge(self, row: int, column: int, height: int, width: int) -> None:
        """Merge cells; a single cell stays as it is."""
        if height > 1 or width > 1:
            self.merges.append((row, column, row + height - 1, column + width - 1))

    def own(self, code: str, row: int, column: int) -> None:
        """Give a place to a code: its defined name, and its entry in the key column."""
        self.codes[code] = (row, column)
        key, _ = self.cells.get((row, 0), ("", Style.KEY))
        entry = f"{code}@{column_key(column)}"
        self.cells[row, 0] = (f"{key} {entry}" if key else entry, Style.KEY)

    def put_long(self, row: int, column: int, text: str, style: Style) -> int:
        """Put a text into as many cells below one another as it needs to be read; return the row after the last one.

        The cell left of a continued one is marked.
        """
        for i, piece in enumerate(piece for part in _readable(text) for piece in cell_pieces(part)):
            self.put(row + i, column, piece or None, style)
            if i:
                self.put(row + i, column - 1, CONTINUED, Style.MARK)
        return row + i + 1

    def finish(self) -> None:
        """Put the keys of the sheet, of its columns, and of the rows that have none yet."""
        self.put(0, 0, SHEET_KEY + self.key, Style.KEY)
        last_column = max(column for _, column in self.cells)
        for column in range(1, last_column + 1):
            self.put(0, column, column_key(column), Style.KEY)
        for row in sorted({row for row, _ in self.cells} - {0}):
            if (row, 0) not in self.cells:
                self.put(row, 0, f"r{row}", Style.KEY)


def column_key(column: int) -> str:
    """Return the key of a column, independent of where it is moved."""
    return f"c{column}"


def address(row: int, column: int) -> str:
    """Return the address of a cell, such as ``D7``."""
    return f"{column_letters(column + 1)}{row + 1}"


def area_address(area: Area) -> str:
    """Return the address of an area, such as ``D7:F7``."""
    first, last = address(area[0], area[1]), address(area[2], area[3])
    return first if first == last else f"{first}:{last}"


def areas_of(places: Iterable[tuple[int, int]]) -> list[Area]:
    """Return the cells as few rectangles, each cell in exactly one."""
    runs: list[Area] = []
    for row, column in sorted(set(places)):
        if runs and runs[-1][0] == row and runs[-1][3] == column - 1:
            runs[-1] = (row, runs[-1][1], row, column)
        else:
            runs.append((row, column, row, column))
    areas: list[Area] = []
    open_areas: dict[tuple[int, int], int] = {}
    for top, left, _, right in runs:
        above = open_areas.get((left, right))
        if above is not None and areas[above][2] == top - 1:
            areas[above] = (areas[above][0], left, top, right)
        else:
            open_areas[left, right] = len(areas)
            areas.append((top, left, top, right))
    return areas


def entry_value(entry: Entry) -> Value:
    """Return what an entry is in a cell: a number that reads back exactly, else text; None for a blank."""
    if entry is None:
        return None
    if isinstance(entry, Refused):
        first, *rest = cell_pieces(clean_text(entry.text))
        return first + _CUT if rest else first or None
    return number_value(entry)


def number_value(number: Number) -> int | float | str:
    """Return a number as Excel can hold it exactly, else as text."""
    text = format_number(number)
    if len(text.replace(".", "").lstrip("-0")) > _EXACT_DIGITS:
        return text
    return float(number) if isinstance(number, Decimal) else number


def _readable(text: str) -> list[str]:
    """Divide a text where a sentence ends, so that no piece needs a row higher than Excel can show."""
    parts: list[str] = []
    while len(text) > _HIGHEST_ROW:
        ends = [text.rfind(sign, 0, _HIGHEST_ROW) + 1 for sign in "。；，"]
        end = next((at for at in ends if at > _HIGHEST_ROW // 2), _HIGHEST_ROW)
        parts.append(text[:end])
        text = text[end:]
    return [*parts, text]


def cell_pieces(text: str) -> list[str]:
    """Split a clean text so that each piece fits into a cell, ready to be written; at least one piece."""
    if len(text) <= LONGEST_CELL // 2:
        return [_writable(text)]
    pieces: list[str] = []
    start = size = 0
    for i, char in enumerate(text):
        units = 2 if char > "\uffff" else 1
        if size + units > LONGEST_CELL:
            pieces.append(_writable(text[start:i]))
            start, size = i, 0
        size += units
    return [*pieces, _writable(text[start:])]


def _writable(piece: str) -> str:
    """Return the piece with invisible breaks where XlsxWriter would take it for something else."""
    return _UNSAFE.sub(rf"\g<0>{_BREAK}", piece)
