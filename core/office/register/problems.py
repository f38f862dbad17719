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
        advice: What to do about it in the register; "" where the clause says it.
        is_open: Whether the row may be one that is not closed yet.
        unit: The other unit that the row names; "" where the problem is another one.
    """

    rule: str
    why: str
    advice: str = ""
    is_open: bool = False
    unit: str = ""

    @property
    def said(self) -> str:
        """The clause with the advice."""
        return self.why + self.advice


def problem(rule: str, variant: str = "", **values: object) -> Problem:
    """Return a problem with one of the sentences of its rule."""
    messages = register_rules()[rule].messages
    advice = messages.get(f"{variant}_advice" if variant else "advice", "")
    return Problem(rule, messages[variant].format(**values), advice.format(**values))


def open_problem(rule: str, variant: str = "", **values: object) -> Problem:
    """Return a problem of a row that may be one that is not closed yet."""
    return problem(rule, variant, **values)._replace(is_open=True)


def quoted(text: str) -> str:
    """Return a word as it is quoted: on one line, not too long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_WORD else line[: _LONGEST_WORD - 1] + "…"
