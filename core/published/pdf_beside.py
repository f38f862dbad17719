"""Digits beside a table of a PDF: their row has a cell too many, and nobody can tell its columns any more."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.base.short_texts import some_of
from core.published.pdf_file import Glyph
from core.published.pdf_grids import Box, Grid
from core.published.pdf_lines import in_order

_NEAR = 10.0
"""Points beyond the edge of a table up to which a digit is one of its row: more is another text."""
_OF_NUMBERS = frozenset("0123456789.,，．-")
_SHOWN, _LONGEST = 3, 20


@dataclass(frozen=True, slots=True)
class Beside:
    """Digits beside a row of a table.

    Attributes:
        cells: The cells of the row in which there are numbers.
        label: What else stands in the row.
    """

    glyphs: tuple[Glyph, ...]
    grid: int
    cells: tuple[Box, ...]
    label: str

    @property
    def text(self) -> str:
        """What the digits say, from the top down."""
        return "".join(glyph.char for glyph in in_order(self.glyphs))


def digits_beside(
    outside: Iterable[Glyph], inside: Mapping[tuple[int, Box], Sequence[Glyph]], grids: Sequence[Grid]
) -> list[Beside]:
    """Return the digits right beside tables, row by row.

    Args:
        outside: The characters that stand in no table.
        inside: Those of each cell: by the number of its table and its place there.
        grids: The tables of the page.
    """
    found: dict[tuple[int, int], list[Glyph]] = defaultdict(list)
    for glyph in outside:
        if glyph.char.isdecimal() and not glyph.is_turned:
            x, y = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
            for number, grid in enumerate(grids):
                if len(grid.xs) > 2 and grid.ys[0] < y < grid.ys[-1] and _is_beside(x, grid):
                    found[number, bisect_right(grid.ys, y) - 1].append(glyph)
                    break
    return [_row(number, row, glyphs, inside, grids[number]) for (number, row), glyphs in sorted(found.items())]


def told_of_beside(rows: Sequence[Beside], page: int) -> list[str]:
    """Return what the clerk is told."""
    if not rows:
        return []
    numbers = some_of([f"“{row.text}”" for row in rows], _SHOWN, "处数字")
    labels = some_of([f"“{row.label[:_LONGEST]}”" for row in rows], _SHOWN, "行")
    return [
        f"第{page}页表格的边线外有{numbers}，像是{labels}多了格，分不清各属于哪一列，这些行没有读成数字，请对照原文填写"
    ]


def _is_beside(x: float, grid: Grid) -> bool:
    return 0 < x - grid.xs[-1] <= _NEAR or 0 < grid.xs[0] - x <= _NEAR


def _row(
    number: int, row: int, glyphs: Sequence[Glyph], inside: Mapping[tuple[int, Box], Sequence[Glyph]], grid: Grid
) -> Beside:
    cells: list[Box] = []
    label = ""
    for box in grid.boxes:
        own = [glyph for glyph in inside.get((number, box), ()) if glyph.char.strip()]
        if not own or not box.top <= row < box.bottom:
            continue
        if all(glyph.char in _OF_NUMBERS for glyph in own):
            cells.append(box)
        elif box.bottom - box.top == 1 and not label:
            label = "".join(glyph.char for glyph in in_order(own))
    return Beside(tuple(glyphs), number, tuple(cells), label)
