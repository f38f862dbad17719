"""Drives a matrix as a person does: keys, input methods, clicks. Shared by the tests of the matrices."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.report.report import new_report
from gui.matrix.delegate import CellEditor
from gui.matrix.view import MatrixView
from gui.report.session import ReportSession


def new_session() -> ReportSession:
    """Return a session with an empty report of an invented unit."""
    made = ReportSession(lambda: datetime(2026, 1, 5, 10, 0))
    made.replace(new_report("某某县水利局", "政府部门", 2025))
    return made


def settle() -> None:
    """Have everything laid out and painted: what one round of events asks for comes in the next."""
    for _ in range(6):
        QApplication.processEvents()


@contextmanager
def shown_matrix(qtbot: QtBot, session: ReportSession, table_id: str) -> Iterator[MatrixView]:
    """Show a matrix in a window of its own, with the focus in it."""
    made = MatrixView(session, table_id)
    made.resize(830, 560)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)  # the keys of actions are for the active window only
    made.grid.setFocus()
    yield made
    made.close()
    made.deleteLater()


def compose(target: QWidget, text: str) -> None:
    """Show text that an input method is still composing."""
    QApplication.sendEvent(target, QInputMethodEvent(text, []))


def press(qtbot: QtBot, view: MatrixView, *keys: Qt.Key | str, modifier: Qt.KeyboardModifier | None = None) -> None:
    """Press keys where the focus of the table is: in the open editor, else in the table."""
    for wanted in keys:
        for key in wanted if isinstance(wanted, str) else [wanted]:
            target: QWidget = view.grid.editor() or view.grid
            if isinstance(key, str):
                qtbot.keyClicks(target, key)
            else:
                qtbot.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)


def editor_of(view: MatrixView) -> CellEditor:
    """Return the open editor; fails where there is none."""
    editor = view.grid.editor()
    assert editor is not None
    return editor
