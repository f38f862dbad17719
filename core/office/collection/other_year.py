"""Whether most of the reports that came are of another year than the one that is collected: then that one is wrong."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from core.office.collection.desk import Desk
from core.office.collection.file_record import REPORT

_LEAST = 3
"""Fewer reports tell nothing about the others."""


class OtherYear(NamedTuple):
    """Of which year most reports are.

    Attributes:
        year: That year.
        of_it: How many reports are of it.
        total: How many reports name a year.
    """

    year: int
    of_it: int
    total: int


def other_year(desk: Desk) -> OtherYear | None:
    """Return of which other year more than half of the reports are; None where the desk's year may be meant."""
    files = [*(file for unit in desk.units for file in unit.files), *desk.lost]
    years = Counter(file.record.year for file in files if file.record.kind == REPORT and file.record.year)
    if not years:
        return None
    (year, count), total = years.most_common(1)[0], years.total()
    return OtherYear(year, count, total) if year != desk.year and count >= _LEAST and count * 2 > total else None
