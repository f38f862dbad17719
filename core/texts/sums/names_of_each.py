"""Counts the names of a list that have one number each: 属于国家秘密和危及“三安全一稳定”各1件 are two."""

from __future__ import annotations

from core.base.patterns import pattern

_EACH = pattern("(?:各自?|均|都|分别均?)(?:有|为|是|计|占)?$")
_SURE_EACH = pattern("各自?(?:有|为|是|计|占)?$|(?:均|都)(?:为|是)$", needs=["各", "均", "都"])
_IN_WORDS = pattern(
    "[危涉普波触兼顾旁论提述言谈殃]及|及(?=[时早格])|和(?=[谐平睦解缓约])|[调协缓饱附总温暖]和|[参给授赋付寄]与|与(?=会|否)"
    "|(?:没有|现成)[^、]{2,8}需要?|、(?=(?:本)?行政机关不再)"
    "|(?<=法律)(?:以及|[、和及与])(?=(?:行政)?法规)|(?<=安全)(?:以及|[、和及与])(?=(?:国家|公共|经济|社会)*(?:安全|稳定))"
    "|信访、?举报[、和及](?=投诉类)|或者?(?=[^、和及与]{0,4}(?:重新|出具))"
)
"""(危及)三安全一稳定, 法制和谐: no word that joins two names; (逾期不补正、行政机关不再)处理 is one name.

So are (法律、行政法规)禁止公开 and (信访、举报、)投诉类.
"""
_JOINS = pattern("以及|[、和及与]")


def names_of_each(said: str) -> int:
    """Return how many names share the number behind these words; 1 where it is not said to be that of each."""
    if not _SURE_EACH.search(said):
        return 1
    names = _JOINS.split(_IN_WORDS.sub("", _EACH.sub("", said)))
    return len([name for name in names if name.strip()]) or 1
