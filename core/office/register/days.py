"""Days as registers write them; a day without a year, or one that may mean two days, is none."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from core.base.ooxml import day_zero
from core.office.register.values import Value
from core.report.signed_day import named_day

FIRST_YEAR, LAST_YEAR = 1990, 2099
"""Years that a day of a register may have."""

_PARTED = re.compile(r"(\d{4})\s*(?:([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})\.?|年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?)")
_TOGETHER = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_TIME = re.compile(r"(?:T|\s+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$")
_DASHES = str.maketrans("–—−‐‑．。", "-----..")


def read_day(value: Value, *, from_1904: bool = False) -> date | None:
    """Return the day that a cell means, whatever year it is in; None where it means none for sure.

    Args:
        value: A day, a number (20250305, or days since 1900 or 1904) or a text.
        from_1904: Whether numbers of days count from 1904 on.
    """
    if isinstance(value, date):
        return value
    text = _plain(value)
    if _SERIAL.fullmatch(text):
        return serial_day(float(text), from_1904=from_1904)
    named = _named(text)
    try:
        return date(*named) if named else None
    except ValueError:
        return None


def is_of_no_calendar(value: Value) -> bool:
    """Whether a cell names year, month and day, and there is no such day: 2025-2-30."""
    return not isinstance(value, date) and _named(_plain(value)) is not None and read_day(value) is None


def _plain(value: int | float | str) -> str:
    """Return a cell as plain text without a time."""
    if isinstance(value, int | float):
        return str(int(value)) if float(value).is_integer() else str(value)
    return _TIME.sub("", unicodedata.normalize("NFKC", value).translate(_DASHES).strip())


def _named(text: str) -> tuple[int, int, int] | None:
    """Return year, month and day of a text that gives all three; None for any other text."""
    if match := _PARTED.fullmatch(text):
        return int(match[1]), int(match[3] or match[5]), int(match[4] or match[6])
    if match := _TOGETHER.fullmatch(text):
        return int(match[1]), int(match[2]), int(match[3])
    return named_day(text) if "年" in text else None  # 二〇二五年三月五日


def serial_day(number: float, *, from_1904: bool) -> date | None:
    """Return the day of a serial number; None for one that no day of a register has."""
    if not 0 < number < 100_000:
        return None
    day = day_zero(from_1904=from_1904) + timedelta(days=int(number))
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def working_days_after(day: date, last: date) -> int:
    """Return how many Mondays to Fridays follow a day, up to the last one; holidays are not known here."""
    weeks, rest = divmod(max((last - day).days, 0), 7)
    return weeks * 5 + sum((day + timedelta(days=n)).weekday() < 5 for n in range(1, rest + 1))
