"""Texts without the blanks around their numbers: 收到 20 件 is read as 收到20件, whoever looks at it."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from core.base.patterns import pattern

_BESIDE = "[\u4e00-\u9fff，。；：、（）《》“”％%]"
_BLANKS = pattern(rf"(?<={_BESIDE})[ \t\u00a0\u3000]+(?=\d)|(?<=\d)[ \t\u00a0\u3000]+(?={_BESIDE})")
"""Blanks between a number and Chinese characters or marks, as some offices type them."""


class ClosedUp(NamedTuple):
    """A printed text without the blanks around its numbers.

    Attributes:
        text: What is left of it.
        places: For each character its place in the printed text, one more for the end; empty where nothing was dropped.
    """

    text: str
    places: tuple[int, ...] = ()

    def place_in_print(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the text stands in the printed one."""
        if not self.places:
            return start, end
        return self.places[start], self.places[end - 1] + 1 if end > start else self.places[end]

    def place_of_print(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the printed text stands in the text."""
        return (bisect_left(self.places, start), bisect_left(self.places, end)) if self.places else (start, end)


@lru_cache(maxsize=64)
def closed_up(printed: str) -> ClosedUp:
    """Return a printed text without the blanks around its numbers."""
    dropped = {place for blanks in _BLANKS.finditer(printed) for place in range(*blanks.span())}
    if not dropped:
        return ClosedUp(printed)
    places = [place for place in range(len(printed)) if place not in dropped]
    return ClosedUp("".join(printed[place] for place in places), (*places, len(printed)))
