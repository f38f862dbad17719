"""Leaves out what was rejected where those upheld are told beside it: 维持9件、驳回1件、终止1件.

What an office counts as 驳回 is upheld or, of what should not have been brought, another outcome; beside all that were
upheld it can only be one of the other outcomes.
"""

from __future__ import annotations

from core.texts.claims.claim import Found

_OTHERS = 1
_WHY = "其他结果的一部分"


def rejected_left_out(found: Found) -> Found:
    """Do not judge those rejected beside all that were upheld, where the other outcomes are as many at least."""
    for i, (claim, scope) in enumerate(found):
        if claim.key != "rejected" or claim.agrees is not False or len(claim.sums) <= _OTHERS:
            continue
        upheld = [c for c, _ in found if c.key == "upheld" and c.agrees and c.number]
        is_told = any(c.cells[:1] == claim.cells[:1] and c.place.text == claim.place.text for c in upheld)
        if is_told and (claim.number or 0) <= claim.sums[_OTHERS]:
            found[i] = claim.left_alone(_WHY), scope
    return found
