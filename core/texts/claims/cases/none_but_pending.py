"""Compares a denial of all cases but those pending: 除1件尚未审结外，已对6件作出处理，没有一件被纠正.

Those pending are told beside it as the table has them, so the denial is of all that ended, not of some.
"""

from __future__ import annotations

from core.base.patterns import last_of
from core.checks.rules import CheckContext
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import OF_SOME
from core.texts.reading.sentence.share_checks import added

_SENTENCE = "。！？\n"
_PENDING = "pending"
_EXCEPT = "除"
_WHY = f"（{OF_SOME}，不核对）"


def none_but_pending(context: CheckContext, found: Found) -> Found:
    """Return the claims, a denial beside those pending compared with the table."""
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is not None or claim.number is not None or _WHY not in claim.meaning or not claim.cells:
            continue
        rest = added(claim.cells, context.numbers)
        if rest is None or not _are_pending_told(context, claim, [c for c, _ in found[:i]]):
            continue
        meaning = claim.meaning.replace(_WHY, "")
        found[i] = claim._replace(meaning=meaning, sums=(rest,), agrees=rest == 0), scope
    return found


def _are_pending_told(context: CheckContext, denial: Claim, before: list[Claim]) -> bool:
    """Whether the sentence excepts as many pending cases of the same rows as the table has."""
    text = context.report.texts[denial.place.text]
    begin = last_of(_SENTENCE, text, 0, denial.place.start)
    rows = {cell.rpartition(".")[0] for cell in denial.cells}
    return any(
        claim.agrees
        and claim.key.startswith(_PENDING)
        and begin < claim.place.start
        and _EXCEPT in text[max(claim.place.start - 2, 0) : claim.place.start + 1]
        and rows == {cell.rpartition(".")[0] for cell in claim.cells}
        for claim in before
        if claim.place.text == denial.place.text
    )
