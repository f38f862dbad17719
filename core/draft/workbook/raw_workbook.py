"""Reads the cells and defined names of a workbook with openpyxl; nothing here knows the report."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.reader.excel import ExcelReader
from openpyxl.reader.strings import SHEET_MAIN_NS, Text, iterparse  # type: ignore[attr-defined]
from openpyxl.xml.constants import SHARED_STRINGS
from typing_extensions import override

from core.base.errors import DamagedFileError, ReportError
from core.base.ooxml import column_number, unescaped

_STRING, _TEXT = f"{{{SHEET_MAIN_NS}}}si", f"{{{SHEET_MAIN_NS}}}t"
_TARGET = re.compile(r"(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?")


@dataclass(frozen=True, slots=True)
class RawCell:
    """What stands in a cell of a file.

    Attributes:
        text: The value as text, without what is struck out; a formula as it is written, with its "=".
        kind: ``text``, ``number``, ``date``, ``flag``, ``error`` or ``formula``.
        struck: What is struck out; "" for nothing.
    """

    text: str
    kind: str
    struck: str = ""


class _TextWithStruck(str):
    """A text without its struck-out pieces, which are kept beside it."""

    struck: str


@dataclass(slots=True)
class RawWorkbook:
    """What stands in a file; rows and columns count from 0.

    Attributes:
        sheets: Filled cells by row and column, by title of the sheet, in the order of the file.
        names: Title, row and column by defined name in small letters; names that lead nowhere are left out.
        hidden: Titles of the sheets that are hidden.
    """

    sheets: dict[str, dict[tuple[int, int], RawCell]] = field(default_factory=dict)
    names: dict[str, tuple[str, int, int]] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)

    @property
    def is_values_only(self) -> bool:
        """Whether it holds no formula at all: somebody saved or pasted it as values."""
        return not any(cell.kind == "formula" for cells in self.sheets.values() for cell in cells.values())


def read_workbook(data: bytes, path: Path) -> RawWorkbook:
    """Read all cells of a workbook that was checked for its size; formulas are not evaluated.

    Raises:
        DamagedFileError: openpyxl cannot make sense of it.
    """
    with openpyxl_at_work(path):
        return _read(data)


@contextmanager
def openpyxl_at_work(path: Path) -> Iterator[None]:
    """Turn whatever openpyxl stumbles over into the clerk's error, and keep its English warnings to itself.

    Raises:
        DamagedFileError: openpyxl cannot make sense of the workbook; it has no error of its own.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        except ReportError:
            raise
        except Exception as error:
            raise DamagedFileError(path) from error


def _read(data: bytes) -> RawWorkbook:
    workbook = _open(data)
    struck = _struck_styles(workbook)
    result = RawWorkbook()
    for sheet in workbook.worksheets:
        # A declared size may be wrong or far too large; the rows themselves are what counts.
        sheet.reset_dimensions()
        cells: dict[tuple[int, int], RawCell] = {}
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    raw = _raw(cell.value, cell.data_type)
                    is_struck = bool(struck) and cell._style_id in struck  # type: ignore[attr-defined]  # noqa: SLF001
                    cells[cell.row - 1, cell.column - 1] = RawCell("", "text", raw.text) if is_struck else raw
        result.sheets[sheet.title] = cells
        if sheet.sheet_state != "visible":
            result.hidden.add(sheet.title)
    for name, defined in workbook.defined_names.items():
        place = _place(str(defined.attr_text or ""))
        if place and place[0] in result.sheets:
            result.names[name.lower()] = place
    workbook.close()
    return result


def _struck_styles(workbook: Workbook) -> set[int]:
    """Return the styles of cells that strike out all that stands in them."""
    fonts = {number for number, font in enumerate(workbook._fonts) if font.strike}  # type: ignore[attr-defined]  # noqa: SLF001
    styles = enumerate(workbook._cell_styles)  # type: ignore[attr-defined]  # noqa: SLF001
    return {number for number, style in styles if style.fontId in fonts} if fonts else set()


def _open(data: bytes) -> Workbook:
    """Open the workbook for reading only, with texts as they are stored."""

    class Reader(ExcelReader):
        @override
        def read_strings(self) -> None:
            # WORKAROUND: openpyxl drops "x005F_" from every shared text, which "unescaped" needs.
            part = self.package.find(SHARED_STRINGS)  # type: ignore[no-untyped-call]
            if part is None:
                return
            strings = []
            with self.archive.open(part.PartName[1:]) as source:
                for _, node in iterparse(source):
                    if node.tag == _STRING:
                        is_plain = len(node) == 1 and node[0].tag == _TEXT  # most are, and the other way takes long
                        strings.append((node[0].text or "") if is_plain else _shown(Text.from_tree(node)))
                        node.clear()
            self.shared_strings = strings

    reader = Reader(BytesIO(data), read_only=True, keep_links=False)
    reader.read()
    workbook: Workbook = reader.wb
    return workbook


def _shown(text: Text) -> str:
    """Return a text of several looks without what is struck out."""
    struck = [run for run in text.formatted if run.rPr is not None and run.rPr.strike]
    if not struck:
        return str(text.content)
    text.formatted = [run for run in text.formatted if run not in struck]
    shown = _TextWithStruck(text.content)
    shown.struck = "".join(run.t or "" for run in struck)
    return shown


def _raw(value: object, data_type: str) -> RawCell:
    if isinstance(value, bool):
        return RawCell("TRUE" if value else "FALSE", "flag")
    if isinstance(value, int | float):
        return RawCell(number_text(value), "number")
    if isinstance(value, datetime):
        return RawCell(value.strftime("%Y-%m-%d" if value.time() == time() else "%Y-%m-%d %H:%M"), "date")
    if isinstance(value, date | time | timedelta):
        return RawCell(str(value), "date")
    if isinstance(value, str):
        kind = {"f": "formula", "e": "error"}.get(data_type, "text")
        struck = value.struck if isinstance(value, _TextWithStruck) else ""
        return RawCell(unescaped(value) if kind == "text" else value, kind, struck)  # shared or in the cell itself
    # Array formulas and data tables come as objects.
    return RawCell(str(getattr(value, "text", None) or "=…"), "formula")


def number_text(value: float) -> str:
    """Return a number as Excel means it: with the 15 digits it keeps, no exponent where it is short without."""
    if isinstance(value, int) or (value.is_integer() and abs(value) < 1e15):
        return str(int(value))
    text = f"{value:.15g}"
    mantissa, exponent, power = text.partition("e-")
    if exponent and int(power) <= 20:
        digits = mantissa.lstrip("-").replace(".", "")
        return ("-" if value < 0 else "") + "0." + "0" * (int(power) - 1) + digits
    return text


def _place(target: str) -> tuple[str, int, int] | None:
    """Return sheet, row and column of a defined name; None where it leads to no cell (any more)."""
    match = _TARGET.fullmatch(target)
    if match is None:
        return None
    title = match[1].replace("''", "'") if match[1] else match[2]
    return title, int(match[4]) - 1, column_number(match[3].upper()) - 1
