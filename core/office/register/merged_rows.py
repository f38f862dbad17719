"""Cells that are merged over several rows: two applications answered together have one day and one outcome.

Only the uppermost row of such a cell holds anything; the others mean the same, and are read so and named. What cannot
be the same of two applications, such as an amount, is not understood.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from core.office.register.headers import Header
from core.office.register.problems import quoted
from core.office.register.values import RegisterRow, RegisterSheet, Value, value_text
from core.office.register.vocabulary import (
    CLOSED,
    COMPLETED_ON,
    COUNTED,
    EXTENDED_ON,
    KIND,
    NUMBER,
    OUTCOME,
    RECEIVED,
)

_SHARED = frozenset((RECEIVED, CLOSED, OUTCOME, COMPLETED_ON, EXTENDED_ON))
"""The fields that several rows may have together; a number or a kind that is merged is missing in the lower rows."""
_OWN = COUNTED - _SHARED - {NUMBER, KIND}

_WIDE = "“{field}”与上面的行、旁边的列合并成一格，看不出是哪一栏的内容，请取消合并，逐行填写"
_AMOUNT = "“{field}”与上面的行合并成一格，看不出怎样分到各行，请取消合并，逐行填写"
_UNDERNEATH = "“{field}”与上面的行合并成一格，显示的是“{seen}”，下面还有看不见的“{own}”，请取消合并，逐行填写"

_Area = tuple[int, int, int, int]


class MergedRows:
    """The cells of a sheet that are merged over several of its applications."""

    def __init__(self, sheet: RegisterSheet, header: Header) -> None:
        self._fields = {column: field for field, column in header.columns.items() if field in _SHARED | _OWN}
        self._areas = {column: _areas(sheet.merges, header.last, column) for column in self._fields}
        tops = {(area[0], area[1]) for areas in self._areas.values() for area in areas}
        self._seen: dict[tuple[int, int], tuple[Value, bool | None]] = {}
        for row in sheet.rows if tops else ():
            for column, value in row.values.items():
                if (row.number, column) in tops:
                    self._seen[row.number, column] = value, row.struck.get(column)

    def seen(self, row: RegisterRow) -> tuple[RegisterRow, tuple[str, ...], list[str]]:
        """Return a row as it is seen, the fields it has from merged cells above, and what is not clear in them."""
        values, struck = dict(row.values), dict(row.struck)
        shared: list[str] = []
        unclear: list[str] = []
        for column, field in self._fields.items():
            area = self._over(row.number, column)
            if area is None or area[:2] not in self._seen:
                continue
            seen, is_struck = self._seen[area[:2]]
            own = values.get(column)
            if area[1] != column:
                unclear.append(_WIDE.format(field=field))
            elif field in _OWN:
                unclear.append(_AMOUNT.format(field=field))
            elif own is not None and value_text(own).strip() != value_text(seen).strip():
                words = {"seen": quoted(value_text(seen)), "own": quoted(value_text(own))}
                unclear.append(_UNDERNEATH.format(field=field, **words))
            else:
                values[column] = seen
                shared.append(field)
                if is_struck is not None:
                    struck[column] = is_struck
        if not shared:
            return row, (), unclear
        return RegisterRow(row.number, values, row.is_hidden, struck), tuple(shared), unclear

    def _over(self, row: int, column: int) -> _Area | None:
        """Return the merged cell whose uppermost row is above a row that it covers; None for none."""
        areas = self._areas[column]
        at = bisect_right(areas, (row,)) - 1
        return areas[at] if at >= 0 and areas[at][0] < row <= areas[at][2] else None


def _areas(merges: Iterable[_Area], header: int, column: int) -> list[_Area]:
    """Return the merged cells over several rows below the header that cover a column, from above."""
    return sorted(area for area in merges if header < area[0] < area[2] and area[1] <= column <= area[3])
