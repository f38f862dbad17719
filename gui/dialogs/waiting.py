"""What is shown while work beside the window takes a while: the window stays painted and takes no input."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout
from typing_extensions import override

from gui.look.plain_text import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

_LOOK_MS = 50


class WaitDialog(QDialog):
    """Says what is waited for, until it is done; nothing else closes it."""

    def __init__(self, parent: QWidget | None, text: Callable[[], str], is_done: Callable[[], bool]) -> None:
        """Show what ``text`` says, asked again and again, until ``is_done``."""
        super().__init__(
            parent, Qt.WindowType.Dialog | Qt.WindowType.CustomizeWindowHint | Qt.WindowType.WindowTitleHint
        )
        self.setWindowTitle("请稍候")
        self._text = text
        self._is_done = is_done
        self.label = PlainLabel(text())
        self.label.setMinimumWidth(360)
        bar = QProgressBar(maximum=0, textVisible=False)
        layout = QVBoxLayout(self)
        layout.addWidget(self.label)
        layout.addWidget(bar)
        timer = QTimer(self, interval=_LOOK_MS)
        timer.timeout.connect(self._look)
        timer.start()

    def _look(self) -> None:
        self.label.setText(self._text())
        if self._is_done():
            self.accept()

    @override
    def reject(self) -> None:
        """Stay: what is under way cannot be left half done."""
