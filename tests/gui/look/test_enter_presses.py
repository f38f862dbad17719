"""Enter presses the button on which the focus is to be seen, in the windows and in all dialogs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from gui.dialogs.answer_buttons import answer_buttons, side_button
from gui.main_window import MainWindow
from tests.focus import has_focus

DEAF = {"gui/dialogs/reading.py", "gui/dialogs/waiting.py"}
"""They open while the clerk types: Enter was meant for what stood there before."""


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_button_inside_a_dialog_is_pressed_where_it_has_the_focus_only(qtbot: QtBot, key: Qt.Key) -> None:
    pressed: list[str] = []
    dialog = QDialog()
    qtbot.addWidget(dialog)
    layout = QVBoxLayout(dialog)
    field, side = QLineEdit(), side_button("另存样例…", lambda: pressed.append("side"))
    buttons: QDialogButtonBox = answer_buttons(dialog, "登记")[0]
    dialog.accepted.connect(lambda: pressed.append("登记"))
    for widget in (side, field, buttons):
        layout.addWidget(widget)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    side.setFocus()
    QTest.keyClick(side, key)
    assert pressed == ["side"]
    field.setFocus()
    QTest.keyClick(field, key)
    assert pressed == ["side", "登记"]


def test_no_other_button_is_deaf_to_enter() -> None:
    """A button without ``autoDefault`` hands Enter on to the default one, which may register or send."""
    root = Path(__file__).parents[3]
    deaf = re.compile(r"setAutoDefault\(False\)|autoDefault=False")
    found = {
        path.relative_to(root).as_posix()
        for path in (root / "gui").rglob("*.py")
        if deaf.search(path.read_text(encoding="utf-8"))
    }
    assert found == DEAF | {"gui/look/enter_presses.py"}


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_strip_is_opened_by_keys_and_leads_to_the_findings(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    window.open_sample()
    window.wizard.show_page("s3")
    window.work.fold(is_folded=True)
    strip = window.work.strip
    strip.open.setFocus()
    qtbot.waitUntil(strip.open.hasFocus)
    QTest.keyClick(strip.open, key)
    assert not window.work.is_folded
    assert has_focus(window.work.findings.list)
