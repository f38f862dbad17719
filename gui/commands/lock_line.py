"""The line of the status bar that says why nothing can be changed."""

from __future__ import annotations

from gui.look.plain_text import PlainLabel
from gui.matrix.words import locked_hint
from gui.report.draft_file import DraftFile
from gui.report.session import ReportSession


class LockLine(PlainLabel):
    """Says why nothing can be changed, as long as a locked report is open."""

    def __init__(self, session: ReportSession, draft: DraftFile) -> None:
        super().__init__()
        self._session = session
        self._draft = draft
        self.setObjectName("heading")
        self.setAccessibleName("为什么不能修改")
        session.locked_changed.connect(self._show)
        draft.changed.connect(self._show)

    def _show(self) -> None:
        hint = locked_hint(self._session) if self._draft.is_open else ""
        if self.text() != hint:
            self.setText(hint)
