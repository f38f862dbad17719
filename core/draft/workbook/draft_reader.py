"""Makes a report from the cells of a draft workbook; what a person changed in Excel wins."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from core import __version__
from core.base.errors import ErrorText, FileError
from core.draft.workbook import raw_workbook
from core.draft.workbook.beside import remark_copies
from core.draft.workbook.codes import (
    CONTROL,
    DEPARTMENT_FORMAT,
    FORM_ID,
    FORMAT,
    FORMAT_VERSION,
    PROGRAM,
    codes_by_name,
)
from core.draft.workbook.found import CellPlace, Finder
from core.draft.workbook.labels import labels_of_form
from core.draft.workbook.list_reader import read_lists
from core.draft.workbook.moved_labels import follow_labels
from core.draft.workbook.other_units import entry_in_unit
from core.draft.workbook.reading import Unread, WorkbookReading
from core.draft.workbook.sheet_plan import number_value
from core.draft.workbook.text_reader import read_texts
from core.draft.workbook.unlike_seen import remark_unlike_seen
from core.form.form_definition import FormDefinition
from core.form.form_reader import load_form
from core.form.formats import is_form_id
from core.report.change import kept_texts
from core.report.entry_text import Entry, Refused, clean_text, format_number
from core.report.report import Report, ReportBuilder
from core.report.status_names import READING_DOUBTS

_DEPARTMENT_SHEET = ErrorText(
    "“{name}”是科室填报表，不是草稿。", "请先打开本年的草稿，再点“文件”菜单中的“科室填报表”，选“收回合并”。"
)
_NO_FACTS = ErrorText(
    "“{name}”是本程序的草稿，但缺少工作表“基本信息”，或其中最后几行被删改，不能打开。",
    "请改用另存、发送过的另一份；没有的，把这份改名，新建一份报告，保存在原处、用原来的文件名，再从“版本历史”恢复。",
)
_OURS_ALONE = {"guide", "controls"}
"""Keys of sheets that tell a draft whatever else it lacks: nobody copies them into a workbook of his own."""

_NEWER_ADVICE = "请先安装更新的版本，再打开；这份文件没有改动。"
_NEWER_PROGRAM = ErrorText("“{name}”由较新的程序保存，需要 {version} 或更高版本才能打开。", _NEWER_ADVICE)
_NEWER_FORMAT = ErrorText("“{name}”的格式比本程序（{own}）能读的新，不能打开。", _NEWER_ADVICE)


class NotADraftError(FileError):
    """A sound workbook, but none that this program wrote."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            summary=f"“{path.name}”不是本程序保存的年度报告草稿。",
            advice="请另选一个草稿文件；如果是已公布的报告，请用“导入”打开。",
        )


def newer_format(path: Path, version: str) -> FileError:
    """Return what to raise where a file has a newer format than this program knows.

    Args:
        path: The file.
        version: The program that wrote it, as the file says; a trial build, or somebody who edited the file, may name
            none that is newer than this one, and then none is asked for.
    """
    if _numbers(version) > _numbers(__version__):
        return _NEWER_PROGRAM.of(path, version=version)
    return _NEWER_FORMAT.of(path, own=__version__)


def _numbers(version: str) -> tuple[int, ...]:
    """Return a version such as 0.1.0 as numbers to compare; nothing for what is no version."""
    parts = version.split(".")
    return tuple(int(part) for part in parts) if all(part.isdecimal() for part in parts) else ()


@dataclass(frozen=True, slots=True)
class LoadedDraft:
    """A draft as it was read.

    Attributes:
        report: The report.
        remarks: What could not be read or is unknown, in the order of the file.
        program_version: Version of the program that wrote it; "" where it is not said.
    """

    report: Report
    remarks: tuple[Unread, ...]
    program_version: str


_STRANGE_NUMBERS = {
    "date": "这一格被识别成了日期“{text}”，不能当作数字；请把单元格格式改为“常规”，再填数字。",
    "flag": "这一格是逻辑值“{text}”，不是数字；请填数字。",
    "error": "这一格是公式错误“{text}”；请填数字。",
    "formula": "这一格是公式“{text}”，程序不读公式的结果；请填数字，不要填公式。",
}


_UNKNOWN_CHOICE = "{name}填的是“{text}”，不在可选的几项之中，没有按它检查，请在“基本信息”中选择。"
_SHOWN = 20

NUMBER_READ = "是文字数字，已按数字"
"""What the remark about a number says that was written as text, such as 1,234件."""

NUMBER_AS_TEXT = (
    f"“{{name}}”填的“{{text}}”{NUMBER_READ}{{number}}读入；在表格里用到它的合计算不出来，在程序中保存后就是数字。"
)


def read_draft(book: raw_workbook.RawWorkbook, path: Path) -> tuple[LoadedDraft, WorkbookReading]:
    """Make a report from the cells of a draft.

    Raises:
        NotADraftError: It is no draft of this program.
        FileError: It is the sheet of a department, lost what it says of itself, or was written by a newer version.
    """
    finder = Finder(book)
    version = finder.format_version(FORMAT)
    if version is None or not finder.fact(FORM_ID):
        raise _why_no_draft(finder, path)
    program = finder.fact(PROGRAM)
    if version > FORMAT_VERSION:
        raise newer_format(path, program)
    form_id = finder.fact(FORM_ID)
    form = _form(form_id, program, path)
    reading = WorkbookReading(finder, ReportBuilder(form_id), form)
    for code in (FORM_ID, FORMAT, PROGRAM):
        place = finder.place(code)
        if place:
            reading.use(*place)
    follow_labels(reading, labels_of_form(form), _names(form), is_own_version=program == __version__)
    _read_meta(reading)
    read_texts(reading, is_own_version=program == __version__)
    _read_numbers(reading)
    _read_controls(reading)
    shown = [*form.texts, *form.cells, *(CONTROL + code for code in form.derived)]
    remark_unlike_seen(reading, shown, _names(form))
    read_lists(reading)
    _report_unknown_names(reading)
    reading.remark_lost()
    remark_copies(reading)
    _keep_doubts(reading)
    loaded = LoadedDraft(reading.builder.build(), tuple(reading.remarks), program)
    return loaded, reading


def _names(form: FormDefinition) -> dict[str, str]:
    """Return what messages call the places of a draft."""
    names = {code: field.name for code, field in form.meta.items()}
    names |= {code: cell.name for code, cell in form.cells.items()}
    names |= {code: item.name for code, item in form.texts.items()}
    return names | {CONTROL + code: f"另有合计：{form.cells[code].name}" for code in form.derived}


def _keep_doubts(reading: WorkbookReading) -> None:
    """Put what is to be settled into the status of the report, beside what the draft has kept of it from before."""
    if reading.doubts:
        doubts = {**kept_texts(reading.builder.build(), READING_DOUBTS), **reading.doubts}
        reading.builder.status[READING_DOUBTS] = json.dumps(doubts, ensure_ascii=False, separators=(",", ":"))


def _why_no_draft(finder: Finder, path: Path) -> FileError:
    """Return what to raise where a workbook does not say that it is a draft."""
    if finder.place(DEPARTMENT_FORMAT):
        return _DEPARTMENT_SHEET.of(path)
    is_ours = any(keys.key in _OURS_ALONE for keys in finder.keys.values())
    return _NO_FACTS.of(path) if is_ours else NotADraftError(path)


def _form(form_id: str, program: str, path: Path) -> FormDefinition:
    """Return the form of the draft; one that is not shipped may belong to another version of the program."""
    if is_form_id(form_id):
        return load_form(form_id)
    if program and program != __version__:
        raise newer_format(path, program)
    raise NotADraftError(path)


def _read_meta(reading: WorkbookReading) -> None:
    for code, item in reading.form.meta.items():
        place = reading.place_of(code, item.name)
        if place:
            text = clean_text(_continued(reading, *place))
            reading.builder.set_text(code, text)
            if text.strip() and not item.knows(text.strip()):
                reading.remark(place, _UNKNOWN_CHOICE.format(name=item.name, text=text.strip()[:_SHOWN]))


def _continued(reading: WorkbookReading, sheet: str, row: int, column: int) -> str:
    """Return a value with what is continued in the cells below."""
    text = reading.text_at(sheet, row, column)
    marks = reading.finder.column_before(sheet, column)
    while reading.is_continued(sheet, row + 1, marks):
        row += 1
        text += reading.text_at(sheet, row, column)
    return text


def _read_numbers(reading: WorkbookReading) -> None:
    for code, cell in reading.form.cells.items():
        if cell.is_derived:
            continue
        place = reading.place_of(code, cell.name)
        if place:
            entry = entry_at(reading, code, place)
            reading.builder.set_cell(code, entry)
            _remark_number_as_text(reading, place, cell.name, entry)


def entry_at(reading: WorkbookReading, code: str, place: CellPlace) -> Entry:
    """Return the number or refused text of a cell; what is neither number nor text is remarked."""
    cell = reading.use(*place)
    if cell is None:
        return None
    if cell.kind in _STRANGE_NUMBERS:
        reading.remark(place, _STRANGE_NUMBERS[cell.kind].format(text=cell.text))
    return entry_in_unit(reading, code, cell, place)


def _remark_number_as_text(reading: WorkbookReading, place: CellPlace, name: str, entry: Entry) -> None:
    """Remark a number that the sheet cannot add up, since it is text there."""
    cell = reading.use(*place)
    if cell is None or cell.kind != "text" or entry is None or isinstance(entry, Refused):
        return
    if cell.text != number_value(entry):  # the program itself writes as text what a sheet would round
        shown = clean_text(cell.text).strip()
        reading.remark(place, NUMBER_AS_TEXT.format(name=name, text=shown, number=format_number(entry)))


def _read_controls(reading: WorkbookReading) -> None:
    """Read the control totals; a number typed over the formula of a total is one as well."""
    for code in reading.form.derived:
        cell = reading.form.cells[code]
        place = reading.place_of(CONTROL + code, f"另有合计：{cell.name}")
        control = entry_at(reading, code, place) if place else None
        if place:
            _remark_number_as_text(reading, place, f"另有合计：{cell.name}", control)
        typed = _typed_over(reading, code)
        if typed is not None:
            table_place = reading.finder.place(code)
            shown = typed.text if isinstance(typed, Refused) else format_number(typed)
            sentence = f"“{cell.name}”的合计公式被改成了“{shown}”，已作为另有合计保留，与程序算出的合计核对。"
            if control is not None and control != typed:
                old = control.text if isinstance(control, Refused) else format_number(control)
                sentence += f"“核对合计”表中原来填的是“{old}”，请核对。"
            reading.remark(table_place, sentence)
            control = typed
        reading.builder.set_cell(code, control)


def _typed_over(reading: WorkbookReading, code: str) -> Entry:
    """Return what stands in place of the formula of a total; None where the formula is still there."""
    place = reading.finder.place(code)  # one that is gone is not lost: it is computed
    cell = reading.use(*place) if place else None
    if place is None or cell is None or cell.kind == "formula":
        return None
    return entry_in_unit(reading, code, cell, place)


def _report_unknown_names(reading: WorkbookReading) -> None:
    known = codes_by_name(reading.form)
    lists = {name for name in reading.finder.book.names if name.startswith("nb_list_")}
    for name, place in reading.finder.book.names.items():
        if name.startswith("nb_") and name not in known and name not in lists:
            reading.remark(place, f"不认识名称“{name}”，这一格的内容没有读入。")
