"""Leaves out what may have come in at the begin of the year: 年初的3件都是自然人申请, where 6 were carried in.

年初的6件 are those carried in where these are as many.
"""

from __future__ import annotations

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.form.known_cells import CARRIED_IN
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import OF_SOME

_BARE = pattern("(?:^|[，；：。（\\n])(?:年初|期初)的\\d+[件宗份](?:申请)?$", needs=["年初的", "期初的"])
_KEYS = ("carried_in", "kind_of_all")
_REACH = 12


def at_first_left_out(context: CheckContext, found: Found) -> Found:
    """Do not judge a bare 年初的3件 that is not the number of those carried in."""
    for i, (claim, scope) in enumerate(found):
        is_wrong = claim.agrees is False and claim.key in _KEYS
        if is_wrong and claim.number != context.numbers.get(CARRIED_IN) and _is_bare(context, claim):
            found[i] = claim.left_alone(OF_SOME), scope
    return found


def _is_bare(context: CheckContext, claim: Claim) -> bool:
    """Whether nothing but the time stands before the number of a claim, and it is not said to be carried in."""
    text = context.report.texts[claim.place.text]
    number = next((at for at in range(claim.place.start, claim.place.end) if text[at].isdigit()), claim.place.start)
    unit = next((at for at in range(number, claim.place.end) if not text[at].isdigit()), number)
    is_carried = text.startswith(("结转", "遗留", "转来"), unit + 1)
    return not is_carried and bool(_BARE.search(text, max(number - _REACH, 0), unit + 1))
