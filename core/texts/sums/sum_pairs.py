"""Finds totals of parts that have two numbers each: 总金额900元，其中按件计收1件200元、按量计收2件800元."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from core.texts.language.things import Count
from core.texts.sums.sum_shapes import Sums, differs


def sums_of_pairs(text: str, counts: Sequence[Count], opening: re.Match[str]) -> Sums:
    """Yield totals of parts that have two numbers each: 总金额900元，其中按件计收1件200元、按量计收2件800元."""
    listed = [c for c in counts if c.start >= opening.end()]
    marks = [re.search("[；（）]", text[a.end : b.start]) for a, b in pairwise(listed)]
    end = next((i + 1 for i, mark in enumerate(marks) if mark), len(listed))
    firsts, seconds = listed[:end:2], listed[1:end:2]
    if len(seconds) < 2 or len(firsts) != len(seconds):
        return
    is_paired = all(
        a.end == b.start or text[a.end : b.start] in ("、", "，") for a, b in zip(firsts, seconds, strict=True)
    )
    units = {c.unit for c in firsts}, {c.unit for c in seconds}
    if not is_paired or len(units[0]) > 1 or len(units[1]) > 1 or units[0] == units[1]:
        return
    for parts in (firsts, seconds):
        totals = [c for c in counts if c.end <= opening.end() and c.unit == parts[0].unit]
        if totals and not any(c.is_rough for c in (*totals, *parts)) and differs(totals, parts, is_closed=False):
            yield totals[-1], parts, "more"
