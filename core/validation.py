"""Runs the rules of the form over a report: all at once, or only those that a change concerns."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from core.entry_text import Refused, format_number
from core.findings import CheckResult, Finding, explain
from core.report import numbers_only
from core.rules import FUNCTIONS, CheckContext
from core.totals import SumState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from core.entry_text import Entry, Number
    from core.form_definition import Equation, FormDefinition
    from core.report import Report


def check_report(
    report: Report, *, last_year: Report | None = None, final: bool = False, today: date | None = None
) -> CheckResult:
    """Check a whole report.

    Args:
        report: The report to check; it is not changed.
        last_year: Last year's report, for the rules that compare years.
        final: Whether a 送审稿 or 定稿 is wanted, so that blanks are errors (rule C-03).
        today: The day of the check; the real one where it is None.
    """
    return Checker(report, last_year=last_year, today=today).result(final=final)


class Checker:
    """The checks of one open report, kept up to date as it changes.

    The report is changed by its owner, who then tells what changed: ``entered`` or ``retold``.
    """

    def __init__(self, report: Report, *, last_year: Report | None = None, today: date | None = None) -> None:
        self._report = report
        self._form = report.form
        self._last_year = last_year
        self._today = today or date.today()
        self.restart()

    def restart(self) -> None:
        """Check everything anew, after a change of many cells at once."""
        cells = numbers_only(self._report.cells)
        self.sums = SumState(self._form, cells, numbers_only(self._report.controls))
        self._numbers: dict[str, Number] = {**cells, **self.sums.computed}
        self._refused = _refused_only(self._report.cells)
        self._refused_controls = _refused_only(self._report.controls)
        self._found: dict[str, tuple[Finding, ...]] = {}
        self._context = self._new_context()
        self._find_sums()
        for rule_id in self._function_rules():
            self._find(rule_id)

    @property
    def context(self) -> CheckContext:
        """What the rule functions see now."""
        return self._context

    @property
    def numbers(self) -> Mapping[str, Number]:
        """Entered numbers and computed totals by code, as they are now; blanks are left out."""
        return self._numbers

    def entered(self, code: str, *, is_control: bool = False) -> set[str]:
        """Check what a changed cell concerns; return the codes whose shown number changed."""
        place = self._report.controls if is_control else self._report.cells
        entry = place.get(code)
        refused = self._refused_controls if is_control else self._refused
        refused.pop(code, None)
        number = None
        if isinstance(entry, Refused):
            refused[code] = entry
        else:
            number = entry
        changed = self.sums.enter(code, number, is_control=is_control)
        self._renumber(code, number, changed, is_control=is_control)
        self._find_sums()
        rules: dict[str, None] = {}
        for changed_code in changed:
            rules.update(dict.fromkeys(_rules_by_code(self._form).get(changed_code, ())))
        for rule_id in rules:
            self._find(rule_id)
        return changed

    def retold(self, code: str) -> None:
        """Check what a changed text or metadata field concerns."""
        self._context.forget_texts()
        for rule_id in _rules_by_code(self._form).get(code, ()):
            self._find(rule_id)

    def result(self, *, final: bool = False) -> CheckResult:
        """Return all findings now, explanations attached, in the order of the form."""
        found = [*self._sums_found, *(f for findings in self._found.values() for f in findings)]
        if final:
            context = self._new_context(is_final=True)
            found += [f for rule_id in ("F-01", "C-03") for f in self._run(rule_id, context)]
        order = _reading_order(self._form)
        found.sort(key=lambda f: min((order[c] for c in (*f.cells, *(p.text for p in f.places))), default=len(order)))
        cells = self._report.cells
        return CheckResult(
            findings=explain(found, self._report.explanations),
            blanks=tuple(code for code in self._form.entered if code not in cells),
            refused=tuple(sorted(self._refused, key=order.__getitem__)),
            last_year=self._last_year is not None,
        )

    def _renumber(self, code: str, number: Number | None, changed: set[str], *, is_control: bool) -> None:
        """Carry changed numbers into what the rule functions read."""
        for changed_code in changed:
            new = self.sums.computed.get(changed_code) if is_control or changed_code != code else number
            if new is None:
                self._numbers.pop(changed_code, None)
            else:
                self._numbers[changed_code] = new
        self._context.forget_texts()

    def _new_context(self, *, is_final: bool = False) -> CheckContext:
        return CheckContext(
            self._report,
            self._numbers,
            self._last_year,
            self._today,
            is_final=is_final,
            refused=self._refused,
            refused_controls=self._refused_controls,
        )

    def _function_rules(self) -> Iterable[str]:
        return (rule.id for rule in self._form.rules.values() if rule.kind == "function")

    def _find(self, rule_id: str) -> None:
        self._found[rule_id] = self._run(rule_id, self._context)

    def _run(self, rule_id: str, context: CheckContext) -> tuple[Finding, ...]:
        rule = self._form.rules[rule_id]
        year = self._report.year
        if year is not None and not rule.first_year <= year <= rule.last_year:
            return ()
        return tuple(FUNCTIONS[rule.function].function(context, rule))

    def _find_sums(self) -> None:
        self._sums_found = sum_findings(self._form, self.sums)


def _refused_only(entries: Mapping[str, Entry]) -> dict[str, Refused]:
    return {code: entry for code, entry in entries.items() if isinstance(entry, Refused)}


@cache
def _rules_by_code(form: FormDefinition) -> Mapping[str, tuple[str, ...]]:
    """For every cell, text and metadata code the function rules that read it."""
    codes = [*form.cells, *form.texts, *form.meta]
    index: dict[str, list[str]] = {}
    for rule in form.rules.values():
        if rule.kind != "function":
            continue
        for read in FUNCTIONS[rule.function].reads:
            for code in codes:
                if code == read or (read.endswith(".") and code.startswith(read)):
                    index.setdefault(code, []).append(rule.id)
    return {code: tuple(dict.fromkeys(ids)) for code, ids in index.items()}


@cache
def _reading_order(form: FormDefinition) -> Mapping[str, int]:
    """Place of every code on the way through the form: metadata, lead, then section by section."""
    codes = [*form.meta, "lead"]
    for section in form.sections.values():
        for content in section.contents:
            codes += form.tables[content].cells if content in form.tables else [content]
    codes += [c.code for c in form.cells.values() if not c.table]
    return {code: i for i, code in enumerate(codes)}


def sum_findings(form: FormDefinition, sums: SumState) -> list[Finding]:
    """Return one finding for each cause behind the equalities that do not hold.

    Where the total column only repeats the difference of columns that are named already, it is left out.
    """
    broken = sums.broken()
    if not broken:
        return []
    equations = [form.equations[i] for i in broken]
    named = {
        equation.item: residual
        for equation, residual in zip(equations, map(sums.residual, broken), strict=True)
        if not equation.computes
    }
    result: list[Finding] = []
    for equation in equations:
        if not equation.computes and _repeats(form, equation, named):
            continue
        result.append(_sum_finding(form, equation, sums.printed))
    return result


def _repeats(form: FormDefinition, equation: Equation, named: Mapping[str, Number | None]) -> bool:
    """Whether a balance of the total column is just the sum of the broken balances of its parts."""
    code = equation.left[0][0]
    parts = next((e for e in form.equations if e.computes == code and e.item != equation.item), None)
    if parts is None:
        return False
    columns = [parts.keys[c] for c, _ in parts.right]
    others = [named[c] or 0 for c in columns if c in named]
    return bool(others) and sum(others) == named[equation.item]


def _sum_finding(form: FormDefinition, equation: Equation, printed: Mapping[str, Number]) -> Finding:
    rule = form.rules[equation.rule_id]
    return Finding(rule.id, rule.level, sum_sentence(form, equation, printed), equation.codes)


def sum_sentence(form: FormDefinition, equation: Equation, printed: Mapping[str, Number]) -> str:
    """Return what is said of an equality that does not hold, all of whose cells are numbers."""
    left = sum(coefficient * printed[code] for code, coefficient in equation.left)
    right = sum(coefficient * printed[code] for code, coefficient in equation.right)
    values = {key: format_number(printed[code]) for code, key in equation.keys.items()}
    return (
        form.rules[equation.rule_id]
        .messages[""]
        .format(
            item=equation.item_name,
            left=format_number(left),
            right=format_number(right),
            difference=format_number(max(left - right, right - left)),
            **values,
        )
    )
