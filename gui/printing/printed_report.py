"""Fills papers: the report, its annexes, the sign-off sheet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtGui import QFontDatabase
from PySide6.QtPrintSupport import QPrinter

from core.checks.findings import CheckResult
from core.form.form_definition import Table
from core.form.printed_table import begins_left, head_rows, may_break_before
from core.office.annex import Annex
from core.office.signoff_fields import signoff_fields
from core.office.signoff_sheet import LINE, SheetTable, signoff_sheet
from core.report.report import Report
from core.report.shown_report import Shown, contents_of, shown_report
from core.word.style_profile import StyleProfile, missing_fonts
from core.word.title_lines import title_lines
from gui.printing.paper import Box, Paper, prepare

_FEW_COLUMNS = 6
_TITLE_CHARACTERS = 20  # of a line of the type area at title size
_SHEET_TITLE, _SHEET_HEADING = 18, 12  # points, as in the Word file


def font_chooser(profile: StyleProfile) -> Callable[[str], str]:
    """Return what gives for each wanted font the one that this PC prints with."""
    instead = dict(missing_fonts(profile, QFontDatabase.families()))
    return lambda wanted: instead.get(wanted, wanted)


def report_paper(printer: QPrinter, report: Report, profile: StyleProfile, mark: str = "") -> Paper:
    """Lay out the report as it is published."""
    prepare(printer, profile)
    paper = Paper(printer, profile, font_chooser(profile), mark=mark)
    form, shown = report.form, shown_report(report)
    if "meta.doc_number" in shown.others:
        paper.paragraph(shown.others["meta.doc_number"], centred=True)
    for line in title_lines(shown.title, _TITLE_CHARACTERS):
        paper.paragraph(line, "title")
    paper.gap()
    if "meta.addressee" in shown.others:
        paper.paragraph(shown.others["meta.addressee"], flush=True)
    for text in form.texts.values():
        if not text.section:
            _texts(paper, shown, text.code)
    for section in form.sections.values():
        paper.paragraph(section.title, "heading")
        for content, heading in contents_of(form, section, shown):
            if content in form.tables:
                _table(paper, form.tables[content], shown, profile)
                continue
            if heading:
                paper.paragraph(heading, "subheading")
            _texts(paper, shown, content)
    for code in ("meta.sign_off", "meta.date"):
        if code in shown.others:
            paper.paragraph(shown.others[code], right=True)
    return paper


def _texts(paper: Paper, shown: Shown, code: str) -> None:
    for paragraph in shown.texts.get(code, ()):
        paper.paragraph(paragraph)


def _table(paper: Paper, table: Table, shown: Shown, profile: StyleProfile) -> None:
    boxes = [
        Box(
            item.top,
            item.left,
            item.height,
            item.width,
            shown.numbers.get(item.code, "") if item.code else item.label,
            is_left=begins_left(item),
        )
        for row in table.grid
        for item in row
    ]
    size = profile.sizes["table" if table.width <= _FEW_COLUMNS else "wide_table"]
    breaks = [row for row in range(len(table.grid)) if may_break_before(table, row)]
    paper.table(boxes, table.widths, size, header_rows=head_rows(table), breaks=breaks)


def annex_paper(printer: QPrinter, annex: Annex, facts: str, profile: StyleProfile, mark: str = "") -> Paper:
    """Lay out the change list or the list of findings; ``facts`` stand under its title."""
    prepare(printer, profile)
    paper = Paper(printer, profile, font_chooser(profile), mark=mark)
    for line in title_lines(annex.title, _TITLE_CHARACTERS):
        paper.paragraph(line, "title")
    paper.paragraph(facts, centred=True)
    paper.gap()
    for heading, lines in annex.parts:
        paper.paragraph(heading, "heading")
        for entry in lines:
            paper.paragraph(entry.text, underlined=entry.marks)
    return paper


def signoff_paper(
    printer: QPrinter, report: Report, result: CheckResult, profile: StyleProfile, now: datetime, stage: str
) -> Paper:
    """Lay out the shipped sign-off sheet, and its second page where one is needed."""
    sheet = signoff_sheet(report, result, today=now, stage=stage, profile=profile)
    prepare(printer, profile, narrow=True)
    style = replace(profile, sizes={**profile.sizes, "title": _SHEET_TITLE, "heading": _SHEET_HEADING})
    paper = Paper(printer, style, font_chooser(profile), mark=sheet.mark, is_first_bare=True)
    paper.paragraph(sheet.title, "title")
    boxes: list[Box] = []
    for top, row in enumerate(sheet.rows):
        left = 0
        for cell in row.cells:
            pitch = sheet.signing if cell.kind == "signing" else sheet.size * LINE
            is_left, is_at_foot = cell.kind in ("text", "signing"), cell.kind == "sign"
            boxes.append(Box(top, left, 1, cell.columns, cell.text, is_left, is_at_foot, pitch))
            left += cell.columns
    growing = [top for top, row in enumerate(sheet.rows) if row.is_signed]
    paper.table(boxes, sheet.widths, sheet.size, row_height=signoff_fields()["sheet"]["row_height"], growing=growing)
    if sheet.appendix:
        paper.new_page()
    for line in sheet.appendix:
        paper.paragraph(line, "title")
    for table in sheet.tables:
        _sheet_table(paper, table, profile.sizes["table"])
    return paper


def _sheet_table(paper: Paper, table: SheetTable, size: float) -> None:
    paper.paragraph(table.title, "heading", flush=True)
    boxes = [
        Box(top, left, 1, 1, text, is_left=top > 0, pitch=size * LINE)
        for top, texts in enumerate((table.labels, *table.rows))
        for left, text in enumerate(texts)
    ]
    paper.table(boxes, table.widths, size, header_rows=1, row_height=table.row_height)
