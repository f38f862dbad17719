"""Which year a short text names: 2025年, 2025-12-31, 上年, 本年 beside a row, or the title above a table."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from gui.matrix.head_words import Head, head_of

_WORDS_OF_HEAD = 3
_LONGEST = 120
_SIGNS = re.compile(r"[年期]|(?:[1１][9９]|[2２][0０])[\d\s]{2}")
_FIGURES = {ord(char): str(n) for n, chars in enumerate(("〇○零oO", *"一二三四五六七八九")) for char in chars}
_IN_FIGURES = re.compile(
    r"(?<![一二三四五六七八九十百])(?:二[〇○零oO0])?[一二三四五六七八九〇○零][一二三四五六七八九〇○零](?=年)"
)
_DASHES = re.compile(r"[-—–−~〜―]+|(?<=[\d年月日])[至到](?=\d)")
_SHORT = re.compile(r"(?<!\d)['’‘`]?(\d\d)(?=年)")

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_SUM = r"(?:[累总合共]计|实际|实绩|完成|统计)?(?:数据?|数量|件数|情况|值)?"
_MONTHS = rf"{_YEAR}年?\(?0?1月?-(?:(?P=year)年)?12月份?\)?"  # and not 2025-1-12, which is a day
_DAYS = rf"{_YEAR}[年./-]?0?1[月./-]?0?1日?-(?:(?P=year)[年./-]?)?12[月./-]?31日?"
_WHOLE = (
    rf"\(?{_YEAR}\)?(?:年?度?(?:年?[底末终]|[全整]年)|年度?)?\)?{_SUM}(?:\([年件]\))?",
    f"{_MONTHS}{_SUM}",
    rf"{_YEAR}(?P<dot>[./])0?1-(?:(?P=year)(?P=dot))?12",
    rf"{_YEAR}-0?1-(?P=year)-12",
    f"{_DAYS}止?{_SUM}",
    rf"{_YEAR}[年./-]?12[月./-]?31日?(?:0?0:00(?::00)?)?[止前]?{_SUM}",
)
_LABEL = r"(?:(?:统计|报告|填报|数据|所属)?(?:期间|时间|时段|时期|区间|年度|年份|期):)?(?:截[至止]到?)?"
_PERIODS = tuple(re.compile(rf"{_LABEL}\(?{one}\)?") for one in _WHOLE)
_WORD = (
    r"(?:上年度?|去年度?|上一年度?|往年|前年|上年同期|去年同期|同期|上期|上一?报告期|基期"
    r"|上上年度?|本年度?|今年度?|当年度?|本期|本?报告期)(?:[全整]年|年?[底末]|1-12月份?)?"
)
_WORDS = re.compile(rf"\(?{_WORD}{_SUM}\)?")
_DIGITS = re.compile(r"((?:19|20)\d\d)年?度?")
_BOTH = re.compile(rf"{_WORD}{_SUM}\({_DIGITS.pattern}\)|{_DIGITS.pattern}\({_WORD}{_SUM}\)")
_PART = re.compile(
    rf"\(?{_YEAR}年?度?\(?(?:[上下]半年|[前第]?[一二三四1-4]个?季度?"
    rf"|(?:0?\d|1[0-2])月份?|0?\d月?-(?:(?P=year)年)?(?:0?\d|1[01])月份?)\)?{_SUM}\)?"
)
_NAMED = (
    re.compile(r"(?P<name>.+?)[(\[【〔](?P<period>[^()\[\]【】〔〕]+)[)\]】〕]"),
    re.compile(r"(?P<name>.+?)[-:,、/]?(?P<period>(?:19|20)\d\d年度?)"),
    re.compile(r"[(\[【〔](?P<period>[^()\[\]【】〔〕]+)[)\]】〕](?P<name>.+)"),
    re.compile(r"(?P<period>(?:19|20)\d\d年度?)[-:,、/]?(?P<name>.+)"),
    re.compile(r"(?P<name>.+?)[-:](?P<period>[^-:]+)"),
    re.compile(r"(?P<period>[^-:]+)[-:](?P<name>.+)"),
)
_OTHER = re.compile(
    r"(?:同比|比上年|较上年|比去年|较去年)?(?:增减|增长|增幅|变化|升降)(?:数|率|情况|比例|\(?%\)?)?|同比|两年合计|合计|小计"
)
_IN_TITLE = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年(?!\s*\d{1,2}月(?!-)))")
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_WITHIN = tuple(re.compile(rf"(?<!\d){one}(?!\d)") for one in (_MONTHS, _DAYS))


@lru_cache(maxsize=4096)
def period_of(text: str | None) -> str:
    """Return the year, the part of a year or the word that a cell is, all ways to write a year as the same.

    "" where it says anything else.
    """
    said = _plain(text)
    if found := _whole_year(said):
        return found
    if _BOTH.fullmatch(said):
        return _DIGITS.sub(r"\1年", said)
    return said.strip("()") if _WORDS.fullmatch(said) or _PART.fullmatch(said) else ""


def _whole_year(said: str) -> str:
    found = next(filter(None, (one.fullmatch(said) for one in _PERIODS)), None)
    return f"{found['year']}年" if found else ""


def short_year_in(text: str | None) -> int | None:
    """Return the year that a cell names by its last two digits: 25年, 25年度, 自然人（25年）; None for none."""
    found = _SHORT.search(_plain(text))
    return 2000 + int(found[1]) if found else None


@lru_cache(maxsize=4096)
def with_plain_year(text: str, *, has_short: bool) -> str:
    """Return a cell with the year in it written 2025年, however it is written; as it is where that is how.

    Args:
        text: The cell.
        has_short: Whether a year of two digits is one.
    """
    if not _may_name_year(text):
        return text
    plain = _plain(text)
    said = _SHORT.sub(r"20\1", plain) if has_short else plain
    if plain.isdecimal():
        return text
    if (found := _whole_year(said)) and not said.endswith("计"):  # 2025年总计 may be the head of a column
        return found
    if len(text.split()) > _WORDS_OF_HEAD:
        return text  # a line of a sheet whose cells only blanks part
    told = _IN_BRACKETS.sub(lambda part: f"({_whole_year(part[1]) or part[1]})", said)
    for one in _WITHIN:
        told = one.sub(r"\g<year>年", told)
    return text if told == _DASHES.sub("-", _without_blanks(text)) else told


@lru_cache(maxsize=4096)
def name_and_period(text: str | None) -> tuple[str, str]:
    """Return a name and the year or word beside it in one cell: 予以公开（2025年）, 2025年：予以公开; "" for none."""
    said = _plain(text) if _may_name_year(text) else ""
    for pattern in _NAMED if said else ():
        if (found := pattern.fullmatch(said)) and (period := period_of(found["period"])):
            return found["name"], period
    return "", ""


def is_beside_years(text: str | None) -> bool:
    """Whether a cell is what stands below two years: 增减, 合计."""
    return bool(_OTHER.fullmatch(_plain(text)))


def is_of_year(period: str, year: int) -> bool:
    """Whether a period is the whole year of the report."""
    return head_of(period, frozenset(), year) is Head.THIS_YEAR and not _PART.fullmatch(period)


def names_year(period: str) -> bool:
    """Whether a period is a year in digits, which means nothing where the report has no year."""
    return period[:1].isdecimal()


def without_bare_year(row: Sequence[str | None]) -> tuple[str | None, ...]:
    """Return a line without a year that stands alone in it: it has said what it can, and is no number."""
    texts = [text for text in row if text]
    return tuple(text and "" for text in row) if len(texts) == 1 and period_of(texts[0]) else tuple(row)


@lru_cache(maxsize=4096)
def period_in(title: str | None) -> str:
    """Return the only year or the word that a title names; "" for none, and for several."""
    if said := period_of(title):
        return said
    years = {*_IN_TITLE.findall(_plain(title)), *_IN_TITLE.findall(" ".join(map(_plain, (title or "").split())))}
    return f"{years.pop()}年" if len(years) == 1 else ""


def _plain(text: str | None) -> str:
    """Return a text without blanks, its years in digits and its dashes alike: 二〇二五年 is 2025年."""
    said = _DASHES.sub("-", _without_blanks(text))
    return _IN_FIGURES.sub(lambda year: year[0].translate(_FIGURES), said)


def _may_name_year(text: str | None) -> bool:
    """Whether a text is short enough for a head or a name, and has anything that years are written with."""
    return bool(text) and len(text or "") <= _LONGEST and bool(_SIGNS.search(text or ""))


def _without_blanks(text: str | None) -> str:
    return "".join(unicodedata.normalize("NFKC", text or "").split())
