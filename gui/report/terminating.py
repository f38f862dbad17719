"""A program that is asked to end (SIGTERM: a desktop of Linux that logs out) keeps first what is not saved."""

from __future__ import annotations

import contextlib
import os
import signal

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

from core.base.errors import ReportError
from gui.report.autosaving import Autosave


def end_in_order(autosave: Autosave, parent: QObject) -> None:
    """Keep the newest state when the program is asked to end; it is offered at the next start."""
    if os.name == "nt":  # ends programs by closing their windows
        return
    asked, told = os.pipe()
    for end in (asked, told):
        os.set_blocking(end, False)
    # Python carries out a handler of its own only when it is at work next, which may be at the next key
    signal.set_wakeup_fd(told, warn_on_full_buffer=False)
    signal.signal(signal.SIGTERM, lambda _number, _frame: None)

    def end_now() -> None:
        if signal.SIGTERM in os.read(asked, 100):
            with contextlib.suppress(ReportError):
                autosave.keep_now()
            QApplication.exit(0)

    QSocketNotifier(asked, QSocketNotifier.Type.Read, parent).activated.connect(end_now)
