"""What a register file holds, whatever kind of file it is: sheets of rows of values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


class CellFault(str):
    """What stands in a cell whose formula failed, or whose result was never saved."""

    __slots__ = ()


Value = str | int | float | date
"""What stands in a cell; a number that is formatted as a day is a date."""


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One row that holds something.

    Attributes:
        number: Its number in the file, from 1.
        values: Value by column number, from 1; blanks are left out.
        is_hidden: Whether the file does not show it.
        struck: Columns of the values that are struck out, each with whether all of it is.
    """

    number: int
    values: Mapping[int, Value]
    is_hidden: bool = False
    struck: Mapping[int, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RegisterSheet:
    """One sheet; a text file is one without a name.

    Attributes:
        merges: Merged ranges as top, left, bottom, right, from 1.
        is_hidden: Whether the file does not show it.
        is_filtered: Whether it has a filter, which hides rows.
        counts_from_1904: Whether bare numbers of days count from 1904 on.
    """

    name: str
    rows: tuple[RegisterRow, ...]
    merges: tuple[tuple[int, int, int, int], ...] = ()
    is_hidden: bool = False
    is_filtered: bool = False
    counts_from_1904: bool = False


def value_text(value: Value | None) -> str:
    """Return a value as text: a whole number without a point, a day as 2025-03-05, a blank as ""."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return value.isoformat() if isinstance(value, date) else str(value)
