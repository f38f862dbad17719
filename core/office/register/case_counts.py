"""A column such as 件数: a row counts as one application, so a row that says otherwise is told."""

from __future__ import annotations

from core.office.register.headers import Header
from core.office.register.values import RegisterRow, value_text
from core.office.register.vocabulary import plain, vocabulary
from core.report.entry_text import NOTHING, parse_entry


def count_column(header: Header) -> int | None:
    """Return the column in which a register says how many applications a row is; None where it has none."""
    names = {plain(name) for name in vocabulary().data["counts"]}
    fields = set(header.columns.values())
    return next(
        (c for c, name in header.names.items() if c not in fields and plain(name).partition("(")[0] in names), None
    )


def other_count(row: RegisterRow, column: int) -> str:
    """Return what a row says instead of one application; "" where it says one, or nothing."""
    text = value_text(row.values.get(column)).strip()
    return "" if text in NOTHING or parse_entry(text.removesuffix("件")) in (None, 1) else text
