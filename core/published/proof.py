"""Rows whose numbers stand under no column, read all the same where the sums of row and column prove where they belong.

Seven numbers behind the label of a row of table 三 are its seven columns if every equality of the form holds that these
rows take part in: then nothing is guessed. Else the rows are listed as not recognised.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from core.form.form_definition import Equation
from core.form.form_reader import load_form
from core.published.number_cells import has_digits, read_number
from core.published.vocabulary import TableWords, is_form_label
from core.report.entry_text import Number
from core.visible.blocks import Row, VisibleCell

HALF = 0.5
"""Share of the rows whose total differs from their sum from which the header is doubted."""


@dataclass(slots=True)
class PrintedRow:
    """A row of a table of ours, as printed.

    Attributes:
        keys: Row key by format; empty where its label is missing.
        label: The label as printed.
        values: The cells behind it.
        place: What it is called in lists for the clerk.
        row: The row itself.
        is_read: Whether it was read by its header.
    """

    keys: Mapping[str, str]
    label: str
    values: Sequence[VisibleCell]
    place: str
    row: Row
    is_read: bool


@dataclass(slots=True)
class Proof:
    """What the sums say of a table.

    Attributes:
        texts: What is printed, by row key and column key, of the rows that the sums prove.
        rows: These rows by their keys.
        refuted: Keys of rows that were read by a header whose columns the sums show to be the wrong ones.
    """

    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    rows: dict[str, PrintedRow] = field(default_factory=dict)
    refuted: dict[str, PrintedRow] = field(default_factory=dict)

    def lay(self, row: PrintedRow, key: str, words: TableWords) -> None:
        """Take the numbers of a row in the order of the form's columns, if it has as many as it must have."""
        columns = words.row_cells(key)
        texts = _from_right(row.values, len(columns))
        if texts:
            self.texts.update({(key, column): text for column, text in zip(columns, texts, strict=True)})
            self.rows[key] = row


def prove(
    words: TableWords, read: Mapping[tuple[str, str], str], rows: Sequence[PrintedRow], *, is_reordered: bool
) -> Proof:
    """Return which rows are proved by the sums: those that could not be read, or all where the header is shifted.

    Args:
        words: The format of the table.
        read: What was read by the headers.
        rows: All rows of the table.
        is_reordered: Whether a header has the columns in another order: the sums hold in each, and prove nothing.
    """
    waiting = [row for row in rows if not row.is_read]
    is_doubtful = _wrong_share(words, read) > HALF
    for chosen in () if is_reordered else (waiting, rows if waiting or is_doubtful else ()):
        proof = _proposed(words, read, chosen)
        if proof.rows and holds(words, {**read, **proof.texts}, proof.texts):
            return proof
    if is_doubtful:
        proof = _proposed(words, read, rows)
        if _wrong_share(words, {**read, **proof.texts}) <= HALF:
            return Proof(refuted=proof.rows)
    return Proof()


def _proposed(words: TableWords, read: Mapping[tuple[str, str], str], rows: Sequence[PrintedRow]) -> Proof:
    """Return the rows with their numbers in the order of the form's columns.

    A row whose label was cut off by the page break is the only one of the form that has no numbers yet.
    """
    proof = Proof()
    nameless: list[PrintedRow] = []
    for row in rows:
        if key := row.keys.get(words.form_id, ""):
            proof.lay(row, key, words)
        elif not row.is_read and is_form_label(row.label):
            nameless.append(row)
    filled = {key for (key, _), text in {**read, **proof.texts}.items() if text}
    missing = [key for key in words.table.rows if key not in filled]
    if len(nameless) == 1 and len(missing) == 1:
        proof.lay(nameless[0], missing[0], words)
    return proof


def _from_right(values: Sequence[VisibleCell], count: int) -> list[str]:
    """Return so many numbers as stand at the right end of a row and nowhere else in it; none where there are others."""
    texts = [cell.text for cell in values]
    while texts and not texts[-1]:
        texts.pop()
    before, taken = texts[: len(texts) - count], texts[max(len(texts) - count, 0) :]
    is_sound = len(taken) == count and all(map(has_digits, taken)) and not any(map(has_digits, before))
    return taken if is_sound else []


def _numbers(words: TableWords, texts: Mapping[tuple[str, str], str]) -> dict[str, Number]:
    cells, prefix = load_form(words.form_id).cells, words.table.id
    numbers: dict[str, Number] = {}
    for (row, column), text in texts.items():
        code = f"{prefix}.{row}.{column}"
        entry = read_number(text, cells[code]).entry if code in cells else None
        if isinstance(entry, int):
            numbers[code] = entry
    return numbers


@cache
def _equations(words: TableWords) -> tuple[tuple[Equation, frozenset[str]], ...]:
    """Return the equalities of the table, each with its codes."""
    equations = ((e, frozenset(e.codes)) for e in load_form(words.form_id).equations)
    return tuple((e, codes) for e, codes in equations if codes.issubset(words.table.cells))


def _wrong_share(words: TableWords, texts: Mapping[tuple[str, str], str]) -> float:
    """Return the share of the rows whose total is not their sum; a header above the wrong columns makes it large."""
    numbers = _numbers(words, texts)
    rows = [e for e, codes in _equations(words) if e.item in words.table.rows and numbers.keys() >= codes]
    return sum(not _is_true(e, numbers) for e in rows) / len(rows) if rows else 0


def holds(words: TableWords, texts: Mapping[tuple[str, str], str], proposed: Mapping[tuple[str, str], str]) -> bool:
    """Whether every equality holds in which one of the proposed numbers takes part."""
    numbers = _numbers(words, texts)
    own = {f"{words.table.id}.{row}.{column}" for row, column in proposed}
    concerned = [(e, codes) for e, codes in _equations(words) if not codes.isdisjoint(own)]
    return bool(concerned) and all(numbers.keys() >= codes and _is_true(e, numbers) for e, codes in concerned)


def _is_true(equation: Equation, numbers: Mapping[str, Number]) -> bool:
    left, right = (sum(numbers[code] * times for code, times in side) for side in (equation.left, equation.right))
    return left == right
