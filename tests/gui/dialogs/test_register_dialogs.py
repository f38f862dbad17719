"""What a register counts as can be read as a whole: every cell and every head."""

from __future__ import annotations

from pathlib import Path

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
from gui.dialogs.register_mapping import ColumnsDialog
from gui.dialogs.register_preview import PreviewDialog
from tests.core.office.register.register_files import text_register

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


def test_the_button_counts_what_is_ticked(qtbot: QtBot) -> None:
    report = new_report("某某县水利局", "政府部门", 2025)
    work, counted = counted_sample(report)
    dialog = PreviewDialog(work, report, lambda _work: None)
    qtbot.addWidget(dialog)
    many = len(counted_cells(report, counted))
    assert (dialog.take.text(), dialog.take.isEnabled()) == (f"采用勾选的（{many}格）", True)
    dialog.tick_none.click()
    assert (dialog.take.text(), dialog.take.isEnabled()) == ("采用勾选的", False)
    dialog.tick_all.click()
    assert dialog.take.text() == f"采用勾选的（{many}格）"


def test_a_register_that_differs_nowhere_is_noted_with_its_cases(qtbot: QtBot) -> None:
    report = new_report("某某县水利局", "政府部门", 2025)
    work, counted = counted_sample(report)
    same = report.with_cells({cell.code: cell.new for cell in counted_cells(report, counted)})
    dialog = PreviewDialog(work, same, lambda _work: None)
    qtbot.addWidget(dialog)
    assert (dialog.take.text(), dialog.take.isEnabled()) == ("记下登记号", True)
    assert not dialog.tick_all.isEnabled()
    dialog.take.click()
    assert len(dialog.chosen) == len(dialog.cells)


def test_only_what_helps_the_chosen_row_can_be_pressed(qtbot: QtBot, tmp_path: Path) -> None:
    rows = (
        ("1", "3月5日", "自然人", "", ""),
        ("2", "2025-3-5", "法人", "", ""),
        ("3", "2025-3-5", "自然人", "2025-3-6", ""),
        ("4", "2025-3-5", "自然人", "2025-3-6", "说不清"),
        ("5", "2025-3-5", "自然人", "", ""),
        ("5", "2025-3-5", "自然人", "", ""),
    )
    path = text_register(tmp_path, *rows, head=("登记号", "收到日期", "申请人类别", "办结日期", "办理结果"))
    report = new_report("某某县水利局", "政府部门", 2025)
    work = RegisterWork(path, tuple(read_register(path)), RegisterMapping(), report.form, 2025)
    dialog = PreviewDialog(work, report, lambda _work: None)
    qtbot.addWidget(dialog)
    offered = {}
    for at, row in enumerate(dialog.counted.unread):
        dialog.choose_row(at)
        buttons = {
            "double": dialog.apart,
            "marked": dialog.counted_too,
            "kind": dialog.by_kind,
            "outcome": dialog.by_outcome,
        }
        assert dialog.left_out.isEnabled()
        offered[row.key.number] = [name for name, button in buttons.items() if button.isEnabled()]
    assert offered == {"1": [], "2": ["kind"], "3": ["outcome"], "4": ["outcome"], "5": ["double"]}


def test_a_row_that_says_it_does_not_count_waits_for_the_clerk(qtbot: QtBot, tmp_path: Path) -> None:
    head = ("登记号", "收到日期", "申请人类别", "办结日期", "办理结果", "备注")
    row = ("2025-3-5", "自然人", "2025-3-6", "予以公开")
    path = text_register(tmp_path, ("1", *row, "作废"), ("2", *row, "误登"), ("2025-3", *row, ""), head=head)
    report = new_report("某某县水利局", "政府部门", 2025)
    work = RegisterWork(path, tuple(read_register(path)), RegisterMapping(), report.form, 2025)
    dialog = PreviewDialog(work, report, lambda _work: None)
    qtbot.addWidget(dialog)
    assert not dialog.take.isEnabled()
    assert (dialog.counted_too.isEnabled(), dialog.apart.isEnabled()) == (True, False)
    dialog.counted_too.click()
    assert [row.key.number for row in dialog.counted.unread] == ["2"]
    dialog.show_work(dialog.work.leave_out([dialog.counted.unread[0].key], "误登"))
    assert dialog.take.isEnabled()
    assert dialog.counted.counted.numbers["t3.R01.C1"] == 2
    dialog.begin()  # closed without a question


def test_every_reason_of_a_row_has_its_line_and_rows_left_out_are_not_called_read(qtbot: QtBot, tmp_path: Path) -> None:
    rows = (("1", "2025-11-31", "公民", "", ""), ("2", "2025-11-31", "自然人", "", ""))
    path = text_register(tmp_path, *rows, head=("登记号", "收到日期", "申请人类别", "办结日期", "办理结果"))
    report = new_report("某某县水利局", "政府部门", 2025)
    work = RegisterWork(path, tuple(read_register(path)), RegisterMapping(), report.form, 2025)
    dialog = PreviewDialog(work, report, lambda _work: None)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    two = dialog.unread.item(0, 3)
    assert two is not None
    assert two.text().splitlines()[0] == "收到日期“2025-11-31”这一天不存在，请改正"
    assert dialog.unread.rowHeight(0) > dialog.unread.rowHeight(1)
    assert cut(dialog.unread) == []
    dialog.show_work(work.leave_out([row.key for row in dialog.counted.unread], "重复登记"))
    assert "除选为不计入的以外，每一行都读懂了" in dialog.summary.text()
    dialog.begin()  # closed without a question


@pytest.mark.parametrize("width", [1040, 800])
def test_a_long_reason_is_seen_as_a_whole(qtbot: QtBot, tmp_path: Path, width: int) -> None:
    row = ("依申请2025-1", "2025-3-5", "自然人", "2025-3-6", "予以公开")
    path = text_register(tmp_path, row, row, row, ("4", *row[1:3], "2025-3-6", "按区政府办的意见答复并抄送" * 3))
    report = new_report("某某县水利局", "政府部门", 2025)
    work = RegisterWork(path, tuple(read_register(path)), RegisterMapping(), report.form, 2025)
    dialog = PreviewDialog(work, report, lambda _work: None)
    qtbot.addWidget(dialog)
    dialog.resize(width, 480)
    dialog.show()
    QApplication.processEvents()
    assert cut(dialog.unread) == []


@pytest.mark.parametrize(("width", "height"), [(837, 440), (1160, 560)])
def test_every_field_is_seen_without_scrolling(qtbot: QtBot, width: int, height: int) -> None:
    dialog = ColumnsDialog(SAMPLE.name, read_register(SAMPLE), {})
    qtbot.addWidget(dialog)
    dialog.resize(width, height)
    dialog.show()
    QApplication.processEvents()
    fields, shown = dialog.fields, dialog.preview
    assert not fields.verticalScrollBar().isVisible()
    assert not fields.horizontalScrollBar().isVisible()
    assert len(dialog.boxes) > fields.rowCount()
    assert dialog.height() == height
    assert shown.viewport().height() >= shown.rowHeight(0) * (5 if height > 500 else 1)


def test_the_button_names_the_other_number_of_a_case(qtbot: QtBot) -> None:
    report = new_report("某某县水利局", "政府部门", 2025)
    _, counted = counted_sample(report)
    taken = take_over(report, counted, [cell.code for cell in counted_cells(report, counted)], "2026-01-12")
    dialog = CasesDialog(taken.applied_to(report), "t3.R01.C1", counted)
    qtbot.addWidget(dialog)
    assert dialog.intro.text().startswith("“本年新收·自然人”由台账中的")
    said = set()
    for row in range(dialog.table.rowCount()):
        dialog.table.selectRow(row)
        said.add(dialog.go.text())
    assert "转到这件申请计入的另一格：（一）予以公开·自然人" in said
    dialog.go.click()
    assert report.form.cells[dialog.wanted].name in dialog.go.text()
