"""Says one slip once: 80件，企业6件、律师事务所2件，其余均为自然人 is wrong of a number told, and so of the rest."""

from __future__ import annotations

from core.texts.claims.claim import Found
from core.texts.language.role_keys import ONE_KIND
from core.texts.reading.kinds.rest_kind import LEFT_OF_ALL, WHOLES

_WHY = "由前面的数相减"
_LEAVING = {*ONE_KIND, *WHOLES}
_REACH = 6
"""So many numbers before a rest may be those that it leaves."""


def rest_once(found: Found) -> Found:
    """Do not judge the rest of all applications where a kind told before it, or how many there are, is wrong."""
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is False and claim.meaning.endswith(LEFT_OF_ALL):
            before = [c for c, _ in found[max(i - _REACH, 0) : i] if c.place.text == claim.place.text]
            if any(c.agrees is False and c.key in _LEAVING for c in before):
                found[i] = claim.left_alone(_WHY), scope
    return found
