"""Going from place to place in the window by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class Navigation(QObject):
    """Commands of the menu 查看 that only move the focus."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def next_finding(self, step: int) -> None:
        """Show the place of the next finding, or of the one before."""
        self._window.session.catch_up()
        finding = self._window.findings.step(step)
        if finding is None:
            self._window.statusBar().showMessage("没有发现问题", 8000)
        else:
            self._window.wizard.show_finding(finding)
            self._window.statusBar().showMessage(finding.message, 20000)

    def next_pane(self) -> None:
        """Put the focus into the next pane: section list, page, findings, help."""
        window = self._window
        panes = [window.wizard.sections.list, window.wizard.current, window.findings.list, window.help]
        shown = [pane for pane in panes if pane.isVisible()]
        focus = QApplication.focusWidget()
        here = next((i for i, p in enumerate(shown) if focus and (p is focus or p.isAncestorOf(focus))), 0)
        target = shown[(here + 1) % len(shown)]
        if target is window.wizard.current:
            window.wizard.current.focus_first()
        else:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
