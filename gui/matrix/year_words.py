"""Which year a short text names: 2025年, 上年, 本年 beside a row, or the title above a table."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from gui.matrix.head_words import Head, head_of

_BARE_YEAR = re.compile(r"\(?((?:19|20)\d\d)\)?(?:年度?)?\)?数?(?:\(年\))?")
_WORDS = re.compile(
    r"\(?(?:上年度?|去年|上一年度?|往年|前年|上年同期|去年同期|同期|上期|本年度?|今年|当年|本期)(?:数|数量|件数|合计)?\)?"
)
_OTHER = re.compile(
    r"(?:同比|比上年|较上年|比去年|较去年)?(?:增减|增长|增幅|变化|升降)(?:数|率|情况|比例|\(?%\)?)?|同比|两年合计|合计|小计"
)
_IN_TITLE = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年(?!\s*\d{1,2}月))")


@lru_cache(maxsize=4096)
def period_of(text: str | None) -> str:
    """Return the year or the word that a cell is, 2025年 and 2025 as the same; "" where it says anything else."""
    said = _plain(text)
    if found := _BARE_YEAR.fullmatch(said):
        return f"{found[1]}年"
    return said.strip("()") if _WORDS.fullmatch(said) else ""


def is_beside_years(text: str | None) -> bool:
    """Whether a cell is what stands below two years: 增减, 合计."""
    return bool(_OTHER.fullmatch(_plain(text)))


def is_of_year(period: str, year: int) -> bool:
    """Whether a period is the year of the report."""
    return head_of(period, frozenset(), year) is Head.THIS_YEAR


def names_year(period: str) -> bool:
    """Whether a period is a year in digits, which means nothing where the report has no year."""
    return period[:1].isdecimal()


@lru_cache(maxsize=4096)
def period_in(title: str | None) -> str:
    """Return the only year or the word that a title names; "" for none, and for several."""
    if said := period_of(title):
        return said
    years = set(_IN_TITLE.findall(_plain(title)))
    return f"{years.pop()}年" if len(years) == 1 else ""


def _plain(text: str | None) -> str:
    return "".join(unicodedata.normalize("NFKC", text or "").split())
