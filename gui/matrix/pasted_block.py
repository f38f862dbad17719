"""What the clipboard holds as a block of cells: from the HTML of Excel, WPS, LibreOffice or a web page, or from TSV."""

from __future__ import annotations

import contextlib
import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from itertools import islice
from typing import cast

from core.base.errors import ReportError
from core.published import CLIPBOARD
from core.published.web_pages import read_web_page
from core.visible.blocks import Paragraph, VisibleTable

MAX_ROWS, MAX_COLUMNS, MAX_CHARACTERS = 1_000, 80, 4_000_000
"""More than any table of the form, also with a few lines for each cell; what lies beyond is cut off and said so."""

_MOST_ABOVE = 4
"""Paragraphs before a table that may be its title, its unit and its day."""

_GAP = re.compile(r"[\s\u00a0]+")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_OVERFLOW = re.compile(r"mso-ignore\s*:\s*colspan", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PastedBlock:
    """A rectangle of pasted cells.

    Attributes:
        rows: Texts row by row, "" for an empty cell, None for a place covered by a merged cell.
        is_cut: Whether there was more than the limits allow.
        told: Sentences about what of the page was left out, such as struck numbers.
        above: The paragraphs between the table before it on the page and this one.
        problem: Why nothing of it can be taken; "" where something can.
    """

    rows: tuple[tuple[str | None, ...], ...]
    is_cut: bool = False
    told: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    problem: str = ""

    @property
    def width(self) -> int:
        """Number of columns."""
        return max(map(len, self.rows), default=0)


def read_blocks(html: str, text: str) -> list[PastedBlock]:
    """Return the blocks that a clipboard holds: every table of the HTML, else the text; none where both are empty."""
    blocks = read_html(html) if html else []
    if not blocks and text.strip("\r\n"):
        blocks = [read_tsv(text)]
    return blocks


def read_tsv(text: str) -> PastedBlock:
    """Return the block of a text with tabs between cells; a quoted cell may hold tabs and line ends."""
    is_cut = len(text) > MAX_CHARACTERS
    lines = text[:MAX_CHARACTERS].replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    rows = [line.split("\t", MAX_COLUMNS + 1) for line in lines.split("\n", MAX_ROWS + 1)[: MAX_ROWS + 1]]
    if '"' in lines:
        with contextlib.suppress(csv.Error):  # a mark that is never closed makes one giant cell of the text
            rows = list(islice(csv.reader(StringIO(lines, newline=""), delimiter="\t"), MAX_ROWS + 1))
    return _block([[_tidy(cell) for cell in row] for row in rows], is_cut=is_cut)


def read_html(html: str) -> list[PastedBlock]:
    """Return the tables of an HTML text that hold anything, in order, those inside others before them.

    They are read as import reads a web page: what is hidden or struck out is left out, and a raised digit is no part of
    the number beside it. A text beyond the limits of import has none.
    """
    start = max(html.find("<"), 0)  # Windows puts a few lines before the page
    try:
        pages = read_web_page(html[start : start + MAX_CHARACTERS], CLIPBOARD)
    except ReportError:
        return []
    is_cut = len(html) - start > MAX_CHARACTERS
    told = tuple(pages.remarks)
    tables = _tables(pages.blocks, [])
    blocks = (replace(_block(_grid(one), is_cut=is_cut), told=told, above=above) for one, above in tables)
    return [block for block in blocks if any(cell for row in block.rows for cell in row)]


def _tables(
    blocks: Sequence[Paragraph | VisibleTable], above: list[str]
) -> Iterator[tuple[VisibleTable, tuple[str, ...]]]:
    """Yield the tables, each with the last paragraphs after the one before it, which ``above`` holds meanwhile."""
    for one in blocks:
        if isinstance(one, Paragraph):
            above.extend([_tidy(one.text)] if one.text.strip() else [])
            continue
        before = tuple(above[-_MOST_ABOVE:])
        for cell in (cell for row in one.rows for cell in row.cells):
            yield from _tables(cell.content, above)
        above.clear()
        yield one, before


def _grid(table: VisibleTable) -> list[list[str | None]]:
    """Return what stands at each place of a table, with one row and column more than a block may have to be cut."""
    places: dict[tuple[int, int], str | None] = {}
    for row in table.rows:
        for cell in row.cells:
            attributes = cast("Mapping[str, str]", cell.node.attrib)  # type: ignore[attr-defined]
            # Excel writes a long text that runs over empty neighbours as one wide cell: these are cells of their own.
            spill = "" if _OVERFLOW.search(attributes.get("style", "")) else None
            text = _shown(_tidy(cell.text), attributes)
            top, left = row.number - 1, round(cell.left)
            for down in range(top, min(top + cell.height, MAX_ROWS + 1)):
                for across in range(left, min(round(cell.right), MAX_COLUMNS + 1)):
                    places[down, across] = text if (down, across) == (top, left) else spill if down == top else None
    height, width = (max((place[i] + 1 for place in places), default=0) for i in (0, 1))
    return [[places.get((row, column), "") for column in range(width)] for row in range(height)]


def _block(rows: Sequence[Sequence[str | None]], *, is_cut: bool) -> PastedBlock:
    is_cut = is_cut or len(rows) > MAX_ROWS or any(len(row) > MAX_COLUMNS for row in rows)
    kept = [tuple(row[:MAX_COLUMNS]) for row in rows[:MAX_ROWS]]
    width = max(map(len, kept), default=0)
    return PastedBlock(tuple((*row, *[""] * (width - len(row))) for row in kept), is_cut)


def _tidy(text: str) -> str:
    return _GAP.sub(" ", text).strip()


def _shown(text: str, attributes: Mapping[str, str]) -> str:
    """Return what a cell says: the exact number where the shown one was rounded or did not fit its column."""
    exact = attributes.get("sdval") or attributes.get("x:num") or ""
    if not _NUMBER.fullmatch(exact):
        return text
    plain = text.replace(",", "").replace("，", "")
    is_too_narrow = bool(text) and not text.strip("#")
    is_rounded = bool(_NUMBER.fullmatch(plain)) and float(plain) != float(exact)
    return exact if is_too_narrow or is_rounded else text
