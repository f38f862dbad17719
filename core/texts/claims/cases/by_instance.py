"""Leaves out outcomes of one court where those of the other one are told beside them (N-06).

一审审结5件，其中维持3件、纠正1件、其他1件；二审审结4件，其中维持3件、其他1件: together they are what the table has.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from core.base.patterns import holds_one, last_of, pattern
from core.checks.rules import CheckContext
from core.form.known_cells import LAWSUIT_ROWS
from core.texts.claims.claim import Claim, Found
from core.texts.reading.sentence.share_checks import added

_INSTANCE = pattern("一审|二审|终审|再审")
_ENDS = {
    "upheld": "upheld",
    "corrected": "corrected",
    "other_outcome": "other",
    "other_outcome_short": "other",
    "pending": "pending",
}
"""The outcomes by the keys of their roles: an instance is one of courts, whatever cells a number was compared with."""
_HIGHER = ("二审", "终审", "再审")
_TWO = 2
_LAST = ("二审", "终审")
"""Two names of the same instance."""
_SENTENCE, _PART = "。！？\n", "。！？\n；"
_WHY = "与另一审级合计"


def by_instance(context: CheckContext, found: Found) -> Found:
    """Do not judge outcomes of one instance that with those of the others are the table's."""
    wrong = [claim for claim, _ in found if claim.agrees is False and _outcome(claim)]
    right: set[Claim] = set()
    for (code, begin), claims in groupby(wrong, key=lambda claim: _place(context, claim)):
        text = context.report.texts[code]
        if not holds_one(text, _HIGHER):
            continue
        for end in dict.fromkeys(map(_outcome, claims)):
            told = [c for c, _ in found if _outcome(c) == end and _place(context, c) == (code, begin)]
            right.update(_of_instances(context, text, told, end))
    return [(claim.left_alone(_WHY) if claim in right else claim, scope) for claim, scope in found] if right else found


def _place(context: CheckContext, claim: Claim) -> tuple[str, int]:
    """Return the text of a claim and where its sentence begins."""
    code = claim.place.text
    return code, last_of(_SENTENCE, context.report.texts[code], 0, claim.place.start) + 1


def _outcome(claim: Claim) -> str:
    """Return which outcome a number of cases is told of; "" for none."""
    return _ENDS.get(claim.key, "") if claim.number is not None and not claim.is_share else ""


def _of_instances(context: CheckContext, text: str, told: Iterable[Claim], end: str) -> list[Claim]:
    """Return the wrong ones of the numbers of an outcome, if each instance has one and they make up the table's."""
    apart = [(instance, claim) for claim in told if (instance := _instance(text, claim))]
    names = [_LAST[0] if instance in _LAST else instance for instance, _ in apart]
    if len(names) < _TWO or len({*names}) < len(names):
        return []
    whole = added(tuple(f"{row}.{end}" for row in LAWSUIT_ROWS), context.numbers)
    is_whole = sum(claim.number or 0 for _, claim in apart) == whole
    return [claim for _, claim in apart if claim.agrees is False] if is_whole else []


def _instance(text: str, claim: Claim) -> str:
    """Return the instance named last in the part of the sentence before a number; "" for none."""
    begin = last_of(_PART, text, 0, claim.place.start) + 1
    named = [*_INSTANCE.finditer(text, begin, claim.place.end)]
    return named[-1][0] if named else ""
