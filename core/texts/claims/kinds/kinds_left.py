"""Compares kinds of applicants told of what is carried over with the cells of that row.

办结14件，个人、企业各1件因需请示，结转下年: behind those dealt with, the kinds are still those of the ones left.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.form.known_cells import CARRIED_OUT, CARRIED_OUT_ROW
from core.report.entry_text import Number
from core.texts.claims.claim import Claim, Found, different
from core.texts.language.role_keys import OF_KINDS

_NEXT = "(?:下一?|次|明|来|翌|20\\d\\d)年"
_GO_ON = pattern(
    f"[^。；\\n\\d]{{0,40}}?(?<!上年)(?:结转|转入|转至|转到|延至|延到|延续|顺延|留待|留到|转)[至到入]?了?{_NEXT}"
    "|[^。；\\n\\d]{0,40}?跨年度?(?:办理|答复|处理)"
)
_OPEN = pattern(
    "[^。；\\n\\d]{0,24}?(?:(?:尚|仍|还|均|都)*(?:未|没有?)能?(?:在年内|年内|当年)?(?:办结|办完|答复|办理完毕|作出答复)"
    f"|(?:尚|仍|还)(?:处于|在|待)|正在|将于{_NEXT})"
)
"""个人、企业各1件(尚未办结): of those left, where they are as many."""
_BETWEEN = pattern("[^。；：\\n\\d]{0,12}")
_RULE = "N-03"


def kinds_left(context: CheckContext, found: Found) -> Found:
    """Compare such kinds, where one of them was found wrong, with what is carried over of them."""
    if context.numbers.get(CARRIED_OUT) is None:
        return found
    for i, (claim, scope) in enumerate(found):
        if not _is_of_kind(claim) or claim.agrees is not False:
            continue
        run = _run(context, found, i)
        text, last = context.report.texts[claim.place.text], run[-1].place.end
        is_sure = bool(_GO_ON.match(text, last))
        if not is_sure and not _OPEN.match(text, last):
            continue
        left = [_left_of(context, c) for c in run]
        is_own = all(c.agrees is not True or c.number in sums for c, sums in zip(run, left, strict=True))
        sums = _left_of(context, claim)
        if sums and (claim.number in sums or (is_sure and is_own)):
            cells = tuple(f"{CARRIED_OUT_ROW}{column}" for column in _columns(claim))
            is_right = claim.number in sums
            found[i] = claim._replace(cells=cells, sums=sums, agrees=is_right, rule_id=_RULE), scope
    return found


def _is_of_kind(claim: Claim) -> bool:
    return claim.key in OF_KINDS and bool(claim.number) and not claim.is_share and bool(claim.cells)


def _columns(claim: Claim) -> tuple[str, ...]:
    """Return the columns of a claim, each once: ".C2"."""
    return tuple(dict.fromkeys(cell[-3:] for cell in claim.cells))


def _run(context: CheckContext, found: Found, i: int) -> Sequence[Claim]:
    """Return the kinds told next to one another around one of them."""
    claims = [claim for claim, _ in found]
    first, last = i, i
    while first and _are_beside(context, claims[first - 1], claims[first]):
        first -= 1
    while last + 1 < len(claims) and _are_beside(context, claims[last], claims[last + 1]):
        last += 1
    return claims[first : last + 1]


def _are_beside(context: CheckContext, claim: Claim, after: Claim) -> bool:
    if claim.place.text != after.place.text or not (after.number and after.key in OF_KINDS and claim.key in OF_KINDS):
        return False
    if after.place.start <= claim.place.end:
        return True  # 个人、企业各1件: one number for both
    return bool(_BETWEEN.fullmatch(context.report.texts[claim.place.text], claim.place.end, after.place.start))


def _left_of(context: CheckContext, claim: Claim) -> tuple[Number, ...]:
    """Return what is carried over of the kind of a claim: of firms alone, or with the law firms."""
    known = [context.numbers.get(f"{CARRIED_OUT_ROW}{column}") for column in _columns(claim)]
    told = [number for number in known if number is not None]
    return different([*told[:1], sum(told)]) if told and len(told) == len(known) else ()
