"""Judges numbers whose words are not all known where the table has their digits with two exchanged: 430件, for 403.

A number of some of what the table counts has other digits than it; such a slip of the eye tells what it is of.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.report.entry_text import Number, format_number
from core.texts.claims.claim import Found
from core.texts.language.slips import are_exchanged

_FEWEST = 3
"""So many digits of a number of something else are not those of the table by chance."""
_OPEN = "未识别，不核对）"
"""How the meaning of such a number ends; what others are of is known."""


def turned_digits(found: Found) -> Found:
    """Judge the counts that were left alone and are those of the table but for two digits."""
    for i, (claim, scope) in enumerate(found):
        is_open = claim.agrees is None and claim.kind == "count" and claim.meaning.endswith(_OPEN)
        number = claim.number if is_open else None
        if number is not None and _is_turned(number, claim.sums):
            found[i] = claim._replace(agrees=False, meaning=claim.meaning.rpartition("（")[0]), scope
    return found


def _is_turned(number: Number, sums: Sequence[Number]) -> bool:
    """Whether a number is one of the table but for two digits that changed places."""
    is_long = sum(map(str.isdigit, format_number(number))) >= _FEWEST
    return is_long and any(are_exchanged(number, known) for known in sums)
