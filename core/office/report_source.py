"""Opens any file that holds a report: a draft of ours, or a published report that import can read."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from core import published
from core.base.archive_limits import Archive, read_limited, recognise, refuse
from core.base.errors import ReportError
from core.base.file_kinds import FileKind
from core.checks.blanks_as_zero import blanks_read
from core.checks.rules import PrintedForm
from core.draft import workbook
from core.report.checksum import checksum, report_checksum
from core.report.entry_text import Entry, entry_as_text
from core.report.report import Report
from core.report.shown_report import shown_report
from core.report.totals import report_numbers
from core.word import reader

READ_KINDS = {FileKind.DOCX, FileKind.XLSX, FileKind.HTML, FileKind.WEB_ARCHIVE, FileKind.PDF, FileKind.TEXT}
"""What a report may be read from."""


@dataclass(frozen=True, slots=True)
class OpenedReport:
    """A report read from a file.

    Attributes:
        is_draft: Whether it came from a draft workbook rather than a published report.
        remarks: Places and Chinese sentences about what could not be read.
        path: Where it came from.
        summary: For a published report how many places of each table were found, such as ``{"t2": "10/10"}``.
        printed: For a published report what is printed in every place, totals included; None for a draft.
        printed_form: For a published report how the form itself is printed; None for a draft.
        unsure: What of the remarks is about numbers that may be meant otherwise.
    """

    report: Report
    is_draft: bool
    remarks: tuple[tuple[str, str], ...]
    path: Path
    summary: Mapping[str, str] = field(default_factory=dict)
    printed: dict[str, Entry] | None = None
    printed_form: PrintedForm | None = None
    unsure: tuple[published.Unsure, ...] = ()

    @property
    def told_of_blanks(self) -> tuple[str, ...]:
        """Chinese sentences on what became of the blanks of a published report when its texts were checked."""
        return blanks_read(self.report, self.printed_form).told if self.printed_form else ()

    @property
    def unread_tables(self) -> frozenset[str]:
        """The tables, by id, of which a published report has no place: they are missing, or could not be read."""
        return frozenset(table for table, found in self.summary.items() if found.startswith("0/"))

    @classmethod
    def from_import(cls, imported: published.Imported, path: Path) -> OpenedReport:
        """Return what an import read."""
        told, unsure = imported.reported, tuple(imported.unsure)
        printed, printed_form = imported.printed, imported.printed_form
        return cls(imported.report, False, told, path, imported.summary, printed, printed_form, unsure)


def open_report(path: Path) -> OpenedReport:
    """Read a draft, or a published report where the file is no draft; by its content, whatever its name says.

    Raises:
        ReportError: The file is missing, damaged, of a kind that cannot be read, or holds no report.
    """
    draft = _draft(path)
    if draft is not None:
        told = placed(draft)
        unsure = tuple(published.unsure_draft(told))
        return OpenedReport(draft.report, is_draft=True, remarks=told, path=path, unsure=unsure)
    return OpenedReport.from_import(published.import_report(path), path)


def refuse_unreadable(path: Path) -> None:
    """Say what is wrong with a file that nothing here can read, before anything is done with it.

    Raises:
        ReportError: It is missing, empty, damaged, of a kind that is not read, or no workbook though it is named so.
    """
    kind = recognise(path, read_limited(path))
    if kind not in READ_KINDS or (kind is FileKind.TEXT and path.suffix.lower() == ".xlsx"):
        refuse(path, kind, FileKind.XLSX if path.suffix.lower() == ".xlsx" else FileKind.TEXT)


def draft_in(path: Path) -> Report | None:
    """Return the report of a draft of ours; None where the file is something else.

    A workbook without a trace of ours is not read: it may be of any size, and this is called where nothing can end it.

    Raises:
        ReportError: It cannot be read, is damaged, or is a 科室填报表.
    """
    data = read_limited(path)
    if recognise(path, data) is not FileKind.XLSX or not workbook.may_be_draft(Archive(path, data)):
        return None
    draft = _draft(path)
    return draft.report if draft else None


def import_any(path: Path) -> published.Imported:
    """Read a published report; a draft of ours gives itself, with all that a published report would not tell.

    Raises:
        ReportError: As for ``open_report``.
    """
    draft = _draft(path)
    if draft is None:
        return published.import_report(path)
    report, tables = draft.report, draft.report.form.tables
    known = {**report_numbers(report), **report.cells, **report.controls}
    return published.Imported(
        report,
        {code: known.get(code) for table in tables.values() for code in table.cells},
        summary={table.id: f"{len(table.cells)}/{len(table.cells)}" for table in tables.values()},
        remarks=["：".join(filter(None, (place, sentence))) for place, sentence in placed(draft)],
    )


def _draft(path: Path) -> workbook.LoadedDraft | None:
    """Return what a draft of ours holds; None where the file is something else."""
    if recognise(path, read_limited(path)) is not FileKind.XLSX:
        return None
    try:
        return workbook.load_draft(path)
    except workbook.NotADraftError:
        return None


def placed(draft: workbook.LoadedDraft) -> tuple[tuple[str, str], ...]:
    """Return what could not be read of a draft as place, "" for what is lost altogether, and sentence."""
    return tuple((f"{sheet} {cell}".strip(), sentence) for sheet, cell, sentence in draft.remarks)


def file_checksum(path: Path, report: Report) -> str:
    """Return the checksum of what a file shows: of a Word report itself, of anything else the report read from it.

    A Word report may show totals that are not the sums of its numbers; what was read from it computes them anew. One
    that was not made by this program has no title by its style: it is taken as import read it, with the totals as
    printed, so that it has the checksum of the draft made from it.
    """
    if path.suffix.lower() != ".docx":
        return report_checksum(report)
    with suppress(ReportError):  # of another office, though numbers and texts were taken from it all the same
        shown = reader.read_report(path)
        if shown.title:
            return checksum(shown)
    shown = shown_report(report)
    printed = {code: entry_as_text(entry) for code, entry in report.controls.items()}
    return checksum(shown._replace(numbers={**shown.numbers, **printed}))
