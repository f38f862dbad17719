"""Workbooks of others as rows of values: one pass of a streaming parser that keeps what cells hold and nothing else.

openpyxl, in its way of reading on the fly, does not tell which rows are hidden, and refuses workbooks with unusual
styles; a sheet of a million empty rows takes it minutes.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import NamedTuple
from xml.parsers import expat

from typing_extensions import override

from core.base.archive_limits import Archive
from core.base.errors import DamagedFileError, ErrorText
from core.base.markup_limits import utf8_xml
from core.base.ooxml import column_number, integer, unescaped
from core.office.register.days import read_day, serial_day
from core.office.register.values import CellFault, RegisterRow, RegisterSheet, Value
from core.visible.sheet_members import (
    REFERENCE,
    TEXTS,
    TRUE,
    corners_of,
    counts_from_1904,
    number_formats,
    sheets_of,
    struck_styles,
)

MAX_ROWS = 30_000
"""Rows with content of all sheets together; an office has some hundred applications a year."""
ROWS_BESIDE = 100
"""Titles, headers and totals that may stand beside them."""
MAX_VALUES = 600_000
"""Cells with content of all sheets together."""
MAX_COLUMN = 200
MAX_TEXT = 4_000
"""Characters kept of one cell; no field that is counted has so many."""
_MAX_SHEETS = 255

TOO_LONG = ErrorText(
    "“{name}”太大，一次最多读{rows}行台账，没有读入。",
    "请把报告年度收到、办结和年底未办结的申请另存为一个文件，删去多余的行、列和图片，再试一次。",
)
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_DAY_SIGNS = re.compile(r"[yd年日]|e(?![+-])|m(?!.*s)", re.IGNORECASE)
_BUILT_IN_DAYS = {*range(14, 18), 22, *range(27, 32), 36, *range(50, 55), 57, 58}
_NOT_SAVED = CellFault("（公式没有保存结果）")


def read_sheets(archive: Archive) -> tuple[RegisterSheet, ...]:
    """Return all sheets of a workbook that hold something, hidden ones included.

    Raises:
        FileError: A part is missing, damaged or too large.
    """
    is_1904 = counts_from_1904(archive)
    styles = _Styles(_day_styles(archive), struck_styles(archive))
    texts = _shared_texts(archive)
    sheets = []
    room = _Room(archive)
    for number, (name, member, is_hidden) in enumerate(sheets_of(archive)):
        if number >= _MAX_SHEETS:
            raise TOO_LONG.of(archive.path, rows=MAX_ROWS)
        reader = _SheetReader(archive, texts, styles, room, is_1904=is_1904)
        sheet = reader.read(member, name, is_hidden=is_hidden)
        if sheet.rows:
            sheets.append(sheet)
    return tuple(sheets)


class _Room:
    """What all sheets together may hold."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._rows = self._values = 0

    def take(self, values: int) -> None:
        """Count a row with so many values.

        Raises:
            FileError: They are too many.
        """
        self._rows += 1
        self._values += values
        if self._rows > MAX_ROWS + ROWS_BESIDE or self._values > MAX_VALUES:
            raise TOO_LONG.of(self._archive.path, rows=MAX_ROWS)


class _Styles(NamedTuple):
    """What the styles of cells say: whether each shows a number as a day, and which strike out what stands there."""

    days: list[bool]
    struck: set[int]


def _day_styles(archive: Archive) -> list[bool]:
    """Return for each cell style whether it shows a number as a day."""
    found = []
    for number, own in number_formats(archive):
        code = _LITERAL.sub("", (own or "").partition(";")[0])
        is_own = bool(code) and code.lower() != "general" and _DAY_SIGNS.search(code) is not None
        found.append(is_own or (own is None and number in _BUILT_IN_DAYS))
    return found


def _parse(archive: Archive, member: str, handlers: _Handlers) -> None:
    """Run through the XML of a member.

    Raises:
        FileError: It is not well-formed, or its handlers say so.
    """
    data = utf8_xml(archive.read(member), archive.path)
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = handlers.start
    parser.EndElementHandler = handlers.end
    parser.CharacterDataHandler = handlers.text

    def refuse(*_details: object) -> None:
        raise DamagedFileError(archive.path)

    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise DamagedFileError(archive.path) from error


class _Handlers:
    """What is done at each element, and the text inside the one that is listened to."""

    def __init__(self) -> None:
        self._pieces: list[str] | None = None
        self._length = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the start of an element."""

    def end(self, name: str) -> None:
        """Take the end of an element."""

    def text(self, text: str) -> None:
        """Take a piece of text."""
        if self._pieces is not None and self._length < MAX_TEXT:
            self._pieces.append(text[: MAX_TEXT - self._length])
            self._length += len(text)

    def listen(self) -> None:
        """Keep the text that follows."""
        self._pieces, self._length = [], 0

    def heard(self) -> str:
        """Return the text since then, and keep no more."""
        text = "".join(self._pieces or ())
        self._pieces = None
        return text


class _Runs:
    """The pieces of one text, and which of them are struck out."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._struck = self._kept = self._is_struck = False

    def begin(self) -> None:
        """Take the start of a piece that has a look of its own."""
        self._is_struck = False

    def strike(self, attributes: dict[str, str]) -> None:
        """Take what says that this piece is struck out."""
        self._is_struck = attributes.get("val", "1") in TRUE

    def add(self, text: str) -> None:
        """Take the text of a piece."""
        self._pieces.append(text)
        if text.strip():
            self._struck |= self._is_struck
            self._kept |= not self._is_struck

    def text(self) -> str:
        """Return all pieces joined, struck out or not."""
        return unescaped("".join(self._pieces))

    @property
    def struck(self) -> bool | None:
        """Whether all of it is struck out; None where nothing is."""
        return not self._kept if self._struck else None


class _TextsReader(_Handlers):
    """Reads the shared texts: the runs of each joined, the phonetic guides left out.

    Attributes:
        texts: The texts.
        struck: Number of those that are struck out, each with whether all of it is.
    """

    def __init__(self, archive: Archive) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.struck: dict[int, bool] = {}
        self._runs = _Runs()
        self._guides = 0
        self._archive = archive

    @override
    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the start of an element."""
        local = name.rpartition(":")[2]
        if local == "si":
            self._runs = _Runs()
            if len(self.texts) > MAX_VALUES:
                raise TOO_LONG.of(self._archive.path, rows=MAX_ROWS)
        elif local == "rPh":
            self._guides += 1
        elif local == "t" and not self._guides:
            self.listen()
        elif local == "r":
            self._runs.begin()
        elif local == "strike":
            self._runs.strike(attributes)

    @override
    def end(self, name: str) -> None:
        """Take the end of an element."""
        local = name.rpartition(":")[2]
        if local == "t" and not self._guides:
            self._runs.add(self.heard())
        elif local == "rPh":
            self._guides -= 1
        elif local == "si":
            if self._runs.struck is not None:
                self.struck[len(self.texts)] = self._runs.struck
            self.texts.append(self._runs.text()[:MAX_TEXT])


def _shared_texts(archive: Archive) -> _TextsReader:
    reader = _TextsReader(archive)
    if TEXTS in archive:
        _parse(archive, TEXTS, reader)
    return reader


class _SheetReader(_Handlers):
    """Reads one sheet."""

    def __init__(self, archive: Archive, texts: _TextsReader, styles: _Styles, room: _Room, *, is_1904: bool) -> None:
        super().__init__()
        self._archive = archive
        self._texts = texts.texts
        self._struck_texts = texts.struck
        self._day_styles, self._struck_styles = styles
        self._room = room
        self._is_1904 = is_1904
        self._rows: list[RegisterRow] = []
        self._merges: list[tuple[int, int, int, int]] = []
        self._is_filtered = False
        self._row, self._column = 0, 0
        self._is_row_hidden = False
        self._values: dict[int, Value] = {}
        self._struck: dict[int, bool] = {}
        self._kind, self._style = "n", 0
        self._raw: str | None = None
        self._has_formula = False
        self._inline = _Runs()

    def read(self, member: str, name: str, *, is_hidden: bool) -> RegisterSheet:
        """Return the sheet.

        Raises:
            FileError: It is damaged or too large.
        """
        _parse(self._archive, member, self)
        return RegisterSheet(name, tuple(self._rows), tuple(self._merges), is_hidden, self._is_filtered, self._is_1904)

    @override
    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the start of an element; the common ones come first."""
        local = name.rpartition(":")[2]
        if local == "c":
            match = REFERENCE.fullmatch(attributes.get("r", ""))
            self._column = column_number(match[1]) if match else self._column + 1
            self._kind, self._style = attributes.get("t", "n"), integer(attributes.get("s"))
            self._raw, self._has_formula = None, False
            if self._kind == "inlineStr":
                self._inline = _Runs()
        elif local in ("v", "t"):
            self.listen()
        elif local == "f":
            self._has_formula = True
        elif local == "row":
            self._row = integer(attributes.get("r"), self._row + 1)
            self._is_row_hidden = attributes.get("hidden") in TRUE
            self._column, self._values, self._struck = 0, {}, {}
        elif local == "mergeCell":
            self._add_merge(attributes.get("ref", ""))
        elif local == "autoFilter":
            self._is_filtered = True
        elif local == "r":
            self._inline.begin()
        elif local == "strike":
            self._inline.strike(attributes)

    @override
    def end(self, name: str) -> None:
        """Take the end of an element."""
        local = name.rpartition(":")[2]
        if local == "v":
            self._raw = self.heard()
        elif local == "t":
            self._inline.add(self.heard())
        elif local == "c":
            value = self._value()
            if value is not None and self._column <= MAX_COLUMN:
                self._values[self._column] = value
                struck = self._is_struck()
                if struck is not None:
                    self._struck[self._column] = struck
        elif local == "row" and self._values:
            self._room.take(len(self._values))
            self._rows.append(RegisterRow(self._row, self._values, self._is_row_hidden, self._struck))
            self._values = {}

    def _add_merge(self, reference: str) -> None:
        corners = corners_of(reference)
        if corners and len(self._merges) <= MAX_ROWS:
            self._merges.append(corners)

    def _is_struck(self) -> bool | None:
        """Return whether all of the cell that ends here is struck out; None where nothing is."""
        if self._style in self._struck_styles:
            return True
        if self._kind == "s" and self._struck_texts:
            return self._struck_texts.get(integer(self._raw))
        return self._inline.struck if self._kind == "inlineStr" else None

    def _value(self) -> Value | None:
        """Return what the cell that ends here holds; None for a blank."""
        if self._kind == "inlineStr":
            return self._inline.text().strip() or None
        raw = self._raw
        if raw is None or (not raw and self._kind != "str"):  # a text that is empty is a result
            return _NOT_SAVED if self._has_formula else None
        if self._kind == "s":
            index = integer(raw, len(self._texts))
            return (self._texts[index].strip() or None) if index < len(self._texts) else None
        if self._kind == "e":
            return CellFault(raw)
        if self._kind == "b":
            return "TRUE" if raw in TRUE else "FALSE"
        if self._kind == "d":
            return read_day(raw) or raw
        return self._number(raw) if self._kind == "n" else unescaped(raw).strip() or None

    def _number(self, raw: str) -> Value | None:
        if not raw.strip():
            return None
        try:
            number = Decimal(raw)
        except InvalidOperation:
            return raw
        if not number.is_finite() or abs(number.adjusted()) > 30:
            return raw
        value = int(number) if number == number.to_integral_value() else float(number)
        if self._style < len(self._day_styles) and self._day_styles[self._style]:
            return serial_day(float(number), from_1904=self._is_1904) or value
        return value
