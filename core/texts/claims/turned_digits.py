"""Judges numbers whose words are not all known where the table has their digits with two exchanged: 430件, for 403.

A number of some of what the table counts has other digits than it; such a slip of the eye tells what it is of.
"""

from __future__ import annotations

from core.report.entry_text import Number, format_number
from core.texts.claims.claim import Found

_FEWEST = 3
"""So many digits of a number of something else are not those of the table by chance."""
_EXCHANGED = 2
_OPEN = "未识别，不核对）"
"""How the meaning of such a number ends; what others are of is known."""


def turned_digits(found: Found) -> Found:
    """Judge the counts that were left alone and are those of the table but for two digits."""
    for i, (claim, scope) in enumerate(found):
        is_open = claim.agrees is None and claim.kind == "count" and claim.meaning.endswith(_OPEN)
        number = claim.number if is_open else None
        if number is not None and any(_are_exchanged(number, known) for known in claim.sums):
            found[i] = claim._replace(agrees=False, meaning=claim.meaning.rpartition("（")[0]), scope
    return found


def _are_exchanged(told: Number, known: Number) -> bool:
    """Whether two numbers are the same but for two digits that changed places: 1982.6 and 1928.6."""
    one, other = format_number(told), format_number(known)
    if len(one) != len(other) or sum(sign.isdigit() for sign in one) < _FEWEST:
        return False
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(differing) == _EXCHANGED and differing[0] == differing[1][::-1]
