"""What a dialog says above its buttons; it takes no room while there is nothing to say."""

from __future__ import annotations

from typing_extensions import override

from gui.look.plain_text import PlainLabel


class Complaint(PlainLabel):
    """Says what is missing or what was done, in the colour of a hint."""

    def __init__(self, text: str = "") -> None:
        super().__init__(wordWrap=True, objectName="hint")
        self.setText(text)

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        if not text:
            self.hide()
        elif self.parentWidget() is not None:  # before, to show it would open a window
            self.show()

    @override
    def clear(self) -> None:
        self.setText("")
