"""Leaves out amounts that with another one make up the sum billed: 合计1100元，缴纳800元，另300元不再收取."""

from __future__ import annotations

from core.base.patterns import last_of
from core.checks.rules import CheckContext
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import OF_SOME
from core.texts.language.numbers import numbers_in, plain_text

_BILLED = "fee_billed"
_MARKS = "。！？\n"


def fee_parts(context: CheckContext, found: Found) -> Found:
    """Do not judge an amount by the whole sum of which it is a part."""
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is False and claim.key == _BILLED and _is_part(context, claim):
            found[i] = claim.left_alone(OF_SOME), scope
    return found


def _is_part(context: CheckContext, claim: Claim) -> bool:
    text, place, part = context.report.texts[claim.place.text], claim.place, claim.number
    end = min((i for mark in _MARKS if (i := text.find(mark, place.end)) >= 0), default=len(text))
    sentence = plain_text(text[last_of(_MARKS, text, 0, place.start) + 1 : end], None).text
    amounts = [number.value for number in numbers_in(sentence) if number.unit == "元"]
    whole = claim.sums[0] if claim.sums else None
    if not part or whole not in amounts or part not in amounts:
        return False
    amounts.remove(part)
    return any(other and part + other == whole for other in amounts)
