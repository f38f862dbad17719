"""Searches the smallest sets of slips whose correction makes every equality of a table hold.

The sets are looked for by size. Some equality always misses just what one of the wrong numbers is off (the changed
cells of a smallest set form no ring), so each step tries every cell of every broken equality with the
amount that this equality misses, and gives up where more rows or columns stay broken than slips are left.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from core.checks.following import Following
from core.checks.shifts import Shift
from core.checks.sum_system import SumSystem

MAX_STEPS = 3_000
"""Steps of a search before it gives up: some 40 ms on an office PC."""

Residuals = dict[int, int]


class SlipSearch:
    """The search in one table with its numbers.

    Attributes:
        numbers: The given numbers by code.
        together: Numbers that go wrong together, by a code of their own that the system knows.
    """

    def __init__(
        self, system: SumSystem, numbers: Mapping[str, int], together: Mapping[str, Following] | None = None
    ) -> None:
        self._system = system
        self.numbers = numbers
        self.together = together or {}
        self._largest = {**numbers, **{code: each.largest for code, each in self.together.items()}}
        self._steps = MAX_STEPS
        self._tried: list[tuple[dict[str, int], Residuals]] = []

    @property
    def is_exhausted(self) -> bool:
        """Whether the search gave up."""
        return self._steps <= 0

    def broken_lines(self, residuals: Iterable[int], kind: str) -> int:
        """Return how many rows or columns have a broken equality."""
        lines = self._system.lines
        return len({lines[i] for i in residuals if lines[i][0] == kind})

    def after(self, residuals: Mapping[int, int], deltas: Mapping[str, int]) -> Residuals:
        """Return what the equalities miss once the numbers are changed."""
        left = dict(residuals)
        touching = self._system.touching
        for code, delta in deltas.items():
            for i, coefficient in touching.get(code, ()):
                new = left.get(i, 0) + coefficient * delta
                if new:
                    left[i] = new
                else:
                    left.pop(i, None)
        return left

    def cell_sets(self, residuals: Mapping[int, int], count: int) -> list[dict[str, int]]:
        """Return the sets of ``count`` wrong numbers that explain everything, with what must be added to each."""
        found: dict[frozenset[tuple[str, int]], dict[str, int]] = {}
        self._descend(residuals, count, {}, set(), found)
        return list(found.values())

    def with_shifts(
        self, residuals: Mapping[int, int], count: int, shifts: Sequence[Shift]
    ) -> Iterator[tuple[tuple[Shift, ...], dict[str, int]]]:
        """Return the sets of ``count`` slips with one line that stands off, or two of them where ``count`` is 2.

        The residuals and shifts are those of the first call.
        """
        if not self._tried:
            self._tried = [(delta, self.after(residuals, delta)) for delta in map(self._shift_deltas, shifts)]
        deltas = [delta for delta, _ in self._tried]
        left = [rest for _, rest in self._tried]
        for shift, delta, rest in zip(shifts, deltas, left, strict=True):
            if not self._is_within_reach(rest, count - 1):
                continue
            found: dict[frozenset[tuple[str, int]], dict[str, int]] = {}
            self._descend(rest, count - 1, dict(delta), set(), found)
            for cells in found.values():
                yield (shift,), {code: d for code, d in cells.items() if code not in delta}
        if count == 2:  # the second shift is looked up, a third is not looked for
            yield from self._two_shifts(shifts, deltas, left)

    def column_deltas(self, residuals: Mapping[int, int], column: Sequence[str]) -> dict[str, int] | None:
        """Return what must be added in this column so that every broken row holds; None if that cannot be."""
        deltas = {}
        for i, residual in residuals.items():
            if self._system.lines[i][0] != "row":
                continue
            inside = [code for code in self._system.equations[i] if code in column]
            if len(inside) != 1:
                return None
            coefficient = self._system.equations[i][inside[0]]
            if residual % coefficient:
                return None
            deltas[inside[0]] = -residual // coefficient
        return deltas

    def _shift_deltas(self, shift: Shift) -> dict[str, int]:
        """Return what must be added to the given numbers; a blank follows from the sums."""
        numbers = self.numbers
        return {code: right - numbers[code] for code, right in shift.right.items() if code in numbers}

    def _two_shifts(
        self, shifts: Sequence[Shift], deltas: Sequence[Mapping[str, int]], left: Sequence[Residuals]
    ) -> Iterator[tuple[tuple[Shift, ...], dict[str, int]]]:
        by_effect: dict[frozenset[tuple[int, int]], list[int]] = {}
        for place, delta in enumerate(deltas):
            missing = {i: -change for i, change in self.after({}, delta).items()}
            by_effect.setdefault(frozenset(missing.items()), []).append(place)
        for first, rest in enumerate(left):
            for second in by_effect.get(frozenset(rest.items()), ()):
                if first < second and shifts[first].line != shifts[second].line:
                    yield (shifts[first], shifts[second]), {}

    def _is_within_reach(self, residuals: Residuals, count: int) -> bool:
        """Whether so few wrong numbers can put so many rows and columns out of balance."""
        if not residuals:
            return True
        rows, columns = self._system.widest
        line_of, row_lines = self._system.numbered_lines
        lines = set(map(line_of.__getitem__, residuals))
        broken_rows = len(lines & row_lines)
        return broken_rows <= rows * count and len(lines) - broken_rows <= columns * count

    def _descend(
        self,
        residuals: Mapping[int, int],
        count: int,
        changed: dict[str, int],
        seen: set[frozenset[tuple[str, int]]],
        found: dict[frozenset[tuple[str, int]], dict[str, int]],
    ) -> None:
        if not residuals:
            found[frozenset(changed.items())] = dict(changed)
            return
        if count <= 1:
            if count == 1:
                self._finish(residuals, changed, found)
            return
        for code, delta in self._moves(residuals):
            if code in changed:
                continue
            self._steps -= 1
            if self._steps <= 0:
                return
            left = self.after(residuals, {code: delta})
            if not self._is_within_reach(left, count - 1):
                continue
            changed[code] = delta
            state = frozenset(changed.items())
            if state not in seen:
                seen.add(state)
                self._descend(left, count - 1, changed, seen, found)
            del changed[code]

    def _finish(
        self,
        residuals: Mapping[int, int],
        changed: Mapping[str, int],
        found: dict[frozenset[tuple[str, int]], dict[str, int]],
    ) -> None:
        """Add the single cells that explain what is left."""
        for code in self._system.by_support.get(frozenset(residuals), ()):
            pairs = self._system.touching[code]
            i, coefficient = pairs[0]
            delta = -residuals[i] // coefficient
            if code in changed or self._largest[code] + delta < 0:
                continue
            if all(residuals[j] + c * delta == 0 for j, c in pairs):
                full = {**changed, code: delta}
                found[frozenset(full.items())] = full

    def _moves(self, residuals: Mapping[int, int]) -> dict[tuple[str, int], None]:
        """Return every cell of a broken equality with what this equality says must be added; no number below 0."""
        numbers = self._largest
        moves: dict[tuple[str, int], None] = {}
        for i, residual in residuals.items():
            for code, coefficient in self._system.equations[i].items():
                delta, rest = divmod(-residual, coefficient)
                if not rest and numbers[code] + delta >= 0:
                    moves[code, delta] = None
        return moves
