"""Texts as short as a sentence, a box or a line needs them: the first of many names, the first of many lines."""

from __future__ import annotations

from collections.abc import Sequence

MOST_LINES = 12
"""Lines that fit into a box."""


def some_of(names: Sequence[str], most: int, counted: str = "", *, between: str = "、") -> str:
    """Return names for a sentence, the first of them where they are too many: 甲、乙、丙等7格.

    Args:
        names: All of them.
        most: How many are named.
        counted: What they are counted in, such as 格; "" where their number is not told: 甲、乙、丙等.
        between: What stands between two of them.
    """
    if len(names) <= most:
        return between.join(names)
    return f"{between.join(names[:most])}等{len(names) if counted else ''}{counted}"


def first_lines(lines: Sequence[str], most: int = MOST_LINES, counted: str = "处") -> list[str]:
    """Return lines for a box or a list, the first of them where they are too many, and then how many: ……共20处."""
    more = [f"……共{len(lines)}{counted}"] if len(lines) > most else []
    return [*lines[:most], *more]


def normalised(text: str) -> str:
    """Return a text in one line, with one blank for each stretch of white space of any width, and none at its ends."""
    return " ".join(text.split())
