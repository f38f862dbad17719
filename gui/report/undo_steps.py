"""The keys for undo and redo inside texts and lines."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent, QKeySequence

from gui.report.session import ReportSession


def undo_by_key(session: ReportSession, event: QKeyEvent) -> bool:
    """Undo or redo where a key asks for it; return whether it did.

    Qt keeps these keys from the menu while a text or line has the focus, and would undo within that one alone.
    """
    if event.matches(QKeySequence.StandardKey.Undo):
        session.undo()
    elif event.matches(QKeySequence.StandardKey.Redo):
        session.redo()
    else:
        return False
    return True
