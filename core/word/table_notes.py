"""What keeps the note of a table with it: both stand on one page as a whole, where the note would fill one alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

from core.form.form_definition import FormDefinition, Table
from core.word import plan
from core.word.remembered import remembered

Paragraphs: TypeAlias = Mapping[str, Sequence[tuple[str, str]]]
"""What stands at the places of the plan, by code: paragraphs, each with its kind."""


@remembered
def note_of(table: Table, form: FormDefinition) -> str:
    """Return the code of the note below a table; "" where it has none."""
    below = dict(pairwise(form.sections[table.section].contents)).get(table.id, "")
    return below if below in form.texts and form.texts[below].is_note else ""


def is_kept(table: Table, paragraphs: Paragraphs, form: FormDefinition) -> bool:
    """Whether the note of a table stands with it as a whole."""
    return any(kind.endswith((plan.WHOLE, plan.PAIR)) for kind, _ in paragraphs.get(note_of(table, form), ()))


def kept(note: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the paragraphs of a note so that it stands with its table as a whole."""
    last = len(note) - 1
    return [(kind + (plan.WHOLE if number < last else plan.PAIR), text) for number, (kind, text) in enumerate(note)]


def keep_name(table: Table) -> str:
    """Return the name of the place in the Word template that says whether the last row stands with the note."""
    return f"keep.{table.id}"


def row_keeping(paragraphs: Paragraphs, form: FormDefinition) -> dict[str, str]:
    """Return what is filled in at these places."""
    return {keep_name(table): str(int(is_kept(table, paragraphs, form))) for table in form.tables.values()}
