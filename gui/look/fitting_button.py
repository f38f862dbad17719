"""A button that says less where its page is narrow, so that it makes no page wider than its window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy
from typing_extensions import override


class FittingButton(QPushButton):
    """Shows all of its words where they have room, else the short ones; it is read out in full."""

    def __init__(self, words: str = "", short: str = "") -> None:
        super().__init__(words)
        self._words, self._short = words, short
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def say(self, words: str, short: str) -> None:
        """Have other words, the short ones for where the page is narrow."""
        if (words, short) != (self._words, self._short):
            self._words, self._short = words, short
            self.setAccessibleName(words)
            self.setText(words)
            self._fit()

    def _hint(self, words: str) -> QSize:
        """Return the size for some words, whichever are shown now: the layout must not go round in circles."""
        shown = super().sizeHint()
        advance = self.fontMetrics().horizontalAdvance
        return QSize(shown.width() + advance(words) - advance(self.text()), shown.height())

    @override
    def sizeHint(self) -> QSize:
        return self._hint(self._words)

    @override
    def minimumSizeHint(self) -> QSize:
        return self._hint(self._short)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        words = self._words if self.width() >= self.sizeHint().width() else self._short
        if words != self.text():
            self.setText(words)
