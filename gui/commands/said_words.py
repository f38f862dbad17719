"""What the status bar says of something that was done: until the next thing is done, or for a while."""

from __future__ import annotations

from PySide6.QtWidgets import QStatusBar

from core.report.report import Report
from gui.report.session import ReportSession


class SaidWords:
    """Says one sentence at a time in a status bar."""

    def __init__(self, bar: QStatusBar, session: ReportSession) -> None:
        self._bar = bar
        self._session = session
        self._about: Report | None = None
        self._lasts = False
        session.steps_changed.connect(self._follow_report)

    def say(self, sentence: str, milliseconds: int) -> None:
        """Say a sentence for so long at most; 0 for until something else is said."""
        self._about, self._lasts = self._session.report, milliseconds == 0
        self._bar.showMessage(sentence, milliseconds)

    def end(self) -> None:
        """Say no more of what was done before, since something else is done now."""
        if not self._lasts:
            self._bar.clearMessage()

    def _follow_report(self) -> None:
        if self._session.report is not self._about:  # else only its findings are told, or that it is saved
            self.end()
