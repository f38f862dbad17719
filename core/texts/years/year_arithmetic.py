"""Reckons whether what is told of the year before follows from the numbers of both years."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from core.report.entry_text import Number
from core.texts.language.own_words import in_table_unit
from core.texts.years.year_shapes import Told

MONEY = ("元", "万元", "亿元")
_HUNDRED = 100
_TIMES_SLACK, _ROUND_SLACK = Decimal("0.06"), Decimal("0.5")


class Years(NamedTuple):
    """A number of this year and of last year's report, by the same cells; of applications with or without old ones."""

    now: Number | None
    last: Number | None


def is_right(item: Told, years: Years) -> bool | None:
    """Whether what is told follows from the numbers of two years; None where one of them is blank or it is not sure."""
    now, last = years
    if now is None or last is None:
        return None
    if item.kind == "same":
        return now == last
    if item.kind == "sign":
        return item.sign * (now - last) >= 0
    if item.kind == "percent":
        return _is_percent(item, Decimal(now), Decimal(last)) if last else None
    if item.kind == "times":
        return _is_times(item, Decimal(now), Decimal(last)) if last else None
    told = in_table_unit(item.number) if item.number and item.number.unit in MONEY else item.value
    should_be = last if item.kind == "last" else item.sign * (now - last)
    if isinstance(told, Decimal) or isinstance(should_be, Decimal):
        places = max(-_exponent(told), 0)
        return abs(Decimal(should_be) - Decimal(told)) <= Decimal("0.6").scaleb(-places)
    return told == should_be


def _is_percent(item: Told, now: Decimal, last: Decimal) -> bool:
    """Whether a change in percent is right as far as its places go, rounded or cut off."""
    right = item.sign * (now - last) * _HUNDRED / last
    beyond = right - Decimal(item.value)
    if item.number and item.number.slack:  # 增长三成以上
        most = Decimal(item.value) + item.number.slack
        return beyond >= -item.number.slack and (right <= most or most >= _HUNDRED)
    last_place = Decimal(1).scaleb(_exponent(item.value))
    return -last_place * Decimal("0.51") <= beyond < last_place


def _is_times(item: Told, now: Decimal, last: Decimal) -> bool | None:
    """Whether this year's number is so many times last year's; 增长2倍 may be meant of twice as many."""
    said = Decimal(item.value)
    slack = _TIMES_SLACK if _exponent(said) < 0 else _ROUND_SLACK
    if -slack < now / last - said <= slack:
        return True  # 2.5 times as many are not 3倍
    return None if item.sign and said > 2 and abs(now / last - (said - 1)) <= slack else False


def _exponent(number: Number) -> int:
    exponent = number.as_tuple().exponent if isinstance(number, Decimal) else 0
    return exponent if isinstance(exponent, int) else 0
