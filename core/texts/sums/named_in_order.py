"""Finds totals of kinds that are all named before their numbers: 500条，分为概况、动态两类，分别为212条、294条.

Or before their total: 依托网站、公众号两个渠道公开500条，分别为212条、294条. Several channels may tell the
same things, so that together they may tell more than there are, but no fewer.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.language.numbers import han_number
from core.texts.language.things import Count

_NAMED = pattern(
    "[^，；。：（）\\d]{0,6}，(?:(?:按照?|从)[^，；。：（）\\d]{1,8})?(?P<verb>(?:细|划|区|拆|归|共|主要|大致)?分(?:为|成)?(?:了|别为)?|归为|归入|包括|包含|涵盖|涉及|由|有)"
    "(?P<names>[^，；。：（）\\d、][^，；。：（）\\d]{2,160}?)"
    "(?P<many>[两二三四五六七八])?(?(many)(?:个?(?:大?类别?|种|块|层次?|层级|方面|部分|板块|栏目|系列|项|级|批))(?:组成|构成)?|)"
    "，(?:各类?|每类|数量|件数|条数|场次)?(?:分别|依次|顺次)(?:公开|发布|举办|开展|印发)?(?:为|是|有|达)?："
    "?",
    needs=["分别", "依次", "顺次"],
)
_JOINS = pattern("、|和|及|与|以及")
_LONGEST_NAME = 16
_BETWEEN = ("", "、", "，", "和", "及", "与", "以及")
_OPEN = pattern("主要|等|其中|如|重点|典型")
_DIVIDES = ("分", "归")
_AND_SO_ON = pattern("[^，；。）]{0,8}等|[、，](?:另|其[他它余]|还)")
_ALREADY_NAMED = pattern(
    "(?P<names>[^，；。：（）\\d、]{2,20}(?:、[^，；。：（）\\d、]{2,20})*(?:和|及|与|以及|、)[^，；。：（）\\d、]{2,20}?)"
    "(?P<many>[两二三四五六七八2-8])(?:个|大|类|种|项|条|块|级|家|处)(?P<what>[^，；。：（）\\d、]{0,8})[^。；：（）\\d]{0,20}$"
)
"""(依托网站、微博、公众号三个渠道，全年公开信息)500条"""
_BEHIND_TOTAL = pattern(
    "，?(?:(?:数量|件数|条数|场次)?分别|依次|顺次)(?:公开|发布|推送|举办|开展|印发)?(?:为|是|有|达)：?"
)
_SAME_TOLD = pattern("渠道|平台|网站|载体|方式|途径|媒体|公众号|阵地")
_ENDS = pattern("[。；\n]|$")


def named_in_order(text: str, counts: Sequence[Count]) -> list[tuple[Count, Sequence[Count], str]]:
    """Return the totals that parts told in the order of their names do not add up to."""
    return [*_named_behind_total(text, counts), *_named_before_total(text, counts)]


def _named_behind_total(text: str, counts: Sequence[Count]) -> list[tuple[Count, Sequence[Count], str]]:
    """Return the totals that the parts named before their numbers do not add up to."""
    found: list[tuple[Count, Sequence[Count], str]] = []
    for i, total in enumerate(counts):
        named = _NAMED.match(text, total.end)
        if named is None or _OPEN.search(named["verb"] + named["names"]):
            continue
        names = _JOINS.split(named["names"])
        if len(names) == 1 or any(len(name) > _LONGEST_NAME for name in names):
            continue
        many = named["many"]
        if (many and han_number(many) != len(names)) or not (many or _divides(named["verb"])):
            continue
        parts = [c for c in counts[i + 1 :] if c.start >= named.end()][: len(names)]
        ends = [named.end(), *(part.end for part in parts)]
        is_list = len(parts) == len(names) and all(
            text[a : p.start] in _BETWEEN for a, p in zip(ends, parts, strict=False)
        )
        if not is_list or _AND_SO_ON.match(text, parts[-1].end) or {p.unit for p in parts} != {total.unit}:
            continue
        added: Number = sum(part.value for part in parts)
        if added != total.value and not any(c.is_rough for c in (total, *parts)):
            found.append((total, parts, ""))
    return found


def _divides(verb: str) -> bool:
    """Whether a verb says that there are no other parts than those named: 分为, and not 包括."""
    return any(word in verb for word in _DIVIDES)


def _named_before_total(text: str, counts: Sequence[Count]) -> list[tuple[Count, Sequence[Count], str]]:
    """Return the totals that the parts do not add up to of which the names stand before the total."""
    found: list[tuple[Count, Sequence[Count], str]] = []
    for i, total in enumerate(counts):
        behind = _BEHIND_TOTAL.match(text, total.end)
        begin = max(text.rfind(mark, 0, total.start) for mark in "。；！？\n") + 1 if behind else 0
        named = _ALREADY_NAMED.search(text[begin : total.start]) if behind else None
        many = _many(named["many"]) if named else 0
        if behind is None or named is None or _OPEN.search(named["names"] + named["what"]):
            continue
        parts = [c for c in counts[i + 1 :] if c.start >= behind.end()]
        ends = [behind.end(), *(part.end for part in parts)]
        is_list = all(text[a : p.start] in _BETWEEN for a, p in zip(ends, parts[:many], strict=False))
        is_all = len(parts) >= many and is_list and bool(_ENDS.match(text, parts[many - 1].end))
        parts = parts[:many]
        if not is_all or {p.unit for p in parts} != {total.unit} or any(c.is_rough for c in (total, *parts)):
            continue
        added: Number = sum(part.value for part in parts)
        if added < total.value or (added > total.value and not _SAME_TOLD.search(named[0])):
            found.append((total, parts, ""))
    return found


def _many(word: str) -> int:
    return int(word) if word.isdecimal() else han_number(word) or 0
