"""Leaves out new applications that are told as a part of those dealt with: 办结28件，其中上年结转1件，本年新收27件.

With those carried in they are all that were dealt with; how many came in is another number.
"""

from __future__ import annotations

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.texts.claims.claim import Found
from core.texts.language.role_keys import NEW

_OPENS = pattern("其中|包括|包含|由|：|（|分别")
_ENDS = pattern("[。；！？\\n]")
_WHY = "办结中本年新收的"


def new_ones_done_left_out(context: CheckContext, found: Found) -> Found:
    """Do not judge new applications that, with those carried in beside them, are the number dealt with before them."""
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is not False or claim.key not in NEW or claim.number is None:
            continue
        text = context.report.texts[claim.place.text]
        near = [c for c, _ in found if c.place.text == claim.place.text and c.agrees is not False and c.number]
        for done in near:
            between = text[done.place.end : claim.place.start].replace("。其中", "，其中")
            if done.key != "handled" or done.place.start > claim.place.start or _ENDS.search(between):
                continue
            old = [c.number for c in near if c.key == "carried_in" and c.place.start > done.place.end]
            if old and claim.number + (old[0] or 0) == done.number and _OPENS.search(between):
                found[i] = claim.left_alone(_WHY), scope
    return found
