"""Leaves out what all are said to be behind some of the cases: 以市政府为被申请人的复议6件，结果均为维持."""

from __future__ import annotations

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import OF_SOME

_OF_ALL = ("no_loss", "all_closed")
_MARK = pattern("[。；！？\\n]")


def all_of_some_left_out(context: CheckContext, found: Found) -> Found:
    """Do not judge 均维持, 均审结 by the table where the number of cases right before it was left alone."""
    last: Claim | None = None
    for i, (claim, scope) in enumerate(found):
        if claim.number is not None and claim.rule_id == "N-06":
            last = claim
        elif last and claim.agrees is False and claim.key in _OF_ALL and _are_these(context, last, claim):
            found[i] = claim.left_alone(OF_SOME), scope
    return found


def _are_these(context: CheckContext, some: Claim, claim: Claim) -> bool:
    if some.agrees is not None or OF_SOME not in some.meaning or some.place.text != claim.place.text:
        return False
    text = context.report.texts[claim.place.text]
    return some.key.startswith("cases_") and not _MARK.search(text, some.place.end, claim.place.start)
