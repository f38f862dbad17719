"""Leaves out the first of several values that are listed under one name: 金额为240元、200元、300元.

Each is one of several, so that none of them is the table's.
"""

from __future__ import annotations

import re

from core.base.patterns import holds_one, last_of, pattern
from core.checks.rules import CheckContext
from core.texts.claims.claim import Found

_NEXT = pattern("(?:、|和|及|以及|与)(?:\\d+|\\d{1,3}(?:[,，]\\d{3})+)(?:\\.\\d+)?(?P<unit>万?元|件|宗|份|起)")
_VALUE = pattern("[\\d,，.]+(?P<unit>万?元|件|宗|份|起)")
_MARKS, _IN_ORDER = "，；：。（）\n", ("分别", "依次", "各")
"""自然人、企业分别收196件、22件: each is that of a name before them."""
_NEAR = 3
"""The next value of a list stands right behind its mark."""
_WHY = "几个数之一"


def listed_values_left_out(context: CheckContext, found: Found) -> Found:
    """Do not judge a number behind which others of its unit follow without words of their own, if these are not read.

    予以公开、部分公开分别为195件、53件: each of these is read as something else.
    """
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is not False or claim.kind != "count":
            continue
        text, place = context.report.texts[claim.place.text], claim.place
        own = text[last_of(_MARKS, text, 0, place.start) + 1 : place.start]
        if not _begins_list(text, place.start, place.end) or holds_one(own, _IN_ORDER):
            continue
        behind = found[i + 1][0] if i + 1 < len(found) else None
        is_read = behind is not None and behind.cells and behind.place.text == place.text
        if not (is_read and behind and behind.place.start <= place.end + _NEAR):
            found[i] = claim.left_alone(_WHY), scope
    return found


def _begins_list(text: str, start: int, end: int) -> bool:
    value: re.Match[str] | None = _VALUE.match(text, start)
    following = _NEXT.match(text, value.end()) if value and value.end() >= end else None
    return value is not None and following is not None and value["unit"] == following["unit"]
