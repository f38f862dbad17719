"""A sheet with its years as the program reads them: 25年 and 26年, 二〇二五年, 2025.1.1—2025.12.31 as 2025年.

Two digits are a year only where another year is written so as well, or all of them are; bare ones (25 and 26) only
where they fill a column or a line beside the names, each of them as often.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gui.matrix.form_words import FormWords
from gui.matrix.landings import Landing
from gui.matrix.pasted_block import PastedBlock
from gui.matrix.printed_order import is_number
from gui.matrix.year_words import names_year, period_of, short_year_in, with_plain_year

_BEFORE, _AFTER = 4, 1
"""Years around that of the report that two digits may mean."""
_LEAST = 4
"""Bare numbers of two digits from which on a column of them may be years."""
_MOST_YEARS = 3
_DIGITS = 2


def with_plain_years(words: FormWords, block: PastedBlock, year: int | None) -> PastedBlock:
    """Return a block with its years written 2025年, so that heads, titles and names of lines are read alike."""
    near = range((year or 2030) - (_BEFORE if year else 15), (year or 2030) + _AFTER + 1)
    all_cells = [text for row in block.rows for text in row if text]
    cells = {*all_cells}
    short = [found for text in all_cells if (found := short_year_in(text))]
    is_alone = len(short) > 1 and not any(map(names_year, map(period_of, cells)))
    has_short = (len({*short}) > 1 or is_alone) and all(one in near for one in short)
    plain = {text: with_plain_year(text, has_short=has_short) for text in cells}
    rows = [[plain.get(text, text) if text else text for text in row] for row in block.rows]
    if year:
        for i, j in [*_bare_in_columns(words, rows, near, year), *_bare_in_lines(words, rows, near, year)]:
            rows[i][j] = f"20{rows[i][j]}年"
    return replace(block, rows=tuple(map(tuple, rows)))


def as_written(block: PastedBlock, plain: PastedBlock, landing: Landing) -> Landing:
    """Return a landing with the text of its cell before its year was written as the program reads it."""
    i, j = landing.row, landing.column
    if i >= len(block.rows) or j >= len(block.rows[i]):
        return landing
    text = block.rows[i][j]
    return replace(landing, text=text) if text and text != plain.rows[i][j] == landing.text else landing


def _bare_in_columns(
    words: FormWords, rows: Sequence[Sequence[str | None]], near: range, year: int
) -> list[tuple[int, int]]:
    """Return the places of years of two digits in a column of their own, before the numbers."""
    for j in range(min(_LEAST, max(map(len, rows), default=0))):
        column = [(i, row[j]) for i, row in enumerate(rows) if j < len(row) and row[j]]
        numbers = [(i, text) for i, text in column if text and is_number(text)]
        first = numbers[0][0] if numbers else 0
        is_headed = any(words.column(text) for i, text in column if i < first)
        is_alone = all(i < first for i, text in column if text and not is_number(text))
        if not is_headed and is_alone and _are_years([text or "" for _, text in numbers], near, year):
            return [(i, j) for i, _ in numbers]
    return []


def _bare_in_lines(
    words: FormWords, rows: Sequence[Sequence[str | None]], near: range, year: int
) -> Iterator[tuple[int, int]]:
    """Yield the places of years of two digits in lines below heads, above the first line with a name."""
    has_heads = False
    for i, row in enumerate(rows):
        has_heads |= any(words.column(text) or words.row(text) for text in row)
        if any(words.row(text) for text in row) and any(text and text.isdecimal() for text in row):
            return
        numbers = [(j, text) for j, text in enumerate(row) if text and is_number(text)]
        if has_heads and _are_years([text for _, text in numbers], near, year):
            yield from ((i, j) for j, _ in numbers)


def _are_years(texts: Sequence[str], near: range, year: int) -> bool:
    """Whether numbers are two or three years that follow each other, each as often, that of the report among them."""
    if len(texts) < _LEAST or not all(len(text) == _DIGITS and text.isdecimal() for text in texts):
        return False
    counts = Counter(2000 + int(text) for text in texts)
    years = sorted(counts)
    is_row = 1 < len(years) <= _MOST_YEARS and years == list(range(years[0], years[-1] + 1))
    return is_row and year in years and set(years) <= set(near) and len(set(counts.values())) == 1
