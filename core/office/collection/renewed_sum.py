"""A 汇总稿 that was worked on, with the numbers of a new sum: its texts stay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from core.office.collection import sum_parts
from core.report.entry_text import Entry
from core.report.report import Origin, Report, numbers_only
from core.report.status_names import SUM_GAPS
from core.report.totals import compute_totals

_OF_THE_SUM = (sum_parts.STATUS, SUM_GAPS)
_LOCKED = "locked_on"


@dataclass(frozen=True, slots=True)
class RenewedSum:
    """What comes of a former 汇总稿 and a new sum.

    Attributes:
        report: The report with the new numbers.
        changed: Codes of the cells whose number is another one now.
        typed_over: Those of them in which somebody had typed a number of his own.
        dropped: Codes of the totals that somebody had entered by hand, of which a part has another number now.
    """

    report: Report
    changed: tuple[str, ...]
    typed_over: tuple[str, ...]
    dropped: tuple[str, ...] = ()


def goes_on(kept: Report, fresh: Report) -> bool:
    """Whether a report is a former 汇总稿 of the same year and form."""
    return kept.form_id == fresh.form_id and kept.year == fresh.year


def is_locked(kept: Report) -> bool:
    """Whether it is a 定稿, which no sum changes."""
    return bool(kept.status.get(_LOCKED))


def renewed_sum(kept: Report, fresh: Report) -> RenewedSum:
    """Return a former 汇总稿 with the numbers of a new sum, and all else as somebody left it.

    A cell that no unit fills in keeps what was typed there, but not what an earlier sum gave it; a total that was
    entered by hand goes where it is another one now. Of a 定稿 only the texts go on: rounds and lock are those of the
    other file.
    """
    earlier = sum_parts.kept_sums(kept)
    cells = {code: _entry(code, kept, fresh, earlier) for code in fresh.form.cells if _is_entered(fresh, code)}
    changed = tuple(code for code, entry in cells.items() if entry != kept.cells.get(code))
    typed = tuple(code for code in changed if earlier and _is_typed(kept.cells.get(code), earlier.get(code)))
    meta = {**fresh.meta, **kept.meta}
    if is_locked(kept):
        report = replace(fresh, meta=meta, texts=kept.texts)
    else:
        given = {name: text for name, text in kept.status.items() if name not in _OF_THE_SUM}
        origins = {**kept.origins, **{code: _origin(kept, code, new) for code, new in fresh.origins.items()}}
        report = replace(kept, meta=meta, origins=origins, status={**given, **fresh.status})
    report = report.with_cells(cells)
    before, now = (compute_totals(fresh.form, numbers_only(one.cells)) for one in (kept, report))
    dropped = tuple(code for code in report.controls if before.get(code) != now.get(code))
    controls = {code: entry for code, entry in report.controls.items() if code not in dropped}
    return RenewedSum(replace(report, controls=controls), changed, typed, dropped)


def _entry(code: str, kept: Report, fresh: Report, earlier: Mapping[str, Entry]) -> Entry:
    new, old = fresh.cells.get(code), kept.cells.get(code)
    return old if new is None and _is_typed(old, earlier.get(code)) else new


def _is_typed(entry: Entry, summed: Entry) -> bool:
    """Whether somebody typed what stands in a cell: an earlier sum gave it something else, or nothing."""
    return entry is not None and entry != summed


def _is_entered(report: Report, code: str) -> bool:
    return not report.form.cells[code].is_derived


def _origin(kept: Report, code: str, new: Origin) -> Origin:
    """Return where numbers come from; the day stays where nothing else is new."""
    old = kept.origins.get(code)
    return old if old is not None and old._replace(date=new.date) == new else new
