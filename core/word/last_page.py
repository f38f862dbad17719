"""Reckons on which pages the parts of a report stand, as print and Word set them, and where its last text ends.

Numbers and letters are taken for as wide as in Times New Roman, so that a line may be off in another font.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from core.form.form_definition import FormDefinition
from core.form.form_definition import Table as FormTable
from core.word.latin_widths import latin_width
from core.word.lines import Line, Setting, Width, count_lines, set_lines
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
    table_plan,
    text_height,
    text_width,
)
from core.word.remembered import remembered
from core.word.style_profile import StyleProfile
from core.word.table_notes import Paragraphs, is_kept


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


def ending(last: str, paragraphs: Paragraphs, form: FormDefinition, profile: StyleProfile) -> Ending:
    """Return where the last paragraph of a text ends.

    Args:
        last: Code of the text.
        paragraphs: What stands at the places of the plan, by code.
        form: The form.
        profile: The style.
    """
    flow = Flow(text_height(profile) / TWIPS)
    waiting: list[Unit] = []
    mine: set[int] = set()
    for code, units in _parts(paragraphs, form, profile):
        if mine and code != last:
            break
        waiting += units
        mine = {id(unit) for unit in units} if code == last else set()
    flow.add(waiting)
    own = len(mine)
    on_pages = [sum(id(unit) in mine for unit, _ in page) for page in flow.pages]
    first = next(page for page, count in zip(flow.pages, on_pages, strict=True) if count)
    headings = tuple(unit.heading for unit, top in first if unit.heading and top)
    return Ending(on_pages[-1] if on_pages[-1] < own else 0, (flow.height - flow.y) / profile.pitch, headings)


def pages(paragraphs: Paragraphs, form: FormDefinition, profile: StyleProfile) -> list[list[str]]:
    """Return what stands on each page: the code of each line and of each row of a table, "" for empty lines."""
    codes: dict[int, str] = {}
    waiting: list[Unit] = []
    for code, units in _parts(paragraphs, form, profile):
        codes.update((id(unit), code) for unit in units)
        waiting += units
    flow = Flow(text_height(profile) / TWIPS)
    flow.add(waiting)
    return [[codes.get(id(unit), "") for unit, _ in page] for page in flow.pages]


def _parts(paragraphs: Paragraphs, form: FormDefinition, profile: StyleProfile) -> Iterator[tuple[str, list[Unit]]]:
    """Yield the units of each paragraph and table, with its code."""
    known, below = looks(profile), 0.0
    for part in report_plan(form, profile):
        if isinstance(part, TablePlan):
            units = _rows(part, profile, is_kept=is_kept(part.table, paragraphs, form))
            units[0].before += below
            below = 0.0
            yield part.table.id, units
            continue
        free = profile.pitch / 2 if part.is_below_table else 0
        for kind, text in paragraphs.get(part.code, ()) if part.code else [("plain", "")]:
            look = look_of(part, kind, known)
            room = setting(look, profile, text_width(profile) / TWIPS)
            units = line_units(_line_count(text, room, look.size), look, before=free + below)
            units[0].heading = part.code if part.may_be_down else ""
            below = look.after
            yield part.code, units


@lru_cache(maxsize=512)  # most paragraphs are the same when the report is made again
def _line_count(text: str, room: Setting, size: float) -> int:
    return count_lines(text, room, _measure(size))


def _measure(size: float) -> Width:
    return lambda word: latin_width(word) * size


def _rows(plan: TablePlan, profile: StyleProfile, *, is_kept: bool) -> list[Unit]:
    """Return the rows of a table, each number on one line, and the line below the last one."""
    table = _laid_out(plan.table, profile)
    rows = [
        Unit(height, table=table, row=top, keeps_next=row.keeps_next or (is_kept and top == len(plan.rows) - 1))
        for top, (row, height) in enumerate(zip(plan.rows, table.heights, strict=True))
    ]
    return [*rows, Unit(BORDER, keeps_next=is_kept)]


@remembered
def _laid_out(table: FormTable, profile: StyleProfile) -> Table:
    """Return a table with the height of its rows: the same in every report of a form and style."""
    plan, known = table_plan(table, profile), looks(profile)
    margins = Margins(CELL_MARGINS["left"] / TWIPS, CELL_MARGINS["top"] / TWIPS)
    boxes = [
        _box(cell, known[cell.look]) for top, row in enumerate(plan.rows) for cell in row.cells if cell.item.top == top
    ]
    heights = row_heights(boxes, margins, plan.rows[0].height / TWIPS)
    return Table(boxes, (), heights, margins, sum(row.is_head for row in plan.rows))


def _box(cell: CellPlan, look: Look) -> tuple[Box, Sequence[Line]]:
    item, room = cell.item, cell_setting(cell, look)
    box = Box(item.top, item.left, item.height, item.width, item.label, room, look.pitch)
    return box, _label_lines(item.label, room, look.size)


@cache
def _label_lines(label: str, room: Setting, size: float) -> Sequence[Line]:
    return set_lines(label, room, _measure(size))
