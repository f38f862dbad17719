"""Takes what a register counts over into the report: as one change, with where the numbers come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from core.form.blocks import blocks_of
from core.office.department_split import named_departments, origin_at
from core.office.register.cases_kept import keep_cases
from core.office.register.count import RegisterCount
from core.office.register.findings import listed
from core.office.register.rows import Decisions
from core.report.change import Change
from core.report.counted_cells import kept_cases
from core.report.entry_text import Entry, Number, entry_as_text, format_number
from core.report.report import Origin, Report
from core.report.totals import report_numbers

_CHANGED = "台账数出{count}件，后来改为{now}"
_FROM_CASES, _FROM_NONE = "台账 登记号", "台账（没有申请）"


@dataclass(frozen=True, slots=True)
class CountedCell:
    """One number of the register beside that of the report.

    Attributes:
        name: What messages call it.
        old: What stands in the report.
        new: What the register counts.
        more: 登记号 that count here now and did not at the last count.
        fewer: 登记号 that counted here and do not any more.
    """

    code: str
    name: str
    old: Entry
    new: Number
    more: tuple[str, ...] = ()
    fewer: tuple[str, ...] = ()

    @property
    def is_other(self) -> bool:
        """Whether the report has another number, or none."""
        return self.old != self.new

    @property
    def moved(self) -> str:
        """What moved since the last count, by 登记号; "" where nothing did."""
        said = [f"增加{listed(self.more)}"] if self.more else []
        said += [f"减少{listed(self.fewer)}"] if self.fewer else []
        return "；".join(said)


def counted_cells(report: Report, counted: RegisterCount) -> list[CountedCell]:
    """Return every number of the register beside that of the report, totals left out, in the order of the form."""
    form, kept = report.form, kept_cases(report)
    behind = counted.numbers_behind
    made = []
    for code, number in counted.counted.numbers.items():
        cell = form.cells[code]
        if cell.is_derived:
            continue
        now, before = list(behind[code]), list(kept.get(code, ()))
        more = tuple((Counter(now) - Counter(before)).elements()) if kept else ()
        fewer = tuple((Counter(before) - Counter(now)).elements()) if kept else ()
        made.append(CountedCell(code, cell.name, report.cells.get(code), number, more, fewer))
    return made


def take_over(report: Report, counted: RegisterCount, codes: Collection[str], day: str) -> Change:
    """Return what enters the chosen numbers, with their cases and where they come from.

    Args:
        report: The report.
        counted: What the register counts.
        codes: The cells whose numbers are taken; totals follow.
        day: Today, YYYY-MM-DD.
    """
    numbers = {code: counted.counted.numbers[code] for code in codes}
    change = Change.of_cells(report, numbers)
    behind = counted.numbers_behind
    kept = keep_cases(report, {code: behind[code] for code in codes})
    return replace(change, origins=_origins(report, counted, codes, day), status=kept.status)


def _origins(
    report: Report, counted: RegisterCount, codes: Collection[str], day: str
) -> dict[str, tuple[Origin | None, Origin | None]]:
    """Return where the numbers of each block come from: the register, with the 登记号 of its cases."""
    behind, departments = counted.numbers_behind, named_departments(report)
    origins: dict[str, tuple[Origin | None, Origin | None]] = {}
    for block in blocks_of(report.form):
        cells = [code for code in block.cells if code in codes]
        if not cells:
            continue
        numbers = list(dict.fromkeys(number for code in cells for number in behind[code]))
        old = report.origins.get(block.code)
        department = old.department if old else departments.get(block.code, "")
        new = Origin(department, old.person if old else "", day, _basis(numbers))
        if new != old:
            origins[block.code] = (old, new)
    return origins


def _basis(numbers: Sequence[str]) -> str:
    return f"{_FROM_CASES}{listed(numbers)}" if numbers else _FROM_NONE


def origin_of_cell(report: Report, code: str) -> Origin | None:
    """Return where the number of a cell came from; None where nothing is noted.

    What is noted of a whole block names all its cases; of a cell only its own are named, none where none are kept.
    A number that was changed since does not come from them: what was counted is named beside it.
    """
    origin = origin_at(report, code)
    if origin is None or not origin.basis.startswith((_FROM_CASES, _FROM_NONE)):
        return origin
    numbers = cases_of(report, code)
    now = report_numbers(report).get(code)
    is_known = bool(numbers) or code in kept_cases(report) or now == 0
    if is_known and report.form.cells[code].unit == "件" and now is not None and now != len(numbers):
        said = _CHANGED.format(count=len(numbers), now=format_number(now))
        return origin._replace(basis=f"{said}（{_basis(numbers)}）" if numbers else said)
    return origin._replace(basis=_basis(numbers) if is_known else "")


def log_sentence(cells: Sequence[CountedCell], decisions: Decisions | None = None) -> str:
    """Return what was done, for the log: numbers that were replaced, and rows that the clerk left out and why."""
    changed = [cell for cell in cells if cell.is_other]
    named = "；".join(
        f"{cell.name}由{entry_as_text(cell.old)}改为{cell.new}" for cell in changed if cell.old is not None
    )
    said = [f"按台账填入{len(changed)}格", *([named] if named else [])]
    reasons: dict[str, list[str]] = {}
    for key, reason in decisions.left_out.items() if decisions else ():
        reasons.setdefault(reason, []).append(key.number or f"第{key.row}行")
    said += [f"不计{listed(numbers)}（{reason}）" for reason, numbers in reasons.items()]
    return "；".join(said)


def cases_of(report: Report, code: str) -> tuple[str, ...]:
    """Return the 登记号 that the report keeps of a cell; those of a total are those of its parts."""
    kept = kept_cases(report)
    equation = next((e for e in report.form.equations if e.computes == code), None)
    if equation is None:
        return kept.get(code, ())
    return tuple(number for part, _ in equation.right for number in cases_of(report, part))
