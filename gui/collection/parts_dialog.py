"""Which units a number of the summed report comes from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.office.collection import sum_parts
from core.report.entry_text import Number, format_number
from core.report.report import Report
from gui.dialogs.answer_buttons import close_buttons
from gui.dialogs.dialog_size import open_with_size
from gui.look.plain_text import PlainLabel
from gui.look.row_table import RowTable

_FAULTY = "（报告有错误，汇总时还没有改好）"


class PartsDialog(QDialog):
    """Lists the units with what each gives, and whose report had errors; says where the number was changed since."""

    def __init__(
        self, report: Report, code: str, parts: Sequence[tuple[str, Number]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        cell = report.form.cells[code]
        self.setWindowTitle(f"来自哪些单位：{cell.name}")
        open_with_size(self, 560, 460)
        self.intro = PlainLabel(sum_parts.sum_in_words(report, code, parts), wordWrap=True)
        self.table = RowTable(len(parts), ("单位", f"数量（{cell.unit}）"), "各单位的数字")
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(1, 140)
        faulty = sum_parts.faulty_units(report)
        for row, (name, number) in enumerate(parts):
            self.table.setItem(row, 0, QTableWidgetItem(f"{name}{_FAULTY}" if name in faulty else name))
            shown = QTableWidgetItem(format_number(number))
            shown.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(row, 1, shown)
        self.table.selectRow(0)
        layout = QVBoxLayout(self)
        layout.addWidget(self.intro)
        layout.addWidget(self.table, 1)
        layout.addWidget(close_buttons(self))
