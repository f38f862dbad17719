"""Finds numbers alone in a cell that stand under or beside another unit: 金额（元） above 【…本年收费金额】 in 万元."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from core.office.papers.known import spelling
from core.office.papers.neighbours import is_other_unit
from core.visible.units import drawn_unit, is_of_one_kind
from core.word.placeholders import names_in

_UNIT_AT_END = re.compile(r"[（(](?:单位[:：]?)?([^（）()]{1,4})[）)]\s*[:：]?\s*$")
_STATED = re.compile(r"\s*(?:金额)?单位[:：]\s*(?:人民币)?(\S{1,4})\s*")
"""What says it for all numbers below: 单位：万元."""
_ALONE = re.compile(r"\s*【[^【】]{1,80}】\s*")


class Cell(NamedTuple):
    """A cell with a text, of a table or of a sheet; ``width`` is how many cells its row has, 0 for a sheet."""

    place: str
    text: str
    table: int
    row: int
    column: int
    width: int = 0


def unit_lines(cells: Iterable[Cell], units: Mapping[str, str]) -> Iterator[str]:
    """Yield a line for each placeholder alone in its cell where the cells beside it, or the head, name another unit.

    Args:
        cells: Row by row.
        units: Of the placeholders that stand for numbers, by their spelling.
    """
    ordered = list(cells)
    heads: dict[tuple[int, int, int], str] = {}
    left, row, stated = "", (0, 0), (0, "")
    for cell, following in zip(ordered, [*ordered[1:], None], strict=False):
        if (cell.table, cell.row) != row:
            left, row = "", (cell.table, cell.row)
        at = cell.table, cell.column, cell.width
        if "【" not in cell.text:
            left, heads[at] = cell.text, cell.text
            said = _STATED.fullmatch(cell.text)
            stated = (cell.table, drawn_unit(said[1])) if said else stated
            continue
        unit = units.get(spelling(names_in(cell.text)[0]), "") if _ALONE.fullmatch(cell.text) else ""
        if not unit:
            continue
        is_beside = following and (following.table, following.row, following.column) == (*row, cell.column + 1)
        right = drawn_unit("".join(following.text.split())) if following and is_beside else ""
        beside = {where: named for where, named in (("左边", _unit_of(left)), ("右边", right)) if named}
        others = [(where, named) for where, named in beside.items() if is_other_unit(named, unit)]
        above = _unit_of(heads.get(at, "")) or (stated[1] if stated[0] == cell.table else "")
        if not beside and above and is_of_one_kind(above, unit) and is_other_unit(above, unit):
            others, beside = [("上面", above)], {"上面": above}
        if others and len(others) == len(beside):
            where, named = others[0]
            yield f"{cell.place}：{cell.text.strip()}以{unit}计，{where}的格写着“{named}”，请改正单位"


def _unit_of(label: str) -> str:
    """Return the unit that a label is, or names at its end in brackets; "" for none."""
    bracketed = _UNIT_AT_END.search(label)
    return drawn_unit("".join((bracketed[1] if bracketed else label).split()))
