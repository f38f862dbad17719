"""Knows that there was no case of one sort, which says nothing of the others: 无未结诉讼, 没有二审诉讼."""

from __future__ import annotations

import re

from core.base.patterns import pattern
from core.texts.reading.sentence.sentences import NumberReading

_SORT = pattern(
    "(?:未(?:审?结|审毕|办结|决|了结?|完结?|判决?)|在[审办]|待[审决判结]|审理中|在审理中?|遗留|积压|跨年度?|存量"
    "|二审|再审|上诉|重复)(?:的|行政|政府|信息公开|案件|类|、)*$"
)
"""无(未结)诉讼"""
_NOUN_BEHIND = pattern("的?(?:政府信息公开|信息公开)?(?:的|案件|类)*(?:行政)?(?:复议|诉讼)[^，；。\\n]{0,12}")
_MARKS = pattern("[，；。]")
COURT_AGAIN = pattern("二审|再审|上诉")


def denies_a_sort(between: str) -> bool:
    """Whether words between a negation and 复议 or 诉讼 say of what sort there was none."""
    return bool(_SORT.search(between))


def noun_behind(denied: re.Match[str]) -> str:
    """Return the words behind 无未结 where they name the cases: 诉讼."""
    noun = _NOUN_BEHIND.match(denied.string, denied.end())
    return noun[0] if noun else ""


def with_words_of(denied: NumberReading, count: NumberReading, printed: str) -> NumberReading:
    """Return a denial with the words of the number it is told of, unless that stands in another clause behind it.

    无一败诉，负责人出庭应诉8次: the denial is not told of these 8.
    """
    is_behind = denied.end <= count.start and bool(_MARKS.search(printed, denied.end, count.start))
    return denied if is_behind else denied._replace(words=(*denied.words, *count.words[:1]))


def own_span(match: re.Match[str]) -> tuple[int, int]:
    """Return where a denial stands itself, without another one that it must stand behind."""
    return match.span("told" if "told" in match.re.groupindex else 0)
