"""The place of one cell in the words of a letter."""

from __future__ import annotations

from core.form.form_definition import FormDefinition


def place_of(form: FormDefinition, code: str) -> str:
    """Return the place of one cell in the words of a letter: 结转下年（自然人）."""
    cell = form.cells[code]
    return row_with(form.tables[cell.table].rows[cell.row].name, column_of(form, code)) if cell.table else cell.name


def row_with(row: str, columns: str) -> str:
    """Return a row with the columns that are meant of it."""
    return f"{row}（{columns}）" if columns else row


def column_of(form: FormDefinition, code: str) -> str:
    """Return the name of the column of a cell; "" for one that stands in no table."""
    cell = form.cells[code]
    return form.tables[cell.table].columns[cell.column].name if cell.table else ""
