"""The sign-off sheet (审签单): one A4 page with verdict, key totals, 疑点 explained and open, checksum and signatures.

Sheet, placeholders and key totals stand in ``resources/signoff/fields.toml``. The shipped sheet is a .docx with
placeholders like any office's own, and is filled in the same way.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from core.base.errors import ErrorText
from core.base.resources import resource_path
from core.office.annex import FINDINGS_LIST
from core.office.signoff_fields import placeholders, signoff_fields
from core.report.change import status_change
from core.report.checksum import report_checksum
from core.report.differences import text_place
from core.report.entry_text import format_number
from core.report.shown_report import TITLE, one_line, shown_report
from core.report.totals import report_numbers
from core.word.style_profile import preset
from core.word.title_lines import title_lines

if TYPE_CHECKING:
    from datetime import date

    from core.checks.findings import CheckResult, Finding
    from core.form.form_definition import FormDefinition
    from core.report.change import Change
    from core.report.report import Report
    from core.word.style_profile import StyleProfile

_NO_PLACEHOLDER = ErrorText(
    "“{name}”中没有可以填写的占位，例如{first}。", "请在文件中写上占位再试，可用的有：{names}。"
)
_MOST_WARNINGS = 560  # characters on the sheet; the annex with all findings has the rest
_LONGEST_WARNING = 150  # characters
_MOST_DEPARTMENTS = 6
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
    values = {
        "title": shown_report(report).title,
        "year": f"{report.year}年" if report.year else "",
        "unit": one_line(report.unit),
        "author": meta.get("meta.author", ""),
        "phone": meta.get("meta.phone", ""),
        "website": meta.get("meta.website", ""),
        "stage": stage,
        "verdict": _verdict(report.form, result),
        "totals": _totals(report),
        "warnings": _warnings(report.form, result),
        "origins": "\n".join(signing_lines(report)),
        "checksum": report_checksum(report),
        "printed": today.strftime("%Y-%m-%d %H:%M" if isinstance(today, datetime) else "%Y-%m-%d"),
    }
    return {p.name: values[p.value] for p in placeholders()}


def sheet_values(report: Report, result: CheckResult, *, today: date, stage: str = "") -> dict[str, str]:
    """Return the texts as the shipped sheet has them: a long title in lines of about the same length."""
    values = signoff_values(report, result, today=today, stage=stage)
    name = next(p.name for p in placeholders() if p.value == "title")
    values[name] = "\n".join(title_lines(values[name], signoff_fields()["sheet"]["title_characters"]))
    return values


def signoff_bytes(
    report: Report,
    result: CheckResult,
    *,
    today: date,
    stage: str = "",
    template: Path | None = None,
    profile: StyleProfile | None = None,
) -> bytes:
    """Return the sign-off sheet as .docx: the shipped one, or the office's own with its placeholders filled.

    Args:
        report: The report.
        result: The checks it was judged by.
        today: The day of printing.
        stage: What the report is called now.
        template: The office's own sheet; the shipped one where it is None.
        profile: Style profile of the shipped sheet; the usual one where it is None.

    Raises:
        FileError: The office's own file cannot be read, is no Word document, or has no placeholder that is known.
    """
    from core.word.placeholders import fill_document  # deferred: lxml is not needed before

    own = template or resource_path("signoff", "signoff.docx")
    values = (signoff_values if template else sheet_values)(report, result, today=today, stage=stage)
    if template is None and profile is not None and profile != preset():
        from core.office.signoff_layout import (
            build_signoff,  # deferred: python-docx is not needed for the usual profile
        )

        with TemporaryDirectory() as folder:
            own = Path(folder) / "signoff.docx"
            own.write_bytes(build_signoff(profile))
            data, found = fill_document(own, values)
    else:
        data, found = fill_document(own, values)
    if not found:
        names = [f"【{placeholder.name}】" for placeholder in placeholders()]
        raise _NO_PLACEHOLDER.of(own, first=names[0], names="、".join(names))
    return data


def note_printed(report: Report, today: date) -> Change:
    """Note which content the printed sign-off sheet belongs to, place by place."""
    shown = shown_report(report).by_code()
    places = " ".join(f"{code}:{_digest(text)}" for code, text in shown.items())
    return status_change(
        report,
        {
            "printed_on": today.isoformat()[:10],
            "printed_checksum": report_checksum(report),
            "printed_places": places,
        },
    )


def is_outdated(report: Report) -> bool:
    """Whether the report shows something else than when its sign-off sheet was printed."""
    printed = report.status.get("printed_checksum", "")
    return bool(printed) and printed != report_checksum(report)


def changes_since_printed(report: Report) -> list[str]:
    """Return one sentence for each place that shows something else than when the sign-off sheet was printed."""
    if not is_outdated(report):
        return []
    before = dict(pair.split(":") for pair in report.status.get("printed_places", "").split(" ") if ":" in pair)
    now = shown_report(report).by_code()
    form = report.form
    sentences = []
    for code in (TITLE, *form.cells, *form.texts):
        text = now.get(code, "")
        if code in before or text:
            if before.get(code) == _digest(text):
                continue
            if code in form.cells:
                cell = form.cells[code]
                sentences.append(
                    f"{form.sections[form.tables[cell.table].section].name}：{cell.name}现为{text or '空白'}"
                )
            else:
                place = form.meta[TITLE].name if code == TITLE else text_place(form, code)
                sentences.append(f"{place}已修改")
    return sentences


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:6]


def signing_lines(report: Report) -> list[str]:
    """Return the 会签 lines: one for each origin of numbers, else one for each usual department."""
    signing = signoff_fields()["signing"]
    if not report.origins:
        return [_signing_line(department) for department in signing["departments"]]
    lines: dict[str, None] = {}
    for origin in report.origins.values():
        person, day = one_line(origin.person), one_line(origin.date)
        department = one_line(origin.department)
        if person or day:
            line = signing["known"].format(department=department, person=person, date=day).replace("（　", "（")
            line = line.replace("　）", "）")
        else:
            line = _signing_line(department)
        lines[line] = None
    if len(lines) > _MOST_DEPARTMENTS:
        return [*list(lines)[:_MOST_DEPARTMENTS], f"另有{len(lines) - _MOST_DEPARTMENTS}处来源，另附会签表。"]
    return list(lines)


def _signing_line(department: str) -> str:
    line: str = signoff_fields()["signing"]["line"]
    return line.format(department=department.ljust(_DEPARTMENT_WIDTH, "　"))


def listed_warnings(form: FormDefinition, result: CheckResult) -> list[Finding]:
    """Return the 疑点 for the sheet: those about numbers that were explained, then all that are open."""
    listed = [
        finding
        for finding in result.findings
        if finding.level == "warning" and (finding.is_open or any(code in form.cells for code in finding.cells))
    ]
    return sorted(listed, key=lambda finding: finding.is_open)


def _verdict(form: FormDefinition, result: CheckResult) -> str:
    explained = sum(not finding.is_open for finding in listed_warnings(form, result))
    return (
        f"{result.verdict}：错误{len(result.blocking)}个，未填{result.unfilled or '0格'}，"
        f"待核实的疑点{len(result.open_warnings)}个，已说明的数字疑点{explained}个"
    )


def _totals(report: Report) -> str:
    numbers = report_numbers(report)
    form = report.form
    pieces = []
    for total in signoff_fields()["totals"]:
        if total["code"] in form.cells:
            number = numbers.get(total["code"])
            shown = "未填" if number is None else format_number(number) + form.cells[total["code"]].unit
            pieces.append(f"{total['name']} {shown}")
    return "；".join(pieces)


def _warnings(form: FormDefinition, result: CheckResult) -> str:
    listed = listed_warnings(form, result)
    if not listed:
        return "无"
    lines: list[str] = []
    room = _MOST_WARNINGS
    for i, finding in enumerate(listed, 1):
        reason = "待核实" if finding.explained is None else f"说明：{one_line(finding.explained.reason)}"
        message = _shortened(one_line(finding.message), _LONGEST_WARNING - min(len(reason), _LONGEST_WARNING // 2))
        line = f"{i}.{message}——{_shortened(reason, _LONGEST_WARNING // 2)}"
        room -= len(line)
        if room < 0:
            lines.append(f"另有{len(listed) - i + 1}个，见{FINDINGS_LIST}。")
            break
        lines.append(line)
    return "\n".join(lines)


def _shortened(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
