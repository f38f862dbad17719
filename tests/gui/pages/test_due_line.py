"""The deadlines follow the size of the letters, which is set together with them."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from gui.look import theme
from gui.pages.due_line import DueLine

TODAY = date(2026, 1, 5)


def test_the_deadlines_are_in_letters_of_the_size_that_was_just_set(qtbot: QtBot, qapp: QApplication) -> None:
    due = DueLine()
    qtbot.addWidget(due)
    theme.apply(qapp)
    try:
        due.show_of(2025, "政府部门", "县级", {}, TODAY)
        due.show()
        for points in (18, 12):
            due.show_of(2025, "政府部门", "县级", {"publish": f"01-{points}"}, TODAY)
            theme.apply(qapp, points=points)
            qapp.processEvents()
            labels: list[QLabel] = list(due.findChildren(QLabel))
            shown = [label for label in labels if label.isVisibleTo(due)]
            assert any(f"1月{points}日" in label.text() for label in shown)
            assert {label.font().pointSize() for label in shown} == {points}
    finally:
        theme.apply(qapp)
