"""What the units of a desk come to: the ledger, and what does not agree with it."""

from __future__ import annotations

from core.office.collection.desk import ERRORS, Desk
from core.office.collection.desk_rules import DeskSettings
from core.office.collection.last_year import LastReports, last_years_numbers
from core.office.collection.ledger import (
    Column,
    LastYear,
    Ledger,
    carried_differences,
    column_of,
    listed,
    make_ledger,
    own_report_differences,
)


def added_up(desk: Desk, last: LastReports | None, settings: DeskSettings) -> tuple[Ledger, LastYear | None]:
    """Return the ledger and last year's numbers; what does not agree with them is noted at the desk."""
    columns = [
        column_of(desk.form, unit.name, unit.record, is_in_sum=unit.in_sum)
        for unit in desk.units
        if unit.record is not None and unit.record.year == desk.year and not unit.is_own
    ]
    ledger = make_ledger(desk.form, columns, _undecided(desk))
    own = desk.own
    if own is not None and own.record is not None and ledger.cells:
        files = [file.name for file in own.reports if file.record is own.record]
        differences = own_report_differences(ledger, own.record, files[0])
        if differences:
            desk.note(differences)
            own.state = ERRORS
    before = last_years_numbers(desk, last, settings) if last is not None else None
    if before is not None:
        desk.note(carried_differences(ledger, before, {unit.name: unit.plain for unit in desk.units}))
    return ledger, before


def summed_in_words(desk: Desk, ledger: Ledger) -> str:
    """Return how many units are added up, with those that need not report: 3个单位（其中应报以外的1个：县扶贫办）."""
    expected = {unit.name for unit in desk.expected}
    others = [column.name for column in ledger.summed if column.name not in expected]
    said = f"（其中应报以外的{len(others)}个：{listed(others)}）" if others else ""
    return f"{len(ledger.summed)}个单位{said}"


def _undecided(desk: Desk) -> list[Column]:
    """Return the numbers of reports that are not added up since their units sent several."""
    return [
        column_of(desk.form, unit.name, file.record, is_in_sum=False)
        for unit in desk.units
        if unit.record is None and not unit.is_own
        for file in unit.reports
        if file.record.year in (None, desk.year)
    ]
