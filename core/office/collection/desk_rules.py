"""The rules of the desk (B-01 to B-14) and its settings, read from ``resources/collection/rules.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any

from core.base.patterns import fill
from core.base.toml_files import shipped_toml
from core.form.form_definition import BASES, LEVELS, Level, Rule
from core.form.form_files import Record, fail

_FILE = "rules.toml"

BORROWED = "请核实是否借用了其他单位的报告。"
"""What a unit is asked whose report names another one (B-06)."""


@dataclass(frozen=True, slots=True)
class BatchFinding:
    """What stands out in a folder of reports as a whole.

    Attributes:
        rule_id: Such as "B-01".
        units: Names of the units it is about, as the list has them.
        files: Paths of the files it is about, below the folder.
        cells: Codes of the cells it is about.
        message: A Chinese sentence with names and numbers.
        values: What that was filled in with, by name.
    """

    rule_id: str
    level: Level
    units: tuple[str, ...]
    files: tuple[str, ...]
    cells: tuple[str, ...]
    message: str
    values: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def owners(self) -> tuple[str, ...]:
        """The units that have to look into it: not the one whose name another one copied (B-06)."""
        return self.units[:1] if self.rule_id == "B-06" else self.units


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """What the desk may set.

    Attributes:
        similarity: Percent from which two texts count as 雷同.
        shortest: Groups of three characters from which that is enough.
        short_text: Characters that a section with fewer groups must have to be compared.
        short_similarity: Percent from which such a section counts as 雷同.
        first_shortest: Runs of characters from which a section 一 is compared by itself.
        first_similarity: Percent of them from which it counts as 雷同.
        nearest: Percent from which a name is proposed as the nearest one.
    """

    similarity: int
    shortest: int
    short_text: int
    short_similarity: int
    first_shortest: int
    first_similarity: int
    nearest: int


@dataclass(frozen=True, slots=True)
class NoteWords:
    """What a clause below 备注 is searched for (B-14).

    Attributes:
        gone: The unit is no more, or does not report by itself.
        not_counted: It is not to be added.
        others: The clause is about another unit.
        still: The unit reports all the same, or is added.
        papers: The clause is about papers or signs, not about the report.
        past: It is about the years before only.
        partly: Only some of its tasks or people went.
        denied: Nothing of the kind has happened.
    """

    gone: re.Pattern[str]
    not_counted: re.Pattern[str]
    others: re.Pattern[str]
    still: re.Pattern[str]
    papers: re.Pattern[str]
    past: re.Pattern[str]
    partly: re.Pattern[str]
    denied: re.Pattern[str]

    def passes(self, clause: str) -> bool:
        """Whether a clause says nothing of how the unit itself reports now."""
        passed = (self.others, self.papers, self.past, self.partly, self.denied)
        return any(pattern.search(clause) for pattern in passed)


def desk_rules() -> Mapping[str, Rule]:
    """Return the rules of the desk by number."""
    return _read()[0]


def desk_settings() -> DeskSettings:
    """Return the settings as shipped."""
    return _read()[1]


@cache
def note_words() -> NoteWords:
    """Return how the notes of a list are read, as shipped."""
    given = dict(_read()[2])
    parts = {name: str(given.pop(name)) for name in ("body", "end", "report")}
    record = Record(given, f"{_FILE}, notes")
    words = {
        each.name: re.compile("|".join(fill(text, parts) for text in record.texts(each.name)))
        for each in fields(NoteWords)
    }
    record.done()
    return NoteWords(**words)


def batch_finding(
    rule_id: str,
    values: Mapping[str, object],
    variant: str = "",
    *,
    units: Iterable[str] = (),
    files: Iterable[str] = (),
    cells: Iterable[str] = (),
) -> BatchFinding:
    """Return a finding of a rule of the desk, with one of its sentences filled in by the values."""
    rule = desk_rules()[rule_id]
    message = rule.messages[variant].format(**values)
    return BatchFinding(rule.id, rule.level, tuple(units), tuple(files), tuple(cells), message, values)


@cache
def _read() -> tuple[Mapping[str, Rule], DeskSettings, Mapping[str, Any]]:
    top = Record(shipped_toml("collection", _FILE), _FILE)
    given = Record(top.mapping("settings"), f"{_FILE}, settings")
    settings = DeskSettings(**{each.name: given.number(each.name) for each in fields(DeskSettings)})
    given.done()
    notes = top.mapping("notes")
    rules = [_rule(record) for record in top.records("rules")]
    top.done()
    return {rule.id: rule for rule in rules}, settings, notes


def _rule(record: Record) -> Rule:
    level, basis = record.text("level"), record.text("basis")
    if level not in LEVELS or basis not in BASES:
        fail(record.place, f"unknown level {level!r} or basis {basis!r}")
    rule = Rule(
        id=record.text("id"),
        name=record.text("name"),
        level=next(known for known in LEVELS if known == level),
        basis=basis,
        kind="function",
        messages=record.mapping("messages"),
        formula="",
        why=record.text("why"),
        source=record.text("source"),
    )
    record.done()
    return rule
