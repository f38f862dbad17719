"""Totals and equalities: computed in one pass, or kept up to date while cells change.

Terms: a *computed* total is the sum of its parts; a *printed* number is what a reader of the paper sees: the
control total where one is given, else the computed total or the entered number. Equalities are judged on the
printed numbers. A total is blank until all its parts are numbers, and an equality is silent while one of its
cells is blank.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from operator import mul
from typing import NamedTuple

from core.form.form_definition import Equation, FormDefinition
from core.report.entry_text import Number, Refused
from core.report.report import Report, numbers_only

NOT_COMPUTED = "有误，未算出"
"""What is said of a total that something below it spoils."""


@cache
def _plan(form: FormDefinition) -> tuple[Equation, ...]:
    """Equations that compute a total, parts before wholes, each total once."""
    waiting: dict[str, Equation] = {}
    for equation in form.equations:
        if equation.computes:
            waiting.setdefault(equation.computes, equation)
    ordered: list[Equation] = []
    while waiting:
        ready = [e for e in waiting.values() if not any(code in waiting for code, _ in e.right)]
        ordered += ready
        for equation in ready:
            del waiting[equation.computes]
    return tuple(ordered)


def compute_totals(form: FormDefinition, numbers: Mapping[str, Number]) -> dict[str, Number]:
    """Return every total whose parts are all numbers; the others are left out (blank)."""
    known = dict(numbers)
    totals: dict[str, Number] = {}
    for total, codes, coefficients in _sums(form):
        try:
            known[total] = totals[total] = sum(map(mul, coefficients, map(known.__getitem__, codes)))
        except KeyError:
            continue  # a part of it is blank
    return totals


@cache
def _sums(form: FormDefinition) -> tuple[tuple[str, tuple[str, ...], tuple[int, ...]], ...]:
    """Return each total with the codes and the coefficients of its parts, parts before wholes."""
    return tuple((e.computes, tuple(c for c, _ in e.right), tuple(k for _, k in e.right)) for e in _plan(form))


def _added(terms: Iterable[tuple[str, int]], numbers: Mapping[str, Number]) -> tuple[Number, int]:
    """Return the sum of the terms that are numbers, and how many are blank."""
    try:
        return sum([coefficient * numbers[code] for code, coefficient in terms]), 0
    except KeyError:
        parts = [numbers.get(code) for code, _ in terms]
        return sum(c * part for (_, c), part in zip(terms, parts, strict=True) if part), parts.count(None)


def spoiled_totals(report: Report) -> set[str]:
    """Return the totals that cannot be computed because something below them was refused, not only left blank."""
    wrong = {code for code, entry in report.cells.items() if isinstance(entry, Refused)}
    spoiled: set[str] = set()
    for equation in _plan(report.form):
        if any(code in wrong or code in spoiled for code, _ in equation.right):
            spoiled.add(equation.computes)
    return spoiled


def report_numbers(report: Report) -> dict[str, Number]:
    """Return what the report says: entered numbers and computed totals by code; blanks are left out."""
    numbers = numbers_only(report.cells)
    return {**numbers, **compute_totals(report.form, numbers)}


def printed_numbers(report: Report) -> dict[str, Number]:
    """Return the numbers a reader sees, with control totals in place of computed ones where given."""
    return {**report_numbers(report), **numbers_only(report.controls)}


class _Structure(NamedTuple):
    """The sums of a form, indexed once: what stands in which equation, and in which total.

    Attributes:
        terms: For each equation its cells and coefficients, those of the right side negative.
        touching: For each cell the equations it stands in, with its coefficient.
        wholes: For each cell the totals that it is a part of, with its coefficient.
        made: For each equation the total that it computes; "" for none.
    """

    terms: tuple[tuple[tuple[str, int], ...], ...]
    touching: Mapping[str, tuple[tuple[int, int], ...]]
    wholes: Mapping[str, tuple[tuple[str, int], ...]]
    made: tuple[str, ...]


@cache
def _structure(form: FormDefinition) -> _Structure:
    terms = tuple((*e.left, *((code, -c) for code, c in e.right)) for e in form.equations)
    touching: dict[str, tuple[tuple[int, int], ...]] = {}
    for i, equation_terms in enumerate(terms):
        for code, coefficient in equation_terms:
            touching[code] = (*touching.get(code, ()), (i, coefficient))
    wholes: dict[str, tuple[tuple[str, int], ...]] = {}
    for equation in _plan(form):
        for code, coefficient in equation.right:
            wholes[code] = (*wholes.get(code, ()), (equation.computes, coefficient))
    made = tuple(e.computes if e in _plan(form) and e.left == ((e.computes, 1),) else "" for e in form.equations)
    return _Structure(terms, touching, wholes, made)


class SumState:
    """The equalities of a form, kept up to date cell by cell.

    Attributes:
        printed: Printed number by code; a blank is left out.
        computed: Computed total by code; a blank is left out.
        controls: Codes of the totals that are given as control totals.
    """

    def __init__(self, form: FormDefinition, numbers: Mapping[str, Number], controls: Mapping[str, Number]) -> None:
        self._form = form
        self.computed = compute_totals(form, numbers)
        self.printed: dict[str, Number] = {**numbers, **self.computed, **controls}
        self.controls = set(controls)
        self._broken: set[int] = set()
        structure = _structure(form)
        self._touching = structure.touching
        self._wholes = structure.wholes
        self._residual: list[Number] = [0] * len(structure.terms)
        self._blanks = [0] * len(structure.terms)
        for i, terms in enumerate(structure.terms):
            if controls or structure.made[i] not in self.computed:  # else it holds
                self._residual[i], self._blanks[i] = _added(terms, self.printed)
                if self._residual[i]:  # 0 satisfies every operator
                    self._judge(i)
        self._sum: dict[str, Number] = dict(self.computed)
        self._missing = dict.fromkeys(self.computed, 0)
        for equation in _plan(form) if len(self.computed) < len(_plan(form)) else ():
            if equation.computes not in self.computed:
                added = _added(equation.right, {**numbers, **self.computed})
                self._sum[equation.computes], self._missing[equation.computes] = added

    def enter(self, code: str, number: Number | None, *, is_control: bool = False) -> set[str]:
        """Set an entered number or a control total; return the codes whose printed or computed number changed."""
        changed = {code}
        if is_control:
            if number is None:
                self.controls.discard(code)
                self._print(code, self.computed.get(code))
            else:
                self.controls.add(code)
                self._print(code, number)
        else:
            self._change(code, self.printed.get(code), number, changed)
        return changed

    def residual(self, index: int) -> Number | None:
        """Return left minus right of an equation, by its place in ``form.equations``; None while a cell is blank."""
        return None if self._blanks[index] else self._residual[index]

    def broken(self) -> list[int]:
        """Return the places of the equations that are complete and do not hold, in the order of the form."""
        return sorted(self._broken)

    @property
    def all_hold(self) -> bool:
        """Whether every equation that is complete holds."""
        return not self._broken

    def _judge(self, index: int) -> None:
        if self._blanks[index] or holds(self._form.equations[index].operator, self._residual[index]):
            self._broken.discard(index)
        else:
            self._broken.add(index)

    def _change(self, code: str, old: Number | None, new: Number | None, changed: set[str]) -> None:
        """Carry a change of an entered number or computed total into the totals that contain it."""
        if old == new:
            return
        if code not in self.controls:
            self._print(code, new)
        for whole, coefficient in self._wholes.get(code, ()):
            before = None if self._missing[whole] else self._sum[whole]
            self._sum[whole] += coefficient * ((new or 0) - (old or 0))
            self._missing[whole] += (new is None) - (old is None)
            after = None if self._missing[whole] else self._sum[whole]
            if before == after:
                continue
            changed.add(whole)
            if after is None:
                del self.computed[whole]
            else:
                self.computed[whole] = after
            self._change(whole, before, after, changed)

    def _print(self, code: str, new: Number | None) -> None:
        old = self.printed.get(code)
        if new is None:
            self.printed.pop(code, None)
        else:
            self.printed[code] = new
        delta = (new or 0) - (old or 0)
        blanks = (new is None) - (old is None)
        residuals, counts, broken = self._residual, self._blanks, self._broken
        for i, coefficient in self._touching.get(code, ()):
            residuals[i] = residual = residuals[i] + coefficient * delta
            counts[i] = count = counts[i] + blanks
            if count or not residual:  # 0 satisfies every operator
                broken.discard(i)
            else:
                self._judge(i)


def holds(operator: str, residual: Number) -> bool:
    """Return whether left minus right satisfies the operator of an equation."""
    if operator == "=":
        return residual == 0
    return residual <= 0 if operator == "<=" else residual >= 0
