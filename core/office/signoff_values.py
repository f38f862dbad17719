"""What stands on a sign-off sheet (审签单): verdict, key totals, 疑点 explained and open, checksum, who signs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from core.base.day_words import iso_in_words, moment_in_words
from core.checks.findings import CheckResult, Finding
from core.office.remark_list import remarks_in_words
from core.office.signers import signers
from core.office.signoff_fields import placeholders, signoff_fields
from core.report.checksum import report_checksum
from core.report.entry_text import Refused, format_number
from core.report.report import Report
from core.report.shown_report import one_line, shown_report
from core.report.totals import NOT_COMPUTED, report_numbers, spoiled_totals
from core.validation.progress import unfilled_in_words

_OLD_SHEET = "F-04"
"""The rule on what was changed after the sheet was printed."""
_DEPARTMENT_WIDTH = 8  # characters, so that the signatures stand below each other


def signoff_values(report: Report, result: CheckResult, *, today: date, stage: str = "") -> dict[str, str]:
    """Return the text for every placeholder, by its name.

    Args:
        report: The report.
        result: Its checks.
        today: The day of printing; with the time of day where it is a ``datetime``.
        stage: 草稿, 送审稿第2稿 or 定稿.
    """
    meta = {code: one_line(text) for code, text in report.meta.items()}
    result = for_a_new_sheet(result)
    values = {
        "title": shown_report(report).title,
        "year": f"{report.year}年" if report.year else "",
        "unit": one_line(report.unit),
        "author": meta.get("meta.author", ""),
        "phone": meta.get("meta.phone", ""),
        "website": meta.get("meta.website", ""),
        "stage": stage,
        "verdict": "；".join(filter(None, (_verdict(report, result), remarks_in_words(report)))),
        "totals": _totals(report),
        "warnings": "\n".join(warning_lines(result)) or "无",
        "origins": "\n".join(signing_lines(report)),
        "checksum": report_checksum(report),
        "printed": moment_in_words(today),
    }
    return {p.name: values[p.value] for p in placeholders()}


def for_a_new_sheet(result: CheckResult) -> CheckResult:
    """Return the checks without what they say of the sheet printed before, which the new one takes the place of."""
    return replace(result, findings=tuple(finding for finding in result.findings if finding.rule_id != _OLD_SHEET))


def signing_lines(report: Report) -> list[str]:
    """Return the 会签 lines: one for each department and person who gave numbers, else the usual departments."""
    signing = signoff_fields()["signing"]
    if not report.origins:
        return [_signing_line(department) for department in signing["departments"]]
    lines = []
    for signer in signers(report):
        if signer.person or (signer.department and signer.date):  # nobody at all: room for the name as well
            day = iso_in_words(signer.date)
            line = signing["known"].format(department=signer.department, person=signer.person, date=day)
            lines.append(line.replace("（　", "（").replace("　）", "）"))
        else:
            lines.append(_signing_line(signer.department))
    return lines


def _signing_line(department: str) -> str:
    line: str = signoff_fields()["signing"]["line"]
    return line.format(department=department.ljust(_DEPARTMENT_WIDTH, "　"))


def listed_warnings(result: CheckResult) -> list[Finding]:
    """Return every 疑点 for the sheet, of numbers and of texts: those that were explained, then those that are open."""
    listed = (finding for finding in result.findings if finding.level == "warning")
    return sorted(listed, key=lambda finding: finding.is_open)


def warning_lines(result: CheckResult) -> list[str]:
    """Return one line for each 疑点, with its reason where it was explained."""
    lines = []
    for number, finding in enumerate(listed_warnings(result), 1):
        reason = f"说明：{one_line(finding.explained.reason)}" if finding.explained else "待核实"
        lines.append(f"{number}.{one_line(finding.message)}——{reason}")
    return lines


def _verdict(report: Report, result: CheckResult) -> str:
    explained = sum(not finding.is_open for finding in listed_warnings(result))
    return (
        f"{result.verdict}：错误{len(result.blocking)}个，未填{unfilled_in_words(report, result) or '0格'}，"
        f"待核实的疑点{len(result.open_warnings)}个，已说明的疑点{explained}个"
    )


def _totals(report: Report) -> str:
    numbers = report_numbers(report)
    form, spoiled = report.form, spoiled_totals(report)
    pieces = []
    for total in signoff_fields()["totals"]:
        if total["code"] in form.cells:
            number, entry = numbers.get(total["code"]), report.cells.get(total["code"])
            if total["code"] in spoiled:
                shown = NOT_COMPUTED
            elif number is not None:
                shown = format_number(number) + form.cells[total["code"]].unit
            else:  # what was refused stands as it was typed, as in the table and on all other papers
                shown = one_line(entry.text) if isinstance(entry, Refused) else "未填"
            pieces.append(f"{total['name']} {shown}")
    return "；".join(pieces)
