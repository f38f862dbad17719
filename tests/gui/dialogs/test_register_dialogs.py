"""What a register counts as can be read as a whole: every cell and every head."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QTableWidget
from pytestqt.qtbot import QtBot

from core.base.resources import resource_path
from core.office.register.count import RegisterCount
from core.office.register.mapping import RegisterMapping
from core.office.register.reading import read_register
from core.office.register.taking_over import counted_cells, take_over
from core.office.register.work import RegisterWork
from core.report.report import Report, new_report
from gui.dialogs.register_cases import CasesDialog
from gui.dialogs.register_preview import PreviewDialog

SAMPLE = resource_path("samples", "示例台账.xlsx")


def counted_sample(report: Report) -> tuple[RegisterWork, RegisterCount]:
    work = RegisterWork(SAMPLE, tuple(read_register(SAMPLE)), RegisterMapping(), report.form, 2025)
    return work, work.counted


def cut(table: QTableWidget) -> list[str]:
    """Return what is not seen as a whole."""
    found = []
    for row in range(table.rowCount()):
        for column in range(table.columnCount()):
            item = table.item(row, column)
            assert item is not None
            room = QRect(0, 0, table.columnWidth(column) - 8, 9999)
            needed = table.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, item.text())
            if needed.width() > room.width() or needed.height() > table.rowHeight(row):
                found.append(item.text())
    return found


@pytest.mark.parametrize("width", [1040, 800])
def test_what_a_case_counts_as_is_whole(qtbot: QtBot, width: int) -> None:
    report = new_report("某某县水利局", "政府部门", 2025)
    _, counted = counted_sample(report)
    taken = take_over(report, counted, [cell.code for cell in counted_cells(report, counted)], "2026-01-12")
    dialog = CasesDialog(taken.applied_to(report), "t3.R01.C1", counted)
    qtbot.addWidget(dialog)
    dialog.resize(width, 480)
    dialog.show()
    QApplication.processEvents()
    assert dialog.table.rowCount() > 3
    assert cut(dialog.table) == []
    assert not dialog.table.horizontalScrollBar().isVisible()


@pytest.mark.parametrize("width", [1040, 800])
def test_the_heads_of_the_counted_table_are_whole(qtbot: QtBot, width: int) -> None:
    report = new_report("某某县水利局", "政府部门", 2025)
    work, _ = counted_sample(report)
    dialog = PreviewDialog(work, report, lambda _work: None)
    qtbot.addWidget(dialog)
    dialog.resize(width, 480)
    dialog.show()
    QApplication.processEvents()
    head = dialog.numbers.horizontalHeader()
    for column in range(dialog.numbers.columnCount()):
        item = dialog.numbers.horizontalHeaderItem(column)
        assert item is not None
        needed = head.fontMetrics().size(0, item.text())
        assert needed.width() + 12 <= head.sectionSize(column), item.text()
        assert needed.height() <= head.height()
