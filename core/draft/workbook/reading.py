"""The reading of one workbook: what was found so far, and what could not be taken over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from core.base.short_texts import some_of
from core.draft.workbook import raw_workbook
from core.draft.workbook.codes import CONTINUED, CONTROL, FILE_CODES
from core.draft.workbook.found import CellPlace, Finder
from core.draft.workbook.sheet_plan import address
from core.form.form_definition import FormDefinition
from core.report.report import ReportBuilder

_STRANGE_TEXTS = {
    "date": "这一格被识别成了日期，已按“{text}”读入，请核对。",
    "flag": "这一格是逻辑值“{text}”，已按文字读入，请核对。",
    "error": "这一格是公式错误“{text}”，已按文字读入，请核对。",
    "formula": "这一格是公式，没有计算，已按文字“{text}”读入，请改为文字。",
}

_STRUCK = "“{text}”划了删除线，按已删除处理，没有读入；要保留的请去掉删除线，或重新填写。"
_COVERED = "这一格被合并的单元格盖住，看不到的“{text}”没有读入；请取消合并后核对，重新填写。"
ALL_ROWS = -1
"""Stands for a whole sheet among the rows."""
_SHOWN = 20
_NAMED = 3
"""Lost cells that are named; more of them are counted."""


class Unread(NamedTuple):
    """Something in a workbook that could not be taken over as it stands.

    Attributes:
        sheet: Title of the sheet; "" where there is none.
        cell: Address of the cell, such as D7; "" where there is none.
        sentence: A Chinese sentence saying what it is and what became of it.
    """

    sheet: str
    cell: str
    sentence: str


@dataclass(slots=True)
class WorkbookReading:
    """The reading of one workbook.

    Attributes:
        used: The cells whose content was taken over, by title of the sheet.
        doubts: What a person must settle before the report goes out (rule C-07): sentences by codes.
        units: The units named beside a place, the nearest first, and where each stands, by place.
        unitless: Places of amounts beside which the form names a unit and the sheet none.
        told_rows: Rows of which it was told that they were not read, by title of the sheet.
        told_units: Where another unit than that of the form stands, as far as it was told.
        text_cells: The cells of each text that hold something, by code.
        strange: What was read as text though it is a value or a formula, until somebody takes it away.
    """

    finder: Finder
    builder: ReportBuilder
    form: FormDefinition
    remarks: list[Unread] = field(default_factory=list)
    used: dict[str, set[tuple[int, int]]] = field(default_factory=dict)
    doubts: dict[str, str] = field(default_factory=dict)
    units: dict[CellPlace, tuple[tuple[str, CellPlace], ...]] = field(default_factory=dict)
    unitless: set[CellPlace] = field(default_factory=set)
    told_rows: set[tuple[str, int]] = field(default_factory=set)
    told_units: set[CellPlace] = field(default_factory=set)
    text_cells: dict[str, list[CellPlace]] = field(default_factory=dict)
    strange: list[str] = field(default_factory=list)
    _lost: list[str] = field(default_factory=list)
    _columns: dict[str, dict[int, list[int]]] = field(default_factory=dict)

    def remark(self, place: CellPlace | None, sentence: str) -> None:
        """Note what was met at a place."""
        sheet, cell = (place[0], address(*place[1:])) if place else ("", "")
        self.remarks.append(Unread(sheet, cell, sentence))

    def doubt(self, codes: Iterable[str], sentence: str) -> None:
        """Note what a person must settle, with the codes it is about; it stays in the report until it is answered."""
        known = (code.removeprefix(CONTROL) for code in codes if code not in FILE_CODES)
        self.doubts[" ".join(dict.fromkeys(known))] = sentence

    def place_of(self, code: str, name: str) -> CellPlace | None:
        """Return the place of a code; a lost one is noted by its name."""
        place = self.finder.place(code)
        if place is None and code not in self.finder.moved:
            self._lost.append(name)
        return place

    def remark_lost(self) -> None:
        """Remark the places that were not found: one by one, or as what is gone with rows or a sheet."""
        if len(self._lost) > _NAMED:
            named = some_of([f"“{name}”" for name in self._lost], _NAMED, "格", between="")
            self.remark(None, f"找不到{named}（可能整行或整张工作表被删除），按未填处理。")
        else:
            for name in self._lost:
                self.remark(None, f"找不到“{name}”的单元格（可能被删除），按未填处理。")

    def columns_in(self, sheet: str, row: int) -> list[int]:
        """Return the columns of a row in which something stands; sought once a sheet, which may have many rows."""
        if sheet not in self._columns:
            rows: dict[int, list[int]] = {}
            for at, column in self.finder.book.sheets[sheet]:
                rows.setdefault(at, []).append(column)
            self._columns[sheet] = rows
        return self._columns[sheet].get(row, [])

    def use(self, sheet: str, row: int, column: int) -> raw_workbook.RawCell | None:
        """Return what is seen in a cell, and note that it was taken over; what is struck out or covered is remarked."""
        used = self.used.setdefault(sheet, set())
        book = self.finder.book
        cell = book.sheets[sheet].get((row, column))
        if cell is not None and (row, column) in book.covered.get(sheet, ()):
            if (row, column) not in used and cell.text.strip():
                self.remark((sheet, row, column), _COVERED.format(text=cell.text.strip()[:_SHOWN]))
            used.add((row, column))
            return None
        if cell is not None and cell.struck and (row, column) not in used:
            self.remark((sheet, row, column), _STRUCK.format(text=cell.struck[:_SHOWN]))
        used.add((row, column))
        return cell

    def text_at(self, sheet: str, row: int, column: int) -> str:
        """Return a cell as text; what Excel made of it beside text and numbers is remarked."""
        cell = self.use(sheet, row, column)
        if cell is None:
            return ""
        if cell.kind in _STRANGE_TEXTS:
            self.remark((sheet, row, column), _STRANGE_TEXTS[cell.kind].format(text=cell.text))
            self.strange += [cell.text[:_SHOWN]] if cell.kind != "date" else []
        return cell.text

    def is_continued(self, sheet: str, row: int, column: int) -> bool:
        """Return whether a cell marks that the text beside it goes on where the one above ended."""
        cell = self.finder.book.sheets[sheet].get((row, column))
        if cell is None or cell.text.strip() != CONTINUED:
            return False
        self.use(sheet, row, column)
        return True
