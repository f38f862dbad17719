"""The labels of a table as they are looked for in a pasted block."""

from __future__ import annotations

from core.form.form_definition import FormDefinition, GridItem, Table
from gui.matrix.form_words import FormWords
from gui.matrix.pasted_block import PastedBlock
from gui.matrix.printed_order import key_of

LEAST_LABEL = 4
"""Letters from which a label is known among other words: 总计 stands in any text."""


def other_table(form: FormDefinition, table: Table, block: PastedBlock) -> Table | None:
    """Return the table of the form whose labels stand in a block that has none of the table that is pasted into.

    A short one (其他) may be a piece of another (其他结果), broken into lines, and stands alone (总计) in any text.
    """
    cells = {text for row in block.rows for text in row if text}
    keys = {label_key(text) for cell in cells for text in (cell, *cell.split())}
    mine = keys & labels_of(table).keys()
    others = {one.id: one for one in form.tables.values() if one.id != table.id}
    printed = {key: map(label_key, FormWords(one).printed_rows(cells)) for key, one in others.items()}
    theirs = {key: {*keys, *printed[key]} & labels_of(one).keys() for key, one in others.items()}
    most = max(theirs, key=lambda one: len(theirs[one]), default="")
    own, foreign = mine - theirs.get(most, set()), theirs.get(most, set()) - mine
    is_own = len(foreign) <= len(own) or any(len(key) >= LEAST_LABEL for key in own)
    is_told = len(foreign) > 1 or any(len(key) >= LEAST_LABEL for key in foreign)
    return form.tables[most] if is_told and not is_own else None


def labels_of(table: Table) -> dict[str, list[GridItem]]:
    """Return where each label stands in print, by its key."""
    labels: dict[str, list[GridItem]] = {}
    for item in (item for row in table.grid for item in row if item.label):
        labels.setdefault(label_key(item.label), []).append(item)
    return labels


def label_key(text: str | None) -> str:
    """Return what is left of a label without blanks, punctuation and width, for comparing; "" for a number."""
    key = key_of(text)
    return "" if key.isdecimal() else key
