"""What is shown while work in a thread takes a while: the window stays painted and takes no input."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, Qt, QTimer
from PySide6.QtWidgets import QDialog, QProgressBar, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from gui.look.plain_text import PlainLabel

_LOOK_MS = 50

PATIENCE_MS = 8000
"""After which the clerk may wait no longer: a sound disk needs a second, and a file that is held is tried for six."""


class WaitDialog(QDialog):
    """Says what is waited for, until it is done; after some seconds the clerk may wait no longer."""

    def __init__(
        self,
        parent: QWidget | None,
        text: Callable[[], str],
        is_done: Callable[[], bool],
        longest_ms: int | None = None,
    ) -> None:
        """Show what ``text`` says, asked again and again, until ``is_done`` or for so long."""
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
        self.stop = QPushButton("不再等待")
        self.stop.setAutoDefault(False)  # Return was meant for what stood there before
        self.stop.clicked.connect(self._give_up)
        self.stop.hide()
        layout.addWidget(self.stop, alignment=Qt.AlignmentFlag.AlignRight)
        self._latest = QDeadlineTimer(QDeadlineTimer.ForeverConstant.Forever if longest_ms is None else longest_ms)
        if longest_ms is None:
            QTimer.singleShot(PATIENCE_MS, self, self.stop.show)
        timer = QTimer(self, interval=_LOOK_MS)
        timer.timeout.connect(self._look)
        timer.start()

    def _look(self) -> None:
        self.label.setText(self._text())
        if self._is_done():
            self.accept()
        elif self._latest.hasExpired():
            self._give_up()

    def _give_up(self) -> None:
        self.done(int(QDialog.DialogCode.Rejected))

    @override
    def reject(self) -> None:
        """Stay: Esc alone must not leave what is under way."""
