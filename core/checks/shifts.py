"""Numbers that slipped by one place: a row moved by a column, or a column moved by a row.

A slip loses one number (pushed out at the end, or overwritten); it is taken from the equality of the line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from core.form.form_definition import FormDefinition


@dataclass(frozen=True, slots=True)
class SumLine:
    """A row or column with its total.

    Attributes:
        kind: "row" or "column".
        parts: Codes of the cells that add up, in reading order.
        total: Code of their total.
    """

    kind: str
    name: str
    parts: tuple[str, ...]
    total: str


@dataclass(frozen=True, slots=True)
class Shift:
    """One slip of a line and what puts it right.

    Attributes:
        is_back: Whether the numbers stand too far to the left (or above).
        right: The numbers that should stand in the cells that change, by code.
        likelihood: How well the picture fits, from 0; a nought or the lost number stands where one was left free.
    """

    line: SumLine
    is_back: bool
    right: Mapping[str, int]
    likelihood: float


@cache
def lines(form: FormDefinition, table: str) -> tuple[SumLine, ...]:
    """Return the rows and columns of a table that have a total."""
    found = []
    for equation in form.equations:
        if not equation.computes or form.cells[equation.computes].table != table:
            continue
        rows = {form.cells[code].row for code in equation.codes}
        kind = "row" if len(rows) == 1 else "column"
        parts = tuple(code for code, _ in equation.right)
        found.append(SumLine(kind, equation.item_name, parts, equation.computes))
    return tuple(found)


def row_shifts(line: SumLine, numbers: Mapping[str, int]) -> Iterator[Shift]:
    """Return the slips of a row by one column that may have made it look as it does.

    The numbers from some column on stand one too far right or left; the total moved with them or stayed.
    A blank counts as 0 in the picture; it is no number that changes.
    """
    row = [*line.parts, line.total]
    seen = [numbers.get(code, 0) for code in row]
    if not any(seen):
        return
    made = set()
    for start in range(len(row) - 1):
        for end in (len(row) - 2, len(row) - 1):
            if end <= start:
                continue
            for is_back in (False, True):
                right = _moved_back(seen, start, end, is_back=is_back)
                if right is None or tuple(right) in made:
                    continue
                made.add(tuple(right))
                changes = {c: new for c, old, new in zip(row, seen, right, strict=True) if new != old}
                if len(changes) > 1:
                    yield Shift(line, is_back, changes, _likelihood(seen, right, start, end, is_back=is_back))


def _moved_back(seen: Sequence[int], start: int, end: int, *, is_back: bool) -> list[int] | None:
    """Undo a slip of the places ``start`` to ``end``; the last place of the row is its total."""
    right = list(seen)
    last = len(seen) - 1
    if is_back:
        right[start + 1 : end + 1] = seen[start:end]
        lost = start
    else:
        right[start:end] = seen[start + 1 : end + 1]
        lost = end
    if lost == last:
        right[last] = sum(right[:last])
    else:
        right[lost] = right[last] - (sum(right[:last]) - right[lost])
    return right if right[lost] >= 0 else None


def _likelihood(seen: Sequence[int], right: Sequence[int], start: int, end: int, *, is_back: bool) -> float:
    """A slip leaves one place free: it holds 0, the number that fell out at the other end, or what it held."""
    free, lost = (end, start) if is_back else (start, end)
    fits = 3.0 if seen[free] in (0, right[lost]) else 1.0 if seen[free] == right[free] else 0.0
    if right[lost] not in (0, seen[free]):
        fits -= 1.0  # a number went lost altogether
    return fits + (1.0 if start == 0 else 0.0)


def column_shift(line: SumLine, numbers: Mapping[str, int], deltas: Mapping[str, int]) -> Shift | None:
    """Return the slip of a column by one row that the changes amount to, if they do.

    Args:
        line: The column.
        numbers: The given numbers by code.
        deltas: What must be added to cells of this column, by code; every cell that changes.
    """
    places = [i for i, code in enumerate(line.parts) if deltas.get(code)]
    if len(places) < 2 or any(code not in line.parts for code in deltas):
        return None
    first, last = places[0], places[-1]
    seen = [numbers.get(code, 0) for code in line.parts[first : last + 1]]
    right = [old + deltas.get(code, 0) for code, old in zip(line.parts[first : last + 1], seen, strict=True)]
    if min(right) < 0:
        return None
    changes = {line.parts[i]: right[i - first] for i in places}
    if right[:-1] == seen[1:]:
        return Shift(line, False, changes, 3.0)
    if right[1:] == seen[:-1]:
        return Shift(line, True, changes, 3.0)
    return None
