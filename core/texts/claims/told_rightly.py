"""Leaves alone what a text denies, or tells less of, whose number it tells rightly elsewhere.

Who writes 被申请行政复议19件 where the table has 19 does not deny them two sentences on: 未先行申请复议 is said of
some. So is a smaller number of what was told as a whole: 维持9件；当事人对5件维持决定起诉.
"""

from __future__ import annotations

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.texts.claims.claim import Claim, Found

_DENIAL = "none"
_OF_ALL = ("N-03", "N-04", "N-17")
"""What was carried in or over, dealt with at all, and fees: 无结转 is denied of all, whatever else the text tells."""
_NEW = "N-01"
"""Its claims name what was carried in beside what is new."""
_OFTEN_OF_SOME = ("N-05", "N-06", "N-07")
"""Results, cases and decisions; what came in, was carried over or dealt with at all is told of all."""
_OF_THE_YEAR = pattern("^(?:全年|本年度?|年内|今年|一年来)")
_YEAR_BEFORE = pattern("(?:全年|本年度?|年内|今年|一年来)[^，；。]{0,6}$")
"""(全年)未发生复议: of all, and against what was told before."""
_TOLD = "本段已写明件数"


def told_rightly_left_out(context: CheckContext, found: Found) -> Found:
    """Do not judge denials and smaller numbers of what the same text tells rightly as a whole."""
    wrong = [i for i, (claim, _) in enumerate(found) if claim.agrees is False and not claim.is_proven]
    for i in wrong:
        claim, scope = found[i]
        right = [c for c, _ in found if c.agrees and c.number and not c.is_share and c.place.text == claim.place.text]
        if _is_denied_of_some(context, claim, right) or _is_part(claim, right):
            found[i] = claim.left_alone(_TOLD), scope
    return found


def _is_denied_of_some(context: CheckContext, claim: Claim, right: list[Claim]) -> bool:
    if claim.number is not None or not claim.key.startswith(_DENIAL) or claim.rule_id in _OF_ALL:
        return False
    before = context.report.texts[claim.place.text][: claim.place.start]
    if _OF_THE_YEAR.search(claim.quote) or _YEAR_BEFORE.search(before):
        return False
    there = {cell for cell in claim.cells if context.numbers.get(cell)}
    known = (told.cells[: 1 if told.rule_id == _NEW else None] for told in right)
    return bool(there) and there <= {cell for cells in known if there.issuperset(cells) for cell in cells}


def _is_part(claim: Claim, right: list[Claim]) -> bool:
    if not claim.number or claim.is_share or claim.rule_id not in _OFTEN_OF_SOME:
        return False
    return any(told.cells == claim.cells and (told.number or 0) > claim.number for told in right)
