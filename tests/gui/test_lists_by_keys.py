"""Every list and table, on every page and in every dialog, is gone through with the arrow keys, PageDown and End."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QListWidget,
    QPlainTextEdit,
    QTableView,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot
from typing_extensions import override

from build_scripts.make.pictured_dialogs import asked, grab_asked, pictured_dialogs
from core.base.resources import resource_path
from core.draft.workbook import load_draft
from core.office.collection.collected import Request
from gui.commands.collection_actions import SAMPLE, SAMPLE_YEAR
from gui.main_window import MainWindow
from gui.matrix.canvas import MatrixCanvas
from tests.gui.test_accessibility import DIALOGS

KEYS = Qt.Key
DOWNWARDS = (KEYS.Key_Down, KEYS.Key_PageDown, KEYS.Key_End)
UPWARDS = (KEYS.Key_Up, KEYS.Key_PageUp, KEYS.Key_Home)
ENOUGH = 3
"""Rows with which one that goes down is told from one that goes to the end."""
LONGEST = 40_000
MOST_LISTS = 25
"""Lists and tables of the pages and dialogs that are looked at, at least: a sweep over none would find nothing."""


class KeySpy(QObject):
    """Notes the keys that come to a widget."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.keys: list[int] = []
        watched.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self.keys.append(event.key())
        return False


def shown_lists(top: QWidget) -> Iterator[QWidget]:
    """Yield what is gone through by keys in a window: lists, tables, trees, and texts that are only read."""
    widgets: list[QWidget] = list(top.findChildren(QWidget))
    for widget in widgets:
        is_listed = isinstance(widget, QAbstractItemView)
        is_read = isinstance(widget, (QTextBrowser, QPlainTextEdit)) and widget.isReadOnly()
        if not (is_listed or is_read) or not widget.isVisible() or widget.window() is not top:
            continue
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled():
            yield widget


def faults_of(widget: QWidget) -> list[str]:
    """Press the keys in a list; return what they did not do."""
    name = f"{type(widget).__name__} {widget.accessibleName()}"
    widget.setFocus()
    QApplication.processEvents()
    if not widget.hasFocus():
        return [f"{name}: no focus"]
    spy = KeySpy(widget)
    faults = []
    if isinstance(widget, QAbstractItemView) and not isinstance(widget, MatrixCanvas):
        faults = moves(widget)
    else:
        press(*DOWNWARDS, *UPWARDS)
    eaten = [KEYS(key).name for key in (*DOWNWARDS, *UPWARDS) if key.value not in spy.keys]
    widget.removeEventFilter(spy)
    return [f"{name}: {fault}" for fault in [*faults, *(f"{key} does not come" for key in eaten)]]


def moves(view: QAbstractItemView) -> list[str]:
    """Press the keys; return which of them do not lead where they should, by the rows that are enabled."""
    model = view.model()
    rows = [
        row
        for row in range(model.rowCount())
        if model.index(row, 0).flags() & Qt.ItemFlag.ItemIsEnabled and not is_hidden(view, row)
    ]
    has_rows = len(rows) >= ENOUGH and view.selectionMode() != QAbstractItemView.SelectionMode.NoSelection
    ends = not isinstance(view, QTableView) or view.selectionBehavior() == view.SelectionBehavior.SelectRows
    found = []
    for way, (step, page, end) in ((rows, DOWNWARDS), (rows[::-1], UPWARDS)):
        for key, wanted in ((step, way[1:2]), (page, way[1:]), (end, way[-1:] if ends else rows)):
            if has_rows:
                view.setCurrentIndex(model.index(way[0], 0))
            view.setFocus()  # End in a table of boxes leads into one of them
            QApplication.processEvents()
            press(key)
            if has_rows and view.currentIndex().row() not in wanted:
                found.append(f"{key.name} leads to row {view.currentIndex().row()} of {rows}")
    return found


def is_hidden(view: QAbstractItemView, row: int) -> bool:
    return isinstance(view, (QListWidget, QTableView)) and view.isRowHidden(row)


def press(*keys: Qt.Key) -> None:
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)
        QApplication.processEvents()


def open_with_last_year(window: MainWindow) -> None:
    window.open_sample()
    window.session.set_last_year(
        load_draft(resource_path("samples", "示例.xlsx")).report.with_texts({"meta.year": "2024"})
    )
    window.session.enter_many({"t3.R01.C1": "5", "t3.R03.C1": "1O"}, "填")


def test_the_keys_go_through_every_list_of_every_page(window: MainWindow, qtbot: QtBot) -> None:
    faults = [f"start: {fault}" for widget in shown_lists(window) for fault in faults_of(widget)]
    open_with_last_year(window)
    window.work.show_last_year(is_wanted=True)
    window.menus.actions["controls"].trigger()
    looked = 0
    for key in window.wizard.pages:
        window.wizard.show_page(key)
        for _part in range(2):
            window.work.fold(is_folded=False)
            QApplication.processEvents()
            qtbot.waitUntil(lambda: not window.work.findings.pause.isActive())  # then it marks what the place is about
            for widget in shown_lists(window):
                looked += 1
                faults += [f"{key}: {fault}" for fault in faults_of(widget)]
            window.wizard.switch_part()
    assert faults == []
    assert looked >= MOST_LISTS


def test_the_keys_go_through_every_list_of_every_dialog(window: MainWindow, qtbot: QtBot) -> None:
    open_with_last_year(window)
    faults, looked = [], 0
    own = ((name, make(window)) for name, make in DIALOGS.items())
    former = None
    for name, dialog in chain(pictured_dialogs(window), own):
        if former is not None and former is not dialog:
            former.hide()
        former = dialog
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        for widget in shown_lists(dialog):
            looked += 1
            faults += [f"{name}: {fault}" for fault in faults_of(widget)]
    assert former is not None
    former.hide()
    assert faults == []
    assert looked >= MOST_LISTS


@pytest.mark.parametrize("box", ["list", "changes", "to-make"])
def test_the_keys_go_through_the_list_of_a_box(real_window: MainWindow, box: str) -> None:
    open_with_last_year(real_window)
    faults, looked = [], 0

    def look(dialog: QDialog) -> None:
        nonlocal looked
        for widget in shown_lists(dialog):
            looked += 1
            faults.extend(faults_of(widget))

    grab_asked(asked(real_window)[box], look)
    assert faults == []
    assert looked


@pytest.mark.slow
def test_the_keys_go_through_the_lists_of_the_collection(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    sample = resource_path("samples", SAMPLE)
    opened = window.commands.collection
    opened.open(Request(sample / "来件", SAMPLE_YEAR, tmp_path, date(2026, 1, 12), unit_list=sample / "名单.xlsx"))
    desk = opened.window
    assert desk is not None
    qtbot.waitUntil(lambda: not desk.runner.busy and desk.pane.shown.rowCount() > ENOUGH, timeout=LONGEST)
    desk.activateWindow()
    qtbot.waitUntil(desk.isActiveWindow)
    desk.pane.table.selectRow(1)
    faults = [fault for widget in shown_lists(desk) for fault in faults_of(widget)]
    assert faults == []
    desk.pane.search.setFocus()
    press(KEYS.Key_Down)
    assert desk.pane.table.hasFocus()  # from the search line Down goes to what was found
