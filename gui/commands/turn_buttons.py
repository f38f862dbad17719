"""上一步 and 下一步 in the status bar, where they take no row from the page."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gui.look.enter_presses import let_enter_press


class TurnButtons(QWidget):
    """Turns the pages.

    Attributes:
        back: 上一步.
        on: 下一步.
    """

    def __init__(self, back: QAction, on: QAction) -> None:
        super().__init__()
        self.back, self.on = QPushButton("上一步"), QPushButton("下一步")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        for button, action in ((self.back, back), (self.on, on)):
            let_enter_press(button)
            button.setToolTip(action.toolTip())
            button.clicked.connect(action.trigger)
            row.addWidget(button)

    def show_place(self, place: int, count: int) -> None:
        """Offer what leads to another page from the one at this place."""
        self.back.setEnabled(place > 0)
        self.on.setEnabled(place < count - 1)
