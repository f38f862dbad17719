"""Finds a table that was pasted into a text: numbers one a line or between blanks, or rows of cells between tabs."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

from core.base.patterns import pattern

_NUMBER = r"\d{1,12}(?:[.,]\d{1,6}){0,4}%?"
_RUN = pattern(rf"(?<!\S){_NUMBER}(?:\s+{_NUMBER})*+(?!\S)")
_ONE = pattern(_NUMBER)
_ENDS_CELL = frozenset("\n\r\t")
_FEWEST = 20
"""Fewer may be a list that somebody wrote."""


@lru_cache(maxsize=64)
def pasted_numbers(text: str) -> tuple[tuple[int, int], ...]:
    """Return the places of the numbers that no word stands beside, where they are so many that it must be a table.

    One with blanks around it in a line of words is none of them: 收到 15 件.
    """
    found: list[tuple[int, int]] = []
    if len(text.split()) < _FEWEST:
        return ()
    for run in _RUN.finditer(text):
        many = [(run.start() + one.start(), run.start() + one.end()) for one in _ONE.finditer(run[0])]
        before, behind = text[max(run.start() - 1, 0) : run.start()], text[run.end() : run.end() + 1]
        is_cell = all(not sign or sign in _ENDS_CELL for sign in (before, behind))
        found += many if len(many) > 1 or is_cell else []
    return tuple(found) if len(found) >= _FEWEST else ()


@lru_cache(maxsize=64)
def pasted_rows(text: str) -> tuple[tuple[int, int], ...]:
    """Return the places of lines that follow each other and have a tab between words: only a table has those.

    In one line alone a tab is typed before a date or a telephone number.
    """
    rows: list[tuple[int, int]] = []
    start = 0
    for is_row, lines in groupby(filter(str.strip, text.splitlines()) if "\t" in text else (), _has_cells):
        together = []
        for line in lines:
            start = text.index(line, start)
            together.append((start, start + len(line)))
            start += len(line)
        rows += together if is_row and len(together) > 1 else []
    return tuple(rows)


def _has_cells(line: str) -> bool:
    return "\t" in line.strip()
