"""When what is done with a report is due: by the statute, and by what the office and its superiors ask for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import MAXYEAR, date, timedelta
from functools import lru_cache
from typing import NamedTuple

from core.report import report as report_value

GOVERNMENT = "各级人民政府"
STATUTORY = {GOVERNMENT: (3, 31)}
"""Month and day of the next year by which a report is published (条例 art. 49); January 31 for all others."""

SUBMIT, PUBLISH = "submit", "publish"
DEADLINES: Mapping[str, tuple[str, str]] = {
    "departments": ("科室交回", "各科室交回填报表"),
    SUBMIT: ("送审", "送审稿交领导审签"),
    "file": ("备案", "报同级信息公开主管部门；条例规定，政府部门1月31日"),
    PUBLISH: ("公布", "条例规定：政府部门1月31日，县级以上地方人民政府3月31日；本地更早的才填"),
    "summary": ("报汇总", "报上级汇总"),
}
"""The deadlines of an office by key, in order: what each is called, and what is done by then."""

_OTHERS = (1, 31)
_NAMED = (GOVERNMENT, "政府部门")
_STREET, _TOWN = "街道办事处", "乡镇级"
BY_STATUTE, AS_DEPARTMENTS = "条例规定", "参照政府部门"
NO_DAY = "公布日期：条例没有规定乡镇、街道的日期，按县（市、区）的通知办"
"""What is said of those for whom art. 49, which begins with the county, sets no day; notices ask them for January."""
LONG_AGO = 90  # days after which an old report is only looked at, and nobody has to be reminded
_LAST_MONTHS = 10  # a day from October on is one of the report year itself, since the report is begun then
_POSSIBLE_YEARS = range(2020, 2101)  # of the PC: an empty battery sets it back to 1970 or 2000
_FURTHEST = 1  # years that a report may be ahead of the calendar
_MONTH_AND_DAY = re.compile(r"(\d{2})-(\d{2})")


class Deadline(NamedTuple):
    """One last day.

    Attributes:
        key: Which of ``DEADLINES``.
        name: What is due.
        left: How many days are left; less than 0 once it is over.
        basis: What sets it where that is not the office itself: 条例规定, or 参照政府部门 for organs that the statute
            does not name.
    """

    key: str
    name: str
    day: date
    left: int
    basis: str

    @property
    def sentence(self) -> str:
        """How many days are left, as the status line says it."""
        if self.left < 0:
            return f"{self.name}期限{self._said_day}，已过{-self.left}天"
        if self.left == 0:
            return f"{self.name}期限就是今天（{self._said_day}）"
        return f"距{self.name}期限{self._said_day}还有{self.left}天"

    @property
    def entry(self) -> tuple[str, str, str]:
        """The same as a line of a list: what is due, the day, and the days left."""
        left = "就是今天" if self.left == 0 else f"还有{self.left}天" if self.left > 0 else f"已过{-self.left}天"
        return self.name, f"{self._said_day}{f'（{self.basis}）' if self.basis else ''}", left

    @property
    def _said_day(self) -> str:
        """The day, with its year where that is not the one from which the days are counted."""
        is_this_year = self.day.year == (self.day - timedelta(days=self.left)).year
        return _said(self.day) if is_this_year else f"{self.day.year}年{_said(self.day)}"


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


def statutory_day(year: int, unit_type: str) -> date:
    """Return by which day the statute wants the report on a year published by a unit of a type."""
    return _in_time(year, STATUTORY.get(unit_type, _OTHERS))


def has_no_day(unit_type: str, level: str) -> bool:
    """Return whether the statute sets no day for a unit of this type and level: it begins with the county."""
    return unit_type == _STREET or level == _TOWN


def deadlines(year: int, unit_type: str, local: Mapping[str, str], today: date, *, level: str = "") -> list[Deadline]:
    """Return the deadlines of the report on a year, in the order of their days.

    Args:
        year: The report year.
        unit_type: Decides by which day the statute wants the report published.
        local: The office's own days as ``01-26`` by key. One for publication counts where it is earlier.
        today: The day from which the days left are counted.
        level: The level of the unit; for a township only its own days count.
    """
    found = {key: _in_time(year, day) for key, text in local.items() if (day := month_and_day(text))}
    national = None if has_no_day(unit_type, level) else statutory_day(year, unit_type)
    if national is not None:
        found[PUBLISH] = min(found.get(PUBLISH, national), national)
    basis = BY_STATUTE if unit_type in _NAMED else AS_DEPARTMENTS
    made = [
        Deadline(
            key,
            name,
            found[key],
            (found[key] - today).days,
            basis if key == PUBLISH and found[key] == national else "",
        )
        for key, (name, _) in DEADLINES.items()
        if key in found
    ]
    return sorted(made, key=lambda deadline: deadline.day)


def clock_fault(year: int | None, today: date) -> str:
    """Return what to check where no days can be counted, since the PC's date cannot be right; "" where it can."""
    day = f"{today.year}年{_said(today)}"
    if today.year not in _POSSIBLE_YEARS:
        return f"请检查电脑日期：现在是{day}"
    if year is not None and year - today.year > _FURTHEST:
        return f"请检查报告年度（{year}年）和电脑日期（{day}）"
    return ""


def deadline_line(report: report_value.Report, local: Mapping[str, str], today: date) -> str:
    """Return what the status line says of the next deadline; "" where nothing is due."""
    due = next_deadline(report, local, today)
    return clock_fault(report.year, today) or (due.sentence if due else "")


def next_deadline(report: report_value.Report, local: Mapping[str, str], today: date) -> Deadline | None:
    """Return what is due next: what is over and was not done, else the next day to come; None where nothing is.

    What is done shows in the report: a 送审稿 that was made, the publication. Of the others that is not known, and they
    are not spoken of once their day is over.
    """
    if report.year is None or report.year == MAXYEAR:
        return None
    is_out = report.rounds or report.status.get("locked_on")
    done = list(DEADLINES)[: 4 if report.status.get("published_on") else 2 if is_out else 0]
    unit_type, level = report.meta.get("meta.unit_type", ""), _level_of(report)
    found = _kept(report.year, unit_type, tuple(local.items()), today, level)
    earliest = {SUBMIT: -LONG_AGO, PUBLISH: -LONG_AGO}
    return next((one for one in found if one.key not in done and one.left >= earliest.get(one.key, 0)), None)


def _level_of(report: report_value.Report) -> str:
    """Return the level of the unit of a report, as it is filled in or as its name says."""
    field = report.form.meta.get("meta.level")
    return report.meta.get("meta.level", "") or (field.suggested(report.unit) if field else "")


@lru_cache(maxsize=1)
def _kept(
    year: int, unit_type: str, local: tuple[tuple[str, str], ...], today: date, level: str
) -> tuple[Deadline, ...]:
    """Return the deadlines; kept, since the window asks for the next one at each key."""
    return tuple(deadlines(year, unit_type, dict(local), today, level=level))


def _in_time(year: int, day: tuple[int, int]) -> date:
    """Return a day of the year after the report year; one of the last months is of the report year itself."""
    return date(year + (day[0] < _LAST_MONTHS), *day)


def _said(day: date) -> str:
    return f"{day.month}月{day.day}日"
