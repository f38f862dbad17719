"""Finds wholes that are not those with something and those without: 26个部门中24个达标，3个未达标."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from core.base.patterns import holds_one
from core.texts.language.things import Count


def with_and_without(text: str, counts: Sequence[Count]) -> Iterator[tuple[Count, Sequence[Count], str]]:
    """Yield wholes with the parts that do not make them up; a third one may be told: 12家同意、2家不同意、1家未答."""
    for i, (whole, some, others) in enumerate(zip(counts, counts[1:], counts[2:], strict=False)):
        said = text[some.end : others.start]
        word = said.removesuffix("，").removesuffix("、")
        if not text[whole.end : some.start].endswith(("中", "中有")) or word == said or not word:
            continue
        is_rest = text.startswith((f"未{word}", f"不{word}", f"没有{word}"), others.end)
        is_sure = len({whole.unit, some.unit, others.unit}) == 1 and not any(c.is_rough for c in (whole, some, others))
        more = _joined(text, others, counts[i + 3 :])
        sums = [some.value + others.value + sum(c.value for c in more[:n]) for n in range(len(more) + 1)]
        if is_rest and is_sure and whole.value not in sums:
            yield whole, (some, others), ""


def _joined(text: str, last: Count, behind: Sequence[Count]) -> list[Count]:
    """Return the further parts of the same list and unit."""
    ends = [last.end, *(c.end for c in behind)]
    pairs = zip(ends, behind, strict=False)
    is_next = takewhile(lambda p: p[1].unit == last.unit and not holds_one(text[p[0] : p[1].start], "；：（）"), pairs)
    return [count for _, count in is_next]
