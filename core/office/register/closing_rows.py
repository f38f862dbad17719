"""Rows at the end of a list that a clerk keeps: totals, and who filled it in; for registers and lists of units."""

from __future__ import annotations

import re

from core.office.register.vocabulary import plain, vocabulary

_TOTAL = re.compile(
    r"(?:[本全上下]?[年季月页]|[上下]半年|\d{1,2}月份?|\d{4}年|第?[一二三四]季度?)?(?:合计|小计|总计|累计|共计)"
    r"(?:\(.*\))?:?(?:\d+(?:件|[家个](?:单位)?)?)?"
)
_LONGEST_TOTAL = 20


def is_total(text: str) -> bool:
    """Whether a cell begins a row of totals: 合计, 小计（12月）, 合计：25家."""
    word = plain(text)
    return len(word) < _LONGEST_TOTAL and _TOTAL.fullmatch(word) is not None


def is_footer(text: str) -> bool:
    """Whether a cell begins a row that says who filled the list in, or explains it: 填报人：, 注：…."""
    return plain(text).partition(":")[0] in vocabulary().data["footers"]
