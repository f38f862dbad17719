"""Reckons where the last text of a report ends, as print and Word set it: on which page, and how much of it there.

Numbers and letters are taken for as wide as digits, so that a line may be off in a text with many of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.form.form_definition import FormDefinition
from core.word.lines import Line, Width, set_lines
from core.word.looks import Look, looks
from core.word.page_flow import Box, Flow, Margins, Table, Unit, line_units, row_heights
from core.word.plan import (
    BORDER,
    CELL_MARGINS,
    TWIPS,
    CellPlan,
    TablePlan,
    cell_setting,
    look_of,
    report_plan,
    setting,
    text_height,
    text_width,
)
from core.word.style_profile import StyleProfile

_DIGIT_WIDTH = 0.5  # of the size


@dataclass(frozen=True, slots=True)
class Ending:
    """Where the last paragraph of a text ends.

    Attributes:
        lines: Of it on the page where it ends; 0 where it begins there.
        free: Lines that this page has left.
        headings: Codes of the headings of sections on the page where it begins, but for one at its head, and but for
            those above a table.
    """

    lines: int
    free: float
    headings: tuple[str, ...]


def ending(
    last: str, paragraphs: Mapping[str, Sequence[tuple[str, str]]], form: FormDefinition, profile: StyleProfile
) -> Ending:
    """Return where the last paragraph of a text ends.

    Args:
        last: Code of the text.
        paragraphs: What stands at the places of the plan, by code.
        form: The form.
        profile: The style.
    """
    flow, known, below = Flow(text_height(profile) / TWIPS), looks(profile), 0.0
    waiting: list[Unit] = []
    own = 0
    for part in report_plan(form, profile):
        if isinstance(part, TablePlan):
            units = _rows(part, profile)
            units[0].before += below
            waiting += units
            below = 0.0
            continue
        free = profile.pitch / 2 if part.is_below_table else 0
        for kind, text in paragraphs.get(part.code, ()) if part.code else [("plain", "")]:
            look = look_of(part, kind, known)
            room = setting(look, profile, text_width(profile) / TWIPS)
            lines = set_lines(text, room, _measure(look.size))
            units = line_units(len(lines), look, before=free + below)
            units[0].heading = part.code if part.may_be_down else ""
            waiting += units
            below, own = look.after, len(units)
        if part.code == last:
            break
    flow.add(waiting)
    mine = {id(unit) for unit in waiting[-own:]}
    on_pages = [sum(id(unit) in mine for unit, _ in page) for page in flow.pages]
    first = next(page for page, count in zip(flow.pages, on_pages, strict=True) if count)
    headings = tuple(unit.heading for unit, top in first if unit.heading and top)
    return Ending(on_pages[-1] if on_pages[-1] < own else 0, (flow.height - flow.y) / profile.pitch, headings)


def _measure(size: float) -> Width:
    return lambda word: len(word) * _DIGIT_WIDTH * size


def _rows(plan: TablePlan, profile: StyleProfile) -> list[Unit]:
    """Return the rows of a table, each number on one line, and the line below the last one."""
    known, margins = looks(profile), Margins(CELL_MARGINS["left"] / TWIPS, CELL_MARGINS["top"] / TWIPS)
    boxes = [
        _box(cell, known[cell.look]) for top, row in enumerate(plan.rows) for cell in row.cells if cell.item.top == top
    ]
    heights = row_heights(boxes, margins, plan.rows[0].height / TWIPS)
    table = Table(boxes, (), heights, margins, sum(row.is_head for row in plan.rows))
    rows = [
        Unit(height, table=table, row=top, keeps_next=row.keeps_next)
        for top, (row, height) in enumerate(zip(plan.rows, heights, strict=True))
    ]
    return [*rows, Unit(BORDER)]


def _box(cell: CellPlan, look: Look) -> tuple[Box, Sequence[Line]]:
    item, room = cell.item, cell_setting(cell, look)
    box = Box(item.top, item.left, item.height, item.width, item.label, room, look.pitch)
    return box, set_lines(item.label, room, _measure(look.size))
