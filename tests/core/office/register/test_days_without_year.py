"""Days that a book of one year writes without it: read once somebody says the year; what is not sure is listed."""

from datetime import date
from pathlib import Path

import pytest

from core.form.form_reader import form_for_year
from core.office.register.mapping import RegisterMapping
from core.office.register.reading import read_register
from core.office.register.short_days import short_day
from core.office.register.values import CellFault, Value
from core.office.register.work import RegisterWork
from tests.core.office.register.register_files import HEAD, book_register, numbers, text_register

FEBRUARY = date(2025, 2, 3)


def work(path: Path, year_of_days: int | None = 2025) -> RegisterWork:
    sheets = read_register(path)
    return RegisterWork(path, sheets, RegisterMapping(), form_for_year(2025), 2025, year_of_days=year_of_days)


def row(number: object, received: object, closed: object = "", outcome: str = "") -> tuple[object, ...]:
    return number, received, "自然人", closed, outcome or ("予以公开" if closed else "")


def why(found: RegisterWork) -> dict[str, str]:
    return {unread.key.number: unread.why for unread in found.counted.unread}


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2.3", FEBRUARY),
        (2.3, FEBRUARY),
        ("二月三日", FEBRUARY),
        ("二月三", FEBRUARY),
        ("２．３", FEBRUARY),
        ("2月3", FEBRUARY),
        ("02月03号", FEBRUARY),
        ("2。3", FEBRUARY),
        ("2-3", FEBRUARY),
        ("2/3", FEBRUARY),
        (" 2 . 3 ", FEBRUARY),
        ("2.3.", FEBRUARY),
        ("2月3日下午", FEBRUARY),
        ("2.3 9:30", FEBRUARY),
        ("25.2.3", FEBRUARY),
        ("25年2月3日", FEBRUARY),
        ("25/02/03", FEBRUARY),
        ("24.12.20", date(2024, 12, 20)),
        ("26-1-5", date(2026, 1, 5)),
        ("二月廿日", date(2025, 2, 20)),
        ("十二月三十一日", date(2025, 12, 31)),
        (12.25, date(2025, 12, 25)),
        ("2.1", date(2025, 2, 1)),
    ],
)
def test_a_day_is_read_in_the_year_that_was_said(value: Value, day: date) -> None:
    found = short_day(value, 2025)
    assert found is not None
    assert (found.day, found.other) == (day, None)


@pytest.mark.parametrize(
    "value",
    ["", "待办", "13.5", 13.5, "2", 20, "0.5", "2.32", "12.4.6", "99.2.3", "2.3-2.20", "3个月", "腊月初三", "1/2/3",
     "2025-2-3", 45000, date(2025, 2, 3), CellFault("2.3"), "2.3元", "共2.3", "上月5日", "2.3.4.5", "2025.2.30"],
)  # fmt: skip
def test_what_is_no_day_without_a_year_is_none(value: Value) -> None:
    assert short_day(value, 2025) is None


def test_a_number_may_have_lost_the_zero_of_a_ten() -> None:
    for value, other in ((2.1, date(2025, 2, 10)), (3.3, date(2025, 3, 30)), (12.2, date(2025, 12, 20))):
        found = short_day(value, 2025)
        assert found is not None
        assert found.other == other
    for value in (2.3, 2.4, 2.15):  # 30 February is none
        found = short_day(value, 2025)
        assert found is not None
        assert found.other is None
    found = short_day("2.1", 2025, is_of_text_file=True)
    assert found is not None
    assert found.other == date(2025, 2, 10)


def test_nothing_is_read_without_a_year_before_somebody_says_it(tmp_path: Path) -> None:
    path = book_register(tmp_path, row("1", "2.3", "2.20"), row("2", "2025-3-5", "2025-3-9"), row("3", "25.4.6"))
    asked = work(path, None)
    assert [(unread.key.number, unread.lacks_year) for unread in asked.counted.unread] == [("1", True), ("3", True)]
    assert why(asked)["1"].startswith("收到日期“2.3”不是写明年、月、日的日期（REG-5）")
    assert asked.without_year is not None
    assert (asked.without_year.rows, asked.without_year.odd) == (2, {})
    said = work(path)
    assert said.without_year is None
    assert why(said) == {}
    assert numbers(said.counted) == {"t3.R01.C1": 3, "t3.R03.C1": 2, "t3.R25.C1": 1}
    assert "2行的日期没有写年份，按2025年读入" in said.counted.remarks


def test_what_may_mean_another_day_or_year_is_listed_and_not_guessed(tmp_path: Path) -> None:
    path = book_register(
        tmp_path,
        row("1", "12.25", "1.8"),  # carried over from the year before, or closed in the next one
        row("2", 2.1, "2.28"),
        row("3", "2.30", "3.5"),
        row("4", "2.3", "2025-1-20"),
        row("5", "2024-12-30", "1.20"),
        row("6", "3.3", "待办"),
    )
    asked = work(path, None)
    assert asked.without_year is not None
    assert asked.without_year.rows == 6
    told = {key.number: said for key, said in asked.without_year.odd.items()}
    assert told == {
        "1": "收到日期“12.25”排在2025-02-01的前面，可能是上一年的，请写明年份",
        "2": "收到日期“2.1”可能是2月1日，也可能是2月10日（Excel 把2.10记成2.1），请写明",
        "3": "收到日期“2.30”这一天不存在，请改正",
        "4": "没有写年份的日期按2025年读，办结日期2025-01-20早于收到日期2025-02-03，请写明年份",
        "6": "办结日期“待办”不是写明年、月、日的日期",
    }
    assert numbers(work(path).counted) == {"t3.R02.C1": 1, "t3.R03.C1": 1}


def test_a_result_before_its_receipt_is_not_taken_for_one_of_the_next_year(tmp_path: Path) -> None:
    path = book_register(tmp_path, row("1", "11.5", "11.20"), row("2", "12.25", "1.8"))
    assert why(work(path)) == {
        "2": "没有写年份的日期按2025年读，办结日期2025-01-08早于收到日期2025-12-25，请写明年份（REG-2）"
    }


def test_a_book_that_begins_with_the_last_ones_or_is_in_no_order_is_read(tmp_path: Path) -> None:
    for months in (range(12, 0, -1), range(11, 0, -1), (12, 2, 9, 1, 8, 11, 3)):
        path = book_register(tmp_path, *(row(str(n), f"{n}.5", f"{n}.20") for n in months))
        assert why(work(path)) == {}


def test_amounts_in_a_column_of_days_stay_unread(tmp_path: Path) -> None:
    head = (*HEAD, "收费通知日")
    for other, is_read in (("3.20", True), (150, False), ("0.5", False)):
        path = book_register(tmp_path, (*row("1", "2.3", "3.5"), 2.4), (*row("2", "2.6", "3.6"), other), head=head)
        told = why(work(path))
        assert (told == {}) is is_read, other
        assert is_read or told["1"] == "收费通知日“2.4”不是写明年、月、日的日期（REG-5）"


def test_other_days_before_the_receipt_are_listed_too(tmp_path: Path) -> None:
    head = (*HEAD, "延期告知日")
    path = book_register(tmp_path, (*row("1", "12.5"), "1.6"), (*row("2", "2025-12-5"), "2025-12-1"), head=head)
    assert why(work(path)) == {
        "1": "没有写年份的日期按2025年读，延期告知日2025-01-06早于收到日期2025-12-05，请写明年份（REG-5）"
    }


def test_a_text_file_may_have_lost_a_zero_too(tmp_path: Path) -> None:
    path = text_register(tmp_path, row("1", "2.1", "2.20"), row("2", "2.4", "2.25"))
    assert list(why(work(path))) == ["1"]
