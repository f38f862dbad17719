"""Whether the number format of a cell shows the number that stands in it, or another figure."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from decimal import Decimal

LITERAL = re.compile(r'"[^"]*"|[\\!].|_.|\*.|\[(?:\$[^\]]*|[A-Za-z]+\d*|[<>=][^\]]*)\]')
"""What a format draws without regard to the number; Chinese programs write !. for a point that is only drawn."""
OTHER_NUMBER = re.compile(r"[0#?],+(?![0#?,])|E[+-]|[0#?]\s*/|[!\\]\.", re.IGNORECASE)
"""Thousands left out, powers of ten, fractions, a point that is only drawn."""

BUILT_IN = {
    **dict.fromkeys((9, 10), "0%"),
    11: "0E+0",
    12: "# ?/?",
    13: "# ?/?",
    48: "0E+0",
    **dict.fromkeys((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)), "y"),
}
"""Formats that have a number only and do not show the plain number; 27 to 36 and 50 to 58 are Chinese dates."""
ELAPSED = re.compile(r"\[[hms]+\]", re.IGNORECASE)
DATE = re.compile(r"[ymdhs年月日]", re.IGNORECASE)

_DRAWN_NUMBER = re.compile(r'"[^"]*[\d.][^"]*"|[\\!][\d.]')
_DECIMALS = re.compile(r"\.([0#?]*)")
_GENERAL = re.compile("general|通用格式|@", re.IGNORECASE)
_PLAIN = ("", "general", "@", "g/通用格式")
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)\]")
_COMPARED: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "<>": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "=": operator.eq,
}
_SHOWN_LITERAL = re.compile(r'"([^"]*)"|[\\!](.)|[_*].|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]')
_NUMBER = re.compile(r"[0#?][0#?.,]*|general|G/通用格式|@", re.IGNORECASE)
_MINUS = re.compile(r"[-－−–(（负△▲]")
_NUMBER_SIGNS = re.compile(r"[0#?.,\s()+\-－−–、]|general|通用格式|@", re.IGNORECASE)


def drawn_beside(code: str, value: Decimal) -> str:
    """Return the words and signs that a format draws beside a number, such as 元 or ¥; "" for none or for a zero."""
    if code.strip().lower() in _PLAIN or not value:
        return ""
    drawn = _SHOWN_LITERAL.sub(lambda match: match[1] or match[2] or match[3] or "", _section(code, value))
    return _NUMBER_SIGNS.sub("", drawn)


def drawn_around(code: str, value: Decimal) -> tuple[str, str]:
    """Return what a format draws before and behind a number: ("¥", ""), ("", "万元"); nothing without a number."""
    part = _section(code, value)
    bare = _SHOWN_LITERAL.sub(lambda match: "\0" * len(match[0]), part)  # as long, so that places are the same
    found = list(_NUMBER.finditer(bare))
    if not found:
        return "", ""
    before, behind = part[: found[0].start()], part[found[-1].end() :]
    return _drawn(before), _drawn(behind)


def _drawn(part: str) -> str:
    return _SHOWN_LITERAL.sub(lambda match: match[1] or match[2] or match[3] or "", part)


def hides_sign(code: str, value: Decimal) -> bool:
    """Return whether a format shows a number below zero without its sign: 0;[Red]0."""
    parts = _sections(code)
    return value < 0 and len(parts) > 1 and not any(map(_CONDITION.search, parts)) and not _MINUS.search(parts[1])


def hides_zero(code: str) -> bool:
    """Return whether a format shows nothing where the number is zero: 0;-0;; and #."""
    parts = _sections(code)
    if len(parts) > 2 and not any(map(_CONDITION.search, parts)):
        return not parts[2].strip()
    bare = LITERAL.sub("", parts[0])
    return "#" in bare and not re.search("[0?]", bare) and not _GENERAL.search(bare)


def hides_text(code: str) -> bool:
    """Return whether a format shows something else in place of a text: ;;;."""
    parts = _sections(code)
    return len(parts) > 3 and "@" not in LITERAL.sub("", parts[3])


def hides_number(code: str, value: Decimal) -> bool:
    """Return whether a format shows nothing, or another figure than the number; a zero it may show as it likes."""
    if code.strip().lower() in _PLAIN or not value or not value.is_finite():
        return False
    part = _section(code, value)
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


def _section(code: str, value: Decimal) -> str:
    """Return the part of a format that a number is drawn by: the one whose condition it meets, else by its sign."""
    parts = _sections(code)
    conditions = [_CONDITION.search(part) for part in parts]
    if any(conditions):
        met = (p for p, c in zip(parts, conditions, strict=True) if not c or _COMPARED[c[1]](value, Decimal(c[2])))
        return next(met, parts[-1])
    return parts[1] if value < 0 and len(parts) > 1 else parts[0]


def _sections(code: str) -> list[str]:
    """Return the parts of a format: for numbers above zero, below it, and so on; a semicolon may be drawn as well."""
    parts, start, drawn = [], 0, [match.span() for match in LITERAL.finditer(code)]
    for at, char in enumerate(code):
        if char == ";" and not any(first <= at < last for first, last in drawn):
            parts.append(code[start:at])
            start = at + 1
    return [*parts, code[start:]]
