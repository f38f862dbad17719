"""Compares a report with what a file shows, one difference at a time, and takes over what the clerk chooses."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal

from core.shown_report import TITLE, normalised, shown_report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.form_definition import FormDefinition
    from core.report import Report
    from core.shown_report import Shown


@dataclass(frozen=True, slots=True)
class Difference:
    """One number, or one stretch of paragraphs, that differs.

    Attributes:
        kind: ``number``, ``text`` or ``title``.
        code: Code of the cell or text; ``meta.title`` for the title.
        place: What messages call it.
        ours: The paragraphs in the report, or its one number; empty where it has none.
        theirs: The same in the file.
        start: For texts: which paragraph of the report the first one is, or the one it would stand before.
    """

    kind: Literal["number", "text", "title"]
    code: str
    place: str
    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    start: int = 0

    @property
    def sentence(self) -> str:
        """What differs, in words for the clerk, with both numbers or both texts."""
        if self.kind == "number":
            return f"{self.place}：填报为{_number(self.ours)}，文件中为{_number(self.theirs)}"
        if not self.ours:
            return f"{self.place}：文件中多出“{_short(self.theirs)}”"
        if not self.theirs:
            return f"{self.place}：文件中缺少“{_short(self.ours)}”"
        return f"{self.place}：填报为“{_short(self.ours)}”，文件中为“{_short(self.theirs)}”"


def differences(report: Report, shown: Shown) -> list[Difference]:
    """Return what differs between the report and the file, title first, then numbers, then texts."""
    return compare(report.form, shown_report(report), shown)


def compare(form: FormDefinition, ours: Shown, theirs: Shown) -> list[Difference]:
    """Return what differs between two contents of the same form."""
    found: list[Difference] = []
    if normalised(ours.title) != normalised(theirs.title):
        found.append(Difference("title", TITLE, form.meta[TITLE].name, _one(ours.title), _one(theirs.title)))
    for table in form.tables.values():
        for code in table.cells:
            pair = normalised(ours.numbers.get(code, "")), normalised(theirs.numbers.get(code, ""))
            if pair[0] != pair[1]:
                place = f"{form.sections[table.section].name}：{form.cells[code].name}"
                found.append(Difference("number", code, place, _one(pair[0]), _one(pair[1])))
    for code in form.texts:
        found += _text_differences(form, code, ours.texts.get(code, ()), theirs.texts.get(code, ()))
    return found


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
    text = "".join(paragraphs)
    return text if len(text) <= 40 else f"{text[:24]}……{text[-12:]}"
