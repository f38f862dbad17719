"""What the head of a column says: one of the form's, this year, another year, a part of the year, or something else."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from functools import lru_cache

from gui.matrix.printed_order import key_of


class Head(Enum):
    """What the numbers below a head are."""

    OWN = "own"
    """Those of a column of the form."""
    THIS_YEAR = "this year"
    OTHER_YEAR = "other year"
    PART_OF_YEAR = "part of year"
    OTHER = "other"
    """What an office adds to the form: subtotals, shares, remarks."""
    UNKNOWN = "unknown"


TOTALS = frozenset({"合计", "总计", "总数", "合计数", "共计"})
COUNTS = frozenset({"数量", "件数", "数", "件数件", "数量件"})
"""Heads that say no more than that something was counted."""
SHARE = re.compile("占比|比例|比重|增减|增长|增加|增幅|升降|同比|环比")
"""Heads above names of the form whose numbers are no counts of it."""
SUBTOTAL = re.compile(r"小计(?:数|件数)?$")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=年|$)")
_OTHER_YEAR = re.compile("上年|去年|上一年|上年度|往年|前年|同期|上期|上一?报告期|基期")
_THIS_YEAR = re.compile("本年|今年|当年|本期|报告期|全年|累计|1[-—–~至到]12月")
_PART = re.compile(
    r"[上下]半年|季度?$|\d月?[-—–~至到](?:0?\d|1[01])月份?$|(?:^|[^-—–~至到\d])(?:1?\d|十?[一二三四五六七八九十])月份?$"
)
_OTHER = re.compile("小计|占比|比例|比重|占总|增减|增长|增加|增幅|升降|同比|环比|备注|说明|序号|编号|%")


_BARE = re.compile(
    r"(?:(?:19|20)\d\d)年?度?|本年度?|今年|当年|本期|全年|累计|1[-—–~至到]12月|合计数?|总计|总数|共计|数量|件数|数|件|[()]"
)


def is_bare(text: str) -> bool:
    """Whether a head says no more than that something was counted this year: it names no column."""
    return not _BARE.sub("", "".join(unicodedata.normalize("NFKC", text).split()))


@lru_cache(maxsize=4096)
def head_of(text: str, own: frozenset[str], year: int | None) -> Head:
    """Return what a head says.

    Args:
        text: The head.
        own: Keys of the columns of the form.
        year: The year of the report; None where it is not filled in.
    """
    said = "".join(unicodedata.normalize("NFKC", text).split())
    if key_of(text) in own:
        return Head.OWN
    if _OTHER.search(said):
        return Head.OTHER
    years = {int(found) for found in _YEAR.findall(said)} if year else set()
    if _OTHER_YEAR.search(said) or years - {year}:
        return Head.OTHER_YEAR
    if _THIS_YEAR.search(said) or said in TOTALS:
        return Head.THIS_YEAR
    if _PART.search(said):
        return Head.PART_OF_YEAR
    return Head.THIS_YEAR if years else Head.UNKNOWN


def names_last_year(title: str, year: int | None) -> bool:
    """Whether a title names the year before that of the report, and no other."""
    years = {int(found) for found in _YEAR.findall("".join(unicodedata.normalize("NFKC", title).split()))}
    return bool(year) and years == {(year or 0) - 1}
