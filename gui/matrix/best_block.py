"""Which of several pasted tables is meant for a table of the form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.form.form_definition import Table
from gui.matrix.form_labels import label_key, labels_of
from gui.matrix.form_words import FormWords
from gui.matrix.lines_aside import year_above
from gui.matrix.pasted_block import PastedBlock
from gui.matrix.printed_order import is_number
from gui.matrix.year_told import NO_YEAR, no_table_is_mine
from gui.matrix.year_words import is_of_year, names_year, period_in

_LEAST_ALIKE = 3
"""Labels from which on two blocks may be the same table of two years."""


def best_block(blocks: Sequence[PastedBlock], table: Table, year: int | None = None) -> PastedBlock:
    """Return the block that looks most like the table: with most of its labels, else the largest.

    Where others have most of the same labels, as those of two years on one page, that of the report's year is taken and
    it is said which one; where that is not told, the block has a problem. The year stands in the table or above it.
    """
    words, labels = FormWords(table), labels_of(table).keys()

    def found_in(block: PastedBlock) -> set[str]:
        texts = words.printed_rows({text for row in block.rows for text in row if text})
        return {label_key(text) for text in texts} & labels

    found = [found_in(block) for block in blocks]
    best = max(range(len(blocks)), key=lambda n: (len(found[n]), len(blocks[n].rows) * blocks[n].width))
    block, most = blocks[best], found[best]
    alike = [
        one
        for one, its in zip(blocks, found, strict=True)
        if one is block or (len(its & most) >= max(_LEAST_ALIKE, (len(most) + 1) // 2) and _has_numbers(one))
    ]
    if len({one.rows for one in alike}) > 1:
        return _of_year(block, alike, year)
    kind = _period(block) or year_above(block.above)
    is_other = bool(year) and names_year(kind) and not is_of_year(kind, year or 0)
    if not is_other or _period(block):
        return block
    return replace(block, told=(*block.told, f"表的上面写的是“{kind}”，请核对是不是本年的表"))


def _of_year(best: PastedBlock, alike: Sequence[PastedBlock], year: int | None) -> PastedBlock:
    """Return the table of the report's year; the best one with a problem where it is not told."""
    kinds = [_told_period(block) for block in alike]
    mine = [n for n, kind in enumerate(kinds) if kind and is_of_year(kind, year or 0)]
    several = f"复制的内容里有{len(alike)}张这样的表"
    if year is None and any(map(names_year, kinds)):
        return replace(best, problem=f"{several}，是不同年度的。{NO_YEAR}")
    if len(mine) == 1 and all(kinds):
        block = alike[mine[0]]
        return replace(block, told=(*block.told, f"{several}，填的是“{kinds[mine[0]]}”的那张"))
    why = no_table_is_mine(kinds, year, is_of_others=all(kinds) and not mine)
    return replace(best, problem=f"{several}，{why}")


def _has_numbers(block: PastedBlock) -> bool:
    return any(text and is_number(text) for row in block.rows for text in row)


def _told_period(block: PastedBlock) -> str:
    """Return the year of a table, in it or above it; "" for none, and where both differ."""
    within, above = _period(block), year_above(block.above)
    is_other = names_year(within) and names_year(above) and within != above
    return "" if is_other else within or above


def _period(block: PastedBlock) -> str:
    """Return the only year that a block names; "" for none, and for several."""
    found = {
        period for row in block.rows for text in row if (period := period_in(text)) and not (text or "").isdecimal()
    }
    return found.pop() if len(found) == 1 else ""
