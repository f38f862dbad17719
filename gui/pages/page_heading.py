"""The heading of a page: the title as it is printed, or a short one where there is no room for that."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.look.plain_text import PlainLabel


class PageHeading(PlainLabel):
    """A heading in large print that is never cut.

    Attributes:
        title: The whole title.
    """

    def __init__(self, title: str, short: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.title = title
        self._short = short
        self.setObjectName("page-title")
        self.setIndent(0)  # it begins where what lies below it does

    def fit(self, room: int) -> None:
        """Show the whole title where so many pixels hold it, else the short one."""
        fits = self.fontMetrics().horizontalAdvance(self.title) <= room
        text = self.title if fits else self._short
        if text != self.text():
            self.setText(text)
            self.setToolTip("" if fits else self.title)
