"""A part of a form: some of its cells in their official tables, as the sheet of one department shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from typing_extensions import override

from core.form.form_definition import Cell, FormDefinition, GridItem, Table
from core.report.report import Report


@dataclass(frozen=True, slots=True)
class PartReport(Report):
    """A report that knows only a part of its form."""

    part: FormDefinition | None = None

    @property
    @override
    def form(self) -> FormDefinition:
        assert self.part is not None
        return self.part


@lru_cache(maxsize=32)
def part_of_form(form: FormDefinition, blocks: tuple[str, ...]) -> FormDefinition:
    """Return the form with the cells of these blocks only, and no texts.

    Totals and checks stay where all their cells are there. Of a table stay the rows and columns of these cells with
    their labels, and the header rows above them.
    """
    cells = {c.code: c for c in form.cells.values() if any(f"{c.code}.".startswith(f"{b}.") for b in blocks)}
    computed = {e.computes for e in form.equations if e.computes and cells.keys() >= set(e.codes)}
    cells = {code: cell for code, cell in cells.items() if not cell.is_derived or code in computed}
    equations = tuple(e for e in form.equations if cells.keys() >= set(e.codes))
    tables = {t.id: _part_of_table(t, cells) for t in form.tables.values() if cells.keys() & set(t.cells)}
    return replace(form, cells=cells, equations=equations, tables=tables, texts={})


def _part_of_table(table: Table, cells: Mapping[str, Cell]) -> Table:
    codes = frozenset(cells)
    if codes >= set(table.cells):
        return table
    units = {cells[code].unit for code in table.cells if code in codes}
    rows = _rows(table, codes)
    columns = sorted({column for row in rows for item in table.grid[row] for column in _covered(item, codes)})
    grid = [[_moved(item, rows, columns) for item in row] for row in table.grid]
    shown = tuple(tuple(item for item in row if item is not None) for row in grid)
    return table._replace(
        unit=units.pop() if len(units) == 1 else table.unit,
        grid=tuple(row for number, row in enumerate(shown) if number in rows),
        width=len(columns),
        header_height=next(i for i, row in enumerate(rows) if any(item.code for item in table.grid[row])),
        cells=tuple(code for code in table.cells if code in codes),
        widths=tuple(table.widths[column] for column in columns),
    )


def _rows(table: Table, codes: frozenset[str]) -> list[int]:
    """Return the rows that hold one of the cells, and the header rows directly above each group of them."""
    rows: list[int] = []
    headers: list[int] = []
    ended = False
    for number, row in enumerate(table.grid):
        if not any(item.code for item in row):
            headers = [number] if ended else [*headers, number]
            ended = False
            continue
        ended = True
        if any(item.code in codes for item in row):
            rows += [header for header in headers if header not in rows]
            rows.append(number)
    return rows


def _covered(item: GridItem, codes: frozenset[str]) -> range:
    """Return the columns that an item needs; none for headers, which are cut to the columns of the others."""
    is_needed = item.code in codes or (not item.code and not item.is_header)
    return range(item.left, item.left + item.width) if is_needed else range(0)


def _moved(item: GridItem, rows: Sequence[int], columns: Sequence[int]) -> GridItem | None:
    """Return an item cut to these rows and columns; None where nothing of it is left."""
    own_rows = [i for i, row in enumerate(rows) if item.top <= row < item.top + item.height]
    own_columns = [i for i, column in enumerate(columns) if item.left <= column < item.left + item.width]
    if not own_rows or not own_columns:
        return None
    return item._replace(top=own_rows[0], left=own_columns[0], height=len(own_rows), width=len(own_columns))
