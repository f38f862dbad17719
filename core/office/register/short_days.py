"""Days that a register writes without their year, or with two digits of it; read only once somebody says the year.

A book of one year says 2.3 for 3 February. What that may mean beside it is told and not guessed: Excel makes 2.1 of a
2.10 that was typed as a number, and the first rows of a book may still be of the year before.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from core.office.register.days import read_day, without_aside
from core.office.register.values import CellFault, RegisterRow, Value, value_text
from core.report.signed_day import named_day

_DOTS = str.maketrans("–—−‐‑．。", "-----..")
_PART_OF_DAY = re.compile(r"\s*(?:上午|下午|中午|早上|晚上|晚|\d{1,2}[:时点]\d{0,2}分?)+$")
_PARTED = re.compile(
    r"(?:(?P<year>\d{2})\s*([-/.])\s*(?=\d+\s*\2))?(?P<month>\d{1,2})\s*[-/.]\s*(?P<day>\d{1,2})[.日号]?"
)
_IN_WORDS = re.compile(r"(?:(?P<year>\d{2})年)?(?P<rest>[^年]{1,3}月[^年月日号]{1,3})[日号]?")
_CENTURY, _TENS = 100, 10
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_LOST_ZERO = re.compile(r"\d{1,2}\.[1-3]")
_TURN = 180
"""Days by which the next row of a book in order lies before a row: what stands above is rather of the year before."""


class ShortDay(NamedTuple):
    """A day without its year.

    Attributes:
        day: The day in the year that was said; None where that has none such.
        other: The day that it may be as well; None for none.
    """

    day: date | None
    other: date | None = None


def short_day(value: Value | None, year: int, *, is_of_text_file: bool = False) -> ShortDay | None:
    """Return the day that a cell means in a year, or in the one whose last two digits it gives; None for none such.

    Two digits are a year only where they are that year or one beside it.

    Args:
        value: What stands in the cell.
        year: The year.
        is_of_text_file: Whether nobody knows if a spreadsheet wrote it as a number: 2.10 may have become 2.1 then too.
    """
    if isinstance(value, date | CellFault) or value is None or read_day(without_aside(value)):
        return None
    text = unicodedata.normalize("NFKC", str(without_aside(value))).translate(_DOTS).strip()
    text = _PART_OF_DAY.sub("", text)
    named = _named(text, year)
    if named is None:
        return None
    may_lack_zero = (isinstance(value, float) or is_of_text_file) and _LOST_ZERO.fullmatch(text)
    return ShortDay(_day(*named), _day(*named[:2], named[2] * _TENS) if may_lack_zero else None)


def _named(text: str, year: int) -> tuple[int, int, int] | None:
    """Return year, month and day of a text; None where it is no day without a year."""
    if match := _PARTED.fullmatch(text):
        month, day = int(match["month"]), int(match["day"])
    elif match := _IN_WORDS.fullmatch(text):
        found = named_day(f"{year}年{match['rest']}日")
        if found is None:
            return None
        _, month, day = found
    else:
        return None
    if match["year"]:
        said = year // _CENTURY * _CENTURY + int(match["year"])
        if abs(said - year) > 1:
            return None
        year = said
    return (year, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def holds_amounts(rows: Sequence[RegisterRow], column: int, year: int) -> bool:
    """Whether a column has numbers that are no days: then 2.3 in it may well be an amount too."""
    values = (row.values.get(column) for row in rows)
    numbers = (v for v in values if v is not None and not isinstance(v, date) and _NUMBER.fullmatch(value_text(v)))
    return any(read_day(number) is None and short_day(number, year) is None for number in numbers)


def before_the_turn(rows: Sequence[RegisterRow], column: int, year: int) -> dict[int, date]:
    """Return the rows of a book in order that rather are of the year before, by number, with the day after the turn.

    Such as 12.25 before 1.3 and 1.8: what is open at the end of a year stands at the head of the next book.
    """
    days: list[tuple[int, date]] = []
    for row in rows:
        short = short_day(row.values.get(column), year)
        if short and short.day:
            days.append((row.number, short.day))
    drops = [at for at in range(1, len(days)) if (days[at - 1][1] - days[at][1]).days > _TURN]
    if len(drops) != 1:  # no turn, or a book in no order
        return {}
    first = days[drops[0]][1]
    return {number: first for number, day in days[: drops[0]] if (day - first).days > _TURN}
