"""Leaves alone a group that is only what was listed above: 信访类17件，重复申请18件。以上不予处理合计35件.

The group may have other rows that nobody listed. Where all that was listed is the whole group, so must the total be.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import OF_SOME

_ABOVE = pattern("[^，；。]*?(?:以上|上述|前述|这)[^，；。\\d]{0,24}(?:计|共)[^，；。\\d]{0,3}\\d")
"""(以上不予处理共计3)5件"""
_COUNTS = ("count", "some")
_FEWEST = 2


def sums_above_left_out(_context: CheckContext, found: Found) -> Found:
    """Leave totals alone that add up what was listed before them."""
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is False and claim.kind == "count" and claim.sums and _ABOVE.match(claim.quote):
            listed = [c for c, _ in found[:i] if c.place.text == claim.place.text and c.number is not None]
            if _is_sum(claim, [c for c in listed if not c.is_share]):
                found[i] = claim.left_alone(OF_SOME), scope
    return found


def _is_sum(claim: Claim, listed: Sequence[Claim]) -> bool:
    """Whether a total is that of the last numbers before it, or of its rows among them, and these are not all."""
    runs = list(accumulate(c.number or 0 for c in reversed(listed)))
    if claim.number in runs[_FEWEST - 1 :]:
        return True
    group = {*claim.cells}
    rows = [c for c in listed if c.kind in _COUNTS and c.cells and {*c.cells} < group]
    if len(rows) < _FEWEST or claim.number != sum(c.number or 0 for c in rows):
        return False
    since = listed[listed.index(rows[0]) :]
    return sum(c.number or 0 for c in since) not in claim.sums
