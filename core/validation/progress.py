"""How far a report is: the state of each section and the share that is filled in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from core.checks.findings import CheckResult, Finding
from core.checks.rules import ASKED_AT_THE_END
from core.form.form_definition import FormDefinition
from core.report.linked_text import linked_codes
from core.report.report import Report
from core.texts.reading.fees_told import tells_fees

EMPTY, PARTLY, ERRORS, OPEN, DONE = "未填", "填写中", "有错误", "待核实", "已完成"

_LEAD = "lead"
_BOXES = "信息处理费"
"""What the boxes outside the tables are about."""
UNCOMPARED = "第六部分的数没有核对"


@dataclass(frozen=True, slots=True)
class SectionProgress:
    """The state of one section.

    Attributes:
        key: Key of the section; "meta" for 基本信息.
        state: 未填, 填写中, 有错误, 待核实 or 已完成.
        filled: Number of required cells and texts that are filled in; what one text tells for all the section, or a
            reason explains away, counts as filled in.
        required: Number of required cells and texts: the same for every report of a form.
        lacking: Codes of what is to be filled in yet, in the order of the form; without what a finding asks for.
    """

    key: str
    state: str
    filled: int
    required: int
    lacking: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """What is missing in a report, whatever is found in it.

    Attributes:
        parts: For each part of the form what is missing in it.
        unsaid: The empty boxes outside the tables that are no blanks. As long as their section is not written, or tells
            numbers in words, they are to be filled in; else the text prints the number or says there was none.
        waived: What F-01 asks for once all is filled in, and a reason may explain.
    """

    parts: tuple[tuple[_Part, frozenset[str]], ...]
    unsaid: frozenset[str]
    waived: frozenset[str]


def section_progress(report: Report, result: CheckResult) -> list[SectionProgress]:
    """Return the state of 基本信息 and of each section, in the order of the form.

    Args:
        report: The report.
        result: What its checks found; which cells are blank or refused is taken from there.
    """
    return progress_with(missing_in(report, result), result.findings)


def missing_in(report: Report, result: CheckResult) -> Missing:
    """Return what is missing; of the result this depends on what is blank or refused, not on the findings."""
    form = report.form
    told = {code for code, text in report.texts.items() if text.strip()}
    told |= {
        code for code, field in form.meta.items() if (said := report.meta.get(code, "").strip()) and field.knows(said)
    }
    missing = {*result.blanks, *result.refused} | ({*form.texts, *form.meta} - told)
    unsaid = {*form.outside_tables} - {*result.blanks, *result.refused, *report.cells}
    waived = set() if result.blanks else {*ASKED_AT_THE_END} & missing
    parts = [
        (
            part,
            frozenset((missing - part.told_by_one_text(missing, result.blanks)) | _told_in_words(report, part, unsaid)),
        )
        for part in _parts(form)
    ]
    return Missing(tuple(parts), frozenset(unsaid), frozenset(waived))


def progress_with(missing: Missing, findings: Iterable[Finding]) -> list[SectionProgress]:
    """Return the state of each part by what is missing in it and what is found."""
    levels: dict[str, set[str]] = {}
    for finding in findings:
        level = "open" if finding.is_open else finding.level
        levels.setdefault(level, set()).update(finding.cells, [place.text for place in finding.places])
    wrong, waiting = levels.get("error", set()), levels.get("open", set())
    return [_progress(part, lacks, wrong, waiting, missing) for part, lacks in missing.parts]


def _told_in_words(report: Report, part: _Part, unsaid: set[str]) -> set[str]:
    """Return the empty boxes outside the tables of which the texts of their section tell numbers."""
    if unsaid.isdisjoint(part.required):
        return set()
    texts = [(code, report.texts[code]) for code in part.contents & report.texts.keys()]
    is_told = any(tells_fees(code, text, report.year, report.form_id) for code, text in texts)
    return unsaid & part.required if is_told else set()


def to_fill(parts: Sequence[SectionProgress], result: CheckResult) -> tuple[str, ...]:
    """Return the codes of all that is to be filled in yet: the blanks of the checks, and what else a section asks."""
    lacking = [code for part in parts for code in part.lacking]
    if result.refused:
        lacking = [code for code in lacking if code not in result.refused]
    return tuple(dict.fromkeys([*result.blanks, *lacking]))


def boxes_left(report: Report) -> tuple[str, ...]:
    """Return the empty boxes outside the tables of which a text of their section tells numbers: nobody compares them.

    One that a text prints is left out: it is a blank of the checks.
    """
    form = report.form
    printed = {code for text in report.texts.values() for code in linked_codes(text)}
    unsaid = {*form.outside_tables} - {*report.cells} - printed
    told = {code for part in _parts(form) for code in _told_in_words(report, part, unsaid)} if unsaid else set()
    return tuple(code for code in form.outside_tables if code in told)


def boxes_in_words(report: Report) -> str:
    """Return how many of these there are, such as 信息处理费3格; "" for none."""
    count = len(boxes_left(report))
    return f"{_BOXES}{count}格" if count else ""


def unfilled_in_words(report: Report, result: CheckResult) -> str:
    """Return all that is blank, and that the numbers which a text tells instead were not compared; "" for nothing."""
    boxes = boxes_in_words(report)
    return "、".join(filter(None, (result.unfilled, f"{boxes}（{UNCOMPARED}）" if boxes else "")))


def may_fill(report: Report) -> tuple[str, ...]:
    """Return the lead where it is empty: no format demands it, but hardly any report goes without it."""
    is_empty = _LEAD in report.form.texts and not report.texts.get(_LEAD, "").strip()
    return (_LEAD,) * is_empty


def _progress(
    part: _Part, lacks: frozenset[str], wrong: set[str], waiting: set[str], missing: Missing
) -> SectionProgress:
    waived = missing.waived
    lacking = (part.required & lacks) - (waived - waiting)
    if lacking & part.entered:
        lacking |= part.required & missing.unsaid
    if not wrong.isdisjoint(part.contents):
        state = ERRORS
    elif not waiting.isdisjoint(part.contents):
        state = OPEN
    elif lacking - waived:
        state = EMPTY if part.entered <= lacks else PARTLY
    else:
        state = DONE
    blank = tuple([code for code in part.order if code in lacking and code not in waived]) if lacking else ()
    return SectionProgress(part.key, state, len(part.required) - len(lacking), len(part.required), blank)


@dataclass(frozen=True, slots=True)
class _Part:
    """What belongs to a part of the form, as codes.

    Attributes:
        key: Key of the section; "meta" for 基本信息.
        contents: All that stands on its page.
        entered: What of it is entered.
        required: What is asked for.
        order: The same in the order of the form.
        aspects: The texts that are asked for.
        whole: The text that may take the place of all aspects.
    """

    key: str
    contents: frozenset[str]
    entered: frozenset[str]
    required: frozenset[str]
    order: tuple[str, ...]
    aspects: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()

    def told_by_one_text(self, missing: set[str], blanks: Sequence[str]) -> frozenset[str]:
        """Return the aspects where a single text tells them all; none where one of them is written by itself."""
        is_told = bool(self.whole - missing) and self.aspects <= missing and self.aspects.isdisjoint(blanks)
        return self.aspects if is_told else frozenset()


@cache
def _parts(form: FormDefinition) -> tuple[_Part, ...]:
    meta = frozenset(form.meta) - {"meta.form"}
    asked_of_meta = tuple(f.code for f in form.meta.values() if f.is_required or f.code in ASKED_AT_THE_END)
    parts = [_Part("meta", meta, meta, frozenset(asked_of_meta), asked_of_meta)]
    for section in form.sections.values():
        codes: list[str] = []
        for content in section.contents:
            codes += form.tables[content].cells if content in form.tables else [content]
        entered = [code for code in codes if code in form.texts or not form.cells[code].is_derived]
        asked = [code for code in entered if code not in form.texts or form.texts[code].is_required]
        aspects = frozenset(code for code in asked if code in form.texts)
        whole = (
            frozenset(code for code in entered if code in form.texts) - aspects if section.is_demanded else frozenset()
        )
        page = form.pages[section.key]
        required = (*(code for code in form.outside_tables if code in page), *asked)
        parts.append(_Part(section.key, page, frozenset(entered), frozenset(required), required, aspects, whole))
    return tuple(parts)
