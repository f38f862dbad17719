"""Reads the cells and defined names of a workbook with openpyxl; nothing here knows the report."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import IO, Any, NamedTuple

from lxml import etree
from openpyxl import Workbook
from openpyxl.packaging.relationship import get_dependents, get_rels_path
from openpyxl.reader.excel import ExcelReader
from openpyxl.reader.strings import SHEET_MAIN_NS, iterparse  # type: ignore[attr-defined]
from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE
from openpyxl.worksheet._reader import WorkSheetParser
from openpyxl.xml.constants import COMMENTS_NS, DRAWING_NS, REL_NS, SHARED_STRINGS
from openpyxl.xml.functions import fromstring
from typing_extensions import override

from core.base.errors import DamagedFileError, ReportError
from core.base.ooxml import column_letters, column_number, integer, unescaped
from core.draft.workbook.unseen_looks import is_too_small, unseen_runs, unseen_styles
from core.visible.blocks import SCRIPTS
from core.visible.number_formats import drawn_beside, hides_number
from core.visible.sheet_members import children, rich_text

_STRING, _TEXT, _INLINE = (f"{{{SHEET_MAIN_NS}}}{name}" for name in ("si", "t", "is"))
_TARGET = re.compile(r"(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?")


COMMENT, TEXT_BOX = "批注", "文本框"
_TRUE = ("1", "true")
_LARGE_AREA, _MOST_LARGE = 2000, 20  # cells of a merged range; ranges of more than that


@dataclass(frozen=True, slots=True)
class RawCell:
    """What stands in a cell of a file.

    Attributes:
        text: The value as text, without what is struck out, digits above or below the line as such (¹, ₁); a formula
            as it is written, with its "=".
        kind: ``text``, ``number``, ``date``, ``flag``, ``error`` or ``formula``.
        struck: What is struck out; "" for nothing.
        is_masked: Whether it is a number and its format shows nothing, or another figure.
        drawn: The words and signs that its format shows beside a number, such as 元; "" for none.
        faint: What of it nobody sees, since it has the colour of the paper or is too small; "" for nothing.
    """

    text: str
    kind: str
    struck: str = ""
    is_masked: bool = False
    drawn: str = ""
    faint: str = ""


class RawNote(NamedTuple):
    """Something written on a sheet, but in none of its cells.

    Attributes:
        kind: ``COMMENT`` or ``TEXT_BOX``.
        cell: The address of the cell beside which it stands, such as D7; "" where that is not told.
    """

    kind: str
    cell: str
    text: str


class _TextOfLooks(str):
    """A text without its struck-out pieces, which are kept beside it, as are those that nobody sees."""

    struck: str
    faint: str


@dataclass(slots=True)
class RawWorkbook:
    """What stands in a file; rows and columns count from 0.

    Attributes:
        sheets: Filled cells by row and column, by title of the sheet, in the order of the file.
        names: Title, row and column by defined name in small letters; names that lead nowhere are left out.
        hidden: Titles of the sheets that are hidden.
        covered: Filled cells that nobody sees, since a merged range lies over them, by title of the sheet.
        unseen: Hidden rows and columns that hold something, by title of the sheet.
        notes: Comments and text boxes by title of the sheet, for those that have any.
    """

    sheets: dict[str, dict[tuple[int, int], RawCell]] = field(default_factory=dict)
    names: dict[str, tuple[str, int, int]] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    covered: dict[str, set[tuple[int, int]]] = field(default_factory=dict)
    unseen: dict[str, tuple[set[int], set[int]]] = field(default_factory=dict)
    notes: dict[str, list[RawNote]] = field(default_factory=dict)

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
    reader = _open(data)
    workbook, texts = reader.wb, reader.shared_strings
    has_notes = any("comments" in name.lower() or "drawing" in name.lower() for name in reader.valid_files)
    struck, scripts = _struck_styles(workbook), _script_styles(workbook)
    formats, faint = _Formats(workbook), unseen_styles(workbook)
    result = RawWorkbook()
    for sheet in workbook.worksheets:
        cells: dict[tuple[int, int], RawCell] = {}
        with sheet._get_source() as source:  # type: ignore[attr-defined]  # noqa: SLF001
            parser = _parser(workbook, texts, source)
            for _, row in parser.parse():
                for cell in row:
                    if cell["value"] is not None:
                        style = cell["style_id"]
                        raw = _raw(cell["value"], cell["data_type"])
                        if style in struck:
                            raw = RawCell("", "text", raw.text)
                        elif style in scripts and raw.kind in ("number", "text"):
                            raw = replace(raw, text=raw.text.translate(scripts[style]), kind="text")
                        elif raw.kind == "number" and (code := formats.code(style)):
                            raw = _formatted(raw, code)
                        if style in faint and not isinstance(cell["value"], _TextOfLooks):
                            raw = replace(raw, faint=raw.text)
                        cells[cell["row"] - 1, cell["column"] - 1] = raw
        result.sheets[sheet.title] = cells
        result.covered[sheet.title] = _covered(parser, cells)
        result.unseen[sheet.title] = _unseen(parser, cells)
        if has_notes and (notes := _notes(reader, sheet._worksheet_path)):  # type: ignore[attr-defined]  # noqa: SLF001
            result.notes[sheet.title] = notes
        if sheet.sheet_state != "visible":
            result.hidden.add(sheet.title)
    for name, defined in workbook.defined_names.items():
        place = _place(str(defined.attr_text or ""))
        if place and place[0] in result.sheets:
            result.names[name.lower()] = place
    workbook.close()
    return result


class _Parser(WorkSheetParser):
    """Reads a sheet; openpyxl joins the runs of a text that stands in the cell itself, struck out or not."""

    @override
    def parse_cell(self, element: etree._Element) -> dict[str, Any]:
        cell: dict[str, Any] = super().parse_cell(element)
        item = element.find(_INLINE) if element.get("t") == "inlineStr" and cell["data_type"] == "s" else None
        if item is not None:
            cell["value"] = _shown(item)
        return cell


def _parser(workbook: Workbook, texts: list[str], source: IO[bytes]) -> WorkSheetParser:
    """Return what reads a sheet row by row and then knows its merged ranges, which a read-only sheet forgets."""
    return _Parser(
        source,
        texts,
        epoch=workbook.epoch,
        date_formats=workbook._date_formats,  # type: ignore[attr-defined]  # noqa: SLF001
        timedelta_formats=workbook._timedelta_formats,  # type: ignore[attr-defined]  # noqa: SLF001
    )


def _covered(parser: WorkSheetParser, cells: Mapping[tuple[int, int], object]) -> set[tuple[int, int]]:
    """Return the filled cells under merged ranges; each range shows its first cell alone."""
    merged = parser.merged_cells.mergeCell if parser.merged_cells is not None else ()
    covered = set()
    large = []
    for area in merged:
        if area.size["rows"] * area.size["columns"] > _LARGE_AREA:
            large.append(area)
        else:
            covered |= {(r - 1, c - 1) for r, c in area.cells if (r, c) != (area.min_row, area.min_col)}
    covered &= cells.keys()
    for area in large[:_MOST_LARGE]:
        rows, columns = range(area.min_row - 1, area.max_row), range(area.min_col - 1, area.max_col)
        first = rows[0], columns[0]
        covered |= {at for at in cells if at[0] in rows and at[1] in columns and at != first}
    return covered


def _unseen(parser: WorkSheetParser, cells: Iterable[tuple[int, int]]) -> tuple[set[int], set[int]]:
    """Return the hidden rows and columns that hold something."""
    rows = {
        int(row) - 1
        for row, look in parser.row_dimensions.items()
        if look.get("hidden") in _TRUE or is_too_small(look, "ht")
    }
    looks = parser.column_dimensions.values()
    hidden = [look for look in looks if look.get("hidden") in _TRUE or is_too_small(look, "width")]
    ranges = [range(int(look["min"]) - 1, int(look["max"])) for look in hidden]
    filled = list(cells)
    columns = {column for column in {at[1] for at in filled} if any(column in known for known in ranges)}
    return {row for row in {at[0] for at in filled} if row in rows}, columns


class _Formats:
    """The number formats of a workbook, by style."""

    def __init__(self, workbook: Workbook) -> None:
        self._styles = workbook._cell_styles  # type: ignore[attr-defined]  # noqa: SLF001
        self._own = workbook._number_formats  # type: ignore[attr-defined]  # noqa: SLF001
        self._codes: dict[int, str] = {}

    def code(self, style: int) -> str:
        """Return the number format of a style; "" for one that shows each number as it is."""
        if style not in self._codes:
            number = self._styles[style].numFmtId
            own = number - BUILTIN_FORMATS_MAX_SIZE
            code = self._own[own] if own >= 0 else BUILTIN_FORMATS.get(number, "")
            self._codes[style] = "" if code == "General" else code
        return self._codes[style]


def _formatted(raw: RawCell, code: str) -> RawCell:
    """Return a number with what its format makes of it."""
    number = Decimal(raw.text)
    masked, drawn = hides_number(code, number), drawn_beside(code, number)
    return replace(raw, is_masked=masked, drawn=drawn) if masked or drawn else raw


def _struck_styles(workbook: Workbook) -> set[int]:
    """Return the styles of cells that strike out all that stands in them."""
    fonts = {number for number, font in enumerate(workbook._fonts) if font.strike}  # type: ignore[attr-defined]  # noqa: SLF001
    styles = enumerate(workbook._cell_styles)  # type: ignore[attr-defined]  # noqa: SLF001
    return {number for number, style in styles if style.fontId in fonts} if fonts else set()


def _script_styles(workbook: Workbook) -> dict[int, dict[int, int]]:
    """Return the styles of cells that set all of it above or below the line, each with what its digits become."""
    looks = {n: font.vertAlign for n, font in enumerate(workbook._fonts) if font.vertAlign in SCRIPTS}  # type: ignore[attr-defined]  # noqa: SLF001
    styles = enumerate(workbook._cell_styles)  # type: ignore[attr-defined]  # noqa: SLF001
    return {n: SCRIPTS[looks[style.fontId]] for n, style in styles if style.fontId in looks} if looks else {}


def _notes(reader: ExcelReader, member: str) -> list[RawNote]:
    """Return the comments on a sheet, then its text boxes."""
    relations = get_rels_path(member)  # type: ignore[no-untyped-call]
    if relations not in reader.valid_files:
        return []
    found: list[RawNote] = []
    parts = get_dependents(reader.archive, relations)
    for relation in (*parts.find(COMMENTS_NS), *parts.find(f"{REL_NS}/drawing")):
        if relation.target in reader.valid_files:
            root: Any = fromstring(reader.archive.read(relation.target))
            found += _comments(root) if relation.Type == COMMENTS_NS else _text_boxes(root)
    return found


def _comments(root: etree._Element) -> Iterator[RawNote]:
    for comment in (one for group in children(root, "commentList") for one in children(group, "comment")):
        texts = (rich_text(item, []) for item in children(comment, "text"))
        yield RawNote(COMMENT, comment.get("ref", ""), unescaped("".join(texts)))


def _text_boxes(root: etree._Element) -> Iterator[RawNote]:
    for anchor in root:
        text = "".join(one.text or "" for one in anchor.iter(f"{{{DRAWING_NS}}}t"))
        corner = {str(one.tag).rpartition("}")[2]: one.text for group in children(anchor, "from") for one in group}
        if text.strip():
            at = corner.get("col"), corner.get("row")
            cell = f"{column_letters(integer(at[0]) + 1)}{integer(at[1]) + 1}" if all(at) else ""
            yield RawNote(TEXT_BOX, cell, text)


def _open(data: bytes) -> ExcelReader:
    """Open the workbook for reading only, with its shared texts as they are stored."""

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
                        strings.append((node[0].text or "") if is_plain else _shown(node))
                        node.clear()
            self.shared_strings = strings

        @override
        def read_worksheets(self) -> None:
            # Excel does not tell capitals apart in the names of parts; openpyxl passes over what it does not find
            known = {name.lower(): name for name in self.valid_files}
            for _, part in self.parser.find_sheets():
                name = known.get(part.target.lower())
                if name is not None and part.target not in self.valid_files:
                    self.archive.NameToInfo[part.target] = self.archive.getinfo(name)
                    self.valid_files.append(part.target)
            super().read_worksheets()

    reader = Reader(BytesIO(data), read_only=True, keep_links=False)
    reader.read()
    return reader


def _shown(item: etree._Element) -> str:
    """Return a text of several looks without what is struck out."""
    struck: list[str] = []
    text, faint = rich_text(item, struck), unseen_runs(item)
    if not struck and not faint:
        return text
    shown = _TextOfLooks(text)
    shown.struck, shown.faint = "".join(struck), faint
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
        struck, faint = (value.struck, value.faint) if isinstance(value, _TextOfLooks) else ("", "")
        text = unescaped(value) if kind == "text" else value  # shared or in the cell itself
        return RawCell(text, kind, struck, faint=faint)
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
