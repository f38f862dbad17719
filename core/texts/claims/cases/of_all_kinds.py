"""Leaves out cases of all kinds, beside which those about 信息公开 are told by themselves.

行政复议29件、行政诉讼16件。涉及政府信息公开的复议11件 (the table's 11): the 29 are of all kinds. 被申请复议15件…。
15件复议案件中: the same 15. 作为被申请人的复议案件共7件，除上述2件外，其余5件不在本部分统计: 7 with the table's 2.
"""

from __future__ import annotations

from core.base.patterns import last_of, pattern
from core.checks.rules import CheckContext
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import NOT_DISCLOSURE
from core.texts.language.role_keys import TOLD_OUTCOMES

_CASES = frozenset(["cases_review", "cases_lawsuit", "cases_both"])
_JUDGED = _CASES.union(TOLD_OUTCOMES)
_PARTS, _STOPS = "。；！？\n", "。！？\n"
_DISCLOSURE = "公开"
_OTHER_REST = pattern(
    "[^。；\\n]*?(?:其余|其他|余下|另有?)(?:的)?(?P<rest>\\d+)[件起宗][^。；\\n]*(?:不[在计属列纳作]|未[计列纳]|无关)"
)
"""(其余5件)是对占道经营处罚不服提出的，(不)在本部分统计"""


def of_all_kinds(context: CheckContext, found: Found) -> Found:
    """Do not judge more cases than the table has, where those about 信息公开 are told rightly beside them."""
    for i, (claim, scope) in enumerate(found):
        is_wrong = claim.agrees is False and claim.kind == "count" and not claim.is_proven
        if not is_wrong or claim.key not in _JUDGED or not claim.sums or (claim.number or 0) <= max(claim.sums):
            continue
        others = [other for other, _ in found if other.place.text == claim.place.text]
        if claim.key in TOLD_OUTCOMES:
            is_of_all = _is_of_cases_before(context, claim, others)
        else:
            is_of_all = _is_told_again(claim, others) or _are_told_apart(context, claim, others)
        if is_of_all:
            found[i] = claim.left_alone(NOT_DISCLOSURE), scope
    return found


def _is_of_cases_before(context: CheckContext, claim: Claim, others: list[Claim]) -> bool:
    """Whether more ended in a way than the table has cases, behind a larger number of cases that is not judged."""
    begin = last_of(_STOPS, context.report.texts[claim.place.text], 0, claim.place.start)
    rows = {cell.rpartition(".")[0] for cell in claim.cells}
    all_cases = sum(context.numbers.get(f"{row}.total") or 0 for row in rows)
    return (claim.number or 0) > all_cases and any(
        other.agrees is None and other.key in _CASES and (other.number or 0) >= (claim.number or 0)
        for other in others
        if begin < other.place.start < claim.place.start
    )


def _is_told_again(claim: Claim, others: list[Claim]) -> bool:
    """Whether a number was told before of cases of all kinds."""
    return any(
        other.number == claim.number and other.key == claim.key and NOT_DISCLOSURE in other.meaning
        for other in others
        if other.place.start < claim.place.start
    )


def _are_told_apart(context: CheckContext, claim: Claim, others: list[Claim]) -> bool:
    """Whether cases about 信息公开 are told behind the number of all, or the rest of it is said to be of others."""
    text = context.report.texts[claim.place.text]
    if _is_on_disclosure(text, claim):
        return False
    right = [o for o in others if o.agrees and o.cells and {*o.cells} <= {*claim.cells} and _is_on_disclosure(text, o)]
    rest = _OTHER_REST.match(text, claim.place.end)
    return any(
        claim.place.start < other.place.start
        or (rest is not None and int(rest["rest"]) + (other.number or 0) == (claim.number or 0))
        for other in right
    )


def _is_on_disclosure(text: str, claim: Claim) -> bool:
    """Whether its sentence speaks of 信息公开 up to a number."""
    return _DISCLOSURE in text[last_of(_PARTS, text, 0, claim.place.start) + 1 : claim.place.end]
