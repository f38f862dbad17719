"""Cases of both kinds that a head calls by a word for lawsuits: 打的“官司”一共5起：行政复议4起，…；行政诉讼1起.

The parts behind the head say what it counts, whatever it is called.
"""

from __future__ import annotations

from core.base.patterns import last_of, pattern
from core.checks.rules import CheckContext
from core.form.known_cells import CASE_ROWS
from core.texts.claims.cases.cases_together import BOTH, OUTCOMES, sum_of_cases
from core.texts.claims.claim import Claim, Found

_SUITS, _REVIEWS = ("cases_lawsuit", "cases_direct", "cases_after"), "cases_review"
_CALLED = pattern("官司|被告|公堂|[打告]|案|纠纷|争议|争讼|讼")
_BY_NAME = pattern("诉讼|起诉|应诉|法院|判")
_LIST = pattern("(?:：|—+|，|（)(?:(?:这)?(?:其中|包括|包含|含|即|也就是|分别|是|有|为|，|：))*(?:提起|申请)?(?:行政)?")
_ENDS = "。！？\n"
_MOST = 12
"""Claims behind a head that are looked at."""


def named_as_suits(context: CheckContext, found: Found) -> Found:
    """Compare a head with reviews and lawsuits together where it is the sum of those listed behind it."""
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is not False or claim.key != _SUITS[0] or not claim.number or claim.is_share:
            continue
        behind = _in_sentence(context, found, i)
        parts = _parts(context, claim, [found[j][0] for j in behind])
        if not parts or sum(part.number or 0 for part in parts) != claim.number:
            continue
        cells = tuple(f"{row}.total" for row in CASE_ROWS)
        both = sum_of_cases(context, CASE_ROWS, ("total",))
        is_right = both == claim.number
        told = claim._replace(cells=cells, sums=(both,), agrees=is_right, meaning="行政复议、行政诉讼")
        is_part_wrong = any(part.agrees is False for part in parts)
        found[i] = (claim.left_alone(BOTH) if is_part_wrong and not is_right else told), scope
        for j in behind:
            part, its_scope = found[j]
            ends = OUTCOMES.get(part.key.removesuffix("_short"))
            is_behind = part.place.start > parts[-1].place.end and part.agrees is False
            if is_behind and ends and sum_of_cases(context, CASE_ROWS, ends) == part.number:
                found[j] = part.left_alone(BOTH), its_scope
    return found


def _in_sentence(context: CheckContext, found: Found, i: int) -> list[int]:
    """Return which claims stand behind one in its sentence."""
    place = found[i][0].place
    text = context.report.texts[place.text]
    end = min((at for mark in _ENDS if (at := text.find(mark, place.end)) >= 0), default=len(text))
    near = range(i + 1, min(i + 1 + _MOST, len(found)))
    return [j for j in near if found[j][0].place.text == place.text and found[j][0].place.start < end]


def _parts(context: CheckContext, head: Claim, behind: list[Claim]) -> list[Claim]:
    """Return the reviews and lawsuits listed right behind a head that names neither; none where there are not both."""
    text, place = context.report.texts[head.place.text], head.place
    own = text[last_of("，；：。（）！？\n", text, 0, place.start) + 1 : place.start]
    kinds = [c for c in behind if c.key in (_REVIEWS, *_SUITS) and c.number is not None and not c.is_share]
    if not kinds or not _CALLED.search(own) or _BY_NAME.search(own):
        return []
    if not _LIST.match(text, place.end, kinds[0].place.start) or any(
        c.place.start < kinds[0].place.start for c in behind
    ):
        return []
    keys = [c.key for c in kinds]
    if {*keys[:2]} == {_REVIEWS, _SUITS[0]}:
        return kinds[:2]
    return kinds[:3] if sorted(keys[:3]) == sorted([_REVIEWS, *_SUITS[1:]]) else []
