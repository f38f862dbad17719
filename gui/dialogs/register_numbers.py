"""The numbers that a register counts, beside those of the report, to be ticked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from core.office.register.count import RegisterCount
from core.office.register.taking_over import CountedCell
from core.office.register.vocabulary import vocabulary
from core.report.entry_text import entry_as_text, shown_entry
from core.report.report import Report
from gui.look.row_table import RowTable

_LINE = 4
"""Characters in a line of a head; the names of table 三 are up to twice as long."""


def numbers_table(report: Report, counted: RegisterCount, cells: Sequence[CountedCell]) -> QTableWidget:
    """Return table 三 with each number as counted, and the present one before it where that is another."""
    form = report.form
    table = form.tables[vocabulary().data["outcomes"]["table"]]
    columns, rows = list(table.columns), list(table.rows)
    heads = [f"{line.name[:_LINE]}\n{line.name[_LINE:]}".strip() for line in table.columns.values()]
    shown = RowTable(len(rows), heads, "台账数出的表三")
    shown.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
    shown.setVerticalHeaderLabels([line.name for line in table.rows.values()])
    shown.verticalHeader().show()
    by_code = {cell.code: cell for cell in cells}
    for code in table.cells:
        _, row, column = code.split(".")
        cell = by_code.get(code)
        item = _cell_item(cell) if cell else QTableWidgetItem(entry_as_text(counted.counted.numbers.get(code)))
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        shown.setItem(rows.index(row), columns.index(column), item)
    shown.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    return shown


def others_table(cells: Sequence[CountedCell]) -> QTableWidget:
    """Return the numbers outside table 三."""
    table = vocabulary().data["outcomes"]["table"]
    others = [cell for cell in cells if not cell.code.startswith(f"{table}.")]
    shown = RowTable(len(others), ("数字", "现有和台账"), "表四和信息处理费")
    shown.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    for at, cell in enumerate(others):
        shown.setItem(at, 0, QTableWidgetItem(cell.name))
        shown.setItem(at, 1, _cell_item(cell))
    return shown


def _cell_item(cell: CountedCell) -> QTableWidgetItem:
    new = entry_as_text(cell.new)
    item = QTableWidgetItem(f"{shown_entry(cell.old)} → {new}" if cell.is_other else new)
    item.setData(Qt.ItemDataRole.UserRole, cell.code)
    if cell.is_other:
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked)
        if cell.old is not None or cell.new:
            font = QFont(item.font())
            font.setBold(True)
            item.setFont(font)
    return item
