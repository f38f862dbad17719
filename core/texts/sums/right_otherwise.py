"""Knows that parts are right as those of several numbers together, or with a part that has a unit of its own.

办理建议21件、提案33件，其中主办38件、会办16件: of both together. 公开信息538条，其中公告217条、月报12期、其他309条: the
12 are of them too. Only what then adds up to the very number is right.
Parts that tell several sides of the same people need not add up at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.language.things import Count
from core.texts.sums.sides_of_people import are_of_several_sides
from core.texts.sums.sum_shapes import NO_PART

_ROW = pattern("(?:、|，|和|及|与|以及)(?!.*(?:其中|[；：（）]))")
_OF_THE_LAST = pattern("除|结转|转入|遗留|办结|审结|结案|办完|答复|未|尚|仍|在[办审]|[增减]|上年|去年")
"""诉讼30件，(除了5件待开庭以外)…: no more of them, but some of these."""
_ROW_GOES_ON = ("、", "和", "及", "以及")
_NEXT_NAME = pattern("\\s*[，、][^，、；：。（）\\d]{2,20}")
"""(，科研机构)2件: one more of a list."""
_NO_THINGS = ("人", "元", "万元", "户", "家", "名", "人次")
"""Units of what is never added to documents and matters."""


def is_right_otherwise(text: str, total: Count, parts: Sequence[Count], counts: Sequence[Count]) -> bool:
    """Whether the parts add up to several numbers before them together, or to the total with parts of other units."""
    if are_of_several_sides(parts):
        return True
    if not parts or parts[0].text is not total.text or total.start > parts[0].start:
        return False
    added = sum(part.value for part in parts)
    if added < total.value and _goes_on_to(total.value, text, parts, counts):
        return True
    before = [c for c in counts if c.end <= parts[0].start and c.unit == total.unit]
    before = before if not any(_OF_THE_LAST.search(c.head) for c in before[1:]) else []
    whole = before[-1].value if before else 0
    for one, following in pairwise(reversed(before)):
        if not _ROW.match(text[following.end : one.start]) or following.is_rough:
            break
        whole += following.value
        if whole == added:
            return True
    return added + sum(c.value for c in _of_other_units(text, total, parts, counts)) == total.value != added


def _goes_on_to(whole: Number, text: str, parts: Sequence[Count], counts: Sequence[Count]) -> bool:
    """Whether the list goes on behind the part that seems to close it, and is the very total with what follows.

    94件中，自然人58件，企业21件，其他3件，科研机构9件，公益组织3件
    """
    run: Number = sum(part.value for part in parts)
    end = parts[-1].end
    for count in counts:
        if count.start < end:
            continue
        gap = text[end : count.start]
        if count.unit != parts[-1].unit or count.is_rough or not _NEXT_NAME.fullmatch(gap) or NO_PART.search(gap):
            return False
        run, end = run + count.value, count.end
        if run >= whole:
            return bool(run == whole)
    return False


def _of_other_units(text: str, total: Count, parts: Sequence[Count], counts: Sequence[Count]) -> list[Count]:
    """Return the numbers between the parts, or listed right behind them, that have other units."""
    end, found = parts[-1].end, []
    for count in counts:
        is_within = parts[0].start < count.start < parts[-1].start
        is_behind = count.start > end and text.startswith(_ROW_GOES_ON, end) and count.head in text[end : count.start]
        if count.unit == total.unit or count.unit in _NO_THINGS or count.is_rough or not (is_within or is_behind):
            continue
        found.append(count)
        end = max(end, count.end)
    return found
