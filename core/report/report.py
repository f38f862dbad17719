"""A report as a value: metadata, texts, entered numbers, control totals, explanations, and its way so far."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple, TypeVar, cast

from core.base.overriding import override
from core.form.form_definition import FormDefinition
from core.form.form_reader import load_form
from core.form.formats import for_year, newest
from core.report.entry_text import Entry, Number, Refused, parse_entry

_T = TypeVar("_T")
_DIGITS_APART = re.compile(r"(?<=\d)\s*[\r\n]\s*(?=\d)")
YEAR_TO_COME = "　　"
"""What a title shows in place of a year that is not filled in yet: a gap is seen, 水利局年 is not."""


class Explanation(NamedTuple):
    """A clerk's written reason for a 疑点 (填写说明).

    Attributes:
        reason: Why the numbers are right all the same.
        author: Who says so.
        date: The day as YYYY-MM-DD.
        message: The sentence that was explained; the explanation holds while the finding still says just that.
    """

    reason: str
    author: str
    date: str
    message: str


class LogEntry(NamedTuple):
    """Something done to the numbers that a superior may ask about (a fill with zeros, a number put right).

    Attributes:
        date: Day and time as YYYY-MM-DD HH:MM.
        what: A Chinese sentence with the place and the numbers.
    """

    date: str
    what: str


class Remark(NamedTuple):
    """One remark with which a report came back.

    Attributes:
        answer: 已改 or 不改; "" while it is open.
        reason: Why it was not followed; "" otherwise.
    """

    text: str
    answer: str = ""
    reason: str = ""


SENT_IN = "报出稿"
"""What a report is called that went out before any 送审稿 was made, as to the office that collects."""

FINAL_COPY = "定稿"
"""What a 定稿 is called that came back and says something else than the last 送审稿."""


class ReviewRound(NamedTuple):
    """One 送审稿 and what became of it; or what else went out and came back.

    Attributes:
        number: 1 for 送审稿第1稿; 0 for a report that went out before any was made, and for a 定稿.
        date: The day it was made, YYYY-MM-DD.
        checksum: Checksum of what it showed, such as 3F7A-91C2.
        shown: What it showed, printed text by code, so that changes since can be listed.
        returned_by: Who sent it back; "" while it was not.
        returned_on: The day it came back, YYYY-MM-DD.
        is_final: Whether it was no 送审稿 but a 定稿.
    """

    number: int
    date: str
    checksum: str
    shown: Mapping[str, str]
    returned_by: str = ""
    returned_on: str = ""
    remarks: tuple[Remark, ...] = ()
    is_final: bool = False

    @property
    def short_name(self) -> str:
        """What a sentence calls it: 第2稿."""
        return f"第{self.number}稿" if self.number else FINAL_COPY if self.is_final else SENT_IN

    @property
    def name(self) -> str:
        """What it is called where it is not clear that it is a 送审稿."""
        return f"送审稿{self.short_name}" if self.number else self.short_name


class Origin(NamedTuple):
    """Where the numbers of a block came from, for the 会签 lines (a block is a row code such as ``t2.penalty``)."""

    department: str
    person: str
    date: str
    basis: str


@dataclass(frozen=True, slots=True)
class Report:
    r"""One report. It never changes: what is typed or done makes another one (``core.report.change``).

    Attributes:
        form_id: Which national format it follows, the newest where nothing is said.
        meta: ``meta.*`` by code; a missing one is blank.
        texts: Texts by code, ``\n`` between paragraphs, linked numbers as ``{code}``; a missing one is blank.
        cells: Entered numbers by code, fee fields included; a missing one is blank. Totals never stand here.
        controls: Totals as printed or typed elsewhere, by the code of the total; kept apart and compared.
        explanations: Explanations by the key of the finding.
        log: What was done to the numbers in one go, oldest first.
        rounds: The 送审稿 made so far, oldest first.
        origins: Where numbers came from, by block.
        status: Facts about its life by name: ``locked_on``, ``locked_checksum``, ``unlock_reason``, ``printed_on``,
            ``printed_checksum``, ``published_url``, ``published_on``, ``page_checked``, ``archive_code``; a missing
            one is blank.
    """

    form_id: str = field(default_factory=lambda: newest().id)
    meta: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    cells: Mapping[str, Entry] = field(default_factory=dict)
    controls: Mapping[str, Entry] = field(default_factory=dict)
    explanations: Mapping[str, Explanation] = field(default_factory=dict)
    log: tuple[LogEntry, ...] = ()
    rounds: tuple[ReviewRound, ...] = ()
    origins: Mapping[str, Origin] = field(default_factory=dict)
    status: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in MAPPINGS:
            values = getattr(self, name)
            if type(values) is not MappingProxyType:  # what another report holds is shared, not copied
                object.__setattr__(self, name, MappingProxyType(dict(values)))

    @override
    def __reduce__(self) -> tuple[type[Report], tuple[object, ...]]:
        """Let a report travel between processes, which a read-only view of a mapping does not."""
        values = (getattr(self, known.name) for known in fields(self))
        return type(self), tuple(dict(v) if type(v) is MappingProxyType else v for v in values)

    @property
    def form(self) -> FormDefinition:
        """The form definition it follows."""
        return load_form(self.form_id)

    @property
    def form_label(self) -> str:
        """Which format it follows, as the command line says it: its id, or mixed."""
        return "mixed" if self.form.is_mixed else self.form_id

    @property
    def unit(self) -> str:
        """Full name of the unit; "" while blank."""
        return self.meta.get("meta.unit", "").strip()

    @property
    def year(self) -> int | None:
        """Report year, or None while it is blank or no year."""
        return year_of(self.meta.get("meta.year", ""))

    @property
    def of_year(self) -> str:
        """The year as names of files and papers have it: 2025年; "" while it is blank, so that no 年 stands alone."""
        return f"{self.year}年" if self.year else ""

    @property
    def title(self) -> str:
        """The title as printed: the clerk's own, else made from unit and year, with room for a year that is to come."""
        own = self.meta.get("meta.title", "").strip()
        return own or self.form.title.format(unit=self.unit, year=self.year or YEAR_TO_COME)

    def with_cells(self, entries: Mapping[str, Entry]) -> Report:
        """Return the report with other numbers, refused texts or blanks (None) by code; totals go to ``controls``."""
        cells, controls, known = dict(self.cells), dict(self.controls), self.form.cells
        for code, entry in entries.items():
            put(controls if known[code].is_derived else cells, code, entry)
        return replace(self, cells=cells, controls=controls)

    def with_texts(self, texts: Mapping[str, str]) -> Report:
        """Return the report with other texts and metadata fields by code; "" makes one blank, a field is one line."""
        kept, meta = dict(self.texts), dict(self.meta)
        for code, text in texts.items():
            if code.startswith("meta."):
                put(meta, code, meta_line(text) or None)
            else:
                put(kept, code, text or None)
        return replace(self, texts=kept, meta=meta)


MAPPINGS = ("meta", "texts", "cells", "controls", "explanations", "origins", "status")
"""The fields of a report that hold values by code, key or name."""


def put(place: dict[str, _T], key: str, value: _T | None) -> None:
    """Put a value into its place; None takes it away."""
    if value is None:
        place.pop(key, None)
    else:
        place[key] = value


def year_of(text: str) -> int | None:
    """Return the year that is written here in four digits; None where that is none."""
    said = text.strip()
    return int(said) if len(said) == 4 and said.isdecimal() else None


def meta_line(text: str) -> str:
    """Return the text of a metadata field as one line.

    A name copied from a heading may stand on two; two telephone numbers must not become one.
    """
    return "".join(_DIGITS_APART.sub(" ", text).splitlines())


class ReportBuilder:
    """Collects what is read from a file, piece by piece, until it is a report; the fields are those of ``Report``."""

    def __init__(self, form_id: str) -> None:
        self.form_id = form_id
        self.meta: dict[str, str] = {}
        self.texts: dict[str, str] = {}
        self.cells: dict[str, Entry] = {}
        self.controls: dict[str, Entry] = {}
        self.explanations: dict[str, Explanation] = {}
        self.log: list[LogEntry] = []
        self.rounds: list[ReviewRound] = []
        self.origins: dict[str, Origin] = {}
        self.status: dict[str, str] = {}

    @property
    def form(self) -> FormDefinition:
        """The form definition that the report follows."""
        return load_form(self.form_id)

    def set_cell(self, code: str, entry: Entry) -> None:
        """Enter a number, refused text or a blank; a total goes to ``controls``."""
        put(self.controls if self.form.cells[code].is_derived else self.cells, code, entry)

    def set_text(self, code: str, text: str) -> None:
        """Set a text or, with ``meta.``, a metadata field, which is one line; "" makes it blank."""
        if code.startswith("meta."):
            put(self.meta, code, meta_line(text) or None)
        else:
            put(self.texts, code, text or None)

    def build(self) -> Report:
        """Return what was collected as a report."""
        return Report(
            self.form_id,
            self.meta,
            self.texts,
            self.cells,
            self.controls,
            self.explanations,
            tuple(self.log),
            tuple(self.rounds),
            self.origins,
            self.status,
        )


def parse_cell(form: FormDefinition, code: str, text: str) -> Entry:
    """Parse what was typed into the cell with this code, by its unit and decimals."""
    cell = form.cells[code]
    return parse_entry(text, cell.unit, cell.decimals, is_signed=cell.is_signed)


_NUMBER_TYPES = frozenset([int, Decimal])


def numbers_only(entries: Mapping[str, Entry]) -> dict[str, Number]:
    """Return the entries that are numbers; blanks and refused texts are left out."""
    if _NUMBER_TYPES.issuperset(map(type, entries.values())):
        return dict(cast("Mapping[str, Number]", entries))  # as in most reports
    return {code: e for code, e in entries.items() if e is not None and not isinstance(e, Refused)}


def new_report(unit: str, unit_type: str, year: int, *, form_id: str = "", with_zeros: bool = False) -> Report:
    """Return an empty report in the format of its year, or in a given one.

    ``with_zeros`` fills tables 三 and 四 with 0 (无申请、无复议诉讼).
    """
    form_id = form_id or for_year(year).id
    facts = {"unit": unit, "unit_type": unit_type, "year": str(year), "form": form_id}
    report = Report(form_id).with_texts({f"meta.{name}": text for name, text in facts.items()})
    if not with_zeros:
        return report
    tables = [table for table in report.form.tables.values() if table.section in ("s3", "s4")]
    codes = [code for table in tables for code in table.cells if not report.form.cells[code].is_derived]
    return report.with_cells(dict.fromkeys(codes, 0))
