"""Whether the number format of a cell shows the number that stands in it, or another figure."""

from __future__ import annotations

import re
from decimal import Decimal

LITERAL = re.compile(r'"[^"]*"|[\\!].|_.|\*.|\[(?:\$[^\]]*|[A-Za-z]+\d*|[<>=][^\]]*)\]')
"""What a format draws without regard to the number; Chinese programs write !. for a point that is only drawn."""
OTHER_NUMBER = re.compile(r"[0#?],+(?![0#?,])|E[+-]|[0#?]\s*/|[!\\]\.", re.IGNORECASE)
"""Thousands left out, powers of ten, fractions, a point that is only drawn."""

_DRAWN_NUMBER = re.compile(r'"[^"]*[\d.][^"]*"|[\\!][\d.]')
_DECIMALS = re.compile(r"\.([0#?]*)")
_GENERAL = re.compile("general|通用格式|@", re.IGNORECASE)
_PLAIN = ("", "general", "@", "g/通用格式")


def hides_number(code: str, value: Decimal) -> bool:
    """Return whether a format shows nothing, or another figure than the number; a zero it may show as it likes."""
    if code.strip().lower() in _PLAIN or not value or not value.is_finite():
        return False
    parts = _sections(code)
    part = parts[1] if value < 0 and len(parts) > 1 else parts[0]
    bare = LITERAL.sub("", part)
    is_plain = _GENERAL.search(bare) is not None
    if not is_plain and not re.search("[0#?]", bare):
        return True
    if "%" in bare or OTHER_NUMBER.search(part) or _DRAWN_NUMBER.search(part):
        return True
    if is_plain:
        return False
    decimals = _DECIMALS.search(bare)
    exponent = value.normalize().as_tuple().exponent
    return isinstance(exponent, int) and -exponent > (len(decimals[1]) if decimals else 0)


def _sections(code: str) -> list[str]:
    """Return the parts of a format: for numbers above zero, below it, and so on; a semicolon may be drawn as well."""
    parts, start, drawn = [], 0, [match.span() for match in LITERAL.finditer(code)]
    for at, char in enumerate(code):
        if char == ";" and not any(first <= at < last for first, last in drawn):
            parts.append(code[start:at])
            start = at + 1
    return [*parts, code[start:]]
