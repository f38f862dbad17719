"""Knows where a year before leads what is counted: 上年予以公开20件、部分公开8件; 去年应办40件（新收36件、结转4件）.

At the begin of a sentence, or behind a semicolon, it holds up to the next word for the year of the report; behind a
comma or in brackets for what is listed between 、 alone.
"""

from __future__ import annotations

import re

from core.base.patterns import holds_one, pattern

_LAST = "(?:□□□(?:上年|他年)|上年|去年|上一年|前年)度?(?:全年|同期|一年)?"
_WORDS = ("上年", "去年", "上一年", "前年", "他年")
_NOT_CARRIED = (
    "(?![^，；：。、（）\\d]*"
    "(?:[转留未尚延底末存旧跨欠挂初剩余增减升降起]|在办|在审|待办|办理中|相比|相较|比较|基础|以来))"
)
"""(上年结转)2件，已办60件; 去年底收到的3件: told of the year of the report."""
_LEADS = pattern(
    f"(?:^|(?P<mark>[，；（：]))(?:而|其中|则)?{_LAST}{_NOT_CARRIED}(?!，)[^，；：。、（）\\d]{{0,16}}"
    "\\d+(?:\\.\\d+)?万?[件个起宗份条次部元]"
)
_THIS_YEAR = pattern("本年|今年|当年|本期|年内|比□□□|较□□□")


def is_led_by_last_year(before: str) -> bool:
    """Whether the words of a sentence before a number, or a place, are led by a year before."""
    if not holds_one(before, _WORDS):
        return False
    for led in _LEADS.finditer(before):
        behind = before[led.end() :]
        if _THIS_YEAR.search(behind):
            continue
        if led["mark"] is None or led["mark"] == "；":
            if "；" not in behind or led["mark"] is None:
                return True
        elif re.fullmatch("(?:[^，；。）]*、[^，；。）]*)?", behind):
            return True
    return False
