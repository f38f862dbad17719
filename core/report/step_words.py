"""What a step back or forth changed, in words, and where: 本年新收·自然人 9→空白."""

from __future__ import annotations

from typing import NamedTuple

from core.base.short_texts import some_of
from core.form.form_definition import FormDefinition
from core.report.change import Change
from core.report.differences import text_place
from core.report.entry_text import entry_as_text

_LONGEST = 12
_NOTHING = "空白"
_OPEN = "未处理"


class StepPlace(NamedTuple):
    """Where a step changed something.

    Attributes:
        code: Code of the cell, text or field.
        end: For a text: where what is new ends in the source text.
    """

    code: str
    end: int


def step_place(form: FormDefinition, change: Change) -> StepPlace | None:
    """Return the first place that a change touches, in the order of the form; None where it is none of the report."""
    for code in (*form.meta, *form.texts, *form.cells):
        if code in change.texts:
            old, new = change.texts[code]
            return StepPlace(code, _end_of_new(old or "", new or ""))
        if code in change.meta or code in change.cells or code in change.controls:
            return StepPlace(code, 0)
    return None


def step_words(form: FormDefinition, change: Change) -> str:
    """Return what a change changed: one place with its old and new content, several by their number."""
    said = [
        f"{field.name} {_short(old)}→{_short(new)}"
        for code, field in form.meta.items()
        for old, new in [change.meta.get(code, ("", ""))]
        if old != new
    ]
    said += [f"“{text_place(form, code)}”的文字" for code in form.texts if code in change.texts]
    for entries, more in ((change.cells, ""), (change.controls, "（纸上的合计）")):
        said += [
            f"{form.cells[code].name}{more} {_short(entry_as_text(old))}→{_short(entry_as_text(new))}"
            for code, (old, new) in entries.items()
        ]
    if change.explanations:
        said.append(f"{len(change.explanations)}处说明")
    said += [
        f"意见“{_short(text)}”{old or _OPEN}→{new or _OPEN}"
        for (_, _, text), ((old, _), (new, _)) in change.answers.items()
    ]
    return some_of(said, 1, "处")


def _short(content: str | None) -> str:
    if not content:
        return _NOTHING
    return content if len(content) <= _LONGEST else f"{content[:_LONGEST]}…"


def _end_of_new(old: str, new: str) -> int:
    """Return the end of the stretch in which a new text differs from the old one."""
    shorter = min(len(old), len(new))
    same_end = next((i for i in range(shorter) if old[-1 - i] != new[-1 - i]), shorter)
    same_start = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    return max(len(new) - same_end, same_start)
