"""Leaves out who asked for what a row counts, where the words for them are those of another row.

行政执法案卷5件，其中举报人来要的4件: those who reported something asked for four files;
信访举报投诉类 is another row.
"""

from __future__ import annotations

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import OF_SOME

_RULE = "N-05"
_ASKERS = pattern(
    "(?:其中|，|有|另有|由|是|系)*[^，；。：（）\\d]{0,6}(?:举报|投诉|信访|上访|控告|检举|申诉)(?:人|者|群众|户)(?:本人|自己)?"
    "(?:前?来|所)?(?:要|提|申请|索|查|递|寄)[^，；。：（）\\d]{0,8}\\d+[件宗份]"
)
_REFUSED = pattern("[^，；。\\d]{0,4}，?[^，；。\\d]{0,10}(?:不予处理|未予处理|不再处理|不作为)")
_BETWEEN = pattern("[^；。！？\\n]*")


def asked_within_row(context: CheckContext, found: Found) -> Found:
    """Do not judge them as that row where one of another row was told in the sentence, and they are some of it."""
    for i, (claim, scope) in enumerate(found):
        if not i or claim.agrees is not False or claim.rule_id != _RULE or claim.number is None:
            continue
        text = context.report.texts[claim.place.text]
        if _ASKERS.fullmatch(claim.quote) and not _REFUSED.match(text, claim.place.end):
            rows = [c for c, _ in found[:i] if _is_row_of(text, c, claim)]
            if rows and claim.number <= (rows[-1].number or 0):
                found[i] = claim.left_alone(OF_SOME), scope
    return found


def _is_row_of(text: str, row: Claim, claim: Claim) -> bool:
    """Whether a number is that of a row of results told before in the sentence, which has not the cells of another."""
    if row.place.text != claim.place.text or row.rule_id != _RULE or row.agrees is None or row.is_share:
        return False
    is_near = _BETWEEN.fullmatch(text, row.place.end, claim.place.start)
    return bool(is_near and row.number and row.cells) and {*row.cells}.isdisjoint(claim.cells)
