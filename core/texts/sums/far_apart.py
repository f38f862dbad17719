"""Knows how sure it is that numbers which do not agree are a total and its parts.

Whoever slips writes 638 for 628, or forgets one part. Parts that are twice their total are mostly those of something
else; and of two numbers below ten, 3 and 2 beside 4, any may stand side by side by chance.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from core.report.entry_text import Number
from core.texts.language.slips import are_exchanged, is_one_digit_off, is_slip
from core.texts.language.things import Count
from core.texts.sums.closed_behind import is_right_behind

FEW = "few"
"""Two parts so small that they are asked about only."""
_JUDGED = ("", "more")
"""Kinds of sums that say that something is wrong."""
_NEAR, _NEAR_ONES = 0.65, 0.6
"""What is at least so much of another number is near it; of one below ten."""
_ONES = 10
"""Numbers below it have one digit, which any other one differs from as a slip does."""
_TWO = 2


def is_far_apart(
    total: Count, parts: Sequence[Count], kind: str, counts: Sequence[Count], above: Sequence[Count]
) -> bool:
    """Whether parts are so far from a number before them, and from it with those beside it, that it is hardly theirs.

    A list of three and more that says that it names all may well lack most; a change (5件减少2件) is told by itself.
    """
    values = [part.value for part in parts]
    added = sum(values)
    if kind not in _JUDGED or min(values) < 0 or (added < total.value and len(values) > _TWO):
        return False
    if any(_is_slip(value, total.value - added + value) for value in values):
        return False  # 300条，其中政策120条、动态1800条 for 180
    if is_right_behind(total, parts, counts, above):
        return False
    before = [c.value for c in counts if c.end <= parts[0].start and c.unit == total.unit and c is not total]
    wholes = (total.value, *(total.value + beside for beside in accumulate(reversed(before))))
    return not any(added - whole in values or _may_be_slip(whole, added) for whole in wholes)


def _is_slip(told: Number, needed: Number) -> bool:
    """Whether a part is a slip for what the total needs it to be."""
    return needed >= _ONES and is_slip(told, needed)


def _may_be_slip(whole: Number, added: Number) -> bool:
    """Whether two numbers are near each other, or differ as a slip makes them differ."""
    less, more = sorted((whole, added))
    if more < _ONES:
        return float(less) >= _NEAR_ONES * float(more)
    return float(less) >= _NEAR * float(more) or is_one_digit_off(less, more) or are_exchanged(less, more)


def weighed(kind: str, total: Count, parts: Sequence[Count]) -> str:
    """Return how parts differ from their total: of two small ones it is only asked."""
    values = [part.value for part in parts]
    is_small = len(values) == _TWO and min(values) >= 0 and max(total.value, sum(values)) < _ONES
    return FEW if is_small and kind in _JUDGED else kind


def nearest(totals: Sequence[Count], parts: Sequence[Count]) -> Count:
    """Return the total that is most likely meant: the last one of the sentence, of earlier ones that most like it."""
    added = sum(part.value for part in parts)
    is_last = totals[-1].text == parts[0].text and totals[-1].value >= max(part.value for part in parts)
    return totals[-1] if is_last else min(totals, key=lambda total: abs(float(total.value) - float(added)))
