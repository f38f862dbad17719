"""Does slow work on disks in one thread beside the window, one piece after the other."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, Signal

from core.base.errors import ProgramFaultError, ReportError

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class DiskWorker(QObject):
    """Carries out pieces of work in the order they were given; what they return is handed over in the window's thread.

    A piece of work touches no widget and nothing that the window may change meanwhile.
    """

    _finished = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Making a workbook keeps Python busy; whoever types gets it back after half a millisecond, not five
        sys.setswitchinterval(0.0005)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)
        self._finished.connect(self._hand_over)

    def submit(self, work: Callable[[], T], done: Callable[[T | ReportError], None]) -> None:
        """Do a piece of work; ``done`` is called with what it returned or with the ReportError it raised.

        A fault of the program is handed over as ProgramFaultError and then raised, so that the crash path meets it.
        """

        def run() -> None:
            try:
                outcome: object = work()
            except BaseException as error:  # noqa: BLE001 - a bug is raised again in the window's thread
                outcome = error
            self._finished.emit(done, outcome)

        self._pool.start(run)

    def wait(self, milliseconds: int = -1) -> bool:
        """Wait until everything given so far is done and handed over, or for so long; return whether it is."""
        is_done = self._pool.waitForDone(milliseconds)
        QCoreApplication.sendPostedEvents(self)
        return is_done

    def _hand_over(self, done: Callable[[object], None], outcome: object) -> None:
        if isinstance(outcome, BaseException) and not isinstance(outcome, ReportError):
            done(ProgramFaultError())  # whoever waits must not wait for ever
            raise outcome
        done(outcome)
