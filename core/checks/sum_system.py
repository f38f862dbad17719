"""The equalities of one table as a linear system over the numbers that are given.

Blank cells and totals that stand nowhere are unknowns: they are eliminated first, so that what is left are
equalities between given numbers, and each unknown that the sums determine is known as a sum of given numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import mul

from core.form.form_definition import FormDefinition

Terms = dict[str, int]


@dataclass(frozen=True, eq=False)
class SumSystem:
    """What must be zero: for each equality, the sum of its terms.

    Attributes:
        equations: Cell codes with coefficients; given cells only.
        lines: For each equality, the rows and columns it was made from, as ("row", key) or ("column", key).
        implied: For each determined unknown, its value as terms over given cells, and the divisor of their sum.
    """

    equations: tuple[Terms, ...]
    lines: tuple[tuple[str, str], ...]
    implied: Mapping[str, tuple[Terms, int]]

    @cached_property
    def touching(self) -> Mapping[str, tuple[tuple[int, int], ...]]:
        """For each cell, the equalities it stands in, with its coefficient."""
        found: dict[str, list[tuple[int, int]]] = {}
        for i, terms in enumerate(self.equations):
            for code, coefficient in terms.items():
                found.setdefault(code, []).append((i, coefficient))
        return {code: tuple(pairs) for code, pairs in found.items()}

    @cached_property
    def by_support(self) -> Mapping[frozenset[int], tuple[str, ...]]:
        """For each set of equalities, the cells that stand in just these."""
        found: dict[frozenset[int], list[str]] = {}
        for code, pairs in self.touching.items():
            found.setdefault(frozenset(i for i, _ in pairs), []).append(code)
        return {support: tuple(codes) for support, codes in found.items()}

    @cached_property
    def widest(self) -> tuple[int, int]:
        """How many rows, and how many columns, a change of one cell can put out of balance at most."""
        rows = columns = 1
        for pairs in self.touching.values():
            lines = {self.lines[i] for i, _ in pairs}
            rows = max(rows, sum(kind == "row" for kind, _ in lines))
            columns = max(columns, sum(kind == "column" for kind, _ in lines))
        return rows, columns

    @cached_property
    def numbered_lines(self) -> tuple[tuple[int, ...], frozenset[int]]:
        """For each equality the number of its line, and which of these numbers are rows."""
        places = {line: place for place, line in enumerate(dict.fromkeys(self.lines))}
        rows = frozenset(place for (kind, _), place in places.items() if kind == "row")
        return tuple(map(places.__getitem__, self.lines)), rows

    def changed_by(self, codes: tuple[str, ...]) -> Mapping[int, int]:
        """Return by how much each equality changes where all these numbers grow by one."""
        if codes not in self._changed:
            added: dict[int, int] = {}
            for code in codes:
                for i, coefficient in self.touching.get(code, ()):
                    added[i] = added.get(i, 0) + coefficient
            self._changed[codes] = {i: coefficient for i, coefficient in added.items() if coefficient}
        return self._changed[codes]

    @cached_property
    def _changed(self) -> dict[tuple[str, ...], Mapping[int, int]]:
        """What was asked for before: the same few hundred groups of a table at each keystroke."""
        return {}

    def with_moves(self, moves: Mapping[str, Mapping[int, int]]) -> SumSystem:
        """Return the system with further codes, each with its coefficients by the place of the equality."""
        equations = [dict(terms) for terms in self.equations]
        for code, terms in moves.items():
            for i, coefficient in terms.items():
                equations[i][code] = coefficient
        return SumSystem(tuple(equations), self.lines, self.implied)

    def residuals(self, numbers: Mapping[str, int]) -> dict[int, int]:
        """Return what each equality misses, by its place; those that hold are left out."""
        value_of = numbers.__getitem__
        totals = [sum(map(mul, coefficients, map(value_of, codes))) for codes, coefficients in self._pairs]
        return {i: total for i, total in enumerate(totals) if total}

    @cached_property
    def _pairs(self) -> tuple[tuple[tuple[str, ...], tuple[int, ...]], ...]:
        """For each equality its codes and coefficients, as they are added up at each keystroke."""
        return tuple((tuple(terms), tuple(terms.values())) for terms in self.equations)

    def implied_value(self, code: str, numbers: Mapping[str, int]) -> int | None:
        """Return the value that the sums give an unknown; None where they leave it open or make it no count."""
        if code not in self.implied:
            return None
        terms, divisor = self.implied[code]
        value, rest = divmod(sum(coefficient * numbers[c] for c, coefficient in terms.items()), divisor)
        return value if not rest and value >= 0 else None


@lru_cache(maxsize=64)
def sum_system(form: FormDefinition, table: str, unknown: frozenset[str]) -> SumSystem:
    """Return the equalities of a table with the unknown cells eliminated."""
    systems: list[Terms] = []
    lines: list[tuple[str, str]] = []
    computed_by: dict[str, list[int]] = {}
    for equation in form.equations:
        if equation.operator != "=" or form.cells[equation.codes[0]].table != table:
            continue
        by_row = len({form.cells[code].row for code in equation.codes}) == 1
        computed_by.setdefault(equation.computes, []).append(len(systems))
        lines.append(("row" if by_row else "column", equation.item))
        systems.append({**dict(equation.left), **{code: -c for code, c in equation.right}})
    pivots: dict[str, int] = {}
    # Totals that are not given first, each by the equality that computes it: the rest keeps its shape.
    for code in sorted(unknown, key=lambda c: (c not in computed_by, c)):
        free = [i for i, terms in enumerate(systems) if code in terms and i not in pivots.values()]
        if not free:
            continue
        own = [i for i in computed_by.get(code, ()) if i in free]
        pivot = own[0] if own else min(free, key=lambda i: (abs(systems[i][code]), len(systems[i])))
        pivots[code] = pivot
        for i, terms in enumerate(systems):
            if i != pivot and code in terms:
                systems[i] = _eliminate(terms, systems[pivot], code)
    implied = {}
    for code, pivot in pivots.items():
        terms = dict(systems[pivot])
        own_coefficient = terms.pop(code)
        if not unknown & terms.keys():
            sign = -1 if own_coefficient > 0 else 1
            implied[code] = ({c: sign * coefficient for c, coefficient in terms.items()}, abs(own_coefficient))
    kept = [i for i, terms in enumerate(systems) if terms and i not in pivots.values()]
    return SumSystem(tuple(systems[i] for i in kept), tuple(lines[i] for i in kept), implied)


def _eliminate(terms: Terms, pivot: Terms, code: str) -> Terms:
    """Return the equality without the cell, by taking away a multiple of the pivot."""
    mine, its = terms[code], pivot[code]
    scale, factor = (1, mine // its) if mine % its == 0 else (its, mine)
    result = {c: coefficient * scale for c, coefficient in terms.items()}
    for c, coefficient in pivot.items():
        result[c] = result.get(c, 0) - factor * coefficient
    return {c: coefficient for c, coefficient in result.items() if coefficient}
