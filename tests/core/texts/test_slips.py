"""What a slip makes of a number, and what it does not."""

from decimal import Decimal

import pytest

from core.report.entry_text import Number
from core.texts.language.slips import are_exchanged, is_digit_lost, is_one_digit_off, is_slip


@pytest.mark.parametrize(("told", "known"), [(418, 428), (5, 6), (Decimal("12.5"), Decimal("12.8"))])
def test_one_digit(told: Number, known: Number) -> None:
    assert is_one_digit_off(told, known)
    assert is_slip(known, told)
    assert not are_exchanged(told, known)


@pytest.mark.parametrize(("told", "known"), [(46, 64), (1284, 1248), (Decimal("1982.6"), Decimal("1928.6"))])
def test_two_digits_change_places(told: Number, known: Number) -> None:
    assert are_exchanged(told, known)
    assert is_slip(known, told)
    assert not is_one_digit_off(told, known)


@pytest.mark.parametrize(
    ("told", "known"),
    [(2, 22), (160, 1600), (Decimal("318.6"), 3186), (Decimal("12.64"), Decimal("126.4508")), (14, 4)],
)
def test_a_digit_noughts_or_a_point_are_lost(told: Number, known: Number) -> None:
    assert is_digit_lost(told, known)
    assert is_slip(known, told)


@pytest.mark.parametrize(("told", "known"), [(3, 36 * 2), (415, 76), (27, 98), (12, 345)])
def test_other_numbers_are_no_slips(told: Number, known: Number) -> None:
    assert not is_slip(told, known)
