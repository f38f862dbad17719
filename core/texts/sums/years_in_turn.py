"""Knows two numbers that tell the same of this year and of the last: 2024年公开信息1000条，2023年公开信息800条."""

from __future__ import annotations

import re

from core.base.patterns import pattern
from core.texts.language.things import Count
from core.texts.language.year_words import MOVED_TO

LAST_YEAR = pattern(
    "(?:□□□上年|上年|去年|上一年)(?!度?(?:[底末]|年底|年末)?(?:收到)?的?(?:结转|遗留|转入|转来|留存|结存|未|尚未|在办))"
)
"""上年收到; not 上年结转, which is no number of a year."""
_RISEN_TO = pattern(MOVED_TO)
"""由上年的400条(增加到)500条"""
_FROM = pattern("[由从](?:原来|之前|原有)?的?$")
"""公众号(由)8个增加到12个"""
_MARKS = "[，；：。（]?(?:而|且)?"
_LAST = pattern(f"{_MARKS}(?:□□□上年|上年|去年|上一年)度?(?:同期|全年)?(?P<what>[^，；：。、（）\\d]*)")
_THIS = pattern(f"{_MARKS}(?:□□□本年|今年|本年|全年|当年)度?(?:全年)?，?(?P<what>[^，；：。、（）\\d]*)")
_EMPTY = pattern("我[局委办厅市县区镇]|本[局级单位机关]+|[共仅只为是有了的则达到，]|总数|数量|信息|申请|政府")
"""What a second clause may leave out or add: 今年收到申请96件，去年收到77件."""


def is_same_of_last_year(now: Count, before: Count) -> bool:
    """Whether a number is followed by that of the year before: 全年发布信息1000条，去年发布800条."""
    return _is_same(_THIS.search(now.head), _LAST.fullmatch(before.head))


def is_growth_between(text: str, before: Count, now: Count, *, is_than_told: bool) -> bool:
    """Whether a growth behind two numbers is that from the one to the other: 2023年公开800条，2024年公开1000条."""
    is_risen = bool(_RISEN_TO.fullmatch(text[before.end : now.start]))
    if LAST_YEAR.search(before.head):
        is_other = is_than_told and not LAST_YEAR.search(now.head)
        return is_risen or is_other or _is_same_of_next_year(before, now)
    return is_risen and not is_than_told and bool(_FROM.search(before.head))


def _is_same_of_next_year(before: Count, now: Count) -> bool:
    return _is_same(_THIS.fullmatch(now.head), _LAST.search(before.head))


def _is_same(this: re.Match[str] | None, last: re.Match[str] | None) -> bool:
    """Whether two clauses use the same words, each to its end."""
    if this is None or last is None or this.end() != len(this.string) or last.end() != len(last.string):
        return False
    return _EMPTY.sub("", this["what"]) == _EMPTY.sub("", last["what"]) != ""
