"""Compares a kind that a list before it counted in one row with that row: 自然人6件、企业2件。自然人的6件里….

Behind 不掌握8件，自然人6件、企业2件 the six natural persons are those of that row, in the next sentences too.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.form.known_cells import CARRIED_IN_ROW, HANDLED_ROW, RECEIVED_ROW, in_row
from core.texts.claims.claim import Claim, Found, different
from core.texts.language.role_keys import ONE_KIND
from core.texts.reading.sentence.share_checks import added

_AGAIN = pattern("(?:其中|而|至于|上述|前述|这|那|，)*[^，；。：（）\\d]{2,8}的\\d+[件宗份](?:申请)?")
_AMONG = pattern("(?:申请)?(?:当?中|里|之中|[，：]|[均都全])")
_WHOLES = (RECEIVED_ROW, CARRIED_IN_ROW, HANDLED_ROW)
_ENDS = "\n"


def kinds_told_again(context: CheckContext, found: Found) -> Found:
    """Return the claims, such kinds compared with the cells of their list."""
    for i, (claim, scope) in enumerate(found):
        if (
            claim.agrees is not False
            or claim.key not in ONE_KIND
            or claim.is_share
            or not _AGAIN.fullmatch(claim.quote)
        ):
            continue
        told = _told_before(context, [c for c, _ in found[:i]], claim)
        if told is None:
            continue
        text = context.report.texts[claim.place.text]
        if claim.number == told.number or _AMONG.match(text, claim.place.end):
            known = added(told.cells, context.numbers)
            rule, sums, agrees = told.rule_id, different([known]), claim.number == known
            found[i] = claim._replace(cells=told.cells, sums=sums, agrees=agrees, rule_id=rule), scope
    return found


def _told_before(context: CheckContext, before: Sequence[Claim], claim: Claim) -> Claim | None:
    """Return the number of the same kind that was told last in the paragraph, if it is right for one row only."""
    text = context.report.texts[claim.place.text]
    same = [c for c in before if c.place.text == claim.place.text and c.number is not None and c.key in ONE_KIND]
    same = [c for c in same if c.meaning == claim.meaning and not c.is_share]
    last = same[-1] if same else None
    if last is None or not last.agrees or not last.cells or any(in_row(cell, *_WHOLES) for cell in last.cells):
        return None
    if any(mark in text[last.place.end : claim.place.start] for mark in _ENDS):
        return None
    return last if added(last.cells, context.numbers) == last.number else None
