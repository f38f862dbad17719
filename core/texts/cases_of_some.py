"""Outcomes of cases that were not compared themselves: 针对案卷答复提起的复议11件中，维持9件."""

from __future__ import annotations

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.texts.claim import Claim

_WHY = "其中一部分，不核对"
_OUTCOMES = frozenset(["upheld", "corrected", "other_outcome", "other_outcome_short", "pending", "closed"])
_MARK = pattern("[。；！？\\n]")

Found = list[tuple[Claim, str]]


def outcomes_of_some_left_out(context: CheckContext, found: Found) -> Found:
    """Do not judge outcomes behind a number of cases whose own words were not all understood."""
    whole: Claim | None = None
    for i, (claim, scope) in enumerate(found):
        if claim.key.startswith("cases_") and claim.number is not None:
            whole = claim
        elif whole and claim.agrees is False and claim.key in _OUTCOMES and _is_of(context, whole, claim):
            found[i] = claim._replace(agrees=None, meaning=f"{claim.meaning}（{_WHY}）"), scope
    return found


def _is_of(context: CheckContext, whole: Claim, claim: Claim) -> bool:
    if whole.agrees is not None or whole.rule_id != "N-06" or whole.place.text != claim.place.text:
        return False
    between = context.report.texts[claim.place.text][whole.place.end : claim.place.start]
    return (whole.number or 0) > 1 and (claim.number or 0) <= (whole.number or 0) and not _MARK.search(between)
