"""Works at a desk in a thread: the folder is read, decisions are kept and files written while the window lives on."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from core.base.errors import ErrorText, ReportError
from core.base.on_disk import is_folder
from core.base.short_texts import some_of
from core.draft.draft_lock import HeldLock, LockOwner
from core.office.collection.collected import Collected, Request
from core.office.collection.decisions import Decision
from core.office.collection.folder_reading import Stamp, folder_stamp
from core.office.collection.open_desk import OpenDesk
from core.office.collection.state import STATE_FILE
from gui.report.disk_worker import DiskLines, DiskWorker
from gui.report.own_lock import OwnLock
from gui.report.session import Clock

_LOOK_MS = 4000
"""How often is looked whether a file of the folder changed."""
_RENEW_MS = 60_000
_FIRST_PAINT_MS = 50
"""How long the first piece of work waits for the window to be painted, which takes longer while a thread works."""
_PATIENCE_MS = 1500
"""How long the end of a stopped piece of work is waited for before it is given up."""

_NAMED = 3
_NOT_ADDED = "有{count}个文件是读取以后放入或改过的，没有计入：{names}。请按 F5 读取，再生成一次。"
_READING, _READING_LAST = "正在读取", "正在读取上年报告"

_BUSY = ErrorText("上一步还没有做完。", "请稍候再试；一直没有应答的，按“停止”。")
_GIVEN_UP = ErrorText(
    "文件夹一直没有应答，已停止等待。", "请检查网络盘或优盘是否已接好，再按 F5；此前的决定都在，不会丢失。"
)


class DeskRunner(QObject):
    """One desk, opened in a window.

    Attributes:
        request: What was asked for.
        collected: How the desk stands; None before the first reading.
        is_read_only: Whether somebody else has the desk open.
        held_by: Who has it, in words; "" for nobody.
        lock: What says beside ``collection.json`` that it is open here.
        waiting: Names of the files that are new in the folder, or changed, and not read yet.
        unsaved: Returns the draft that is open in the wizard with changes that its file does not hold; None for none.
        save_unsaved: Saves that draft in its place; returns whether its file holds all of it then.

    Signals:
        changed: The desk stands otherwise: read ``collected``.
        busy_changed: A piece of work began or ended: read ``busy``.
        progressed: So many files were read, of so many; the text before them.
        partly_read: So far the desk stands like this, at the first reading; carries the Collected.
        failed: A piece of work did not succeed; carries the ReportError.
        told: A sentence for the clerk.
        waiting_changed: Other files wait to be read: read ``waiting``.
        away: The same, to stand until the folder can be read again; "" then.
        held: Somebody else has the desk open; carries the HeldLock. Nothing is read until ``go_on``.
    """

    changed = Signal()
    busy_changed = Signal()
    progressed = Signal(str, int, int)
    partly_read = Signal(object)
    _partly_read = Signal(int, object)
    failed = Signal(object)
    told = Signal(str)
    waiting_changed = Signal()
    away = Signal(str)
    held = Signal(object)

    def __init__(self, request: Request, clock: Clock, instance_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.request = request
        self.collected: Collected | None = None
        self.is_read_only = False
        self.held_by = ""
        self.busy = ""
        self.waiting: tuple[str, ...] = ()
        self.unsaved: Callable[[], Path | None] = _nothing
        self.save_unsaved: Callable[[], bool] = bool
        self._desk: OpenDesk | None = None
        self._worker = DiskWorker(self)
        self._looker = DiskWorker(self)
        self._locks = DiskLines(self)
        self.lock = OwnLock(self._locks, clock, instance_id, self)
        self._takes_over = False
        self._has_folder = False  # for the lock, before the first reading makes it
        self._partly_read.connect(self._show_part)
        self.lock.refused.connect(self._look_who_has_it)
        self._round = 0  # of the work that is waited for; what an earlier round hands over is dropped
        self._stop = threading.Event()
        self._taken: Stamp = frozenset()  # the folder as it was read, which ``_read_stamp`` is not where that failed
        self._read_stamp: object = None
        self._seen_stamp: object = None
        self._is_looking = self._is_undisturbed = False
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self.look)
        self._renewing = QTimer(self, interval=_RENEW_MS)
        self._renewing.timeout.connect(lambda: self.lock.renew(self._lose_to))

    def _apart(self) -> list[Path]:
        """Return what is no report where it lies in the folder."""
        return [self.request.out, *filter(None, (self.request.unit_list, self.request.last_year))]

    @property
    def _state_file(self) -> Path:
        return self.request.out / STATE_FILE

    # ------------------------------------------------------------ opening and reading

    def open(self) -> None:
        """Open the desk and read; where somebody else has it open, ``held`` is told instead."""

        def work() -> tuple[OpenDesk, HeldLock | None, bool]:
            desk = OpenDesk(self.request)
            return desk, self.lock.held_by_other(self._state_file), is_folder(self.request.out)

        def done(found: tuple[OpenDesk, HeldLock | None, bool]) -> None:
            if self._desk is not None:
                self._looker.submit(self._desk.close, _nothing)
            self._desk, held, self._has_folder = found
            if held is None:
                self.go_on()
            else:
                self.held_by = held.sentence
                self.held.emit(held)

        self._do("正在打开……", work, done, after=_FIRST_PAINT_MS)

    def go_on(self, *, is_read_only: bool = False, takes_over: bool = False) -> None:
        """Read; what nobody else has open is locked first, or after reading where only that makes its folder."""
        self.is_read_only = is_read_only
        if self._desk is not None:
            self._desk.may_write = not is_read_only
        self._takes_over = takes_over
        if self._has_folder:
            self._hold()
        self.read()

    def _hold(self) -> None:
        """Say that the desk is open here, unless that is said already or it is only looked at."""
        if not self.is_read_only and self.lock.path is None:
            self.lock.take(self._state_file, takes_over=self._takes_over)
            self._renewing.start()

    def read(self, seen: object = None) -> None:
        """Read what changed.

        Args:
            seen: The folder as it was seen to have changed, where nobody asked for the reading: what fails then is
                said in the window's line, and no more until the folder changes again.
        """
        self._stop = stop = threading.Event()
        apart = self._apart()
        told, told_last = (partial(self.progressed.emit, what) for what in (_READING, _READING_LAST))
        number = self._round + 1
        is_first = self.collected is None
        partly = partial(self._partly_read.emit, number) if is_first else None

        def work() -> tuple[OpenDesk, Collected, Stamp]:
            desk = self._desk or OpenDesk(self.request)
            desk.may_write = not self.is_read_only
            stamp = folder_stamp(self.request.folder, apart)
            return desk, desk.read(told, stop, partly, told_last), stamp

        def done(found: tuple[OpenDesk, Collected, Stamp]) -> None:
            self._desk, collected, self._taken = found
            self._read_stamp = self._seen_stamp = self._taken
            self.waiting = ()
            self.away.emit("")
            self._take(collected)
            self._hold()
            self._look.start()

        def failed(error: ReportError) -> None:
            self._read_stamp = seen
            self.away.emit(f"{error.summary}恢复后会自动再读。")

        self._do("正在读取……", work, done, failed=None if seen is None else failed)

    def _show_part(self, number: int, part: Collected) -> None:
        if number == self._round and self.busy:
            self.partly_read.emit(part)

    @contextlib.contextmanager
    def undisturbed(self) -> Iterator[None]:
        """Read nothing by itself: while a dialog is open the desk stays as it shows it, and free for its answer."""
        before, self._is_undisturbed = self._is_undisturbed, True
        try:
            yield
        finally:
            self._is_undisturbed = before

    def look(self) -> None:
        """Look whether a file of the folder changed; one that did, and no longer does, is read again."""
        if self.busy or self._is_looking or self._desk is None or self._is_undisturbed:
            return
        self._is_looking = True
        apart = self._apart()

        def seen(stamp: Stamp | ReportError) -> None:
            self._is_looking = False
            waiting = self.waiting if isinstance(stamp, ReportError) else _new_in(stamp, self._taken)
            if waiting != self.waiting and not self.busy:
                self.waiting = waiting
                self.waiting_changed.emit()
            is_steady, self._seen_stamp = stamp == self._seen_stamp, stamp
            is_free = not self.busy and not self._is_undisturbed
            if is_steady and stamp != self._read_stamp and not isinstance(stamp, ReportError) and is_free:
                self.read(stamp)

        self._looker.submit(lambda: folder_stamp(self.request.folder, apart), seen)

    @property
    def is_stopped(self) -> bool:
        """Whether the clerk ended the last reading, or it was ended with the window."""
        return self._stop.is_set()

    def stop(self) -> None:
        """End the reading; what was read so far is kept. What does not answer at all is given up."""
        self._stop.set()
        if self.busy:
            given_up = self._round
            QTimer.singleShot(_PATIENCE_MS, self, lambda: self._give_up(given_up))

    def _give_up(self, number: int) -> None:
        if number != self._round or not self.busy:
            return
        self._round += 1
        if self._desk is not None:
            self._desk.may_write = False  # should it wake up after all
            self._looker.submit(self._desk.close, _nothing)
            self._desk = None
        self._worker = DiskWorker(self)
        self._end()
        self.failed.emit(_GIVEN_UP.error())

    # ------------------------------------------------------------ work

    def step(self, doing: str, work: Callable[[OpenDesk], Collected], then: Callable[[Collected], None]) -> None:
        """Have something done at the desk; ``then`` is given how it stands afterwards.

        Args:
            doing: What is under way, for the clerk.
            work: Is called in a thread and touches no widget.
            then: Is called in the window's thread.
        """

        def done(collected: Collected) -> None:
            self._take(collected)
            then(collected)

        self.ask(doing, work, done)

    def ask(self, doing: str, work: Callable[[OpenDesk], object], then: Callable[..., None]) -> None:
        """Have something found out at the desk that changes nothing of how it stands."""
        desk = self._desk
        if self.busy or desk is None:
            self.failed.emit(_BUSY.error())
            return
        self._do(doing, lambda: work(desk), then)

    def read_apart(self, doing: str, work: Callable[..., object], then: Callable[..., None]) -> None:
        """Have other files read; ``work`` is given the desk, what tells the progress, and what stops it."""
        self._stop = stop = threading.Event()
        told = partial(self.progressed.emit, _READING)
        self.ask(doing, lambda desk: work(desk, told, stop), then)

    def write_sums(self, doing: str, then: Callable[[Collected], None]) -> None:
        """Have everything written that adds the units up; what is open with unsaved changes is left as it is."""
        unsaved, instance_id, taken = self.unsaved(), self.lock.instance_id, self._taken
        apart = self._apart()

        def work(desk: OpenDesk) -> Collected:
            collected = desk.write(unsaved, instance_id)
            if waiting := _new_in(folder_stamp(self.request.folder, apart), taken):
                collected.told.append(_NOT_ADDED.format(count=len(waiting), names=some_of(waiting, _NAMED, "个")))
            return collected

        self.step(doing, work, then)

    def decide(self, decisions: Mapping[str, Decision], then: Callable[[Collected], None]) -> None:
        """Keep decisions about units, by plain name."""
        self.step("正在保存……", lambda desk: desk.decide(decisions), then)

    def _do(
        self,
        doing: str,
        work: Callable[[], object],
        then: Callable[..., None],
        after: int = 0,
        failed: Callable[[ReportError], None] | None = None,
    ) -> None:
        self._round += 1
        number = self._round
        self.busy = doing
        self.busy_changed.emit()

        def done(outcome: object) -> None:
            if number != self._round:
                return
            self._end()
            if isinstance(outcome, ReportError):
                (failed or self.failed.emit)(outcome)
            else:
                then(outcome)

        def begin() -> None:
            if number == self._round:
                self._worker.submit(work, done)

        if after:
            QTimer.singleShot(after, self, begin)
        else:
            begin()

    def _end(self) -> None:
        self.busy = ""
        self.busy_changed.emit()

    def _take(self, collected: Collected) -> None:
        self.collected = collected
        self.changed.emit()
        if collected.told:
            self.told.emit("　".join(collected.told))

    # ------------------------------------------------------------ others

    def _look_who_has_it(self) -> None:
        """Read only where somebody else was a moment quicker; where nobody was, the lock could not be written."""

        def seen(held: HeldLock | None) -> None:
            if held is not None:
                self._lose_to(held.owner)
            else:
                self.told.emit("没能在结果文件夹登记“已打开”，别人打开它时不会看到提示")

        self.lock.watch(self._state_file, seen)

    def _lose_to(self, owner: LockOwner) -> None:
        """Read only from now on: somebody else took the desk over."""
        if not self.is_read_only:
            self.is_read_only, self.held_by = True, owner.sentence
            self._renewing.stop()
            self.lock.release()  # that of the other one stays; the next opening takes a new one
            if self._desk is not None:
                self._desk.may_write = False
            self.told.emit(f"{owner.sentence}，接过了这次汇总审核；这里改为只读。")
            self.changed.emit()

    def close(self) -> None:
        """Stop, and say no longer that the desk is open here."""
        self._look.stop()
        self._renewing.stop()
        self._stop.set()
        self._round += 1
        if self._desk is not None:
            self._worker.submit(self._desk.close, _nothing)
        self.lock.release()

    def wait(self, milliseconds: int) -> bool:
        """Wait until everything given so far is done, or for so long; return whether it is."""
        return self._worker.wait(milliseconds) and self._locks.wait(milliseconds)


def _new_in(stamp: Stamp, before: Stamp) -> tuple[str, ...]:
    """Return the names of the files that are new or changed, in order."""
    return tuple(sorted({Path(path).name for path, _size, _time in stamp - before}))


def _nothing(*_outcome: object) -> None:
    """Take what a piece of work returned, where nothing follows from it."""
