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
        of_it: How many reports are of it, of each unit one.
        total: How many reports name a year, of each unit one a year.
    """

    year: int
    of_it: int
    total: int


def other_year(desk: Desk) -> OtherYear | None:
    """Return of which other year more than half of the reports are; None where the desk's year may be meant."""
    lots = [*(unit.files for unit in desk.units), *([file] for file in desk.lost)]
    told = ({f.record.year for f in files if f.record.kind == REPORT and f.record.year} for files in lots)
    years = Counter(year for of_unit in told for year in of_unit)  # a unit that sends three files counts once
    if not years:
        return None
    (year, count), total = years.most_common(1)[0], years.total()
    return OtherYear(year, count, total) if year != desk.year and count >= _LEAST and count * 2 > total else None
