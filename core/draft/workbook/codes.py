"""What stands for what in the workbook: defined names, keys of sheets, rows and columns, and the format version.

History of the format (a draft written by an older version always opens):

1. The first: official grids with totals as formulas, texts one paragraph a cell, control totals, lists of
   explanations, log, rounds and origins. Every value is found by its defined name, else by the key column.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from core.form.form_definition import FormDefinition

FORMAT_VERSION = 1

FORM_ID = "file.form_id"
FORMAT = "file.format_version"
PROGRAM = "file.program_version"
FILE_CODES = (FORM_ID, FORMAT, PROGRAM)

DEPARTMENT_FORMAT = "sheet.format_version"
"""Tells a 科室填报表 (core.office.department_sheets), which is no draft, by a fact that only it has."""

CONTROL = "control."
SHEET_KEY = "nb:"
"""Begins the key of a sheet, which stands where its key column and its key row meet."""

CONTINUED = "接上格"
"""Marks a cell whose text goes on where the value before it ended, without a new line."""


HEADING_KEY = "#"
"""Begins the key of the heading row of a text, below which its paragraphs stand."""


def name_of(code: str) -> str:
    """Return the defined name of a code: ``nb_t3_R01_C1`` for ``t3.R01.C1``.

    The way back is by look-up (`codes_by_name`), since codes contain underscores themselves.
    """
    return "nb_" + code.replace(".", "_")


@cache
def codes_of(form: FormDefinition) -> tuple[str, ...]:
    """Return all codes that have a place of their own in the workbook of a form."""
    controls = tuple(CONTROL + code for code in form.derived)
    return (*FILE_CODES, *form.meta, *form.texts, *form.cells, *controls)


@cache
def codes_by_name(form: FormDefinition) -> Mapping[str, str]:
    """Return the codes by defined name in small letters, since Excel does not tell capital letters apart."""
    return {name_of(code).lower(): code for code in codes_of(form)}
