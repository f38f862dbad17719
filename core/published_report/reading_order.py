"""Blocks in plain reading order: layout tables opened, long rows turned into paragraphs, tables of numbers left whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.published_report.blocks import Paragraph, Row, Table
from core.published_report.headings import section_of
from core.published_report.number_cells import has_digits, is_value
from core.published_report.vocabulary import vocabulary

if TYPE_CHECKING:
    from core.published_report.blocks import Block, Cell

LONG_TEXT = 60
"""A cell alone in its row with so many characters is text, not a label of a table."""


def in_reading_order(blocks: list[Block]) -> list[Paragraph | Table]:
    """Return paragraphs and tables without nesting, as a reader meets them."""
    result: list[Paragraph | Table] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            result.append(block)
        else:
            _unwrap(block)
            result += _opened(block)
    return result


def _unwrap(table: Table) -> None:
    """Put what stands in tables of a single cell straight into the cell around them."""
    for cell in _cells(table):
        if not any(isinstance(block, Table) for block in cell.content):
            continue
        content: list[Block] = []
        for block in cell.content:
            if isinstance(block, Table):
                _unwrap(block)
                inner = _cells(block)
                if len(inner) == 1:
                    content += inner[0].content
                    continue
            content.append(block)
        cell.content = content


def _cells(table: Table) -> list[Cell]:
    return [cell for row in table.rows for cell in row.cells]


def _opened(table: Table) -> list[Paragraph | Table]:
    """Return a table of numbers with the paragraphs between its rows, or what stands in a layout table."""
    cells = _cells(table)
    has_tables = any(isinstance(block, Table) for cell in cells for block in cell.content)
    if has_tables or max((len(row.cells) for row in table.rows), default=0) < 2 or _is_page(cells):
        return [piece for cell in cells for piece in in_reading_order(cell.content)]
    result: list[Paragraph | Table] = []
    rows: list[Row] = []
    for row in table.rows:
        text = _text_of(row)
        if text is None:
            rows.append(row)
            continue
        if rows:
            result.append(Table(rows, table.place, table.node))
            rows = []
        result += text
    if rows:
        result.append(Table(rows, table.place, table.node))
    return result


def _is_page(cells: list[Cell]) -> bool:
    """Whether a cell holds a part of the report as a page does: a section title with something below it."""
    return any(
        len(cell.content) > 1
        and any(isinstance(block, Paragraph) and section_of(block.text) is not None for block in cell.content)
        for cell in cells
    )


def _text_of(row: Row) -> list[Paragraph] | None:
    """Return the paragraphs of a row that is text across the table; None for a row of the table."""
    filled = [cell for cell in row.cells if cell.text]
    if len(filled) != 1 or filled[0].height > 1:
        return None
    text = filled[0].text
    if is_value(text) or has_digits(text) or vocabulary().groups.match(text) is not None:
        return None
    if section_of(text) is None and len(text) < LONG_TEXT and not text.endswith("报告"):
        return None
    return [block for block in filled[0].content if isinstance(block, Paragraph)]
