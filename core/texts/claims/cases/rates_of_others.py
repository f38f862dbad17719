"""Takes a rate of cases as one of those counted right before it: 全省复议案件132件，纠正21件，纠正率15.91%.

Whose cases these are is said once, before the first number; the rate behind them names no one.
"""

from __future__ import annotations

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.texts.claims.claim import Claim, Found

_RULE = "N-06"
_BESIDE = pattern("[件宗起]?(?:案件)?[，、（]?[^，；。！？：（）\\d\\n我本]{0,8}")


def rates_of_others(context: CheckContext, found: Found) -> Found:
    """Give such a rate, where it is wrong for the tables, the scope of the number before it."""
    for i, (claim, scope) in enumerate(found):
        if not i or scope or claim.agrees is not False or not claim.is_share or claim.rule_id != _RULE:
            continue
        before, whose = found[i - 1]
        if whose and before.agrees is not True and _is_beside(context, before, claim):
            found[i] = claim, whose
    return found


def _is_beside(context: CheckContext, before: Claim, rate: Claim) -> bool:
    if before.place.text != rate.place.text or before.rule_id != _RULE:
        return False
    return bool(_BESIDE.fullmatch(context.report.texts[rate.place.text], before.place.end, rate.place.start))
