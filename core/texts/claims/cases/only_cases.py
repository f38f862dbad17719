"""Leaves out an outcome that is told with its own number beside it: 行政复议1件，结果维持0件; 其中5件均获维持."""

from __future__ import annotations

from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import OF_SOME

_NEAR = 12
_WHY = "后面另有说明"
_WAYS = ("cases_direct", "cases_after")
"""诉讼1件，当事人(未申请复议): how it came to court is no outcome."""
_UPHELD, _ALL_UPHELD = "upheld", "no_loss"


def said_once(found: Found) -> Found:
    """Do not judge an outcome read without a number where one with a number, or of all, is wrong at the same place.

    Nor 均获维持 right behind the number of those upheld: it is said of these.
    """
    for i, (claim, scope) in enumerate(found[:-1]):
        behind, scope_behind = found[i + 1]
        if _is_of_number(claim, behind):
            found[i + 1] = behind.left_alone(OF_SOME), scope_behind
            continue
        is_itself = behind.key == claim.key and behind.number is not None  # 结果维持0件
        if claim.agrees is not False or {claim.rule_id, behind.rule_id} != {"N-06"} or claim.key in _WAYS:
            continue
        if not is_itself and behind.agrees is not False:
            continue
        is_near = claim.place.text == behind.place.text and behind.place.start < claim.place.end + _NEAR
        if is_near and claim.number == 1 and claim.quote.startswith("1件，"):
            found[i] = claim.left_alone(_WHY), scope
    return found


def _is_of_number(claim: Claim, behind: Claim) -> bool:
    is_behind = claim.place.text == behind.place.text and 0 <= behind.place.start - claim.place.end < _NEAR * 2
    is_judged = claim.agrees is not None and (claim.key, behind.key) == (_UPHELD, _ALL_UPHELD)
    return is_judged and is_behind and claim.quote.endswith(behind.quote)
