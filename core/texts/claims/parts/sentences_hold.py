"""Judges the numbers of a sentence whose received and dealt with are the table's, though its head is not known.

各局办当年新收申请34件，上年结转3件，年度内办结33件: whoever these are, what came in and was done is all of it.
"""

from __future__ import annotations

import re

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.texts.claims.claim import Claim, Found

_NOT_KNOWN = pattern("（“(?P<what>[^”]*)”未识别，不核对）$")
_FLOWS = ("received", "received_new", "handled", "carried_in", "carried_out")
_CAME, _DONE = ("received", "received_new"), ("handled",)
_MANY = 10
"""Fewer may be the table's by chance."""


def sentences_hold(context: CheckContext, found: Found) -> Found:
    """Return the claims, those behind an unknown head judged where the sentence tells all that came and was done."""
    for i, (claim, scope) in enumerate(found):
        unknown = _NOT_KNOWN.search(claim.meaning) if claim.agrees is None and claim.key in _FLOWS else None
        if unknown is None or claim.kind != "count" or not _is_at_head(context, found, i, unknown["what"]):
            continue
        beside = [one for one, other in found if other == scope and _is_beside(context, one, claim)]
        if all(any(_is_table(one, keys) for one in beside) for keys in (_CAME, _DONE)):
            found[i] = claim._replace(agrees=False, meaning=claim.meaning[: unknown.start()]), scope
    return found


def _is_table(claim: Claim, keys: tuple[str, ...]) -> bool:
    return claim.key in keys and claim.kind == "count" and claim.agrees is True and (claim.number or 0) >= _MANY


def _begin(context: CheckContext, claim: Claim) -> int:
    """Return where the part of a sentence begins that a claim stands in."""
    text = context.report.texts[claim.place.text]
    return max(text.rfind(mark, 0, claim.place.start) for mark in "。！？；\n") + 1


def _is_beside(context: CheckContext, one: Claim, claim: Claim) -> bool:
    """Whether two claims stand in the same part of a sentence."""
    return one.place.text == claim.place.text and _begin(context, one) == _begin(context, claim)


def _is_at_head(context: CheckContext, found: Found, i: int, unknown: str) -> bool:
    """Whether what is not known stands only before the first number of its sentence, which is another one."""
    claim = found[i][0]
    first = min(one.place.start for one, _ in found if _is_beside(context, one, claim))
    text = context.report.texts[claim.place.text]
    head, behind = text[_begin(context, claim) : first], text[first : claim.place.end]
    words = [word for word in re.split("[、，]", unknown) if word]
    return first < claim.place.start and all(word in head and word not in behind for word in words)
