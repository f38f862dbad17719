"""Whether what was copied is a table of the form, and which one: for a paste into something else than that table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.form.form_definition import FormDefinition, Table
from core.report.entry_text import Entry, is_prose, parse_entry
from gui.matrix.best_block import best_block
from gui.matrix.landings import LOST
from gui.matrix.paste_plan import plan_paste
from gui.matrix.pasted_block import PastedBlock

_LEAST_NUMBERS = 5
"""Numbers with a place from which on it is a table; a label with a number or two may stand in a sentence."""
_MANY_NUMBERS = 20
"""Bare numbers that no text has one after the other."""


def table_told(
    form: FormDefinition, blocks: Sequence[PastedBlock], old: Mapping[str, Entry], year: int | None
) -> Table | None:
    """Return the table whose numbers most of a block are, by its labels or because it is all of that table."""
    best: tuple[int, Table | None] = (_LEAST_NUMBERS - 1, None)
    for table in form.tables.values() if blocks else ():
        block = replace(best_block(blocks, table, year), problem="")  # that of two years is a table as well
        plan = plan_paste(form, table, block, table.cells[0], (), old, year)
        placed = sum(bool(landing.code and landing.text) for landing in plan.landings)
        is_told = not plan.problem and (plan.by_labels or plan.is_whole_table)
        if is_told and len(plan.of_kind(LOST)) < placed and placed > best[0]:
            best = placed, table
    return best[1]


def is_bare_numbers(text: str) -> bool:
    """Whether a text is a column or block of many numbers and nothing else, which no reader knows the places of."""
    words = text.split()
    return len(words) >= _MANY_NUMBERS and not any(is_prose(parse_entry(word)) for word in words)
