"""Workbooks as blocks: each visible sheet is one table, its merged ranges as spans.

The sheets are read directly: openpyxl refuses workbooks with unusual styles and takes half a second for what takes a
few milliseconds here.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from lxml import etree

from core.base.archive_limits import MAX_GRID_CELLS, Archive, check_workbook_members
from core.base.markup import parse_xml
from core.base.markup_limits import TOO_LARGE
from core.base.ooxml import column_number, integer, unescaped
from core.published.other_sheets import SHEET
from core.published.sheet_formats import Formats
from core.visible.blocks import Block, Pages, Paragraph, Row, VisibleCell, VisibleTable, struck_remarks
from core.visible.sheet_members import REFERENCE, TEXTS, TRUE, children, corners_of, rich_text, sheets_of

_CellAt = tuple[int, int]
"""Row and column of a cell, from 1."""

_PICTURES = "xl/media/"
_SIGNIFICANT = 15
"""Digits that Excel shows of a number; what is stored behind them is a rounding error."""


def read_workbook(archive: Archive) -> Pages:
    """Return the visible content of a workbook.

    Raises:
        FileError: A part is missing, damaged or too large.
    """
    check_workbook_members(archive)
    pages = Pages([], has_pictures=any(name.startswith(_PICTURES) for name in archive.names))
    struck: list[str] = []
    texts = _shared_texts(archive, struck)
    formats = Formats(archive)
    for name, member, is_hidden in sheets_of(archive):
        if is_hidden:
            continue
        root = parse_xml(archive.read(member), archive.path)
        pages.blocks += _Sheet(root, texts, formats, struck, archive).tables(f"{SHEET}“{name}”", pages.remarks)
    pages.remarks += struck_remarks(len(struck))
    return pages


def _shared_texts(archive: Archive, struck: list[str]) -> list[str]:
    if TEXTS not in archive:
        return []
    items = children(parse_xml(archive.read(TEXTS), archive.path), "si")
    return [unescaped(rich_text(item, struck)) for item in items]


@dataclass(frozen=True, slots=True)
class _Grid:
    """What a sheet shows.

    Attributes:
        values: The texts of the cells that show something.
        spans: Height and width of each merged range, by its first cell.
        covered: The cells that a merged range hides.
    """

    values: dict[_CellAt, str]
    spans: dict[_CellAt, tuple[int, int]]
    covered: set[_CellAt]

    def table_rows(self, rows: list[int], columns: list[int]) -> list[Row]:
        """Return those rows that show something in these columns, as the rows of one table."""
        left = {column: i for i, column in enumerate(columns)}
        shown = [row for row in rows if any((row, column) in self.values for column in columns)]
        return [Row(self._cells(row, columns, left), len(columns), row) for row in shown]

    def _cells(self, row: int, columns: list[int], left: dict[int, int]) -> list[VisibleCell]:
        cells = []
        for column in columns:
            if (row, column) in self.covered:
                continue
            height, width = self.spans.get((row, column), (1, 1))
            right = bisect_left(columns, column + width)
            text = self.values.get((row, column), "")
            lines: list[Block] = [Paragraph(line.strip(), row) for line in text.split("\n") if line.strip()]
            cells.append(VisibleCell(left[column], right, height, lines))
        return cells


class _Sheet:
    """One sheet.

    Args:
        texts: The shared texts of the workbook.
        formats: The number formats of the workbook.
        struck: Takes the pieces of text that are struck out.
    """

    def __init__(
        self, root: etree._Element, texts: list[str], formats: Formats, struck: list[str], archive: Archive
    ) -> None:
        self._root = root
        self._texts = texts
        self._formats = formats
        self._struck = struck
        self._archive = archive
        self._unsaved = 0  # formulas without a saved result

    def tables(self, place: str, remarks: list[str]) -> list[VisibleTable]:
        """Return the used parts of the sheet: what stands side by side with an empty column between is two tables.

        Raises:
            FileError: The used rows and columns span more places than are read.
        """
        grid = _Grid(self._values(), *self._merges())
        if self._unsaved:
            remarks.append(f"{place}有{self._unsaved}个公式没有保存计算结果，按空白读入；请用 WPS 打开并保存后再导入")
        hidden = self._hidden_columns()
        columns = sorted({column for _, column in grid.values} - hidden)
        rows = sorted({row for row, _ in grid.values})
        if len(columns) * len(rows) > MAX_GRID_CELLS:
            raise TOO_LARGE.of(self._archive.path)
        reached = set(columns) | {column for _, column in grid.covered} | hidden
        groups: list[list[int]] = []
        for column in columns:
            if groups and reached.issuperset(range(groups[-1][-1], column)):
                groups[-1].append(column)
            else:
                groups.append([column])
        return [VisibleTable(grid.table_rows(rows, group), place) for group in groups]

    def _values(self) -> dict[_CellAt, str]:
        """Return the texts of the cells that show something."""
        values: dict[_CellAt, str] = {}
        row_number = 0
        for data in children(self._root, "sheetData"):
            for row in children(data, "row"):
                row_number = integer(row.get("r"), row_number + 1)
                if row.get("hidden") in TRUE:
                    continue
                column = 0
                for cell in children(row, "c"):
                    match = REFERENCE.fullmatch(cell.get("r", ""))
                    column = column_number(match[1]) if match else column + 1
                    text = self._text(cell)
                    if text.strip() and integer(cell.get("s")) in self._formats.struck:
                        self._struck.append(text)
                    elif text.strip():
                        values[row_number, column] = text
        return values

    def _text(self, cell: etree._Element) -> str:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return "".join(unescaped(rich_text(item, self._struck)) for item in children(cell, "is"))
        value = next((v.text or "" for v in children(cell, "v")), "")
        if not value:
            self._unsaved += bool(children(cell, "f"))
            return ""
        if kind == "s":
            index = integer(value, len(self._texts))
            return self._texts[index] if index < len(self._texts) else ""
        if kind == "b":
            return "TRUE" if value in TRUE else "FALSE"
        return self._number(value, integer(cell.get("s"), 0)) if kind == "n" else unescaped(value)

    def _number(self, text: str, style: int) -> str:
        """Return a stored number as Excel shows it: 15 digits, no exponent, in its format."""
        try:
            value = Decimal(text)
        except InvalidOperation:
            return text
        if not value.is_finite() or abs(value.adjusted()) > 30:
            return text
        digits = _SIGNIFICANT - 1 - value.adjusted()
        return self._formats.shown(Decimal(round(value, digits)) if value and digits < 40 else value, style)

    def _merges(self) -> tuple[dict[_CellAt, tuple[int, int]], set[_CellAt]]:
        """Return height and width of each merged range by its first cell, and the cells it hides."""
        spans: dict[_CellAt, tuple[int, int]] = {}
        covered: set[_CellAt] = set()
        for group in children(self._root, "mergeCells"):
            for merge in children(group, "mergeCell"):
                corners = corners_of(merge.get("ref", ""))
                if corners is None:
                    continue
                top, left, bottom, right = corners
                spans[top, left] = bottom - top + 1, right - left + 1
                covered.update(
                    (r, c) for r in range(top, bottom + 1) for c in range(left, right + 1) if (r, c) != (top, left)
                )
        return spans, covered

    def _hidden_columns(self) -> set[int]:
        hidden: set[int] = set()
        for group in children(self._root, "cols"):
            for column in children(group, "col"):
                if column.get("hidden") in TRUE:
                    first, last = integer(column.get("min"), 0), integer(column.get("max"), 0)
                    hidden.update(range(first, min(last, 1000) + 1))
        return hidden
