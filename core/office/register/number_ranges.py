"""登记号 that are likely a range, as 7-9 between 6 and 10: several applications in one row, which is asked about.

A hyphen or a dash alone says little: 2025-12 is one number, and so is 3-2 where a department or a second answer is
meant. A range is only likely where the numbers around it leave it its place and no row has one of its numbers; or where
rows have some of them or all, as 13 beside 12-14, and the row, which counts as one, makes the count wrong.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from core.office.register.headers import Header
from core.office.register.problems import Problem, problem, quoted
from core.office.register.rows import SEVERAL, RowKey, number_of
from core.office.register.same_numbers import compared_number, names_several, parts_of
from core.office.register.values import RegisterSheet
from core.office.register.vocabulary import NUMBER, plain, register_rules

_RANGE = re.compile(r"(\d+)[号#]?(?:[-‐‑‒–—―−─]+|一)第?(\d+)[号件#]?[)\]〕]?$")
_ASIDE = re.compile(r"[(\[〔【（][^\d()\[\]〔〕【】（）]*[)\]〕】）]\s*$")
"""Words in brackets behind a number, as in 2-4（合并）."""
_YEARS = range(1990, 2100)
_MOST = 50
"""Applications that one row may be taken for."""
_NEAR = 5
"""Numbers that may be missing between a range and its only neighbour."""
_LONG_NUMBER = 5
"""Digits of a number, of which a range may give only the last ones at its end: 2025001-003."""

_Parts = tuple[str, ...]
_Span = tuple[int, int]


class _Numbered(NamedTuple):
    """A row with the numbers that it may stand for.

    Attributes:
        prefix: What stands before the number, or before the range.
        stem: What stands before the last number: of 7-9, which may be number 9 of 7, it is 7.
        first: The number; the first one of a range.
        last: The last one of a range; the number where it is none.
        is_day: Whether Excel has made a day of what was typed.
    """

    key: RowKey
    prefix: _Parts
    stem: _Parts
    first: int
    last: int
    is_day: bool = False

    @property
    def is_range(self) -> bool:
        """Whether it may be a range."""
        return self.first < self.last

    @property
    def span(self) -> _Span:
        """Its first and its last number."""
        return self.first, self.last


class _Place(NamedTuple):
    """Where a row stands that is likely a range.

    Attributes:
        beside: The rows that show it.
        own: The numbers of the range that have rows of their own, in their order.
    """

    beside: Sequence[_Numbered]
    own: Sequence[int] = ()


def range_problems(
    sheets: Iterable[tuple[RegisterSheet, Header]], keys: Collection[RowKey], decided: Collection[RowKey]
) -> dict[RowKey, Problem]:
    """Return the rows whose number is likely a range, each with what to ask of it.

    Args:
        sheets: The sheets with their headers.
        keys: The rows to be looked at.
        decided: Those that the clerk has decided to count as one.
    """
    wanted = set(keys) - set(decided)
    found: dict[RowKey, Problem] = {}
    for sheet, header in sheets:
        rows = list(_numbered(sheet, header))
        spans: dict[_Parts, set[_Span]] = defaultdict(set)
        for row in rows:
            spans[row.stem].add(row.span)
        neighbours = _Neighbours(rows)
        for at, row in enumerate(rows):
            is_alone = len(spans[row.stem]) == 1  # 3-1 and 3-4 are numbers of 3
            if row.is_range and row.key in wanted and is_alone and (place := neighbours.of(at)):
                found[row.key] = _problem(row, place)
    return found


def _numbered(sheet: RegisterSheet, header: Header) -> Iterator[_Numbered]:
    """Yield the rows of a sheet whose number ends in digits."""
    for row in sheet.rows:
        value = row.values.get(header.columns[NUMBER])
        number = number_of(value)
        if row.number <= header.last or not number:
            continue
        key = RowKey(sheet.name, row.number, number)
        number = _ASIDE.sub("", number) or number
        *stem, last = compared_number(number).split("-")
        if isinstance(value, date) and value.month < value.day:
            yield _Numbered(key, (), (str(value.month),), value.month, value.day, is_day=True)
        elif span := _span(number):
            yield _Numbered(key, span[0], tuple(stem), *span[1])
        elif last.isdecimal():
            yield _Numbered(key, tuple(stem), tuple(stem), int(last), int(last))


def _span(number: str) -> tuple[_Parts, _Span] | None:
    """Return what stands before a range, and its ends; None where a number is no range, or surely several."""
    text = plain(number)
    match = _RANGE.search(text)
    if match is None or names_several(number):
        return None
    first, last = match[1], match[2]
    if len(first) > max(len(last), _LONG_NUMBER - 1) and len(last) > 1:
        last = first[: -len(last)] + last
    ends = int(first), int(last)
    prefix = tuple(parts_of(text[: match.start()]))
    are_years = not prefix and ends[0] in _YEARS and ends[1] in _YEARS
    return (prefix, ends) if ends[0] and not are_years and 0 < ends[1] - ends[0] < _MOST else None


class _Alike:
    """Rows whose numbers go together, arranged so that one of them finds its neighbours at once."""

    def __init__(self, rows: Sequence[_Numbered], places: Sequence[int]) -> None:
        self._rows = rows
        self._places = places  # in the order of the sheet
        members = [rows[place] for place in places]
        self._spans = Counter(one.span for one in members)
        self._firsts, self._lasts = (sorted(one.span[end] for one in members) for end in (0, 1))
        self._beginning: dict[int, list[int]] = defaultdict(list)
        self._ending: dict[int, list[int]] = defaultdict(list)
        for place in places:
            self._beginning[rows[place].first].append(place)
            self._ending[rows[place].last].append(place)
        self.singles = [one.first for one in members if not one.is_range]
        self._own = set(self.singles)
        self._sorted = sorted(self.singles)
        self._falls = sum(a > b for a, b in pairwise(self.singles)) * 2 > len(self.singles) - 1

    def partly_there(self, at: int) -> _Place | None:
        """Return the place of a range of which rows have some numbers or all; None where it counts as it should.

        Of 3-4 beside 4 nothing is asked: the row counts as one, and only number 3 has no other.
        """
        row = self._rows[at]
        own = [number for number in range(row.first, row.last + 1) if number in self._own]
        if not own or len(own) == row.last - row.first or self._is_met(row, but_singles=True):
            return None
        here = bisect_left(self._places, at)
        near = [one for one in (self._at(here - 1), self._at(here + 1)) if one is not None]
        is_here = any(row.first - 1 <= one.first and one.last <= row.last + 1 for one in near)
        around = bisect_right(self._sorted, row.last + _NEAR) - bisect_left(self._sorted, row.first - _NEAR)
        goes_on = around > self._singles_in(row)
        return _Place(near, own) if is_here and goes_on else None

    def beside(self, at: int, *, may_lack_a_side: bool) -> list[_Numbered]:
        """Return the rows before and after one of them where they leave it the place of a range.

        Args:
            at: Place of the row, which may be a range.
            may_lack_a_side: Whether one neighbour is enough.
        """
        row = self._rows[at]
        if self._is_met(row):
            return []
        here = bisect_left(self._places, at)
        sides = [self._at(here - 1), self._at(here + 1)]
        near = [one for one in sides if one is not None]
        if touching := self._touching(row, at):
            return near if any(_goes_on(row, one) for one in near) else touching
        if not self.singles:
            return []
        before, after = reversed(sides) if self._falls else sides
        gaps = [row.first - before.last] if before else []
        gaps += [after.first - row.last] if after else []
        is_enough = len(gaps) == len(sides) or (may_lack_a_side and gaps and max(gaps) <= _NEAR)
        return near if is_enough and min(gaps) > 0 else []

    def _at(self, here: int) -> _Numbered | None:
        return self._rows[self._places[here]] if 0 <= here < len(self._places) else None

    def _is_met(self, row: _Numbered, *, but_singles: bool = False) -> bool:
        """Whether one of them has a number in common with a row, and is not the same; or only another range."""
        before = bisect_left(self._lasts, row.first)
        behind = len(self._firsts) - bisect_right(self._firsts, row.last)
        single = self._singles_in(row) if but_singles else 0
        return len(self._places) - before - behind - single > self._spans[row.span]

    def _singles_in(self, row: _Numbered) -> int:
        return bisect_right(self._sorted, row.last) - bisect_left(self._sorted, row.first)

    def _touching(self, row: _Numbered, at: int) -> list[_Numbered]:
        """Return those that go on where a row ends, or the other way round: of many the two nearest in the sheet."""
        places = set[int]()
        for found in (self._beginning.get(row.last + 1, []), self._ending.get(row.first - 1, [])):
            here = bisect_left(found, at)
            places.update(found[max(here - 2, 0) : here + 2])
        nearest = sorted(places, key=lambda place: abs(place - at))[:2]
        return [self._rows[place] for place in sorted(nearest)]


def _goes_on(row: _Numbered, other: _Numbered) -> bool:
    return other.first == row.last + 1 or other.last == row.first - 1


class _Neighbours:
    """The rows of a sheet by what stands before their number."""

    def __init__(self, rows: Sequence[_Numbered]) -> None:
        self._rows = rows
        self._alike = self._grouped(lambda row: row.prefix)
        self._digits = self._grouped(lambda row: _digits(row.prefix))
        self._all = _Alike(rows, range(len(rows)))

    def _grouped(self, kind: Callable[[_Numbered], _Parts]) -> dict[_Parts, _Alike]:
        places: dict[_Parts, list[int]] = defaultdict(list)
        for place, row in enumerate(self._rows):
            places[kind(row)].append(place)
        return {key: _Alike(self._rows, found) for key, found in places.items()}

    def of(self, at: int) -> _Place | None:
        """Return the place of a row that is likely a range; None where it is rather one number.

        Words before the number are left out where no other row has them, as in 依申请19-21号 beside 18 and 22; a
        range without anything before it may stand beside whole numbers, as 7-9 beside 2025-6.
        """
        row = self._rows[at]
        alike = self._alike[row.prefix]
        if alike.singles:
            near = alike.beside(at, may_lack_a_side=True)
            return _Place(near) if near else alike.partly_there(at)
        digits = self._digits[_digits(row.prefix)]
        found = digits if row.prefix or digits.singles else self._all
        if near := found.beside(at, may_lack_a_side=False):
            return _Place(near)
        return found.partly_there(at) if row.prefix else None  # 7-9 beside 网7 and 信8 says nothing


def _digits(parts: _Parts) -> _Parts:
    return tuple(part for part in parts if part.isdecimal())


def _problem(row: _Numbered, place: _Place) -> Problem:
    """Say what a number is taken for, and why."""
    count = row.last - row.first + 1
    taken_for = register_rules()[SEVERAL].params["dated" if row.is_day else "range"]
    said = taken_for.format(first=row.first, last=row.last, count=count)
    variant, beside = "range", "、".join(quoted(one.key.number) for one in place.beside)
    if place.own:
        variant = "range_partly" if len(place.own) < count else "range_doubled"
        beside = "、".join(str(number) for number in place.own)
    return problem(SEVERAL, variant, number=quoted(row.key.number), taken_for=said, beside=beside)
