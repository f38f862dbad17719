"""What a dialog says above its buttons; it takes no room while there is nothing to say."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from typing_extensions import override

from gui.look.plain_text import PlainLabel


class Complaint(PlainLabel):
    """Says what is missing or what was done, in the colour of a hint.

    The dialog grows with it: Qt asks of a wrapped text only a line or two, and takes the rest from the fields above.
    """

    def __init__(self, text: str = "") -> None:
        super().__init__(wordWrap=True, objectName="hint")
        self.setText(text)

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        parent = self.parentWidget()
        if not text:
            self.hide()
        elif parent is not None:  # before, to show it would open a window
            self.show()
            layout = parent.layout()
            if self.isVisible() and layout is not None:
                layout.activate()  # one that was hidden has no width yet
                self._make_room()

    @override
    def clear(self) -> None:
        self.setText("")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        self.setMinimumHeight(max(self.heightForWidth(self.width()), 0))
