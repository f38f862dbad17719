"""Fills papers: the report, its annexes, the sign-off sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtGui import QFontDatabase
from PySide6.QtPrintSupport import QPrinter

from core.checks.findings import CheckResult
from core.office.annex import Annex
from core.office.signoff_fields import signoff_fields
from core.office.signoff_sheet import SheetTable, signoff_sheet
from core.report.report import Report
from core.report.shown_report import shown_report
from core.report.title_lines import title_lines
from core.word.lines import Setting
from core.word.looks import TABLE_PITCH, Look, looks
from core.word.number_room import number_sizes, widened
from core.word.page_flow import Box
from core.word.plan import CELL_MARGINS, TWIPS, CellPlan, TablePlan, balanced, cell_setting, look_of, report_plan
from core.word.report import report_paragraphs
from core.word.style_profile import StyleProfile, missing_fonts
from core.word.table_notes import is_kept
from core.word.template import SMALLEST
from gui.printing.paper import Paper, prepare

_TITLE_CHARACTERS = 20  # of a line of the type area at title size
_SHEET_TITLE, _SHEET_HEADING = 18, 12  # points, as in the Word file
_SHEET_SIDE = 3  # points beside the text of a cell, the same


def font_chooser(profile: StyleProfile) -> Callable[[str], str]:
    """Return what gives for each wanted font the one that this PC prints with."""
    instead = dict(missing_fonts(profile, QFontDatabase.families()))
    return lambda wanted: instead.get(wanted, wanted)


def report_paper(printer: QPrinter, report: Report, profile: StyleProfile, mark: str = "") -> Paper:
    """Lay out the report as it is published, by the plan that the Word file is made from."""
    prepare(printer, profile)
    form, shown, known = report.form, shown_report(report), looks(profile)
    paper = Paper(printer, profile, font_chooser(profile), title=shown.title, mark=mark)
    paragraphs = report_paragraphs(form, shown, profile)
    wide = widened(form, shown.numbers, profile)
    sizes = number_sizes(wide, shown.numbers, profile)
    for part in report_plan(wide, profile):
        if isinstance(part, TablePlan):
            _table(paper, part, shown.numbers, sizes, known, keeps_note=is_kept(part.table, paragraphs, form))
            continue
        filled = paragraphs.get(part.code, ()) if part.code else [("plain", "")]
        before = profile.pitch / 2 if part.is_below_table else 0
        for kind, text in filled:
            paper.paragraph(text, look_of(part, kind, known), before=before)
    return paper


def _table(
    paper: Paper,
    plan: TablePlan,
    numbers: Mapping[str, str],
    sizes: Mapping[str, float],
    known: Mapping[str, Look],
    *,
    keeps_note: bool,
) -> None:
    own = [cell for top, row in enumerate(plan.rows) for cell in row.cells if cell.item.top == top]
    boxes = [
        _box(paper, cell, numbers.get(cell.item.code, ""), sizes.get(cell.item.code, 0), known[cell.look])
        for cell in own
    ]
    heads = sum(row.is_head for row in plan.rows)
    keeping = {top for top, row in enumerate(plan.rows) if row.keeps_next or (keeps_note and row is plan.rows[-1])}
    row_height = plan.rows[0].height / TWIPS
    paper.table(boxes, plan.widths, CELL_MARGINS["left"] / TWIPS, heads=heads, keeping=keeping, row_height=row_height)


def _box(paper: Paper, cell: CellPlan, number: str, size: float, look: Look) -> Box:
    item, lines = cell.item, cell_setting(cell, look)
    text = item.label
    if item.code:
        text = number
        needed = paper.measure(1)(text)  # the digits of another font may be wider
        if text.isascii() and needed * size > lines.room:
            size = max(lines.room / needed, SMALLEST)
        lines = lines._replace(size=size, step=size)
    return Box(item.top, item.left, item.height, item.width, text, lines, look.pitch, look.font)


def annex_paper(printer: QPrinter, annex: Annex, facts: str, profile: StyleProfile, mark: str) -> Paper:
    """Lay out the change list or the list of findings; ``facts`` stand under its title."""
    prepare(printer, profile)
    paper = Paper(printer, profile, font_chooser(profile), title=annex.title, mark=mark)
    known = looks(profile)
    for line in title_lines(annex.title, _TITLE_CHARACTERS):
        paper.paragraph(line, known["Title"])
    paper.paragraph(facts, known["Normal"]._replace(align="center"))
    paper.paragraph("", known["AfterTitle"])
    for heading, lines in annex.parts:
        paper.paragraph(heading, known["Heading1"])
        for entry in lines:
            paper.paragraph(entry.text, known["BodyText"], underlined=entry.marks)
    return paper


def signoff_paper(
    printer: QPrinter, report: Report, result: CheckResult, profile: StyleProfile, now: datetime, stage: str
) -> Paper:
    """Lay out the shipped sign-off sheet, and its second page where one is needed."""
    sheet = signoff_sheet(report, result, today=now, stage=stage, profile=profile)
    prepare(printer, profile, narrow=True)
    paper = Paper(printer, profile, font_chooser(profile), title=sheet.title, mark=sheet.mark, is_first_bare=True)
    title = looks(profile)["Title"]._replace(size=_SHEET_TITLE)
    paper.paragraph(sheet.title, title)
    boxes: list[Box] = []
    for top, row in enumerate(sheet.rows):
        left = 0
        for cell in row.cells:
            room = sum(sheet.widths[left : left + cell.columns]) / TWIPS - 2 * _SHEET_SIDE
            pitch = sheet.signing if cell.kind == "signing" else sheet.size * TABLE_PITCH
            boxes.append(_sheet_box((top, left, cell.columns), cell.kind, cell.text, room, sheet.size, pitch))
            left += cell.columns
    growing = [top for top, row in enumerate(sheet.rows) if row.is_signed]
    row_height = signoff_fields()["sheet"]["row_height"]
    paper.table(boxes, sheet.widths, _SHEET_SIDE, row_height=row_height, growing=growing)
    if sheet.appendix:
        paper.new_page()
    for line in sheet.appendix:
        paper.paragraph(line, title)
    for table in sheet.tables:
        _sheet_table(paper, table, profile)
    return paper


def _sheet_table(paper: Paper, table: SheetTable, profile: StyleProfile) -> None:
    heading = looks(profile)["Heading1"]._replace(size=_SHEET_HEADING, align="left", first=0, is_on_grid=False)
    paper.paragraph(table.title, heading)
    size = profile.sizes["table"]
    boxes = [
        _sheet_box(
            (top, left, 1),
            "text" if top else "label",
            text,
            table.widths[left] / TWIPS - 2 * _SHEET_SIDE,
            size,
            size * TABLE_PITCH,
        )
        for top, texts in enumerate((table.labels, *table.rows))
        for left, text in enumerate(texts)
    ]
    paper.table(boxes, table.widths, _SHEET_SIDE, heads=1, keeping={0}, row_height=table.row_height)


def _sheet_box(place: tuple[int, int, int], kind: str, text: str, room: float, size: float, pitch: float) -> Box:
    """A cell of the sign-off sheet; ``place`` is its row, column and number of columns."""
    top, left, columns = place
    align = {"label": "center", "sign": "right"}.get(kind, "left")
    indents = balanced(text, round(room * TWIPS), size) if kind == "label" else (0, 0, 0)
    lines = Setting(room, size, size, align, *(twips / TWIPS for twips in indents))
    font = "heading" if kind == "label" else "table"
    return Box(top, left, 1, columns, text, lines, pitch, font, is_at_foot=kind == "sign")
