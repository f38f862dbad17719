"""What a number in a workbook looks like: a date, a share, nothing at all, or more or less than what is stored."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from core.base.archive_limits import Archive
from core.base.day_words import day_in_words
from core.base.ooxml import day_zero
from core.report.entry_text import format_number
from core.visible.number_formats import BUILT_IN, DATE, ELAPSED, LITERAL, OTHER_NUMBER, drawn_beside
from core.visible.sheet_members import counts_from_1904, number_formats, struck_styles
from core.visible.units import drawn_unit

_LAST_DAY = 2_957_003  # 31 December 9999, counted from 1904; nobody means a later one


class Formats:
    """How the cells of a workbook look: their number formats, and which are struck out.

    Attributes:
        struck: The cell styles that strike out all that stands in a cell.
    """

    def __init__(self, archive: Archive) -> None:
        self._first_day = day_zero(from_1904=counts_from_1904(archive))
        self._codes = [_code(number, own) for number, own in number_formats(archive)]
        self.struck = struck_styles(archive)

    def shown(self, value: Decimal, style: int) -> str:
        """Return the number as it is shown, with the unit of its format, as far as that changes what it says."""
        code = self._codes[style] if style < len(self._codes) else ""
        plain = format_number(value)
        if not code:
            return plain
        parts = code.split(";")
        part = parts[1] if value < 0 and len(parts) > 1 else parts[0]
        bare = LITERAL.sub("", ELAPSED.sub("h", part))
        if len(parts) > 1 and not part.strip() and value:
            return ""
        if "%" in bare:
            return f"{format_number(value * 100)}%"
        if DATE.search(bare):
            return self._day(value)
        if OTHER_NUMBER.search(part):
            return f"{plain}，显示成另一个数"
        return plain + drawn_unit(drawn_beside(code, value))

    def _day(self, value: Decimal) -> str:
        whole = int(value)
        if not 0 < whole <= _LAST_DAY:
            return f"{format_number(value)}，是日期或时间"
        return day_in_words(self._first_day + timedelta(days=whole))


def _code(number: int, own: str | None) -> str:
    """Return the format of a cell style; "" for plain numbers."""
    code = own or BUILT_IN.get(number, "")
    return "" if code.lower() in ("general", "@") else code
