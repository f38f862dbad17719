"""How far a report is: the state of each section and the share that is filled in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.checks.rules import ASKED_AT_THE_END
from core.content.report import numbers_only

if TYPE_CHECKING:
    from core.checks.findings import CheckResult
    from core.content.report import Report

EMPTY, PARTLY, ERRORS, OPEN, DONE = "未填", "填写中", "有错误", "待核实", "已完成"


@dataclass(frozen=True, slots=True)
class SectionProgress:
    """The state of one section.

    Attributes:
        key: Key of the section; "meta" for 基本信息.
        state: 未填, 填写中, 有错误, 待核实 or 已完成.
        filled: Number of required cells and texts that are filled in.
        required: Number of required cells and texts.
    """

    key: str
    state: str
    filled: int
    required: int


def section_progress(report: Report, result: CheckResult) -> list[SectionProgress]:
    """Return the state of 基本信息 and of each section, in the order of the form."""
    form = report.form
    own = [f.code for f in form.meta.values() if f.is_required]
    # Once all is filled in, the findings of F-01 say what is missing, and may be explained
    own += [c for c in ASKED_AT_THE_END if result.blanks or report.meta.get(c, "").strip()]
    parts: list[tuple[str, list[str], list[str]]] = [("meta", own, [f for f in form.meta if f != "meta.form"])]
    for section in form.sections.values():
        required: list[str] = []
        contents: list[str] = []
        for content in section.contents:
            if content in form.tables:
                codes = form.tables[content].cells
                required += [code for code in codes if not form.cells[code].is_derived]
                contents += codes
            else:
                required += [content] if form.texts[content].is_required else []
                contents.append(content)
        parts.append((section.key, required, contents))
    return [_progress(report, result, *part) for part in parts]


def _progress(
    report: Report, result: CheckResult, key: str, required: list[str], contents: list[str]
) -> SectionProgress:
    numbers = numbers_only(report.cells)
    filled_codes = {*numbers, *(c for c, t in (*report.texts.items(), *report.meta.items()) if t.strip())}
    filled = sum(code in filled_codes for code in required)
    inside = set(contents)
    levels = {
        "open" if finding.is_open else finding.level
        for finding in result.findings
        if inside.intersection(finding.cells) or any(place.text in inside for place in finding.places)
    }
    if "error" in levels:
        state = ERRORS
    elif filled < len(required):
        state = PARTLY if inside & filled_codes else EMPTY
    else:
        state = OPEN if "open" in levels else DONE
    return SectionProgress(key, state, filled, len(required))
