"""Finds totals with a row of parts behind them that ends with 其他, without 其中: 33件，征收18件、社区6件、其他9件."""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import holds_one, pattern
from core.texts.language.things import Count
from core.texts.sums.closing import CLOSING
from core.texts.sums.result_sums import RESULT
from core.texts.sums.sum_shapes import NO_PART, SUBTOTAL, Sums

_FEWEST = 3
_OTHERS = ("其他", "其它", "其余")
_AMONG = pattern("^[^，；：。、（）\\d]{0,12}[中里]，?")
"""33件新收申请(中)征收补偿类18件"""
_DIRECTLY = pattern("(?:新收|收到|受理)?(?:申请|事项|信件|来信)?，")
_BESIDE = pattern("、|[，；（]?(?:另|还有|此外|以及|不含|未计)")
_MOVED = pattern("[各均]$|结转|转入|转来|遗留|上年|去年|办结|答复|收到|受理|新收|审结|结案|维持|纠正")
"""What tells another thing of applications and cases than what they are about, or as many of each (各2件)."""


def closed_rows(text: str, counts: Sequence[Count]) -> Sums:
    """Yield totals that such a row differs from, but by no more than half of them.

    Results and outcomes are compared with the tables.
    """
    if not holds_one(text, _OTHERS):
        return
    for i, last in enumerate(counts):
        if not CLOSING.match(last.head):
            continue
        first = _first_of_row(text, counts, i, "、")
        is_among = False
        if i - first + 1 < _FEWEST:
            first, is_among = _first_of_row(text, counts, i, "、，"), True
        if i - first + 1 < _FEWEST or not first:
            continue
        total, parts = counts[first - 1], counts[first : i + 1]
        between = text[total.end : parts[0].start]
        among = _AMONG.match(between)
        if among is None and (is_among or not _DIRECTLY.match(between)):
            continue
        heads = [between[among.end() :] if among else between.partition("，")[2], *(part.head for part in parts[1:])]
        added = sum(part.value for part in parts)
        if (
            added != total.value
            and total.unit == last.unit
            and total.value <= added * 2 <= total.value * 3
            and max(part.value for part in parts) < total.value
            and not any(c.is_rough for c in (total, *parts))
            and not any(RESULT.search(h) or NO_PART.search(h) or SUBTOTAL.search(h) or _MOVED.search(h) for h in heads)
            and not NO_PART.search(total.head)
            and not _BESIDE.match(text, last.end)
        ):
            yield total, parts, ""


def _first_of_row(text: str, counts: Sequence[Count], last: int, marks: str) -> int:
    """Return where the numbers of one unit begin that end with one and are joined by these marks."""
    first = last
    while first and counts[first - 1].unit == counts[last].unit and text[counts[first - 1].end] in marks:
        first -= 1
    return first
