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
_HALF_DAY = "上午|下午|中午|早上|早晨|晚上|晚间|傍晚|凌晨|当日|当天|(?:星期|周)[一二三四五六日天]"
_HOUR = r"\d{1,2}(?:[:时点](?:[0-5]?\d分?|半)?)"
_LONGEST = 60
_BEHIND = re.compile(rf"\s*(?:{_HALF_DAY})[,，、\s]*(?:{_HOUR})?$|\s*\([^()]*\)$|\s+{_HOUR}$")
_PLAIN_ASIDE = re.compile(
    rf"\s*\((?:{_HALF_DAY}|当场|当面|现场|窗口|网上|线上|线下|邮寄|邮戳|送达|签收|寄出|收文|节假日|休息日|工作日|电话|邮件|信函)+\)"
)
"""What in brackets behind a day leaves it as it is; other words may make it another one, or none that is sure."""
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


def without_aside(value: Value) -> Value:
    """Return a day without what stands behind it and does not change it: 2025年3月20日上午, 2025-3-5（当场）."""
    if isinstance(value, date | int | float) or len(value) > _LONGEST:
        return value
    text = unicodedata.normalize("NFKC", value).strip()
    while match := _BEHIND.search(text):
        if match[0].strip().startswith("(") and not _PLAIN_ASIDE.fullmatch(match[0]):
            return value
        text = text[: match.start()]
    return text


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
