"""Lines and texts that lose nothing of what an input method is composing in them."""

from __future__ import annotations

from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from typing_extensions import override


def hand_over(editor: QWidget, preedit: str) -> None:
    """Write what was being composed into an editor, as if it had been confirmed.

    The input method is asked first while the editor has the focus; not every one answers.
    """
    if preedit and editor.hasFocus():
        QGuiApplication.inputMethod().commit()
        preedit = str(getattr(editor, "preedit", ""))
    if preedit:
        event = QInputMethodEvent()
        event.setCommitString(preedit)
        QApplication.sendEvent(editor, event)


class ComposedLine(QLineEdit):
    """A line that takes over what is being composed in it when it is left, or clicked into; it takes no drops.

    Attributes:
        preedit: What an input method is composing and has not handed over yet.
    """

    preedit = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(False)  # of a file Qt would write the path

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.preedit = event.preeditString()  # first, since the text changes in the next line
        super().inputMethodEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.commit_preedit()
        super().focusOutEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.commit_preedit()
        super().mousePressEvent(event)

    def commit_preedit(self) -> None:
        """Take over what is still being composed."""
        hand_over(self, self.preedit)
