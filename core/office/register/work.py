"""A register being taken over: what was read, what the clerk said of it so far, and what it counts by now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from core.form.form_definition import FormDefinition
from core.office.register.count import RegisterCount, count_register
from core.office.register.headers import find_header
from core.office.register.mapping import KINDS, OUTCOMES, RegisterMapping
from core.office.register.other_units import OtherUnit, unit_of_most
from core.office.register.rows import Decisions, RowKey
from core.office.register.several_outcomes import several_outcomes
from core.office.register.values import RegisterSheet, value_text
from core.office.register.vocabulary import (
    APPLICANT,
    KIND,
    OPEN,
    OUTCOME,
    UNDECIDED,
    kind_word,
    offered_outcome,
    vocabulary,
)
from core.report.report import Report

COUNTED_ALL_THE_SAME = "照样计入"
"""What was said of a row that counts whatever other columns say of it."""


@dataclass(frozen=True, slots=True)
class UnknownWord:
    """A word of the register that the clerk has to say something about.

    Attributes:
        word: As it is written.
        rows: How many rows have it.
        offered: What is proposed; "" for nothing.
    """

    word: str
    rows: int
    offered: str


@dataclass(frozen=True, slots=True)
class DaysWithoutYear:
    """The rows whose days are written without their year.

    Attributes:
        rows: How many there are.
        example: What the first of them is told for: 收到日期“1月15日”不是写明年、月、日的日期.
        odd: Why a row would not be read all the same, by row.
    """

    rows: int
    example: str
    odd: Mapping[RowKey, str]


@dataclass(frozen=True)
class RegisterWork:
    """A register between reading and taking over; every change makes another one.

    Attributes:
        path: Where it was read.
        sheets: What was read.
        mapping: What its headers and words stand for.
        decisions: What the clerk said of single rows.
        last_year: Last year's report, or None.
        told: What was decided before and holds again; "" for nothing.
        year_of_days: Year of the days that are written without one; None where nobody has said it.
        unit: Full name of the report's unit; "" where it is not known.
        asks_units: Whether rows that another unit received wait to be decided on, as in the window.
        former_unit: The name of another unit that is the report's as well, as the clerk said; "" for none.
    """

    path: Path
    sheets: Sequence[RegisterSheet]
    mapping: RegisterMapping
    form: FormDefinition
    year: int
    last_year: Report | None = None
    decisions: Decisions = field(default_factory=Decisions)
    told: str = ""
    year_of_days: int | None = None
    unit: str = ""
    asks_units: bool = False
    former_unit: str = ""

    @cached_property
    def counted(self) -> RegisterCount:
        """What it counts.

        Raises:
            ReportError: No sheet has the columns that are needed.
        """
        return count_register(
            self.sheets,
            self.form,
            self.year,
            self.mapping,
            name=self.path.name,
            decisions=self.decisions,
            last_year=self.last_year,
            year_of_days=self.year_of_days,
            unit=self.unit,
            former_unit=self.former_unit if self.asks_units else None,
        )

    @cached_property
    def without_year(self) -> DaysWithoutYear | None:
        """What would come of reading the days without a year as of the report year; None where there are none to ask.

        Raises:
            ReportError: No sheet has the columns that are needed.
        """
        lacking = {row.key for row in self.counted.unread if row.lacks_year}
        if self.year_of_days is not None or not lacking:
            return None
        unread = replace(self, year_of_days=self.year).counted.unread
        odd = {row.key: said for row in unread if row.key in lacking and (said := row.why_of_days)}
        first = next(row for row in self.counted.unread if row.lacks_year)
        return DaysWithoutYear(len(lacking), f"第{first.key.row}行{first.why_of_days.partition('；')[0]}", odd)

    @cached_property
    def other_unit(self) -> OtherUnit | None:
        """The unit that most rows name where that is not the report's, and nobody has said that it is; else None."""
        headers = [(sheet, find_header(sheet, self.mapping.columns)) for sheet in self.sheets]
        whole = [(sheet, header) for sheet, header in headers if header is not None and header.is_whole]
        return None if self.former_unit else unit_of_most(whole, self.unit)

    def told_words(self, outcomes: Mapping[str, str], kinds: Mapping[str, str], left: Iterable[str]) -> RegisterWork:
        """Return it with what words count as.

        Args:
            outcomes: What outcomes count as.
            kinds: Likewise of kinds of applicants.
            left: The outcomes of which nothing was said: they wait to be decided row by row, also where their parts
                are known by now.
        """
        mapping = self.mapping.with_words(outcomes, kinds)
        waiting = {word: UNDECIDED for word in left if several_outcomes(mapping, word)}
        return replace(self, mapping=mapping.with_words(waiting, {}))

    def leave_out(self, keys: Iterable[RowKey], reason: str) -> RegisterWork:
        """Return it with rows that do not count, for a reason."""
        return self._deciding(left_out={**self.decisions.left_out, **dict.fromkeys(keys, reason)})

    def set_apart(self, keys: Iterable[RowKey]) -> RegisterWork:
        """Return it with the rows of these numbers counting one by one."""
        return self._deciding(apart=self.decisions.apart | {key.number for key in keys})

    def set_counted(self, keys: Iterable[RowKey]) -> RegisterWork:
        """Return it with rows that count whatever other columns say of them."""
        return self._deciding(counted=self.decisions.counted | set(keys))

    def set_open(self, keys: Iterable[RowKey]) -> RegisterWork:
        """Return it with rows that are not closed yet, whatever they say of their end."""
        return self.set_outcomes(dict.fromkeys(keys, OPEN))

    def set_kinds(self, kinds: dict[RowKey, str]) -> RegisterWork:
        """Return it with the column of single rows."""
        return self._deciding(kinds={**self.decisions.kinds, **kinds})

    def set_outcomes(self, outcomes: dict[RowKey, str]) -> RegisterWork:
        """Return it with the outcome of single rows."""
        return self._deciding(outcomes={**self.decisions.outcomes, **outcomes})

    def said_of_word(self, field: str, word: str, target: str) -> RegisterWork:
        """Return it with a word of a field counting as something else; "" where nothing is said of it any more."""
        part = OUTCOMES if field == OUTCOME else KINDS
        mapping = self.mapping.without_word(part, word)
        if target:
            mapping = mapping.with_words(*(({word: target}, {}) if part == OUTCOMES else ({}, {word: target})))
        return replace(self, mapping=mapping)

    def said_of_row(self, field: str, key: RowKey | None, number: str, target: str) -> RegisterWork:
        """Return it with a row decided otherwise; "" where nothing is decided of it any more.

        Args:
            field: 办理结果 or 申请人类别; of any other, as 照样计入, what was said can only be taken back.
            key: Which row; None for all rows of a 登记号 that count one by one.
            number: The 登记号.
            target: Key of the row or column of the form.
        """
        if key is None:
            return self._deciding(apart=self.decisions.apart - {number})
        if field == COUNTED_ALL_THE_SAME:
            return self._deciding(counted=self.decisions.counted - {key})
        name = {OUTCOME: "outcomes", KIND: "kinds"}.get(field, "left_out")
        kept = {one: value for one, value in getattr(self.decisions, name).items() if one != key}
        return self._deciding(**{name: {**kept, key: target} if target else kept})

    def _deciding(self, **values: object) -> RegisterWork:
        return replace(self, decisions=replace(self.decisions, **values))  # type: ignore[arg-type]  # names are its own

    def applicants(self, counted: RegisterCount) -> dict[RowKey, str]:
        """Return the names in the unread rows, for the eyes of the clerk only."""
        wanted = {(row.key.sheet, row.key.row): row.key for row in counted.unread}
        names: dict[RowKey, str] = {}
        for sheet in self.sheets:
            header = find_header(sheet, self.mapping.columns)
            column = header.columns.get(APPLICANT, 0) if header else 0
            for row in sheet.rows:
                key = wanted.get((sheet.name, row.number))
                if key is not None:
                    names[key] = value_text(row.values.get(column))
        return names


def unknown_outcomes(counted: RegisterCount) -> list[UnknownWord]:
    """Return the outcomes that nobody has said anything about, the commonest first."""
    words = Counter(row.outcome for row in counted.unread if row.outcome)
    return [UnknownWord(word, n, offered_outcome(word)) for word, n in words.most_common()]


def unknown_kinds(counted: RegisterCount) -> list[UnknownWord]:
    """Return the kinds of applicants that nobody has said anything about, likewise."""
    offered = vocabulary().offered_kinds
    words = Counter(row.kind for row in counted.unread if row.kind)
    return [UnknownWord(word, n, offered.get(kind_word(word), "")) for word, n in words.most_common()]
