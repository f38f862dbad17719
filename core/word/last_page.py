"""Reckons on which pages the parts of a report stand, as print and Word set them, and where its last text ends.

Numbers and letters are taken for as wide as in Times New Roman, so that a line may be off in another font.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from core.form.form_definition import FormDefinition
from core.form.form_definition import Table as FormTable
from core.word.latin_widths import latin_width
from core.word.lines import Setting, Width, count_lines
from core.word.looks import Look, looks
from core.word.page_flow import Flow, Table, Unit, line_units, row_heights
from core.word.plan import (
    BORDER,
    CELL_MARGINS,
    TWIPS,
    CellPlan,
    ParagraphPlan,
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

_MOST_KEPT = 256


class Ending(NamedTuple):
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
    waiting: list[Unit] = []
    mine = range(0)
    for code, units in _parts(paragraphs, form, profile):
        if mine and code != last:
            break
        waiting += units
        mine = range(len(waiting) - len(units), len(waiting)) if code == last else range(0)
    flow = Flow(text_height(profile) / TWIPS)
    flow.add(waiting)
    on_pages = [sum(at in mine for at in page) for page in _places(flow, waiting)]
    first = next(page for page, count in zip(flow.pages, on_pages, strict=True) if count)
    headings = tuple(unit.heading for unit, top in first if unit.heading and top)
    return Ending(on_pages[-1] if on_pages[-1] < len(mine) else 0, (flow.height - flow.y) / profile.pitch, headings)


def pages(paragraphs: Paragraphs, form: FormDefinition, profile: StyleProfile) -> list[list[str]]:
    """Return what stands on each page: the code of each line and of each row of a table, "" for empty lines."""
    waiting: list[Unit] = []
    codes: list[str] = []
    for code, units in _parts(paragraphs, form, profile):
        waiting += units
        codes += [code] * len(units)
    flow = Flow(text_height(profile) / TWIPS)
    flow.add(waiting)
    return [[codes[at] if at >= 0 else "" for at in page] for page in _places(flow, waiting)]


def _places(flow: Flow, added: Sequence[Unit]) -> Iterator[list[int]]:
    """Yield for each page which of the units that were added stand on it; -1 for a head that is repeated."""
    place = 0
    for page in flow.pages:
        found = []
        for unit, _ in page:
            is_next = place < len(added) and unit is added[place]
            found.append(place if is_next else -1)
            place += is_next
        yield found


def _parts(paragraphs: Paragraphs, form: FormDefinition, profile: StyleProfile) -> Iterator[tuple[str, Sequence[Unit]]]:
    """Yield the units of each paragraph and table, with its code."""
    known, below = _known(form, profile), 0.0
    for number, part in enumerate(known.plan):
        if isinstance(part, TablePlan):
            yield part.table.id, known.rows(part, below, is_kept=is_kept(part.table, paragraphs, form))
            below = 0.0
            continue
        for kind, text in paragraphs.get(part.code, ()) if part.code else [("plain", "")]:
            look, room = known.look(number, part, kind)
            yield part.code, known.lines(number, part, kind, _line_count(text, room, look.size), below)
            below = look.after


class _Known:
    """What is known of the parts of a form in a style, whatever a report says there."""

    def __init__(self, form: FormDefinition, profile: StyleProfile) -> None:
        self.plan = report_plan(form, profile)
        self._profile = profile
        self._looks: dict[tuple[int, str], tuple[Look, Setting]] = {}
        self._lines: dict[tuple[int, str, int, float], Sequence[Unit]] = {}
        self._rows: dict[tuple[str, float, bool], Sequence[Unit]] = {}

    def look(self, number: int, part: ParagraphPlan, kind: str) -> tuple[Look, Setting]:
        """Return how a paragraph of a kind looks that stands at this place of the plan, and how its lines are set."""
        found = self._looks.get((number, kind))
        if found is None:
            look = look_of(part, kind, looks(self._profile))
            found = look, setting(look, self._profile, text_width(self._profile) / TWIPS)
            self._looks[number, kind] = found
        return found

    def lines(self, number: int, part: ParagraphPlan, kind: str, count: int, below: float) -> Sequence[Unit]:
        """Return the lines of such a paragraph, below one that has so many points left free below it."""
        key = number, kind, count, below
        units = self._lines.get(key)
        if units is None:
            if len(self._lines) >= _MOST_KEPT:
                self._lines.clear()
            free = self._profile.pitch / 2 if part.is_below_table else 0
            made = line_units(count, self.look(number, part, kind)[0], before=free + below)
            made[0].heading = part.code if part.may_be_down else ""
            units = self._lines[key] = made
        return units

    def rows(self, plan: TablePlan, below: float, *, is_kept: bool) -> Sequence[Unit]:
        """Return the rows of a table, each number on one line, and the line below the last one."""
        key = plan.table.id, below, is_kept
        if key not in self._rows:
            table, last = _laid_out(plan.table, self._profile), len(plan.rows) - 1
            rows = [
                Unit(height, table=table, row=top, keeps_next=row.keeps_next or (is_kept and top == last))
                for top, (row, height) in enumerate(zip(plan.rows, table.heights, strict=True))
            ]
            rows[0].before += below
            self._rows[key] = [*rows, Unit(BORDER, keeps_next=is_kept)]
        return self._rows[key]


@remembered
def _known(form: FormDefinition, profile: StyleProfile) -> _Known:
    return _Known(form, profile)


@lru_cache(maxsize=512)  # most paragraphs are the same when the report is made again
def _line_count(text: str, room: Setting, size: float) -> int:
    return count_lines(text, room, _measure(size))


def _measure(size: float) -> Width:
    return lambda word: latin_width(word) * size


@remembered
def _laid_out(table: FormTable, profile: StyleProfile) -> Table:
    """Return a table with the height of its rows: the same in every report of a form and style."""
    plan, known = table_plan(table, profile), looks(profile)
    cells = [
        (cell.item.top, cell.item.height, _lines_of(cell, known[cell.look]), known[cell.look].pitch)
        for top, row in enumerate(plan.rows)
        for cell in row.cells
        if cell.item.top == top
    ]
    heights = row_heights(cells, plan.rows[0].height / TWIPS)
    return Table((), (), heights, CELL_MARGINS["left"] / TWIPS, sum(row.is_head for row in plan.rows))


def _lines_of(cell: CellPlan, look: Look) -> int:
    """Return how many lines a label has; 0 for a number."""
    return _label_lines(cell.item.label, cell_setting(cell, look), look.size) if cell.item.label else 0


@cache
def _label_lines(label: str, room: Setting, size: float) -> int:
    return count_lines(label, room, _measure(size))
