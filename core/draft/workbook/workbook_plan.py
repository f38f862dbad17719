"""All sheets of the draft workbook in their order."""

from __future__ import annotations

from core.draft.workbook.guide_sheet import guide_sheet
from core.draft.workbook.list_sheets import list_sheets
from core.draft.workbook.places import Places
from core.draft.workbook.problems_sheet import Problems, problems_sheet
from core.draft.workbook.sheet_plan import SheetPlan
from core.draft.workbook.table_sheets import controls_sheet, table_sheet
from core.draft.workbook.text_sheets import fees_sheet, meta_sheet, text_sheet
from core.report.report import Report


def plan_workbook(report: Report, problems: Problems | None = None) -> list[SheetPlan]:
    """Return what the workbook of a report is to hold, with what a check found where one is given."""
    places = Places(report.form)
    sheets: list[SheetPlan | None] = [guide_sheet(report), meta_sheet(report), text_sheet(report, "", places)]
    for section in report.form.sections.values():
        tables = [report.form.tables[c] for c in section.contents if c in report.form.tables]
        sheets += [table_sheet(report, table, places) for table in tables]
        sheets.append(text_sheet(report, section.key, places))
    sheets.append(fees_sheet(report))
    if report.form.derived:
        sheets.append(controls_sheet(report, places))
    if problems is not None:
        sheets.append(problems_sheet(problems))
    sheets += list_sheets(report)
    planned = [sheet for sheet in sheets if sheet is not None]
    for sheet in planned:
        sheet.finish()
    return planned
