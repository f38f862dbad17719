"""The sheet 问题: what the last check found beyond what Excel computes itself, for a reader without the program.

It is written anew with each save and never read back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.base.day_words import day_in_words
from core.checks.findings import CheckResult
from core.draft.workbook.sheet_plan import SheetPlan, Style, cell_pieces
from core.form.form_definition import LEVEL_NAMES, LEVELS
from core.report.checksum import report_checksum
from core.report.entry_text import clean_text
from core.report.report import Report

PROBLEMS_KEY = "problems"

_LIVE = ("C-01", "C-02", "C-03", "C-04")
"""Rules about single cells, which the sheets of the tables check themselves, as they do the sums."""

_TOP = 4
_COLUMNS = (("序号", 8.0), ("级别", 8.0), ("问题", 90.0), ("说明", 40.0), ("规则", 10.0))
_NONE = "没有发现文字、跨年等方面的问题。"


@dataclass(frozen=True, slots=True)
class Problems:
    """What a check found.

    Attributes:
        day: When the report was checked.
        checksum: Of the report as it was checked.
        rows: Level, sentence, the clerk's explanation ("" for none) and rule of each finding.
    """

    day: date
    checksum: str
    rows: tuple[tuple[str, str, str, str], ...]


def problems_of(report: Report, result: CheckResult, day: date) -> Problems:
    """Return the findings about texts, about last year and about what else no sheet computes, the errors first."""
    shown = [
        finding
        for finding in sorted(result.findings, key=lambda finding: LEVELS.index(finding.level))
        if finding.rule_id not in _LIVE and not _is_sum(report, finding.rule_id)
    ]
    rows = [(LEVEL_NAMES[f.level], f.message, f.explained.reason if f.explained else "", f.rule_id) for f in shown]
    return Problems(day, report_checksum(report), tuple(rows))


def _is_sum(report: Report, rule_id: str) -> bool:
    rule = report.form.rules.get(rule_id)
    return rule is not None and rule.kind == "linear"


def problems_sheet(problems: Problems) -> SheetPlan:
    """Return the sheet; it says on which day, for which 校验码, and that it does not follow what is typed."""
    sheet = SheetPlan(PROBLEMS_KEY, "问题")
    day = day_in_words(problems.day)
    sheet.put(1, 1, f"{day}检查发现的问题（校验码 {problems.checksum}）", Style.TITLE)
    told = "这张表不会自动更新：在表格软件中改动以后，以程序再次检查的结果为准。勾稽关系和未填的格看各张表。"
    sheet.put(2, 1, told, Style.NOTE)
    sheet.put(3, 1, "程序每次保存都重写这张表，请不要在这里填写。", Style.NOTE)
    for column, (label, width) in enumerate(_COLUMNS, 1):
        sheet.put(_TOP, column, label, Style.HEADER)
        sheet.widths[column] = width
    for number, row in enumerate(problems.rows or (("", _NONE, "", ""),), 1):
        sheet.put(_TOP + number, 1, number if problems.rows else None, Style.MARK)
        for column, text in enumerate(row, 2):
            sheet.put(_TOP + number, column, cell_pieces(clean_text(text))[0] or None, Style.LABEL)
    sheet.frozen = (_TOP + 1, 0)
    return sheet
