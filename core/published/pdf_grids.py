"""Ruling lines of a page as tables: where two cells have no line between them, they are one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from core.published.pdf_file import Rule

SNAP = 3.0
"""Points that lines may miss each other by and still meet."""

NARROWEST = 5.0
"""Points up to which two lines are one, or a double one: rows and columns are wider."""

_GAP = 2.5
_MOST = 0.8
"""Share of the side of a cell that a line must cover to be its side."""

_SHORTEST = 5.0
_HIGHEST = 100.0  # points of a row; a higher box is a frame around text
_OPEN = 8.0
"""Points that lines across go on beyond the last line down, from which the table has open sides."""


@dataclass(frozen=True, slots=True)
class Box:
    """A cell of a grid, from row and column to row and column, ends excluded."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Grid:
    """The lines of a table.

    Attributes:
        xs: Where its columns begin and the last one ends, in points.
        ys: Where its rows begin and the last one ends.
        boxes: Its cells, row by row.
    """

    xs: list[float]
    ys: list[float]
    boxes: list[Box]
    _at: dict[tuple[int, int], Box] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._at = {(y, x): b for b in self.boxes for y in range(b.top, b.bottom) for x in range(b.left, b.right)}

    @property
    def area(self) -> float:
        """How much of the page it covers."""
        return (self.xs[-1] - self.xs[0]) * (self.ys[-1] - self.ys[0])

    def box_at(self, x: float, y: float) -> Box | None:
        """Return the cell at a point; None outside."""
        if not (self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]):
            return None
        column = min(bisect_right(self.xs, x), len(self.xs) - 1) - 1
        row = min(bisect_right(self.ys, y), len(self.ys) - 1) - 1
        return self._at[row, column]


def grids_of(rows: Sequence[Rule], columns: Sequence[Rule]) -> list[Grid]:
    """Return the tables that whole lines make, across and down, from top to bottom."""
    grids: list[Grid] = []
    for own_rows, own_columns in _meeting(rows, columns):
        grid = _grid(own_rows, own_columns) if len(own_rows) > 1 and own_columns else None
        if grid is not None and (len(grid.boxes) > 1 or grid.ys[-1] - grid.ys[0] <= _HIGHEST):
            grids.append(grid)
    grids.sort(key=lambda grid: (grid.ys[0], grid.xs[0]))
    return grids


def whole_lines(rules: Iterable[Rule], *, shortest: float = _SHORTEST) -> list[Rule]:
    """Return lines whole that lie on each other or go on from one another, but no shorter ones than are asked for."""
    levels: list[list[Rule]] = []
    for rule in sorted(rules):
        if levels and rule.at - levels[-1][0].at <= SNAP / 2:
            levels[-1].append(rule)
        else:
            levels.append([rule])
    merged: list[Rule] = []
    for level in levels:
        level.sort(key=lambda rule: rule.start)
        made: list[Rule] = []
        for rule in level:
            if made and rule.start - made[-1].end <= _GAP:
                made[-1] = Rule(made[-1].at, made[-1].start, max(made[-1].end, rule.end))
            else:
                made.append(rule)
        merged += [rule for rule in made if rule.end - rule.start >= shortest]
    return merged


def _meeting(rows: Sequence[Rule], columns: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Return the lines that meet each other, directly or through others."""
    owner = list(range(len(rows) + len(columns)))

    def first(i: int) -> int:
        while owner[i] != i:
            owner[i] = owner[owner[i]]
            i = owner[i]
        return i

    for i, row in enumerate(rows):
        for j, column in enumerate(columns, len(rows)):
            if row.start - SNAP <= column.at <= row.end + SNAP and column.start - SNAP <= row.at <= column.end + SNAP:
                owner[first(i)] = first(j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, rule in enumerate([*rows, *columns]):
        groups.setdefault(first(i), ([], []))[i >= len(rows)].append(rule)
    return list(groups.values())


def _grid(rows: Sequence[Rule], columns: Sequence[Rule]) -> Grid | None:
    """Return the grid of lines that meet each other; None where they enclose nothing."""
    xs = _edges((c.at for c in columns), min(r.start for r in rows), max(r.end for r in rows))
    rows = [row for row in rows if any(_covers(row, a, b) for a, b in pairwise(xs))]  # others strike something out
    if not rows:
        return None
    ys = _edges((r.at for r in rows), min(c.start for c in columns), max(c.end for c in columns))
    if len(xs) < 2 or len(ys) < 2:
        return None
    walls = _lines_at(columns, xs, ys)  # walls[x][row]: whether a line runs down there
    floors = _lines_at(rows, ys, xs)  # floors[y][column]: whether a line runs across there
    return Grid(xs, ys, _boxes(len(ys) - 1, len(xs) - 1, walls, floors))


def _edges(found: Iterable[float], start: float, end: float) -> list[float]:
    """Return the places of lines, with the open sides of a table among them."""
    places: list[list[float]] = []
    for place in sorted(found):
        if places and place - places[-1][0] <= NARROWEST:
            places[-1].append(place)
        else:
            places.append([place])
    edges = [sum(near) / len(near) for near in places]
    if edges and start < edges[0] - _OPEN:
        edges.insert(0, start)
    if edges and end > edges[-1] + _OPEN:
        edges.append(end)
    return edges


def _lines_at(rules: Sequence[Rule], edges: Sequence[float], others: Sequence[float]) -> list[list[bool]]:
    """Return for each edge between which of the other edges a line runs on it."""
    drawn = [[False] * (len(others) - 1) for _ in edges]
    for rule in rules:
        nearest = min(range(len(edges)), key=lambda i: abs(edges[i] - rule.at))
        for at, (start, end) in enumerate(pairwise(others)):
            drawn[nearest][at] |= _covers(rule, start, end)
    return drawn


def _covers(rule: Rule, start: float, end: float) -> bool:
    """Whether a line runs from one place to the other, but for a little."""
    return min(rule.end, end) - max(rule.start, start) > _MOST * (end - start)


def _boxes(height: int, width: int, walls: list[list[bool]], floors: list[list[bool]]) -> list[Box]:
    """Return the cells of a grid, row by row; a region that is no rectangle is taken row by row."""
    taken = [[False] * width for _ in range(height)]
    boxes: list[Box] = []

    def is_one(top: int, left: int, bottom: int, right: int) -> bool:
        inside = all(not walls[x][y] for x in range(left + 1, right) for y in range(top, bottom))
        return inside and all(not floors[y][x] for y in range(top + 1, bottom) for x in range(left, right))

    for top in range(height):
        for left in range(width):
            if taken[top][left]:
                continue
            right = left + 1
            while right < width and not walls[right][top] and not taken[top][right]:
                right += 1
            bottom = _bottom(top, left, right, height, is_one, walls)
            for y in range(top, bottom):
                for x in range(left, right):
                    taken[y][x] = True
            boxes.append(Box(top, left, bottom, right))
    return boxes


def _bottom(
    top: int, left: int, right: int, height: int, is_one: Callable[[int, int, int, int], bool], walls: list[list[bool]]
) -> int:
    """Return the row below a cell: it goes on as long as nothing is drawn in it and its sides stay closed."""
    bottom = top + 1
    while bottom < height and is_one(top, left, bottom + 1, right):
        is_open = any(0 < x < len(walls) - 1 and not walls[x][bottom] for x in (left, right))
        if is_open:
            break
        bottom += 1
    return bottom
