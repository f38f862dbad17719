"""Files of others are read in another process: the window lives on, the clerk can call it off, it ends by itself."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from core.base.errors import ReportError
from core.base.reading_process import ReadingProcess
from gui.look.plain_text import PlainLabel

T = TypeVar("T")

PATIENCE = 0.5  # seconds; what takes no longer needs no dialog
_POLL_MS = 20


class ReadingDialog(QDialog):
    """Says what is being read, and lets the clerk call it off.

    Attributes:
        is_cancelled: Whether the clerk did so.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("正在读取")
        self.setModal(True)
        self.setMinimumWidth(360)
        self.is_cancelled = False
        self.label = PlainLabel(wordWrap=True)
        buttons = QDialogButtonBox()
        self.cancel = buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        self.cancel.setAutoDefault(False)  # Return was meant for what stood there before
        buttons.rejected.connect(self.reject)
        self.rejected.connect(self._note_cancelled)
        layout = QVBoxLayout(self)
        layout.addWidget(self.label)
        layout.addWidget(buttons)

    def _note_cancelled(self) -> None:
        self.is_cancelled = True


def in_process(parent: QWidget, name: str, work: Callable[..., T], *arguments: object) -> T | None:
    """Have something read while the window lives on; None where the clerk called it off.

    Args:
        parent: The window.
        name: What is read, for the clerk.
        work: A function of a module of the core; it is called in another process.
        arguments: What it is called with.

    Raises:
        ReportError: It cannot be read, or takes longer than the promised time.
    """
    found = each_in_process(parent, work, [(name, *arguments)])
    if found is None:
        return None
    if isinstance(found[0], ReportError):
        raise found[0]
    return found[0]


def each_in_process(
    parent: QWidget, work: Callable[..., T], wanted: Sequence[tuple[object, ...]]
) -> list[T | ReportError] | None:
    """Do the same with several: what was read, or why not, in order; None where the clerk called it off.

    Args:
        parent: The window.
        work: A function of a module of the core; it is called in another process.
        wanted: For each the name for the clerk, then what the function is called with.
    """
    found: list[T | ReportError] = []
    dialog = ReadingDialog(parent)
    begun = time.monotonic()
    try:
        with ReadingProcess() as process:
            for number, (name, *arguments) in enumerate(wanted, 1):
                count = f"（第{number}份，共{len(wanted)}份）" if len(wanted) > 1 else ""
                dialog.label.setText(f"正在读取“{name}”…{count}")
                reading = process.start(work, *arguments)
                if not _wait(reading, dialog, begun):
                    if dialog.is_cancelled:
                        return None
                    found.append(process.given_up(str(name)))
                    continue
                try:
                    found.append(reading.result(str(name)))
                except ReportError as error:
                    found.append(error)
    finally:
        dialog.hide()
        dialog.deleteLater()
    return found


class Awaited(Protocol):
    """Something under way in another process."""

    @property
    def is_overdue(self) -> bool:
        """Whether it takes longer than it may."""

    def is_done(self) -> bool:
        """Whether it came to its end."""


def wait_or_cancel(awaited: Awaited, parent: QWidget, title: str, text: str) -> bool:
    """Wait for something while the window lives on; return whether it ended or is overdue: not if it was called off."""
    dialog = ReadingDialog(parent)
    dialog.setWindowTitle(title)
    dialog.label.setText(text)
    try:
        _wait(awaited, dialog, time.monotonic())
        return not dialog.is_cancelled
    finally:
        dialog.hide()
        dialog.deleteLater()


def _wait(awaited: Awaited, dialog: ReadingDialog, begun: float) -> bool:
    """Wait for one thing, showing the dialog when it takes long; return whether it came to its end."""
    events = QEventLoop()
    ticks = QTimer(interval=_POLL_MS)
    ticks.start()
    while not awaited.is_done():
        if dialog.is_cancelled or awaited.is_overdue:
            return False
        if not dialog.isVisible() and time.monotonic() - begun > PATIENCE:
            dialog.show()
        flags = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
        if not dialog.isVisible():  # nobody may type into a report that is about to be replaced
            flags |= QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
        events.processEvents(flags)
    return True
