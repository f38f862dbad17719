"""What must not be left in a published report: debris of Word and web pages, and what was never filled in."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from core.base.toml_files import shipped_toml
from core.form.form_files import Record

_FILE = "debris.toml"


class Debris(NamedTuple):
    """A kind of debris.

    Attributes:
        what: What it is, in words for the clerk.
        pattern: A regular expression.
        is_markup: Whether it is code that is deleted from pasted texts.
    """

    what: str
    pattern: str
    is_markup: bool


class FoundDebris(NamedTuple):
    """Where debris stands in a text, and what it is."""

    start: int
    end: int
    what: str


def kinds() -> tuple[Debris, ...]:
    """Return all kinds of debris, in the order in which they are looked for.

    Raises:
        FormDefinitionError: The file has an unknown key.
    """
    return _read()[1]


def begins() -> str:
    """Return the pattern of the characters that debris begins with.

    Raises:
        FormDefinitionError: The file has an unknown key.
    """
    return _read()[0]


@cache
def _read() -> tuple[str, tuple[Debris, ...]]:
    head = Record(shipped_toml("form", _FILE), _FILE)
    made = []
    brackets = head.mapping("brackets")
    for record in head.records("debris"):
        pattern = "|".join(record.texts("patterns"))
        for name, signs in brackets.items():
            pattern = pattern.replace(f"{{{name}}}", signs)
        made.append(Debris(record.text("what"), pattern, record.flag("markup")))
        record.done()
    characters = head.text("begins")
    head.done()
    return characters, tuple(made)


@cache
def markup() -> re.Pattern[str]:
    """Return the pattern of the code that is deleted from pasted texts."""
    return re.compile("|".join(kind.pattern for kind in kinds() if kind.is_markup))


@cache
def _pattern() -> re.Pattern[str]:
    """Return one pattern for all kinds; what they begin with is looked for first, so that most places take no time."""
    return re.compile(f"(?={begins()})(?:{'|'.join(kind.pattern for kind in kinds())})", re.MULTILINE)


def find_debris(text: str) -> list[FoundDebris]:
    """Return the debris in a text, in reading order."""
    return [FoundDebris(*match.span(), _what(match)) for match in _pattern().finditer(text)]


def _what(match: re.Match[str]) -> str:
    """Return what was found: the first kind that stands there."""
    here = (kind.what for kind in kinds() if re.compile(kind.pattern, re.MULTILINE).match(match.string, match.start()))
    return next(here)
