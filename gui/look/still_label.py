"""A label whose text changes while somebody types."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from typing_extensions import override

from gui.look.plain_text import PlainLabel

_NO_LIMIT = 16_777_215  # QWIDGETSIZE_MAX, which PySide does not export


class StillLabel(PlainLabel):
    """A label of one line that grows with its widest text and shrinks only when it is asked to.

    An ordinary label that gets another text has everything around it laid out anew, in a tool bar the whole window;
    that takes longer than all the rest of a keystroke. Here only the label is painted.
    """

    def show_text(self, text: str) -> None:
        """Show a text."""
        if text != self.text():
            self.setText(text)
            self._make_room()

    def shrink(self) -> None:
        """Take up no more room than the text that is shown."""
        self.setFixedSize(self.sizeHint())

    def _make_room(self) -> None:
        needed = self.sizeHint()
        if needed.width() > self.minimumWidth() or needed.height() != self.minimumHeight():
            self.setFixedSize(needed.expandedTo(self.minimumSize()))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (event.Type.FontChange, event.Type.StyleChange):
            self.setMinimumSize(0, 0)
            self.setMaximumSize(_NO_LIMIT, _NO_LIMIT)
            self._make_room()
