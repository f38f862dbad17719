"""Does slow work on disks in one thread, one piece after the other."""

from __future__ import annotations

import sys
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QObject, Signal

from core.base.errors import ProgramFaultError, ReportError

T = TypeVar("T")


@dataclass(slots=True)
class _Piece:
    """A piece of work, which the window's thread alone lets go of.

    Work and answer may be the last to know a widget, which must not die in a thread.
    """

    work: Callable[[], object] | None
    done: Callable[..., None] | None
    outcome: Any = None


_LEFT: list[_Piece] = []
"""What was done for a window that is gone, until the next piece of work is given."""


class DiskWorker(QObject):
    """Carries out pieces of work in the order they were given; what they return is handed over in the window's thread.

    A piece of work touches no widget and nothing that the window may change meanwhile. The end of the program waits for
    none: a share that has stopped answering may hold one up for ever, which is why the threads are not Qt's.
    """

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None, *, linger: float = 0) -> None:
        """Have no thread yet; one that has nothing left to do waits so many seconds for more.

        To begin a thread holds up the window for a millisecond or more: too long where it is done while somebody types.
        """
        super().__init__(parent)
        self._linger = linger
        # Making a workbook keeps Python busy; whoever types gets it back after half a millisecond, not five
        sys.setswitchinterval(0.0005)
        self._waiting: deque[_Piece] = deque()
        self._is_working = self._has_thread = False
        self._state = threading.Condition()
        self._finished.connect(self._hand_over)

    def submit(self, work: Callable[[], T], done: Callable[[T | ReportError], None]) -> None:
        """Do a piece of work; ``done`` is called with what it returned or with the ReportError it raised.

        A fault of the program is handed over as ProgramFaultError and then raised, so that the crash path meets it.
        """
        _LEFT.clear()
        with self._state:
            self._waiting.append(_Piece(work, done))
            self._is_working = True
            if self._has_thread:
                self._state.notify_all()
                return
            self._has_thread = True
        threading.Thread(target=self._work_off, name="disk", daemon=True).start()

    def _work_off(self) -> None:
        while True:
            with self._state:
                if not self._waiting:
                    self._is_working = False
                    self._state.notify_all()
                    if not self._state.wait_for(lambda: self._waiting, self._linger):
                        self._has_thread = False
                        return
            self._carry_out(self._waiting.popleft())

    def _carry_out(self, piece: _Piece) -> None:
        assert piece.work is not None
        try:
            piece.outcome = piece.work()
        except BaseException as error:  # noqa: BLE001 - a bug is raised again in the window's thread
            piece.outcome = error
        try:
            self._finished.emit(piece)
        except RuntimeError:  # nobody waited for it, and the window is gone
            _LEFT.append(piece)

    def wait(self, milliseconds: int = -1) -> bool:
        """Wait until everything given so far is done and handed over, or for so long; return whether it is."""
        with self._state:
            is_done = self._state.wait_for(
                lambda: not self._is_working, None if milliseconds < 0 else milliseconds / 1000
            )
        QCoreApplication.sendPostedEvents(self)
        return is_done

    def _hand_over(self, piece: _Piece) -> None:
        done, outcome = piece.done, piece.outcome
        piece.work = piece.done = piece.outcome = None
        assert done is not None
        if isinstance(outcome, BaseException) and not isinstance(outcome, ReportError):
            done(ProgramFaultError())  # whoever waits must not wait for ever
            raise outcome
        done(outcome)


class DiskLines(QObject):
    """A worker for each file: a place that has stopped answering holds up no other."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._workers: dict[Path | None, DiskWorker] = {}

    def of(self, path: Path | None) -> DiskWorker:
        """Return the worker of a file; None stands for what belongs to no draft."""
        if path not in self._workers:
            self._workers[path] = DiskWorker(self)
        return self._workers[path]

    def wait(self, milliseconds: int = -1) -> bool:
        """Wait until all that was given to any of them is done, or for so long; return whether it is."""
        latest = QDeadlineTimer(milliseconds)
        are_done = [worker.wait(latest.remainingTime()) for worker in list(self._workers.values())]
        return all(are_done)
