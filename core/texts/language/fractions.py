"""Shares in words, and shares that are only bounded: 五成四, 四分之三以上, 不到八成, 近七成, 超过60%."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from core.texts.language.numbers import han_number

FRACTION = (
    "(?P<before>不到|不足|未到|不及|低于|少于|未达到?|未?超过|不超过|将近|接近|近|约为|大约|约|逾|高于|多于|至少|达到?|过)?"
    "(?:(?P<of>[二三四五六七八九十])分之(?P<part>[一二两三四五六七八九])|(?P<tenths>[一二两三四五六七八九])成(?P<more>[半一二三四五六七八九])?"
    "|(?P<percent>\\d{1,3}(?:\\.\\d+)?)%|(?P<half>一半|半数|(?<=过)半))"
    "(?P<behind>以上|以下|以内|之内|有余|多|余|出头|左右|上下|强|弱)?"
)
"""A share in words or in percent, with what bounds it; its groups are read by ``bounds``."""
_LESS = ("不到", "不足", "未到", "不及", "低于", "少于", "未达", "未达到", "未超过", "不超过", "以下", "以内", "之内")
_MORE = ("超过", "逾", "高于", "多于", "至少", "过", "以上")
_NEAR = ("近", "将近", "接近", "弱")
_A_LITTLE_MORE = ("有余", "多", "余", "出头", "强")
_ABOUT = ("约为", "大约", "约", "左右", "上下")
_ALL, _A_TENTH, _ROUGHLY, _IN_WORDS, _FINELY, _HARDLY = 100, 10, 6, 4, 1, Decimal("0.5")
"""Points: the whole, one 成, what 约 leaves open, what a share in words does, one of two digits, and rounding."""


class Bounds(NamedTuple):
    """A share in percent as it is told, and between which it may lie."""

    said: Decimal
    low: Decimal
    high: Decimal


def bounds(match: re.Match[str], prefix: str = "") -> Bounds | None:
    """Return between which percentages a share lies that is told so; None for one told in plain digits."""
    share = _share(match)
    words = [word for word in (prefix, match["before"], match["behind"]) if word]
    for known, low, high in (
        (_LESS, Decimal(0), share),
        (_MORE, share, Decimal(_ALL)),
        (_NEAR, share - _A_TENTH, share + _IN_WORDS),
        (_A_LITTLE_MORE, share, share + _A_TENTH),
        (_ABOUT, share - _ROUGHLY, share + _ROUGHLY),
    ):
        if any(word in known for word in words):
            return Bounds(share, low - _HARDLY, high + _HARDLY)
    if match["percent"]:
        return None
    slack = _FINELY if match["more"] else _IN_WORDS
    return Bounds(share, share - slack, share + slack)


def exactly(match: re.Match[str]) -> Bounds | None:
    """Return between which percentages a share lies that is told in plain digits; None for another."""
    if not match["percent"] or match["before"] or match["behind"]:
        return None
    share = _share(match)
    slack = Decimal("0.1") if "." in match["percent"] else _HARDLY + Decimal("0.1")
    return Bounds(share, share - slack, share + slack)


def _share(match: re.Match[str]) -> Decimal:
    """Return a share in percent."""
    if match["percent"]:
        return Decimal(match["percent"])
    if match["half"]:
        return Decimal(_ALL) / 2
    if match["of"]:
        return round(Decimal(_ALL) * (han_number(match["part"]) or 0) / (han_number(match["of"]) or 1), 1)
    more = match["more"] or ""
    return Decimal(_A_TENTH * (han_number(match["tenths"]) or 0) + (_A_TENTH // 2 if more == "半" else _digit(more)))


def _digit(numeral: str) -> int:
    return (han_number(numeral) or 0) if numeral else 0
