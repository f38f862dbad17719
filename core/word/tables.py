"""Tells which tables of an edited report are which of the form, and reads their cells row by row, by their labels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from core.base.short_texts import normalised, some_of
from core.form.form_definition import FormDefinition, GridItem
from core.form.form_definition import Table as FormTable
from core.visible.blocks import VisibleCell, VisibleTable

FormRow: TypeAlias = Sequence[GridItem]
FileRow: TypeAlias = Mapping[int, VisibleCell]
"""Cells by the column where they begin."""


_ENOUGH = 0.5
"""The part of its labels, or of its rows, by which a table is taken for one of the form."""
_MOST_ROWS = 10  # times as many as the form has
_MOST_NAMED = 2
_LONGEST_NAME = 20


@dataclass(slots=True)
class TableContent:
    """What a table of the file says.

    Attributes:
        found: The cell of the file by code.
        remark: How its labels differ from those of the form, in words for the clerk; "" where they do not.
        unread: Codes of the cells whose row is missing, or of all where the table fits nowhere.
        more: What rows show that the form does not have.
    """

    found: dict[str, VisibleCell] = field(default_factory=dict)
    remark: str = ""
    unread: set[str] = field(default_factory=set)
    more: list[str] = field(default_factory=list)


def match_tables(form: FormDefinition, tables: Sequence[tuple[int, VisibleTable]]) -> dict[int, FormTable]:
    """Return which table of the form stands at which place of the file: the one that has most of its labels."""
    words = {at: {_plain(cell.text) for row in table.rows for cell in row.cells} for at, table in tables}
    found: dict[int, FormTable] = {}
    for form_table in form.tables.values():
        labels = {_plain(item.label) for row in form_table.grid for item in row if item.label}
        shares = {at: len(labels & said) / len(labels) for at, said in words.items() if at not in found}
        best = max(shares, key=shares.__getitem__, default=None)
        if best is not None and shares[best] >= _ENOUGH:
            found[best] = form_table
    return found


def read_table(form_table: FormTable, table: VisibleTable) -> TableContent:
    """Read a table by the labels of its rows, so that a row more or less moves no number to another place."""
    column_at = {edge: column for column, edge in enumerate(table.edges)}
    file_rows = [{column_at[cell.left]: cell for cell in row.cells} for row in table.rows]
    grid = form_table.grid
    same = _common(grid, file_rows) if len(file_rows) <= _MOST_ROWS * len(grid) else []
    content = TableContent()
    if len(same) < _ENOUGH * len(grid):
        content.unread = set(form_table.cells)
        content.remark = f"{form_table.name}的行列与官方表样对不上，其中的数字没有核对"
        return content
    strange, gone, more = 0, [], []
    for rows, others in _gaps(same, len(grid), len(file_rows)):
        pairs = (
            list(zip(rows, others, strict=True))
            if len(rows) == len(others)
            else _by_name(grid, file_rows, rows, others)
        )
        same += pairs
        strange += sum(_strange(grid[i], file_rows[j]) for i, j in pairs)
        gone += [_name(_form_words(grid[i])) for i in rows if i not in {i for i, _ in pairs}]
        added = [_file_words(file_rows[j]) for j in others if j not in {j for _, j in pairs}]
        more += [_name(words) for words in added]
        content.more += [word for words in added for word in words]
    for i, j in same:
        content.found.update(
            {item.code: file_rows[j][item.left] for item in grid[i] if item.code and item.left in file_rows[j]}
        )
    read = {item.code for i, _ in same for item in grid[i]}
    content.unread = set(form_table.cells) - read
    said = [
        f"多出{len(more)}行（{_names(more)}）" if more else "",
        f"少了{len(gone)}行（{_names(gone)}）" if gone else "",
        f"有{strange}处栏目与官方表样不一致" if strange else "",
    ]
    if any(said):
        content.remark = form_table.name + "、".join(filter(None, said))
    return content


def _common(grid: Sequence[FormRow], rows: Sequence[FileRow]) -> list[tuple[int, int]]:
    """Return the longest list of rows that both have in the same order; labels count more than rows without any."""
    if len(grid) == len(rows) and not any(map(_strange, grid, rows)):  # as good as always
        return [(i, i) for i in range(len(grid))]
    best = [[0] * (len(rows) + 1) for _ in range(len(grid) + 1)]
    weight = {}
    for i in reversed(range(len(grid))):
        for j in reversed(range(len(rows))):
            if not _strange(grid[i], rows[j]):
                weight[i, j] = 1 + sum(not item.code for item in grid[i])
            best[i][j] = max(best[i + 1][j], best[i][j + 1], weight.get((i, j), -1) + best[i + 1][j + 1])
    same, i, j = [], 0, 0
    while i < len(grid) and j < len(rows):
        if (i, j) in weight and best[i][j] == weight[i, j] + best[i + 1][j + 1]:
            same.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return same


def _gaps(same: Sequence[tuple[int, int]], last: int, other_last: int) -> Iterator[tuple[range, range]]:
    """Yield the rows of the form and of the file that lie between those that both have."""
    i = j = 0
    for row, other in [*same, (last, other_last)]:
        if row > i or other > j:
            yield range(i, row), range(j, other)
        i, j = row + 1, other + 1


def _by_name(
    grid: Sequence[FormRow], file_rows: Sequence[FileRow], rows: Sequence[int], others: Sequence[int]
) -> list[tuple[int, int]]:
    """Pair the rows whose own name stands in both, where others are missing or added between them."""
    pairs: list[tuple[int, int]] = []
    for i in rows:
        name = _form_words(grid[i])[-1:]
        after = pairs[-1][1] if pairs else -1
        found = next((j for j in others if j > after and name and name[0] in _file_words(file_rows[j])), None)
        if found is not None:
            pairs.append((i, found))
    return pairs


def _strange(row: FormRow, other: FileRow) -> int:
    """Return how many cells of a row are not where or what the form says, numbers aside."""
    count = sum(
        not item.code and (item.left not in other or _plain(other[item.left].text) != _plain(item.label))
        for item in row
    )
    return count or int({item.left for item in row} != other.keys())


def _form_words(row: FormRow) -> list[str]:
    return [_plain(item.label) for item in row if not item.code and item.label]


def _file_words(row: FileRow) -> list[str]:
    return [text for column in sorted(row) if (text := _plain(row[column].text))]


def _name(words: Sequence[str]) -> str:
    """Return what a row is called: its last words that are no number."""
    named = [word for word in words if not word.replace(".", "").isdecimal()]
    name = named[-1] if named else "没有栏目名"
    return name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}……"


def _names(names: Sequence[str]) -> str:
    return some_of([f"“{name}”" for name in names], _MOST_NAMED)


def _plain(text: str) -> str:
    return normalised(text).replace(" ", "")
