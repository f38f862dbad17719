"""The tables in a pasted text: each row becomes a line of words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from core.form.debris import markup
from core.report.entry_text import clean_text

_COUNTING = re.compile(
    r"[•●■◆▪◦➢✓❖·]|[\ue000-\uf8ff]|\d{1,2}[.．、)）]|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]+、|[①-⑳]"
)
"""What stands before a tab at the beginning of a paragraph: its bullet or number."""
_ENDS = tuple("。！？：")
_BETWEEN = "，、；"
_LEAST_ROWS = 2  # a line alone with a tab in it may be a text that is set apart by it


def tables_in_words(text: str) -> tuple[str, int]:
    """Return a text in which each row of its tables is a line as ``rows_in_words`` makes them, and how many it has."""
    lines: list[str] = []
    tables = 0
    for is_table, stretch in stretches(text):
        lines += rows_in_words(map(cells_of, stretch)) if is_table else stretch
        tables += is_table
    return "\n".join(lines), tables


def rows_in_words(rows: Iterable[Sequence[str]]) -> list[str]:
    """Return each row of a table that is not empty as a line: its cells, and a mark at its end.

    Blanks between the cells would go where punctuation is put right, and words and numbers run together; so commas
    stand there. The mark keeps the rows apart where lines that a page broke are joined later.
    """
    cells = [[clean_text(" ".join(markup().sub("", cell).split())).rstrip(_BETWEEN) for cell in row] for row in rows]
    lines = ["，".join(filter(None, row)) for row in cells if any(row)]
    marks = ["；"] * (len(lines) - 1) + ["。"]
    return [line if line.endswith(_ENDS) else line + mark for line, mark in zip(lines, marks, strict=False)]


def stretches(text: str) -> Iterator[tuple[bool, list[str]]]:
    """Yield the lines of a text, those of each table apart, and whether they are a table: rows with tabs in them."""
    waiting: list[str] = []
    rows: list[str] = []

    def done() -> Iterator[tuple[bool, list[str]]]:
        is_table = sum(_is_row(row) for row in rows) >= _LEAST_ROWS
        if is_table:
            if waiting:
                yield False, waiting.copy()
            yield True, rows.copy()
            waiting.clear()
        else:
            waiting.extend(rows)
        rows.clear()

    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if _is_row(line) or (rows and "\t" in line):  # in the table a row may have a single cell, or none
            rows.append(line)
        else:
            yield from done()
            waiting.append(line)
    yield from done()
    if waiting:
        yield False, waiting


def cells_of(line: str) -> list[str]:
    """Return the cells of a line."""
    return line.split("\t")


def _is_row(line: str) -> bool:
    """Whether a line holds two cells or more; the tab behind a number that counts paragraphs makes none."""
    filled = [cell.strip() for cell in line.split("\t") if cell.strip()] if "\t" in line else []
    return len(filled) > 1 and not _COUNTING.fullmatch(filled[0])
