"""How far a report is: the state of each section and the share that is filled in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from core.checks.findings import CheckResult
from core.checks.rules import ASKED_AT_THE_END
from core.form.form_definition import FormDefinition
from core.report.report import Report

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
    """Return the state of 基本信息 and of each section, in the order of the form.

    Args:
        report: The report.
        result: What its checks found; which cells are blank or refused is taken from there.
    """
    form = report.form
    told = {code for code, text in (*report.texts.items(), *report.meta.items()) if text.strip()}
    missing = {*result.blanks, *result.refused, *form.texts, *form.meta} - told
    levels: dict[str, set[str]] = {}
    for finding in result.findings:
        level = "open" if finding.is_open else finding.level
        for code in (*finding.cells, *(place.text for place in finding.places)):
            levels.setdefault(code, set()).add(level)
    # Once all is filled in, the findings of F-01 say what is missing, and may be explained
    asked = {c for c in ASKED_AT_THE_END if result.blanks or report.meta.get(c, "").strip()}
    asked |= {code for code in form.outside_tables if code in missing}  # since a text prints them
    return [_progress(part, missing, levels, asked & part.contents) for part in _parts(form)]


def _progress(part: _Part, missing: set[str], levels: dict[str, set[str]], asked: set[str]) -> SectionProgress:
    required = part.required | asked if asked else part.required
    count = len(required) - len(required & missing)
    found = {level for code in levels.keys() & part.contents for level in levels[code]}
    if "error" in found:
        state = ERRORS
    elif count < len(required):
        state = EMPTY if part.entered <= missing else PARTLY
    else:
        state = OPEN if "open" in found else DONE
    return SectionProgress(part.key, state, count, len(required))


@dataclass(frozen=True, slots=True)
class _Part:
    """What belongs to a part of the form (contents), what of it is entered, and what is asked for, as codes."""

    key: str
    contents: frozenset[str]
    entered: frozenset[str]
    required: frozenset[str]


@cache
def _parts(form: FormDefinition) -> tuple[_Part, ...]:
    meta = frozenset(form.meta) - {"meta.form"}
    parts = [_Part("meta", meta, meta, frozenset(f.code for f in form.meta.values() if f.is_required))]
    for section in form.sections.values():
        codes: list[str] = []
        for content in section.contents:
            codes += form.tables[content].cells if content in form.tables else [content]
        entered = [code for code in codes if code in form.texts or not form.cells[code].is_derived]
        asked = [code for code in entered if code not in form.texts or form.texts[code].is_required]
        parts.append(_Part(section.key, form.pages[section.key], frozenset(entered), frozenset(asked)))
    return tuple(parts)
