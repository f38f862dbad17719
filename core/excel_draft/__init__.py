"""The draft as a workbook that people without the program can read, fill in and check in Excel, WPS or LibreOffice.

The only package that knows openpyxl and XlsxWriter for drafts; both are imported inside functions, since they must
not be loaded before the first window paints.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.archive_limits import checked_workbook_bytes
from core.atomic_file import replace_file
from core.excel_draft.codes import FORMAT_VERSION
from core.excel_draft.reader import LoadedDraft, Unread, read_draft
from core.excel_draft.workbook_plan import plan_workbook
from core.excel_draft.workbook_reader import read_workbook
from core.excel_draft.writer import workbook_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from core.report import Report

__all__ = ["FORMAT_VERSION", "LoadedDraft", "Unread", "draft_bytes", "load_draft", "save_draft"]


def save_draft(report: Report, path: Path) -> None:
    """Save a report as a draft workbook, replacing the file whole or not at all.

    Raises:
        FileError: It cannot be written; the old file is untouched.
    """
    replace_file(path, draft_bytes(report))


def draft_bytes(report: Report) -> bytes:
    """Return the draft workbook of a report as the bytes of an .xlsx file."""
    return workbook_bytes(plan_workbook(report), report.title)


def load_draft(path: Path) -> LoadedDraft:
    """Read a draft workbook, with what could not be read.

    Raises:
        NotADraftError: It is a workbook of somebody else.
        NewerDraftError: It was written by a newer version of the program.
        FileError: It cannot be read, is damaged, protected or beyond the limits.
    """
    loaded, _ = read_draft(read_workbook(checked_workbook_bytes(path), path), path)
    return loaded
