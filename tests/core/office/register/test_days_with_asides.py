"""Days with words behind them, as 上午 and （当场）: read, with their year and without it."""

from pathlib import Path

import pytest

from tests.core.office.register.register_files import book_register, counted, numbers


def test_a_day_with_words_behind_it_is_read(tmp_path: Path) -> None:
    rows = (
        ("1", "2025-3-5", "自然人", "2025年3月20日上午", "予以公开"),
        ("2", "2025-3-5（网上）", "自然人", "2025-3-5（当场）", "予以公开"),
    )

    found = counted(book_register(tmp_path, *rows))

    assert numbers(found) == {"t3.R01.C1": 2, "t3.R03.C1": 2}


def test_a_day_that_does_not_exist_is_told_as_such(tmp_path: Path) -> None:
    found = counted(book_register(tmp_path, ("1", "2025-2-30（当场）", "自然人", "2025-3-20", "予以公开")))

    assert [row.why for row in found.unread] == ["收到日期“2025-2-30（当场）”这一天不存在，请改正（REG-5）"]


def test_a_day_without_its_year_is_asked_for_with_the_words_behind_it(tmp_path: Path) -> None:
    found = counted(book_register(tmp_path, ("1", "3月5日（当场）", "自然人", "2025-3-20", "予以公开")))

    assert [row.lacks_year for row in found.unread] == [True]


@pytest.mark.parametrize("aside", ["计划", "待定", "次日", "期限", "推迟", "撤回", "农历"])
def test_words_that_make_a_day_unsure_leave_it_unread(aside: str, tmp_path: Path) -> None:
    found = counted(book_register(tmp_path, ("1", "2025-12-20", "自然人", f"2025-12-31（{aside}）", "予以公开")))

    assert len(found.unread) == 1
