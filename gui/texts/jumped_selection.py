"""What a jump to a finding selected in a text, kept from the second press of a key that a clerk is used to."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTextEdit
from typing_extensions import override

_PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
"""What buttons and lists are pressed with."""


class JumpedSelection(QObject):
    """Takes the first Enter or space after a jump: it ends the selection, and does not wipe out what is selected.

    All else that is typed, composed or pasted replaces the selection, as everywhere.
    """

    def __init__(self, box: QTextEdit) -> None:
        super().__init__(box)
        self._box = box
        self._is_of_jump = False
        box.selectionChanged.connect(self._forget)
        box.installEventFilter(self)

    def keep(self) -> None:
        """Know what is selected now as the selection of a jump, until another one is made."""
        self._is_of_jump = self._box.textCursor().hasSelection()

    def end(self) -> None:
        """Take the selection of a jump away: the clerk is in another box, and would see two selections."""
        if self._is_of_jump:
            cursor = self._box.textCursor()
            cursor.clearSelection()
            self._box.setTextCursor(cursor)

    def _forget(self) -> None:
        self._is_of_jump = False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not (self._is_of_jump and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress):
            return super().eventFilter(watched, event)
        if event.key() not in _PRESSES or self._box.isReadOnly():
            return super().eventFilter(watched, event)
        if not event.isAutoRepeat():  # else the key that led here is still down
            cursor = self._box.textCursor()
            cursor.setPosition(cursor.selectionEnd())
            self._box.setTextCursor(cursor)
        return True
