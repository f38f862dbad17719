"""How Office files write what is no text of anybody's: the letters of columns, whole numbers, days as numbers."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from functools import lru_cache

_MOST_DIGITS = 8  # of a number that may be meant; nothing that is counted in a report comes near
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_NO_TEXT = ("Cc", "Cs", "Cn")
_BREAK = re.compile(r"\r\n|[\r\v\f]")


def properties(title: str, day: date | None) -> dict[str, object]:
    """Return what XlsxWriter is to say of a workbook; made on the same day it has the same bytes. None for now."""
    return {"title": title, **({"created": datetime(day.year, day.month, day.day)} if day else {})}


@lru_cache(maxsize=256)  # a draft asks 1,700 times
def column_letters(number: int) -> str:
    """Return the letters of a column, counted from 1: ``A``, ``Z``, ``AA``."""
    letters = ""
    while number:
        number, digit = divmod(number - 1, 26)
        letters = chr(65 + digit) + letters
    return letters


def column_number(letters: str) -> int:
    """Return the number of a column, counted from 1, from its capital letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def integer(text: str | None, default: int = 0) -> int:
    """Return a whole number of an attribute; the default where there is none, or none that may be meant."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS else default


def unescaped(text: str) -> str:
    """Return a text of a cell as Excel shows it, which writes ``_x000D_`` for a carriage return and _x005F_ for "_".

    A carriage return becomes a line break; other control characters and halves of characters go.
    """
    if "_x" not in text:
        return text
    return _BREAK.sub("\n", _ESCAPED.sub(_meant, text))


def _meant(match: re.Match[str]) -> str:
    character = chr(int(match[1], 16))
    return "" if unicodedata.category(character) in _NO_TEXT and character not in "\t\n\r\v\f" else character


def day_zero(*, from_1904: bool) -> date:
    """Return the day of serial number 0; one day too early from 1900, which Excel takes for a leap year."""
    return date(1904, 1, 1) if from_1904 else date(1899, 12, 30)
