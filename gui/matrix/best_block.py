"""Which of several pasted tables is meant for a table of the form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.form.form_definition import Table
from gui.matrix.form_labels import label_key, labels_of
from gui.matrix.pasted_block import PastedBlock
from gui.matrix.year_words import is_of_year, names_year, period_in

_LEAST_ALIKE = 3
"""Labels from which on two blocks may be the same table of two years."""


def best_block(blocks: Sequence[PastedBlock], table: Table, year: int | None = None) -> PastedBlock:
    """Return the block that looks most like the table: with most of its labels, else the largest.

    Where others are as like it, as those of two years on one page, that of the report's year is taken, else the first,
    and it is said which one.
    """
    labels = labels_of(table)

    def likeness(block: PastedBlock) -> tuple[int, int]:
        found = {label_key(text) for row in block.rows for text in row if text} & labels.keys()
        return len(found), len(block.rows) * block.width

    best = max(blocks, key=likeness)
    alike = [block for block in blocks if likeness(block) == likeness(best)]
    if len({block.rows for block in alike}) < 2 or likeness(best)[0] < _LEAST_ALIKE:
        return best
    kinds = [_period(block) for block in alike]
    mine = [n for n, kind in enumerate(kinds) if kind and is_of_year(kind, year or 0)]
    if len(mine) == 1 and all(kinds) and (year or not names_year(kinds[mine[0]])):
        told = f"复制的内容里有{len(alike)}张这样的表，填的是“{kinds[mine[0]]}”的那张"
        return replace(alike[mine[0]], told=(*best.told, told))
    told = f"复制的内容里有{len(alike)}张这样的表，填的是第1张，请核对是不是本年的"
    return replace(best, told=(*best.told, told))


def _period(block: PastedBlock) -> str:
    """Return the only year that a block names; "" for none, and for several."""
    found = {
        period for row in block.rows for text in row if (period := period_in(text)) and not (text or "").isdecimal()
    }
    return found.pop() if len(found) == 1 else ""
