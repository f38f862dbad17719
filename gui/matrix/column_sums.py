"""Columns of numbers that are sums of others, told by the numbers alone: what they prove, and what they leave open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TypeAlias

from core.report.entry_text import parse_entry

Numbers: TypeAlias = Sequence[Sequence[int]]

LEAST_SUMS = 4
"""Lines in which a sum is one of two numbers or more: fewer come about by chance."""

_LEAST_DOUBTS = 3
"""Such lines from which on a column that is a sum makes it doubtful that all columns are parts."""

_MOST_MORE = 3
"""Columns that a block may have more than the form has to be filled in."""

_DOUBTFUL = (
    "粘贴的{}行{}列数字没有列名，有的列是别的列之和，分不清哪一列是小计、哪一列是总计。"
    "请把行名、列名一起复制，或者只复制要填的数字，一次一列，点好第一格再粘贴。"
)


def numbers_in(rows: Sequence[Sequence[str | None]]) -> list[list[int]]:
    """Return the numbers of some cells, blanks as 0; none where something else stands there."""
    entries = [[parse_entry(text or "") for text in row] for row in rows]
    if not all(entry is None or isinstance(entry, int) for row in entries for entry in row):
        return []
    return [[entry if isinstance(entry, int) else 0 for entry in row] for row in entries]


def doubt_of(numbers: Numbers, parts: int) -> str:
    """Return a sentence where as many columns as the form has may be others; "" where they are not doubtful.

    Such are 自然人, 法人小计, four kinds and 总计, without 其他: what would be the total is none, and what would be a
    part is the sum of others.
    """
    width = len(numbers[0]) if numbers else 0
    is_doubtful = False
    if width == parts + 1 and any(row[-1] != sum(row[:-1]) for row in numbers):
        weak, strong = (
            {tuple(tuple(row[j] for j in kept) for row in numbers) for kept in ways_of_columns(numbers, parts, least)}
            for least in (1, LEAST_SUMS)
        )
        is_doubtful = len(weak) > 1 or len(weak) != len(strong)
    elif width == parts:
        columns = [[row[j] for row in numbers] for j in range(width)]
        for first, end in combinations(range(width + 1), 2):
            sums = _sums(columns[first:end], _LEAST_DOUBTS) if end - first > 1 else None
            is_doubtful |= any(columns[j] == sums for j in range(width) if not first <= j < end)
    return _DOUBTFUL.format(len(numbers), width) if is_doubtful else ""


def ways_of_columns(numbers: Numbers, count: int, least: int) -> Iterator[tuple[int, ...]]:
    """Yield the columns that are left, their total last; every other one is a sum of some side by side.

    In some lines, at the least so many, it is a sum of two numbers or more.
    """
    width = len(numbers[0])
    if not count <= width <= count + _MOST_MORE:
        return
    columns = [[row[j] for row in numbers] for j in range(width)]
    for kept in combinations(range(width), count):
        parts = [columns[j] for j in kept]
        total = [sum(line) for line in zip(*parts, strict=True)]
        runs = (_sums(parts[first:end], least) for first in range(count) for end in range(first + 2, count + 1))
        sums = [run for run in runs if run is not None]
        others = [j for j in range(width) if j not in kept]
        if all(columns[j] in sums for j in others):
            totals = [j for j in others if columns[j] == total]
            yield (*kept, *totals[-1:])


def _sums(columns: Numbers, least: int) -> list[int] | None:
    """Return the sums of some columns, where at least so many are sums of two numbers or more."""
    lines = [*zip(*columns, strict=True)]
    return [sum(line) for line in lines] if sum(sum(map(bool, line)) > 1 for line in lines) >= least else None
