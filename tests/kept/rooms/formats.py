"""Documents in the fictitious next formats."""

from __future__ import annotations

from pathlib import Path

from core.draft.workbook import draft_bytes
from core.office.signoff import signoff_bytes
from core.report.report import Report, new_report
from core.web.html_report import report_text
from core.word.report import report_bytes
from tests.kept import reports
from tests.kept.kept import beside
from tests.kept.word_dump import word_text
from tests.kept.workbook_dump import workbook_text
from tests.kept.xml_lines import SharedParts


def documents(_folder: Path) -> dict[str, str]:
    """Return Word report, draft and 审签单 in each format, as what differs from those in the one before."""
    shared = SharedParts()
    found: dict[str, str] = {}
    before = [text for _, text in _of(reports.filled(new_report(reports.NEXT_UNIT, "政府部门", 2025), 5), shared)]
    for form_id, year in (("2027", 2027), ("2030", 2031)):
        now = _of(reports.next_format(form_id, year), shared)
        found |= {f"{name}-{form_id}": beside(old, text) for old, (name, text) in zip(before, now, strict=True)}
        before = [text for _, text in now]
    return found


def _of(report: Report, shared: SharedParts) -> list[tuple[str, str]]:
    sheet = signoff_bytes(report, reports.checked(report), today=reports.TODAY)
    return [
        ("word", word_text(report_bytes(report), shared)),
        ("text", report_text(report)),
        ("draft", workbook_text(draft_bytes(report))),
        ("signoff", word_text(sheet, shared)),
    ]
