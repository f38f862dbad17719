"""Tells what somebody wrote into a draft outside its form: comments, text boxes, rows below a table, sheets of his own.

None of it is read. It is told whenever a draft is read, so that nobody makes a report without it unawares; what saving
drops is named once more, cell by cell (`foreign`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from core.base.short_texts import normalised, some_of
from core.checks.findings import inner_quotes
from core.draft.workbook.beside import NOT_READ
from core.draft.workbook.draft_reader import LoadedDraft
from core.draft.workbook.foreign import PlannedCells
from core.draft.workbook.list_sheets import ORIGINS
from core.draft.workbook.problems_sheet import PROBLEMS_KEY
from core.draft.workbook.reading import ALL_ROWS, Unread, WorkbookReading
from core.draft.workbook.sheet_plan import Formula, address
from core.draft.workbook.workbook_plan import plan_workbook
from core.form.form_definition import FormDefinition
from core.report.report import Report

_OUTSIDE = f"工作表“{{sheet}}”中{{cells}}写在了表样以外，{NOT_READ}核对，需要的填到表样的格中。"
_OWN_SHEET = f"工作表“{{sheet}}”（{{count}}格有内容）不属于草稿，{NOT_READ}核对，需要的填到草稿的工作表中。"
_NOTES = f"工作表“{{sheet}}”中{{cells}}的{{kind}}{NOT_READ}逐条核对，要改的改在格中。"
_NAMED, _SHOWN = 3, 20


def outside_form(loaded: LoadedDraft, reading: WorkbookReading) -> list[Unread]:
    """Return what stands outside the form, one sentence a sheet, each naming its places; to be called last of all."""
    return [*_cells_outside(loaded, reading), *remarked_notes(reading)]


def remarked_notes(reading: WorkbookReading) -> Iterator[Unread]:
    """Yield a sentence for each sheet with comments, and for each with text boxes."""
    for sheet, notes in reading.finder.book.notes.items():
        by_kind: dict[str, list[str]] = {}
        for kind, at, text in notes:
            if text.strip():
                by_kind.setdefault(kind, []).append(f"{at}“{_short(text)}”")
        for kind, cells in by_kind.items():
            named = some_of(cells, _NAMED, "处")
            yield Unread("", "", inner_quotes(_NOTES.format(sheet=sheet, cells=named, kind=kind)))


def _cells_outside(loaded: LoadedDraft, reading: WorkbookReading) -> Iterator[Unread]:
    strange = {title: places for title in reading.finder.book.sheets if (places := _strange_cells(reading, title))}
    if not strange:  # as in each draft that the program wrote: its plan need not be made
        return
    plans = {sheet.key: sheet for sheet in plan_workbook(loaded.report)}
    for title, places in strange.items():
        keys, cells = reading.finder.keys[title], reading.finder.book.sheets[title]
        plan = plans.get(keys.key)
        is_read = title in reading.used or (plan is not None and not plan.codes)
        if not is_read and title not in reading.finder.book.hidden:
            yield Unread("", "", inner_quotes(_OWN_SHEET.format(sheet=title, count=len(cells))))
        if not is_read:
            continue
        planned = PlannedCells(keys, plan) if plan is not None else ()
        told = {remark.cell for remark in reading.remarks if remark.sheet == title}
        outside = [at for at in places if at not in planned and address(*at) not in told]
        if outside:
            named = some_of([f"{address(*at)}“{_short(cells[at].text)}”" for at in outside], _NAMED, "格")
            yield Unread("", "", inner_quotes(_OUTSIDE.format(sheet=title, cells=named)))


def _strange_cells(reading: WorkbookReading, title: str) -> list[tuple[int, int]]:
    """Return the cells of a sheet that were not read, hold no text of the form and can be seen, in reading order."""
    book, keys = reading.finder.book, reading.finder.keys[title]
    if keys.key == PROBLEMS_KEY or (title, ALL_ROWS) in reading.told_rows:
        return []
    known, covered, cells = _texts_of(reading.form), book.covered.get(title, ()), book.sheets[title]
    found = [
        at
        for at in cells.keys() - reading.used.get(title, set())
        if at[0] != keys.row and at[1] != keys.column and cells[at].text not in known and cells[at].text.strip()
    ]
    if not found:
        return []
    corner = (keys.row + 1, keys.column + 1)  # the title, which may name the unit
    found = [at for at in found if at != corner and at not in covered and (title, at[0]) not in reading.told_rows]
    rows, columns = book.unseen[title]
    return sorted(at for at in found if at[0] not in rows and at[1] not in columns)


@lru_cache(maxsize=8)
def _texts_of(form: FormDefinition) -> frozenset[str]:
    """Return all texts and formulas that stand in each draft of a form."""
    values = [value for sheet in plan_workbook(Report(form.id)) for value, _ in sheet.cells.values()]
    formulas = {value.text for value in values if isinstance(value, Formula)}
    return frozenset({value for value in values if isinstance(value, str)} | formulas | {ORIGINS.shown})


def _short(text: str) -> str:
    line = normalised(text)
    return line if len(line) <= _SHOWN else line[:_SHOWN] + "…"
