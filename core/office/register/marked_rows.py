"""Rows that say in a column of their own that they do not count, or are still open: nobody guesses, they are asked.

Remarks are read clause by clause, all other columns only as a whole cell, and only in words that say nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from core.office.register.case_counts import count_column
from core.office.register.headers import Header, column_of
from core.office.register.problems import Problem, problem, quoted
from core.office.register.values import RegisterRow, value_text
from core.office.register.vocabulary import CONTENT, COUNTED, NUMBER, OPEN, REMARK, plain, vocabulary
from core.report.entry_text import NOTHING

MARKED = "REG-13"
_REMARK, _COUNTED, _VOID, _STATE = "remarks", "counted", "void", "states"
_BETWEEN = re.compile(r"[，,；;。！!、：:（）()【】\s]+")
_WORDS_OF_NUMBER = re.compile(r"[^\W\d_]+")
_NO_HEAD = "没有列名的"


class _Meaning(NamedTuple):
    """Words that say that a row does not count.

    Attributes:
        pattern: What a clause is as a whole.
        unless: Keys of the outcomes beside which the words say nothing.
    """

    pattern: re.Pattern[str]
    unless: Sequence[str]


class MarkedRows:
    """The columns of a sheet that may say that a row does not count."""

    def __init__(self, header: Header) -> None:
        counted = {column for key, column in header.columns.items() if key in COUNTED}
        self._skipped = {*counted, column_of(header, CONTENT), count_column(header)}
        self._number = header.columns[NUMBER]
        self._names = header.names
        self._kinds = {column: _kind_of(name) for column, name in header.names.items()}
        if REMARK in header.columns:
            self._kinds[header.columns[REMARK]] = _REMARK

    def problems(self, row: RegisterRow, outcome: str, *, has_day: bool, is_beyond: bool) -> list[Problem]:
        """Return what speaks against a row.

        Args:
            row: The row as it is seen.
            outcome: What its outcome counts as; "" for nothing.
            has_day: Whether a day stands in 办结日期.
            is_beyond: Whether it counts nowhere anyway, as long as its days are right: only its state is looked at.
        """
        found = []
        words = _WORDS_OF_NUMBER.findall(value_text(row.values.get(self._number)))
        if not is_beyond and (said := _void_words(words, outcome)):
            found.append(problem(MARKED, head=NUMBER, text=quoted(said)))
        for column, value in row.values.items():
            text = value_text(value).strip()
            if column not in self._skipped and text not in NOTHING:
                kind = self._kinds.get(column, _REMARK)
                if is_beyond and kind != _STATE:
                    continue
                head = quoted(self._names.get(column, _NO_HEAD))
                found += _said(kind, head, text, outcome, has_day)
        return found


def _said(kind: str, head: str, text: str, outcome: str, has_day: bool) -> Iterator[Problem]:
    """Yield what a cell says against its row."""
    word = plain(text).casefold()
    data = vocabulary().data["marks"]
    if kind in (_COUNTED, _VOID):
        is_said = kind == _COUNTED or _void_words((_bare(head),), outcome)
        if is_said and word not in _plain_words("yes" if kind == _COUNTED else "no"):
            yield problem(MARKED, head=head, text=quoted(text))
        return
    clauses = tuple(filter(None, _BETWEEN.split(text))) if kind == _REMARK else (text,)
    if said := _void_words(clauses, outcome):
        yield problem(MARKED, head=head, text=quoted(said))
    elif kind == _STATE and has_day and word in data["open"]:
        yield problem(MARKED, "open", head=head, text=quoted(text))
    elif kind == _STATE and not has_day and outcome in ("", OPEN) and word in data["closed"]:
        yield problem(MARKED, "closed", head=head, text=quoted(text))


def _void_words(clauses: Sequence[str], outcome: str) -> str:
    """Return the first clause that says that a row does not count; "" for none."""
    return next((clause for clause in clauses if any(outcome not in one.unless for one in _meanings(clause))), "")


@lru_cache(maxsize=4096)  # the same remarks stand in row after row
def _meanings(clause: str) -> tuple[_Meaning, ...]:
    word = plain(clause).casefold()
    return tuple(one for one in _void_meanings() if one.pattern.fullmatch(word))


@cache
def _void_meanings() -> tuple[_Meaning, ...]:
    data = vocabulary().data["marks"]
    before, behind = _any_of(data["before"]), _any_of(data["behind"])
    return tuple(
        _Meaning(re.compile(f"{before}*(?:{_choices(one)}){behind}*"), one.get("unless", ())) for one in data["words"]
    )


def _choices(record: Mapping[str, Any]) -> str:
    return "|".join([*map(re.escape, record["words"]), *record.get("patterns", ())])


def _any_of(words: Sequence[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, words))})"


@cache
def _plain_words(name: str) -> frozenset[str]:
    return frozenset(plain(word).casefold() for word in vocabulary().data["marks"][name])


def _kind_of(name: str) -> str:
    """Return what a header says of its column; "" for nothing."""
    word = _bare(name)
    named = next((kind for kind in (_REMARK, _COUNTED, _STATE) if word in vocabulary().data["marks"][kind]), "")
    return named or (_VOID if _meanings(word) else "")


def _bare(name: str) -> str:
    return plain(name).partition("(")[0].strip("?").removeprefix("是否")
