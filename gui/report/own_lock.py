"""What says beside a draft that it is open here, for other PCs and other windows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.base.crash_log import write_log
from core.base.errors import ReportError
from core.draft import draft_lock
from core.draft.draft_lock import HeldLock, LockOwner
from gui.report.disk_worker import DiskLines
from gui.report.session import Clock


class OwnLock(QObject):
    """The lock of the open draft. It is written behind the scenes: a slow disk must not stop the typing.

    Attributes:
        path: The draft that is locked, or would be; None where there is none.
        instance_id: Id of this running copy of the program; "" where it has none.

    Signals:
        refused: It could not be said beside the draft that it is open here.
    """

    refused = Signal()

    def __init__(self, lines: DiskLines, clock: Clock, instance_id: str, parent: QObject) -> None:
        """Lock nothing yet; without the id of a running copy nothing is locked at all."""
        super().__init__(parent)
        self._lines = lines
        self._clock = clock
        self.instance_id = instance_id
        self.path: Path | None = None

    def held_by_other(self, path: Path) -> HeldLock | None:
        """Return the lock of who else has a draft open; None where nobody has, as far as can be told."""
        return draft_lock.held_lock(path, self.instance_id) if self.instance_id else None

    def watch(self, path: Path, seen: Callable[[HeldLock | None], None]) -> None:
        """Look behind the scenes at the lock of somebody else as it is now."""

        def done(held: HeldLock | ReportError | None) -> None:
            if not isinstance(held, ReportError):
                seen(held)

        self._lines.of(path).submit(lambda: self.held_by_other(path), done)

    def take(self, path: Path | None, *, takes_over: bool = False) -> None:
        """Lock a draft, or none; where ``takes_over``, also against the lock of somebody else, as the clerk says."""
        self.path = path
        if path is None or not self.instance_id:
            return
        when = self._clock()

        def work() -> bool:
            if takes_over:
                write_log("草稿在另一台电脑上登记为已打开，填报人确认对方已不在，由本机接着使用。", when)
            return draft_lock.take_lock(path, self._owner(when), takes_over=takes_over)

        def done(is_taken: bool | ReportError) -> None:
            if is_taken is False and path == self.path:
                self.refused.emit()

        self._lines.of(path).submit(work, done)

    def take_over(self) -> None:
        """Put this lock in the place of that of somebody else, as the clerk says, before the next save."""
        self.take(self.path, takes_over=True)

    def renew(self, taken: Callable[[LockOwner], None]) -> None:
        """Renew the lock behind the scenes; tell who has taken it meanwhile."""
        path = self.path
        if path is None or not self.instance_id:
            return
        when = self._clock()

        def done(other: LockOwner | ReportError | None) -> None:
            if other is not None and not isinstance(other, ReportError) and path == self.path:
                taken(other)

        self._lines.of(path).submit(lambda: draft_lock.renew_lock(path, self._owner(when)), done)

    def release(self) -> None:
        """Lock the draft no longer."""
        path, self.path = self.path, None
        if path is not None and self.instance_id:
            self._lines.of(path).submit(lambda: draft_lock.release_lock(path, self.instance_id), lambda _outcome: None)

    def _owner(self, when: datetime) -> LockOwner:
        return draft_lock.this_owner(self.instance_id, when.isoformat(timespec="seconds"))
