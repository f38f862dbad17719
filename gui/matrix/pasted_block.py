"""What the clipboard holds as a block of cells: from the HTML of Excel, WPS, LibreOffice or a web page, or from TSV."""

from __future__ import annotations

import contextlib
import csv
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from typing_extensions import override

from core.base.archive_limits import sound_html
from core.base.errors import ReportError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MAX_ROWS, MAX_COLUMNS, MAX_CHARACTERS = 400, 80, 4_000_000
"""More than any table of the form; what lies beyond is cut off and said so."""

_CLIPBOARD = Path("剪贴板")
_GAP = re.compile(r"[\s\u00a0]+")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_OVERFLOW = re.compile(r"mso-ignore\s*:\s*colspan", re.IGNORECASE)
_SILENT_TAGS = frozenset({"style", "script", "title", "xml", "comment", "rt"})
_BREAKING_TAGS = frozenset({"br", "p", "div", "li"})


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle of pasted cells.

    Attributes:
        rows: Texts row by row, "" for an empty cell, None for a place covered by a merged cell.
        is_cut: Whether there was more than the limits allow.
    """

    rows: tuple[tuple[str | None, ...], ...]
    is_cut: bool = False

    @property
    def width(self) -> int:
        """Number of columns."""
        return max(map(len, self.rows), default=0)


def read_blocks(html: str, text: str) -> list[Block]:
    """Return the blocks that a clipboard holds: every table of the HTML, else the text; none where both are empty."""
    blocks = read_html(html) if html else []
    if not blocks and text.strip("\r\n"):
        blocks = [read_tsv(text)]
    return blocks


def read_tsv(text: str) -> Block:
    """Return the block of a text with tabs between cells; a quoted cell may hold tabs and line ends."""
    is_cut = len(text) > MAX_CHARACTERS
    lines = text[:MAX_CHARACTERS].replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    rows = [line.split("\t", MAX_COLUMNS + 1) for line in lines.split("\n", MAX_ROWS + 1)[: MAX_ROWS + 1]]
    if '"' in lines:
        with contextlib.suppress(csv.Error):  # a mark that is never closed makes one giant cell of the text
            rows = list(islice(csv.reader(StringIO(lines, newline=""), delimiter="\t"), MAX_ROWS + 1))
    return _block([[_tidy(cell) for cell in row] for row in rows], is_cut=is_cut)


def read_html(html: str) -> list[Block]:
    """Return the tables of an HTML text that hold anything, in order, those inside others included.

    None of them where it is no HTML that anybody would copy: the text beside it counts then.
    """
    try:
        sound = sound_html(html[:MAX_CHARACTERS], _CLIPBOARD)
    except ReportError:
        return []
    reader = _TableReader()
    reader.feed(sound)
    reader.close()
    reader.finish()
    blocks = (_block(table, is_cut=len(html) > MAX_CHARACTERS) for table in reader.tables)
    return [block for block in blocks if any(cell for row in block.rows for cell in row)]


def _block(rows: Sequence[Sequence[str | None]], *, is_cut: bool) -> Block:
    is_cut = is_cut or len(rows) > MAX_ROWS or any(len(row) > MAX_COLUMNS for row in rows)
    kept = [tuple(row[:MAX_COLUMNS]) for row in rows[:MAX_ROWS]]
    width = max(map(len, kept), default=0)
    return Block(tuple((*row, *[""] * (width - len(row))) for row in kept), is_cut)


def _tidy(text: str) -> str:
    return _GAP.sub(" ", text).strip()


class _OpenTable:
    """A table while it is read: rows of texts, places reserved by merged cells."""

    def __init__(self) -> None:
        self.rows: list[list[str | None]] = []
        self.taken: dict[tuple[int, int], None] = {}
        self.is_hidden_row = False
        self.parts: list[str] | None = None
        self.attributes: Mapping[str, str] = {}

    def start_row(self, attributes: Mapping[str, str]) -> None:
        self.is_hidden_row = bool(_HIDDEN.search(attributes.get("style", "")))
        if not self.is_hidden_row:
            self.rows.append([])

    def end_cell(self) -> None:
        if self.parts is None:
            return
        text, self.parts = _shown(_tidy("".join(self.parts)), self.attributes), None
        if self.is_hidden_row or _HIDDEN.search(self.attributes.get("style", "")):
            return
        if not self.rows:
            self.rows.append([])
        height, width = _span(self.attributes, "rowspan", MAX_ROWS), _span(self.attributes, "colspan", MAX_COLUMNS)
        # Excel writes a long text that runs over empty neighbours as one wide cell: these are cells of their own.
        spill: str | None = "" if _OVERFLOW.search(self.attributes.get("style", "")) else None
        row = self.rows[-1]
        top = len(self.rows) - 1
        self._skip_taken(row, top)
        left = len(row)
        row += [text, *[spill] * (width - 1)]
        for down in range(1, min(height, MAX_ROWS - top)):
            self.taken.update(dict.fromkeys((top + down, left + i) for i in range(width)))

    def _skip_taken(self, row: list[str | None], top: int) -> None:
        while (top, len(row)) in self.taken:
            row.append(None)

    def finish(self) -> list[list[str | None]]:
        for top, row in enumerate(self.rows):
            self._skip_taken(row, top)
        return self.rows


def _span(attributes: Mapping[str, str], name: str, limit: int) -> int:
    value = attributes.get(name, "").strip()
    return min(max(int(value), 1), limit) if value.isascii() and value.isdigit() and len(value) < 6 else 1


def _shown(text: str, attributes: Mapping[str, str]) -> str:
    """Return what a cell says: the exact number where the shown one was rounded or did not fit its column."""
    exact = attributes.get("sdval") or attributes.get("x:num") or ""
    if not _NUMBER.fullmatch(exact):
        return text
    plain = text.replace(",", "").replace("，", "")
    is_too_narrow = bool(text) and not text.strip("#")
    is_rounded = bool(_NUMBER.fullmatch(plain)) and float(plain) != float(exact)
    return exact if is_too_narrow or is_rounded else text


class _TableReader(HTMLParser):
    """Collects the tables of an HTML text as a browser lays them out, without rules for what should not be."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[str | None]]] = []
        self._open: list[_OpenTable] = []
        self._silent = 0

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag in _SILENT_TAGS:
            self._silent += 1
        elif tag == "table":
            self._open.append(_OpenTable())
        elif self._open and tag == "tr":
            self._open[-1].end_cell()
            self._open[-1].start_row(attributes)
        elif self._open and tag in ("td", "th"):
            table = self._open[-1]
            table.end_cell()
            table.parts, table.attributes = [], attributes
        elif tag in _BREAKING_TAGS:
            self.handle_data(" ")

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT_TAGS:
            self._silent = max(self._silent - 1, 0)
        elif tag in ("td", "th", "tr") and self._open:
            self._open[-1].end_cell()
        elif tag == "table" and self._open:
            self._close_table()

    @override
    def handle_data(self, data: str) -> None:
        if self._open and not self._silent and self._open[-1].parts is not None:
            self._open[-1].parts.append(data)

    def _close_table(self) -> None:
        table = self._open.pop()
        table.end_cell()
        self.tables.append(table.finish())

    def finish(self) -> None:
        """Close the tables that the text left open."""
        while self._open:
            self._close_table()
