"""Days in words, whatever somebody made of them in Excel."""

import pytest

from core.base.day_words import iso_in_words


@pytest.mark.parametrize("text", ["2026-01-05", "2026-1-5"])
def test_a_day_is_put_into_words(text: str) -> None:
    assert iso_in_words(text) == "2026年1月5日"


@pytest.mark.parametrize("text", ["", "2026--5", "-1-2", "2026-01", "2026年1月5日", "9" * 5000 + "-1-1"])
def test_what_is_no_day_stays_as_it_is(text: str) -> None:
    assert iso_in_words(text) == text
