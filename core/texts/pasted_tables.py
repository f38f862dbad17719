"""Finds the numbers of a table that was pasted into a text: one a line, or one behind the other between blanks."""

from __future__ import annotations

from functools import lru_cache

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
    for run in _RUN.finditer(text):
        many = [(run.start() + one.start(), run.start() + one.end()) for one in _ONE.finditer(run[0])]
        before, behind = text[max(run.start() - 1, 0) : run.start()], text[run.end() : run.end() + 1]
        is_cell = all(not sign or sign in _ENDS_CELL for sign in (before, behind))
        found += many if len(many) > 1 or is_cell else []
    return tuple(found) if len(found) >= _FEWEST else ()
