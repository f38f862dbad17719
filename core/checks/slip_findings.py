"""What is said of the slips that the sums of a table give away, and what is left open.

A stored total may be right, or follow the wrong number. So a number is named alone only where the sums of its row and
of its column both fail, and where every explanation that touches as few numbers holds it. A line that stands off, or
two numbers that may have changed places, is told as one possibility where the sums do not show the line itself. Which
column misses how much is said at any rate.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from core.checks.findings import Finding, RepairStep, inner_quotes
from core.checks.localisation import BY_TOTALS, SOMEWHERE, TIE, ErrorCause, Located, Repair
from core.form.form_definition import Equation, FormDefinition
from core.report.entry_text import Number, format_number
from core.report.totals import SumState, compute_totals, holds

SHOWN_REPAIRS = 3
"""More possibilities than this are a guess, not a help."""
_LINE = 3
"""Fewer numbers than this look like a line that stands off by chance."""


class SlipFindings:
    """The findings about slips of one table.

    Args:
        form: The form of the table.
        numbers: Its given numbers and control totals by code.
        located: What its sums say.
        sentences: For each equality that does not hold, by its place in the form, what is said of it.
        sums: The sums of the report.
    """

    def __init__(
        self,
        form: FormDefinition,
        numbers: Mapping[str, int],
        located: Located,
        sentences: Mapping[int, str],
        sums: SumState,
    ) -> None:
        self._form = form
        self._numbers = numbers
        self._sentences = sentences
        self._sums = sums
        self._equations = [form.equations[i] for i in sentences]
        self._broken_rows, self._broken_columns = set[str](), set[str]()
        for equation in self._equations:
            cell = form.cells[equation.codes[0]]
            (self._broken_rows if _is_row(form, equation) else self._broken_columns).add(
                cell.row if _is_row(form, equation) else cell.column
            )
        touched = [self._touched(repair) for repair in located.repairs]
        pairs = zip(located.repairs, touched, strict=True)
        self._rivals = [repair for repair, count in pairs if count == min(touched)]

    def told(self) -> tuple[list[Finding], set[int]]:
        """Return the findings, and the places of the equalities that hold once these slips are put right."""
        if not self._rivals:
            return [], set()
        slips = [slip for slip in self._rivals[0].slips if slip.kind != SOMEWHERE]
        certain = self._agreeing([slip for slip in slips if self._is_certain(slip)])
        found: list[tuple[ErrorCause, Finding]] = []
        for slip in slips:
            finding = self._certain(slip, certain) if slip in certain else self._possible(slip)
            if finding:
                found.append((slip, finding))
        return [finding for _, finding in found], self._settled([slip for slip, _ in found])

    # ---------------------------------------------------------------- what may be said

    def _touched(self, repair: Repair) -> int:
        """Return how many numbers a repair holds to be wrong by themselves: a total may have followed its parts."""
        changes = {change.cell: int(change.should_be) for slip in repair.slips for change in slip.changes}
        after = {**self._numbers, **changes}
        own = sum(not self._follows(code, changes, after) for code in changes)
        return own + sum(slip.kind == SOMEWHERE for slip in repair.slips)

    def _follows(self, code: str, changes: Mapping[str, int], after: Mapping[str, int]) -> bool:
        return any(
            equation.computes == code
            and all(c in self._numbers for c in equation.codes)
            and any(c in changes for c, _ in equation.right)
            and not _missing(equation, self._numbers)
            and not _missing(equation, after)
            for equation in self._form.equations
            if equation.computes
        )

    def _is_in(self, slip: ErrorCause, lines: set[str], *, by_row: bool) -> bool:
        changes = slip.changes[:1] if slip.kind == "cell" else slip.changes
        cells = [self._form.cells[change.cell] for change in changes]
        return all((cell.row if by_row else cell.column) in lines for cell in cells)

    def _is_certain(self, slip: ErrorCause) -> bool:
        is_shown = self._is_in(slip, self._broken_rows, by_row=True)
        is_shown = is_shown and self._is_in(slip, self._broken_columns, by_row=False)
        return is_shown and all(_has(repair, slip) for repair in self._rivals)

    def _agreeing(self, slips: list[ErrorCause]) -> list[ErrorCause]:
        """Return those slips with which every sum that they stand in holds, whatever else is wrong.

        Where a row gives away 1 and a column misses 2, the number may stand in another column of that row.
        """
        while True:
            settled = self._settled(slips)
            kept = [slip for slip in slips if self._touched_sums(slip) <= settled]
            if len(kept) == len(slips):
                return kept
            slips = kept

    def _touched_sums(self, slip: ErrorCause) -> set[int]:
        """Return the places of the equalities that do not hold and in which a number of the slip stands."""
        codes = {change.cell for change in slip.changes}
        return {i for i in self._sentences if not codes.isdisjoint(self._form.equations[i].codes)}

    def _certain(self, slip: ErrorCause, certain: Sequence[ErrorCause]) -> Finding:
        others = [change for other in certain if other is not slip for change in other.changes]
        said = _sentence_of(self._form, self._messages(slip), slip, self._rivals[0])
        is_told = said.variant == "total"  # the sentence names both sums
        return self._finding(slip, said.text if is_told else self._misses(slip) + said.text, (*slip.changes, *others))

    def _possible(self, slip: ErrorCause) -> Finding | None:
        """Return what is said of a slip that is one of several possibilities; None where there are too many."""
        is_row_shown = self._is_in(slip, self._broken_rows, by_row=True)
        likely = [repair for repair in self._rivals if repair.cost <= self._rivals[0].cost + TIE]
        is_likeliest = all(_has(repair, slip) for repair in likely)
        if slip.line and is_likeliest and len(slip.changes) >= _LINE:
            has_moved_total = any(self._form.cells[change.cell].is_derived for change in slip.changes)
            if is_row_shown or not has_moved_total:
                return self._maybe(slip)
        if not is_row_shown:
            return None
        cases = {tuple(self._near(repair, slip)): repair for repair in self._rivals}
        if len(cases) <= SHOWN_REPAIRS and all(cases):
            return self._several(slip, cases)
        return self._maybe(slip) if is_likeliest and slip.kind == "exchange" else None

    def _near(self, repair: Repair, slip: ErrorCause) -> list[RepairStep]:
        """Return what a repair changes in the rows of a slip."""
        rows = {self._form.cells[change.cell].row for change in slip.changes}
        return [change for change in repair.changes if self._form.cells[change.cell].row in rows]

    # ---------------------------------------------------------------- how it is said

    def _several(self, slip: ErrorCause, cases: Mapping[tuple[RepairStep, ...], Repair]) -> Finding:
        """Name the possibilities in the rows of a slip; a repair holds what belongs to each in other rows, too."""
        said = []
        for changes in cases:
            names = [f"“{self._form.cells[c.cell].name}”应为{format_number(c.should_be)}" for c in changes]
            said.append(f"可能是{'、'.join(names)}")
        options = "，也".join(dict.fromkeys(said))
        message = self._messages(slip)["several"].format(sentence=self._misses(slip), options=options)
        cells = tuple(dict.fromkeys(change.cell for changes in cases for change in changes))
        repairs = [(*own, *self._elsewhere(repair, own)) for own, repair in cases.items()]
        return self._finding(slip, message, *repairs, cells=cells)

    def _elsewhere(self, repair: Repair, own: Sequence[RepairStep]) -> list[RepairStep]:
        shown = (c for c in repair.changes if self._form.cells[c.cell].row in self._broken_rows)
        return [change for change in shown if change not in own]

    def _maybe(self, slip: ErrorCause) -> Finding:
        said = _sentence_of(self._form, self._messages(slip), slip, self._rivals[0], variant="maybe_")
        return self._finding(slip, self._misses(slip) + said.text, slip.changes)

    def _misses(self, slip: ErrorCause) -> str:
        """Return which columns miss how much because of a slip; which rows, where no column does."""
        touched = sorted(self._touched_sums(slip))
        columns = [i for i in touched if not _is_row(self._form, self._form.equations[i])] or touched
        if len(columns) == 1:
            return self._sentences[columns[0]]
        said: dict[str, None] = {}
        message = self._messages(slip)["misses"]
        for i in columns:
            equation = self._form.equations[i]
            kind = "行" if _is_row(self._form, equation) else "列"
            residual = self._sums.residual(i) or 0
            missing = format_number(max(residual, -residual))
            said[message.format(item=equation.item_name, kind=kind, difference=missing)] = None
        return "、".join(said) + "。"

    def _messages(self, slip: ErrorCause) -> Mapping[str, str]:
        return self._form.rules[self._anchor(slip).rule_id].messages

    def _anchor(self, slip: ErrorCause) -> Equation:
        """Return the equality that a slip shows in: of the broken ones that of the total, or the first."""
        wanted = {change.cell for change in slip.changes}
        own = [e for e in self._equations if e.computes in wanted]
        return next(e for e in (*own, *self._equations, *self._form.equations) if not wanted.isdisjoint(e.codes))

    def _finding(
        self, slip: ErrorCause, message: str, *repairs: tuple[RepairStep, ...], cells: tuple[str, ...] = ()
    ) -> Finding:
        rule = self._form.rules[self._anchor(slip).rule_id]
        own = slip.changes[:1] if slip.kind == "cell" else slip.changes
        cells = cells or tuple(change.cell for change in own)
        return Finding(rule.id, rule.level, inner_quotes(message), cells, repairs=repairs)

    def _settled(self, slips: Sequence[ErrorCause]) -> set[int]:
        """Return the places of the equalities that hold once these slips are put right."""
        changes = {change.cell: change.should_be for slip in slips for change in slip.changes}
        if not changes:
            return set()
        form, sums = self._form, self._sums
        given = {c: n for c, n in sums.printed.items() if c in sums.controls or not form.cells[c].is_derived}
        entered = {c: n for c, n in {**given, **changes}.items() if not form.cells[c].is_derived}
        stored = {c: n for c, n in {**given, **changes}.items() if c in sums.controls}
        numbers = {**entered, **compute_totals(form, entered), **stored}
        return {i for i in self._sentences if holds(form.equations[i].operator, _missing(form.equations[i], numbers))}


def _is_row(form: FormDefinition, equation: Equation) -> bool:
    return len({form.cells[code].row for code in equation.codes}) == 1


def _missing(equation: Equation, numbers: Mapping[str, Number]) -> Number:
    left, right = (sum(times * numbers[c] for c, times in side) for side in (equation.left, equation.right))
    return left - right


def _has(repair: Repair, slip: ErrorCause) -> bool:
    changes = slip.changes[:1] if slip.kind == "cell" else slip.changes
    return {(c.cell, c.should_be) for c in changes} <= {(c.cell, c.should_be) for c in repair.changes}


class _Said(NamedTuple):
    variant: str
    text: str


def _sentence_of(
    form: FormDefinition, messages: Mapping[str, str], slip: ErrorCause, repair: Repair, variant: str = ""
) -> _Said:
    """Return the sentence that names a slip, in the words of a possibility where ``variant`` is "maybe_"."""
    names = [form.cells[change.cell].name for change in slip.changes]
    values = ["未填" if c.value is None else format_number(c.value) for c in slip.changes]
    wanted = [format_number(c.should_be) for c in slip.changes]
    why = slip.changes[0].why
    note = "" if why == BY_TOTALS else f"（{why}）"
    if slip.line:
        of = form.tables[form.cells[slip.changes[0].cell].table]
        by_row = slip.kind == "row"
        crossing = [
            (of.columns[form.cells[c.cell].column] if by_row else of.rows[form.cells[c.cell].row]).name
            for c in slip.changes
        ]
        should_be = "、".join(f"“{name}”应为{value}" for name, value in zip(crossing, wanted, strict=True))
        told = messages[f"{variant}shift"]
        kind = "行" if by_row else "列"
        return _Said("shift", told.format(line=slip.line.name, kind=kind, where=slip.where, should_be=should_be))
    if slip.kind == "exchange":
        told = messages[f"{variant}exchange"]
        return _Said("exchange", told.format(first=names[0], second=names[1], values=values, wanted=wanted, why=why))
    parts = {code for e in form.equations if e.computes == slip.changes[0].cell for code, _ in e.right}
    kind = "suspect"
    if form.cells[slip.changes[0].cell].is_derived:
        is_sum = parts.isdisjoint(change.cell for change in repair.changes)
        kind = "total" if is_sum else "total_suspect"
    return _Said(kind, messages[kind].format(cell=names[0], value=values[0], should_be=wanted[0], note=note))
