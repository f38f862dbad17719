"""Blocks in reading order: layout tables opened, long rows turned into paragraphs, tables of numbers left whole."""

from __future__ import annotations

from collections.abc import Sequence

from core.published.headings import section_of
from core.published.labels import plain_label
from core.published.number_cells import has_digits, is_value
from core.published.part_headings import part_of
from core.published.title import is_date, signs
from core.published.vocabulary import is_form_label, vocabulary
from core.visible.blocks import Block, Paragraph, Row, VisibleCell, VisibleTable

MOST_OF_ROW = 0.6
"""A cell that covers so much of its row goes across the table: ten columns of 三 where 四 below it has fifteen."""

LEAST_HEADERS = 2
"""Column labels in a row that make it the header of one of our tables."""

LONG_TEXT = 60
"""A cell alone in its row with so many characters is text, not a label of a table."""


def in_reading_order(blocks: list[Block]) -> list[Paragraph | VisibleTable]:
    """Return paragraphs and tables without nesting, as a reader meets them."""
    result: list[Paragraph | VisibleTable] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            result.append(block)
        else:
            _unwrap(block)
            result += _opened(block)
    return result


def _unwrap(table: VisibleTable) -> None:
    """Put what stands in tables of a single cell straight into the cell around them."""
    for cell in _cells(table):
        if not any(isinstance(block, VisibleTable) for block in cell.content):
            continue
        content: list[Block] = []
        for block in cell.content:
            if isinstance(block, VisibleTable):
                _unwrap(block)
                inner = _cells(block)
                if len(inner) == 1:
                    content += inner[0].content
                    continue
            content.append(block)
        cell.content = content


def _cells(table: VisibleTable) -> list[VisibleCell]:
    return [cell for row in table.rows for cell in row.cells]


def _opened(table: VisibleTable) -> list[Paragraph | VisibleTable]:
    """Return a table of numbers with the paragraphs between its rows, or what stands in a layout table."""
    cells = _cells(table)
    has_tables = any(isinstance(block, VisibleTable) for cell in cells for block in cell.content)
    if max((len(row.cells) for row in table.rows), default=0) < 2:
        return [piece for cell in cells for piece in in_reading_order(cell.content)]
    has_page = has_tables or _is_page(cells)
    result: list[Paragraph | VisibleTable] = []
    rows: list[Row] = []
    is_page = any(section_of(cell.text) is not None for row in table.rows for cell in _filled(row)[:2])
    texts: list[Sequence[Paragraph | VisibleTable] | None]
    if has_page:  # the text above a table may have run into it
        texts = [
            None if is_ours(row) else [p for cell in row.cells for p in in_reading_order(cell.content)]
            for row in table.rows
        ]
    else:
        texts = [_text_of(row, is_page=is_page) for row in table.rows]
        if is_page:
            _read_signature(table.rows, texts)
    for at, row in enumerate(table.rows):
        text = texts[at]
        if text is None and is_page and 0 < at < len(texts) - 1 and texts[at - 1] and texts[at + 1]:
            text = _short_text_of(row)
        if text is None:
            rows.append(row)
            continue
        if rows:
            result.append(VisibleTable(rows, table.place, table.node))
            rows = []
        result += text
    if rows:
        result.append(VisibleTable(rows, table.place, table.node))
    return result


def _read_signature(rows: Sequence[Row], texts: list[Sequence[Paragraph | VisibleTable] | None]) -> None:
    """Take the last rows of a sheet for text where the unit and the day stand there alone, below each other or not."""
    for at in range(len(rows) - 1, -1, -1):
        lines = [p for cell in _filled(rows[at]) for p in cell.content if isinstance(p, Paragraph)]
        if texts[at] is None:
            *names, last = [plain_label(line.text) for line in lines] or [""]
            if not (is_date(last) or signs(last, "")) or len(names) > 1 or not all(signs(n, "") for n in names):
                return
            texts[at] = lines


def _is_page(cells: list[VisibleCell]) -> bool:
    """Whether a cell holds a part of the report as a page does: a section title with something below it."""
    return any(
        len(cell.content) > 1
        and any(isinstance(block, Paragraph) and section_of(block.text) is not None for block in cell.content)
        for cell in cells
    )


def is_ours(row: Row) -> bool:
    """Whether a row of a page laid out as a table is one of our tables all the same: labels and numbers, or headers."""
    if any(isinstance(block, VisibleTable) for cell in row.cells for block in cell.content) or _is_page(row.cells):
        return False
    words = vocabulary()
    filled = [cell.text for cell in _filled(row)]
    headers = max(sum(any(t.columns.match(f) for t in tables) for f in filled) for tables in words.roles.values())
    groups = any(words.groups.match(text) for text in filled)
    return headers >= LEAST_HEADERS or groups or (any(map(has_digits, filled)) and any(map(_is_row_label, filled)))


def _filled(row: Row) -> list[VisibleCell]:
    return [cell for cell in row.cells if cell.text]


def _text_of(row: Row, *, is_page: bool) -> list[Paragraph] | None:
    """Return the paragraphs of a row that is text across the table; None for a row of the table.

    Args:
        row: The row.
        is_page: Whether section titles stand in the table, as in a workbook that holds the whole report.
    """
    filled = _filled(row)
    if len(filled) != 1 or filled[0].height > 1:
        return None
    text = filled[0].text
    if is_value(text) or has_digits(text) or vocabulary().groups.match(text) is not None or _is_row_label(text):
        return None
    is_text = section_of(text) is not None or len(text) >= LONG_TEXT or text.endswith(("报告", "。"))
    if is_page and not is_text:
        is_wide = filled[0].right - filled[0].left >= MOST_OF_ROW * row.end
        is_text = is_wide or text.endswith(("。", "：", ":", "；")) or part_of(text) is not None
    return [block for block in filled[0].content if isinstance(block, Paragraph)] if is_text else None


def _short_text_of(row: Row) -> list[Paragraph] | None:
    """Return what stands alone in a row between rows of text; None where it may be the number or label of a table."""
    filled = _filled(row)
    if len(filled) != 1 or is_value(filled[0].text) or is_form_label(filled[0].text):
        return None
    return [block for block in filled[0].content if isinstance(block, Paragraph)]


def _is_row_label(text: str) -> bool:
    return any(words.rows.match(text) for tables in vocabulary().roles.values() for words in tables)
