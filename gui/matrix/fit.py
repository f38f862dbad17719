"""Widths of the columns and heights of the rows of a matrix, so that it fits the window and no label is cut."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from PySide6.QtGui import QFont

from core.form.form_definition import GridItem, Table
from gui.matrix.model import MatrixModel
from gui.matrix.paint import PADDING, MatrixPaint, digit_width, em_width

AIR, AIR_OF_ONE, LEAST_AIR = 10, 20, 2
"""Pixels above and below the print of a row together: where there is room, in a table of one row, and at least."""

LONGEST_SHOWN = 14
"""Characters of a cell that may widen its column: the longest number; refused text beyond that is elided."""


_TIGHT = 2
"""Pixels left and right of the print in a column where there is no room for more."""


_DIGITS, _FEW_DIGITS = 5, 3
"""Digits that a column has room for before any are typed, and at least; longer numbers widen theirs."""


_WHOLE_LABEL, _SHARE_OF_WHOLE = 40, 0.9
"""Characters of the longest label of a row, and what of a table may be needed so that all stand in one line."""

_ROOMY = 50
"""Characters beside each other from which on a table is wide enough for 本年度 in one line of a tall label; in a
narrower one that room would be taken from the labels of rows, which would wrap and push rows out of view."""


def column_widths(model: MatrixModel, paint: MatrixPaint, available: int) -> list[int]:
    """Share the available pixels among the columns as the printed form does, none below what it needs.

    Where they lack a few, the air left and right of the print goes first, then the room for digits that are not there:
    no table is scrolled sideways for that.
    """
    texts = {code: model.texts[place] for code, place in model.place_of.items()}
    table, em, digit = model.table, paint.em, paint.digit
    least = _least_widths(table, em, digit, texts, tall=3 if available >= _ROOMY * em else 2)
    whole = _least_widths(table, em, digit, texts, tall=3, label=_WHOLE_LABEL)
    if sum(whole) <= available * _SHARE_OF_WHOLE:  # a wide screen: no label wraps beside columns that stand empty
        least = whole
    for digits in (_DIGITS, _FEW_DIGITS):
        if sum(least) > available:
            tight = _least_widths(table, em, digit, texts, padding=_TIGHT, digits=digits)
            least = tight if sum(tight) <= available else least
    return share(table.widths, least, available)


def least_width(table: Table, font: QFont) -> int:
    """Return the pixels that the columns need in a print while no long number or refused text widens one."""
    return sum(_least_widths(table, em_width(font), digit_width(font), {}))


def share(weights: Sequence[int], least: Sequence[int], available: int) -> list[int]:
    """Share pixels by weight; return the least widths where these need more than there is."""
    widths = list(least)
    free = set(range(len(weights)))
    while free:
        room = available - sum(widths[i] for i in range(len(weights)) if i not in free)
        total = sum(weights[i] for i in free)
        short = {i for i in free if room * weights[i] / total < least[i]}
        if not short:
            start = 0
            passed = 0
            for i in sorted(free):  # cumulative rounding, so that the sum is exact
                passed += weights[i]
                end = room * passed // total
                widths[i] = end - start
                start = end
            break
        free -= short
    return widths


def _least_widths(
    table: Table,
    em: int,
    digit: int,
    texts: Mapping[str, str],
    *,
    padding: int = PADDING,
    digits: int = _DIGITS,
    tall: int = 2,
    label: int = 7,
) -> list[int]:
    least = [em + 4] * table.width
    for item in (item for row in table.grid for item in row):
        if item.width != 1:
            continue
        if item.code:
            need = digit * min(max(len(texts.get(item.code, "")), digits), LONGEST_SHOWN) + 2 * padding
        elif item.height > 1 and not item.is_header:
            # The tall label of a group may run downwards: so many characters a line, or its number （三）.
            need = (3 if item.label.startswith("（") else tall) * em + 6
        else:
            characters = 2 if item.is_header else label
            need = min(len(item.label), characters) * em + 2 * padding
        least[item.left] = max(least[item.left], need)
    return least


def row_heights(
    items: Iterable[GridItem], paint: MatrixPaint, widths: Sequence[int], first_row: int, rows: int, air: int
) -> list[int]:
    """Return heights in pixels in which every label is readable; tall labels widen their last row.

    Args:
        items: The labels and numbers of these rows.
        paint: Their font.
        widths: Of the columns.
        first_row: The first one of the rows in the table.
        rows: How many there are.
        air: Pixels that a row leaves above and below its print, together.
    """
    heights = [paint.metrics.height() + air] * rows
    for item in sorted((i for i in items if i.label), key=lambda i: i.height):
        need = paint.label_height(item, sum(widths[item.left : item.left + item.width])) + min(air, PADDING)
        top = item.top - first_row
        last = top + item.height - 1
        heights[last] += max(need - sum(heights[top : last + 1]), 0)
    return heights


def best_heights(
    model: MatrixModel, paint: MatrixPaint, widths: Sequence[int], room: int
) -> tuple[list[int], list[int]]:
    """Return the heights of the header rows and of the rows, with as much air as lets the table stand in a room.

    Where it does not fit even with the least air, it has that: the more rows are in view. These share what is left
    below them, or the table would seem to end there.
    """
    for air in range(AIR if model.height > 1 else AIR_OF_ONE, LEAST_AIR - 1, -1):
        header = row_heights(model.header_items, paint, widths, 0, model.first_row, min(air, AIR))
        rows = row_heights(model.items.values(), paint, widths, model.first_row, model.height, air)
        if sum(header) + sum(rows) <= room:
            return header, rows
    return header, _filled(rows, room - sum(header))


def _filled(rows: Sequence[int], room: int) -> list[int]:
    """Return heights of rows of which not all stand in a room: those that do fill it, unless they would gape."""
    ends = list(accumulate(rows))
    count = bisect_right(ends, room)
    if not count:
        return list(rows)
    left = min(room - ends[count - 1], count * (AIR - LEAST_AIR))
    more = [left * (row + 1) // count - left * row // count for row in range(count)]
    return [height + (more[row] if row < count else 0) for row, height in enumerate(rows)]


def cut_height(ends: Sequence[int], offset: int, height: int) -> int:
    """Return the pixels at the lower edge of a view in which there is no room for the whole of a row.

    Args:
        ends: Where the first row begins and each row ends, in the table.
        offset: How far the table is scrolled down.
        height: Pixels of the view.
    """
    edge = offset + height
    row = bisect_right(ends, edge) - 1
    return edge - ends[row] if row < len(ends) - 1 and ends[row] > offset else 0
