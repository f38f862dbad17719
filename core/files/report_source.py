"""Opens any file that holds a report: a draft of ours, or a published report that import can read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.base.archive_limits import read_limited, recognise
from core.base.errors import FileKind, NotADraftError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from core.checks.rules import PrintedForm
    from core.content.entry_text import Entry
    from core.content.report import Report
    from core.files.published_report import Imported


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
    """

    report: Report
    is_draft: bool
    remarks: tuple[tuple[str, str], ...]
    path: Path
    summary: Mapping[str, str] = field(default_factory=dict)
    printed: dict[str, Entry] | None = None
    printed_form: PrintedForm | None = None

    @classmethod
    def from_import(cls, imported: Imported, path: Path) -> OpenedReport:
        """Return what an import read."""
        remarks = (*imported.unrecognised, *(("说明", remark) for remark in imported.remarks))
        return cls(imported.report, False, remarks, path, imported.summary, imported.printed, imported.printed_form)


def open_report(path: Path) -> OpenedReport:
    """Read a draft, or a published report where the file is no draft; by its content, whatever its name says.

    Raises:
        ReportError: The file is missing, damaged, of a kind that cannot be read, or holds no report.
    """
    if recognise(path, read_limited(path)) is FileKind.XLSX:
        from core.files.excel_draft import load_draft  # deferred: openpyxl must not be imported before the first window

        try:
            draft = load_draft(path)
        except NotADraftError:
            pass
        else:
            remarks = tuple((f"{sheet} {cell}".strip(), sentence) for sheet, cell, sentence in draft.remarks)
            return OpenedReport(draft.report, is_draft=True, remarks=remarks, path=path)
    from core.files.published_report import import_report  # deferred: lxml likewise

    return OpenedReport.from_import(import_report(path), path)
