"""The draft as a workbook that people without the program can read, fill in and check in Excel, WPS or LibreOffice.

The only package that knows openpyxl and XlsxWriter for drafts; the modules that use them are loaded with the first
workbook.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from core.base.archive_limits import Archive, checked_workbook_bytes
from core.base.atomic_file import replace_file
from core.base.errors import ErrorText
from core.draft.workbook import foreign, outside, raw_workbook, writer
from core.draft.workbook.codes import FORMAT_VERSION, SHEET_KEY, name_of
from core.draft.workbook.draft_reader import NUMBER_READ, LoadedDraft, NotADraftError, read_draft
from core.draft.workbook.moved_labels import READ_BY_LABEL
from core.draft.workbook.problems_sheet import Problems, problems_of
from core.draft.workbook.reading import Unread
from core.draft.workbook.workbook_plan import plan_workbook
from core.form.form_definition import FormDefinition
from core.report.report import Report
from core.visible.sheet_members import is_strict

__all__ = [
    "FORMAT_VERSION",
    "NUMBER_READ",
    "READ_BY_LABEL",
    "LoadedDraft",
    "NotADraftError",
    "Problems",
    "Unread",
    "blank_workbook",
    "draft_bytes",
    "foreign_content",
    "load_draft",
    "may_be_draft",
    "problems_of",
    "save_draft",
]


def save_draft(report: Report, path: Path) -> None:
    """Save a report as a draft workbook, replacing the file whole or not at all.

    Raises:
        FileError: It cannot be written; the old file is untouched.
    """
    replace_file(path, draft_bytes(report))


def draft_bytes(report: Report, problems: Problems | None = None, day: date | None = None) -> bytes:
    """Return the draft workbook of a report as the bytes of an .xlsx file, with what the last check found.

    Args:
        report: The report.
        problems: What the last check found.
        day: The day it is made on, so that equal reports give equal bytes; None for now.
    """
    return writer.workbook_bytes(plan_workbook(report, problems), report.title, day)


_STRICT = ErrorText(
    "“{name}”是本程序的草稿，但另存时选了带“Strict”的文件类型，读不到里面的内容。",
    "请用 Excel 打开它，点“另存为”，文件类型选“Excel 工作簿（*.xlsx）”，再打开新存的文件。",
)
_TRACES = (name_of("").encode(), SHEET_KEY.encode())


def may_be_draft(archive: Archive) -> bool:
    """Whether a workbook holds a name or a key of ours; without one it is no draft, and openpyxl need not read it.

    Raises:
        FileError: It is damaged, protected or beyond the limits.
    """
    parts = (archive.read(name).lower() for name in archive.names if name.endswith(".xml"))  # no name tells capitals
    return any(trace in part for part in parts for trace in _TRACES)


def load_draft(path: Path) -> LoadedDraft:
    """Read a draft workbook, with what could not be read.

    Raises:
        NotADraftError: It is a workbook of somebody else.
        FileError: It was written by a newer version of the program, saved as Strict Open XML, cannot be read, is
            damaged, protected or beyond the limits.
    """
    data = checked_workbook_bytes(path)
    try:
        loaded, reading = read_draft(raw_workbook.read_workbook(data, path), path)
    except NotADraftError:
        archive = Archive(path, data)
        if is_strict(archive) and may_be_draft(archive):  # openpyxl sees nothing of it
            raise _STRICT.of(path) from None
        raise
    return replace(loaded, remarks=(*loaded.remarks, *outside.outside_form(loaded, reading)))


def blank_workbook(form: FormDefinition, unit: str, year: int) -> bytes:
    """Return an empty, self-checking workbook (空白填报表.xlsx) for a PC that cannot run the program.

    It is a draft like any other: filled in with Excel or WPS, it is opened by 继续填写. A blank unit stays blank.
    """
    facts = {"meta.unit": unit, "meta.year": str(year), "meta.form": form.id}
    return draft_bytes(Report(form.id).with_texts(facts))


def foreign_content(path: Path) -> tuple[Unread, ...]:
    """Return the sheets, cells, notes, text boxes, pictures and charts of a draft that saving would drop, each named.

    Raises:
        FileError: As for `load_draft`.
    """
    data = checked_workbook_bytes(path)
    loaded, reading = read_draft(raw_workbook.read_workbook(data, path), path)
    boxes = foreign.text_boxes(reading)
    return (*foreign.foreign_cells(loaded, reading), *boxes, *foreign.foreign_parts(data, path))
