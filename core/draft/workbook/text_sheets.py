"""The sheets of metadata, texts and fees: one label, one value or one paragraph a cell."""

from __future__ import annotations

from core import __version__
from core.draft.workbook.codes import FORM_ID, FORMAT, FORMAT_VERSION, HEADING_KEY, PROGRAM
from core.draft.workbook.entry_limits import limit_entries
from core.draft.workbook.places import FEES, META, Places
from core.draft.workbook.sheet_plan import SheetPlan, Style, Validation, entry_value
from core.form.form_definition import FormDefinition, TextField
from core.report.entry_text import clean_text
from core.report.report import Report

HEADING_GAP = "　　"
"""Stands between the heading of a text and its hint."""
TITLE_ROW = 1
_SPARE_ROWS = 4
_TEXT = 2
"""Column of the paragraphs; the marks stand left of it."""


def meta_sheet(report: Report) -> SheetPlan:
    """Return the sheet 基本信息, with what the program must know of the file at its end."""
    sheet = SheetPlan("meta", META)
    sheet.put(1, 1, "基本信息", Style.TITLE)
    for column, label in enumerate(("项目", "内容", "填写提示"), 1):
        sheet.put(2, column, label, Style.HEADER)
    row = 3
    fields = list(report.form.meta.values())
    for item in fields:
        if item.is_hidden:
            continue
        label = f"{item.name}（必填）" if item.is_required else item.name
        sheet.put(row, 1, label, Style.LABEL)
        sheet.put(row, 3, item.hint, Style.HINT)
        sheet.own(item.code, row, _TEXT)
        if item.choices:
            validation = Validation(((row, _TEXT, row, _TEXT),), "choice", choices=item.choices)
            sheet.validations.append(validation)
        row = sheet.put_long(row, _TEXT, clean_text(report.meta.get(item.code, "")), Style.FIELD)
    sheet.put(row + 1, 1, "文件信息（程序使用，请不要修改）", Style.NOTE)
    row += 2
    hidden = [(f.code, f.name, report.meta.get(f.code, "")) for f in fields if f.is_hidden]
    file_facts = [
        (FORM_ID, "报告格式编号", report.form_id),
        (FORMAT, "草稿格式版本", str(FORMAT_VERSION)),
        (PROGRAM, "程序版本", __version__),
    ]
    for code, label, value in hidden + file_facts:
        sheet.put(row, 1, label, Style.LABEL)
        sheet.own(code, row, _TEXT)
        row = sheet.put_long(row, _TEXT, clean_text(value), Style.LOCKED)
    sheet.widths.update({1: 26, 2: 52, 3: 46})
    sheet.frozen = (3, 0)
    return sheet


def heading_of(field: TextField) -> str:
    """Return the heading that stands above a text."""
    return field.heading or field.name


def title_of(form: FormDefinition, field: TextField) -> str:
    """Return the title of the sheet that a text stands on."""
    return form.sections[field.section].title if field.section else field.name


def text_sheet(report: Report, section: str, places: Places) -> SheetPlan | None:
    """Return the sheet with the texts of a section ("" for the lead paragraph), or None where it has none."""
    fields = [field for field in report.form.texts.values() if field.section == section]
    if not fields:
        return None
    sheet = SheetPlan(f"text.{section or 'lead'}", places.text_titles[section])
    sheet.put(TITLE_ROW, 1, title_of(report.form, fields[0]), Style.TITLE)
    sheet.put(2, 1, "一格写一段；段落多、格子不够时，在下面插入一行写下一段，不要合并单元格。", Style.NOTE)
    row = 3
    for field in fields:
        row = _put_text(sheet, field, clean_text(report.texts.get(field.code, "")), row) + 1
    sheet.widths.update({1: 8, 2: 100})
    sheet.frozen = (3, 0)
    return sheet


def _put_text(sheet: SheetPlan, field: TextField, text: str, row: int) -> int:
    """Put heading, paragraphs and some spare cells; return the row after them."""
    sheet.put(row, 1, f"{heading_of(field)}{HEADING_GAP}{field.hint}", Style.HEADING)
    sheet.put(row, 0, f"{HEADING_KEY}{field.code}", Style.KEY)
    row += 1
    sheet.own(field.code, row, _TEXT)
    first = row
    for line in text.split("\n"):
        row = sheet.put_long(row, _TEXT, line, Style.TEXT)
    for spare in range(row, row + _SPARE_ROWS):
        sheet.put(spare, _TEXT, None, Style.TEXT)
    row += _SPARE_ROWS
    for later in range(first + 1, row):
        sheet.put(later, 0, f"{field.code}+{later - first}", Style.KEY)
    return row


def fees_sheet(report: Report) -> SheetPlan | None:
    """Return the sheet of the fee fields of section 六, or None where the form has none."""
    fees = [cell for cell in report.form.cells.values() if not cell.table]
    if not fees:
        return None
    sheet = SheetPlan("fees", FEES)
    sheet.put(1, 1, "信息处理费（第六部分要写明收取情况）", Style.TITLE)
    for column, label in enumerate(("项目", "数量或金额", "单位"), 1):
        sheet.put(2, column, label, Style.HEADER)
    for row, cell in enumerate(fees, 3):
        sheet.put(row, 1, cell.name, Style.LABEL)
        sheet.put(row, 2, entry_value(report.cells.get(cell.code)), Style.AMOUNT if cell.decimals else Style.COUNT)
        sheet.put(row, 3, cell.unit, Style.LABEL)
        sheet.own(cell.code, row, 2)
    limit_entries(sheet, {cell: (row, 2) for row, cell in enumerate(fees, 3)})
    sheet.widths.update({1: 32, 2: 20, 3: 10})
    return sheet
