"""What the status bar says of something that was done: until the next thing is done, or for a while."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent, QStatusTipEvent
from PySide6.QtWidgets import QStatusBar, QWidget
from shiboken6 import isValid

from core.base.overriding import override
from core.report.report import Report
from gui.report.session import ReportSession

_AROUND, _GAP = 24, 8
"""Pixels around the sentence, and beside each widget."""


class SaidWords(QObject):
    """Says one sentence at a time in a status bar."""

    def __init__(self, bar: QStatusBar, session: ReportSession) -> None:
        super().__init__(bar)
        self._bar = bar
        bar.installEventFilter(self)
        bar.window().installEventFilter(self)
        self._giving_way: Sequence[QWidget] = ()
        self._beside: Sequence[QWidget] = ()
        bar.messageChanged.connect(self._make_room)
        self._session = session
        self._about: Report | None = None
        self._lasts = False
        session.steps_changed.connect(self._follow_report)

    def say(self, sentence: str, milliseconds: int) -> None:
        """Say a sentence for so long at most; 0 for until something else is said."""
        self._about, self._lasts = self._session.report, milliseconds == 0
        self._bar.showMessage(sentence, milliseconds)

    def make_room_of(self, giving_way: Sequence[QWidget], beside: Sequence[QWidget]) -> None:
        """Hide these, the first one first, while there is no room for all that stands in the bar with the sentence."""
        self._giving_way, self._beside = giving_way, beside

    def fit(self) -> None:
        """Make room again: something beside the sentence says other words now, or the bar has another width."""
        if isValid(self._bar):  # a window may go while its last autosave ends
            self._make_room(self._bar.currentMessage())
            layout = self._bar.layout()
            if layout is not None:
                layout.activate()  # or a paint before Qt does it would cut the words to the width of those before

    def _make_room(self, sentence: str) -> None:
        for widget in self._giving_way:
            widget.show()
        room = self._bar.width() - self._bar.fontMetrics().horizontalAdvance(sentence) - _AROUND
        for widget in self._giving_way:
            if sum(_room_of(one) for one in self._beside if not one.isHidden()) > room:
                widget.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make room anew in a bar of another width; keep menus from clearing it, which have nothing to say there."""
        if isinstance(event, QStatusTipEvent):
            return True
        if isinstance(event, QResizeEvent) and watched is self._bar:
            self.fit()
        return super().eventFilter(watched, event)

    def end(self) -> None:
        """Say no more of what was done before, since something else is done now."""
        if not self._lasts:
            self._bar.clearMessage()

    def _follow_report(self) -> None:
        if self._session.report is not self._about:  # else only its findings are told, or that it is saved
            self.end()


def _room_of(widget: QWidget) -> int:
    return widget.sizeHint().width() + _GAP
