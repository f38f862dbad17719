"""Cells of drafts and 科室填报表 by their codes, filled in as a person would with Excel."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl import Workbook

from core.draft.workbook import LoadedDraft, load_draft
from core.draft.workbook.codes import name_of


def place_of(book: Workbook, code: str) -> Any:
    """Return the cell of a code."""
    sheet, address = next(iter(book.defined_names[name_of(code)].destinations))
    return book[sheet][address]


def fill_in(path: Path, values: Mapping[str, object]) -> Path:
    """Type values into the cells of codes, and save the file."""
    book = openpyxl.load_workbook(path)
    for code, value in values.items():
        place_of(book, code).value = value
    book.save(path)
    return path


def changed(path: Path, change: Callable[[Workbook], None]) -> LoadedDraft:
    """Change a draft as a person would with Excel, and read it."""
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return load_draft(path)
