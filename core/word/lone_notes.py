"""Has no page hold nothing but lines of a note: table and note go there together, as print and Word set them.

A note may go over to the next page where something follows it there. Below table 二 nothing does as a rule: table 三
fills the next page.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.form.form_definition import FormDefinition
from core.word.last_page import pages
from core.word.style_profile import StyleProfile
from core.word.table_notes import kept, note_of


def keep_notes(paragraphs: dict[str, Sequence[tuple[str, str]]], form: FormDefinition, profile: StyleProfile) -> None:
    """Keep notes with their tables that would fill a page alone, wherever a page holds both."""
    notes = [note for table in form.tables.values() if paragraphs.get(note := note_of(table, form))]
    if not notes:
        return
    found = pages(paragraphs, form, profile)
    for note in notes:
        if [note] in _alone(found):
            tried = {**paragraphs, note: kept(paragraphs[note])}
            then = pages(tried, form, profile)
            if len(then) <= len(found) and _shares(note, then):
                paragraphs[note], found = tried[note], then


def _alone(found: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return what stands on each page, each code once."""
    return [list(dict.fromkeys(page)) for page in found]


def _shares(note: str, found: Sequence[Sequence[str]]) -> bool:
    """Whether all lines of a note stand on one page, behind a table."""
    own = [page for page in found if note in page]
    return len(own) == 1 and own[0].index(note) > 0
