"""Boxes that are as high as their text, in a page that scrolls."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QTextEdit, QWidget
from typing_extensions import override

from gui.look.reveal import reveal

_FRAME = 4
"""Pixels of the frame and the padding of a box on two sides together."""

_LEAST_LINES = 2
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.TextFlag.TextWrapAnywhere)


class SideBySide(QWidget):
    """Boxes side by side, as high as they need once that is told.

    Its height is asked for by its layout: to be made higher at once would lay the boxes out while they are laid out.

    Attributes:
        row: Their layout.

    Signals:
        grown: It has another height now, as was asked for.
    """

    grown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self._height = 0

    def need(self, height: int) -> None:
        """Be so many pixels high."""
        if height != self._height:
            self._height = height
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height) if self._height else super().sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._height) if self._height else super().minimumSizeHint()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self.grown.emit()


def needed_height(boxes: Sequence[QTextEdit]) -> int:
    """Return the height at which all of boxes side by side is in view, also what an empty one shows."""
    first = boxes[0]
    margins = 2 * round(first.document().documentMargin())
    needed = [first.fontMetrics().lineSpacing() * _LEAST_LINES + margins]
    for box in boxes:
        needed.append(ceil(box.document().size().height()))
        if box.document().isEmpty():
            room = QRect(0, 0, max(round(box.document().textWidth()) - margins, 1), 0)
            needed.append(box.fontMetrics().boundingRect(room, _WRAP, box.placeholderText()).height() + margins)
    return max(needed) + _FRAME


def set_width(boxes: Sequence[QTextEdit], width: int) -> None:
    """Break the lines of boxes as they will be broken once each is so many pixels wide."""
    for box in boxes:
        if box.viewport().width() != width - _FRAME:
            box.document().setTextWidth(width - _FRAME)


def follow_cursor(box: QTextEdit) -> None:
    """Scroll the page in which a box grows to its cursor, where the clerk writes in it."""
    if box.hasFocus() and not box.viewport().visibleRegion().boundingRect().contains(box.cursorRect()):
        reveal(box)
