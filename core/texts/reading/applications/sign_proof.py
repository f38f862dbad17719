"""What must be sure before signs show what a number is: that it counts applications of the office in the report year.

A number is left alone with good reason where the reading number by number has told one (those of a third party, of
another year, for something else); and those that it did not understand are asked for the same reasons again, with what
the signs show. The vocabulary stands in ``row_signs.toml``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from core.base.patterns import any_of, pattern
from core.form.form_files import FormatFolder
from core.texts.language.grammar import BREAK, IN_BRACKETS
from core.texts.language.left_alone import OF_SOME
from core.texts.language.meanings import Role
from core.texts.language.numbers import PrintedNumber
from core.texts.reading.sentence.sentences import NumberReading, SentenceState, SourceText
from core.texts.reading.told.reasons import ONE_REASON, Reasons

_FILE = "row_signs.toml"
_DAY = "◇"
"""Stands for a day in the text as it is read."""
_WHY = pattern("（(?P<why>[^（）]*)，不核对）$")
_CLOSED = pattern("^[^（）]*）")
_UNKNOWN_WORD = "”未识别"
_NOT_TAKEN = ("not_processed", "other_result")
_OPEN = (OF_SOME, ONE_REASON, "前面所说的一种")
"""Why a number is left alone that may still be the least there is of what is shown."""


class _Counted:
    """What else than applications a number may count, by the words next to it."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        things = any_of(data["things"])
        self._before = pattern(f"{data['not_asked']}{things}{data['case']}{data['between']}$|{data['marked']}$")
        self._behind = pattern(f"{data['next']}{things}")
        self._each, self._ends = pattern(data["each"]), pattern(data["ends"])

    def may_count(self, own: str) -> bool:
        """Whether the words of its clause before a number end as they do before applications, in no other noun."""
        return bool(self._ends.search(own))

    def counts_others(self, own: str, right: str) -> bool:
        """Whether the noun that stands next to a number is that of something else: 信访件30件, 1件补正材料."""
        return bool(self._before.search(own) or self._behind.match(right) or self._each.search(own))


@cache
def _counted(folder: FormatFolder) -> _Counted:
    return _Counted(folder.toml(_FILE)["counted"])


class Turned:
    """What says that it came otherwise than the signs of a row have it."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._seeming, self._given, self._taken = (pattern(data[name]) for name in ("seeming", "given", "taken"))
        self._given_last = pattern(f"(?:{data['given']})[^，、；。]{{0,4}}的$")

    def is_turned(self, group: str, left: str, right: str) -> bool:
        """Whether those of a row only seemed to be so, or got what they asked for: 看似信访, 均按信息公开办理."""
        if self._seeming.search(left) or self._given.search(right) or self._given_last.search(left):
            return True
        return group in _NOT_TAKEN and bool(self._taken.search(right))


@cache
def turned(folder: FormatFolder) -> Turned:
    """Return what a format's words say of rows that came otherwise."""
    return Turned(folder.toml(_FILE)["turned"])


def counts_others(folder: FormatFolder, left: str, right: str) -> bool:
    """Whether the noun that stands next to a number is that of something else than applications."""
    return _counted(folder).counts_others(BREAK.split(left)[-1], right)


def is_left_open(reading: NumberReading, further: tuple[str, ...] = ()) -> bool:
    """Whether nothing is said against a number that is not compared, so that signs may still show what it is."""
    found = _WHY.search(reading.meaning)
    if found is None:
        return False
    return found["why"].endswith(_UNKNOWN_WORD) or found["why"] in _OPEN or found["why"] in further


def is_proven(source: SourceText, sentence: SentenceState, number: PrintedNumber, role: Role, left: str) -> bool:
    """Whether a number of which the words to the left show a role counts applications of this office and year."""
    right = source.text[number.end : sentence.end]
    own = left if _DAY in left else BREAK.split(left)[-1]
    folder = source.vocabulary.folder
    if counts_others(folder, left, right) or not _counted(folder).may_count(BREAK.split(left)[-1]):
        return False
    return Reasons(source).why_not(sentence, role, own, right, number) in ("", *_OPEN)


def is_cut(before: str, left: str) -> bool:
    """Whether the words before a number begin in the middle of a clause: 14件旧件加83件(新件共)."""
    return bool(left) and len(before) > len(left) and not BREAK.fullmatch(before[-len(left) - 1])


def without_brackets(left: str) -> str:
    """Return the words before a number without what stands in brackets: 43件（含上年结转），办结39件."""
    return _CLOSED.sub("", IN_BRACKETS.sub("", left)) if "）" in left else left
