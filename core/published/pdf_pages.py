"""A PDF as blocks: lines joined to paragraphs, ruling lines to tables, both across pages; page numbers left out.

Tables are read from their ruling lines alone. Text that stands in columns without any lines stays text, and what cannot
be told apart (two numbers in one cell, a number across a line) stays two pieces, which no cell takes for a number.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from pathlib import Path

from core.base.errors import ErrorText
from core.published.pdf_beside import digits_beside, told_of_beside
from core.published.pdf_file import NO_CHARACTER, Glyph, PdfPage, Rule, pages_of
from core.published.pdf_grids import SNAP, Box, Grid, grids_of, whole_lines
from core.published.pdf_halves import parted
from core.published.pdf_lines import (
    SHORTEST_STROKE,
    Column,
    Line,
    column_of,
    goes_on,
    in_cell,
    is_title,
    joined,
    lines_of,
    look_of,
    stand_in_columns,
    usual_pitch,
    without_struck,
)
from core.published.pdf_overlaps import take_overlaps_away
from core.published.pdf_tables import Piece, put_together, without_blank_rows
from core.published.pdf_told import LEAST_TEXT, SLANTED, in_two_lines, listed, told_of
from core.published.pdf_unruled import UnruledTable, unruled_table
from core.visible.blocks import Block, Pages, Paragraph, Row, VisibleCell, VisibleTable, struck_remarks
from core.visible.word_symbols import UNKNOWN

BROKEN_SHARE = 200
"""At most one character in so many may be unknown, and none in a table."""

MOST_MEETINGS = 1_000_000
"""Meetings of lines that are looked at on a page; a drawing has more, a table never."""

_SCANNED = ErrorText(
    "“{name}”是扫描件（图片），里面没有可以读取的文字。",
    "请用 WPS 打开，点“PDF转Word”（带文字识别），逐格核对后存为 .docx 再导入。",
)
_BROKEN_FONTS = ErrorText(
    "“{name}”中有{count}个字只有字形、没有编码，看得见，但读不出是什么字。",
    "请改用原来的 Word 文件；没有的，用 WPS 的“PDF转Word”（带文字识别）转换，核对后导入。",
)
_PAGE_NUMBER = re.compile(r"[-—–·~～.\s]*(?:第|P|p)?\s*\d{1,3}\s*页?\s*(?:[/／,，共of\s]+\d{1,3}\s*页?)?[-—–·~～.\s]*")
_SIGN_OF_PAGE = re.compile(r"[-—–第页/／]")
_DIGITS = re.compile(r"\d+")
_DEEPEST = 3  # lines of a header or footer
_MARGIN = 0.25  # of a page's height, in which headers and page numbers stand
_SAME_PLACE = 6.0  # points
_OF_NUMBERS = frozenset("0123456789.,，．")
_NO_COLUMN = Column(0, 0)


@dataclass(slots=True)
class _Laid:
    """A page whose characters were told apart: lines of text and tables, from top to bottom.

    Attributes:
        struck: The pieces of text that are struck out, each with its page.
        broken: Numbers that are printed in two lines.
    """

    page: PdfPage
    lines: list[Line]
    pieces: list[tuple[Grid, Piece]]
    struck: list[str]
    broken: list[str]
    column: Column = _NO_COLUMN
    pitch: float = 0.0


def read_pdf(data: bytes, path: Path) -> Pages:
    """Return the visible content of a PDF with text; ``path`` is the file to be named if it fails.

    Raises:
        FileError: It is damaged, protected or too large, a scan, or its fonts do not say which characters they show.
    """
    pages = pages_of(data, path)
    _refuse_scan(pages, path)
    remarks = take_overlaps_away(pages)
    halves = parted(pages)
    if twofold := [number for number, own in enumerate(halves, 1) if len(own) > 1]:
        remarks.append(f"第{listed(twofold)}页是左右两栏（或一张纸上两页），先读左边、再读右边，请核对次序")
    laid = [_laid(half, number, remarks) for number, own in enumerate(halves, 1) for half in own]
    _leave_out_frame(laid)
    _check_fonts(laid, path, remarks)
    if table := unruled_table([page.lines for page in laid]):
        _set_in(table, laid)
        remarks.append(table.remark)
    _set_columns(laid)
    struck = [text for page in laid for text in page.struck]
    remarks += struck_remarks(len(struck), struck)
    remarks += [*in_two_lines([text for page in laid for text in page.broken]), *told_of(pages)]
    return Pages(_Walk().blocks(laid), remarks=list(dict.fromkeys(remarks)))


def _refuse_scan(pages: Sequence[PdfPage], path: Path) -> None:
    shown = sum(bool(glyph.char.strip()) for page in pages for glyph in page.glyphs)
    if shown < LEAST_TEXT or sum(page.hidden for page in pages) > shown:
        raise _SCANNED.of(path)


def _check_fonts(laid: Sequence[_Laid], path: Path, remarks: list[str]) -> None:
    """Refuse a file whose fonts do not tell what they show; tell of a few such characters in its text."""
    text = "".join(line.text for page in laid for line in page.lines)
    cells = "".join(cell.text for page in laid for _, piece in page.pieces for row in piece.rows for cell in row.cells)
    broken, in_cells = text.count(NO_CHARACTER), cells.count(NO_CHARACTER)
    if in_cells or broken * BROKEN_SHARE > len(text):
        raise _BROKEN_FONTS.of(path, count=broken + in_cells)
    if broken:
        remarks.append(f"有{broken}个字只有字形、没有编码，已用“{NO_CHARACTER}”代替，请对照原文改正")


# ---------------------------------------------------------------- one page


def _laid(page: PdfPage, number: int, remarks: list[str]) -> _Laid:
    across, down = whole_lines(page.across), whole_lines(page.down)
    grids: list[Grid] = []
    if len(across) * len(down) <= MOST_MEETINGS:
        grids = grids_of(across, down)
        if astray := _lines_through_titles(page, grids, down):
            grids = grids_of(across, whole_lines(_cut(rule, astray) for rule in page.down))
    else:
        remarks.append(f"第{number}页线条太多，没有从中找表格，请对照原文")
    glyphs, struck = without_struck(page.glyphs, whole_lines(page.across, shortest=SHORTEST_STROKE))
    owners = {glyph: _owner(glyph, grids) for glyph in glyphs}
    torn: dict[_Owner, list[str]] = defaultdict(list)
    for owner, pieces, own in _torn_numbers([*glyphs, *page.outside], owners):
        remarks.append(f"第{number}页表格中的“{'｜'.join(pieces)}”压在表格线或页边上，不知属于哪一格，没有读成数字")
        torn[owner] += pieces
        for glyph in own:
            owners.pop(glyph, None)
    inside: dict[_Owner, list[Glyph]] = defaultdict(list)
    for glyph, own_cell in owners.items():
        if own_cell is not None:
            inside[own_cell].append(glyph)
    rows = digits_beside((glyph for glyph, own_cell in owners.items() if own_cell is None), inside, grids)
    remarks += told_of_beside(rows, number)
    for own_row in rows:
        for glyph in own_row.glyphs:
            owners.pop(glyph)
        for box in own_row.cells:
            torn[own_row.grid, box].append(UNKNOWN)  # what stands in the wrong column is no number
    broken: list[str] = []
    made = [(grid, _piece(i, grid, inside, torn, broken)) for i, grid in enumerate(grids)]
    outside = [glyph for glyph, own_cell in owners.items() if own_cell is None]
    beside = "".join(glyph.char for glyph in outside if glyph.is_turned).strip()
    if beside and not _PAGE_NUMBER.fullmatch(beside):
        remarks.append(SLANTED.format(beside))
    lines = lines_of(glyph for glyph in outside if not glyph.is_turned)
    if stand_in_columns(lines):
        remarks.append(f"第{number}页有文字分栏或并排，是一行行从左到右读入的，次序可能不对，请对照原文")
    tables = [(grid, piece) for grid, piece in made if any(row.text for row in piece.rows)]
    return _Laid(page, lines, tables, [f"第{number}页“{text}”" for text in struck], broken)


def _lines_through_titles(page: PdfPage, grids: Sequence[Grid], down: Sequence[Rule]) -> list[tuple[float, float]]:
    """Return from where to where titles of sections stand that lines of a table above them run through.

    Some programs draw the cells that cover several rows down to the end of the page, through the next table. A title
    in a cell has the side of its table beside it and no line through it.
    """
    found: list[tuple[float, float]] = []
    for grid in grids:
        for row, (top, bottom) in enumerate(pairwise(grid.ys)):
            is_closed = any(
                rule.at - grid.xs[0] <= SNAP and rule.start < bottom - SNAP and rule.end > top + SNAP for rule in down
            )
            if is_closed or sum(box.top <= row < box.bottom for box in grid.boxes) == 1:
                continue
            lines = lines_of(glyph for glyph in page.glyphs if top < (glyph.top + glyph.bottom) / 2 < bottom)
            if len(lines) == 1 and is_title(lines[0].text):
                found.append((top, bottom))
    return found


def _cut(rule: Rule, titles: Sequence[tuple[float, float]]) -> Rule:
    """Return the part of a line above the title that it runs through; the whole line where there is none."""
    ends = [top for top, bottom in titles if rule.start < top - SNAP and rule.end > bottom - SNAP]
    return rule._replace(end=min([rule.end, *ends]))


_Owner = tuple[int, Box]
"""A cell: the number of its table and its place in it."""


def _owner(glyph: Glyph, grids: Sequence[Grid]) -> _Owner | None:
    """Return the cell in which the middle of a character stands, of the smallest table around it."""
    x, y = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
    found = [(grid.area, i, box) for i, grid in enumerate(grids) if (box := grid.box_at(x, y)) is not None]
    return min(found, key=lambda item: item[0])[1:] if found else None


def _torn_numbers(
    glyphs: Iterable[Glyph], owners: Mapping[Glyph, _Owner | None]
) -> Iterator[tuple[_Owner, list[str], list[Glyph]]]:
    """Yield the numbers that run over the edge of a cell or the page: a cell, the number in pieces, its characters."""
    for line in lines_of(glyph for glyph in glyphs if glyph.char in _OF_NUMBERS):
        together: list[list[Glyph]] = []
        for glyph in dict.fromkeys(line.glyphs):
            if together and _touches(together[-1][-1], glyph):
                together[-1].append(glyph)
            else:
                together.append([glyph])
        for number in together:
            cells = [owner for glyph in number if (owner := owners.get(glyph)) is not None]
            if cells and len({owners.get(glyph) for glyph in number}) > 1:
                pieces = ["".join(g.char for g in part) for _, part in groupby(number, owners.get)]
                yield Counter(cells).most_common(1)[0][0], pieces, number


def _touches(before: Glyph, after: Glyph) -> bool:
    """Whether two characters stand right behind each other; between those of two cells there is room."""
    return after.left - before.right < 0.1 * after.size and abs(before.base - after.base) < 1


def _piece(
    number: int, grid: Grid, inside: Mapping[_Owner, list[Glyph]], torn: Mapping[_Owner, list[str]], broken: list[str]
) -> Piece:
    """Return the part of a table that stands on a page; note the numbers in two lines."""
    rows = [Row([], grid.xs[-1], y + 1) for y in range(len(grid.ys) - 1)]
    for box in grid.boxes:
        left, right = grid.xs[box.left], grid.xs[box.right]
        glyphs = inside.get((number, box), ())
        if glyphs and all(glyph.is_turned for glyph in glyphs):  # a label that is written upwards
            made = [Paragraph("".join(glyph.char for glyph in glyphs))]
        else:
            made, in_two = in_cell(lines_of(glyphs), left, right)
            broken += in_two
        made += [Paragraph(text) for text in torn.get((number, box), ())]
        cells = rows[box.top].cells
        cells.append(VisibleCell(left, right, box.bottom - box.top, list[Block](made)))
    return Piece(without_blank_rows(rows), grid.xs)


# ---------------------------------------------------------------- all pages


def _set_in(table: UnruledTable, laid: Sequence[_Laid]) -> None:
    """Put a table without ruling lines in the place of its lines."""
    for number, lines in table.lines.items():
        del laid[number].lines[lines.start : lines.stop]
    if table.piece is not None:
        laid[table.page].pieces.append(table.piece)


def _leave_out_frame(laid: Sequence[_Laid]) -> None:
    """Take away the lines at the upper and lower edge that stand on several pages, and page numbers."""
    for at in (0, -1):
        for _ in range(_DEEPEST):
            ends = {n: page.lines[at] for n, page in enumerate(laid) if page.lines and _is_outermost(page, at)}
            framed = [n for n, line in ends.items() if _is_frame(n, line, ends, laid[n].page)]
            for n in framed:
                del laid[n].lines[at]
            if not framed:
                break


def _is_outermost(page: _Laid, at: int) -> bool:
    """Whether no table stands beyond the first or the last line of a page."""
    line = page.lines[at]
    return all(grid.ys[0] > line.top if at == 0 else grid.ys[-1] < line.bottom for grid, _ in page.pieces)


def _is_frame(number: int, line: Line, ends: Mapping[int, Line], page: PdfPage) -> bool:
    """Whether the line at the edge of a page stands on another one, too, but for a number that counts the pages."""
    is_at_edge = line.bottom < _MARGIN * page.height or line.top > (1 - _MARGIN) * page.height
    if not is_at_edge:
        return False
    if _PAGE_NUMBER.fullmatch(line.text) and _SIGN_OF_PAGE.search(line.text):
        return True
    own = [int(found) for found in _DIGITS.findall(line.text)]
    for other_number, other in ends.items():
        if other_number == number or _DIGITS.sub("0", other.text) != _DIGITS.sub("0", line.text):
            continue
        others = [int(found) for found in _DIGITS.findall(other.text)]
        steps = {b - a for a, b in zip(own, others, strict=True)}
        if abs(other.base - line.base) < _SAME_PLACE and steps <= {0, other_number - number}:
            return True
    return False


def _set_columns(laid: Sequence[_Laid]) -> None:
    """Find where the lines of each page begin and end: as on the other pages of its width, but for the margin."""
    by_width: dict[int, list[_Laid]] = defaultdict(list)
    for page in laid:
        if page.lines:
            by_width[round(page.page.width)].append(page)
        page.pitch = usual_pitch(page.lines)
    for pages in by_width.values():
        shared = column_of([line for page in pages for line in page.lines])
        for page in pages:
            full = shared.right - shared.left
            wide = [line for line in page.lines if line.right - line.left > full - line.size / 2]
            moved = min(line.left for line in wide) - shared.left if wide else 0.0
            page.column = replace(shared, left=shared.left + moved, right=shared.right + moved)


class _Walk:
    """One pass through the pages, in reading order."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._open: list[Line] = []  # of the paragraph that may go on
        self._column = _NO_COLUMN
        self._pieces: list[Piece] = []  # of the table that may go on
        self._group = 0
        self._tables = 0

    def blocks(self, laid: Sequence[_Laid]) -> list[Block]:
        """Return the paragraphs and tables."""
        for page in laid:
            items: list[tuple[float, Line | Piece]] = [(line.top, line) for line in page.lines]
            items += [(grid.ys[0], piece) for grid, piece in page.pieces]
            items.sort(key=lambda item: item[0])
            is_first = True
            for _, item in items:
                if isinstance(item, Line):
                    self._line(item, page, is_first=is_first)
                else:
                    self._table(item, is_first=is_first)
                is_first = False
        self._end_text()
        self._end_table()
        return self._blocks

    def _line(self, line: Line, page: _Laid, *, is_first: bool) -> None:
        self._end_table()
        pitch = 0.0 if is_first else page.pitch
        if not self._open or not goes_on(self._open[-1], line, page.column, pitch=pitch):
            self._end_text()
        self._open.append(line)
        self._column = page.column

    def _table(self, piece: Piece, *, is_first: bool) -> None:
        self._end_text()
        if not is_first:
            self._end_table()
        self._pieces.append(piece)

    def _end_text(self) -> None:
        if self._open:
            self._group += 1
            look = look_of(self._open[0], self._column)
            self._blocks.append(Paragraph(joined(self._open), self._group, look))
            self._open = []

    def _end_table(self) -> None:
        for piece in put_together(self._pieces):
            self._tables += 1
            self._blocks.append(VisibleTable(piece.rows, f"第{self._tables}个表格"))
        self._pieces = []
