"""The cells of a Word table on its grid: what goes on from above, and where each begins and ends."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from typing import TypeAlias

from core.visible.blocks import Row, VisibleCell

Placed: TypeAlias = tuple[int, int, VisibleCell]
"""A cell with its first column and the number of columns it covers."""


def set_edges(placings: list[tuple[list[Placed], int]], rows: list[Row], grid: list[int]) -> Sequence[int]:
    """Give every cell its edges in twips where the table has a sound grid, else in columns; return all edges."""
    last = max((end for _, end in placings), default=0)
    sound = len(grid) >= last and all(width > 0 for width in grid)
    at = [0, *accumulate(grid)] if sound else range(last + 1)
    for (placed, end), row in zip(placings, rows, strict=True):
        row.end = at[end]
        for column, span, cell in placed:
            if not cell.right:  # else it comes from a row above
                cell.left, cell.right = at[column], at[column + span]
    return at


def owner_above(above: list[Placed], column: int, span: int) -> VisibleCell | None:
    """Return the cell above that a vertically merged cell goes on with: the one that covers most of it."""
    start = bisect_left(above, column, key=lambda item: item[0] + item[1])
    best, most = None, 0
    for first, width, cell in above[start:]:
        if first >= column + span:
            break
        shared = min(first + width, column + span) - max(first, column)
        if shared > most:
            best, most = cell, shared
    return best
