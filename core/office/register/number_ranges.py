"""登记号 that are likely a range, as 7-9 between 6 and 10: several applications in one row, which is asked about.

A hyphen or a dash alone says little: 2025-12 is one number, and so is 3-2 where a department or a second answer is
meant. A range is only likely where the numbers around it leave it its place and no row has one of its numbers.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from core.office.register.headers import Header
from core.office.register.problems import Problem, problem, quoted
from core.office.register.rows import SEVERAL, RowKey, number_of
from core.office.register.same_numbers import compared_number, names_several, parts_of
from core.office.register.values import RegisterSheet
from core.office.register.vocabulary import NUMBER, plain

_RANGE = re.compile(r"(\d+)[号#]?(?:[-‐‑‒–—―−─]+|一)第?(\d+)[号件#]?[)\]〕]?$")
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

    def meets(self, other: _Numbered) -> bool:
        """Whether both have a number in common, and are not the same."""
        return other.first <= self.last and self.first <= other.last and self.span != other.span

    def touches(self, other: _Numbered) -> bool:
        """Whether one goes on where the other ends."""
        return other.last + 1 == self.first or self.last + 1 == other.first


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
        for at, row in enumerate(rows):
            is_alone = len(spans[row.stem]) == 1  # 3-1 and 3-4 are numbers of 3
            if row.is_range and row.key in wanted and is_alone and (near := _neighbours(rows, at)):
                found[row.key] = _problem(row, near)
    return found


def _numbered(sheet: RegisterSheet, header: Header) -> Iterator[_Numbered]:
    """Yield the rows of a sheet whose number ends in digits."""
    for row in sheet.rows:
        value = row.values.get(header.columns[NUMBER])
        number = number_of(value)
        if row.number <= header.last or not number:
            continue
        key = RowKey(sheet.name, row.number, number)
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
    return (tuple(parts_of(text[: match.start()])), ends) if 0 < ends[1] - ends[0] < _MOST else None


def _neighbours(rows: Sequence[_Numbered], at: int) -> list[_Numbered]:
    """Return the numbers beside a row that is likely a range; none where it is rather one number.

    Words before the number are left out where no other row has them, as in 依申请19-21号 beside 18 and 22; a range
    without anything before it may stand beside whole numbers, as 7-9 beside 2025-6.
    """
    row = rows[at]
    others = [one for one in rows if one is not row]
    alike = [one for one in others if one.prefix == row.prefix]
    if any(not one.is_range for one in alike):
        return _beside(rows, at, alike, may_lack_a_side=True)
    digits = [one for one in others if _digits(one.prefix) == _digits(row.prefix)]
    if not row.prefix and not any(not one.is_range for one in digits):
        digits = others
    return _beside(rows, at, digits, may_lack_a_side=False)


def _beside(
    rows: Sequence[_Numbered], at: int, alike: Sequence[_Numbered], *, may_lack_a_side: bool
) -> list[_Numbered]:
    """Return the rows of a kind before and after a row where they leave it the place of a range.

    Args:
        rows: All rows in their order.
        at: The row.
        alike: The other rows whose numbers go with it.
        may_lack_a_side: Whether one neighbour is enough.
    """
    row = rows[at]
    if any(row.meets(one) for one in alike):
        return []
    kept = {one.key for one in alike}
    sides = [next((one for one in part if one.key in kept), None) for part in (rows[:at][::-1], rows[at + 1 :])]
    near = [one for one in sides if one is not None]
    touching = [one for one in alike if row.touches(one)]
    singles = [one.first for one in rows if one.key in kept and not one.is_range]
    if not singles or touching:
        return (near if any(one in touching for one in near) else touching)[:2] if touching else []
    falls = sum(a > b for a, b in pairwise(singles)) * 2 > len(singles) - 1
    before, after = reversed(sides) if falls else sides
    gaps = [row.first - before.last] if before else []
    gaps += [after.first - row.last] if after else []
    is_enough = len(gaps) == len(sides) or (may_lack_a_side and gaps and max(gaps) <= _NEAR)
    return near if is_enough and min(gaps) > 0 else []


def _digits(parts: _Parts) -> _Parts:
    return tuple(part for part in parts if part.isdecimal())


def _problem(row: _Numbered, near: Sequence[_Numbered]) -> Problem:
    """Say what a number is taken for, and why."""
    said = {"number": quoted(row.key.number), "first": row.first, "last": row.last, "count": row.last - row.first + 1}
    beside = "、".join(quoted(one.key.number) for one in near)
    return problem(SEVERAL, "dated" if row.is_day else "range", beside=beside, **said)
