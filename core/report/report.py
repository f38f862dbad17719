"""The open report: metadata, texts, entered numbers, control totals and explanations."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.form.form_reader import load_form
from core.form.formats import for_year, newest
from core.report.entry_text import Entry, Number, Refused, parse_entry

if TYPE_CHECKING:
    from collections.abc import Mapping

    from core.form.form_definition import FormDefinition

_DIGITS_APART = re.compile(r"(?<=\d)\s*[\r\n]\s*(?=\d)")


@dataclass(frozen=True, slots=True)
class Explanation:
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


@dataclass(frozen=True, slots=True)
class LogEntry:
    """Something done to the numbers that a superior may ask about (a fill with zeros, a number put right).

    Attributes:
        date: Day and time as YYYY-MM-DD HH:MM.
        what: A Chinese sentence with the place and the numbers.
    """

    date: str
    what: str


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark with which a report came back.

    Attributes:
        answer: 已改 or 不改; "" while it is open.
        reason: Why it was not followed; "" otherwise.
    """

    text: str
    answer: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReviewRound:
    """One 送审稿 and what became of it.

    Attributes:
        number: 1 for 送审稿第1稿.
        date: The day it was made, YYYY-MM-DD.
        checksum: Checksum of what it showed, such as 3F7A-91C2.
        shown: What it showed, printed text by code, so that changes since can be listed.
        returned_by: Who sent it back; "" while it was not.
        returned_on: The day it came back, YYYY-MM-DD.
    """

    number: int
    date: str
    checksum: str
    shown: Mapping[str, str]
    returned_by: str = ""
    returned_on: str = ""
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the numbers of a block came from, for the 会签 lines (a block is a row code such as ``t2.penalty``)."""

    department: str
    person: str
    date: str
    basis: str


@dataclass(slots=True)
class Report:
    r"""One report while it is being written.

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
            ``printed_checksum``, ``published_url``, ``published_on``; a missing one is blank.
    """

    form_id: str = field(default_factory=lambda: newest().id)
    meta: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    cells: dict[str, Entry] = field(default_factory=dict)
    controls: dict[str, Entry] = field(default_factory=dict)
    explanations: dict[str, Explanation] = field(default_factory=dict)
    log: list[LogEntry] = field(default_factory=list)
    rounds: list[ReviewRound] = field(default_factory=list)
    origins: dict[str, Origin] = field(default_factory=dict)
    status: dict[str, str] = field(default_factory=dict)

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
        text = self.meta.get("meta.year", "").strip()
        return int(text) if len(text) == 4 and text.isdecimal() else None

    @property
    def title(self) -> str:
        """The title as printed: the clerk's own, else made from unit and year."""
        own = self.meta.get("meta.title", "").strip()
        return own or self.form.title.format(unit=self.unit, year=self.year or "")

    def set_cell(self, code: str, entry: Entry) -> None:
        """Enter a number, refused text or a blank; a total goes to ``controls``."""
        place = self.controls if self.form.cells[code].is_derived else self.cells
        if entry is None:
            place.pop(code, None)
        else:
            place[code] = entry

    def set_text(self, code: str, text: str) -> None:
        """Set a text or, with ``meta.``, a metadata field, which is one line; "" makes it blank."""
        place = self.texts
        if code.startswith("meta."):
            # A name copied from a heading may stand on two; two telephone numbers must not become one
            place, text = self.meta, "".join(_DIGITS_APART.sub(" ", text).splitlines())
        if text:
            place[code] = text
        else:
            place.pop(code, None)


def parse_cell(form: FormDefinition, code: str, text: str) -> Entry:
    """Parse what was typed into the cell with this code, by its unit and decimals."""
    cell = form.cells[code]
    return parse_entry(text, cell.unit, cell.decimals, is_signed=cell.is_signed)


def numbers_only(entries: Mapping[str, Entry]) -> dict[str, Number]:
    """Return the entries that are numbers; blanks and refused texts are left out."""
    return {code: e for code, e in entries.items() if e is not None and not isinstance(e, Refused)}


def new_report(unit: str, unit_type: str, year: int, *, form_id: str = "", with_zeros: bool = False) -> Report:
    """Return an empty report in the format of its year, or in a given one.

    ``with_zeros`` fills tables 三 and 四 with 0 (无申请、无复议诉讼).
    """
    form_id = form_id or for_year(year).id
    report = Report(form_id=form_id)
    for name, text in (("unit", unit), ("unit_type", unit_type), ("year", str(year)), ("form", form_id)):
        report.set_text(f"meta.{name}", text)
    if with_zeros:
        form = report.form
        report.cells.update({code: 0 for code in form.entered if form.cells[code].table in ("t3", "t4")})
    return report
