"""The line beside a cell that says why its entry was refused."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QWidget

from gui.look.colours import Colours
from gui.look.plain_text import PlainLabel

_HINT_MS = 4000


class EntryNote(PlainLabel):
    """A line beside a cell that says why its entry was refused, or for a while why it takes none."""

    def __init__(self, parent: QWidget, lasting: Callable[[], tuple[QRect, str]]) -> None:
        """Show nothing yet; ``lasting`` returns the current cell and what is to be said of it, "" for nothing."""
        super().__init__(parent=parent)
        self._lasting = lasting
        self._hint_timer = QTimer(self, singleShot=True, interval=_HINT_MS)
        self._hint_timer.timeout.connect(self.show_lasting)
        self._ground = parent
        self.setObjectName("matrix-note")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def apply_look(self, shades: Colours) -> None:
        """Take the colours of the scheme."""
        scheme = shades.scheme
        self.setStyleSheet(
            f"background: {scheme.error_back}; color: {scheme.error}; border: 1px solid {scheme.error};"
            " border-radius: 3px; padding: 3px 7px;"
        )

    def show_lasting(self) -> None:
        """Say what is to be said of the current cell."""
        self._hint_timer.stop()
        self._show_at(*self._lasting())

    def renew(self, _places: object = None) -> None:
        """Take the reason away, or change it, when a paste, an undo or a repair changed the current cell."""
        if self.isVisible() and not self._hint_timer.isActive():
            self.show_lasting()

    def show_hint(self, cell: QRect, text: str) -> None:
        """Say something beside a cell for a while."""
        self._show_at(cell, text)
        self._hint_timer.start()

    def _show_at(self, cell: QRect, text: str) -> None:
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
