"""Tells that a number and what was taken for its parts are the end of one list.

不予公开42件，其中案卷22件，占52.4%；查询类5件，占11.9%；涉及国家秘密1件，…，其余9件: all of them are of the 42.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.language.things import Count

_BEGINS = pattern("其中|包括|包含|分别|分为|[：（]")
_LISTED = pattern("其中|包括|包含|[看分]，")


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


def is_part_beside(text: str, opening: re.Match[str], count: Count) -> bool:
    """Whether a number is one more part of the list that a 涉及 seems to begin.

    涉及征地的12件，涉及财政的6件; 从领域看，征地52件；教育20件；涉及养老12件，涉及交通9件.
    """
    is_listed = opening[0].startswith("；") and count.text == text and _LISTED.search(text, 0, count.start)
    return "涉及" in count.head or bool(is_listed)
