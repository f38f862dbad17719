"""A line of the report that is no number of a table: a field of 基本信息, or a fee."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from typing_extensions import override

from gui.look.composing import ComposedLine
from gui.report.session import ReportSession
from gui.report.undo_steps import undo_by_key


class ReportLine(ComposedLine):
    """A line of the report; its keys for undo and redo are those of the whole report."""

    def __init__(self, session: ReportSession) -> None:
        super().__init__()
        self._session = session

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not undo_by_key(self._session, event):
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.home(False)  # a text longer than the line is known by its beginning
