"""汇总台账: the numbers of all units side by side, their sum, and what it is compared with (rules B-07 and B-08).

A blank adds nothing and is named; totals are those of the sum, so its equalities hold whatever a unit printed.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from core.base.short_texts import some_of
from core.form.form_definition import FormDefinition
from core.office import carry_over
from core.office.collection.desk_rules import BatchFinding, batch_finding
from core.office.collection.file_record import FileRecord
from core.report.entry_text import Number, format_number, number_or_blank
from core.report.totals import compute_totals

_MOST_NAMES = 10
_NOT_COUNTED = "（未计入）"
_ENOUGH_CELLS = 3
"""Cells that one unit, or two together, must fit to be named for all: one or two fit by chance."""

_MOST_APART = 300
"""Units that are not added up among which two are looked for; more are not units that were forgotten."""


@dataclass(frozen=True, slots=True)
class Column:
    """The numbers of one unit.

    Attributes:
        name: The unit.
        is_in_sum: Whether they are added up.
        numbers: By code of the form of the year: what was entered, and the totals whose parts are all there.
        blanks: Codes of the entered cells that hold no number, those of 信息处理费 included.
        notes: Chinese phrases about rows that count otherwise.
        refused: Codes of those of the blanks that hold what is no number.
    """

    name: str
    is_in_sum: bool
    numbers: Mapping[str, Number]
    blanks: tuple[str, ...]
    notes: tuple[str, ...]
    refused: tuple[str, ...] = ()

    @property
    def blank_fees(self) -> list[str]:
        """Those of the blanks that stand in no table."""
        return [code for code in self.blanks if code.startswith("fee.")]

    @property
    def blank_cells(self) -> list[str]:
        """Those of the blanks that stand in a table and hold nothing at all."""
        return [code for code in self.blanks if not code.startswith("fee.") and code not in self.refused]


@dataclass(frozen=True, slots=True)
class LastYear:
    """What last year's reports say, for the sum.

    Attributes:
        year: The year before the one that is collected.
        columns: Of each unit by its plain name; empty where only the sum is known.
        total: The numbers of last year's summed report; None where the units are known.
    """

    year: int
    columns: Mapping[str, Column] = field(default_factory=dict)
    total: Mapping[str, Number] | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """The numbers of all units.

    Attributes:
        columns: One for each unit with a readable report of the year, in the order of the list.
        cells: The sum by code; empty where no unit counts.
        given: Codes of the entered cells in which at least one unit that counts has a number.
        undecided: One for each of several differing reports of a unit that is not added up until one is chosen.
    """

    form: FormDefinition
    columns: tuple[Column, ...]
    cells: Mapping[str, Number]
    given: frozenset[str]
    undecided: tuple[Column, ...] = ()

    @property
    def summed(self) -> tuple[Column, ...]:
        """The columns that are added up."""
        return tuple(column for column in self.columns if column.is_in_sum)

    def parts(self, code: str) -> list[tuple[str, Number]]:
        """Return which units give how much to a cell, those that give 0 left out."""
        return [(c.name, number) for c in self.summed if (number := c.numbers.get(code))]


def column_of(form: FormDefinition, name: str, record: FileRecord, *, is_in_sum: bool) -> Column:
    """Return the numbers of a report by the cells of a form."""
    blanks = tuple(code for code in (*form.entered, *form.outside_tables) if code not in record.figures)
    refused = tuple(code for code in blanks if code in record.refused)
    return Column(name, is_in_sum, record.numbers(form), blanks, record.notes, refused)


def make_ledger(form: FormDefinition, columns: Sequence[Column], undecided: Sequence[Column] = ()) -> Ledger:
    """Add up the columns that count."""
    summed = [column for column in columns if column.is_in_sum]
    entered = (*form.entered, *form.outside_tables)
    given = frozenset(code for code in entered if any(code in column.numbers for column in summed))
    cells: dict[str, Number] = {}
    if summed:
        cells = {code: sum(column.numbers.get(code, 0) for column in summed) for code in entered}
        totals = compute_totals(form, cells)
        cells = {code: cells[code] if code in cells else totals[code] for code in form.cells}
    return Ledger(form, tuple(columns), cells, given, tuple(undecided))


def own_report_differences(ledger: Ledger, own: FileRecord, file: str) -> list[BatchFinding]:
    """Return a finding for each cell in which the government's own report is not the sum (rule B-07).

    The totals that differ because of their parts are told once, together: which unit would fit them is chance. Where
    the government has less, only a unit that counts can be missing. One unit that explains every cell is told first, or
    two that are not added up and explain every cell together.
    """
    form = ledger.form
    printed = own.printed(form)
    found: list[BatchFinding] = []
    following: dict[str, str] = {}
    told = set[str]()
    pair = _two_left_out(ledger, printed)
    only = "" if pair else _one_unit(ledger, printed)
    for code, total in ledger.cells.items():
        cell = form.cells[code]
        number = printed.get(code)
        if number == total or (number is None and (not cell.table or code in form.derived)):
            continue  # what only a text prints is not read from it; a total is blank because of its parts
        values = {"cell": cell.name, "sum": format_number(total)}
        told.add(code)
        if number is None:
            found.append(batch_finding("B-07", values, "blank", files=[file], cells=[code]))
            continue
        difference = max(number - total, total - number)
        values |= {"own": format_number(number), "difference": format_number(difference)}
        if _follows(form, code, number, printed, told):
            following[code] = "“{cell}”（政府报告{own}、台账{sum}）".format(**values)
            continue
        is_both = sum(column.numbers.get(code, 0) for column in pair) == difference
        together = [column.name for column in pair if is_both and column.numbers.get(code)]
        units = together or sorted(_fitting(ledger, code, number), key=lambda name: name != only)
        values["units"] = listed([_as_counted(ledger, name) for name in units])
        variant = "together" if len(together) > 1 else "units" if units else ""
        found.append(batch_finding("B-07", values, variant, units=units, files=[file], cells=[code]))
    if following:
        shown = listed(list(following.values()), "处")
        found.append(batch_finding("B-07", {"totals": shown}, "totals", files=[file], cells=following))
    return [*_told_first(ledger, [column.name for column in pair] or [only], file, found), *found]


def _told_first(ledger: Ledger, units: Sequence[str], file: str, found: Sequence[BatchFinding]) -> list[BatchFinding]:
    """Return what is told before the cells: which unit, or which two together, explain them; nothing for none."""
    cells = [code for finding in found for code in finding.cells if any(unit in finding.units for unit in units)]
    if not cells:
        return []
    values = {"count": str(len(cells)), "unit": listed([_as_counted(ledger, name) for name in units])}
    variant = "one" if len(units) == 1 else "two"
    return [batch_finding("B-07", values, variant, units=units, files=[file], cells=cells)]


def _follows(
    form: FormDefinition, code: str, number: Number, printed: Mapping[str, Number], told: Collection[str]
) -> bool:
    """Whether a total is what the government's own cells come to, some of which differ from the sum themselves."""
    return any(
        any(part in told for part, _ in equation.right)
        and number == sum(factor * printed.get(part, 0) for part, factor in equation.right)
        for equation in form.equations
        if equation.computes == code
    )


def _fitting(ledger: Ledger, code: str, number: Number) -> list[str]:
    """Return the units that may explain why the government has this number in place of the sum."""
    total = ledger.cells[code]
    difference = max(number - total, total - number)
    known = (*ledger.columns, *ledger.undecided)
    fitting = [column for column in known if column.numbers.get(code) == difference]
    return list(dict.fromkeys(column.name for column in fitting if column.is_in_sum or number > total))


def _as_counted(ledger: Ledger, name: str) -> str:
    """Return the name of a unit, with a word where it is not added up: then nothing is there to be found twice."""
    return name if any(column.name == name for column in ledger.summed) else f"{name}{_NOT_COUNTED}"


def _one_unit(ledger: Ledger, printed: Mapping[str, Number]) -> str:
    """Return the only unit that fits all entered cells that any unit fits, all above the sum or all below; else ""."""
    differing = [c for c in ledger.form.entered if c in printed and c in ledger.cells and printed[c] != ledger.cells[c]]
    fitting = {code: set(units) for code in differing if (units := _fitting(ledger, code, printed[code]))}
    common = set.intersection(*fitting.values()) if len(fitting) >= _ENOUGH_CELLS else set()
    directions = {printed[code] > ledger.cells[code] for code in fitting}
    return common.pop() if len(common) == 1 and len(directions) == 1 else ""


def _two_left_out(ledger: Ledger, printed: Mapping[str, Number]) -> tuple[Column, ...]:
    """Return the only two units that are not added up and come to what the government has more, in every cell.

    Nothing where one of them does so alone, or where few cells differ: then a pair fits by chance.
    """
    entered = [code for code in ledger.form.entered if code in printed and code in ledger.cells]
    more = {code: number for code in entered if (number := printed[code] - ledger.cells[code])}
    apart = [column for column in (*ledger.columns, *ledger.undecided) if not column.is_in_sum]
    apart = [column for column in apart if any(column.numbers.get(code) for code in more)]
    if len(more) < _ENOUGH_CELLS or min(more.values()) < 0 or len(apart) > _MOST_APART:
        return ()
    fitting = [
        (one, other)
        for one, other in combinations(apart, 2)
        if one.name != other.name
        and all(one.numbers.get(code, 0) + other.numbers.get(code, 0) == more.get(code, 0) for code in entered)
    ]
    return fitting[0] if len(fitting) == 1 else ()


def carried_differences(ledger: Ledger, last: LastYear, plain: Mapping[str, str]) -> list[BatchFinding]:
    """Return a finding for each column whose 上年结转 is not last year's 结转下年度 of the same units (rule B-08).

    Args:
        ledger: This year's.
        last: Last year's.
        plain: The plain name of each unit of the ledger.
    """
    found = []
    both = [column for column in ledger.summed if plain[column.name] in last.columns]
    for source, target in carry_over.carried_codes(ledger.form):
        if target in ledger.form.derived:
            continue  # it follows from the others
        names = {"cell": ledger.form.cells[target].name, "before": ledger.form.cells[source].name}
        if last.total is not None:
            before, now = last.total.get(source), ledger.cells.get(target)
            if before is not None and now is not None and before != now:
                found.append(batch_finding("B-08", {**names, **_differing(now, before)}, "total", cells=[target]))
            continue
        pairs = [(c.name, c.numbers.get(target), last.columns[plain[c.name]].numbers.get(source)) for c in both]
        differing = [(name, now, before) for name, now, before in pairs if (now or 0) != (before or 0)]
        if differing:
            values = names | _differing(sum(now or 0 for _, now, _ in pairs), sum(old or 0 for _, _, old in pairs))
            shown = [f"{n}本年{number_or_blank(now)}、上年{number_or_blank(before)}" for n, now, before in differing]
            values |= {"units": "；".join(shown[:_MOST_NAMES]), "changed": changed_units(ledger, last, plain)}
            values["count"] = str(len(both))
            units = [name for name, _, _ in differing]
            found.append(batch_finding("B-08", values, units=units, cells=[target]))
    return found


def joined_and_left(ledger: Ledger, last: LastYear, plain: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Return the units that are added up and had no report last year, and those of last year that are no units now.

    Args:
        ledger: This year's.
        last: Last year's.
        plain: The plain name of each unit of this year, also of those without a report.
    """
    if last.total is not None:
        return [], []
    known = set(plain.values())
    joined = [column.name for column in ledger.summed if plain[column.name] not in last.columns]
    return joined, [column.name for key, column in last.columns.items() if key not in known]


def changed_units(ledger: Ledger, last: LastYear, plain: Mapping[str, str]) -> str:
    """Return who joined and who left in words; "" for nobody."""
    joined, left = joined_and_left(ledger, last, plain)
    words = [f"本年新增：{listed(joined)}。"] if joined else []
    return "".join([*words, f"上年有、本年没有：{listed(left)}。"] if left else words)


def listed(names: Sequence[str], counted: str = "个单位") -> str:
    """Return names for a sentence, the first ten of many."""
    return some_of(names, _MOST_NAMES, counted)


def _differing(now: Number, before: Number) -> dict[str, str]:
    return {
        "now": format_number(now),
        "last": format_number(before),
        "difference": format_number(max(now - before, before - now)),
    }
