"""Brings lines and rows of tables onto pages: what belongs together stands on one page wherever one holds it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, NamedTuple, TypeAlias

from core.word.lines import Line, Setting
from core.word.looks import Look
from core.word.plan import BORDER

_ROUNDING = 0.2  # points that a page may seem too low by


class Box(NamedTuple):
    """One (merged) cell of a printed table; its text stands in the middle, or at the foot where a name is signed.

    Attributes:
        lines: How its text is set, between the margins of the cell.
        pitch: From line to line, in points.
        font: By its use in the profile.
    """

    top: int
    left: int
    height: int
    width: int
    text: str
    lines: Setting
    pitch: float
    font: str = "table"
    is_at_foot: bool = False


class Table(NamedTuple):
    """A table while its rows are brought onto pages; lengths in points."""

    boxes: Sequence[tuple[Box, Sequence[Line]]]
    lefts: Sequence[float]
    heights: Sequence[float]
    side: float
    heads: int


@dataclass(slots=True)
class Unit:
    """What no page ends in: a line or a row of a table.

    Attributes:
        height: In points.
        draw: Draws a line with a painter, told where it begins; None where nothing is drawn.
        before: Free above it, except at the head of a page.
        keeps_next: Whether the next one stands on the same page.
        starts_page: Whether it stands at the head of a page.
        heading: The heading that begins here; "" elsewhere.
        level: Of the heading, from 1.
    """

    height: float
    draw: Callable[[Any, float], None] | None = None
    table: Table | None = None
    row: int = 0
    before: float = 0
    keeps_next: bool = False
    starts_page: bool = False
    heading: str = ""
    level: int = 0


Page: TypeAlias = list[tuple[Unit, float]]
"""Units, each with where it begins, in points."""


class Flow:
    """Brings units onto pages of a height.

    Attributes:
        height: Of a page, in points.
        pages: What was added so far.
        y: Where the next unit begins.
    """

    def __init__(self, height: float) -> None:
        self.height = height
        self.y = 0.0
        self.pages: list[Page] = [[]]

    def add(self, units: Sequence[Unit]) -> None:
        """Add units, those that belong together on one page wherever one holds them."""
        start = 0
        while start < len(units):
            first = units[start]
            if not (first.keeps_next or first.starts_page) and self._has_room(first.before + first.height):
                self._put(first)  # most lines of a text
                start += 1
                continue
            end = start
            while units[end].keeps_next and end + 1 < len(units):
                end += 1
            chain = units[start : end + 1]
            needed = sum(unit.before + unit.height for unit in chain)
            if units[start].starts_page or (not self._has_room(needed) and needed <= self.height + _ROUNDING):
                self._new_page(units[start])
            for unit in chain:
                if not self._has_room(unit.before + unit.height):
                    self._new_page(unit)
                self._put(unit)
            start = end + 1

    def _has_room(self, needed: float) -> bool:
        return self.y + needed <= self.height + _ROUNDING

    def _new_page(self, unit: Unit) -> None:
        """Begin a page, with the head of a table that goes on."""
        if not self.pages[-1]:
            return
        self.pages.append([])
        self.y = 0
        table = unit.table
        if table is not None and unit.row >= table.heads:
            for row in range(table.heads):
                self._put(Unit(table.heights[row], table=table, row=row))

    def _put(self, unit: Unit) -> None:
        if self.pages[-1]:
            self.y += unit.before
        self.pages[-1].append((unit, self.y))
        self.y += unit.height


def line_units(count: int, look: Look, *, before: float) -> list[Unit]:
    """Return the lines of a paragraph in a look, one at least; ``before`` are points left free above it besides."""
    together = {0, count - 2, count - 1} if look.keeps_end else set()
    together |= {0, count - 2} - {count - 1} if look.keeps_edges else set()
    together |= set(range(count - 1)) if look.keeps_lines else set()
    return [
        Unit(
            look.pitch,
            before=0 if number else look.before + before,
            keeps_next=look.keeps_next or number in together,
        )
        for number in range(max(count, 1))
    ]


def row_heights(cells: Sequence[tuple[int, int, int, float]], least: float) -> list[float]:
    """Return how high each row is, its border included, in points.

    Args:
        cells: For each its first row and number of rows, how many lines it has, and their pitch.
        least: Points that a row is high at least.
    """
    heights = [least + BORDER] * max(top + height for top, height, _, _ in cells)
    for top, height, lines, pitch in sorted(cells, key=itemgetter(1)):
        needed = max(lines, 1) * pitch + BORDER
        rows = range(top, top + height)
        if (short := needed - sum(heights[row] for row in rows)) > 0:
            heights[rows[-1]] += short
    return heights
