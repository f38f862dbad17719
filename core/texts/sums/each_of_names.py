"""Finds totals that are not as many for each as is told: 网站、公众号各发布120条，合计380条; 24场，上下半年各11场."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.base.patterns import holds_one, pattern
from core.texts.language.things import Count
from core.texts.sums.names_of_each import each_counted
from core.texts.sums.sum_shapes import NO_PART, Sums

_TOTAL = pattern(
    "[^，；：。、（）\\d]{0,6}，(?:以上|全年|年内)?(?:合计|共计|总计|一共|总共|共)[^，；：。、（）\\d]{0,6}"
)
_HALVES = pattern(
    "[^，；：。（）\\d]{0,8}，(?:其中，?)?(?:上、?下半年|(?:上下)?两个半年|[^，；：。（）\\d]{2,16}[和与、](?!.*[和与、])[^，；：。（）\\d]{1,12}"
    "(?:对半(?:分|开)?|平分|各半|各占一半|参半|一半一半)，)各自?(?:为|是|有|举办|召开|开展|组织|发布|收到|办理)?了?",
    needs=["各"],
)
"""24场(，上下半年各)11场; 8期(，区级和镇街对半，各)3期"""
_REST = pattern("[^。；]{0,16}[，、](?:另|其余|还有|余下|此外)")
_FARTHEST = 2
"""A total so many times as much as all of these is one of others too."""


def totals_of_each(text: str, counts: Sequence[Count]) -> Sums:
    """Yield such totals, behind what each of several has or before what each half has."""
    if "各" not in text:
        return
    told = each_counted(counts) if holds_one(text, ("共", "计")) else ()
    for one, each, total in zip(counts, told, counts[1:], strict=False):
        is_first = not any(c.unit == total.unit for c in counts if c.end <= one.start)
        is_plain = each.unit == total.unit and not (each.is_rough or total.is_rough or NO_PART.search(one.head))
        is_told = is_first and is_plain and each.value != one.value and _TOTAL.fullmatch(text, each.end, total.start)
        if is_told and each.value != total.value < each.value * _FARTHEST:
            yield total, (each,), "reckoned"
    for whole, half in pairwise(counts):
        if whole.unit != half.unit or whole.is_rough or half.is_rough or NO_PART.search(whole.head):
            continue
        is_half = _HALVES.fullmatch(text, whole.end, half.start) and not _REST.match(text, half.end)
        if is_half and half.value * 2 != whole.value:
            yield whole, (half, half), ""
