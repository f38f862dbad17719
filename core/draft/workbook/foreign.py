"""Names what a workbook holds beside the draft, since saving writes the workbook anew without it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

import openpyxl
from openpyxl import Workbook

from core import __version__
from core.draft.workbook.draft_reader import LoadedDraft
from core.draft.workbook.found import SheetKeys
from core.draft.workbook.problems_sheet import PROBLEMS_KEY
from core.draft.workbook.raw_workbook import TEXT_BOX, RawCell, openpyxl_at_work
from core.draft.workbook.reading import Unread, WorkbookReading
from core.draft.workbook.sheet_plan import Formula, SheetPlan, address
from core.draft.workbook.workbook_plan import plan_workbook

_LONGEST_SHOWN = 20
_FATE = "不属于草稿，保存时不会保留。"


def foreign_cells(loaded: LoadedDraft, reading: WorkbookReading) -> Iterator[Unread]:
    """Yield the sheets and cells that are no part of the draft, in the order of the file."""
    is_own_version = loaded.program_version == __version__
    yield from cells_beside(plan_workbook(loaded.report), reading, _FATE, is_own_version=is_own_version)


def cells_beside(
    sheets: Iterable[SheetPlan], reading: WorkbookReading, fate: str, *, is_own_version: bool
) -> Iterator[Unread]:
    """Yield what a workbook holds beside the planned sheets, in the order of the file.

    Args:
        sheets: What the workbook held when it was written.
        reading: What was read of it.
        fate: The end of the sentences: what became of it.
        is_own_version: Whether this version of the program wrote the workbook, so that its labels are known.
    """
    plans = {sheet.key: sheet for sheet in sheets}
    every_text = {value for plan in plans.values() for value, _ in plan.cells.values() if isinstance(value, str)}
    seen: set[str] = set()
    is_values_only = reading.finder.book.is_values_only
    for title, cells in reading.finder.book.sheets.items():
        keys = reading.finder.keys[title]
        used = reading.used.get(title, set())
        if not cells or keys.key == PROBLEMS_KEY:
            continue
        plan = plans.get(keys.key)
        is_guide = plan is not None and not plan.codes and keys.key not in seen
        seen.add(keys.key)
        if not used and not is_guide:
            yield Unread(title, "", f"工作表“{title}”（{len(cells)}格有内容）{fate}")
            continue
        planned = PlannedCells(keys, plan) if plan is not None else None
        for place in sorted(cells.keys() - used):
            if is_values_only and planned is not None and isinstance(planned.value(place), Formula):
                continue  # what the formula of the program came to
            if not _is_own(cells[place], place, keys, planned, every_text, by_place=not is_own_version):
                shown = cells[place].text.replace("\n", " ")
                if len(shown) > _LONGEST_SHOWN:
                    shown = shown[:_LONGEST_SHOWN] + "…"
                yield Unread(title, address(*place), f"“{shown}”{fate}")


def _is_own(
    cell: RawCell,
    place: tuple[int, int],
    keys: SheetKeys,
    planned: PlannedCells | None,
    every_text: set[str],
    *,
    by_place: bool,
) -> bool:
    """Whether a cell that holds none of the values is a label, a key or a formula of the draft.

    Labels are told by their words; by their place where another version of the program wrote others.
    """
    row, column = place
    if row == keys.row or column == keys.column or cell.text in every_text:
        return True
    if planned is None:
        return cell.kind == "formula"  # the keys were deleted, so that nothing can be told by its place
    value = planned.value(place)
    if isinstance(value, Formula):
        return cell.kind == "formula"
    is_title = row == keys.row + 1  # it may name the unit, which a person may have changed
    return value is not None and (by_place or is_title)


class PlannedCells:
    """What a draft holds at the places of a sheet, which are told by their keys wherever they were moved."""

    def __init__(self, keys: SheetKeys, plan: SheetPlan) -> None:
        self._cells = plan.cells
        rows = {value: at[0] for at, (value, _) in plan.cells.items() if at[1] == 0}
        columns = {value: at[1] for at, (value, _) in plan.cells.items() if at[0] == 0}
        self._rows = {at: rows[key] for key, at in keys.rows.items() if key in rows}
        self._columns = {at: columns[key] for key, at in keys.columns.items() if key in columns}

    def __contains__(self, place: tuple[int, int]) -> bool:
        """Tell whether the draft has a cell at a place, if only a blank one."""
        return self._planned(place) in self._cells

    def value(self, place: tuple[int, int]) -> object:
        """Return what the draft holds at a place; None for nothing."""
        return self._cells.get(self._planned(place), (None, None))[0]

    def _planned(self, place: tuple[int, int]) -> tuple[int, int]:
        return self._rows.get(place[0], -1), self._columns.get(place[1], -1)


def text_boxes(reading: WorkbookReading) -> list[Unread]:
    """Return the text boxes, which are no part of a draft."""
    found = ((sheet, note) for sheet, notes in reading.finder.book.notes.items() for note in notes)
    return [Unread(sheet, note.cell, f"这里的{note.kind}{_FATE}") for sheet, note in found if note.kind == TEXT_BOX]


def foreign_parts(data: bytes, path: Path) -> list[Unread]:
    """Return notes, pictures and charts, which are no part of a draft either.

    Raises:
        DamagedFileError: openpyxl cannot make sense of the workbook.
    """
    with openpyxl_at_work(path):
        return list(_parts(openpyxl.load_workbook(BytesIO(data), keep_links=False)))


def _parts(workbook: Workbook) -> Iterator[Unread]:
    for sheet in workbook.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.comment is not None:
                    yield Unread(sheet.title, cell.coordinate, "这一格的批注不属于草稿，保存时不会保留。")
        pictures, charts = (len(getattr(sheet, name, ())) for name in ("_images", "_charts"))
        if pictures:
            yield Unread(sheet.title, "", f"工作表“{sheet.title}”中的{pictures}张图片不属于草稿，保存时不会保留。")
        if charts:
            yield Unread(sheet.title, "", f"工作表“{sheet.title}”中的{charts}个图表不属于草稿，保存时不会保留。")
    for chart in workbook.chartsheets:
        yield Unread(chart.title, "", f"图表工作表“{chart.title}”不属于草稿，保存时不会保留。")
