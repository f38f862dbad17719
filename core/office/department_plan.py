"""The sheets of a 科室填报表: whom and what it is for, the department's part of the tables, and what counts there."""

from __future__ import annotations

from typing_extensions import override

from core import __version__
from core.draft.workbook.codes import DEPARTMENT_FORMAT
from core.draft.workbook.places import Places
from core.draft.workbook.sheet_plan import SheetPlan, Style, address
from core.draft.workbook.table_sheets import table_sheet
from core.draft.workbook.text_sheets import fees_sheet
from core.form.blocks import blocks_of
from core.form.form_definition import FormDefinition
from core.form.form_reader import load_form
from core.office.department_split import SheetIdentity
from core.report.form_part import PartReport, part_of_form

DEPARTMENT_FORMAT_VERSION = 1

DEPARTMENT, PERSON, DATE, BASIS, NOTE = (f"sheet.{name}" for name in ("department", "person", "date", "basis", "note"))
"""Codes of what the department fills in beside the numbers."""
SHEET_ID, UNIT, YEAR, FORM, SENT_TO, BLOCKS, PROGRAM = (
    f"sheet.{name}" for name in ("id", "unit", "year", "form_id", "sent_to", "blocks", "program_version")
)

_TITLE = "填报说明"
_HELP_TITLE = "填报口径"
_FIELDS = (
    (DEPARTMENT, "科室", ""),
    (PERSON, "填报人", "填写姓名"),
    (DATE, "填报日期", "例如 {next}-01-10"),
    (BASIS, "依据", "数字从哪里来，例如：行政处罚台账、××系统导出"),
    (NOTE, "说明", "需要向汇总人说明的事，可不填"),
)
_VALUE = 2
"""Column of the values."""


class _PartPlaces(Places):
    """The places of a part of a form; without control totals, a total is read where it stands."""

    @override
    def printed(self, code: str) -> str:
        return address(*self.grid[code])

    @override
    def computed(self, code: str) -> str:
        return self.printed(code)


def plan_department(identity: SheetIdentity) -> list[SheetPlan]:
    """Return what the workbook for a department is to hold; all numbers are blank."""
    part = part_of_form(load_form(identity.form_id), identity.blocks)
    report = PartReport(part.id, part=part)
    places = _PartPlaces(part)
    tables = [table_sheet(report, table, places) for table in part.tables.values()]
    fees = fees_sheet(report)
    numbers = [*tables, fees] if fees else tables
    sheets = [_cover(identity, [sheet.title for sheet in numbers]), *numbers]
    helped = _help_sheet(part)
    if helped is not None:
        sheets.append(helped)
    for sheet in sheets:
        sheet.finish()
    return sheets


def _cover(identity: SheetIdentity, titles: list[str]) -> SheetPlan:
    """Return the first sheet: what to do, who fills in, and at its end what the program must know."""
    sheet = SheetPlan("department", _TITLE)
    year = identity.year
    names = {block.code: block.name for block in blocks_of(load_form(identity.form_id))}
    sheet.put(1, 1, f"{year}年政府信息公开工作年度报告　科室填报表", Style.TITLE)
    row = 2
    for code, label, value in (
        (UNIT, "单位", identity.unit),
        (YEAR, "报告年度", str(year)),
        (SENT_TO, "发给", identity.department),
    ):
        sheet.put(row, 1, label, Style.LABEL)
        sheet.put(row, _VALUE, value, Style.LOCKED)
        sheet.own(code, row, _VALUE)
        row += 1
    sheet.put(row, 1, "需要提供", Style.LABEL)
    sheet.put(row, _VALUE, "；".join(names[block] for block in identity.blocks), Style.LABEL)
    row += 2
    for text, style in _guide(year, titles):
        sheet.put(row, 1, text, style)
        sheet.merge(row, 1, 1, 3)
        row += 1
    row += 1
    for code, label, hint in _FIELDS:
        sheet.put(row, 1, label, Style.LABEL)
        sheet.put(row, _VALUE, identity.department if code == DEPARTMENT else None, Style.FIELD)
        sheet.put(row, 3, hint.format(next=year + 1), Style.HINT)
        sheet.own(code, row, _VALUE)
        row += 1
    sheet.print_area = (1, 1, row - 1, 3)
    _put_facts(sheet, identity, row + 1)
    sheet.widths.update({1: 18, 2: 46, 3: 40})
    return sheet


def _guide(year: int, titles: list[str]) -> list[tuple[str, Style]]:
    sheets = "、".join(f"“{title}”" for title in titles)
    return [
        ("怎样填写", Style.HEADING),
        ("1. 在下面的浅黄色格中写明填报人、日期和依据，汇总人据此办理会签。", Style.GUIDE),
        (f"2. 到工作表{sheets}的浅黄色格中填数字，数字截至{year}年12月31日。", Style.GUIDE),
        ("3. 没有的事项填0，不要留空，也不要填“/”或“无”；灰色的合计自动算出，不用填。", Style.GUIDE),
        ("4. 填完后保存，把这个文件交回；可以改文件名，不要另做表格，不要删除隐藏的第一行和第一列。", Style.GUIDE),
    ]


def _put_facts(sheet: SheetPlan, identity: SheetIdentity, row: int) -> None:
    """Put what the program must know of the file."""
    sheet.put(row, 1, "文件信息（程序使用，请不要修改）", Style.NOTE)
    facts = (
        (SHEET_ID, "填报表编号", identity.id),
        (FORM, "报告格式编号", identity.form_id),
        (BLOCKS, "数据块编号", " ".join(identity.blocks)),
        (DEPARTMENT_FORMAT, "填报表格式版本", str(DEPARTMENT_FORMAT_VERSION)),
        (PROGRAM, "程序版本", __version__),
    )
    for at, (code, label, value) in enumerate(facts, row + 1):
        sheet.put(at, 1, label, Style.LABEL)
        sheet.put(at, _VALUE, value, Style.LOCKED)
        sheet.own(code, at, _VALUE)


def _help_sheet(part: FormDefinition) -> SheetPlan | None:
    """Return the sheet that says what counts in each row, since a department has no program to ask."""
    sheet = SheetPlan("help", _HELP_TITLE)
    sheet.put(1, 1, _HELP_TITLE, Style.TITLE)
    for column, label in enumerate(("项目", "填什么", "依据"), 1):
        sheet.put(2, column, label, Style.HEADER)
    row = 3
    for table in part.tables.values():
        for key in dict.fromkeys(part.cells[code].row for code in table.cells):
            line = table.rows[key]
            if line.help:
                for column, text in enumerate((line.label, line.help, line.source), 1):
                    sheet.put(row, column, text, Style.LABEL)
                row += 1
    sheet.widths.update({1: 34, 2: 70, 3: 40})
    sheet.frozen = (3, 0)
    sheet.is_landscape = True
    return sheet if row > 3 else None
