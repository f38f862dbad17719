"""Names the wrong numbers of a table whose equalities do not hold, where control totals stand beside them.

The repairs are the smallest sets of slips whose correction satisfies every equality (after Fellegi and Holt): a slip
is one wrong number, or a row or column of numbers that stand one place off. They are ranked by how likely a
typist is to make them. Nothing here says that a number *is* wrong: a repair is a reason to look into the register.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from core.checks.findings import RepairStep
from core.checks.following import Following, followings
from core.checks.shifts import Shift, SumLine, column_shift, lines, row_shifts
from core.checks.sum_search import SlipSearch
from core.checks.sum_system import SumSystem, sum_system
from core.checks.typing_hints import TELLING, counted_with, slip
from core.form.form_definition import Equation, FormDefinition
from core.report.entry_text import Number

MAX_SLIPS = 5
"""More independent slips than this are not named: the table was hardly copied from the paper it is compared with."""

_CELL, _ROW, _COLUMN, _EXCHANGE, SOMEWHERE = "cell", "row", "column", "exchange", "somewhere"
_COST = 10.0
TIE = 0.01
_FOLLOWED = 5.0
"""How much less likely a number is whose totals follow it: more than any hint about a number can make up for."""
_MOST_BESIDE_LINES = 3
"""So many single numbers are looked for beside a line that stands off."""
_EXCHANGED = "两格的数字填反了"
BY_TOTALS = "按合计推算"


@dataclass(frozen=True, slots=True)
class ErrorCause:
    """One cause of broken equalities.

    Attributes:
        kind: "cell" for one number, "exchange" for two that changed places, "row" or "column" for a line that
            stands one place off, "somewhere" for one number of a column that its row does not give away.
        changes: The numbers to look into, in reading order, a wrong number before the totals that followed it; none
            for "somewhere".
        line: The row or column; None for single numbers.
        where: Which way the line stands off, such as 右移了一列; for "somewhere" what tells it from others.
        cost: How unlikely it is; only the order counts.
    """

    kind: str
    changes: tuple[RepairStep, ...]
    line: SumLine | None
    where: str
    cost: float


@dataclass(frozen=True, slots=True)
class Repair:
    """Slips whose correction satisfies all equalities."""

    slips: tuple[ErrorCause, ...]

    @property
    def cost(self) -> float:
        """How unlikely it is; only the order counts."""
        return sum(slip.cost for slip in self.slips)

    @property
    def changes(self) -> tuple[RepairStep, ...]:
        """All numbers to look into."""
        return tuple(change for slip in self.slips for change in slip.changes)


@dataclass(frozen=True, slots=True)
class Located:
    """What the equalities of a table say about its numbers.

    Attributes:
        repairs: The likeliest first; empty if all equalities hold or no small set of slips explains them.
        ties: How many of them are as likely as the first.
        blanks: The value that the sums give each blank cell, where they give one.
    """

    repairs: tuple[Repair, ...]
    ties: int
    blanks: Mapping[str, int]


def localise(form: FormDefinition, table: str, numbers: Mapping[str, int]) -> Located:
    """Return the repairs of a table.

    Args:
        form: The form that the table belongs to.
        table: Id of the table.
        numbers: The numbers that stand there: entered ones and control totals. Others are unknown and never blamed.
    """
    system = sum_system(form, table, frozenset(form.tables[table].cells).difference(numbers))
    residuals = system.residuals(numbers)
    if not residuals:
        return Located((), 0, _blanks(system, numbers, ()))
    search = SlipSearch(system, numbers)
    if not search.cell_sets(residuals, 1):  # one number explains it all, and fewer there are not
        together = followings(form, table, system, numbers)
        search = SlipSearch(system.with_moves({code: each.terms for code, each in together.items()}), numbers, together)
    repairs = _Repairs(form, table, search, residuals).ranked()
    ties = sum(repair.cost <= repairs[0].cost + TIE for repair in repairs)
    return Located(tuple(repairs), ties, _blanks(system, numbers, repairs) if repairs else {})


class _Repairs:
    """Collects the repairs of a table by the number of their slips."""

    def __init__(self, form: FormDefinition, table: str, search: SlipSearch, residuals: Mapping[int, int]) -> None:
        self._form = form
        self._table = table
        self._search = search
        self._numbers = search.numbers
        self._residuals = residuals
        self._found: dict[frozenset[tuple[str, int]], Repair] = {}

    def ranked(self) -> list[Repair]:
        """Return the repairs with the fewest slips, the likeliest first."""
        for count in range(1, MAX_SLIPS + 1):
            self._collect(count)
            if self._found or self._search.is_exhausted:
                break
        if self._found and all(len(repair.slips) < len(repair.changes) for repair in self._found.values()):
            # Lines that stand off: the same cells one by one, in case it was another line.
            fewest = min(len(repair.changes) for repair in self._found.values())
            for count in range(2, min(fewest, _MOST_BESIDE_LINES) + 1):
                for deltas in self._search.cell_sets(self._residuals, count):
                    self._add(self._read(deltas))
        return sorted(self._found.values(), key=lambda repair: repair.cost)

    def _collect(self, count: int) -> None:
        search, residuals = self._search, self._residuals
        for deltas in search.cell_sets(residuals, count):
            self._add(self._read(deltas))
        if search.broken_lines(residuals, "column") > 1:
            for chosen, deltas in search.with_shifts(residuals, count, self._row_shifts):
                rest = self._read(deltas)
                self._add(Repair((*(_shift_slip(self._numbers, shift) for shift in chosen), *rest.slips)))
        if count == 1 and search.broken_lines(residuals, "row") > 1:
            for line in lines(self._form, self._table):
                shift = self._column_shift(line)
                if shift:
                    self._add(Repair((_shift_slip(self._numbers, shift),)))

    def _read(self, deltas: Mapping[str, int]) -> Repair:
        return _repair(self._form, self._table, self._search, deltas)

    def _add(self, repair: Repair) -> None:
        """Keep the likeliest reading of the same changes."""
        key = frozenset(
            [(change.cell, int(change.should_be)) for change in repair.changes]
            + [(slip.where, 0) for slip in repair.slips if slip.kind == SOMEWHERE]
        )
        if key not in self._found or repair.cost < self._found[key].cost:
            self._found[key] = repair

    @cached_property
    def _row_shifts(self) -> list[Shift]:
        return [
            shift
            for line in lines(self._form, self._table)
            if line.kind == "row" and line.total in self._numbers
            for shift in row_shifts(line, self._numbers)
        ]

    def _column_shift(self, line: SumLine) -> Shift | None:
        """Return the slip of this column by one row that alone explains everything, if it does."""
        if line.kind != "column":
            return None
        deltas = self._search.column_deltas(self._residuals, line.parts)
        shift = column_shift(line, self._numbers, deltas) if deltas else None
        return shift if deltas and shift and not self._search.after(self._residuals, deltas) else None


def _blanks(system: SumSystem, numbers: Mapping[str, int], repairs: Sequence[Repair]) -> dict[str, int]:
    repaired = dict(numbers)
    for repair in repairs[:1]:
        repaired.update({c.cell: int(c.should_be) for c in repair.changes if c.cell in numbers})
    values = {code: system.implied_value(code, repaired) for code in system.implied}
    return {code: value for code, value in values.items() if value is not None}


# ---------------------------------------------------------------- what a set of changes is likely to be


def _repair(form: FormDefinition, table: str, search: SlipSearch, deltas: Mapping[str, int]) -> Repair:
    """Read a set of changed cells as slips: two that changed places are one."""
    numbers = search.numbers
    codes = sorted((code for code in deltas if code in numbers), key=form.tables[table].cells.index)
    should_be = {code: numbers[code] + deltas[code] for code in codes}
    slips = [_followed(numbers, search.together[code], deltas[code]) for code in deltas if code not in numbers]
    taken: set[str] = set()
    for i, first in enumerate(codes):
        for second in codes[i + 1 :]:
            if first not in taken and second not in taken:
                exchange = _exchange(form, numbers, should_be, first, second)
                if exchange:
                    slips.append(exchange)
                    taken |= {first, second}
        if first not in taken:
            slips.append(_single(form, numbers, first, should_be[first]))
    return Repair(tuple(slips))


def _exchange(
    form: FormDefinition, numbers: Mapping[str, int], should_be: Mapping[str, int], first: str, second: str
) -> ErrorCause | None:
    if numbers[first] != should_be[second] or numbers[second] != should_be[first]:
        return None
    if form.cells[first].is_derived or form.cells[second].is_derived:
        return None
    apart = _distance(form, first, second)
    if apart is None:
        return None
    why = _EXCHANGED
    if 0 in (numbers[first], numbers[second]):
        along, place = apart
        why = f"填错了一{'列' if along == 'row' else '行'}" if place == 1 else "填错了位置"
    changes = tuple(RepairStep(code, numbers[code], should_be[code], why) for code in (first, second))
    return ErrorCause(_EXCHANGE, changes, None, "", _COST - 1.5 + (0 if apart[1] == 1 else 4))


def _distance(form: FormDefinition, first: str, second: str) -> tuple[str, int] | None:
    """Return along which line two cells stand, and how far apart; None if in no line of the form."""
    a, b = form.cells[first], form.cells[second]
    table = form.tables[a.table]
    if a.row == b.row:
        places = list(table.columns)
        return "row", abs(places.index(a.column) - places.index(b.column))
    if a.column == b.column:
        places = list(table.rows)
        return "column", abs(places.index(a.row) - places.index(b.row))
    return None


def _single(form: FormDefinition, numbers: Mapping[str, int], code: str, should_be: int) -> ErrorCause:
    value = numbers[code]
    hint = slip(value, should_be)
    if hint.weight < TELLING:
        others, names = _parts(form, numbers, code)
        hint = max(hint, counted_with(value, should_be, others, names), key=lambda h: h.weight)
    change = RepairStep(code, value, should_be, hint.why or BY_TOTALS)
    return ErrorCause(_CELL, (change,), None, "", _COST - hint.weight)


def _followed(numbers: Mapping[str, int], together: Following, delta: int) -> ErrorCause:
    """Return a wrong number with the totals that were added up from it; never likelier than a number alone."""
    cost = _COST + _FOLLOWED
    if together.is_somewhere:
        return ErrorCause(SOMEWHERE, (), None, together.code, cost)
    value = numbers[together.codes[0]]
    hint = slip(value, value + delta)
    whys = (hint.why or BY_TOTALS, *[BY_TOTALS] * (len(together.codes) - 1))
    changes = (
        RepairStep(code, numbers[code], numbers[code] + delta, why)
        for code, why in zip(together.codes, whys, strict=True)
    )
    return ErrorCause(_CELL, tuple(changes), None, "", cost - hint.weight)


def _parts(form: FormDefinition, numbers: Mapping[str, int], code: str) -> tuple[dict[str, int], dict[str, str]]:
    """Return the numbers that a total adds up; nothing for a number that is no total."""
    parts = [part for e in form.equations if e.computes == code for part, _ in e.right if part in numbers]
    return {part: numbers[part] for part in parts}, {part: form.cells[part].name for part in parts}


def _shift_slip(numbers: Mapping[str, int], shift: Shift) -> ErrorCause:
    by_row = shift.line.kind == "row"
    if by_row:
        where = "左移了一列" if shift.is_back else "右移了一列"
    else:
        where = "上移了一行" if shift.is_back else "下移了一行"
    changes = tuple(
        RepairStep(code, numbers.get(code), should_be, f"数字整体{where}") for code, should_be in shift.right.items()
    )
    cost = _COST - shift.likelihood + (2 if len(changes) == 2 else 0)  # two cells may be chance
    return ErrorCause(_ROW if by_row else _COLUMN, changes, shift.line, where, cost)


def group_suspects(
    form: FormDefinition, equation: Equation, given: Mapping[str, Number]
) -> tuple[tuple[RepairStep, ...], ...]:
    """Return the numbers of a lone sum that a slip of the hand may have spoilt, the likeliest first.

    A sum that meets no other cannot tell its wrong number from the others: where no slip speaks for one, none is
    named.
    """
    terms = dict(equation.left) | {code: -coefficient for code, coefficient in equation.right}
    numbers = {code: int(given[code]) for code in terms}
    missing = sum(coefficient * numbers[code] for code, coefficient in terms.items())
    slips = [
        _single(form, numbers, code, numbers[code] - missing * coefficient)
        for code, coefficient in terms.items()
        if numbers[code] - missing * coefficient >= 0
    ]
    telling = [found for found in slips if _COST - found.cost >= TELLING]
    return tuple(found.changes for found in sorted(telling, key=lambda found: found.cost))
