"""Finds the one share of a list that is of another whole: 449件（44.1%）、…、246件（24.6%） of 1018, but for one.

A share may be of those dealt with, of those received, or of these with the ones carried in. Where all others of a list
of results are of one of these, and cannot be of that which one share is of, this was reckoned with the wrong number.
"""

from __future__ import annotations

from core.base.patterns import last_of, pattern
from core.checks.rules import CheckContext
from core.form.known_cells import CARRIED_IN, GRANTED, HANDLED, PARTIAL, RECEIVED
from core.report.entry_text import Number
from core.texts.claims.claim import Claim, Found
from core.texts.language.own_words import last_place
from core.texts.language.role_keys import DEALT_WITH
from core.texts.reading.sentence.share_checks import added

_FEWEST, _FEWEST_FRAMED = 2, 1
"""So many others show of what the shares of a list are; where 办结69件 heads the list, so many."""
_SLACK = 0.1
_APART = pattern("[。！？\n]|其中|新收|收到")
_NAMED = pattern("占[^，；。\\d]*(?:应办|受理|申请|收)")
"""(占应办申请的)25.0%: it says itself of what."""
_NAMED_HANDLED = pattern("占[^，；。\\d]*(?:办|答复|处理)")
_SUM = pattern("(?:合计|共计|总计|一共|总共|两项共|共)(?P<n>\\d+)[件宗份](?:申请)?，[^，；。\\d其予全完]*$")
"""(合计43件，)公开率为55.1%"""
_IN_PERCENT = pattern("[%％]")
_COUNT = pattern("(?P<n>\\d+)[件宗份]")
_OF_COUNT = "share_of_count"
_WHOLES = (
    *DEALT_WITH,
    "handled_all",
    "mentioned",
    "received",
    "received_new",
    "received_and_handled",
    "due",
    "carried_in",
)
_RATE, _MARKS = "rate_granted", "。！？\n"


def shares_of_one_base(context: CheckContext, found: Found) -> Found:
    """Return the claims, a share that differs from its list wrong."""
    handled, received, due = (added(way, context.numbers) for way in ((HANDLED,), (RECEIVED,), (RECEIVED, CARRIED_IN)))
    if not handled or not received or not due:
        return found
    wholes = dict.fromkeys((handled, received, due))
    shares = [
        i for i, (claim, _) in enumerate(found) if claim.is_share and claim.agrees and _IN_PERCENT.search(claim.quote)
    ]
    for i in shares:
        claim, scope = found[i]
        if claim.key == _RATE and (of_both := _of_sum(context, claim, handled)):
            found[i] = of_both, scope
        meant = [whole for whole in wholes if _is_of(context, claim, whole)]
        if not meant or len(meant) == len(wholes) or claim.key == _OF_COUNT:
            continue  # 涉及征地的33件，占20.1%: no result, so perhaps of those received
        others = [found[j][0] for j in shares if j != i and _is_beside(context, claim, found[j][0])]
        before = found[i - 1][0].number or 0 if i else 0
        for whole in wholes:
            is_wrong_before = _is_share(claim, before, whole)  # of a number that is wrong itself
            if whole in meant or is_wrong_before or _says_of_what(claim, is_of_handled=whole != handled):
                continue
            telling = [one for one in others if not any(_is_of(context, one, other) for other in meant)]
            fewest = _FEWEST_FRAMED if whole == handled and _is_framed(found, i, handled) else _FEWEST
            if len(telling) >= fewest and all(_is_of(context, one, whole) for one in others):
                shown = f"{float(_part(context, claim) or 0) * 100 / float(whole):.2f}%"
                found[i] = claim._replace(agrees=False, shown=shown), scope
    return found


def _says_of_what(claim: Claim, *, is_of_handled: bool) -> bool:
    """Whether a share says itself of what it is: 占应办申请的25.0%, where that may be, 占办结总数的25.0%."""
    return bool(_NAMED.search(claim.quote) or (is_of_handled and _NAMED_HANDLED.search(claim.quote)))


def _is_framed(found: Found, at: int, handled: Number) -> bool:
    """Whether what was dealt with is the whole that is told last before a list of shares."""
    text = found[at][0].place.text
    before = (claim for claim, _ in reversed(found[:at]) if claim.place.text == text and claim.key in _WHOLES)
    last = next(before, None)
    return last is not None and last.key in DEALT_WITH and last.number == handled


def _of_sum(context: CheckContext, claim: Claim, handled: Number) -> Claim | None:
    """Return a rate of what was granted that is said of a sum and is of a part of it: 合计43件，公开率为42.3%."""
    text, place = context.report.texts[claim.place.text], claim.place.start
    told = _SUM.search(text, last_of(_MARKS, text, 0, place) + 1, place)
    granted = added((GRANTED,), context.numbers)
    both = added((GRANTED, PARTIAL), context.numbers)
    if told is None or granted is None or both is None or granted == both or int(told["n"]) != both:
        return None
    share = float(both) * 100 / float(handled)
    if abs(float(granted) * 100 / float(handled) - float(claim.number or 0)) > _SLACK:
        return None
    name = claim.meaning.replace("予以公开", "予以公开和部分公开")
    cells = (GRANTED, PARTIAL, HANDLED)
    return claim._replace(key="rate_both", meaning=name, cells=cells, agrees=False, shown=f"{share:.2f}%")


def _is_beside(context: CheckContext, claim: Claim, other: Claim) -> bool:
    """Whether two shares stand in one list."""
    if claim.place.text != other.place.text:
        return False
    first, last = sorted((claim.place, other.place), key=lambda place: place.start)
    return not _APART.search(context.report.texts[claim.place.text][first.end : last.start])


def _is_of(context: CheckContext, claim: Claim, whole: Number) -> bool:
    """Whether a share is that of its cells in a whole, as exactly as it is written."""
    part = _part(context, claim)
    return part is not None and claim.number is not None and _is_share(claim, part, whole)


def _part(context: CheckContext, claim: Claim) -> Number | None:
    """Return what a share is told of: its cells, or the number that nobody knows the words of: 28件，占32.6%."""
    if claim.key == _OF_COUNT:
        told = _COUNT.match(claim.quote)
        return int(told["n"]) if told else None
    return added(tuple(cell for cell in claim.cells if cell != HANDLED), context.numbers)


def _is_share(claim: Claim, part: Number, whole: Number) -> bool:
    """Whether a share is that of one number in another."""
    slack = max(_SLACK, float(last_place(claim.number or 0)) / 2) + 1e-9
    return abs(float(part) * 100 / float(whole) - float(claim.number or 0)) <= slack
