"""When a report is due: by the statute, or by what the office's superiors ask for."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.report.report import Report

GOVERNMENT = "各级人民政府"
STATUTORY = {GOVERNMENT: (3, 31)}
"""Month and day of the next year by which a report is published (条例 art. 49); January 31 for all others."""

_OTHERS = (1, 31)
_LONG_AGO = 90  # days after which an old report is only looked at, and nobody has to be reminded
_MONTH_AND_DAY = re.compile(r"(\d{2})-(\d{2})")


def month_and_day(text: str) -> tuple[int, int] | None:
    """Return month and day of a local deadline kept as ``01-26``; None where it is none."""
    match = _MONTH_AND_DAY.fullmatch(text)
    if match is None:
        return None
    month, day = int(match[1]), int(match[2])
    try:
        date(2001, month, day)  # no leap year: the day must exist every year
    except ValueError:
        return None
    return month, day


def deadline(report: Report, local: str = "") -> date | None:
    """Return the last day for a report; None while its year is unknown.

    Args:
        report: The report; its unit type decides which day the statute sets.
        local: The local deadline as ``01-26``; "" for that of the statute.
    """
    if report.year is None:
        return None
    month, day = month_and_day(local) or STATUTORY.get(report.meta.get("meta.unit_type", ""), _OTHERS)
    return date(report.year + 1, month, day)


def deadline_line(report: Report, today: date, local: str = "") -> str:
    """Return how many days are left, in words; "" while there is nothing to say or the report is published."""
    last = deadline(report, local)
    if last is None or report.status.get("published_on"):
        return ""
    day = f"{last.month}月{last.day}日"
    left = (last - today).days
    if left < -_LONG_AGO:
        return ""
    if left < 0:
        return f"报送公布期限{day}，已过{-left}天"
    if left == 0:
        return f"报送公布期限就是今天（{day}）"
    return f"距报送公布期限{day}还有{left}天"
