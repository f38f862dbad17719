"""The lines that a clipboard holds, though only as a page, as some web editors leave them there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QMimeData

from core import published
from core.base import errors
from core.published import web_pages
from core.visible import blocks

_LONGEST_PAGE = 4_000_000
_MANY_PARAGRAPHS = 6
"""Paragraphs that no cell of a table has."""


def holds_lines(source: QMimeData) -> bool:
    """Return whether there is anything to paste."""
    return source.hasText() or source.hasHtml()


def pasted_lines(source: QMimeData) -> str:
    """Return the text; of a page alone what it shows, by ``lines_of_page``."""
    if source.text() or not source.hasHtml():
        return source.text()
    return lines_of_page(source.html())


def lines_of_page(html: str) -> str:
    """Return what a page shows, the cells of a row parted by tabs; "" where it is none. Nothing it names is loaded."""
    start = max(html.find("<"), 0)  # Windows puts a few lines before the page
    try:
        page = web_pages.read_web_page(html[start : start + _LONGEST_PAGE], published.CLIPBOARD)
    except errors.ReportError:
        return ""
    return "\n".join(_lines(page.blocks))


def _lines(content: Sequence[blocks.Block]) -> Iterator[str]:
    for block in content:
        if isinstance(block, blocks.Paragraph):
            yield block.text
            continue
        for row in block.rows:
            if _only_lays_out(row):
                for cell in row.cells:
                    yield from _lines(cell.content)
            else:
                yield "\t".join(" ".join(cell.text.split()) for cell in row.cells)


def _only_lays_out(row: blocks.Row) -> bool:
    """Whether a row holds other tables, or paragraphs alone or beside a list of links, to lay out the page."""
    filled = [cell for cell in row.cells if cell.content]
    holds_table = any(isinstance(inner, blocks.VisibleTable) for cell in filled for inner in cell.content)
    holds_page = any(len(cell.content) >= _MANY_PARAGRAPHS for cell in filled)
    return holds_table or holds_page or (len(filled) == 1 and len(row.cells) == 1)
