"""Finds linked numbers that stand right beside other digits: 40 with a typed 3 behind it is printed as 403."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from core.report.entry_text import Number
from core.report.linked_text import field, pieces, resolve

_LINK = "\ufffc"
_RUN = re.compile(rf"[\d{_LINK}]+")


class Glued(NamedTuple):
    """Digits and linked numbers with nothing between them, of which at least one is linked.

    Attributes:
        start: First character in the source text.
        end: Character after the last.
        printed: What they are printed as.
        cells: The codes of the linked numbers.
    """

    start: int
    end: int
    printed: str
    cells: tuple[str, ...]


def glued_numbers(source: str, numbers: Mapping[str, Number]) -> list[Glued]:
    """Return where a linked number of a text is printed as part of a longer one."""
    if "{" not in source:
        return []
    return [Glued(start, end, resolve(source[start:end], numbers), cells) for start, end, cells in _places(source)]


@lru_cache(maxsize=64)
def _places(source: str) -> tuple[tuple[int, int, tuple[str, ...]], ...]:
    """Return the places and codes of such numbers, whatever they are; kept, since with each number all are printed."""
    parts = pieces(source, {})
    links = {start: code for _, start, code in parts if code}
    # As long as the source text, so that places are those of the source
    shape = source
    for start, code in links.items():
        length = len(field(code))
        shape = shape[:start] + _LINK * length + shape[start + length :]
    found = []
    for match in _RUN.finditer(shape):
        cells = tuple(code for start, code in links.items() if match.start() <= start < match.end())
        if cells and match[0] != _LINK * len(field(cells[0])):
            found.append((*match.span(), cells))
    return tuple(found)
