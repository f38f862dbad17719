"""Keeps unit and date with the last text of a report: its last two lines at least stand on their page.

Word divides a paragraph that stays with the next one, LibreOffice moves all of it and leaves half a page empty. So a
long one stays with nothing: it ends on their page since the headings above it move down by some half lines, as the
standard for official documents (GB/T 9704, 7.3.5.1) has the distance of lines changed there.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import TypeAlias

from core.form.form_definition import FormDefinition
from core.word import plan
from core.word.last_page import Ending, ending
from core.word.style_profile import StyleProfile

Paragraphs: TypeAlias = dict[str, Sequence[tuple[str, str]]]
"""What stands at the places of the plan, by code: paragraphs, each with its kind."""

_SEAL_LINES = 2
_LEAST_SEAL_LINES = 1  # the head of a seal stands within a line of the text (GB/T 9704)
_SHORT = 5  # lines that stand with unit and date as a whole: few enough to leave a page without them
_LINES = 2  # of the last text above unit and date; one less in other fonts, and Word still takes two
_SURE = 0.25  # of a line, that a page may hold more or less in other fonts


def close(paragraphs: Paragraphs, form: FormDefinition, profile: StyleProfile) -> None:
    """Leave room for the seal, and have the last paragraph stand on the page of unit and date."""
    paragraphs["seal"] = [("plain", "")] * _SEAL_LINES
    *_, last = form.sections.values()
    code = next((code for code in reversed(last.contents) if code in form.tables or paragraphs.get(code)), "")
    if code not in form.texts:
        return
    *before, (kind, text) = paragraphs[code]
    kind = kind.removesuffix(plan.PAIR)
    if plan.body_lines(text, profile) <= _SHORT:
        paragraphs[code] = [*before, (kind + plan.WHOLE, text)]
        return
    paragraphs[code] = [*before, (kind, text)]  # as it ends by itself
    keeping = _keeping(paragraphs, code, form, profile)
    paragraphs[code] = [*before, (kind + keeping, text)]


def _keeping(paragraphs: Paragraphs, code: str, form: FormDefinition, profile: StyleProfile) -> str:
    """Return what keeps a long last paragraph with unit and date, after making room where that is needed."""
    found = ending(code, paragraphs, form, profile)
    by_itself = plan.FREE if found.lines else plan.END
    if found.lines > 1:  # its first line may go over too
        *before, (kind, text) = paragraphs[code]
        found = ending(code, {**paragraphs, code: [*before, (kind + plan.FREE, text)]}, form, profile)
    signed = [text for place in ("meta.sign_off", "meta.date") for _, text in paragraphs.get(place, ())]
    needed = sum(text.count("\n") + 1 for text in signed)
    if found.lines != 1 and found.free >= needed + _LEAST_SEAL_LINES:  # they stand below it anyhow
        if found.free < needed + _SEAL_LINES:
            paragraphs["seal"] = [("plain", "")] * _LEAST_SEAL_LINES
        return by_itself
    moved = _moved_down(paragraphs, found)
    if moved and ending(code, {**paragraphs, **moved}, form, profile).lines >= _LINES:
        paragraphs.update(moved)
        return plan.FREE
    return plan.END


def _moved_down(paragraphs: Paragraphs, found: Ending) -> Paragraphs:
    """Return the headings of the page with so much room above that two lines of the last text leave it."""
    more = _LINES - 1 + (0 if found.lines == 1 else found.free + _SURE)
    halves = ceil(2 * more)
    if not found.headings or halves > plan.MOST_HALVES * len(found.headings):
        return {}
    each, rest = divmod(halves, len(found.headings))
    steps = [each + (number < rest) for number in range(len(found.headings))]  # of the last one first
    return {
        code: [(kind + plan.DOWN[step], text) for kind, text in paragraphs[code]]
        for code, step in zip(reversed(found.headings), steps, strict=True)
        if step
    }
