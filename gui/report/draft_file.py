"""The file of the open report: new, open, save, save as, whether it is saved, and whether others changed it."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from core.base import atomic_file
from core.base.disk_state import DiskState, changed_since, disk_state
from core.base.errors import ErrorText, FileError, ReportError
from core.base.user_files import RecentFile, remember_recent, safe_file_name
from core.draft import draft_saving, workbook
from core.office.review import report_state
from core.report.open_report import REPORT_LOCKED
from core.report.report import Report, new_report
from gui.report.disk_worker import DiskLines
from gui.report.own_lock import OwnLock
from gui.report.session import Clock, ReportSession

Read: TypeAlias = "tuple[DiskState | None, workbook.LoadedDraft]"

NO_REPORT_OPEN = ErrorText("还没有打开报告。", "请先新建本年报告，或继续填写以前的草稿。")
_READ_ONLY = ErrorText("“{name}”是只读打开的，不能修改、送审或定稿。", "请先点“另存为”保存一份，再在那一份上继续。")
_OPEN_ELSEWHERE = ErrorText(
    "“{name}”不能保存：{who}。", "请先与对方联系，或点“另存为”换一个文件名保存，再比较两份草稿。"
)


class ReadOnlyDraftError(FileError):
    """The draft is open for reading only: who catches it offers to save a copy."""

    def __init__(self, path: Path) -> None:
        said = _READ_ONLY.of(path)
        super().__init__(path, summary=said.summary, advice=said.advice)


class DraftFile(QObject):
    """Where the open report is kept on disk.

    Attributes:
        path: The draft file; None while the report was never saved.
        disk: The file as it was last read or written here; None where there is none.
        is_open: Whether a report is open at all (not on the start page).
        lock: What says beside the file that it is open here.
        lines: What goes on behind the scenes, a line for each file.

    Signals:
        changed: Path or saved state changed.
        saved: The draft was written; carries the SavedDraft.
        save_failed: A save behind the scenes failed; carries the ReportError.
        waiting: A save has to wait, since another program holds the file.
    """

    changed = Signal()
    saved = Signal(object)
    save_failed = Signal(object)
    waiting = Signal()

    def __init__(
        self, session: ReportSession, clock: Clock, parent: QObject | None = None, *, instance_id: str = ""
    ) -> None:
        """Hold no file yet; without the id of a running copy no lock is written beside drafts."""
        super().__init__(parent)
        self._session = session
        self._clock = clock
        self.lines = DiskLines(self)
        self._instance_id = instance_id
        self.lock = OwnLock(self.lines, clock, instance_id, self)
        self.path: Path | None = None
        self.disk: DiskState | None = None
        self._foreign: tuple[str, ...] | None = ()
        self.is_open = False
        self._is_fresh = False
        self._opened = 0
        self._saving: Counter[Path] = Counter()
        self._waited: Path | None = None
        self._was_clean = True
        session.steps_changed.connect(self._follow_steps)
        self._numbered = 0

    @property
    def is_saved(self) -> bool:
        """Whether the file holds what is on the screen."""
        return not self.is_open or (self._session.open_report.is_clean and not self._is_fresh)

    def _follow_steps(self) -> None:
        if self._was_clean != self._session.open_report.is_clean:
            self._was_clean = not self._was_clean
            self.changed.emit()

    @property
    def is_saving(self) -> bool:
        """Whether a save is under way of its file or of another that is waited for."""
        return any(self._saving[path] for path in (self.path, self._waited) if path)

    @property
    def is_read_only(self) -> bool:
        """Whether the draft is open for reading only."""
        return self._session.open_report.is_read_only

    @property
    def name(self) -> str:
        """What the clerk calls it: the file name, or the title while there is no file."""
        if self.path is None:
            return f"{self._session.report.title}（未保存）"
        return self.path.name + ("（只读）" if self.is_read_only else "")

    def next_number(self) -> int:
        """Return the number of the report as it is now; a later state has a larger one."""
        self._numbered += 1
        return self._numbered

    def refuse_unchangeable(self) -> None:
        """Refuse what would change a report that is not open or takes no changes.

        Raises:
            ReportError: No report is open, it is a 定稿, or the draft is open for reading only.
        """
        if not self.is_open:
            raise NO_REPORT_OPEN.error()
        self.refuse_read_only()
        if self._session.open_report.is_final:
            raise REPORT_LOCKED.error()

    def refuse_read_only(self) -> None:
        """Refuse what would change a draft that is open for reading only.

        Raises:
            ReadOnlyDraftError: It is.
        """
        if self.is_read_only and self.path is not None:
            raise ReadOnlyDraftError(self.path)

    def proposal(self, folder: Path) -> Path:
        """Return the file name that is proposed for a draft."""
        report = self._session.report
        return folder / safe_file_name(f"{report.unit}{report.of_year}政府信息公开工作年度报告（草稿）", ".xlsx")

    # ------------------------------------------------------------ opening and closing

    def new(self, unit: str, unit_type: str, year: int, profile: Mapping[str, str] | None = None) -> None:
        """Begin an empty report; ``profile`` is what is known of the unit, metadata by code."""
        report = new_report(unit, unit_type, year)
        known = {code: text for code, text in (profile or {}).items() if code not in report.meta}
        self.take(report.with_texts(known), None)

    def take(
        self,
        report: Report,
        path: Path | None,
        *,
        last_year: Report | None = None,
        last_year_notes: tuple[str, ...] = (),
        last_year_unread: frozenset[str] = frozenset(),
        is_fresh: bool = True,
        base: DiskState | None = None,
        is_read_only: bool = False,
        takes_over: bool = False,
    ) -> None:
        """Make a report the open one.

        Args:
            report: The report.
            path: Its draft file; None where it has none yet.
            last_year: Last year's report to compare with.
            last_year_notes: What was told when that one was read.
            last_year_unread: The tables that were not found in its file.
            is_fresh: Whether the file does not hold it yet.
            base: The file as the report knows it; None where there is none.
            is_read_only: Whether it takes no changes, since somebody else has the draft open.
            takes_over: Whether the lock of somebody else is replaced, as the clerk says.
        """

        def bind() -> None:
            self._session.set_read_only(False)
            self.lock.release()
            self.path = path
            self.disk = base
            self._foreign = None
            self.is_open = True
            self._is_fresh = is_fresh
            self._opened += 1

        self._session.replace(
            report,
            last_year=last_year,
            last_year_notes=last_year_notes,
            last_year_unread=last_year_unread,
            bind=bind,
        )
        self._session.set_read_only(is_read_only)
        self.lock.take(None if is_read_only else path, takes_over=takes_over)
        self.changed.emit()

    def open(
        self,
        path: Path,
        *,
        ask: Callable[[Path, Callable[[], Read]], Read] = lambda _path, work: work(),
        is_read_only: bool = False,
        takes_over: bool = False,
    ) -> tuple[tuple[str, str, str], ...]:
        """Open a draft; return what could not be read of it as sheet, cell and sentence.

        Args:
            path: The draft file.
            ask: Has the disk asked in a thread.
            is_read_only: As in ``take``.
            takes_over: As in ``take``.

        Raises:
            ReportError: The file is no draft or cannot be read; the open report is untouched.
        """

        def read() -> Read:
            base = disk_state(path)  # before reading: what changes in between is then noticed
            draft = workbook.load_draft(path)
            if not is_read_only:
                atomic_file.remove_leftovers(path.parent)
            return base, draft

        base, draft = ask(path, read)
        self.take(draft.report, path, is_fresh=False, base=base, is_read_only=is_read_only, takes_over=takes_over)
        self._remember()
        return draft.remarks

    def open_copy(self, path: Path) -> None:
        """Open what stands in a draft without its file, so that saving asks for another place (the shipped sample).

        Raises:
            ReportError: The file is no draft or cannot be read; the open report is untouched.
        """
        self.take(workbook.load_draft(path).report, None, is_fresh=False)

    def close(self) -> None:
        """Leave the open report."""
        self.lock.release()
        self.path = self.disk = None
        self.is_open = False
        self.changed.emit()

    # ------------------------------------------------------------ saving

    def save(self, path: Path, wait: Callable[[], bool] | None = None) -> draft_saving.SavedDraft | None:
        """Write the draft and wait until it is written; None where that was not waited for to its end.

        ``wait`` keeps the window painted meanwhile and returns whether it is written. Another file that is written only
        later, when nobody waits for it any more, is a copy: the report stays that of the file it has.

        Raises:
            ReportError: The file cannot be written; the old file is whole.
        """
        outcomes: list[draft_saving.SavedDraft | ReportError] = []
        self._submit_save(path, outcomes.append)
        self._waited = path
        try:
            if not (wait or self.lines.of(path).wait)():
                return None
        finally:
            self._waited = None
        outcome = outcomes[0]
        if isinstance(outcome, ReportError):
            raise outcome
        return outcome

    def save_behind(self, path: Path) -> None:
        """Write the draft as it is now while typing goes on; ``saved`` or ``save_failed`` tells how it went."""

        def finished(outcome: draft_saving.SavedDraft | ReportError) -> None:
            if isinstance(outcome, ReportError):
                self.save_failed.emit(outcome)

        self._submit_save(path, finished)

    def wait(self, milliseconds: int = -1) -> bool:
        """Wait until all that goes on behind the scenes is done, or for so long; return whether it is."""
        return self.lines.wait(milliseconds)

    def _submit_save(self, path: Path, finished: Callable[[draft_saving.SavedDraft | ReportError], None]) -> None:
        """Have the draft written as it is now, note that here, and hand over how it went."""
        state, opened, when = self._session.report, self._opened, self._clock()
        needs_former = bool(self._foreign)
        writer = f"{self._instance_id} {self.next_number()}"
        result = self._session.result

        def write() -> draft_saving.SavedDraft:
            held = self.lock.held_by_other(path)
            if held is not None:
                raise _OPEN_ELSEWHERE.of(path, who=held.sentence)
            problems = workbook.problems_of(state, result, when.date())
            return draft_saving.save_report(
                state, path, when, needs_former=needs_former, writer=writer, told=self.waiting.emit, problems=problems
            )

        def done(outcome: draft_saving.SavedDraft | ReportError) -> None:
            self._saving[path] -= 1
            if not isinstance(outcome, ReportError):
                if opened == self._opened and path in {self.path, self._waited}:
                    self._note_saved(outcome, is_current=state == self._session.report)
                self.saved.emit(outcome)
            finished(outcome)

        self._saving[path] += 1
        self.lines.of(path).submit(write, done)

    def _note_saved(self, saved: draft_saving.SavedDraft, *, is_current: bool) -> None:
        if saved.path != self.path:
            self.lock.release()
            self.path = saved.path
            self._session.set_read_only(False)
            self.lock.take(saved.path)
        else:
            self.lock.renew(_nothing)  # the disk may have been full when the draft was opened
        self.disk = saved.state
        self._foreign = ()
        self._is_fresh = False
        self._session.mark_clean(is_clean=is_current)  # not where typing went on meanwhile
        self._remember()
        self.changed.emit()

    def foreign(self) -> tuple[str, ...]:
        """Return what stands in the file and saving would drop, a sentence each; nothing after a save."""
        if self._foreign is None:
            self._foreign = ()
            if self.path is not None and self.disk is not None:
                with contextlib.suppress(ReportError):  # what cannot be read is asked about as changed on disk
                    self._foreign = draft_saving.dropped_by_save(self.path, self.disk)
        return self._foreign

    # ------------------------------------------------------------ other programs and other PCs

    def changed_on_disk(self) -> DiskState | None:
        """Return the file as it is now if another program changed it; None where none did."""
        return changed_since(self.path, self.disk) if self.path and self.disk else None

    def check_disk_behind(self, found: Callable[[DiskState], None]) -> None:
        """Look behind the scenes whether another program changed the file; tell it only if so."""
        path, known, opened = self.path, self.disk, self._opened
        if path is None or known is None:
            return

        def done(state: DiskState | ReportError | None) -> None:
            # A save that stood before this in the line has made what was known old
            if opened == self._opened and known is self.disk and state and not isinstance(state, ReportError):
                found(state)

        self.lines.of(path).submit(lambda: changed_since(path, known), done)

    def accept_disk(self, state: DiskState, *, is_unsaved: bool) -> None:
        """Take the file as it is now for known; ``is_unsaved`` where the screen shows something else."""
        self.disk = state
        self._foreign = None
        self._is_fresh = is_unsaved
        if not is_unsaved:
            self._session.mark_clean()
        self.changed.emit()

    def _remember(self) -> None:
        path, report = self.path, self._session.report
        if path is None:
            return
        state, when = report_state(report, self._session.result), self._clock().isoformat(timespec="seconds")
        file = RecentFile(path.absolute(), report.unit, report.year or 0, when, state)
        # The draft itself is safe: a list of recent files that cannot be written is no failure of the save
        self.lines.of(None).submit(lambda: remember_recent(file), _nothing)


def _nothing(_outcome: object) -> None:
    """Take what a piece of work returned, where nothing follows from it."""
