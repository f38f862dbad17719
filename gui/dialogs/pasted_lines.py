"""The lines that a clipboard holds, though only as a page, as some web editors leave them there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QMimeData

from core import published
from core.base import errors
from core.published import web_pages
from core.visible import blocks

_LONGEST_PAGE = 4_000_000


def holds_lines(source: QMimeData) -> bool:
    """Return whether there is anything to paste."""
    return source.hasText() or source.hasHtml()


def pasted_lines(source: QMimeData) -> str:
    """Return the text; of a page alone what it shows, the cells of a row parted by tabs. Nothing it names is loaded."""
    if source.text() or not source.hasHtml():
        return source.text()
    html = source.html()
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
            if any(isinstance(inner, blocks.VisibleTable) for cell in row.cells for inner in cell.content):
                for cell in row.cells:  # a table that only lays out the page
                    yield from _lines(cell.content)
            else:
                yield "\t".join(" ".join(cell.text.split()) for cell in row.cells)
