"""What a number in a workbook looks like: a date, a share, nothing at all, or more or less than what is stored."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal

from lxml import etree

from core.base.ooxml import integer
from core.report.entry_text import format_number

_BUILT_IN = {
    **dict.fromkeys((9, 10), "0%"),
    11: "0E+0",
    12: "# ?/?",
    13: "# ?/?",
    48: "0E+0",
    **dict.fromkeys((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)), "y"),
}
"""Formats that have a number only and do not show the plain number; 27 to 36 and 50 to 58 are Chinese dates."""

_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?:\$[^\]]*|[A-Za-z]+\d*|[<>=][^\]]*)\]')
_ELAPSED = re.compile(r"\[[hms]+\]", re.IGNORECASE)
_DATE = re.compile(r"[ymdhs年月日]", re.IGNORECASE)
_OTHER_NUMBER = re.compile(r"[0#?],+(?![0#?,])|E[+-]|[0#?]\s*/|[!\\]\.", re.IGNORECASE)
"""Thousands left out, powers of ten, fractions, a point that is only drawn."""
_FIRST_DAY, _FIRST_DAY_1904 = date(1899, 12, 30), date(1904, 1, 1)
_LAST_DAY = 2_957_003  # 31 December 9999, counted from 1904; nobody means a later one


class Formats:
    """The number formats of a workbook.

    Args:
        styles: Root of ``styles.xml``; None where there is none.
        counts_from_1904: Whether dates are counted from 1904 on (old Macintosh).
    """

    def __init__(self, styles: etree._Element | None, *, counts_from_1904: bool) -> None:
        self._first_day = _FIRST_DAY_1904 if counts_from_1904 else _FIRST_DAY
        self._codes = _codes(styles) if styles is not None else []

    def shown(self, value: Decimal, style: int) -> str:
        """Return the number as it is shown, as far as that changes what it says; else as it is stored."""
        code = self._codes[style] if style < len(self._codes) else ""
        plain = format_number(value)
        if not code:
            return plain
        parts = code.split(";")
        part = parts[1] if value < 0 and len(parts) > 1 else parts[0]
        bare = _LITERAL.sub("", _ELAPSED.sub("h", part))
        if len(parts) > 1 and not part.strip() and value:
            return ""
        if "%" in bare:
            return f"{format_number(value * 100)}%"
        if _DATE.search(bare):
            return self._day(value)
        return f"{plain}，显示成另一个数" if _OTHER_NUMBER.search(part) else plain

    def _day(self, value: Decimal) -> str:
        whole = int(value)
        if not 0 < whole <= _LAST_DAY:
            return f"{format_number(value)}，是日期或时间"
        day = self._first_day + timedelta(days=whole)
        return f"{day.year}年{day.month}月{day.day}日"


def _codes(styles: etree._Element) -> list[str]:
    """Return the format of each cell style; "" for plain numbers."""
    own: dict[int, str] = {}
    found: list[str] = []
    for group in styles:
        kind = group.tag.rpartition("}")[2]
        if kind == "numFmts":
            own = {integer(child.get("numFmtId")): child.get("formatCode", "") for child in group}
        elif kind == "cellXfs":
            for child in group:
                number = integer(child.get("numFmtId"))
                code = own.get(number) or _BUILT_IN.get(number, "")
                found.append("" if code.lower() in ("general", "@") else code)
    return found
