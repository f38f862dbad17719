"""Finds the one share of a list that is of another whole: 449件（44.1%）、…、246件（24.6%） of 1018, but for one.

A share may be of those dealt with or of those received. Where all others of a list of results are of those dealt with
and cannot be of those received, the one that is only of those received was reckoned with the wrong number.
"""

from __future__ import annotations

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.form.known_cells import HANDLED, RECEIVED
from core.report.entry_text import Number
from core.texts.claims.claim import Claim, Found
from core.texts.language.own_words import last_place
from core.texts.reading.sentence.share_checks import added

_FEWEST = 3
"""So many others show of what the shares of a list are."""
_SLACK = 0.1
_APART = pattern("[。！？\n]|其中|新收|收到")


def shares_of_one_base(context: CheckContext, found: Found) -> Found:
    """Return the claims, a share that differs from its list wrong."""
    handled, received = context.numbers.get(HANDLED), context.numbers.get(RECEIVED)
    if not handled or not received or handled == received:
        return found
    shares = [i for i, (claim, _) in enumerate(found) if claim.is_share and claim.agrees]
    for i in shares:
        claim, scope = found[i]
        if _is_of(context, claim, handled) or not _is_of(context, claim, received):
            continue
        others = [found[j][0] for j in shares if j != i and _is_beside(context, claim, found[j][0])]
        telling = [one for one in others if not _is_of(context, one, received)]
        if len(telling) >= _FEWEST and all(_is_of(context, one, handled) for one in others):
            found[i] = claim._replace(agrees=False), scope
    return found


def _is_beside(context: CheckContext, claim: Claim, other: Claim) -> bool:
    """Whether two shares stand in one list."""
    if claim.place.text != other.place.text:
        return False
    first, last = sorted((claim.place, other.place), key=lambda place: place.start)
    return not _APART.search(context.report.texts[claim.place.text][first.end : last.start])


def _is_of(context: CheckContext, claim: Claim, whole: Number) -> bool:
    """Whether a share is that of its cells in a whole, as exactly as it is written."""
    part = added(tuple(cell for cell in claim.cells if cell != HANDLED), context.numbers)
    if part is None or claim.number is None:
        return False
    slack = max(_SLACK, float(last_place(claim.number)) / 2) + 1e-9
    return abs(float(part) * 100 / float(whole) - float(claim.number)) <= slack
