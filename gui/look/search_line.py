"""A line to search in: it can be cleared, takes no dropped file, and reads itself out."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QLineEdit


class SearchLine(QLineEdit):
    """A line in which somebody types what is looked for."""

    def __init__(self, hint: str = "") -> None:
        super().__init__(placeholderText=hint)
        self.setAccessibleName("查找")
        self.setAcceptDrops(False)
        self.setClearButtonEnabled(True)
        for button in self.children():
            if isinstance(button, QAbstractButton):
                button.setAccessibleName("清除查找内容")
