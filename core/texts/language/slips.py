"""What a slip of the eye or hand makes of a number: another digit, two that changed places, one lost, noughts, a point.

A number that was never meant to be the other one differs from it in any way.
"""

from __future__ import annotations

from core.report.entry_text import Number, format_number

_EXCHANGED = 2
_ROUNDED = 2
"""More digits than so many are not the first ones of another number by chance."""


def are_exchanged(told: Number, known: Number) -> bool:
    """Whether two numbers are the same but for two digits that changed places: 1982.6 and 1928.6."""
    differing = _differing(format_number(told), format_number(known))
    return len(differing) == _EXCHANGED and differing[0] == differing[1][::-1]


def is_one_digit_off(told: Number, known: Number) -> bool:
    """Whether two numbers are the same but for one digit: 418 and 428."""
    return len(_differing(format_number(told), format_number(known))) == 1


def is_digit_lost(told: Number, known: Number) -> bool:
    """Whether one of two numbers is the other without a digit, noughts or a point: 2 and 22, 318.6 and 3186."""
    one, other = sorted(map(_digits, (told, known)), key=len)
    if one.strip("0") == other.strip("0") or (len(one) > _ROUNDED and other.startswith(one)):
        return True  # 12.64 for 126.4508
    return any(other[:i] + other[i + 1 :] == one for i in range(len(other)))


def is_slip(told: Number, known: Number) -> bool:
    """Whether two numbers differ as a slip makes them differ."""
    return is_one_digit_off(told, known) or are_exchanged(told, known) or is_digit_lost(told, known)


def _digits(number: Number) -> str:
    return format_number(number).replace(",", "").replace(".", "")


def _differing(one: str, other: str) -> list[tuple[str, str]]:
    """Return the places at which two numbers of one length differ; none where they are not of one length."""
    return [(a, b) for a, b in zip(one, other, strict=True) if a != b] if len(one) == len(other) else []
