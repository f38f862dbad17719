"""What is wrong with the number format of a cell for the number that is put there: it shows another one, or none."""

from __future__ import annotations

import re
from decimal import Decimal

from core.report.entry_text import Number
from core.visible.number_formats import DATE, ELAPSED, LITERAL, drawn_around, hides_number, hides_sign


def format_fault(code: str, value: Number | str) -> str:
    """Return what a format does to a number, or to any where there is none: 是日期或时间; "" for nothing.

    Rounding is no fault of the format: it is told where it happens.
    """
    number = Decimal(value) if not isinstance(value, str) else Decimal(1)
    bare = LITERAL.sub("", ELAPSED.sub("h", code))
    if not hides_number(code, number.to_integral_value() or Decimal(1)):
        return "不显示负号" if hides_sign(code, number) else ""
    if "%" in bare:
        return "是百分比"
    if DATE.search(bare):
        return "是日期或时间"
    return "显示成另一个数" if re.search("[0#?]", bare) else "不显示数字"


def in_format(text: str, code: str, value: Number | str) -> str:
    """Return a text with what the number format of its cell draws before and behind a number."""
    before, behind = drawn_around(code, Decimal(1 if isinstance(value, str) else value)) if code else ("", "")
    return before + text + behind
