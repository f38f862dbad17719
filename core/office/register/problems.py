"""Why a row of a register cannot be counted, in the sentences of the rules."""

from __future__ import annotations

from typing import NamedTuple

from core.office.register.vocabulary import register_rules

_LONGEST_WORD = 40


class Problem(NamedTuple):
    """Why a row cannot be counted.

    Attributes:
        rule: Number of the rule; "" where none has one.
        why: A Chinese clause.
    """

    rule: str
    why: str


def problem(rule: str, variant: str = "", **values: object) -> Problem:
    """Return a problem with one of the sentences of its rule."""
    return Problem(rule, register_rules()[rule].messages[variant].format(**values))


def quoted(text: str) -> str:
    """Return a word as it is quoted: on one line, not too long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_WORD else line[: _LONGEST_WORD - 1] + "…"
