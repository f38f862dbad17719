"""The sign-off sheet (审签单) as a file, and which content of the report it was printed for.

Sheet, placeholders and key totals stand in ``resources/signoff/fields.toml``. The shipped sheet is laid out by
``core.office.signoff_sheet``; an office's own .docx has the same placeholders filled.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from core.base.errors import ErrorText
from core.checks.findings import CheckResult
from core.office import signoff_layout
from core.office import signoff_sheet as office_signoff_sheet
from core.office.signoff_fields import placeholders
from core.office.signoff_values import signoff_values as signoff_values
from core.report.change import Change, status_change
from core.report.checksum import report_checksum
from core.report.differences import text_place
from core.report.report import Report
from core.report.shown_report import TITLE, one_line, shown_report
from core.word import placeholders as word_placeholders
from core.word.style_profile import StyleProfile, preset

_NO_PLACEHOLDER = ErrorText(
    "“{name}”中没有可以填写的占位，例如{first}。", "请在文件中写上占位再试，可用的有：{names}。"
)


def signoff_bytes(
    report: Report,
    result: CheckResult,
    *,
    today: date,
    stage: str = "",
    template: Path | None = None,
    profile: StyleProfile | None = None,
    left_empty: Iterable[str] = (),
) -> bytes:
    """Return the sign-off sheet as .docx: the shipped one, or the office's own with its placeholders filled.

    Args:
        report: The report.
        result: The checks it was judged by.
        today: The day of printing.
        stage: What the report is called now.
        template: The office's own sheet; the shipped one where it is None.
        profile: Style profile of the shipped sheet; the usual one where it is None.
        left_empty: Names in 【】 of the office's own sheet that are unknown and not to be printed.

    Raises:
        FileError: The office's own file cannot be read, is no Word document, or has no placeholder that is known.
    """
    if template is None:
        style = profile or preset()
        sheet = office_signoff_sheet.signoff_sheet(report, result, today=today, stage=stage, profile=style)
        return signoff_layout.signoff_document(sheet, one_line(report.unit), style)
    values = signoff_values(report, result, today=today, stage=stage)
    data, found = word_placeholders.fill_document(template, dict.fromkeys(left_empty, "") | values)
    if found.isdisjoint(values):
        names = [f"【{placeholder.name}】" for placeholder in placeholders()]
        raise _NO_PLACEHOLDER.of(template, first=names[0], names="、".join(names))
    return data


def unknown_placeholders(template: Path) -> list[str]:
    """Return the names in 【】 of an office's own sheet that the program does not know, in the order of the file.

    Raises:
        FileError: The file cannot be read or is no Word document.
    """
    known = {placeholder.name for placeholder in placeholders()}
    return [name for name in word_placeholders.placeholders_in(template) if name not in known]


def note_printed(report: Report, today: date) -> Change:
    """Note which content the printed sign-off sheet belongs to, place by place."""
    shown = shown_report(report).by_code()
    places = " ".join(f"{code}:{_digest(text)}" for code, text in shown.items())
    return status_change(
        report,
        {"printed_on": today.isoformat()[:10], "printed_checksum": report_checksum(report), "printed_places": places},
    )


def is_outdated(report: Report) -> bool:
    """Whether the report shows something else than when its sign-off sheet was printed."""
    printed = report.status.get("printed_checksum", "")
    return bool(printed) and printed != report_checksum(report)


def changes_since_printed(report: Report) -> list[str]:
    """Return one sentence for each place that shows something else than when the sign-off sheet was printed.

    Totals that follow a number of their table are not told beside it.
    """
    if not is_outdated(report):
        return []
    before = dict(pair.split(":") for pair in report.status.get("printed_places", "").split(" ") if ":" in pair)
    now = shown_report(report).by_code()
    form = report.form
    places = [code for code in (TITLE, *form.cells, *form.texts) if code in before or now.get(code)]
    changed = [code for code in places if before.get(code) != _digest(now.get(code, ""))]
    typed = {form.cells[code].table for code in changed if code in form.cells and not form.cells[code].is_derived}
    sentences = []
    for code in changed:
        if code not in form.cells:
            place = form.meta[TITLE].name if code == TITLE else text_place(form, code)
            sentences.append(f"{place}已修改")
        elif not (form.cells[code].is_derived and form.cells[code].table in typed):
            cell = form.cells[code]
            section = form.sections[form.tables[cell.table].section]
            sentences.append(f"{section.name}：{cell.name}现为{now.get(code) or '空白'}")
    return sentences


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:6]
