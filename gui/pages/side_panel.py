"""Findings above help: each has the room that the other does not need."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

from gui.pages.findings_panel import FindingsPanel
from gui.pages.help_panel import HelpStrip
from gui.report.session import ReportSession

_LEAST_HELP = 0.37
"""Share of the help where neither of the two finds all the room that it needs."""


class SidePanel(QSplitter):
    """Shares its height anew where a page is shown or its size changes, until the clerk drags what is between the two.

    From cell to cell the list keeps its height, unless the help is cut while there is room left below the findings.

    Attributes:
        findings: The findings.
        help: The help below the findings.
    """

    def __init__(self, session: ReportSession, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.findings = FindingsPanel(session, self)
        self.help = HelpStrip(session, self)
        self.setStretchFactor(0, 1)
        self.setSizes([380, 220])
        self._is_fresh, self._is_page = True, False
        self._sharing = QTimer(self, singleShot=True, interval=0)  # once both are laid out
        self._sharing.timeout.connect(self._share)
        self.help.explained.connect(self._follow_help)
        self._is_dragged = False
        self.splitterMoved.connect(self._keep)

    def _keep(self) -> None:
        self._is_dragged = True

    def _follow_help(self, is_page: bool) -> None:
        self._is_fresh = self._is_fresh or is_page or self._is_page  # and once more for the first cell of a page
        self._is_page = is_page
        self._sharing.start()

    def _share(self) -> None:
        if self._is_dragged or not self.isVisible():
            return
        bar, shown = self.findings.list.verticalScrollBar(), self.findings.list
        last = shown.item(shown.count() - 1)
        left = shown.viewport().height() - shown.visualItemRect(last).bottom() if last else shown.viewport().height()
        unseen = bar.maximum() if bar.maximum() else -left
        room, needed = sum(self.sizes()), self.help.needed_height()
        if self._is_fresh:
            free = room - self.findings.height() - unseen
            height = min(needed, max(free, int(_LEAST_HELP * room)))
        else:
            height = self.help.height() + max(min(needed - self.help.height(), -unseen), 0)
        self._is_fresh = False
        if height != self.help.height():
            self.setSizes([room - height, height])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._is_fresh = True
        self._sharing.start()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._is_fresh = True
        self._sharing.start()
