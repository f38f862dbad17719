"""Tables of several years beside each other, each with its own names of rows: that of the report's year is taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gui.matrix.form_words import FormWords
from gui.matrix.landings import Landing
from gui.matrix.pasted_block import PastedBlock
from gui.matrix.printed_order import is_number
from gui.matrix.year_told import NO_YEAR, no_table_is_mine, told_of
from gui.matrix.year_words import is_of_year, names_year, period_in, without_bare_year

_LEAST = 2
"""Lines that have the same name twice from which on these are two tables."""


@dataclass(frozen=True, slots=True)
class TableBeside:
    """One of several tables.

    Attributes:
        block: The table.
        first: Its first column in the whole block.
        problem: Why none can be taken; "" where one can.
    """

    block: PastedBlock
    first: int = 0
    problem: str = ""

    def placed(self, landing: Landing) -> Landing:
        """Return a landing with its column in the whole block."""
        return replace(landing, column=landing.column + self.first)


def table_of_year(words: FormWords, block: PastedBlock, year: int | None, *, is_other_way: bool) -> TableBeside:
    """Return the table of the report's year; the whole block where there is but one."""
    keys = [[words.row(text) for text in row] for row in block.rows]
    starts = _starts(block, keys)
    if len(starts) < _LEAST:
        return TableBeside(block)
    spans = [*pairwise([0, *starts[1:], block.width])]
    kinds = [_period(words, block, keys, span) for span in spans]
    told = [*dict.fromkeys(filter(None, kinds))]
    where, line = ("上下排列", "列") if is_other_way else ("左右并排", "行")
    if year is None and any(map(names_year, told)):
        return TableBeside(block, problem=f"{where}的表是不同年度的。{NO_YEAR}")
    mine = [n for n, kind in enumerate(kinds) if kind and is_of_year(kind, year or 0)]
    if len(mine) != 1 or not all(kinds):
        why = no_table_is_mine(told, year, is_of_others=all(kinds) and not mine)
        return TableBeside(block, problem=f"{where}的{len(spans)}张表{why}")
    first, last = spans[mine[0]]
    count = sum(any(row) for row in keys)
    gone = Counter({kind: count for n, kind in enumerate(kinds) if n != mine[0]})
    sentence = told_of(kinds[mine[0]], gone, line)
    rows = tuple(without_bare_year(row[first:last]) for row in block.rows)
    return TableBeside(replace(block, rows=rows, told=(*block.told, sentence)), first)


def _starts(block: PastedBlock, keys: Sequence[Sequence[str]]) -> list[int]:
    """Return the columns where the names of the tables stand: most lines have the same name again, behind numbers."""
    found: Counter[tuple[int, ...]] = Counter()
    for row, names in zip(block.rows, keys, strict=True):
        name = next(filter(None, names), "")
        places = [j for j, key in enumerate(names) if key and key == name]
        spans = pairwise([*places, len(row)])
        if name and all(any(text and is_number(text) for text in row[a + 1 : b]) for a, b in spans):
            found[tuple(places)] += 1
    several = {places: count for places, count in found.items() if len(places) > 1}
    most = max(several, key=lambda places: several[places], default=())
    is_told = bool(most) and several[most] >= _LEAST and sum(several.values()) * 2 > sum(found.values())
    return list(most) if is_told and all({*places} <= {*most} or len(places) == 1 for places in several) else []


def _period(words: FormWords, block: PastedBlock, keys: Sequence[Sequence[str]], span: tuple[int, int]) -> str:
    """Return the only year that stands above a table or in its first head; "" for none, and for several."""
    lines = [i for i, names in enumerate(keys) if any(names[span[0] : span[1]])]
    above = (block.rows[i][span[0] : span[1]] for i in range(lines[0]))
    found = {period for row in above for text in row if text and (period := period_in(text)) and not words.column(text)}
    return found.pop() if len(found) == 1 else ""
