"""Judges 办结率 behind what had to be dealt with and what was: 应办311件，已办结297件，办结率99.3% is 95.5%.

A rate alone may be of the new ones, or of those that fell due. Here its sentence tells of what it is.
"""

from __future__ import annotations

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.form.known_cells import CARRIED_IN, HANDLED, RECEIVED
from core.texts.claims.claim import Claim, Found
from core.texts.language.own_words import last_place

_RATES = ("rate_handled", "share_of_count")
_BESIDE = ("carried_in", "received", "received_new")
"""What may be told of the due ones before those dealt with: 应办311件（含上年结转12件）."""
_DONE = pattern(
    "[）)]?[，,]?(?:申请)?(?:现|目前|截至年底|全年|年内|当年|实际|共|已|累计)*(?:办结|答复|办理完毕)(?:申请|的|了|共)*"
)
_RATE = pattern(
    "(?:申请)?[，,（(]?(?:(?:总体|综合|全年|年度|总)?办结率|占)(?:应办总?[数量])?的?(?:为|是|达到?|：|约)*$"
)
_SLACK = 0.1
_RULE = "N-04"


def rate_of_due(context: CheckContext, found: Found) -> Found:
    """Return the claims, with such a rate compared with those dealt with over all that had to be."""
    for i, (claim, scope) in enumerate(found):
        if claim.key not in _RATES or claim.agrees is not True or i < len(("due", "done")):
            continue
        due, done = _due_before(found, i - 1), found[i - 1][0]
        if due is None or not _are_one(context, due, done, claim):
            continue
        share = float(done.number or 0) * 100 / float(due.number or 1)
        told = claim.number or 0
        if abs(share - float(told)) > max(_SLACK, float(last_place(told)) / 2) + 1e-9:
            cells = (HANDLED, RECEIVED, CARRIED_IN)
            wrong = claim._replace(agrees=False, shown=f"{share:.2f}%", cells=cells, rule_id=_RULE, key=_RATES[0])
            found[i] = wrong, scope
    return found


def _due_before(found: Found, done: int) -> Claim | None:
    """Return what had to be dealt with, told right before what was."""
    at = done - 1
    while at > 0 and found[at][0].key in _BESIDE:
        at -= 1
    claim = found[at][0]
    return claim if claim.key == "due" and claim.agrees and claim.number else None


def _are_one(context: CheckContext, due: Claim, done: Claim, rate: Claim) -> bool:
    """Whether the three are told behind one another of the same applications."""
    text = context.report.texts[rate.place.text]
    if done.key != "handled" or not done.agrees or {due.place.text, done.place.text} != {rate.place.text}:
        return False
    between, behind = text[due.place.end : done.place.start], text[done.place.end : rate.place.start]
    head = f"，{between.rpartition('，')[2].rpartition('）')[2]}"
    is_one = not any(mark in between + behind for mark in "。；\n") and bool(_DONE.fullmatch(head))
    said = text[done.place.end : rate.place.end].rstrip("0123456789.%％")
    return is_one and bool(_RATE.fullmatch(said))
