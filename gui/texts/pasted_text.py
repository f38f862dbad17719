"""What is pasted into a text: its lines, with tabs between the cells of a row, and what is said about them."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextDocumentFragment

from core.report.paste_cleaner import what_was_mended
from core.report.pasted_rows import tables_in_words
from gui.dialogs import pasted_lines

_LONGEST_PAGE = 1_000_000
"""Characters of a copied page that are read: more would hold up the window."""
_PICTURE = "\ufffc"


def text_of(source: QMimeData) -> str:
    """Return the text that was copied.

    Some programs (LibreOffice) put each cell into a line of its own, others only a page into the clipboard; where the
    text does not have each row of the page's tables in a line, what the page shows is taken.
    """
    text = source.text()
    html = source.html()[:_LONGEST_PAGE] if source.hasHtml() else ""
    if "<table" in html.lower():
        page = pasted_lines.lines_of_page(html)
        rows = [_squeezed(line) for line in page.split("\n") if "\t" in line]
        lines = set(map(_squeezed, text.splitlines()))
        if not text or any(row not in lines for row in rows if row):
            return page or text
    return text or _text_of_page(html)


def said_of_tables(number: int, *others: str) -> str:
    """Say that so many tables stand as lines in a text now, and what else was put right."""
    also = f"，另整理了{'、'.join(others)}" if others else ""
    return f"粘贴的文字里有{number}个表格，已按行排成文字{also}，请看一遍"


def said_of(text: str, cleaned: str) -> str:
    """Say what was put right in a text that was pasted; "" for nothing."""
    in_words, tables = tables_in_words(text)
    mended = what_was_mended(in_words, cleaned)
    if tables:
        return said_of_tables(tables, *mended)
    return f"粘贴时整理了{'、'.join(mended)}，请看一遍" if mended else ""


def _squeezed(line: str) -> str:
    return "".join(line.split())


def _text_of_page(html: str) -> str:
    """Return the text of what was copied as a page alone, as some web editors do; nothing that it names is loaded."""
    return QTextDocumentFragment.fromHtml(html).toPlainText().replace(_PICTURE, "")
