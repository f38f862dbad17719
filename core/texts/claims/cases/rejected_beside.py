"""Leaves out what was rejected where those upheld are told beside it: 维持9件、驳回1件、终止1件.

What an office counts as 驳回 is upheld or, of what should not have been brought, another outcome; beside all that were
upheld it can only be one of the other outcomes. So it is where it makes up their number with those listed beside it:
其他结果4件，两件因撤回而终止，两件驳回复议请求. Lawsuits and their claims rejected, counted together as in
11件驳回起诉或诉讼请求, are all that were upheld, with some of the other outcomes or none.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.report.entry_text import Number
from core.texts.claims.claim import Claim, Found

_REJECTED, _OTHER_KEYS = "rejected", ("other_outcome", "other_outcome_short")
_AND = "(?:或者?|及|和|与|、|以及|裁定|判决|法院|原告|其|的|全部|驳回)+"
_BOTH = pattern(f"驳回(?:原告|其|的)*(?:起诉{_AND}诉讼请求|诉讼请求{_AND}起诉)")
_ENDS = ("upheld", "other")
_OTHERS = 1
_WHY = "其他结果的一部分"


def rejected_left_out(context: CheckContext, found: Found) -> Found:
    """Do not judge those rejected beside all that were upheld, where the other outcomes are as many at least."""
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is False and _BOTH.search(claim.quote) and _may_be_both(context, claim):
            found[i] = claim.left_alone(_WHY), scope
        if claim.agrees is not False or claim.key not in (_REJECTED, *_OTHER_KEYS):
            continue
        if _is_listed_as_other([c for c, _ in found], i):
            found[i] = claim.left_alone(_WHY), scope
            continue
        if claim.key != _REJECTED or len(claim.sums) <= _OTHERS:
            continue
        upheld = [c for c, _ in found if c.key == "upheld" and c.agrees and c.number]
        is_told = any(c.cells[:1] == claim.cells[:1] and c.place.text == claim.place.text for c in upheld)
        if is_told and (claim.number or 0) <= claim.sums[_OTHERS]:
            found[i] = claim.left_alone(_WHY), scope
    return found


def _may_be_both(context: CheckContext, claim: Claim) -> bool:
    """Whether a number is that of all upheld in its rows, with some of the other outcomes or none."""
    rows = dict.fromkeys(cell.rpartition(".")[0] for cell in claim.cells)
    upheld, others = (sum(context.numbers.get(f"{row}.{end}") or 0 for row in rows) for end in _ENDS)
    return upheld <= (claim.number or 0) <= upheld + others


def _is_listed_as_other(claims: Sequence[Claim], i: int) -> bool:
    """Whether a number is one of those listed behind the other outcomes of a body, which they make up exactly."""
    claim = claims[i]
    at = next((j for j in range(i - 1, -1, -1) if _is_total(claims[j], claim)), None)
    if at is None:
        return False
    run: Number = 0
    for j, part in enumerate(claims[at + 1 :], start=at + 1):
        if part.place.text != claim.place.text or part.number is None or part.is_share:
            return False
        run += part.number
        if run >= (claims[at].number or 0):
            return run == claims[at].number and j >= i
    return False


def _is_total(whole: Claim, claim: Claim) -> bool:
    """Whether a number is that of all other outcomes which a part of them may belong to."""
    is_other = bool(whole.cells) and all(cell.endswith(".other") for cell in whole.cells)
    is_right = whole.agrees is True and whole.kind != "some" and (whole.number or 0) > (claim.number or 0)
    return is_other and is_right and whole.place.text == claim.place.text
