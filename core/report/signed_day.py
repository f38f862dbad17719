"""The day of signing as a paper shows it, in Arabic numerals as GB/T 9704 wants them, whichever way it was typed."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from core.base.patterns import pattern

_HAN = "〇一二三四五六七八九"
_NUMERALS = str.maketrans(f"○零{_HAN}", f"00{''.join(map(str, range(10)))}")
_ROOM = r"[\s_＿]*"
_NUMBER = rf"{_ROOM}(\d{{1,2}}|[一二三四五六七八九十廿卅]{{1,3}})?{_ROOM}"
_IN_WORDS = pattern(rf"\s*(\d{{4}}|[○零{_HAN}]{{4}})\s*年{_NUMBER}月(?:{_NUMBER}[日号])?\s*")
_SHORT = pattern(r"\s*(\d{4})\s*[./．-]\s*(\d{1,2})\s*[./．-]\s*(\d{1,2})\s*")
_OPEN = "　"
"""What is left for handwriting."""


@lru_cache(maxsize=16)
def signed_day(written: str) -> str:
    """Return a day as papers write it, with room for the day, or the month and the day, that is to come.

    What is no day, of no calendar or left open from its year on stays as it was typed.
    """
    found = _read(written)
    if found is None:
        return written
    year, month, day = found
    if month is None:
        return written if day is not None else f"{year}年{_OPEN}月{_OPEN}日"
    return f"{year}年{month}月{_OPEN if day is None else day}日" if _first(year, month, day) else written


def earliest_day(written: str) -> date | None:
    """Return the first day that it can become: of its month, where the day is open; None where the month is."""
    found = _read(written)
    return None if found is None or found[1] is None else _first(found[0], found[1], found[2])


def named_day(written: str) -> tuple[int, int, int] | None:
    """Return year, month and day of a text that gives all three, whether there is such a day or not."""
    year, month, day = _read(written) or (None, None, None)
    return None if year is None or month is None or day is None else (year, month, day)


def is_no_day(written: str) -> bool:
    """Return whether a day, or a month whose day is open, is written as such, in no calendar."""
    found = _read(written)
    return found is not None and found[1] is not None and _first(found[0], found[1], found[2]) is None


def _read(written: str) -> tuple[int | None, int | None, int | None] | None:
    """Return year, month and day, each None where it is open; nothing for what is no day."""
    found = _IN_WORDS.fullmatch(written) or _SHORT.fullmatch(written)
    return None if found is None else (_number(found[1]), _number(found[2]), _number(found[3]))


def _first(year: int | None, month: int, day: int | None) -> date | None:
    """Return the day, or the first of the month; None where the calendar has none such."""
    try:
        return date(year or 0, month, 1 if day is None else day)
    except ValueError:
        return None


def _number(text: str | None) -> int | None:
    """Return a number in Arabic or Chinese numerals: 15, 十五, 廿五, 二〇二六; None for nothing, 0 for what is none."""
    if not text:
        return None
    tens, ten, ones = text.replace("廿", "二十").replace("卅", "三十").rpartition("十")
    if ten:
        digits = (tens or "1").translate(_NUMERALS) + (ones or "0").translate(_NUMERALS)
        return int(digits) if len(digits) == 2 and digits.isdigit() else 0
    digits = text.translate(_NUMERALS)
    return int(digits) if digits.isdigit() and (digits == text or len(text) in {1, 4}) else 0
