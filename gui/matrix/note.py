"""The line beside a cell that says why its entry was refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget

if TYPE_CHECKING:
    from gui.look.colours import Colours


class EntryNote(QLabel):
    """A line beside a cell that says why its entry was refused, or why it takes none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = parent
        self.setObjectName("matrix-note")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def dress(self, shades: Colours) -> None:
        """Take the colours of the scheme."""
        scheme = shades.scheme
        self.setStyleSheet(
            f"background: {scheme.error_back}; color: {scheme.error}; border: 1px solid {scheme.error};"
            " border-radius: 3px; padding: 3px 7px;"
        )

    def show_at(self, cell: QRect, text: str) -> None:
        """Show a text below a cell, or above it where there is no room, inside the viewport; "" hides it."""
        if not text:
            self.hide()
            return
        self.setText(text)
        self.adjustSize()
        room = self._ground.rect()
        top = cell.bottom() + 3
        if top + self.height() > room.bottom():
            top = cell.top() - self.height() - 3
        self.move(QPoint(max(min(cell.left(), room.right() - self.width()), 0), top))
        self.show()
        self.raise_()
