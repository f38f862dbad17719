"""Finds lists of the parts of a report beside another number: 共分六个部分：总体情况，… with five named (N-26)."""

from __future__ import annotations

import re
from functools import lru_cache

from core.base.patterns import pattern
from core.texts.language import phrases
from core.texts.language.numbers import han_number
from core.texts.rules.views import Span

_LISTED = pattern(
    r"(?:报告|年报|全文)[^。；：\n]{0,20}(?P<said>(?P<number>[两三四五六七八九]|[2-9])\s*(?:个|大)?(?:部分|章|板块))"
    r"(?:内容|组成|构成)?(?:：|，?(?:即|分别是|分别为|包括|包含)：?)(?P<list>[^。\n（）()]{20,160})(?=[。\n]|$)",
    needs=["部分", "板块", "章"],
)
_ASPECT = (
    "(?:政府信息)?主动公开(?:政府信息)?|依申请公开(?:政府信息)?|政府信息(?:资源)?管理|信息管理|(?:政府信息公开)?(?:信息)?平台建设"
    "|公开平台(?:建设)?|监督保障|机构(?:队伍)?建设|政策解读|回应关切|基层政务公开|教育培训|组织领导|制度建设"
)
_ASPECTS = pattern(
    r"(?P<said>(?P<number>[两三四五六七八九]|[2-9])\s*(?:个|大)?(?:方面|环节|板块|维度|领域|项|块|部分))(?!的?问题)[^。；：\n\d]{0,24}"
    rf"(?:：|[，,](?:即|分别是|分别为|包括)：?)(?P<list>(?:{_ASPECT})(?:(?:、(?:{_ASPECT}))+|(?:[，；](?:{_ASPECT}))+(?=[。\n]|$))(?:(?:和|及|以及|与)(?:{_ASPECT}))?)"
    r"(?=[，。；\n]|$)",
    needs=["方面", "环节", "板块", "维度", "领域", "项", "块", "部分"],
)
"""从(五个方面)推进工作：主动公开、依申请公开、政府信息管理、监督保障，: four are named."""
_NEXT_ASPECT = pattern("[、，；]|和|以及|及|与")
_MARKS = "；，、"
_OPEN = "等"


@lru_cache(maxsize=256)
def parts_miscounted(text: str) -> tuple[tuple[Span, int, int], ...]:
    """Return how many parts a report is said to have, where it lists another number of them: place, said, listed.

    Only a list is counted of which each item is one part of the form, and no part comes twice.
    """
    found = []
    for match in _LISTED.finditer(text):
        said = int(match["number"]) if match["number"].isdecimal() else han_number(match["number"])
        listed = match["list"]
        mark = next((mark for mark in _MARKS if mark in listed), "")
        items = listed.split(mark) if mark else []
        named = [_parts_named(item) for item in items]
        is_plain = _OPEN not in listed and all(len(parts) == 1 for parts in named)
        is_plain = is_plain and len({part for parts in named for part in parts}) == len(items)
        if is_plain and len(items) >= phrases.ENOUGH_SECTIONS and said is not None and said != len(items):
            found.append((Span(*match.span("said")), said, len(items)))
    return (*found, *_aspects_miscounted(text))


def _aspects_miscounted(text: str) -> list[tuple[Span, int, int]]:
    found = []
    for match in _ASPECTS.finditer(text):
        said = int(match["number"]) if match["number"].isdecimal() else han_number(match["number"])
        named = _NEXT_ASPECT.split(match["list"])
        if said is not None and said != len(named) == len({*named}):
            found.append((Span(*match.span("said")), said, len(named)))
    return found


def _parts_named(item: str) -> list[int]:
    return [i for i, names in enumerate(phrases.SECTION_NAMES) if re.search(names.pattern, item)]
