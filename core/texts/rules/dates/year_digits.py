"""Finds years whose digits are not those of a year: 20024年, 2204年, 202４年 (N-08).

A number of five digits, or of four that begin as no year does, is told as a slip only where it is so near to the year
of the report, or to one beside it, that nothing else can be meant.
"""

from __future__ import annotations

import re
from functools import lru_cache

from core.base.patterns import pattern
from core.texts.rules.views import Span

_WRITTEN = pattern(
    r"(?P<digits>\d(?<![\d.,．，/—–~～-].)\d{3,4})\s*年(?![均金内薪费租检资限]|以[上内下来]|\s*期(?!间))", needs=["年"]
)
_CENTURIES = ("18", "19", "20", "21")
_DIGITS = 4
_BESIDE = (0, -1, 1)
_OPENS = pattern(
    "年度?，(?![^。；\\n]*(?:将|拟|要(?![求点素闻件])|力争|目标|规划|远景|愿景|计划|预计|预期|届时|有望|实现|建成|达到|底前|展望|面向))"
)
"""(2032)年，局机关认真贯彻条例: no plan, where a text or a paragraph begins with it."""
_FARTHEST_PLAN = 15
"""Years to come that a text may speak of: 规划至2035年; 2042年 in a report on 2024 is that year."""


@lru_cache(maxsize=256)
def garbled_years(text: str, year: int) -> tuple[Span, ...]:
    """Return the years of a text that no one would write on purpose, with the year that is meant."""
    found = []
    for match in _WRITTEN.finditer(text):
        meant = _meant(match["digits"], year) or _meant_at_head(text, match, year)
        if meant is not None:
            found.append(Span(*match.span(), str(meant)))
    return tuple(found)


def _meant_at_head(text: str, match: re.Match[str], year: int) -> int | None:
    """Return the report year where a paragraph begins with its digits turned to a year to come, and tells no plan."""
    digits = match["digits"]
    is_turned = digits > str(year) and sorted(digits) == sorted(str(year))
    is_head = is_turned and not text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip()
    return year if is_head and _OPENS.match(text, match.end("digits")) else None


def _meant(written: str, year: int) -> int | None:
    """Return the year that some digits are a slip for; None where they may be right."""
    digits = str(int(written)) if written[0] not in "0０" else written
    years = [year + back for back in _BESIDE]
    if len(digits) > _DIGITS:
        shorter = {digits[:i] + digits[i + 1 :] for i in range(len(digits))}
        return next((one for one in years if str(one) in shorter), None)
    if digits.startswith(_CENTURIES):
        is_mixed = digits == str(year) and written != digits and any(char.isascii() for char in written)
        is_turned = int(digits) - year > _FARTHEST_PLAN and sorted(digits) == sorted(str(year))
        return year if is_mixed or is_turned else None
    return year if _is_slip(digits, str(year)) else None


def _is_slip(digits: str, right: str) -> bool:
    """Whether digits are others in another order, or differ in one place; 1024年 may be told of an old chronicle."""
    differing = sum(a != b for a, b in zip(digits, right, strict=True))
    return digits[0] != "1" and (sorted(digits) == sorted(right) or differing == 1)
