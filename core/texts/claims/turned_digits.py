"""Judges numbers whose words are not all known where the table has their digits with two exchanged: 430件, for 403.

A number of some of what the table counts has other digits than it; such a slip of the eye tells what it is of.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.report.entry_text import Number, format_number
from core.texts.claims.claim import Claim, Found
from core.texts.language.slips import are_exchanged

_FEWEST = 3
"""So many digits of a number of something else are not those of the table by chance."""
_FEWEST_OF_OTHERS = 1000
"""So large is a number told of a larger place that is taken for a slip of the unit's own."""
_TELLING = 100
"""A number beside it that agrees by chance is mostly smaller."""
_AMOUNT = "fees"
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


def is_turned_beside_right(told: Sequence[Claim], claim: Claim) -> bool:
    """Whether a large number has two digits of the table exchanged, beside one of its rule that is the table's.

    全系统作出行政处罚决定7251件，实施行政强制318件, for 7215 and 318: the tables are those of them all.
    """
    is_amount = claim.key == _AMOUNT and _digits(claim.number or 0) > _FEWEST  # 全区各校收费321.8万元, for 312.8
    if claim.kind != "count" or claim.number is None or not (is_amount or claim.number >= _FEWEST_OF_OTHERS):
        return False
    text, rule_id = claim.place.text, claim.rule_id
    here = [c for c in told if c.agrees and c.number and c.rule_id == rule_id and c.place.text == text]
    is_right_too = any(c.cells == claim.cells for c in here)  # 全系统7251件，本局7215件
    is_beside = any(is_amount or (c.number or 0) >= _TELLING for c in here)
    return is_beside and not is_right_too and _is_turned(claim.number, claim.sums)


def _is_turned(number: Number, sums: Sequence[Number]) -> bool:
    """Whether a number is one of the table but for two digits that changed places."""
    return _digits(number) >= _FEWEST and any(are_exchanged(number, known) for known in sums)


def _digits(number: Number) -> int:
    return sum(map(str.isdigit, format_number(number)))
