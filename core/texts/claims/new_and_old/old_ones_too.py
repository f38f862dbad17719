"""Claims that all applications told, and those carried in beside them, were dealt with.

上述申请连同上年结转的2件已全部办结: what is carried over in the table says that they were not.
"""

from __future__ import annotations

from core.base.patterns import pattern
from core.checks.findings import Place
from core.checks.rules import CheckContext
from core.form.known_cells import CARRIED_IN, CARRIED_OUT, HANDLED, RECEIVED
from core.texts.claims.claim import Claim, Found

_BEFORE = pattern(
    "(?:上述|以上|前述|这些)(?:政府信息公开)?(?:申请|办件)(?:，|、)?(?:连同|加上|加之|和|与|及|以及|同)(?:(?:20\\d\\d|上|去|上一)年度?)(?:的)?"
    "(?:结转|转入|遗留|转来)(?:办理|至本年|来)?的?$"
)
_ALL_DONE = pattern(
    "(?:申请)?，?(?:在|至|到|截至)?(?:本?年内|年底前?|年末前?|当年|本年度?|全年|目前)*(?:均|都|已|已经)*(?:全部|悉数|均|都|一并|全数)+(?:已|已经|依法|按期|按时)*"
    "(?:办结|办理完毕|办完|答复完毕|办毕)(?=[，；。\\n]|$)"
)
_BUT = pattern("[^。\\n]*(?:除|仅|只有|结转|转入|跨年|未到期|未届满|期限|延期)")
_MEANING = "办结的申请（上述的和上年结转的）"


def old_ones_too(context: CheckContext, found: Found) -> Found:
    """Return the claims, with one on all that is said to be dealt with where both numbers are the table's."""
    new, old, done = (context.numbers.get(cell) for cell in (RECEIVED, CARRIED_IN, HANDLED))
    if new is None or old is None or done is None or not context.numbers.get(CARRIED_OUT):
        return found
    for i, (claim, scope) in enumerate(found):
        if claim.key != "carried_in" or not claim.agrees or claim.number != old:
            continue
        text = context.report.texts[claim.place.text]
        told = [c for c, _ in found[:i] if c.place.text == claim.place.text and c.agrees and c.number == new]
        is_told = any(RECEIVED in c.cells for c in told)
        head = max(text.rfind(mark, 0, claim.place.start) for mark in "，；。\n") + 1
        before = _BEFORE.search(text, head, claim.place.start)
        after = _ALL_DONE.match(text, claim.place.end)
        if is_told and before and after and done != new + old and not _BUT.match(text, after.end()):
            place = Place(claim.place.text, before.start(), after.end())
            said = text[before.start() : after.end()]
            more = Claim(place, said, _MEANING, None, (HANDLED,), (done,), False, "N-04", "all_handled")
            return [*found[: i + 1], (more, scope), *found[i + 1 :]]
    return found
