"""Pasted heads of columns that stand otherwise than in print: each number belongs to the head above it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.form.form_definition import FormDefinition, Table
from gui.matrix.printed_order import Cells, key_of


class PastedHeads:
    """The heads of columns in a pasted block, in the lines that have no name of a row.

    Args:
        form: The form of the report.
        table: The table that is pasted into.
        rows: The cells of the block.
        named: The key of the row of the form that each line of the block names, and where; "" and -1 for none.
    """

    def __init__(self, form: FormDefinition, table: Table, rows: Cells, named: Sequence[tuple[str, int]]) -> None:
        self._code_at = {(form.cells[code].row, form.cells[code].column): code for code in table.cells}
        self._rows, self._named = rows, named
        columns = {key_of(text): line.key for line in table.columns.values() for text in (line.label, line.name)}
        names_of_rows = {key_of(line.label) for line in table.rows.values()}
        self._order = list(table.columns)
        self._heads = [
            {}
            if name
            else {
                j: columns[key] for j, text in enumerate(row) if (key := key_of(text)) in columns.keys() - names_of_rows
            }
            for row, (name, _) in zip(rows, named, strict=True)
        ]

    @property
    def are_as_printed(self) -> bool:
        """Whether the heads stand in the order of the form, and none is missing in front of a row's numbers."""
        for heads in self._heads:
            places = [self._order.index(key) for key in heads.values()]
            if places != sorted(places):
                return False
        said = {key for heads in self._heads for key in heads.values()}
        for row, (name, at) in zip(self._rows, self._named, strict=True):
            columns = self._columns(name)
            found = [key for key in columns if key in said]
            if found != columns[: len(found)] and len(_numbers_after(at, row)) < len(columns):
                return False
        return True

    def codes_by_head(self) -> Mapping[tuple[int, int], str]:
        """Return the code of each number, by its line and place in the block, that a head above it tells."""
        found: dict[tuple[int, int], str] = {}
        above: dict[int, str] = {}
        for i, (row, (name, at)) in enumerate(zip(self._rows, self._named, strict=True)):
            above = above | self._heads[i]
            codes = [code for (of_row, _), code in self._code_at.items() if of_row == name]
            filled = _numbers_after(at, row)
            if len(codes) == 1 and len(filled) == 1:
                found[i, filled[0]] = codes[0]
                continue
            told = {(name, key): j for j, key in above.items()}
            found.update({(i, j): self._code_at[place] for place, j in told.items() if place in self._code_at})
        return found

    def _columns(self, name: str) -> list[str]:
        return [column for row, column in self._code_at if row == name]


def _numbers_after(at: int, row: Sequence[str | None]) -> list[int]:
    """Return the places behind a name that have digits in them."""
    return [j for j, text in enumerate(row) if j > at and text and any(char.isdecimal() for char in text)]
