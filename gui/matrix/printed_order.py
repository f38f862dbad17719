"""Numbers told by the order of the print: where a plain text keeps no merged cells, or a cell a line, no column tells.

A browser gives a row as ``结果维持⇥结果纠正``, without the places that a merged head covers; a web page copied into a
note gives one cell a line, an e-mail blanks between them. All keep the order in which the form prints its labels and
numbers. So each run of labels is looked for as one string, however it is broken into cells, and the values after it
must be as many as the form has there. Anything else is not read: a number is never moved to where it might belong.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

from core.form.form_definition import GridItem, Table
from core.report.entry_text import NOTHING, is_prose, parse_entry

MOST_CELLS = 3_000
"""Cells of a text that may be one table; table 三 has some two hundred."""

Cells: TypeAlias = Sequence[Sequence[str | None]]
Grid: TypeAlias = Sequence[Sequence[GridItem]]


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A pasted cell and the number that it stands for.

    Attributes:
        row: Row in the pasted block, from 0; ``column`` likewise.
        code: Code of the number; "" for a label and for what stands outside the table.
        is_label: Whether the form has it as a label.
    """

    row: int
    column: int
    text: str
    code: str = ""
    is_label: bool = False


@dataclass(slots=True)
class _Run:
    """Labels that follow each other in print, as one string, and the numbers after them."""

    labels: str = ""
    codes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Token:
    row: int
    column: int
    text: str
    key: str


def in_printed_order(table: Table, rows: Cells, start: str) -> list[PlacedText] | None:
    """Return where each cell of a text belongs, or None where the order of the form does not tell it.

    Args:
        table: The table that is pasted into.
        rows: The cells of the text.
        start: Code of the current cell: heads that stand several times (结果维持) mean those above it.
    """
    for tokens in _ways_to_split(rows):
        found: dict[tuple[str, ...], list[PlacedText]] = {}
        for grid in _parts(table):
            for top in range(len(grid)):
                placed = _aligned(_runs(grid[top:]), tokens)
                if placed is not None and any(place.code and place.text for place in placed):
                    found.setdefault(tuple(place.code for place in placed), placed)
        most = max(map(_told, found.values()), default=(0, 0))
        best = [placed for placed in found.values() if _told(placed) == most]
        here = [placed for placed in best if any(place.code == start for place in placed)]
        if len(best) == 1 or len(here) == 1:
            return (here or best)[0]
    return None


@lru_cache(maxsize=4096)
def key_of(text: str | None) -> str:
    """Return the letters and digits of a text, without blanks, punctuation and width."""
    return "".join(char for char in unicodedata.normalize("NFKC", text or "") if char.isalnum())


def _told(placed: Sequence[PlacedText]) -> tuple[int, int]:
    """Return how many numbers are placed, and by how many labels."""
    return sum(bool(place.code) for place in placed), sum(place.is_label for place in placed)


def _ways_to_split(rows: Cells) -> Iterator[list[_Token]]:
    """Yield the cells as they stand and, where each line is a single cell, the words of the lines."""
    cells = [(i, j, text) for i, row in enumerate(rows) for j, text in enumerate(row) if text is not None]
    if len(cells) > MOST_CELLS:
        return
    yield [_Token(i, j, text, key_of(text)) for i, j, text in cells]
    if all(j == 0 for _, j, _ in cells):
        words = [(i, j, word) for i, _, text in cells for j, word in enumerate(text.split())]
        if len(cells) < len(words) <= MOST_CELLS:
            yield [_Token(i, j, word, key_of(word)) for i, j, word in words]


def _parts(table: Table) -> Iterator[Grid]:
    """Yield the grid and, where all numbers stand in one row, what stands below each head that spans several."""
    yield table.grid
    items = [item for row in table.grid for item in row]
    if len({item.top for item in items if item.code}) == 1:
        for head in (item for item in items if item.label and item.width > 1):
            columns = range(head.left, head.left + head.width)
            part = [[item for item in row if item.left in columns] for row in table.grid]
            yield [row for row in part if row]


def _runs(grid: Grid) -> list[_Run]:
    runs = [_Run()]
    for item in (item for row in grid for item in row):
        if item.code:
            runs[-1].codes.append(item.code)
            continue
        if runs[-1].codes:
            runs.append(_Run())
        runs[-1].labels += key_of(item.label)
    return runs


def _aligned(runs: Sequence[_Run], tokens: Sequence[_Token]) -> list[PlacedText] | None:
    """Lay the runs onto the text, from its first one on; the last ones may be missing."""
    spans: list[tuple[int, int]] = []
    for run in runs:
        at = spans[-1][1] if spans else 0
        ends = ((i, end) for i in range(at, len(tokens)) if (end := _after(run.labels, tokens, i)) is not None)
        span = next(ends, None)
        if span is None:
            break
        spans.append(span)
    if not spans:
        return None
    placed = [PlacedText(t.row, t.column, t.text) for t in tokens[: spans[0][0]] if t.text]
    for n, (first, end) in enumerate(spans):
        is_last = n == len(spans) - 1
        values = _values(tokens[end : None if is_last else spans[n + 1][0]], len(runs[n].codes), tokens[end - 1].row)
        if values is None:
            return None
        taken, rest = values
        if any(token.text for token in rest) and (not is_last or len(spans) < len(runs)):
            return None
        if rest and rest[0].text and rest[0].row == tokens[end - 1].row and not _is_word(rest[0].text):
            return None  # more numbers beside the label than the form has: which are its own?
        placed += [PlacedText(t.row, t.column, t.text, is_label=True) for t in tokens[first:end] if t.text]
        placed += [PlacedText(t.row, t.column, t.text, code) for t, code in zip(taken, runs[n].codes, strict=True)]
        placed += [PlacedText(t.row, t.column, t.text) for t in rest if t.text]
    return placed


def _after(labels: str, tokens: Sequence[_Token], at: int) -> int | None:
    """Return the place after the labels that begin at a cell; None where others stand there."""
    said = 0
    while said < len(labels):
        if at >= len(tokens):
            return None
        token = tokens[at]
        if token.text and not (token.key and labels.startswith(token.key, said)):
            return None
        if not token.text and not said:
            return None
        said += len(token.key)
        at += 1
    return at if labels else None


def _values(tokens: Sequence[_Token], count: int, label_row: int) -> tuple[list[_Token], list[_Token]] | None:
    """Return the values of a run and what stands after them; None where they are too few to tell which are blank.

    A word ends the values: it is the next part of a report whose last row is blank, or the end of a note.
    """
    words = (n for n, token in enumerate(tokens) if _is_word(token.text))
    ends = next(words, len(tokens))
    tokens, rest = tokens[:ends], list(tokens[ends:])
    filled = [token for token in tokens if token.text]
    if len(filled) >= count:
        if len({token.row for token in filled[:count]}) not in (1, count):
            return None  # not a line, and not a line each: what follows may have slipped in
        last = tokens.index(filled[count - 1])
        return filled[:count], [*tokens[last + 1 :], *rest]
    if not filled:
        return [_Token(label_row, 0, "", "")] * count, rest
    # Blanks count where the values are one line: beside the label up to the last number, or in a line of their own
    line = [token for token in tokens if token.row == filled[0].row]
    is_one = len(line) > 1 and all(token.row == filled[0].row for token in filled)
    is_sure = line[0].row != label_row or (len(line) >= count and bool(line[count - 1].text))
    if not is_one or not is_sure or any(token.text for token in line[count:]):
        return None
    return [*line[:count], *[_Token(label_row, 0, "", "")] * (count - len(line))], rest


def _is_word(text: str) -> bool:
    """Whether a text is no number, not even one with a slip in it, and stands for no blank."""
    return is_prose(parse_entry(text)) and text.strip() not in NOTHING


@lru_cache(maxsize=4096)
def is_number(text: str) -> bool:
    """Whether a text is a number, or was meant as one."""
    return any(map(str.isdecimal, text)) and not is_prose(parse_entry(text))
