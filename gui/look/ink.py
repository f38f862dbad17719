"""The ink of a level of finding on a label."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel
from typing_extensions import override

from gui.look.colours import colours


class Ink(QObject):
    """Gives a label the ink of a level, and again where the scheme changes: Qt puts back the ink from before then."""

    def __init__(self, label: QLabel, level: str = "") -> None:
        super().__init__(label)
        self._label = label
        self._level = level
        label.installEventFilter(self)
        self._dress()

    def show_level(self, level: str) -> None:
        """Take the ink of another level; "" for that of plain text."""
        if level != self._level:  # as at most keys
            self._level = level
            self._dress()

    def _dress(self) -> None:
        label = self._label
        ink, role = colours(label.palette()).ink(self._level), label.foregroundRole()
        if label.palette().color(role) != ink:
            palette = QPalette(label.palette())
            palette.setColor(role, ink)
            label.setPalette(palette)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._dress()
        return False
