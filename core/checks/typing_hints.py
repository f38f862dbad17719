"""How a wrong number may have come about: slips of the hand that a clerk recognises at once.

The words are for the clerk and follow the number that should stand there: ``两位数字颠倒``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hint:
    """A likely slip.

    Attributes:
        why: A Chinese clause; "" where nothing is known.
        weight: How much likelier the slip makes the error: 0 nothing known, 4 a classic.
    """

    why: str
    weight: float


NOTHING = Hint("", 0)
TELLING = 1.5
"""A hint of this weight speaks for one number among several; weaker ones fit nearly every number."""
SMALLEST_TELLING = 3
"""Smaller differences equal some other number by chance in nearly every table."""


def slip(value: int, should_be: int) -> Hint:
    """Return the slip that turns the right number into the one that stands there."""
    if value and should_be:
        if value in (should_be * 10, should_be * 100):
            return Hint("多了一个0，差10倍" if value == should_be * 10 else "多了两个0，差100倍", 4)
        if should_be in (value * 10, value * 100):
            return Hint("少了一个0，差10倍" if should_be == value * 10 else "少了两个0，差100倍", 4)
    typed, right = str(value), str(should_be)
    if len(typed) < len(right):
        typed = typed.rjust(len(right), "0")
    if _is_swapped(typed, right) or (len(right) > 2 and typed == right[::-1]):
        return Hint("两位数字颠倒", 4)
    if abs(value - should_be) == 1:
        return Hint("多计1件" if value > should_be else "漏计1件", 1.4)
    if should_be and len(typed) == len(right) + 1 and _has_one_more(typed, right):
        return Hint("多输入了一位数字", 2)
    if value and len(str(value)) + 1 == len(right) and _has_one_more(right, str(value)):
        return Hint("漏输入了一位数字", 2)
    if not value:
        return Hint("填成了0", 1)
    if not should_be:
        return Hint("", 1)
    if len(typed) == len(right) and sum(a != b for a, b in zip(typed, right, strict=True)) == 1:
        return Hint("只差一位数字", 1)
    return NOTHING


def counted_with(value: int, should_be: int, others: Mapping[str, int], names: Mapping[str, str]) -> Hint:
    """Return whether the number is off by just one of the others: counted twice, or left out.

    Args:
        value: What stands there.
        should_be: What should.
        others: The numbers it may have been mixed up with, by code.
        names: What the clerk calls them.
    """
    difference = value - should_be
    if abs(difference) < SMALLEST_TELLING:
        return NOTHING
    same = [code for code, other in others.items() if other == abs(difference)]
    if len(same) != 1:
        return NOTHING
    name = names[same[0]]
    if difference > 0:
        return Hint(f"多出的{difference}恰与“{name}”相同，可能多计一次", TELLING)
    return Hint(f"少的{-difference}恰与“{name}”相同，可能漏计", TELLING)


def _is_swapped(typed: str, right: str) -> bool:
    """Whether two neighbouring digits changed places, also where that left a nought in front."""
    if len(typed) != len(right):
        return False
    apart = [i for i, (a, b) in enumerate(zip(typed, right, strict=True)) if a != b]
    if len(apart) != 2 or apart[1] != apart[0] + 1:
        return False
    first, second = apart
    return typed[first] == right[second] and typed[second] == right[first]


def _has_one_more(longer: str, shorter: str) -> bool:
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))
