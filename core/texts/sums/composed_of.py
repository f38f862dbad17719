"""Finds totals that are said to be made up of parts: 应办488件，由新收464件和上年结转24件构成."""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.language.numbers import han_number
from core.texts.language.things import Count

_MADE_UP = pattern(
    "(?:[^，；：。（）\\d]{0,4}，)?(?:主要)?由(?:(?:以下|下列)?(?P<many>[两二三四五])个?(?:部分|块|类|项)(?:组成|构成)[，：；]"
    "(?:分别(?:是|为)|即|包括|其中)?[，：]?)?"
)
_END = pattern("(?!等)[^，；：。（）\\d]{0,4}(?:这)?(?:[两二三四五]个?(?:部分|块|类|项))?(?:共同)?(?:组成|构成|合成)")
_JOINS = pattern("(?:、|，|和|及|与|以及|，?另?加上?|，?[一二三四五]是|；[一二三四五]是)")
_NO_PART = pattern("增|减|较|比|超|其中|含|占|每|平均|约|近")

_ASIDE = pattern("（(?:[市县区旗州盟镇乡街道、]{1,6}|含[^（）\\d]{1,10}|不含[^（）\\d]{1,10})）")
"""由市本级132人和各县(（区）)364人组成: brackets within the name of a part."""
_LONGEST = 24
"""Characters of what a part is called, with what joins it to the one before."""


def composed_of(text: str, counts: Sequence[Count]) -> list[tuple[Count, Sequence[Count], str]]:
    """Return the totals that the parts they are made of do not add up to."""
    found: list[tuple[Count, Sequence[Count], str]] = []
    for i, total in enumerate(counts):
        made = _MADE_UP.match(text, total.end)
        parts = _parts(text, counts[i + 1 :], made.end(), made["many"]) if made else ()
        is_plain = len(parts) > 1 and {c.unit for c in (total, *parts)} == {total.unit}
        if is_plain and not any(c.is_rough or _NO_PART.search(c.head) for c in (total, *parts)):
            added: Number = sum(part.value for part in parts)
            is_list = made is not None and text[made.end() - 1] == "：" and added > total.value
            if added != total.value and not is_list:  # more behind a colon is found as a list
                found.append((total, parts, ""))
    return found


def _parts(text: str, counts: Sequence[Count], start: int, many: str | None) -> Sequence[Count]:
    """Return the parts behind 由: so many as are announced, else those up to 构成; () where that is not plain."""
    parts: list[Count] = []
    for count in counts:
        gap = _ASIDE.sub("", text[start : count.start])
        if parts and not _JOINS.match(gap):
            break
        if "（" in gap or "）" in gap or "。" in gap or len(gap) > _LONGEST:
            break
        parts.append(count)
        start = count.end
        if many is None and _END.match(text, count.end):
            return parts
        if many is not None and len(parts) == han_number(many):
            return parts
    return ()
