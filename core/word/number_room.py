"""Gives numbers the room they need in the tables of a report, so that few of them have to be set smaller.

Where a number is too wide, the columns of numbers share their width anew, so that the widest numbers are as large as
can be and no label needs a line more. What is still too wide is set smaller, all numbers of its row alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import accumulate, pairwise
from math import ceil
from operator import le

from core.form.form_definition import FormDefinition, Table
from core.form.printed_table import label_lines
from core.word.looks import looks
from core.word.plan import CELL_MARGINS, TWIPS, number_cells, table_plan
from core.word.remembered import remembered
from core.word.style_profile import StyleProfile
from core.word.template import SMALLEST, number_points, number_width

_SIDES = CELL_MARGINS["left"] + CELL_MARGINS["right"]
_ROUNDING = 2  # twips that a column may lose when all are made as wide as the text
_TOGETHER = 6.0  # points: below this no number is set for the sake of others in its row


def widened(form: FormDefinition, numbers: Mapping[str, str], profile: StyleProfile) -> FormDefinition:
    """Return the form with room for these numbers, by code; the form itself where no column has to be wider."""
    made = {
        key: table if _all_fit(table, numbers, profile) else _widened(table, numbers, profile)
        for key, table in form.tables.items()
    }
    return form if all(made[key] is table for key, table in form.tables.items()) else replace(form, tables=made)


def number_sizes(form: FormDefinition, numbers: Mapping[str, str], profile: StyleProfile) -> dict[str, float]:
    """Return in which size each number of the tables is set, in points, by code."""
    known, sizes = looks(profile), dict[str, float]()
    for table in form.tables.values():
        if _all_fit(table, numbers, profile):
            sizes.update(_usual_sizes(table, profile))
            continue
        for row in number_cells(table, profile):
            fitting = {
                cell.item.code: number_points(numbers.get(cell.item.code, ""), cell.room, known[cell.look].size)
                for cell in row
            }
            counts = [size for code, size in fitting.items() if numbers.get(code, "").replace(".", "").isdecimal()]
            least = max(min(counts, default=0), _TOGETHER)
            sizes.update({code: min(size, least) if code in numbers else size for code, size in fitting.items()})
    return sizes


def _all_fit(table: Table, numbers: Mapping[str, str], profile: StyleProfile) -> bool:
    """Whether all numbers have their usual size, as in most reports; for certain, else it is to be found out."""
    codes, most = _digits(table, profile)
    shown = [numbers.get(code, "") for code in codes]
    joined = "".join(shown)
    return joined.isascii() and (not joined or joined.isdecimal()) and all(map(le, map(len, shown), most))


@remembered
def _digits(table: Table, profile: StyleProfile) -> tuple[list[str], list[int]]:
    """Return the codes of the numbers of a table, and how many digits of each fit in its usual size."""
    sizes, width = _usual_sizes(table, profile), number_width("0") * TWIPS
    rooms = {cell.item.code: cell.room for row in number_cells(table, profile) for cell in row}
    most = [int((room - 1) / (width * sizes[code])) for code, room in rooms.items()]
    return list(rooms), most


@remembered
def _usual_sizes(table: Table, profile: StyleProfile) -> dict[str, float]:
    known = looks(profile)
    return {cell.item.code: known[cell.look].size for row in number_cells(table, profile) for cell in row}


def _widened(table: Table, numbers: Mapping[str, str], profile: StyleProfile) -> Table:
    """Return a table whose columns of numbers share their width so that the widest numbers are as large as can be."""
    signs: dict[int, float] = {}
    cells = [cell for row in number_cells(table, profile) for cell in row if cell.item.width == 1]
    for cell in cells:
        wide = number_width(numbers.get(cell.item.code, ""))
        signs[cell.item.left] = max(signs.get(cell.item.left, 0), wide)
    usual = looks(profile)[cells[0].look].size if cells else 0
    if all(_needed(signs[cell.item.left], usual) - _ROUNDING <= cell.width for cell in cells):
        return table
    planned = table_plan(table, profile)
    room = sum(planned.widths[at] for at in signs)
    labels = _label_widths(table, planned.widths, profile)
    size = usual
    while True:
        least = {at: max(_needed(wide, size), labels.get(at, 0)) for at, wide in signs.items()}
        if sum(least.values()) <= room:
            break
        size -= 0.5
        if size < SMALLEST or all(_needed(wide, size) - _ROUNDING <= planned.widths[at] for at, wide in signs.items()):
            return table  # its own widths do as well
    spare = {at: max(planned.widths[at] - wide, 0) for at, wide in least.items()}
    rest = (room - sum(least.values())) / max(sum(spare.values()), 1)
    widths = [least[at] + rest * spare[at] if at in least else wide for at, wide in enumerate(planned.widths)]
    edges = [0, *map(round, accumulate(widths))]
    return table._replace(widths=tuple(right - left for left, right in pairwise(edges)))


def _needed(signs: float, size: float) -> int:
    """Return how wide a column must be for a number so many signs wide, in twips."""
    return ceil(signs * size * TWIPS) + _SIDES + _ROUNDING


def _label_widths(table: Table, widths: tuple[int, ...], profile: StyleProfile) -> dict[int, int]:
    """Return how wide each column must be so that no label in it needs a line more than now."""
    least: dict[int, int] = {}
    for row in table_plan(table, profile).rows:
        for cell in row.cells:
            if cell.item.label and cell.item.width == 1:
                sign = round(looks(profile)[cell.look].size * TWIPS)
                fitting = max((widths[cell.item.left] - _SIDES) // sign, 1)
                longest = min(max(map(len, label_lines(cell.item.label, fitting))), fitting)  # else broken anywhere
                wide = longest * sign + sign // 2 + _SIDES
                least[cell.item.left] = max(least.get(cell.item.left, 0), wide)
    return least
