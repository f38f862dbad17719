"""Leaves out the outcome of an only case that its own number, or 均维持, says again: 行政复议1件，结果维持1件."""

from __future__ import annotations

from core.texts.claims.claim import Found

_NEAR = 12
_WHY = "后面另有说明"


def said_once(found: Found) -> Found:
    """Do not judge an outcome read without a number where one with a number, or of all, is wrong at the same place."""
    for i, (claim, scope) in enumerate(found[:-1]):
        behind = found[i + 1][0]
        if claim.agrees is not False or behind.agrees is not False or {claim.rule_id, behind.rule_id} != {"N-06"}:
            continue
        is_near = claim.place.text == behind.place.text and behind.place.start < claim.place.end + _NEAR
        if is_near and claim.number == 1 and claim.quote.startswith("1件，"):
            found[i] = claim.left_alone(_WHY), scope
    return found
