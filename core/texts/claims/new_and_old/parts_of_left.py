"""Leaves out numbers told as parts of what is carried over: 年底未办结的8件，其中6件正在征求意见，2件等待补正.

正在 or 等待 makes one of them a number of all that is left. Behind the right number of these, in its sentence, and
adding up to it with those told beside it, it is one of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from core.base.patterns import last_of, pattern
from core.checks.rules import CheckContext
from core.form.known_cells import CARRIED_OUT
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import OF_SOME

_LEFT = "N-03"
_ENDS = "。！？\n"
_AGAIN = pattern("合计|共|总|(?:结转|转入|转至|顺延|延续)[^，；。\\d]{0,4}(?:下|次|明|来|翌|20\\d\\d)")
"""未办结的8件，…，(结转下年)6件: all that is left, told again."""
_MOST_PARTS = 6


def parts_of_left(context: CheckContext, found: Found) -> Found:
    """Do not judge such parts."""
    left = context.numbers.get(CARRIED_OUT)
    if not left:
        return found  # as in most reports
    for i, (claim, scope) in enumerate(found):
        is_wrong = claim.agrees is False and claim.rule_id == _LEFT and CARRIED_OUT in claim.cells
        if not is_wrong or claim.number is None or claim.is_share or claim.number >= left:
            continue
        if _is_part_of_left(context, [c for c, _ in found], claim):
            found[i] = claim.left_alone(OF_SOME), scope
    return found


def _is_part_of_left(context: CheckContext, told: Sequence[Claim], claim: Claim) -> bool:
    """Whether a number and those beside it add up to the number of all that is left, told before them."""
    text, place = context.report.texts[claim.place.text], claim.place
    begin = last_of(_ENDS, text, 0, place.start) + 1
    end = min((at for mark in _ENDS if (at := text.find(mark, place.end)) >= 0), default=len(text))
    here = [c for c in told if c.place.text == place.text and begin <= c.place.start < end]
    here = [c for c in here if c.number is not None and not c.is_share]
    at = next(n for n, c in enumerate(here) if c is claim)
    wholes = [n for n, c in enumerate(here[:at]) if c.agrees and CARRIED_OUT in c.cells[:1] and c.number in c.sums]
    if not wholes or _AGAIN.search(text, here[at - 1].place.end, place.end):
        return False
    whole = here[wholes[-1]]
    for first in range(max(wholes[-1] + 1, at - _MOST_PARTS), at + 1):
        sums = [*accumulate(c.number or 0 for c in here[first : at + _MOST_PARTS])]
        if whole.number in sums[max(at - first, 1) :]:
            return True
    return False
