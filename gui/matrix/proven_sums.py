"""Subtotals in a block of numbers only, told by nothing but that they are sums of what stands beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from core.form.form_definition import FormDefinition, Table
from gui.matrix.column_sums import LEAST_SUMS, Numbers, doubt_of, numbers_in, ways_of_columns
from gui.matrix.own_part import OwnPart
from gui.matrix.pasted_block import PastedBlock


def without_sums(form: FormDefinition, table: Table, block: PastedBlock) -> OwnPart:
    """Return the numbers of a whole table without subtotals, the totals last; all of the block where none is proven.

    A column is left out where it is the sum of columns side by side in every line, in some of two numbers or more; a
    line where it is the sum of the group before or behind it in every column. All ways must leave the same, those that
    few lines speak for as well.
    """
    numbers = numbers_in(block.rows)
    parts = parts_of(form, table)
    lines = len({item.top for row in table.grid for item in row if item.code})
    if lines == 1 or parts * lines > len(table.cells) or not numbers:
        return OwnPart(block)
    if doubt := doubt_of(numbers, parts):
        return OwnPart(block, problem=doubt)
    if len(numbers) <= lines and all(row[parts:] in ([], [sum(row[:parts])]) for row in numbers):
        return OwnPart(block)  # as the form prints it
    ways = {least: _ways(table, numbers, parts, least) for least in (1, LEAST_SUMS)}
    if len(ways[1]) != 1 or len(ways[LEAST_SUMS]) != 1:
        return OwnPart(block)
    ((kept_lines, kept),) = ways[LEAST_SUMS].values()
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


def parts_of(form: FormDefinition, table: Table) -> int:
    """Return how many columns of a table are filled in."""
    return len({form.cells[code].column for code in table.cells if code in form.entered})


def _ways(
    table: Table, numbers: Numbers, parts: int, least: int
) -> dict[tuple[tuple[int, ...], ...], tuple[tuple[int, ...], tuple[int, ...]]]:
    """Return the lines and columns that may be left, by the numbers in them."""
    ways: dict[tuple[tuple[int, ...], ...], tuple[tuple[int, ...], tuple[int, ...]]] = {}
    for kept_lines in _ways_of_lines(table, numbers):
        for kept in ways_of_columns([numbers[i] for i in kept_lines], parts, least):
            found = tuple(tuple(numbers[i][j] for j in kept) for i in kept_lines)
            ways.setdefault(found, (kept_lines, kept))
    return ways


def _ways_of_lines(table: Table, numbers: Numbers) -> Iterator[tuple[int, ...]]:
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
