"""When what is done with a report is due, and how many days are left."""

from dataclasses import replace
from datetime import date

import pytest

from core.office.deadline import (
    AS_DEPARTMENTS,
    BY_STATUTE,
    clock_fault,
    deadline_line,
    deadlines,
    month_and_day,
    next_deadline,
)
from core.report.report import Report, ReviewRound, new_report

ALL = {"departments": "01-08", "submit": "01-15", "file": "01-20", "summary": "02-10"}


def a_report(year: int = 2025, **status: str) -> Report:
    return replace(new_report("某某县水利局", "政府部门", year), status=status)


def said(report: Report, today: date, local: dict[str, str]) -> str:
    due = next_deadline(report, local, today)
    return due.sentence if due else ""


@pytest.mark.parametrize(
    ("unit_type", "local", "expected", "basis"),
    [
        ("政府部门", "", date(2026, 1, 31), BY_STATUTE),
        ("垂直管理和派出机构", "", date(2026, 1, 31), AS_DEPARTMENTS),  # art. 49 names governments and departments
        ("各级人民政府", "", date(2026, 3, 31), BY_STATUTE),
        ("各级人民政府", "02-20", date(2026, 2, 20), ""),
        ("政府部门", "01-26", date(2026, 1, 26), ""),
        ("政府部门", "02-20", date(2026, 1, 31), BY_STATUTE),  # the statute knows no later day
        ("政府部门", "13-45", date(2026, 1, 31), BY_STATUTE),
    ],
)
def test_the_statute_sets_the_day_of_publication_unless_the_office_wants_it_earlier(
    unit_type: str, local: str, expected: date, basis: str
) -> None:
    (found,) = deadlines(2025, unit_type, {"publish": local}, date(2026, 1, 12))
    assert (found.day, found.basis) == (expected, basis)


@pytest.mark.parametrize("unit", ["清河县王官庄镇人民政府", "清河县城关街道办事处"])
def test_the_statute_sets_no_day_for_a_township(unit: str) -> None:
    unit_type = "街道办事处" if unit.endswith("街道办事处") else "各级人民政府"
    report, today = new_report(unit, unit_type, 2025), date(2026, 1, 12)
    assert said(report, today, {}) == ""
    assert said(report, today, {"publish": "02-10"}) == "距公布期限2月10日还有29天"
    county = report.with_texts({"meta.level": "县级", "meta.unit_type": "各级人民政府"})
    assert said(county, today, {}) == "距公布期限3月31日还有78天"


def test_the_deadlines_of_an_office_stand_in_the_order_of_their_days() -> None:
    found = deadlines(2025, "政府部门", {**ALL, "departments": "12-28", "summary": "01-31"}, date(2026, 1, 12))
    assert [" ".join(deadline.entry) for deadline in found] == [
        "科室交回 2025年12月28日 已过15天",  # of the report year itself
        "送审 1月15日 还有3天",
        "备案 1月20日 还有8天",
        "公布 1月31日（条例规定） 还有19天",
        "报汇总 1月31日 还有19天",
    ]


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 1, 12), "距公布期限1月31日还有19天"),
        (date(2026, 1, 31), "公布期限就是今天（1月31日）"),
        (date(2026, 2, 1), "公布期限1月31日，已过1天"),
        (date(2026, 2, 2), "公布期限1月31日，已过2天"),
        (date(2026, 5, 1), "公布期限1月31日，已过90天"),
        (date(2025, 12, 30), "距公布期限2026年1月31日还有32天"),  # not of this year
        (date(2026, 5, 2), ""),  # an old report is only looked at
    ],
)
def test_the_days_left_are_said_in_words(today: date, expected: str) -> None:
    assert said(a_report(), today, {}) == expected


def test_the_next_deadline_follows_what_was_done_with_the_report() -> None:
    today = date(2026, 1, 17)
    assert said(a_report(), date(2026, 1, 7), ALL) == "距科室交回期限1月8日还有1天"
    assert said(a_report(), today, ALL) == "送审期限1月15日，已过2天"
    sent = replace(a_report(), rounds=(ReviewRound(1, "2026-01-16", "3F7A-91C2", {}),))
    assert said(sent, today, ALL) == "距备案期限1月20日还有3天"
    assert said(a_report(locked_on="2026-01-16"), today, ALL) == "距备案期限1月20日还有3天"
    assert said(sent, date(2026, 1, 21), ALL) == "距公布期限1月31日还有10天"  # whether it was filed is not known
    published = a_report(published_on="2026-01-21")
    assert said(published, date(2026, 1, 22), ALL) == "距报汇总期限2月10日还有19天"
    assert said(published, date(2026, 2, 11), ALL) == ""


@pytest.mark.parametrize(("day", "expected"), [("09-30", date(2026, 9, 30)), ("10-01", date(2025, 10, 1))])
def test_a_day_from_october_on_is_one_of_the_report_year(day: str, expected: date) -> None:
    assert expected in [found.day for found in deadlines(2025, "政府部门", {"submit": day}, date(2026, 1, 12))]


def test_nothing_is_said_of_a_published_report_or_without_a_year() -> None:
    assert said(a_report(published_on="2026-01-20"), date(2026, 1, 25), {}) == ""
    assert said(a_report().with_texts({"meta.year": ""}), date(2026, 1, 25), {}) == ""
    assert said(a_report(9999), date(2026, 1, 25), {}) == ""  # no calendar has the year after


@pytest.mark.parametrize("text", ["", "1-26", "02-30", "02-29", "0126", "01-26x", "１２-１２x"])
def test_what_is_no_day_of_every_year_is_no_deadline(text: str) -> None:
    assert month_and_day(text) is None


@pytest.mark.parametrize(
    ("year", "today", "expected"),
    [
        (2025, date(1970, 1, 1), "请检查电脑日期：现在是1970年1月1日"),
        (None, date(2107, 3, 4), "请检查电脑日期：现在是2107年3月4日"),
        (2062, date(2026, 1, 12), "请检查报告年度（2062年）和电脑日期（2026年1月12日）"),
        (2026, date(2020, 1, 1), "请检查报告年度（2026年）和电脑日期（2020年1月1日）"),
        (2027, date(2026, 11, 29), ""),
        (2019, date(2026, 1, 12), ""),
        (None, date(2026, 1, 12), ""),
    ],
)
def test_a_clock_that_cannot_be_right_is_to_be_checked(year: int | None, today: date, expected: str) -> None:
    assert clock_fault(year, today) == expected
    report = a_report(year) if year else a_report().with_texts({"meta.year": ""})
    assert "还有" not in deadline_line(report, {}, today) or not expected
    assert deadline_line(report, {}, today).startswith(expected)
