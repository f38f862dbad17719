"""The number of errors above the list of findings, in view however far that is scrolled, and the way to the next."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from gui.look.colours import colours

_NONE = "没有错误"
_ROOM = 22
"""Pixels of the button beside its text: a little more than the frame needs."""


class ErrorPin(QPushButton):
    """Leads to the next error, and says how many there are; not seen while there are none.

    It keeps its size whatever it says: beside a key pressed in a table there is no time to lay out a page.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tool")  # as low as what stands beside it, also beside tabs
        self.setToolTip("填错的、不能识别的和勾稽不平的，必须改；点一下到下一个")
        self.setAccessibleName(_NONE)
        self.setEnabled(False)
        self.setAutoDefault(True)  # Return presses it while it has the focus, as Space does
        self._fit()

    def show_count(self, errors: int) -> None:
        """Show how many errors there are."""
        text = f"下个错误（{errors}）" if errors else ""
        if self.text() != text:
            self.setText(text)
            self.setAccessibleName(f"{errors}个错误，到下一个" if errors else _NONE)
            self.setEnabled(bool(errors))
            self.update()

    def _fit(self) -> None:
        """Take the room of two digits, and the colour of errors."""
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText, colours(palette).ink("error"))
        palette.setColor(QPalette.ColorGroup.Inactive, QPalette.ColorRole.ButtonText, colours(palette).ink("error"))
        if palette != self.palette():
            self.setPalette(palette)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("下个错误（100）") + _ROOM)
        self.setFixedHeight(self.fontMetrics().height() + 8)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.isEnabled():  # else it keeps its room alone
            super().paintEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (event.Type.PaletteChange, event.Type.FontChange, event.Type.StyleChange):
            self._fit()
