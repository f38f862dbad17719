"""Buttons that change something and are replaced at once by others: a double click must not press two of them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QDeadlineTimer, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from typing_extensions import override


class SinglePress(QObject):
    """Lets buttons react to the first press of a double click only.

    After something was done the buttons of the next finding stand where the mouse is: its next press means the old
    ones. A press with the mouse takes no focus either, so that Return never meets a button nobody went to; one that the
    clerk went to by Tab it presses, as Space does, also where no dialog is around.
    """

    def __init__(self, buttons: Iterable[QPushButton], parent: QObject) -> None:
        super().__init__(parent)
        self._deaf = QDeadlineTimer(0)
        for button in buttons:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAutoDefault(True)
            button.installEventFilter(self)

    def rest(self) -> None:
        """Let no press through until it can be no part of a double click."""
        self._deaf.setRemainingTime(QApplication.doubleClickInterval())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_second = event.type() == event.Type.MouseButtonDblClick
        return is_second or (event.type() == event.Type.MouseButtonPress and not self._deaf.hasExpired())
