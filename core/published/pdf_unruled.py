"""Table 三 of a PDF that has no ruling lines: read as a whole where its labels and all its sums prove it, else told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from core.published.labels import NEAR_IN_PLACE, label_core
from core.published.pdf_grids import Grid
from core.published.pdf_lines import Line
from core.published.pdf_tables import Piece
from core.published.proof import holds
from core.published.vocabulary import TableWords, vocabulary
from core.visible.blocks import Paragraph, Row, VisibleCell

_COLUMNS = 7
_NUMBER = r"\d{1,3}(?:,\d{3})+|\d+"
_ROW = re.compile(
    rf"(?P<label>(?:.*[^\d,. ])? *)(?<![\d,.])(?P<numbers>(?:{_NUMBER})(?: +(?:{_NUMBER})){{{_COLUMNS - 1}}})"
)
"""A label, which ends with no number, and seven numbers."""
_LEAST_LIKE = 0.8
"""Share of the rows whose labels must be those of the form, as far as can be told."""
_LONGEST_LABEL = 40
_LEAST_COLUMNS = 5
"""Columns whose place the header must tell."""
_MANY = 5
"""Rows of seven numbers from which it is told that they were not read as a table."""


@dataclass(slots=True)
class _NumberRow:
    """A line that ends with seven numbers."""

    page: int
    at: int
    numbers: list[str]
    label: list[str] = field(default_factory=list)


@dataclass(slots=True)
class UnruledTable:
    """What was found.

    Attributes:
        page: The page where it begins, from 0.
        lines: The lines that it consists of, by page.
        piece: The table.
        remark: What the clerk is told.
    """

    page: int = 0
    lines: dict[int, range] = field(default_factory=dict)
    piece: tuple[Grid, Piece] | None = None
    remark: str = ""


def unruled_table(pages: Sequence[Sequence[Line]]) -> UnruledTable | None:
    """Return table 三 where it stands in lines of text; without ``piece`` where it is not proven; None for nothing."""
    rows = [
        _NumberRow(number, at, match["numbers"].split())
        for number, lines in enumerate(pages)
        for at, line in enumerate(lines)
        if (match := _ROW.fullmatch(line.text))
    ]
    if len(rows) < _MANY:
        return None
    found = _lines_of(rows, pages)
    page = rows[0].page
    words = next((w for w in vocabulary().roles["s3"] if found and _is_proven(rows, w)), None)
    start = _above_header(pages[page], found[page].start, words) if found and words else 0
    if words is None or found is None or not _is_in_order(pages[page][start : found[page].start], words):
        said = f"有{len(rows)}行数字没有表格线，不知属于哪一格，同表中的字一起当作文字读入，请对照原文填写"
        return UnruledTable(remark=said)
    lines = {**found, page: range(start, found[page].stop)}
    top = pages[page][start]
    grid = Grid([top.left, top.right], [top.top, pages[page][lines[page].stop - 1].bottom], [])
    said = f"{words.table.name}没有表格线，是按文字的位置读出、按勾稽关系核对后读入的，请核对"
    return UnruledTable(page, lines, (grid, _piece(rows, words)), said)


def _lines_of(rows: Sequence[_NumberRow], pages: Sequence[Sequence[Line]]) -> dict[int, range] | None:
    """Give each row the label in the lines nearest to it; return the lines of the table, None if others are there."""
    found: dict[int, range] = {}
    first, last = rows[0], rows[-1]
    for number in range(first.page, last.page + 1):
        own = [row for row in rows if row.page == number]
        lines = pages[number]
        if not own:
            if lines:
                return None
            continue
        start = own[0].at if number == first.page else 0
        stop = own[-1].at + 1 if number == last.page else len(lines)
        while number == first.page and start and _is_beside(lines[start - 1], lines[own[0].at], lines[start]):
            start -= 1
        while number == last.page and stop < len(lines) and _is_beside(lines[stop], lines[own[-1].at], lines[stop - 1]):
            stop += 1
        for at in range(start, stop):
            match = _ROW.fullmatch(lines[at].text)
            text = match["label"] if match else lines[at].text
            if len(text) > _LONGEST_LABEL or text.endswith("。"):
                return None
            nearest = min(own, key=lambda row: abs(lines[row.at].base - lines[at].base))
            nearest.label.append(text)
        found[number] = range(start, stop)
    return found


def _is_beside(line: Line, row: Line, near: Line) -> bool:
    """Whether a line above the first or below the last row of numbers is a part of its label: closer than a line."""
    is_close = abs(line.base - near.base) < 1.1 * row.size
    return is_close and abs(line.base - row.base) < 2.2 * row.size


def _is_proven(rows: Sequence[_NumberRow], words: TableWords) -> bool:
    """Whether rows are those of the form in its order: by their labels, as far as these can be told, and all sums."""
    keys = list(words.table.rows)
    if len(keys) != len(rows) or any(len(words.row_cells(key)) != _COLUMNS for key in keys):
        return False
    like = 0
    for key, row in zip(keys, rows, strict=True):
        label = "".join(row.label)
        match = words.rows.match(label)
        if match is not None and match.key != key:
            return False
        like += words.rows.likeness(label, key) >= NEAR_IN_PLACE
    texts = {
        (key, column): text
        for key, row in zip(keys, rows, strict=True)
        for column, text in zip(words.row_cells(key), row.numbers, strict=True)
    }
    return like >= _LEAST_LIKE * len(rows) and holds(words, texts, texts)


def _is_in_order(header: Sequence[Line], words: TableWords) -> bool:
    """Whether the columns stand in the order of the form, told by the characters that one label alone has."""
    labels = [label_core(item.label) for row in words.table.grid for item in row if item.label and not item.row_key]
    glyphs = [glyph for line in header for glyph in line.glyphs]
    places: list[float] = []
    for column in words.column_keys:
        core = label_core(words.table.columns[column].label)
        own = {char for char in core if sum(char in label for label in labels) == 1}
        found = [glyph.left for glyph in glyphs if glyph.char in own]
        places += [sum(found) / len(found)] if found else []
    return len(places) >= _LEAST_COLUMNS and places == sorted(places)


def _above_header(lines: Sequence[Line], start: int, words: TableWords) -> int:
    """Return the first line of the header above the rows: of lines that say only what the header of the form says."""
    header = [item.label for row in words.table.grid for item in row if item.label and not item.row_key]
    known = set("".join(map(label_core, header)))
    while start and set(label_core(lines[start - 1].text)) <= known:
        start -= 1
    return start


def _piece(rows: Sequence[_NumberRow], words: TableWords) -> Piece:
    """Return the table with a header and the labels of the form."""
    heads = ["", *(words.table.columns[column].label for column in words.column_keys)]
    lines = [heads]
    lines += [[line.label, *row.numbers] for line, row in zip(words.table.rows.values(), rows, strict=True)]
    made = [
        Row(
            [VisibleCell(x, x + 1, 1, [Paragraph(text)] if text else []) for x, text in enumerate(line)],
            _COLUMNS + 1,
            number,
        )
        for number, line in enumerate(lines, 1)
    ]
    return Piece(made, [float(x) for x in range(_COLUMNS + 2)])
