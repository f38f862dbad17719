"""Compares those dealt with whose words are not all known, where the figures around them say that they are of all.

应办417件中，各处室分办后办结388件，办结率93.0%: the rate is that of 388 over 417, so that these are all that were done.
应办417件，经会商、会签后办结388件，结转16件: between all that had to be dealt with and all that is left stands what was
done, where it is about as many as the table has.
"""

from __future__ import annotations

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.form.known_cells import CARRIED_IN, CARRIED_OUT, HANDLED, RECEIVED
from core.report.entry_text import Number
from core.texts.claims.claim import Claim, Found
from core.texts.language.own_words import last_place
from core.texts.language.role_keys import ANSWERED, NEW

_WHOLES = ("due", "processed", *NEW)
_RATE = pattern("(?:办结|答复|办复|办理完成)率[^，；。\\d]{0,4}$")
_NARROWED = pattern(
    "其中|部分|涉及|类|自然人|个人|企业|法人|律|季度|半年|[1-9]月|网|信函|当面|延期|补正|第三方|纸质|电子|公开\\d|到期|机关|本级"
)
_SLACK = 0.05
_NEAR = 0.8
_RULE = "N-04"


def done_of_all(context: CheckContext, found: Found) -> Found:
    """Return the claims, such a number compared with all that was dealt with."""
    known, new, old = (context.numbers.get(cell) for cell in (HANDLED, RECEIVED, CARRIED_IN))
    if known is None or new is None or old is None:
        return found
    for i, (claim, scope) in enumerate(found):
        is_open = claim.agrees is None and claim.key in ANSWERED and not claim.is_share and bool(claim.number)
        if not is_open or claim.cells != (HANDLED,) or claim.number == known or not i:
            continue
        whole = _whole_before(context, found, i, new + old)
        if whole and (_is_rated(context, found, i, whole) or _is_before_left(context, found, i, known)):
            meaning = claim.meaning.partition("（")[0]
            found[i] = claim._replace(agrees=False, sums=(known,), meaning=meaning, rule_id=_RULE), scope
    return found


def _whole_before(context: CheckContext, found: Found, at: int, due: Number) -> Claim | None:
    """Return the number of all that had to be dealt with, told right before one of those done."""
    claim, before = found[at][0], found[at - 1][0]
    is_all = before.key in _WHOLES and before.agrees is True and before.number == due and not before.is_share
    if not is_all or before.place.text != claim.place.text:
        return None
    between = context.report.texts[claim.place.text][before.place.end : claim.place.end]
    is_one = not any(mark in between for mark in "。；\n") and not _NARROWED.search(between)
    return before if is_one else None


def _is_rated(context: CheckContext, found: Found, at: int, whole: Claim) -> bool:
    """Whether the rate told behind a number is that of it over the whole."""
    done, rate = found[at][0], next((c for c, _ in found[at + 1 :]), None)
    if rate is None or not rate.is_share or rate.number is None or rate.place.text != done.place.text:
        return False
    said = context.report.texts[done.place.text][done.place.end : rate.place.end].rstrip("0123456789.%％")
    share = float(done.number or 0) * 100 / float(whole.number or 1)
    is_own = not any(mark in said for mark in "。；\n") and bool(_RATE.search(said))
    return is_own and abs(share - float(rate.number)) <= max(_SLACK, float(last_place(rate.number)) / 2) + 1e-9


def _is_before_left(context: CheckContext, found: Found, at: int, known: Number) -> bool:
    """Whether what is carried over is told rightly behind a number that is about what was dealt with."""
    done, left = found[at][0], next((c for c, _ in found[at + 1 :]), None)
    if left is None or not (left.agrees and left.cells[:1] == (CARRIED_OUT,)) or left.place.text != done.place.text:
        return False
    between = context.report.texts[done.place.text][done.place.end : left.place.start]
    is_own = left.number == context.numbers.get(CARRIED_OUT) and not any(mark in between for mark in "。；\n")
    return is_own and float(done.number or 0) >= _NEAR * float(known)
