"""Opens any file that holds a report: a draft of ours, or a published report that import can read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.errors import NotADraftError

if TYPE_CHECKING:
    from pathlib import Path

    from core.report import Report


@dataclass(frozen=True, slots=True)
class OpenedReport:
    """A report read from a file.

    Attributes:
        is_draft: Whether it came from a draft workbook rather than a published report.
        remarks: Places and Chinese sentences about what could not be read.
    """

    report: Report
    is_draft: bool
    remarks: tuple[tuple[str, str], ...]


def open_report(path: Path) -> OpenedReport:
    """Read a draft, or a published report where the file is no draft.

    Raises:
        ReportError: The file is missing, damaged, of a kind that cannot be read, or holds no report.
    """
    if path.suffix.lower() in (".xlsx", ".xlsm", ""):
        from core.excel_draft import load_draft  # deferred: openpyxl must not be imported before the first window

        try:
            draft = load_draft(path)
        except NotADraftError:
            pass
        else:
            remarks = tuple((f"{sheet} {cell}".strip(), sentence) for sheet, cell, sentence in draft.remarks)
            return OpenedReport(draft.report, is_draft=True, remarks=remarks)
    from core.published_report import import_report  # deferred: lxml likewise

    imported = import_report(path)
    return OpenedReport(imported.report, is_draft=False, remarks=tuple(imported.unrecognised))
