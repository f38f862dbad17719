"""科室填报表: a small workbook for one department with its part of the official tables, and reading it back.

It is planned and written like the draft (core.draft.workbook): values are found by defined name, else by the key
column.
What it is for (random key, unit, year, form, blocks) stands in it, since its name may be changed on the way.

History of the format (a sheet written by an older version is always read):

1. The first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

from core import __version__
from core.base.archive_limits import checked_workbook_bytes
from core.base.errors import ErrorText
from core.base.user_files import safe_file_name
from core.draft.workbook import foreign, raw_workbook, writer
from core.draft.workbook.codes import DEPARTMENT_FORMAT
from core.draft.workbook.draft_reader import entry_at, newer_format
from core.draft.workbook.found import CellPlace, Finder
from core.draft.workbook.labels import labels_of
from core.draft.workbook.moved_labels import follow_labels
from core.draft.workbook.outside import remarked_notes
from core.draft.workbook.reading import Unread, WorkbookReading
from core.draft.workbook.unlike_seen import remark_unlike_seen
from core.form.blocks import blocks_of
from core.form.form_definition import FormDefinition
from core.form.form_reader import load_form
from core.form.formats import is_form_id
from core.office.department_plan import (
    BASIS,
    BLOCKS,
    DATE,
    DEPARTMENT,
    DEPARTMENT_FORMAT_VERSION,
    FORM,
    NOTE,
    PERSON,
    PROGRAM,
    SENT_TO,
    SHEET_ID,
    UNIT,
    YEAR,
    plan_department,
)
from core.office.department_split import NO_UNIT_OR_YEAR, SheetIdentity, departments_of, split_of
from core.office.register.days import read_day
from core.report.entry_text import Entry, clean_text
from core.report.form_part import part_of_form
from core.report.report import Origin, Report, ReportBuilder, parse_cell
from core.report.totals import report_numbers

_NO_SHEET = ErrorText(
    "“{name}”不是本程序发出的科室填报表。", "请选择科室交回的填报表；科室另做表格的，请填进发出的填报表后再收回。"
)
_FATE = "不属于填报表，没有读入。"
_YEAR = re.compile("[0-9]{4}")


@dataclass(frozen=True, slots=True)
class DepartmentReturn:
    """A 科室填报表 that came back.

    Attributes:
        path: The file.
        identity: What it was sent for.
        origin: 科室、填报人、日期、依据 as filled in; a blank department is the one it was sent to.
        note: What the department wants to say.
        cells: The number, refused text or None (blank) of each cell it was asked for.
        remarks: What could not be read or belongs to nothing, in the order of the file.
    """

    path: Path
    identity: SheetIdentity
    origin: Origin
    note: str
    cells: Mapping[str, Entry]
    remarks: tuple[Unread, ...]


def new_identity(report: Report, department: str) -> SheetIdentity:
    """Return what a new sheet for this department is for, by the split of the report.

    Raises:
        ReportError: The report has no unit or year yet.
    """
    if not report.unit or report.year is None:
        raise NO_UNIT_OR_YEAR.error()
    blocks = departments_of(split_of(report)).get(department, ())
    return SheetIdentity(token_hex(8), report.unit, report.year, report.form_id, department, blocks)


def workbook_of(identity: SheetIdentity) -> bytes:
    """Return the blank workbook with this identity."""
    return writer.workbook_bytes(
        plan_department(identity), f"{identity.year}年度报告科室填报表（{identity.department}）"
    )


def sheet_file_name(identity: SheetIdentity) -> str:
    """Return the proposed name of the file: year, department, and what it is."""
    return safe_file_name(f"{identity.year}年政府信息公开年度报告填报表（{identity.department}）", ".xlsx")


def read_department_workbook(path: Path) -> DepartmentReturn:
    """Read a sheet that came back, with what could not be read.

    Raises:
        FileError: It is some other workbook, was written by a newer version of the program, cannot be read, is
            damaged, protected or beyond the limits.
    """
    data = checked_workbook_bytes(path)
    finder = Finder(raw_workbook.read_workbook(data, path))
    identity = _identity(finder, path)
    form = load_form(identity.form_id)
    reading = WorkbookReading(finder, ReportBuilder(form.id), form)
    for code in (UNIT, YEAR, SENT_TO, SHEET_ID, FORM, BLOCKS, DEPARTMENT_FORMAT, PROGRAM):
        place = finder.place(code)
        if place:
            reading.use(*place)
    part, planned = part_of_form(form, identity.blocks), plan_department(identity)
    is_own_version = finder.fact(PROGRAM) == __version__
    names = {cell.code: cell.name for cell in part.cells.values()}
    follow_labels(reading, labels_of(planned), names, is_own_version=is_own_version)
    origin = Origin(
        department=_field(reading, DEPARTMENT) or identity.department,
        person=_field(reading, PERSON),
        date=_day(_field(reading, DATE)),
        basis=_field(reading, BASIS),
    )
    note = _field(reading, NOTE)
    cells = _numbers(reading, part)
    remark_unlike_seen(reading, part.cells, names)
    beside = foreign.cells_beside(planned, reading, _FATE, is_own_version=is_own_version)
    return DepartmentReturn(path, identity, origin, note, cells, (*reading.remarks, *beside, *remarked_notes(reading)))


def _identity(finder: Finder, path: Path) -> SheetIdentity:
    """Return what the sheet is for; a spoilt identity is refused, since nothing may be guessed.

    Raises:
        FileError: It has no identity, or none that can be true, or was written by a newer version.
    """
    version, year, form_id = finder.format_version(DEPARTMENT_FORMAT), finder.fact(YEAR), finder.fact(FORM)
    if version is None or not _YEAR.fullmatch(year):
        raise _NO_SHEET.of(path)
    program = finder.fact(PROGRAM)
    if version > DEPARTMENT_FORMAT_VERSION:
        raise newer_format(path, program)
    known = {block.code for block in blocks_of(load_form(form_id))} if is_form_id(form_id) else set()
    blocks = tuple(dict.fromkeys(finder.fact(BLOCKS).split()))
    unit, sheet_id = finder.fact(UNIT), finder.fact(SHEET_ID)
    if not known or not blocks or not set(blocks) <= known or not unit or not sheet_id:
        if program and program != __version__:
            raise newer_format(path, program)
        raise _NO_SHEET.of(path)
    return SheetIdentity(sheet_id, unit, int(year), form_id, finder.fact(SENT_TO), blocks)


def _field(reading: WorkbookReading, code: str) -> str:
    """Return what the department wrote into a field; a date that Excel made of it is no matter of remark."""
    place = reading.finder.place(code)
    if place is None:
        return ""
    cell = reading.finder.cell(code)
    if cell is not None and cell.kind == "date":
        reading.use(*place)
        return cell.text
    return clean_text(reading.text_at(*place)).strip()


def _day(text: str) -> str:
    """Return a day as YYYY-MM-DD where it is one, else as it was written."""
    day = read_day(text)
    return day.isoformat() if day else text


def _numbers(reading: WorkbookReading, part: FormDefinition) -> dict[str, Entry]:
    cells: dict[str, Entry] = {}
    totals: dict[str, tuple[CellPlace, raw_workbook.RawCell]] = {}
    for cell in part.cells.values():
        place = reading.place_of(cell.code, cell.name)
        if place and cell.is_derived:
            typed = reading.use(*place)
            if typed is not None and typed.kind != "formula":
                totals[cell.code] = place, typed
        if not cell.is_derived:
            cells[cell.code] = entry_at(reading, cell.code, place) if place else None
    reading.remark_lost()
    added = report_numbers(Report(reading.form.id).with_cells(cells))
    for code, (place, typed) in totals.items():
        if added.get(code) != parse_cell(reading.form, code, typed.text):  # a file of values holds what ours came to
            name = part.cells[code].name
            reading.remark(place, f"“{name}”的合计公式被改成了“{typed.text}”，没有采用，合计由程序计算。")
    return cells
