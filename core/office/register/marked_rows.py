"""Rows that say in a column of their own that they do not count, are open, or became something else: nobody guesses.

Remarks are read clause by clause, all other columns only as a whole cell, and only in words that say nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from core.office.register.case_counts import count_column
from core.office.register.headers import Header, column_of
from core.office.register.mark_words import (
    FLAGS,
    ODDS,
    OTHERS,
    REMARKS,
    STATES,
    TOLD,
    VOID,
    Heading,
    bare,
    heading,
    holds,
    is_aside,
    meanings,
    plain_words,
    said_by,
)
from core.office.register.problems import Problem, open_problem, problem, quoted
from core.office.register.values import RegisterRow, value_text
from core.office.register.vocabulary import CONTENT, COUNTED, NUMBER, OPEN, REMARK, plain, vocabulary
from core.report.entry_text import NOTHING

MARKED, AT_ODDS, OF_OTHERS = "REG-13", "REG-15", "REG-14"
_COUNTED = "counted"
_BETWEEN = re.compile(r"[，,；;。！!、：:（）()【】\s]+")
_WORDS_OF_NUMBER = re.compile(r"[^\W\d_]+")
_NO_HEAD = "没有列名的"


class _Column(NamedTuple):
    """A column that may say something of its rows.

    Attributes:
        head: Its header, as it is quoted.
        kind: ``counted``, or where its words stand.
        heading: What its header says of the rows with a value below it.
        is_aside: Whether it is about something else than what became of the request.
    """

    head: str
    kind: str
    heading: Heading
    is_aside: bool


_NO_HEADING = Heading(())
_UNNAMED = _Column(_NO_HEAD, REMARKS, _NO_HEADING, False)


class MarkedRows:
    """The columns of a sheet that may say that a row does not count."""

    def __init__(self, header: Header) -> None:
        counted = {column for key, column in header.columns.items() if key in COUNTED}
        self._skipped = {*counted, column_of(header, CONTENT), count_column(header)}
        self._number = header.columns[NUMBER]
        self._columns = {column: _column(name) for column, name in header.names.items()}
        if REMARK in header.columns:
            at = header.columns[REMARK]
            self._columns[at] = _Column(quoted(header.names[at]), REMARKS, _NO_HEADING, False)

    def problems(self, row: RegisterRow, outcome: str, *, has_day: bool, is_beyond: bool) -> list[Problem]:
        """Return what speaks against a row.

        Args:
            row: The row as it is seen.
            outcome: What its outcome counts as; "" for nothing.
            has_day: Whether a day stands in 办结日期.
            is_beyond: Whether it counts nowhere anyway, as long as its days are right: only its state is looked at.
        """
        found: list[Problem] = []
        for column, text in self._texts(row):
            if column.kind == STATES or not is_beyond:
                said = list(_said(column, text, outcome, has_day))
                found += said or ([] if is_beyond else _at_odds(column, text, outcome, has_day))
        return found

    def told(self, row: RegisterRow, outcome: str) -> Iterator[str]:
        """Yield what a row says that is told though it counts."""
        for column, text in self._texts(row):
            if said := _words(column, text, outcome, TOLD):
                yield said

    def _texts(self, row: RegisterRow) -> Iterator[tuple[_Column, str]]:
        """Yield what stands in the columns that may say something, the words beside the 登记号 first."""
        for word in _WORDS_OF_NUMBER.findall(value_text(row.values.get(self._number))):
            yield _Column(NUMBER, OTHERS, _NO_HEADING, False), word
        for column, value in row.values.items():
            text = value_text(value).strip()
            if column not in self._skipped and text not in NOTHING:
                yield self._columns.get(column, _UNNAMED), text


def _said(column: _Column, text: str, outcome: str, has_day: bool) -> Iterator[Problem]:
    """Yield where a cell says that its row does not count, or that it is not closed."""
    word = plain(text).casefold()
    data = vocabulary().data["marks"]
    if column.kind == _COUNTED:
        if word not in plain_words("yes") and word.removeprefix("已") != bare(column.head):
            yield problem(MARKED, head=column.head, text=quoted(text))
    elif said := _words(column, text, outcome, VOID):
        yield problem(MARKED, head=column.head, text=quoted(said))
    elif column.kind == STATES and has_day and word in data["open"]:
        yield open_problem(MARKED, "open", head=column.head, text=quoted(text))
    elif column.kind == STATES and not has_day and outcome in ("", OPEN) and word in data["closed"]:
        yield open_problem(MARKED, "closed", head=column.head, text=quoted(text))


def _at_odds(column: _Column, text: str, outcome: str, has_day: bool) -> Iterator[Problem]:
    """Yield where a cell says something else than the outcome beside it; what is unread anyway is said once."""
    if said := _words(column, text, outcome, ODDS):
        label = vocabulary().outcome_labels.get(outcome, "")
        if label:
            is_open = any(one.says == ODDS and OPEN in one.unless for one in meanings(said))
            yield problem(AT_ODDS, head=column.head, text=quoted(said), outcome=label)._replace(is_open=is_open)
        elif not has_day and outcome in ("", OPEN):
            yield open_problem(AT_ODDS, "open", head=column.head, text=quoted(said))


def _words(column: _Column, text: str, outcome: str, says: str) -> str:
    """Return what of a cell says such a thing of its row, the cell itself where its header does; "" for nothing."""
    if column.kind == _COUNTED or (column.is_aside and says != VOID):
        return ""
    if holds(column.heading.found, outcome, says, FLAGS) and column.heading.says(text):
        return text if says == VOID else f"{column.head}：{text}"
    if column.heading.found and column.heading.is_flag:
        return ""
    clauses: Sequence[str] = (text,)
    if column.kind == REMARKS:
        clauses = tuple(filter(None, _BETWEEN.split(text)))
    return said_by(clauses, outcome, says, column.kind)


def _column(name: str) -> _Column:
    word = bare(name)
    marks = vocabulary().data["marks"]
    kind = next((kind for kind in (REMARKS, _COUNTED, STATES) if word in marks[kind]), OTHERS)
    return _Column(quoted(name), kind, heading(name) if kind == OTHERS else _NO_HEADING, is_aside(name))
