"""Subtotals in a block of numbers only, told by nothing but that they are sums of what stands beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from core.form.form_definition import FormDefinition, Table
from core.report.entry_text import parse_entry
from gui.matrix.own_columns import OwnPart
from gui.matrix.pasted_block import PastedBlock

_MOST_MORE = 3
"""Columns that a block may have more than the form has to be filled in."""

_LEAST_SUMS = 4
"""Lines in which a sum is one of two numbers or more: fewer come about by chance."""

_Numbers = Sequence[Sequence[int]]


def without_sums(form: FormDefinition, table: Table, block: PastedBlock) -> OwnPart:
    """Return the numbers of a whole table without subtotals, the totals last; all of the block where none is proven.

    A column is left out where it is the sum of columns side by side in every line, in some of two numbers or more; a
    line where it is the sum of the group before or behind it in every column. All ways must leave the same.
    """
    numbers = _numbers_of(block)
    parts = [key for key in table.columns if any(form.cells[c].column == key for c in form.entered if c in table.cells)]
    lines = len({item.top for row in table.grid for item in row if item.code})
    if lines == 1 or len(parts) * lines > len(table.cells) or not numbers:
        return OwnPart(block)
    if len(numbers) <= lines and all(row[len(parts) :] in ([], [sum(row[: len(parts)])]) for row in numbers):
        return OwnPart(block)  # as the form prints it
    ways: dict[tuple[tuple[int, ...], ...], tuple[tuple[int, ...], tuple[int, ...]]] = {}
    for kept_lines in _ways_of_lines(table, numbers):
        for kept in _ways_of_columns([numbers[i] for i in kept_lines], len(parts)):
            found = tuple(tuple(numbers[i][j] for j in kept) for i in kept_lines)
            ways.setdefault(found, (kept_lines, kept))
    if len(ways) != 1:
        return OwnPart(block)
    ((kept_lines, kept),) = ways.values()
    rows = tuple(tuple(block.rows[i][j] for j in kept) for i in kept_lines)
    if rows == block.rows:
        return OwnPart(block)
    told = [
        f"{where}是相邻各{what}之和，看作小计，没有填入"
        for what, all_, own in (("列", range(block.width), kept), ("行", range(len(numbers)), kept_lines))
        if (where := "、".join(f"第{n + 1}{what}" for n in all_ if n not in own))
    ]
    places = tuple(tuple((i, j) for j in kept) for i in kept_lines)
    return OwnPart(replace(block, rows=rows, told=(*block.told, *told)), places)


def _numbers_of(block: PastedBlock) -> list[list[int]]:
    """Return the numbers, blanks as 0; none where something else stands there."""
    entries = [[parse_entry(text or "") for text in row] for row in block.rows]
    if not all(entry is None or isinstance(entry, int) for row in entries for entry in row):
        return []
    return [[entry if isinstance(entry, int) else 0 for entry in row] for row in entries]


def _ways_of_lines(table: Table, numbers: _Numbers) -> Iterator[tuple[int, ...]]:
    """Yield the lines that are left: all of them, or those without a subtotal before or behind each group."""
    items = [item for row in table.grid for item in row]
    tops = sorted({item.top for item in items if item.code})
    high = [item for item in items if item.label and not item.is_header and item.height > 1]
    inner = [
        one
        for one in high
        if not any(
            one.top <= other.top and other.left > one.left and other.top + other.height <= one.top + one.height
            for other in high
        )
    ]
    groups = [range(tops.index(item.top), tops.index(item.top) + item.height) for item in inner]
    if len(numbers) == len(tops):
        yield tuple(range(len(tops)))
    if len(numbers) != len(tops) + len(groups):
        return
    for is_before in (True, False):
        order: list[int] = []  # places of the lines of the form in the block
        sums: list[tuple[int, range]] = []
        at = 0
        for n in range(len(tops)):
            group = next((group for group in groups if n in group), None)
            if group and is_before and n == group[0]:
                sums.append((at, range(at + 1, at + 1 + len(group))))
                at += 1
            order.append(at)
            at += 1
            if group and not is_before and n == group[-1]:
                sums.append((at, range(at - len(group), at)))
                at += 1
        width = range(len(numbers[0]))
        if all(numbers[line][j] == sum(numbers[i][j] for i in group) for line, group in sums for j in width):
            yield tuple(order)


def _ways_of_columns(numbers: _Numbers, count: int) -> Iterator[tuple[int, ...]]:
    """Yield the columns that are left, their total last; every other one is a sum of some side by side."""
    width = len(numbers[0])
    if not count <= width <= count + _MOST_MORE:
        return
    columns = [[row[j] for row in numbers] for j in range(width)]
    for kept in combinations(range(width), count):
        parts = [columns[j] for j in kept]
        total = [sum(line) for line in zip(*parts, strict=True)]
        runs = ([*zip(*parts[first:end], strict=True)] for first in range(count) for end in range(first + 2, count + 1))
        told = (run for run in runs if sum(sum(map(bool, line)) > 1 for line in run) >= _LEAST_SUMS)
        sums = [[sum(line) for line in run] for run in told]
        others = [j for j in range(width) if j not in kept]
        if all(columns[j] in sums for j in others):
            totals = [j for j in others if columns[j] == total]
            yield (*kept, *totals[-1:])
