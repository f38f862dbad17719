"""Finds the wrong brackets around years, decrees and titles in citations (N-11)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.texts.rules.views import Span

_WRONG_BRACKETS = re.compile(
    r"(?:根据|按照|依据|依照|以及|遵照|参照|和|及|与|的)*(?P<cite>[\u4e00-\u9fff]{1,10}(?:[\[［【〈<（({｛])\s*(?:19|20)\d{2}\s*(?:[\]］】〉>）)}｝])\s*第?\d{1,4}\s*号)"
)
_ANY_YEAR = re.compile(r"(?:19|20)\d{2}\s*(?:年?\s*第?\d{1,4}\s*号|[\]］【】〉>）)}｝]\s*第?\d{1,4}\s*号)")
"""What both kinds of wrong document numbers hold; begins with a digit, so that most texts are passed over at once."""
_NO_BRACKETS = re.compile(r"(?P<cite>[\u4e00-\u9fff]{1,10}[函发字办政]\s*(?:19|20)\d{2}\s*年?\s*第?\d{1,4}\s*号)")
_ANGLE_TITLE = re.compile(
    r"《[^《》\n]{0,60}(<[^<>\n]{2,60}>|＜[^＜＞\n]{2,60}＞|《[^《》\n]{2,60}》)[^《》\n]{0,30}》"
)
_DECREE_BRACKETS = re.compile(r"》\s*(?P<cite>[\[［【〔{｛](?:中华人民共和国)?国务院令第?\s*\d{3}\s*号[\]］】〕}｝])")
"""《条例》(【国务院令第711号】)"""
_SHORT = 16


def wrong_brackets(text: str) -> Iterator[Span]:
    """Yield the brackets of document numbers, decrees and titles in titles that are not those of the standard."""
    for brackets in (_WRONG_BRACKETS, _NO_BRACKETS) if _ANY_YEAR.search(text) else ():
        for match in brackets.finditer(text):
            yield Span(*match.span("cite"), f"“{match['cite']}”的年份应放在六角括号〔〕中")
    for match in _DECREE_BRACKETS.finditer(text):
        yield Span(*match.span("cite"), f"“{match['cite']}”应放在圆括号（）中")
    for match in _ANGLE_TITLE.finditer(text):
        shown = match[1] if len(match[1]) <= _SHORT else match[1][:_SHORT] + "…"
        yield Span(*match.span(1), f"书名中的书名“{shown}”应使用单书名号〈〉")
