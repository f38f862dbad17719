"""What the desk holds: the units with their files, how each stands, and all of them together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from core import published
from core.base.day_words import day_in_words
from core.form.form_definition import FormDefinition
from core.office.collection.desk_rules import BatchFinding, desk_rules
from core.office.collection.file_record import LEFT_OVER, REPORT, FileRecord
from core.office.collection.letter_items import LetterItem
from core.office.collection.likeness import Alike
from core.office.collection.unit_list import NO, YES, ListedUnit, plain_name
from core.office.register.days import read_day
from core.texts.rules.debris.private_numbers import PRIVACY_RULE, is_about_number

MISSING, RECEIVED, ERRORS, DOUBTS = "未报", "已收", "有错误", "有疑点"
ACCEPTED, RETURNED, PUBLISHED = "可采用", "已退回", "已公布"
STATES = (MISSING, RECEIVED, ERRORS, DOUBTS, ACCEPTED, RETURNED, PUBLISHED)
"""How a unit stands; 已退回 while a letter of an earlier run waits for its answer."""

LACKING, HELD = "暂缺", "待核"
"""What stands below 计入汇总 for a unit that is to be in the sum and is not: no report yet, or one held back."""

SETTLED = (ACCEPTED, PUBLISHED)
ADOPTABLE = frozenset(["B-02", "B-04", "B-05", "B-06", "B-11", "B-12", "B-13", "B-14"])
"""Rules of the desk whose doubts an adoption settles; no unit can mend them, so they are in no letter."""
PRIVACY = "有个人信息"
"""What is said of a unit whose report shows what is private: no letter says it by itself, since it is a hint."""

LEFT_IN_WORD = {published.REVISIONS_READ: "有没接受的修订", published.COMMENTS_LEFT: "有批注"}
"""What is said of a unit in whose Word file changes are tracked that nobody accepted, or comments stand."""


@dataclass(frozen=True, slots=True)
class DeskFile:
    """A file with what was read of it."""

    name: str
    record: FileRecord


@dataclass(slots=True)
class UnitResult:
    """One unit.

    Attributes:
        listed: As the list has it, or as its report names it where there is no list.
        files: All files of the unit, reports first.
        near: Reports that belong to no unit and may be its: by the unit that they name, or by the name of the file.
        record: The report that is judged; None where there is none, or several that differ.
        has_report: Whether a report is there that is not of another year; a covering letter is none.
        why_none: In a few words why no report of the year is judged though files are there, or such as may be its; ""
            where one is.
        is_own: Whether it is the government whose report is the sum.
        is_office: Whether it is the office that collects, which writes no letter to itself.
        in_sum: Whether it counts and has a report that can be added up.
        state: One of ``STATES``.
        found: The state that its files alone give it, where it is 已退回.
        findings: Of the judged report, in the shape of ``check --json``; of several that differ, what all have.
        apart: What only some of several differing reports have: file and finding.
        items: What its letter says.
        doubts: Rules of the desk that concern it.
        chosen: Name of the file that the office chose among several reports; "" for none.
        adopted: Why it is adopted although something is doubtful; "" where it is not.
        changed: In words in what the judged file differs from the one before; "" for nothing.
        reopened: That it changed though the unit was settled, in a few words; "" where the office has looked at it.
        publication_fault: What is wrong with the day of its publication, in a few words; "" for nothing.
        returned: How many times it was asked to mend something.
        letter: Name of its letter below the output folder; "" for none.
    """

    listed: ListedUnit
    files: list[DeskFile] = field(default_factory=list)
    near: list[DeskFile] = field(default_factory=list)
    record: FileRecord | None = None
    has_report: bool = False
    why_none: str = ""
    is_own: bool = False
    is_office: bool = False
    in_sum: bool = False
    state: str = MISSING
    found: str = ""
    findings: tuple[dict[str, Any], ...] = ()
    apart: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    items: list[LetterItem] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    chosen: str = ""
    adopted: str = ""
    changed: str = ""
    reopened: str = ""
    publication_fault: str = ""
    returned: int = 0
    letter: str = ""

    @property
    def name(self) -> str:
        """Its full name."""
        return self.listed.name

    @property
    def plain(self) -> str:
        """Its name as it is compared."""
        return plain_name(self.listed.name)

    @property
    def reports(self) -> list[DeskFile]:
        """Its files that hold a report."""
        return [file for file in self.files if file.record.kind == REPORT]

    @property
    def left_over(self) -> list[tuple[DeskFile, str]]:
        """Those of them with tracked changes or comments, each with what is told of it (``LEFT_OVER``)."""
        return [(file, said) for file in self.reports for said in LEFT_OVER if said in file.record.notes]

    @property
    def repeated(self) -> str:
        """How much of section 一 of the judged report is last year's, in a few words; "" for little."""
        return self.record.repeated if self.record else ""

    @property
    def partly_read(self) -> list[str]:
        """What of the judged report was not read, in sentences."""
        return self.record.partly_read if self.record else []

    @property
    def told(self) -> tuple[str, ...]:
        """How the judged report was read, in sentences; nobody is asked to mend it."""
        return self.record.told if self.record else ()

    @property
    def digests(self) -> tuple[str, ...]:
        """What its files are told from other files by."""
        return tuple(sorted(file.record.digest for file in self.files))

    @property
    def unit_type(self) -> str:
        """Its type, as the list or its report has it; "" for none."""
        return self.listed.unit_type or (self.record.unit_type if self.record else "")

    @property
    def published_on(self) -> str:
        """The day of its publication, as the list or its draft has it; "" for none."""
        return self.listed.published_on or (self.record.published_on if self.record else "")

    @property
    def is_published(self) -> bool:
        """Whether a day of its publication is known that can be."""
        return bool(self.published_on) and not self.publication_fault

    @property
    def published_url(self) -> str:
        """Where it was published; "" for nowhere."""
        return self.listed.published_url or (self.record.published_url if self.record else "")

    @property
    def counts_in_words(self) -> str:
        """What stands below 计入: 是, 否 or 另行说明."""
        if self.is_own:
            return NO
        return self.listed.counts or YES

    @property
    def is_held(self) -> bool:
        """Whether it is to be in the sum, has a report for it, and is not added before somebody has looked at it."""
        is_readable = self.record is not None and self.record.year is not None
        return self.counts_in_words == YES and not self.in_sum and is_readable

    @property
    def counted_in_words(self) -> str:
        """Whether it is in the sum: one that is to be, and has no report for it yet or one held back, is not."""
        if self.in_sum or self.counts_in_words != YES:
            return self.counts_in_words
        if self.is_held:
            return HELD
        return LACKING if self.listed.must_report or self.files else ""

    def count(self, level: str) -> int:
        """Return how many findings have this level."""
        return sum(finding["level"] == level for finding in self.findings)

    @property
    def private_hints(self) -> list[dict[str, Any]]:
        """The hints that its report shows what is private: ID numbers, mobile numbers, mailboxes."""
        return [f for f in self.findings if f["rule"] == PRIVACY_RULE and f["level"] == "hint"]

    @property
    def private_numbers(self) -> list[dict[str, Any]]:
        """Those of the hints that its texts print numbers of persons: whether these may stand there is to be asked."""
        return [f for f in self.private_hints if f["places"] and is_about_number(f["message"])]

    @property
    def open_errors(self) -> int:
        """How many errors are to be mended, those of the rules of the desk included."""
        return sum(item.level == "error" for item in self.items)

    @property
    def open_doubts(self) -> int:
        """How many doubts are open, those that are in no letter included."""
        apart = ADOPTABLE.intersection(self.doubts) - {item.rule_id for item in self.items}
        return (
            sum(item.level == "warning" for item in self.items)
            + len(apart)
            + bool(self.publication_fault)
            + bool(self.reopened)
            + len(self.private_numbers)
            + len(self.partly_read)
        )


def publication_fault(written: str, year: int) -> str:
    """Return what is wrong with a day of publication of a report on a year; "" for nothing, and where none stands."""
    day = read_day(written)
    if written and day is None:
        return f"公布日期“{written}”读不出是哪一天"
    return f"公布日期{day_in_words(day)}早于{year}年度结束" if day and day.year <= year else ""


@dataclass(slots=True)
class Desk:
    """All units of a collection.

    Attributes:
        units: In the order of the list, else of their names.
        batch: What stands out, in the order of the rules.
        alike: The pairs of B-05 with the units they are about.
        unread: Name and both sentences of each file that could not be read.
        lost: The files that were read and belong to no unit.
        replaced: Of unread files whose unit has sent a report that can be read, the name of that unit.
    """

    year: int
    form: FormDefinition
    units: list[UnitResult] = field(default_factory=list)
    batch: list[BatchFinding] = field(default_factory=list)
    alike: list[tuple[UnitResult, UnitResult, Alike]] = field(default_factory=list)
    unread: list[tuple[str, str]] = field(default_factory=list)
    lost: list[DeskFile] = field(default_factory=list)
    replaced: dict[str, str] = field(default_factory=dict)

    @property
    def still_unread(self) -> list[tuple[str, str]]:
        """Those of the unread files in whose place no other one came."""
        return [(name, why) for name, why in self.unread if name not in self.replaced]

    @property
    def own(self) -> UnitResult | None:
        """The government whose report is the sum; None where it is not among the units."""
        return next((unit for unit in self.units if unit.is_own), None)

    @property
    def government(self) -> str:
        """The name of that government; that of its office without 办公室 where only this is known, else ""."""
        if self.own is not None:
            return self.own.name
        return self._offices[0][:-3] if len(self._offices) == 1 else ""

    @property
    def office(self) -> str:
        """The name of the office that collects: 人民政府办公室 of that government; "" where several or none may be."""
        mine = [name for name in self._offices if name.startswith(self.government)]
        return mine[0] if len(mine) == 1 else ""

    @property
    def _offices(self) -> list[str]:
        return [unit.name for unit in self.units if unit.name.endswith(("人民政府办公室", "人民政府办公厅"))]

    @property
    def expected(self) -> list[UnitResult]:
        """The units that must report."""
        return [unit for unit in self.units if unit.listed.must_report]

    def other_came(self, found: BatchFinding) -> str:
        """That the report of the year came beside a file of another year (B-03), in a few words; "" where it did not.

        Such a file asks nothing of the unit any more.
        """
        if found.rule_id == "B-03" and any(unit.has_report for unit in self.units if unit.name in found.units):
            return f"已另有{self.year}年度报告"
        return ""

    def note(self, findings: Iterable[BatchFinding]) -> None:
        """Take more of what stands out, and keep all of it in the order of the rules."""
        order = list(desk_rules())
        self.batch = sorted([*self.batch, *findings], key=lambda finding: order.index(finding.rule_id))
