"""登记号 such as 7-9 that are likely a range are asked about; numbers that only look so count as one each."""

import time
from datetime import date
from pathlib import Path

import pytest

from core.office.register.number_ranges import _Neighbours, _Numbered, _Place
from core.office.register.rows import Decisions, RowKey
from tests.core.office.register.register_files import book_register, counted, numbers, rules, text_register


def rows(*written: object) -> list[tuple[object, ...]]:
    return [(number, "2025-3-5", "自然人", "2025-3-20", "予以公开") for number in written]


def asked(folder: Path, *written: str) -> list[str]:
    """Return the numbers of which it is asked whether they are several."""
    found = counted(text_register(folder, *rows(*written)))
    return [row.key.number for row in found.unread if row.is_of_several]


def test_ranges_between_their_neighbours_are_asked_about(tmp_path: Path) -> None:
    written = ("1", "7-9", "13—15", "016-018", "依申请19-21号", "22", "23", "26")

    found = counted(text_register(tmp_path, *rows(*written)))

    assert [row.key.number for row in found.unread] == ["7-9", "13—15", "016-018", "依申请19-21号"]
    assert numbers(found) == {"t3.R01.C1": 4, "t3.R03.C1": 4}
    assert found.unread[0].why == (
        "登记号“7-9”像是7至9号共3件：旁边的登记号是1、13—15，没有这几个号的行；一行只能计1件，"
        "是几件的请在台账中一件登记一行，只是1件的把登记号改成一个号（REG-10）"
    )
    assert rules(found) == ["REG-10"] * 4


@pytest.mark.parametrize(
    ("written", "several"),
    [
        (("6", "7-9", "10"), "7-9"),
        (("1-3", "4", "5"), "1-3"),
        (("4", "5", "6－8"), "6－8"),
        (("12", "11", "8-10", "7"), "8-10"),
        (("2", "10", "1", "3-5", "6"), "3-5"),
        (("2025-6", "2025-7-9", "2025-10"), "2025-7-9"),
        (("2025-6", "7-9", "2025-10"), "7-9"),
        (("依申请〔2025〕6号", "依申请〔2025〕7-9号", "依申请〔2025〕10号"), "依申请〔2025〕7-9号"),
        (("6", "第7号—第9号", "10"), "第7号—第9号"),
        (("6", "7一9", "10"), "7一9"),
        (("2025006", "2025007-009", "2025010"), "2025007-009"),
        (("2025006", "2025007-2025009", "2025010"), "2025007-2025009"),
        (("1", "2-4（合并）", "5"), "2-4（合并）"),
    ],
)
def test_a_range_is_known_by_its_neighbours(written: tuple[str, ...], several: str, tmp_path: Path) -> None:
    assert asked(tmp_path, *written) == [several]


def test_ranges_alone_that_go_on_where_the_one_before_ends_are_asked_about(tmp_path: Path) -> None:
    assert asked(tmp_path, "1-3", "4-6", "7-8") == ["1-3", "4-6", "7-8"]


@pytest.mark.parametrize(
    ("written", "several"),
    [
        (("11", "12-14", "13", "15"), "12-14"),
        (("1", "2-4", "3", "6"), "2-4"),
        (("5", "6-8", "8"), "6-8"),
        (("2025-5", "2025-6-8（合并）", "2025-7", "2025-9"), "2025-6-8（合并）"),
        (("依申请〔2025〕11号", "依申请〔2025〕12-14号", "依申请〔2025〕13号"), "依申请〔2025〕12-14号"),
        (("1", "2-4（合并）", "2", "3", "4"), "2-4（合并）"),
        (("1", "2", "3", "4", "2-4（合并）"), "2-4（合并）"),
    ],
)
def test_a_range_of_which_rows_have_some_numbers_is_asked_about(
    written: tuple[str, ...], several: str, tmp_path: Path
) -> None:
    assert asked(tmp_path, *written) == [several]


def test_the_numbers_of_a_range_that_have_rows_are_named(tmp_path: Path) -> None:
    found = counted(text_register(tmp_path, *rows("11", "12-14", "13", "15")))

    assert numbers(found) == {"t3.R01.C1": 3, "t3.R03.C1": 3}
    assert found.unread[0].why == (
        "登记号“12-14”像是12至14号共3件，其中13号另有一行，其余的没有；一行只能计1件，"
        "没有登记的请一件登记一行，这一行删去；只是1件的把登记号改成一个号（REG-10）"
    )
    found = counted(text_register(tmp_path, *rows("1", "2-4（合并）", "2", "3", "4")))
    assert found.unread[0].why.startswith(
        "登记号“2-4（合并）”像是2至4号共3件，2、3、4号都另有一行，再计这一行就多了1件"
    )
    found = counted(book_register(tmp_path, *rows(1, date(2025, 2, 4), 3, 6)))
    assert "像是“2-4”被 Excel 改成了日期，可能是2至4号共3件，其中3号另有一行" in found.unread[0].why


@pytest.mark.parametrize(
    "written",
    [
        ("2025-11", "2025-12", "2025-13"),
        ("2025-11", "2025-30"),
        ("青水公开〔2025〕-2", "青水公开〔2025〕-3", "青水公开〔2025〕-4"),
        ("25-24", "25-26", "25-27", "25-30"),
        ("1", "2", "2-3", "4"),  # a second answer to 2
        ("1", "2", "3-4", "4", "5"),
        ("1", "3-1", "3-4", "5"),  # both of 3
        ("1-2", "1-3", "2-3", "2-4", "3-4"),  # a department and its numbers
        ("24-26", "1", *(str(n) for n in range(2, 30))),  # number 26 of the year before
        ("网7", "7-10", "信8"),
        ("3-5", "4-12", "6-20"),  # months and days
        ("3-5",),
        ("24-60", "1", "2", "3"),  # of the year before
        ("1", "2", "3", "24-60"),
        ("1", "2", "3-90", "91"),  # too many for one row
        ("2025-1", "2025-2", "24-60", "2025-3"),
        ("20250304-1", "20250305-07", "20250306-1"),
        ("1", "2", "3-2", "4"),
        ("网7", "7-9", "信8"),
        ("0-3", "4", "5"),  # no number is 0
        ("2023", "2024-2025", "2026"),  # years
        ("2024-2025", "2026"),
    ],
)
def test_a_number_with_a_dash_is_one_number(written: tuple[str, ...], tmp_path: Path) -> None:
    assert asked(tmp_path, *written) == []


def test_a_range_that_became_a_day_is_asked_about(tmp_path: Path) -> None:
    found = counted(book_register(tmp_path, *rows(6, date(2025, 7, 9), 10)))

    assert [row.key.number for row in found.unread] == ["2025-07-09"]
    assert found.unread[0].why == (
        "登记号“2025-07-09”像是“7-9”被 Excel 改成了日期，可能是7至9号共3件：旁边的登记号是6、10，没有这几个号的行；"
        "一行只能计1件，是几件的请在台账中一件登记一行，只是1件的把登记号改成一个号（REG-10）"
    )


def test_days_are_numbers_where_all_are(tmp_path: Path) -> None:
    found = counted(book_register(tmp_path, *rows(date(2025, 1, 2), date(2025, 1, 3), date(2025, 7, 9))))

    assert not found.unread


def test_a_row_that_is_one_all_the_same_counts_once_the_clerk_says_so(tmp_path: Path) -> None:
    path = text_register(tmp_path, *rows("6", "7-9", "10"))
    row = counted(path).unread[0]
    assert row.may_count

    found = counted(path, decisions=Decisions(counted=frozenset((row.key,))))

    assert not found.unread
    assert numbers(found) == {"t3.R01.C1": 3, "t3.R03.C1": 3}


def test_a_row_that_counts_nowhere_is_not_asked_about(tmp_path: Path) -> None:
    old = ("7-9", "2024-3-5", "自然人", "2024-3-20", "予以公开")
    found = counted(text_register(tmp_path, rows("6")[0], old, rows("10")[0]))

    assert not found.unread


def test_a_range_with_another_fault_is_told_both(tmp_path: Path) -> None:
    row = ("7-9", "2025-3-5", "自然人", "", "予以公开")
    found = counted(text_register(tmp_path, rows("6")[0], row, rows("10")[0]))

    assert [one.rule for one in found.unread[0].problems] == ["REG-3", "REG-10"]


def test_many_ranges_are_looked_at_in_a_moment() -> None:
    rows = [_Numbered(RowKey("台账", n, ""), (), (), 5 * n + 1, 5 * n + 3) for n in range(20_000)]
    begun = time.process_time()
    neighbours = _Neighbours(rows)
    assert not any(neighbours.of(at) for at in range(len(rows)))
    assert time.process_time() - begun < 5  # each beside all others took a thousand times as long


def test_ranges_of_which_many_go_on_where_others_end_are_looked_at_in_a_moment() -> None:
    spans = [((1, 2), (3, 4))[n % 2] for n in range(20_000)]
    rows = [_Numbered(RowKey("台账", n, ""), (), (), *span) for n, span in enumerate(spans)]
    begun = time.process_time()
    neighbours = _Neighbours(rows)
    assert neighbours.of(0) == _Place([rows[1]])
    assert neighbours.of(7) == _Place([rows[6], rows[8]])
    assert all(neighbours.of(at) for at in range(len(rows)))
    assert time.process_time() - begun < 3  # to look at all others took half as long as their square
