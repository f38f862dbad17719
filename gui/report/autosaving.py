"""Keeps what is typed: an autosave soon after each change, behind the scenes, and what is left of it after a crash."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from core.base.disk_state import DiskState, disk_state
from core.base.errors import DataFolderError, ProgramFaultError, ReportError
from core.base.instances import Instance
from core.base.on_disk import is_file
from core.base.user_files import data_folder
from core.draft import draft_store
from core.draft.draft_lock import release_lock
from core.draft.draft_store import KeptDraft
from core.report.report import Report
from gui.report.disk_worker import DiskWorker
from gui.report.draft_file import DraftFile
from gui.report.session import Clock, ReportSession

KeptFile = tuple[Path | None, DiskState | None]
"""The draft of a kept state, None where it is not to be saved there, and the file as that state knows it."""

DELAY_MS = 400
"""From a change to its autosave, writing not included; not begun anew by the next change, since whoever types on and
on must not lose more than a second either."""

_AGAIN_MS = 4000
"""From a failed autosave to the next try."""

_MARKS_MS = 60_000

_LINGER_S = 5.0
"""How long its thread waits for the next change."""

_LONGEST_MS = 3000
_FAREWELL_MS = 800
"""How long the window waits for a data folder that has stopped answering, and how long at its end."""


class Autosave(QObject):
    """Autosaves the open report while its file does not hold it.

    Signals:
        kept: The newest state was autosaved.
        failed: It could not be; carries the ReportError.
        lock_taken: Somebody else has taken the draft over; carries the LockOwner.
    """

    kept = Signal()
    failed = Signal(object)
    lock_taken = Signal(object)

    def __init__(
        self,
        session: ReportSession,
        draft: DraftFile,
        instance: Instance | None,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        """Begin to keep; ``instance`` is None where the data folder cannot be used, and nothing is kept then."""
        super().__init__(parent)
        self._session = session
        self._draft = draft
        # Its own: a save on a slow share must not hold up the autosave
        self._worker = DiskWorker(self, linger=_LINGER_S)
        self._instance = instance
        self._clock = clock
        self._is_writing = False
        self._is_behind = False
        self._is_at_fault = False
        self._holds_something = False
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._keep)
        self._heartbeat = QTimer(self, interval=_MARKS_MS)
        self._heartbeat.timeout.connect(self.renew_marks)
        self._heartbeat.start()
        session.text_changed.connect(self._note)
        session.findings_changed.connect(self._note)
        session.locked_changed.connect(self._note)
        draft.changed.connect(self._follow_draft)

    @property
    def file(self) -> Path | None:
        """Where the newest state is kept; None where nothing can be kept."""
        if self._instance is not None:
            with contextlib.suppress(DataFolderError):
                return draft_store.autosave_file(self._instance.id)
        return None

    @property
    def has_unsaved(self) -> bool:
        """Whether the screen shows what the draft file does not hold."""
        return not self._draft.is_saved

    def newest(self) -> Report:
        """Return the open report as it is now."""
        return self._session.report

    def _note(self, _changed: object = None) -> None:
        is_soon = 0 <= self._timer.remainingTime() <= DELAY_MS  # a further try after a failure is further off
        if not is_soon and not self._draft.is_saved:
            self._timer.start(DELAY_MS)

    def _follow_draft(self) -> None:
        if self._draft.is_saved:
            self._forget()
        else:
            self._note()

    def _keep(self) -> None:
        """Hand the newest state to the worker; while it is still writing, wait for it."""
        if self._draft.is_saved or self._instance is None:
            return
        if self._is_writing:
            self._is_behind = True
            return
        instance, was_at_fault = self._instance, self._is_at_fault
        state = self._state()
        self._is_writing = self._holds_something = True
        self._is_behind = False

        def write() -> None:  # finds its folder there as well, which may be slow too
            try:
                _write(instance, *state)
            except ReportError:
                raise
            except Exception as error:
                if was_at_fault:  # the crash path has told it; it is not to tell it again at each further try
                    raise ProgramFaultError from error
                raise

        self._worker.submit(write, self._written)

    def _state(self) -> tuple[Report, Path | None, DiskState | None, str, int]:
        when = self._clock().isoformat(timespec="seconds")
        return self._session.report, self._draft.path, self._draft.disk, when, self._draft.next_number()

    def _written(self, outcome: ReportError | None) -> None:
        self._is_writing = False
        self._note_outcome(outcome)
        if self._is_behind:
            self._keep()

    def _note_outcome(self, outcome: ReportError | None) -> None:
        self._is_at_fault = isinstance(outcome, ProgramFaultError)
        if outcome is None:
            self.kept.emit()
        else:
            self._timer.start(_AGAIN_MS)  # once more, in case the disk is free again
            self.failed.emit(outcome)

    def keep_now(self) -> None:
        """Autosave the newest state and wait until it is written.

        Raises:
            ReportError: It cannot be written.
        """
        if self._draft.is_saved or self._instance is None:
            return
        self._timer.stop()
        if not self._worker.wait(_LONGEST_MS):
            raise DataFolderError(data_folder(), is_silent=True)
        self._holds_something = True
        outcome: ReportError | None = ProgramFaultError()
        try:
            _write(self._instance, *self._state())
            outcome = None
        except ReportError as error:
            outcome = error
            raise
        finally:
            self._note_outcome(outcome)

    def _forget(self) -> None:
        """Forget the autosave, after what is still being written."""
        self._timer.stop()
        self._is_behind = False
        file = self.file if self._holds_something else None
        self._holds_something = False
        if file is not None:
            self._worker.submit(lambda: draft_store.clear_autosave(file), lambda _none: None)

    def rescue(self) -> Path:
        """Write the newest state as a draft of its own, wherever that can be done; return where it is.

        Raises:
            ReportError: It cannot be written anywhere.
        """
        return draft_store.write_rescue(self.newest(), f"{self._clock():%Y%m%d-%H%M%S}", self._draft.path)

    def discard(self) -> Path | None:
        """Put the unsaved state aside: the clerk leaves it without saving.

        Return None where it lies in the rescue folder, from which it is offered again; else the draft that was written
        because the data folder cannot be used.

        Raises:
            ReportError: It can be put nowhere.
        """
        if self._draft.is_saved:
            return None
        if self._instance is None:
            return self.rescue()
        try:
            self.keep_now()
            draft_store.put_aside(draft_store.read_kept(draft_store.autosave_file(self._instance.id)))
        except ReportError:
            return self.rescue()
        self._holds_something = False
        return None

    def restore(
        self, kept: KeptDraft, ask: Callable[[Path, Callable[[], KeptFile]], KeptFile] = lambda _path, work: work()
    ) -> None:
        """Make a state that was found again the open report; its old place is given up once it is kept anew.

        ``ask`` has the disk asked in a thread.

        Raises:
            ReportError: It cannot be kept; the old place stays as well.
        """
        draft = kept.draft
        path, base = None, None
        if draft is not None:
            with contextlib.suppress(ReportError):  # it does not answer: restored as a report without a file
                path, base = ask(draft, lambda: self._file_of(draft, kept))
        self._draft.take(kept.report, path, base=base)
        self.keep_now()
        if self._instance is not None:
            draft_store.clear_autosave(kept.file)

    def _file_of(self, draft: Path, kept: KeptDraft) -> KeptFile:
        """Return the file of a state that was found again, where it may be saved there, and the file as it knows it.

        The copy of the program that kept the state has ended: its lock is given back, even where the data folder that
        would say so is another one by now.
        """
        if not is_file(draft):
            return None, None
        if kept.instance:
            release_lock(draft, kept.instance)
        if self._draft.lock.held_by_other(draft):
            return None, None
        return draft, kept.base or disk_state(draft)

    def renew_marks(self) -> None:
        """Tell other copies and other PCs that the draft is still open here."""
        if self._instance is not None:
            self._worker.submit(self._instance.touch, lambda _none: None)
        self._draft.lock.renew(self.lock_taken.emit)

    def stop(self) -> None:
        """Change nothing any more: the program ends."""
        self._timer.stop()
        self._heartbeat.stop()
        self._instance = None

    def close(self) -> None:
        """End in order: what is saved or put aside needs no autosave."""
        self._heartbeat.stop()
        self._forget()
        if self._instance is not None:
            self._worker.submit(self._instance.close, lambda _none: None)
            self._instance = None
        self._worker.wait(_FAREWELL_MS)


def _write(
    instance: Instance, report: Report, draft: Path | None, base: DiskState | None, when: str, number: int
) -> None:
    """Autosave a state, with what says that this copy runs: else another one takes it for left behind."""
    file = draft_store.autosave_file(instance.id)
    instance.touch()
    draft_store.write_autosave(file, report, draft, base, when, number)
