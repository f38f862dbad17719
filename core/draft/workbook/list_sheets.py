"""The sheets that hold lists: explanations, log, rounds of review, origins, and what the form has no place for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.draft.workbook.codes import CONTINUED
from core.draft.workbook.sheet_plan import SheetPlan, Style, cell_pieces
from core.form.blocks import blocks_of
from core.report.entry_text import clean_text, entry_as_text
from core.report.report import FINAL_COPY, Report
from core.report.status_names import STATUS_NAMES

LIST_PREFIX = "list."
NUMBER_COLUMN = "序号"
_TOP = 3


@dataclass(frozen=True, slots=True)
class ListSheet:
    """One list: its key, its title, and its columns with their widths, the number column left out.

    Attributes:
        shown: Title of a last column that explains the codes to a reader and is not read back; "" for none.
    """

    key: str
    title: str
    columns: tuple[str, ...]
    widths: tuple[float, ...]
    is_hidden: bool = False
    shown: str = ""


EXPLANATIONS = ListSheet(
    "explanations", "疑点说明", ("疑点", "说明", "填写人", "日期", "编号"), (60.0, 50.0, 12.0, 12.0, 30.0)
)
LOG = ListSheet("log", "修改记录", ("时间", "内容"), (18.0, 90.0))
ROUNDS = ListSheet(
    "rounds", "送审记录", ("稿次", "日期", "校验码", "退回人", "退回日期"), (8.0, 12.0, 14.0, 20.0, 12.0)
)
REMARKS = ListSheet("remarks", "退回意见", ("送审记录序号", "意见", "答复", "理由"), (14.0, 60.0, 10.0, 50.0))
SHOWN = ListSheet("shown", "送审内容", ("送审记录序号", "编号", "内容"), (14.0, 20.0, 80.0), is_hidden=True)
ORIGINS = ListSheet(
    "origins",
    "数字来源",
    ("数据块", "科室", "提供人", "日期", "依据"),
    (16.0, 20.0, 12.0, 12.0, 50.0, 36.0),
    shown="对应的数字",
)
STATUS = ListSheet("status", "办理状态", ("项目", "内容", "编号"), (20.0, 60.0, 20.0))
OTHERS = ListSheet("others", "其他内容", ("类别", "编号", "内容"), (12.0, 24.0, 80.0))

KINDS = {"meta": "基本信息", "texts": "文字", "cells": "数字", "controls": "另有合计"}
"""What the form has no place for, by the attribute of the report."""


def list_sheets(report: Report) -> list[SheetPlan]:
    """Return the sheets of all lists that are not empty."""
    names = {block.code: block.name for block in blocks_of(report.form)} if report.origins else {}
    made: dict[ListSheet, list[tuple[str, ...]]] = {
        EXPLANATIONS: [(e.message, e.reason, e.author, e.date, key) for key, e in report.explanations.items()],
        LOG: [(entry.date, entry.what) for entry in report.log],
        ROUNDS: [
            (FINAL_COPY if r.is_final else str(r.number), r.date, r.checksum, r.returned_by, r.returned_on)
            for r in report.rounds
        ],
        REMARKS: [(str(i), m.text, m.answer, m.reason) for i, r in enumerate(report.rounds, 1) for m in r.remarks],
        SHOWN: [(str(i), code, text) for i, r in enumerate(report.rounds, 1) for code, text in r.shown.items()],
        ORIGINS: [
            (block, o.department, o.person, o.date, o.basis, names.get(block, ""))
            for block, o in report.origins.items()
        ],
        STATUS: [(STATUS_NAMES.get(name, name), value, name) for name, value in report.status.items()],
        OTHERS: _others(report),
    }
    return [_list_sheet(kind, rows) for kind, rows in made.items() if rows]


def _others(report: Report) -> list[tuple[str, ...]]:
    """What stands in the report though its form has no place for it, as text."""
    form = report.form
    texts = [("meta", c, t) for c, t in report.meta.items() if c not in form.meta]
    texts += [("texts", c, t) for c, t in report.texts.items() if c not in form.texts]
    numbers = [("cells", c, e) for c, e in report.cells.items() if c not in form.cells or form.cells[c].is_derived]
    numbers += [("controls", c, e) for c, e in report.controls.items() if c not in form.derived]
    texts += [(kind, code, entry_as_text(entry)) for kind, code, entry in numbers]
    return [(KINDS[kind], code, text) for kind, code, text in texts]


def _list_sheet(kind: ListSheet, rows: Sequence[tuple[str, ...]]) -> SheetPlan:
    sheet = SheetPlan(kind.key, kind.title, is_hidden=kind.is_hidden)
    sheet.put(1, 1, kind.title, Style.TITLE)
    for column, label in enumerate(filter(None, (NUMBER_COLUMN, *kind.columns, kind.shown)), 1):
        sheet.put(_TOP, column, label, Style.HEADER)
    sheet.own(LIST_PREFIX + kind.key, _TOP, 1)
    row = _TOP + 1
    for number, values in enumerate(rows, 1):
        sheet.put(row, 1, number, Style.MARK)
        height = 1
        for column, value in enumerate(values, 2):
            pieces = cell_pieces(clean_text(value))
            height = max(height, len(pieces))
            for i, piece in enumerate(pieces):
                sheet.put(row + i, column, piece or None, Style.TEXT)
        for i in range(1, height):
            sheet.put(row + i, 1, CONTINUED, Style.MARK)
        row += height
    sheet.widths.update({1: 8, **dict(enumerate(kind.widths, 2))})
    sheet.frozen = (_TOP + 1, 0)
    return sheet
