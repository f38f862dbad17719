"""The file of the open report: new, open, save, save as, and whether it is saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.report import Report, new_report
from core.user_files import RecentFile, remember_recent, safe_file_name

if TYPE_CHECKING:
    from gui.session import Clock, ReportSession


class DraftFile(QObject):
    """Where the open report is kept on disk.

    Attributes:
        path: The draft file; None while the report was never saved.
        is_open: Whether a report is open at all (not on the start page).

    Signals:
        changed: Path or saved state changed.
    """

    changed = Signal()

    def __init__(self, session: ReportSession, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._clock = clock
        self.path: Path | None = None
        self.is_open = False
        self._is_fresh = False
        session.undo_stack.cleanChanged.connect(lambda _clean: self.changed.emit())

    @property
    def is_saved(self) -> bool:
        """Whether the file holds what is on the screen."""
        return not self.is_open or (self._session.undo_stack.isClean() and not self._is_fresh)

    @property
    def name(self) -> str:
        """What the clerk calls it: the file name, or the title while there is no file."""
        return self.path.name if self.path else f"{self._session.report.title}（未保存）"

    def proposal(self, folder: Path) -> Path:
        """Return the file name that is proposed for a draft."""
        report = self._session.report
        return folder / safe_file_name(f"{report.unit}{report.year or ''}年政府信息公开工作年度报告（草稿）", ".xlsx")

    def new(self, unit: str, unit_type: str, year: int) -> None:
        """Begin an empty report."""
        self.take(new_report(unit, unit_type, year), None)

    def take(
        self, report: Report, path: Path | None, *, last_year: Report | None = None, is_fresh: bool = True
    ) -> None:
        """Make a report the open one; ``is_fresh`` where the file does not hold it yet."""
        self.path = path
        self.is_open = True
        self._is_fresh = is_fresh
        self._session.replace(report, last_year=last_year)
        self.changed.emit()

    def open(self, path: Path) -> tuple[tuple[str, str, str], ...]:
        """Open a draft; return what could not be read of it as sheet, cell and sentence.

        Raises:
            ReportError: The file is no draft or cannot be read; the open report is untouched.
        """
        from core.excel_draft import load_draft  # deferred: openpyxl must not be imported before the first window

        draft = load_draft(path)
        self.take(draft.report, path, is_fresh=False)
        self._remember()
        return draft.remarks

    def save(self, path: Path) -> None:
        """Write the draft.

        Raises:
            ReportError: The file cannot be written; the old file is whole.
        """
        from core.excel_draft import save_draft  # deferred: see open

        save_draft(self._session.report, path)
        self.path = path
        self._is_fresh = False
        self._session.undo_stack.setClean()
        self._remember()
        self.changed.emit()

    def detach(self) -> None:
        """Forget the file, so that saving asks for another place (the shipped sample stays as it is)."""
        self.path = None
        self.changed.emit()

    def close(self) -> None:
        """Leave the open report."""
        self.path = None
        self.is_open = False
        self.changed.emit()

    def mark_unsaved(self) -> None:
        """Note that the core changed the report outside the undo steps (a round, a lock)."""
        self._is_fresh = True
        self.changed.emit()

    def _remember(self) -> None:
        report = self._session.report
        if self.path is not None:
            when = self._clock().isoformat(timespec="seconds")
            verdict = self._session.result.verdict
            remember_recent(RecentFile(self.path.resolve(), report.unit, report.year or 0, when, verdict))
