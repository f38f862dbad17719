"""Judges 办结率 behind what had to be dealt with: 应办311件，已办结297件，办结率99.3% is 95.5%.

A rate alone may be of the new ones, or of those that fell due. Here its sentence tells of what it is.
"""

from __future__ import annotations

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.form.known_cells import CARRIED_IN, HANDLED, RECEIVED
from core.report.entry_text import Number
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
_RATE_ALONE = pattern(
    "(?:申请)?[）)]?[，,（(](?:当年|年内|全年|总体|综合|年度|总|最终|实际|申请)*办结率(?:仅|只有|为|是|达到?|：|约)*$"
)
"""应办524件，(办结率)98.4%: of these, however many of them were dealt with."""
_ALL = 100
_SLACK = 0.1
_RULE = "N-04"
_MARKS = pattern("[。；\n]")


def rate_of_due(context: CheckContext, found: Found) -> Found:
    """Return the claims, with such a rate compared with those dealt with over all that had to be."""
    for i, (claim, scope) in enumerate(found):
        if claim.key not in _RATES or claim.agrees is None or not i:
            continue
        pair = _due_and_done(context, found, i)
        if pair is None:
            continue
        due, done = pair
        share = float(done) * 100 / float(due)
        told = claim.number or 0
        if abs(share - float(told)) > max(_SLACK, float(last_place(told)) / 2) + 1e-9:
            cells = (HANDLED, RECEIVED, CARRIED_IN)
            wrong = claim._replace(agrees=False, shown=f"{share:.2f}%", cells=cells, rule_id=_RULE, key=_RATES[0])
            found[i] = wrong, scope
    return found


def _due_and_done(context: CheckContext, found: Found, at: int) -> tuple[Number, Number] | None:
    """Return how many had to be dealt with and were, where a rate is told right behind; None elsewhere."""
    rate, before = found[at][0], found[at - 1][0]
    if rate.agrees and at >= 2:
        due = _due_before(found, at - 1)
        if due and _are_one(context, due, before, rate):
            return due.number or 1, before.number or 0
    due = _due_before(found, at)
    if (
        due is None
        or rate.key != _RATES[0]
        or rate.number == _ALL
        or {due.place.text, rate.place.text} != {before.place.text}
    ):
        return None
    text = context.report.texts[rate.place.text]
    said = text[before.place.end : rate.place.end].rstrip("0123456789.%％")
    is_next = before is due or (
        said.startswith(("）", ")")) and not _MARKS.search(text, due.place.end, rate.place.start)
    )
    done = context.numbers.get(HANDLED)
    return (due.number or 1, done) if is_next and done is not None and _RATE_ALONE.fullmatch(said) else None


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
