"""Lines whose names hold a year: 予以公开（2025年） above 予以公开（2026年）."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from core.base.short_texts import some_of
from gui.matrix.form_words import FormWords
from gui.matrix.pasted_block import PastedBlock
from gui.matrix.printed_order import is_number
from gui.matrix.year_told import NAMED, NO_YEAR, YearLines, listed, none_is_mine, only_of_year, told_of
from gui.matrix.year_words import is_of_year, name_and_period, names_year


def lines_named_with_year(words: FormWords, block: PastedBlock, year: int | None, line: str) -> YearLines:
    """Return the lines of the report's year with their names as the form has them; all where no name holds a year.

    Args:
        words: The names of the form.
        block: What is pasted.
        year: The year of the report; None where it is not filled in.
        line: What a line is called: 列 where the block was turned.
    """
    found = {i: at for i, row in enumerate(block.rows) if (at := _named(words, row))}
    if not found:
        return YearLines(block)
    periods = {i: period for i, (_, _, period) in found.items()}
    kinds = [*dict.fromkeys(periods.values())]
    if year is None and any(map(names_year, kinds)):
        return YearLines(block, problem=f"各{line}{listed(periods, kinds, line)}。{NO_YEAR}")
    mine = [kind for kind in kinds if is_of_year(kind, year or 0)]
    others = {words.row(name): name for i, (_, name, _) in found.items() if periods[i] not in mine}
    have = {words.row(name) for i, (_, name, _) in found.items() if periods[i] in mine} | _without_year(words, block)
    if not mine and not others.keys() <= have:
        return YearLines(block, problem=none_is_mine(kinds, year, line))
    if len(mine) > 1:
        said = listed(periods, kinds, line)
        return YearLines(block, problem=f"{said}，分不清各{line}是哪一年的。{only_of_year(year, line)}")
    rows, places = [], []
    for i, row in enumerate(block.rows):
        if i in found and periods[i] not in mine:
            continue
        texts = list(row)
        if i in found:
            texts[found[i][0]] = words.printed_rows([found[i][1]])[0]
        rows.append(tuple(texts))
        places.append(i)
    gone = Counter(period for period in periods.values() if period not in mine)
    told = [told_of(mine[0] if mine else "", gone, line, what=f"各{line}")] if gone else []
    if missing := some_of([f"“{name}”" for key, name in others.items() if key not in have], NAMED, "项"):
        told.append(f"{missing}没有“{mine[0]}”的数，没有填入")
    return YearLines(replace(block, rows=tuple(rows), told=(*block.told, *told)), tuple(places))


def _named(words: FormWords, row: tuple[str | None, ...]) -> tuple[int, str, str] | None:
    """Return where in a line a name with a year stands, the name and the year; None where there is none."""
    for j, text in enumerate(row):
        if not text or words.row(text):
            continue
        name, period = name_and_period(text)
        if name and words.row(name):
            return j, name, period
        if is_number(text):
            return None
    return None


def _without_year(words: FormWords, block: PastedBlock) -> set[str]:
    """Return the rows of the form that stand beside numbers with no year in their names."""
    return {
        key
        for row in block.rows
        if any(text and text.isdecimal() for text in row)
        for text in row
        if text and (key := words.row(text))
    }
