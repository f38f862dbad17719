"""Reads the days of a row: those with their year, and those without once somebody has said which year it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple

from core.office.register.days import FIRST_YEAR, LAST_YEAR, is_of_no_calendar, read_day, without_aside
from core.office.register.headers import Header
from core.office.register.problems import Problem, problem, quoted
from core.office.register.short_days import ShortDay, before_the_turn, holds_amounts, short_day
from core.office.register.values import CellFault, RegisterRow, RegisterSheet, Value, value_text
from core.office.register.vocabulary import BILLED_ON, CLOSED, COMPLETED_ON, EXTENDED_ON, RECEIVED
from core.report.entry_text import NOTHING

DAYS = (COMPLETED_ON, EXTENDED_ON, BILLED_ON)
"""The days of a row beside those of its receipt and its end."""


class Years(NamedTuple):
    """The report year, and the year of days that are written without one; None where nobody has said it."""

    report: int
    of_days: int | None = None

    @property
    def latest(self) -> date:
        """The last day that may have come; a clock that is late must not make the days of a report year wrong."""
        return max(date.today(), date(self.report + 1, 1, 31))

    def is_beyond(self, received: date | None, closed: date | None) -> bool:
        """Whether a case with these days counts nowhere in the report year."""
        is_later = received is not None and received.year > self.report
        return is_later or (closed is not None and closed.year < self.report)


class DayReader:
    """Reads the days of the rows of a sheet."""

    def __init__(self, sheet: RegisterSheet, header: Header, years: Years) -> None:
        self._sheet = sheet
        self._years = years
        self._year = years.of_days or years.report
        self._columns = {name: header.columns[name] for name in (RECEIVED, CLOSED, *DAYS) if name in header.columns}
        self._latest = years.latest
        self._later: Mapping[int, date] = {}
        if years.of_days:
            rows = [row for row in sheet.rows if row.number > header.last]
            self._later = before_the_turn(rows, self._columns[RECEIVED], self._year)

    @cached_property
    def _amounts(self) -> frozenset[str]:
        """The fields that hold numbers which are no days, so that none of them is taken for one without a year."""
        named = ((name, column) for name, column in self._columns.items() if name in DAYS)
        return frozenset(name for name, column in named if holds_amounts(self._sheet.rows, column, self._year))

    def read(self, row: RegisterRow, problems: list[Problem]) -> tuple[dict[str, date | None], set[str]]:
        """Return the day of each field, None for none, and the fields whose year somebody else said.

        What is no day is a problem.
        """
        days: dict[str, date | None] = {}
        short: set[str] = set()
        for name, column in self._columns.items():
            value = row.values.get(column)
            text = value_text(value).strip()
            if value is None or not text or (text in NOTHING and name != RECEIVED):
                days[name] = None
                continue
            found = self._short(name, value) if self._years.of_days else None
            if found is None:
                days[name] = self._whole(name, value, text, problems)
                continue
            days[name] = self._sure(row, name, found, text, problems)
            if days[name]:
                short.add(name)
        return days, short

    def lacks_year(self, row: RegisterRow) -> bool:
        """Whether a day of a row is written without its year, and nobody has said which it is."""
        return not self._years.of_days and any(
            self._short(name, row.values.get(column)) for name, column in self._columns.items()
        )

    def order_problems(self, days: Mapping[str, date | None], short: set[str]) -> list[Problem]:
        """Return which days lie before the receipt: of the end always, of the others where they lack their year.

        Then they may be of the next year, or the receipt of the year before; nobody guesses which.
        """
        received, closed = days[RECEIVED], days.get(CLOSED)
        if not received:
            return []
        found: list[Problem] = []
        if closed and closed < received:
            variant = "short" if short & {RECEIVED, CLOSED} else ""
            found.append(problem("REG-2", variant, closed=closed, received=received, year=self._year))
        for name in DAYS:
            day = days.get(name)
            if day and day < received and short & {RECEIVED, name}:
                found.append(problem("REG-5", "before", field=name, day=day, received=received, year=self._year))
        return found

    def _short(self, name: str, value: Value | None) -> ShortDay | None:
        if name in self._amounts:
            return None
        return short_day(value, self._year, is_of_text_file=not self._sheet.name)

    def _sure(self, row: RegisterRow, name: str, found: ShortDay, text: str, problems: list[Problem]) -> date | None:
        """Return a day without its year as of the year that was said, where nothing speaks against it."""
        day, other, later = found.day, found.other, self._later.get(row.number)
        if day is None:
            problems.append(problem("REG-5", "no_such_day", field=name, text=quoted(text)))
        elif other is not None:
            parts = {"month": day.month, "ones": day.day, "tens": other.day}
            problems.append(problem("REG-5", "unsure", field=name, text=quoted(text), **parts))
            return None
        elif later is not None and name == RECEIVED:
            problems.append(problem("REG-5", "turn", field=name, text=quoted(text), later=later))
            return None
        return day

    def _whole(self, name: str, value: Value, text: str, problems: list[Problem]) -> date | None:
        """Return a day that gives its year."""
        alone = without_aside(value)
        day = None if isinstance(value, CellFault) else read_day(alone, from_1904=self._sheet.counts_from_1904)
        if day is None:
            variant = "no_such_day" if is_of_no_calendar(alone) else ""
            problems.append(problem("REG-5", variant, field=name, text=quoted(text)))
        elif not FIRST_YEAR <= day.year <= LAST_YEAR:
            problems.append(problem("REG-5", "year", field=name, text=quoted(text)))
            return None
        elif day > self._latest:
            problems.append(problem("REG-5", "future", field=name, text=quoted(text)))
            return None
        return day
