"""Tells that a number and what was taken for its parts are the end of one list.

不予公开42件，其中案卷22件，占52.4%；查询类5件，占11.9%；涉及国家秘密1件，…，其余9件: all of them are of the 42.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.language.things import Count

_BEGINS = pattern("其中|包括|包含|分别|分为|[：（]")


def ends_a_list(told: Sequence[Count], total: Count, added: Number) -> bool:
    """Whether a number and what was taken for its parts end a list, begun before it, that is right as a whole."""
    run, first = total.value + added, total
    at = next((i for i, c in enumerate(told) if (c.text, c.start) == (total.text, total.start)), 0)
    for count in reversed(told[:at]):
        if count.unit != total.unit or count.is_rough:
            continue
        gap = first.text[count.end if count.text == first.text else 0 : first.start]
        if count.value == run and _BEGINS.search(gap):
            return True
        run, first = run + count.value, count
    return False
