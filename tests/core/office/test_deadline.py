"""When a report is due, and how many days are left."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from core.office.deadline import deadline, deadline_line, month_and_day
from core.report.report import new_report


@pytest.mark.parametrize(
    ("unit_type", "local", "expected"),
    [
        ("政府部门", "", date(2026, 1, 31)),
        ("垂直管理和派出机构", "", date(2026, 1, 31)),
        ("各级人民政府", "", date(2026, 3, 31)),
        ("各级人民政府", "02-20", date(2026, 2, 20)),
        ("政府部门", "13-45", date(2026, 1, 31)),
    ],
)
def test_the_statute_sets_the_day_unless_the_superiors_do(unit_type: str, local: str, expected: date) -> None:
    assert deadline(new_report("某某县", unit_type, 2025), local) == expected


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 1, 12), "距报送公布期限1月31日还有19天"),
        (date(2026, 1, 31), "报送公布期限就是今天（1月31日）"),
        (date(2026, 2, 2), "报送公布期限1月31日，已过2天"),
        (date(2026, 5, 1), "报送公布期限1月31日，已过90天"),
        (date(2026, 5, 2), ""),  # an old report is only looked at
    ],
)
def test_the_days_left_are_said_in_words(today: date, said: str) -> None:
    assert deadline_line(new_report("某某县水利局", "政府部门", 2025), today) == said


def test_nothing_is_said_of_a_published_report_or_without_a_year() -> None:
    report = new_report("某某县水利局", "政府部门", 2025)
    report = replace(report, status={**report.status, "published_on": "2026-01-20"})
    assert deadline_line(report, date(2026, 1, 25)) == ""
    report = replace(report, status={})
    report = report.with_texts({"meta.year": ""})
    assert deadline_line(report, date(2026, 1, 25)) == ""


@pytest.mark.parametrize("text", ["", "1-26", "02-30", "02-29", "0126", "01-26x", "１２-１２x"])
def test_what_is_no_day_of_every_year_is_no_deadline(text: str) -> None:
    assert month_and_day(text) is None
