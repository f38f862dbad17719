"""Finds lists of the parts of a report beside another number: 共分六个部分：总体情况，… with five named (N-26)."""

from __future__ import annotations

import re

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
_BEFORE = pattern(
    r"(?:报告|年报|全文)[^。；：，\n]{0,12}?(?:由|包括|包含|分为|含)：?(?P<list>[^。：\n（）()\d]{20,160}?)"
    r"(?:，?共|，)?(?P<said>(?P<number>[两三四五六七八九]|[2-9])\s*(?:个|大)?(?:部分|章|板块))(?:的?内容)?(?=组成|构成|[，。；\n]|$)",
    needs=["部分", "板块", "章"],
)
"""报告由总体情况、……、其他需要报告的事项(六个部分)组成: the list stands before its number."""
_MADE_OF = pattern(
    r"(?:报告|年报|全文)[^。；：，\n]{0,12}?由(?P<list>[^。；：\n（）()\d]{40,160}?)(?:等内容)?(?:组成|构成)",
    needs=["组成", "构成"],
)
BOTH_CASES = pattern("(行政复议)、(?=(?:被)?提起行政诉讼|行政诉讼情况)")
"""被申请(行政复议、)提起行政诉讼情况: one part."""
_NEXT_PART = pattern(
    "、|，|；|(?:，|以及|和|及|与)(?=(?:总体情况|主动公开|收到和处理|因?政府信息公开工作|存在的?|其他需要))"
)
_NEXT_ASPECT = pattern("[、，；]|和|以及|及|与")
_SAID = ("部分", "章", "板块", "内容")
"""What ends with one of them says how many parts there are."""
_MARKS = "；，、"
_OPEN = "等"


def parts_miscounted(text: str) -> tuple[tuple[Span, int, int], ...]:
    """Return how many parts a report is said to have, where it lists another number of them: place, said, listed.

    Only a list is counted of which each item is one part of the form, and no part comes twice.
    """
    found = []
    for match in _LISTED.finditer(text):
        said = int(match["number"]) if match["number"].isdecimal() else han_number(match["number"])
        listed = BOTH_CASES.sub(r"\1", match["list"])
        mark = next((mark for mark in _MARKS if mark in listed), "")
        items = listed.split(mark) if mark else []
        named = [_parts_named(item) for item in items]
        is_plain = _OPEN not in listed and all(len(parts) == 1 for parts in named)
        is_plain = is_plain and len({part for parts in named for part in parts}) == len(items)
        if is_plain and len(items) >= phrases.ENOUGH_SECTIONS and said is not None and said != len(items):
            found.append((Span(*match.span("said")), said, len(items)))
    return (*found, *_parts_before(text), *_aspects_miscounted(text))


def _parts_before(text: str) -> list[tuple[Span, int, int]]:
    """Return the number behind a list of parts that lacks one, or names one of them twice."""
    found = []
    for match in _BEFORE.finditer(text):
        said = int(match["number"]) if match["number"].isdecimal() else han_number(match["number"])
        items, parts = _listed_parts(match["list"])
        is_plain = len(parts) == len(items) and len({*parts}) == len({*items}) >= phrases.ENOUGH_SECTIONS
        if is_plain and said is not None and said != len({*parts}) and _OPEN not in match["list"]:
            found.append((Span(*match.span("said")), said, len({*parts})))
    return found


def parts_left_out(text: str) -> tuple[tuple[Span, int, int], ...]:
    """Return lists of what a report is made of, from its first part to its last one, that lack one of the others."""
    found, every = [], len(phrases.SECTION_NAMES)
    for match in _MADE_OF.finditer(text):
        items, parts = _listed_parts(match["list"])
        is_plain = len(parts) == len(items) and _OPEN not in match["list"] and not match["list"].endswith(_SAID)
        if is_plain and (parts[0], parts[-1]) == (0, every - 1) and len({*parts}) == every - 1:
            found.append((Span(*match.span("list")), len(items), every))
    return tuple(found)


def _listed_parts(listed: str) -> tuple[list[str], list[int]]:
    """Return the items of a list, and the parts that they name, as many where each names one."""
    items = [item for item in _NEXT_PART.split(BOTH_CASES.sub(r"\1", listed)) if item]
    named = [_parts_named(item) for item in items]
    return items, [parts[0] for parts in named if len(parts) == 1]


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
