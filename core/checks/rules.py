"""The registered functions behind rules that are no sums, and what they are given to look at.

Each function is named by a rule record of kind ``function``; levels, sentences and sources stand in the record.
A function returns the findings of its rule, in the order of the form, and none while a cell it needs is blank.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, cached_property
from typing import Any

from core.base.addresses import is_address
from core.base.overriding import override
from core.base.wide_digits import HALF_DIGITS
from core.checks.blanks import blank_texts
from core.checks.endless_digits import without_endless_digits
from core.checks.findings import Finding, Place, inner_quotes
from core.checks.sum_findings import blank_repairs
from core.form.form_definition import FormDefinition, Rule
from core.form.form_files import FormDefinitionError
from core.report.change import kept_texts
from core.report.entry_text import Number, Refused
from core.report.linked_text import linked_codes, resolve
from core.report.report import Report
from core.report.signed_day import earliest_day, signed_day
from core.report.status_names import READING_DOUBTS, SUM_GAPS
from core.report.totals import SumState, printed_numbers, report_numbers

CheckFunction = Callable[["CheckContext", Rule], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class PrintedForm:
    """How a published report prints the form itself, which our own output cannot get wrong.

    Attributes:
        titles: Titles of the sections as printed, in their order; empty where none was found.
        subtotals: What its tables add up that the form does not, such as “（三）不予公开小计”行.
        blank_totals: Codes of the totals that it leaves blank although all their parts are printed.
        missing_tables: Ids of the tables that it does not hold.
        reworded: Titles as printed that are known by number and place alone, each with what it should be.
        part_numbers: The numbers of the sub-headings of section 一 as printed, in their order: （一）, （二）.
        odd_headings: Those of them as printed that are none of the form's, with text below: it was put elsewhere.
        blanks: Codes of the cells that it shows with nothing in them, or with a sign for nothing, such as —.
    """

    titles: tuple[str, ...] = ()
    subtotals: tuple[str, ...] = ()
    blank_totals: tuple[str, ...] = ()
    missing_tables: tuple[str, ...] = ()
    reworded: tuple[tuple[str, str], ...] = ()
    part_numbers: tuple[str, ...] = ()
    odd_headings: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()


@dataclass
class CheckContext:
    """What a rule function may look at.

    Attributes:
        report: The report under check.
        numbers: Its entered numbers and computed totals by code; blanks are left out.
        refused: Codes of the cells that hold refused text, in the order they came.
        refused_controls: The same for control totals.
        sums: Its equalities; None where nobody keeps them.
        offered_last_year: What was given as last year's report, also where it is of another year (rule Y-05).
        checksum: Makes the checksum of what a report shows; None where nobody can.
        printed_form: How the form is printed in the published report that this one was read from; None for others.
        changed: Codes whose numbers may have changed since the function ran last; None for all.
        kept: What functions keep from run to run, by rule.
        last_year: Last year's report to compare with, or None where there is none.
        today: The day of the check.
        memory: What functions have worked out from texts and numbers; emptied when either changes.
        zeros: Codes of the blanks of a published report for which the numbers hold 0; for the rules on texts alone.
    """

    report: Report
    numbers: Mapping[str, Number]
    last_year: Report | None
    today: date
    refused: Mapping[str, Refused] = field(default_factory=dict)
    refused_controls: Mapping[str, Refused] = field(default_factory=dict)
    sums: SumState | None = None
    offered_last_year: Report | None = None
    checksum: Callable[[Report], str] | None = None
    printed_form: PrintedForm | None = None
    changed: Iterable[str] | None = None
    kept: dict[str, Any] = field(default_factory=dict)
    memory: dict[str, Any] = field(default_factory=dict)
    zeros: frozenset[str] = frozenset()

    @override
    def __setattr__(self, name: str, value: object) -> None:
        """Store a field; of a report, one in which runs of hundreds of digits are hidden."""
        super().__setattr__(name, without_endless_digits(value) if isinstance(value, Report) else value)

    @cached_property
    def form(self) -> FormDefinition:
        """The form definition of the report."""
        return self.report.form

    @cached_property
    def last_numbers(self) -> dict[str, Number]:
        """Numbers of last year's report; empty where none was given."""
        return report_numbers(self.last_year) if self.last_year else {}

    @cached_property
    def last_printed(self) -> dict[str, Number]:
        """The same as they were published: totals as printed, whatever the columns come to."""
        return printed_numbers(self.last_year) if self.last_year else {}

    @cached_property
    def texts(self) -> dict[str, str]:
        """The texts as printed, linked numbers resolved; blank ones are left out."""
        return {code: resolve(text, self.numbers) for code, text in self.report.texts.items() if text}

    def forget_texts(self) -> None:
        """Have the printed texts made anew, since a text changed."""
        self.__dict__.pop("texts", None)
        self.memory.clear()

    def print_anew(self, codes: Iterable[str]) -> None:
        """Have the texts printed anew that print a number which changed."""
        for code in codes:
            self.texts[code] = resolve(self.report.texts[code], self.numbers)
        self.memory.clear()


@dataclass(frozen=True, slots=True)
class Registered:
    """A check function.

    Attributes:
        reads: The codes, or beginnings of codes ending with a dot, whose change calls for it anew; ``REFUSED`` stands
            for the refused texts of all cells, ``CONTROLS`` for all control totals, ``NUMBERS``, ``TEXTS`` and
            ``EVERYTHING`` for all codes of that kind.
        final_only: Whether it speaks at 送审稿 and 定稿 only.
    """

    function: CheckFunction
    reads: tuple[str, ...]
    final_only: bool = False


REFUSED = "refused"
CONTROLS = "controls"
NUMBERS = "numbers"
TEXTS = "texts"
EVERYTHING = "*"


FUNCTIONS: dict[str, Registered] = {}


def check_function(name: str, *reads: str, final_only: bool = False) -> Callable[[CheckFunction], CheckFunction]:
    """Register a function under the name that rule records use."""

    def register(function: CheckFunction) -> CheckFunction:
        FUNCTIONS[name] = Registered(function, reads, final_only)
        return function

    return register


def codes_read(form: FormDefinition, read: str) -> list[str]:
    """Return the codes of a form, ``REFUSED`` or ``CONTROLS``, that one of the ``reads`` of a function stands for."""
    codes = [*form.cells, *form.texts, *form.meta, REFUSED, CONTROLS]
    kinds = {NUMBERS: [*form.cells], TEXTS: [*form.texts], EVERYTHING: codes}
    if read in kinds:
        return kinds[read]
    return [code for code in codes if code == read or (read.endswith(".") and code.startswith(read))]


@cache
def readable_rules(form: FormDefinition) -> tuple[Rule, ...]:
    """Return the function rules of a form; a mixture of formats is not asked what its tables cannot answer.

    Raises:
        FormDefinitionError: A rule names no registered function, or one that reads what the form does not have:
            the format must leave it out (``without``).
    """
    rules = []
    for rule in form.rules.values():
        if rule.kind != "function":
            continue
        if rule.function not in FUNCTIONS:
            raise FormDefinitionError(f"{form.id}: rule {rule.id} names the unknown function {rule.function!r}")
        missing = [read for read in FUNCTIONS[rule.function].reads if not codes_read(form, read)]
        if missing and not form.is_mixed:
            raise FormDefinitionError(f"{form.id}: rule {rule.id} reads {missing}, which the form does not have")
        if not missing:
            rules.append(rule)
    return tuple(rules)


def kind_of_unit(context: CheckContext, code: str) -> str:
    """Return the type or level of the unit; where none that is known is said, what its name speaks for."""
    asked, said = context.form.meta[code], context.report.meta.get(code, "")
    return said if said and asked.knows(said) else asked.suggested(context.report.unit)


def is_last_year(report: Report, other: Report) -> bool:
    """Return whether the other report can be last year's: an unknown year cannot be refused (rule Y-05)."""
    return report.year is None or other.year is None or other.year == report.year - 1


def finding(
    rule: Rule, variant: str = "", *, cells: Iterable[str] = (), places: Iterable[Place] = (), **values: object
) -> Finding:
    """Return a finding of the rule, with one of its sentences filled in."""
    message = inner_quotes(rule.messages[variant].format(**values))
    level = rule.level_of(variant)
    return Finding(rule.id, level, message, tuple(cells), tuple(places), variant=variant, values=values)


@check_function("refused_cells", REFUSED)
def refused_cells(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """C-01, C-02, C-04: text that is no number, one finding a cell."""
    for entries, variant in ((context.refused, ""), (context.refused_controls, "control")):
        for code, entry in entries.items():
            if entry.rule_id == rule.id:
                name = context.form.cells[code].name
                yield finding(rule, variant, cells=[code], cell=name, text=entry.text, reason=entry.reason)


@check_function("reading_doubts")
def reading_doubts(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """C-07: what reading a draft could not settle, such as rows that somebody sorted; each until it is explained."""
    for key, text in kept_texts(context.report, READING_DOUBTS).items():
        codes = key.split()
        texts = [code for code in codes if code in context.form.texts]
        marks = [Place(code, 0, len(context.report.texts.get(code, ""))) for code in texts]
        yield finding(rule, cells=[code for code in codes if code not in texts], places=marks, text=text)


@check_function("sum_gaps")
def sum_gaps(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """C-08: what was missing when a 汇总稿 was added up; each until it is added up again or explained."""
    for key, text in kept_texts(context.report, SUM_GAPS).items():
        topic, *codes = key.split() or [""]
        cells = [code for code in codes if code in context.form.cells]
        yield replace(finding(rule, cells=cells, text=text), topic=topic)


@check_function("blank_cells", final_only=True)
def blank_cells(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """C-03: at 送审稿 and 定稿 every cell must hold a number, one finding a table; so must what a text prints.

    The texts that the format demands must be there, too.
    """
    missing = set(context.form.entered).difference(context.report.cells)
    for table in context.form.tables.values():
        blanks = [code for code in table.cells if code in missing] if missing else []
        if context.printed_form and table.id in context.printed_form.missing_tables:
            part = context.form.sections[table.section].part
            yield finding(rule, "table", cells=blanks, part=part, table=table.name)
        elif blanks:
            first = context.form.cells[blanks[0]].name
            made = finding(rule, cells=blanks, table=table.name, count=len(blanks), first=first)
            values = blank_repairs(context.form, table.id, context.sums, blanks) if context.sums else ()
            yield replace(made, repairs=(values,) if values else ())
    linked = {code for text in context.report.texts.values() for code in linked_codes(text)}
    blanks = [code for code in context.form.outside_tables if code in linked and code not in context.report.cells]
    if blanks:
        names = "、".join(f"“{context.form.cells[code].name}”" for code in blanks)
        yield finding(rule, "printed", cells=blanks, names=names)
    for key, codes in blank_texts(context.form, context.report.texts).items():
        section = context.form.sections[key]
        marks = [Place(code, 0, len(context.report.texts.get(code, ""))) for code in codes]
        yield finding(rule, "text", places=marks, part=section.part, title=section.title.partition("、")[2])


ASKED_AT_THE_END = ("meta.unit_type", "meta.level")
"""What F-01 asks for besides unit and year, as a 疑点."""


_SHOWN = 20
_OPEN_NUMBER = re.compile(r"〔\d{4}〕\s*号$")
_PHONE_NUMBER = re.compile(r"\d{3}")
_PLAIN = HALF_DIGITS | {ord("－"): ord("-")}


@check_function("identity", final_only=True)
def identity(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """F-01: who reports on which year; a report without unit or year cannot go out."""
    report = context.report
    is_draft = context.printed_form is None
    unread = "" if is_draft else "_unread"  # who mends a Word file knows no 基本信息
    if not report.unit:
        yield finding(rule, f"unit{unread}", cells=["meta.unit"])
    if report.year is None:
        typed = report.meta.get("meta.year", "").strip() if is_draft else ""
        yield finding(rule, "year_text" if typed else f"year{unread}", cells=["meta.year"], text=typed[:_SHOWN])
    if not is_draft:
        return  # no published report prints the rest
    for code in ASKED_AT_THE_END:
        if not report.meta.get(code, "").strip():
            yield finding(rule, code.removeprefix("meta."), cells=[code])
    if not report.meta.get("meta.scope", "").strip():
        yield finding(rule, "scope", cells=["meta.scope"])
    for asked in context.form.meta.values():
        text = report.meta.get(asked.code, "").strip()
        if text and not asked.knows(text):
            yield finding(rule, "choice", cells=[asked.code], name=asked.name, text=text)
        elif asked.contradicts(text, report.unit):
            likely = "或".join(f"“{choice}”" for choice in asked.likely(report.unit))
            yield finding(
                rule, "against", cells=[asked.code], name=asked.name, text=text, unit=report.unit, likely=likely
            )
    address = report.meta.get("meta.website", "").strip()
    if address.isascii() and not all(map(is_address, address.split())):  # Chinese may name a column of a site
        yield finding(rule, "website", cells=["meta.website"], address=address)
    elif (plain := unicodedata.normalize("NFKC", address)) != address and plain.isascii():
        yield finding(rule, "wide_website", cells=["meta.website"], text=address, plain=plain)
    elif report.year is not None and _is_of_last_year(address, report.year):
        yield finding(
            rule, "website_old", cells=["meta.website"], address=address, last=report.year - 1, year=report.year
        )
    phone = report.meta.get("meta.phone", "").strip()
    if phone and not _PHONE_NUMBER.search(phone):
        yield finding(rule, "phone", cells=["meta.phone"], phone=phone)
    for name in ("phone", "contact"):
        text = report.meta.get(f"meta.{name}", "").strip()
        if (plain := text.translate(_PLAIN)) != text:
            yield finding(rule, f"wide_{name}", cells=[f"meta.{name}"], text=text, plain=plain)
    number = report.meta.get("meta.doc_number", "").strip()
    if _OPEN_NUMBER.search(number):
        yield finding(rule, "number", cells=["meta.doc_number"], number=number)
    yield from _late(context, rule)
    if report.year is not None and context.today < date(report.year, 12, 31):
        yield finding(rule, "early", cells=["meta.year"], year=report.year)


def names_year(address: str, year: int) -> bool:
    """Whether the path of an address names a year, as a part of it or of a day: /2025nb.html, /t20250115_1.html."""
    path = address.partition("://")[2] or address
    return bool(re.search(rf"/.*(?<!\d){year}(?:(?:0[1-9]|1[0-2])(?:[0-3]\d)?)?(?!\d)", path))


def _is_of_last_year(address: str, year: int) -> bool:
    """Whether an address names the year before the report's, and neither its own nor the one it is published in."""
    last, *others = (names_year(address, named) for named in (year - 1, year, year + 1))
    return last and not any(others)


def _late(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """A date of the report behind the last day of its publication; silent on units that the statute does not name."""
    report, said = context.report, context.report.meta.get
    limit = rule.params["publish"].get(said("meta.unit_type", ""))
    day = earliest_day(said("meta.date", ""))
    is_named = said("meta.level", "") in rule.params["levels"]
    if limit and day and is_named and report.year is not None and day > date(report.year + 1, *limit):
        values = {
            "year": report.year + 1,
            "month": limit[0],
            "last": limit[1],
            "day": signed_day(said("meta.date", "")),
        }
        yield finding(rule, "late", cells=["meta.date"], **values)
