"""Words in which a row says that it does not count, or what became of it: what they mean beside which outcome."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from core.office.register.vocabulary import plain, vocabulary

VOID, ODDS, TOLD = "void", "odds", "told"
"""What words say: the row does not count, its outcome is another one, or it counts and is told."""
REMARKS, STATES, FLAGS, OTHERS = "remarks", "states", "flags", "others"
"""Where words stand: in a remark, a state, the header of a column, any other column."""

_UNITS = frozenset(("单位", "部门", "机关", "去向"))
"""Ends of headers whose cells name somebody, often only a department of the office."""


class Meaning(NamedTuple):
    """Words that say something of a row.

    Attributes:
        says: One of the words above.
        pattern: What a clause is as a whole.
        header: What a header is as a whole below which any value says it: 撤回日期; None for no header.
        unless: Keys of the outcomes beside which the words say nothing.
        where: Where alone they say it; nothing for everywhere.
    """

    says: str
    pattern: re.Pattern[str]
    header: re.Pattern[str] | None
    unless: Sequence[str]
    where: Sequence[str]


class Heading(NamedTuple):
    """What the header of a column says of the rows with a value below it.

    Attributes:
        found: The meanings.
        names_units: Whether only the name of a unit below it says so: 转办单位.
        is_flag: Whether a word of no below it denies it: 是否作废.
    """

    found: tuple[Meaning, ...]
    names_units: bool = False
    is_flag: bool = True

    def says(self, text: str) -> bool:
        """Whether a value below the header says what it is about."""
        word = plain(text).casefold()
        if word in plain_words("no"):
            return False
        return not self.names_units or word.endswith(tuple(vocabulary().data["units"]["ends"]))


@lru_cache(maxsize=4096)  # the same remarks stand in row after row
def meanings(clause: str) -> tuple[Meaning, ...]:
    """Return what a clause says as a whole."""
    word = plain(clause).casefold()
    return tuple(one for one in _meanings() if one.pattern.fullmatch(word))


def said_by(clauses: Sequence[str], outcome: str, says: str, where: str) -> str:
    """Return the first clause that says such a thing beside an outcome; "" for none."""
    return next((clause for clause in clauses if holds(meanings(clause), outcome, says, where)), "")


def holds(found: Sequence[Meaning], outcome: str, says: str, where: str) -> bool:
    """Whether one of the meanings says such a thing beside an outcome."""
    return any(
        one.says == says and outcome not in one.unless and (not one.where or where in one.where) for one in found
    )


@lru_cache(maxsize=256)
def heading(name: str) -> Heading:
    """Return what a header says of the rows with a value below it: 是否作废, 删除标志, 撤回日期, 转办单位."""
    word = bare(name)
    if found := meanings(word):
        return Heading(found)
    found = tuple(one for one in _meanings() if one.header is not None and one.header.fullmatch(word))
    return Heading(found, any(one.says == TOLD for one in found) and word[-2:] in _UNITS, is_flag=False)


def bare(name: str) -> str:
    """Return a header without what asks for yes or no: 作废 of 是否作废（是/否）, 统计 of 统计标志."""
    word = plain(name).partition("(")[0].strip("?").removeprefix("是否")
    for tail in vocabulary().data["marks"]["tails"]:
        word = word.removesuffix(tail)
    return word


def is_aside(name: str) -> bool:
    """Whether a header is about something else than what became of the request: 收到方式, 复议情况."""
    return any(word in plain(name) for word in vocabulary().data["marks"]["aside"]["words"])


@cache
def plain_words(name: str) -> frozenset[str]:
    """Return words of the vocabulary of marks as they are compared."""
    return frozenset(plain(word).casefold() for word in vocabulary().data["marks"][name])


@cache
def _meanings() -> tuple[Meaning, ...]:
    data = vocabulary().data["marks"]
    before, behind = _any_of(data["before"]), _any_of(data["behind"])
    made = []
    for one in data["words"]:
        clause = f"{before}*(?:{_choices(one)}){behind}*"
        header = re.compile(f"{clause}{_any_of(one['columns'])}") if "columns" in one else None
        says, unless, where = one.get("says", VOID), one.get("unless", ()), one.get("where", ())
        made.append(Meaning(says, re.compile(clause), header, unless, where))
    return tuple(made)


def _choices(record: Mapping[str, Any]) -> str:
    return "|".join([*map(re.escape, record["words"]), *record.get("patterns", ())])


def _any_of(words: Sequence[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, words))})"
