"""Reads the rows of a register by its mapping: each is a case, or unread with the reason. Nothing is guessed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from core.office.register.day_reader import DAYS, DayReader, Years
from core.office.register.headers import Header
from core.office.register.mapping import KINDS, OUTCOMES, RegisterMapping
from core.office.register.marked_rows import AT_ODDS, MARKED, OF_OTHERS, MarkedRows
from core.office.register.merged_rows import MergedRows
from core.office.register.problems import Problem, open_problem, problem, quoted
from core.office.register.same_numbers import names_several
from core.office.register.several_outcomes import several_outcomes
from core.office.register.struck_rows import struck_fields
from core.office.register.values import CellFault, RegisterRow, RegisterSheet, Value, value_text
from core.office.register.vocabulary import (
    APPLICANT,
    BILLED,
    BILLED_ON,
    CLOSED,
    COLLECTED,
    JUDGEMENT,
    KIND,
    LAWSUIT,
    NOT_COUNTED,
    NUMBER,
    OPEN,
    OUTCOME,
    RECEIVED,
    REVIEW,
    UNDECIDED,
    plain_label,
    vocabulary,
)
from core.office.register.word_problems import kind_problem, offered_by_name, outcome_problem
from core.report.entry_text import NOTHING, Refused, parse_entry

_FEES = (BILLED, COLLECTED)
_LONGEST_NUMBER = 60
_SEVERAL_NUMBERS = "登记号“{number}”像是几件申请的，一行只能计1件，请在台账中一件登记一行"
_OF_DAYS = ("REG-2", "REG-5")
SEVERAL = "REG-10"
"""The rule that a row is one application: of a row that waits, its number is likely a range."""
_MARKS = (MARKED, AT_ODDS, OF_OTHERS, SEVERAL)
_WORDS = ("REG-1", "REG-4")
"""What is asked for by itself, whatever else is decided of a row."""


class RowKey(NamedTuple):
    """Which row of a register is meant."""

    sheet: str
    row: int
    number: str


@dataclass(frozen=True, slots=True)
class Case:
    """One application as the register has it.

    Attributes:
        kind: Key of the column of table 三.
        closed: The day it was closed; None while it is open.
        outcome: Key of the row of table 三; 尚未办结 while it is open.
        days: Day by the key of the field, of those that are given.
        fees: Amount in 元 by the key of the field, likewise.
        reviews: Codes of table 四 that it counts in.
        is_joined: Whether its outcome was made of several in one cell.
    """

    key: RowKey
    kind: str
    received: date
    closed: date | None
    outcome: str
    days: Mapping[str, date]
    fees: Mapping[str, Decimal]
    reviews: tuple[str, ...]
    is_joined: bool = False


class Joined(NamedTuple):
    """A row with several outcomes in one cell: what is written, and the row of table 三 that they count in together."""

    key: RowKey
    word: str
    outcome: str


@dataclass(frozen=True, slots=True)
class UnreadRow:
    """A row that cannot be counted as it is.

    Attributes:
        problems: What is wrong, the first of all to be told first.
        outcome: The word that is not known as an outcome; "" for none.
        kind: The word that is not known as a kind of applicant; "" for none.
        offered_kind: Key of the column that the end of the applicant's name proposes; "" for none.
        lacks_kind: Whether it is not known which column it counts in.
        lacks_outcome: Whether it is not known which outcome it has.
        lacks_year: Whether one of its days is written without its year, and nobody has said which it is.
        counts_as: Key of its outcome, 尚未办结 where it is open at the end of the year; "" where that is not known.
    """

    key: RowKey
    problems: tuple[Problem, ...]
    outcome: str = ""
    kind: str = ""
    offered_kind: str = ""
    lacks_kind: bool = False
    lacks_outcome: bool = False
    lacks_year: bool = False
    counts_as: str = ""

    @property
    def is_double(self) -> bool:
        """Whether other rows have the same 登记号."""
        return any(one.rule == "REG-1" for one in self.problems)

    @property
    def is_marked(self) -> bool:
        """Whether something says that it does not count, is not closed, ended otherwise, is another's, or several."""
        return any(one.rule in _MARKS for one in self.problems)

    @property
    def is_of_several(self) -> bool:
        """Whether its number is likely that of several applications."""
        return any(one.rule == SEVERAL for one in self.problems)

    @property
    def may_count(self) -> bool:
        """Whether it counts once the clerk says that it does, or says a word besides: no day is missing or wrong."""
        return self.is_marked and all(one.rule in (*_MARKS, *_WORDS) for one in self.problems)

    @property
    def may_be_open(self) -> bool:
        """Whether it may be a row that is not closed yet."""
        return any(one.is_open for one in self.problems)

    @property
    def is_for_the_register(self) -> bool:
        """Whether something is missing or wrong in it that only the register can mend."""
        rules = [one.rule for one in self.problems]
        words = rules.count("REG-4") > self.lacks_kind + bool(self.outcome)
        return (
            words
            or any(rule in ("", SEVERAL, *_OF_DAYS) for rule in rules)
            or ("REG-3" in rules and not self.lacks_outcome)
        )

    @property
    def unit(self) -> str:
        """The other unit that it says received it; "" where it says none."""
        return next((one.unit for one in self.problems if one.unit), "")

    @property
    def waits_for_its_unit(self) -> bool:
        """Whether it counts as soon as it is said that the unit that it names does not matter."""
        return all(one.unit for one in self.problems)

    @property
    def why(self) -> str:
        """All reasons as the clerk reads them."""
        return "；".join(f"{one.said}（{one.rule}）" if one.rule else one.said for one in self.problems)

    @property
    def why_of_days(self) -> str:
        """The reasons that lie in its days; "" where none does."""
        return "；".join(one.said for one in self.problems if one.rule in _OF_DAYS)


@dataclass(frozen=True, slots=True)
class Decisions:
    """What the clerk said of single rows.

    Attributes:
        left_out: Why a row does not count.
        apart: Numbers whose rows are an application each.
        kinds: Key of the column of a row.
        outcomes: Key of the row of table 三 of a row of the register; 尚未办结 whatever the row says of its end.
        counted: The rows that count whatever other columns say of them.
    """

    left_out: Mapping[RowKey, str] = field(default_factory=dict)
    apart: frozenset[str] = frozenset()
    kinds: Mapping[RowKey, str] = field(default_factory=dict)
    outcomes: Mapping[RowKey, str] = field(default_factory=dict)
    counted: frozenset[RowKey] = frozenset()


def number_of(value: Value | None) -> str:
    """Return a 登记号 as it is shown and kept: one line, nothing invisible."""
    text = value_text(value)
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:_LONGEST_NUMBER]


class RowReader:
    """Reads the rows of a sheet.

    Attributes:
        shared: The rows whose fields stand in cells merged with the rows above, by these fields.
        not_counted: How many rows are marked 不计, by the register or the clerk.
        without_year: How many rows have a day whose year somebody else said.
        joined: The rows that count as what several outcomes in one cell make together.
        said: How many rows count as the clerk said of a word, by field, word and what it counts as.
    """

    def __init__(
        self, sheet: RegisterSheet, header: Header, mapping: RegisterMapping, decisions: Decisions, years: Years
    ) -> None:
        self._sheet = sheet
        self._columns = header.columns
        self._mapping = mapping
        self._decisions = decisions
        self._outcomes: dict[str, str] = {}
        self._kinds: dict[str, str] = {}
        self._targets: dict[tuple[str, str], str] = {}
        self._several: set[str] = set()
        self.joined: list[Joined] = []
        self.said: Counter[tuple[str, str, str]] = Counter()
        self.not_counted = self.without_year = 0
        self.shared: dict[tuple[str, ...], list[int]] = {}
        self._days = DayReader(sheet, header, years)
        self._merged = MergedRows(sheet, header)
        self._marked = MarkedRows(header)
        self._years = years

    def read(self, row: RegisterRow) -> Case | UnreadRow | None:
        """Return the case of a row, or why there is none; None where the row is marked 不计."""
        row, shared, unclear = self._merged.seen(row)
        key = RowKey(self._sheet.name, row.number, number_of(row.values.get(self._columns[NUMBER])))
        is_open = self._decisions.outcomes.get(key) == OPEN
        if is_open:
            row = self._without_end(row)
        texts = {key: value_text(row.values.get(column)).strip() for key, column in self._columns.items()}
        word = "" if texts[OUTCOME] in NOTHING else texts[OUTCOME]
        outcome = self._decisions.outcomes.get(key) or self._outcome(word)
        if outcome == NOT_COUNTED or key in self._decisions.left_out:
            self.not_counted += 1
            return None
        if shared:
            self.shared.setdefault(shared, []).append(row.number)
        problems = [Problem("", why) for why in unclear]
        days, short = self._days.read(row, problems)
        self.without_year += bool(short)
        kind = self._decisions.kinds.get(key) or self._kind(texts[KIND])
        problems += self._missing(row, key, days, outcome, word)
        problems += self._days.order_problems(days, short)
        if not kind:
            problems.append(kind_problem(texts[KIND], texts.get(APPLICANT, "")))
        if outcome in ("", UNDECIDED) and word:
            problems.append(outcome_problem(word, outcome, has_day=bool(_given(texts[CLOSED]))))
        problems += [Problem("", why) for why in struck_fields(row, self._columns)]
        if key not in self._decisions.counted and not is_open:
            is_beyond = self._years.is_beyond(days[RECEIVED], days.get(CLOSED))
            has_day = bool(_given(texts[CLOSED]))
            problems += self._marked.problems(row, outcome, has_day=has_day, is_beyond=is_beyond)
        fees = self._fees(row, texts, problems)
        reviews = self._reviews(texts, problems)
        received, closed = days[RECEIVED], days.get(CLOSED)
        if problems or received is None:
            unread = self._unread(key, problems, texts, kind, outcome, word)
            counts_as = self._counts_as(outcome, word, closed)
            return replace(unread, lacks_year=self._days.lacks_year(row), counts_as=counts_as)
        known = {name: day for name in DAYS if (day := days.get(name))}
        counts_as = outcome if closed else OPEN
        is_joined = word in self._several and key not in self._decisions.outcomes
        if is_joined and closed:
            self.joined.append(Joined(key, word, outcome))
        return Case(key, kind, received, closed, counts_as, known, fees, reviews, is_joined)

    def _without_end(self, row: RegisterRow) -> RegisterRow:
        """Return a row without its day of closing and its outcome: the clerk said that it is not closed."""
        ends = {self._columns[CLOSED], self._columns[OUTCOME]}
        struck = {column: whole for column, whole in row.struck.items() if column not in ends}
        values = {column: value for column, value in row.values.items() if column not in ends}
        return replace(row, values=values, struck=struck)

    def _counts_as(self, outcome: str, word: str, closed: date | None) -> str:
        is_open = outcome == OPEN or not (outcome or word) if closed is None else closed.year > self._years.report
        return OPEN if is_open else outcome if outcome != UNDECIDED else ""

    def _unread(
        self, key: RowKey, problems: list[Problem], texts: Mapping[str, str], kind: str, outcome: str, word: str
    ) -> UnreadRow:
        offered = "" if kind else offered_by_name(texts.get(APPLICANT, ""))
        unknown = word if outcome in ("", UNDECIDED) else ""
        is_at_odds = outcome in ("", OPEN) and any(p.rule == "REG-3" for p in problems)  # closed, and not said how
        lacks_outcome = bool(unknown) or is_at_odds or any(p.rule == AT_ODDS for p in problems)
        return UnreadRow(key, tuple(problems), unknown, "" if kind else texts[KIND], offered, not kind, lacks_outcome)

    def _missing(
        self, row: RegisterRow, key: RowKey, days: Mapping[str, date | None], outcome: str, word: str
    ) -> list[Problem]:
        """Return what is missing in a row, or does not go together."""
        found: list[Problem] = []
        if not key.number:
            found.append(Problem("", "没有写登记号"))
        elif isinstance(row.values.get(self._columns[NUMBER]), CellFault):
            found.append(Problem("", f"登记号的公式有误（{key.number}）"))
        elif names_several(key.number):
            found.append(Problem("", _SEVERAL_NUMBERS.format(number=quoted(key.number))))
        received, closed = days[RECEIVED], days.get(CLOSED)
        if received is None and not value_text(row.values.get(self._columns[RECEIVED])).strip():
            found.append(problem("REG-5", "blank", field=RECEIVED))
        has_day = bool(_given(value_text(row.values.get(self._columns[CLOSED])).strip()))
        if closed and outcome == OPEN:
            found.append(open_problem("REG-3", "open_with_day", word=quoted(word or OPEN), closed=closed))
        elif closed and not outcome and not word:
            found.append(open_problem("REG-3", "no_outcome", closed=closed))
        elif outcome not in ("", OPEN, UNDECIDED) and not has_day:
            label = vocabulary().outcome_labels[outcome]  # the clerk may have said it of a row without a word
            found.append(open_problem("REG-3", "no_day", word=quoted(word or label)))
        return found

    # ------------------------------------------------------------ words

    def _kind(self, text: str) -> str:
        if text not in self._kinds:
            self._kinds[text] = self._mapping.kind_of(text) or ""
        self._note_said(KIND, KINDS, text)
        return self._kinds[text]

    def _outcome(self, text: str) -> str:
        """Return what an outcome counts as: a key, 尚未办结, 不计, 请选择; "" for a blank or an unknown word."""
        if not text:
            return ""
        if text not in self._outcomes:
            known = self._mapping.outcome_of(text)
            self._outcomes[text] = known or several_outcomes(self._mapping, text)
            if not known:
                self._several.add(text)
        self._note_said(OUTCOME, OUTCOMES, text)
        return self._outcomes[text]

    def _note_said(self, field: str, part: str, text: str) -> None:
        """Count a row that counts as the clerk said of its word."""
        if (field, text) not in self._targets:
            self._targets[field, text] = self._mapping.said_of(part, text) or ""
        target = self._targets[field, text]
        if target not in ("", UNDECIDED):
            self.said[field, text, target] += 1

    # ------------------------------------------------------------ fees, reviews

    def _fees(self, row: RegisterRow, texts: Mapping[str, str], problems: list[Problem]) -> dict[str, Decimal]:
        fees: dict[str, Decimal] = {}
        for name in _FEES:
            text = texts.get(name, "")
            if not text or text in NOTHING:
                continue
            entry = parse_entry(text.removeprefix("¥").removeprefix("￥"), "元", 2)
            if (
                isinstance(row.values.get(self._columns[name]), CellFault)
                or entry is None
                or isinstance(entry, Refused)
            ):
                problems.append(Problem("", f"{name}“{quoted(text)}”不是金额"))
            else:
                fees[name] = Decimal(entry)
        if any(fees.values()) and BILLED_ON in self._columns and not texts[BILLED_ON]:
            problems.append(Problem("", f"写了{'、'.join(n for n in fees if fees[n])}，没有写{BILLED_ON}"))
        return fees

    def _reviews(self, texts: Mapping[str, str], problems: list[Problem]) -> tuple[str, ...]:
        words = vocabulary()
        table, review = words.data["cases"]["table"], words.data["cases"]["review"]
        codes = []
        result = _given(texts.get(REVIEW, ""))
        if result:
            column = words.reviews.get(plain_label(result))
            if column is None:
                problems.append(problem("REG-4", "review", word=quoted(result)))
            codes.append(f"{table}.{review}.{column}")
        kind, judged = _given(texts.get(LAWSUIT, "")), _given(texts.get(JUDGEMENT, ""))
        if kind or judged:
            line, column = words.lawsuits.get(plain_label(kind)), words.reviews.get(plain_label(judged))
            if line is None or column is None:
                problems.append(problem("REG-4", "lawsuit", kind=quoted(kind), word=quoted(judged)))
            codes.append(f"{table}.{line}.{column}")
        return tuple(codes)


def _given(text: str) -> str:
    return "" if text in NOTHING else text
