"""Compares a report with what a file shows, one difference at a time, and takes over what the clerk chooses."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Literal

from core.base.errors import ErrorText
from core.base.short_texts import normalised
from core.form.form_definition import FormDefinition
from core.report.entry_text import Number, clean_text
from core.report.linked_text import field, literal, pieces, resolve
from core.report.report import Report, parse_cell
from core.report.shown_report import OTHERS, TITLE, Shown, shown_report
from core.report.totals import report_numbers

_GONE = ErrorText("“{place}”在核对之后又改过，没有采用文件中的内容。", "请重新核对该文件，再逐条选择。")
_PRINTED = re.compile(r"[：:]$|(?<=月)\s*日$")
NEXT_PARAGRAPH = "（另起一段）"
"""What stands between two paragraphs in one line."""

BLANK = "（空白）"
"""What stands for nothing where the other side has something."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One number, or one stretch of paragraphs, that differs.

    Attributes:
        kind: ``number``, ``text``, or ``field`` for the title, the document number and so on.
        code: Code of the cell, text or field.
        place: What messages call it.
        ours: The paragraphs in the report, or its one number; empty where it has none.
        theirs: The same in the file.
        start: For texts: which paragraph of the report the first one is, or the one it would stand before.
        is_offered: Whether it may be taken over; not where the headings or labels of the file do not tell for certain
            that it belongs here.
        is_total: Whether it is a number that the program computes.
        sent: Of a copy that came back: what went out, where the report and the copy have each made something else of it
            that do not go together; such a conflict is never offered. None elsewhere.
    """

    kind: Literal["number", "text", "field"]
    code: str
    place: str
    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    start: int = 0
    is_offered: bool = True
    is_total: bool = False
    sent: tuple[str, ...] | None = None

    @property
    def sentence(self) -> str:
        """What differs, in words for the clerk, with both numbers or both texts; of a conflict with all three."""
        if self.sent is not None:
            return self._conflict
        if self.kind == "number":
            ours = f"为{_number(self.ours)}" if self.ours or not self.is_total else "没有算出合计"
            return f"{self.place}：填报{ours}，文件中为{_number(self.theirs)}"
        if not self.ours:
            return f"{self.place}：文件中多出“{_short(self.theirs)}”"
        if not self.theirs:
            return f"{self.place}：文件中缺少“{_short(self.ours)}”"
        ours, theirs = _where_they_differ(self.ours, self.theirs)
        return f"{self.place}：填报为“{ours}”，文件中为“{theirs}”"

    @property
    def _conflict(self) -> str:
        versions = self.sent or (), self.ours, self.theirs
        if self.kind == "number":
            sent, ours, theirs = map(_number, versions)
        else:
            sent, ours, theirs = (f"“{part}”" if part else BLANK for part in _where_they_differ(*versions))
        return f"{self.place}：送出时为{sent}，填报已改为{ours}，文件中为{theirs}"


def differences(report: Report, shown: Shown) -> list[Difference]:
    """Return what differs between the report and the file: title and other fields, then numbers, then texts."""
    ours = shown_report(report)
    found = compare(report.form, ours, shown)
    at = bool(found and found[0].code == TITLE)
    return [*found[:at], *field_differences(report.form, ours, shown), *found[at:]]


def field_differences(form: FormDefinition, ours: Shown, theirs: Shown) -> list[Difference]:
    """Return what differs in document number, addressee, signature and date."""
    found = (_field(form, code, ours.others.get(code, ""), theirs.others.get(code, "")) for code in OTHERS)
    return [difference for difference in found if difference is not None]


def compare(form: FormDefinition, ours: Shown, theirs: Shown) -> list[Difference]:
    """Return what differs between two contents of the same form: title, numbers, texts.

    Nothing is said of what a file says nothing of (``Shown.unread``).
    """
    found: list[Difference] = []
    if title := _field(form, TITLE, ours.title, theirs.title):
        found.append(title)
    for table in form.tables.values():
        for code in table.cells:
            pair = normalised(ours.numbers.get(code, "")), normalised(theirs.numbers.get(code, ""))
            if pair[0] != pair[1] and code not in theirs.unread:
                place = f"{form.sections[table.section].name}：{form.cells[code].name}"
                is_total = form.cells[code].is_derived
                found.append(Difference("number", code, place, _one(pair[0]), _one(pair[1]), is_total=is_total))
    for code in form.texts:
        if code not in theirs.unread:
            found += _text_differences(form, code, ours.texts.get(code, ()), theirs.texts.get(code, ()))
    return [replace(one, is_offered=False) if one.code in theirs.unsure else one for one in found]


def _field(form: FormDefinition, code: str, ours: str, theirs: str) -> Difference | None:
    if normalised(ours) == normalised(theirs):
        return None
    return Difference("field", code, form.meta[code].name, _one(ours), _one(theirs))


def text_place(form: FormDefinition, code: str) -> str:
    """Return what messages call a text: its section and its own name where that says more."""
    text = form.texts[code]
    section = form.sections[text.section].name if text.section else ""
    return f"{section}：{text.name}" if section and text.name != section else section or text.name


def _text_differences(form: FormDefinition, code: str, ours: Sequence[str], theirs: Sequence[str]) -> list[Difference]:
    before, after = [normalised(p) for p in ours], [normalised(p) for p in theirs]
    if before == after:
        return []
    place = text_place(form, code)
    found = []
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "replace" and j - i == m - k:  # paragraph by paragraph
            found += [Difference("text", code, place, (ours[i + n],), (theirs[k + n],), i + n) for n in range(j - i)]
        elif tag != "equal":
            found.append(Difference("text", code, place, tuple(ours[i:j]), tuple(theirs[k:m]), i))
    return found


def _one(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def _number(value: Sequence[str]) -> str:
    return value[0] if value else "空白"


def _short(paragraphs: Sequence[str]) -> str:
    text = NEXT_PARAGRAPH.join(paragraphs)
    return text if len(text) <= 40 else f"{text[:24]}……{text[-12:]}"


def _where_they_differ(*versions: Sequence[str]) -> list[str]:
    """Return texts, long ones from shortly before the first change to shortly after the last one."""
    one, *others = map(NEXT_PARAGRAPH.join, versions)
    start = min(same_start(one, other) for other in others)
    same_end = min(same_start(one[start:][::-1], other[start:][::-1]) for other in others)
    return [_part(text, start, len(text) - same_end) for text in (one, *others)]


def same_start(one: str, other: str) -> int:
    """Return how many characters both begin with."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _part(text: str, start: int, end: int) -> str:
    if len(text) <= 40:
        return text
    first, last = max(start - 12, 0), min(end + 12, len(text))
    part = text[first:last]
    if len(part) > 120:
        part = f"{part[:72]}……{part[-36:]}"
    return f"{'……' if first else ''}{part}{'……' if last < len(text) else ''}"


def change_sentence(difference: Difference) -> str:
    """Return what became of a place between an older content of a report and a newer one, long texts shortened."""
    old, new = difference.ours, difference.theirs
    if difference.kind == "number":
        return f"{difference.place}：原为{_number(old)}，现为{_number(new)}"
    if not old:
        return f"{difference.place}：增加“{_short(new)}”"
    if not new:
        return f"{difference.place}：删去“{_short(old)}”"
    before, now = _where_they_differ(old, new)
    return f"{difference.place}：原为“{before}”，现为“{now}”"


def take_over(report: Report, difference: Difference) -> Report:
    """Return the report with what the file shows; linked numbers that did not change stay linked.

    A total goes to the control totals, where it is compared with the computed one.

    Raises:
        ReportError: The report has changed at this place since it was compared.
    """
    if difference.kind == "field":
        return report.with_texts({difference.code: _without_print("".join(difference.theirs))})
    if difference.kind == "number":
        text = difference.theirs[0] if difference.theirs else ""
        return report.with_cells({difference.code: parse_cell(report.form, difference.code, text)})
    return _take_over_text(report, difference)


def _without_print(text: str) -> str:
    """Return a field without what printing adds to it: the colon of the addressee, the blank for the day."""
    return _PRINTED.sub("", normalised(text))


def _take_over_text(report: Report, difference: Difference) -> Report:
    numbers = report_numbers(report)
    lines = clean_text(report.texts.get(difference.code, "")).split("\n")
    seen = [(i, shown) for i, line in enumerate(lines) if (shown := resolve(line, numbers).strip())]
    start = _place_of(difference, [shown for _, shown in seen])
    old = [lines[i] for i, _ in seen[start : start + len(difference.ours)]]
    new = [
        _relinked(old[n].strip(), theirs, numbers) if n < len(old) else literal(theirs)
        for n, theirs in enumerate(difference.theirs)
    ]
    begin = seen[start][0] if start < len(seen) else len(lines)
    end = seen[start + len(old) - 1][0] + 1 if old else begin
    return report.with_texts({difference.code: clean_text("\n".join([*lines[:begin], *new, *lines[end:]]))})


def _place_of(difference: Difference, shown: list[str]) -> int:
    """Where the paragraphs of the difference stand now: where they stood, or where else they are found."""
    count = len(difference.ours)
    if not count and difference.start <= len(shown):
        return difference.start
    wanted = [normalised(p) for p in difference.ours]
    now = [normalised(p) for p in shown]
    places: list[int] = [difference.start, *range(len(now) - count + 1)]
    for start in places:
        if count and now[start : start + count] == wanted:
            return start
    raise _GONE.error(place=difference.place)


def _relinked(source: str, new: str, numbers: Mapping[str, Number]) -> str:
    """Return the new text with those links of the old one whose number stands unchanged between the same words."""
    spans = []
    old = ""
    for printed, _, code in pieces(source, numbers):
        if code:
            spans.append((len(old), len(old) + len(printed), code))
        old += printed
    result, end = "", 0
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    for first, last, code in spans:
        for a, b, size in blocks:
            begin = b + first - a
            if a <= first and last <= a + size and _stands_alone(new, begin, begin + last - first):
                result += literal(new[end:begin]) + field(code)
                end = begin + last - first
                break
    return result + literal(new[end:])


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the number there is not part of a longer one."""
    around = text[start - 1 : start] + text[end : end + 1]
    return not any(char.isdecimal() or char in ".．" for char in around)
