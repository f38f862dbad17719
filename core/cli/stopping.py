"""Ctrl-C ends a command also where it waits in the system for a place that has stopped answering."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
import threading
import time
from collections.abc import Callable

from core.base.place_question import Question

_POLL = 0.1  # Ctrl-C is answered that often
_PATIENCE = 1.0
"""Seconds that a command has to end in order after Ctrl-C, without a file that is half written."""


def stoppable(command: Callable[[], int], stopped: int, say: Callable[[], None]) -> int:
    """Carry out a command beside the main thread, which alone hears Ctrl-C; return its exit code.

    Args:
        command: Meets KeyboardInterrupt itself, where it gets to it.
        stopped: The exit code after Ctrl-C.
        say: Says so where the command does not get to it. The program then ends on the spot.
    """
    threads: list[int] = []

    def carry_out() -> int:
        threads.append(threading.get_ident())
        return command()

    question = Question(carry_out)
    while True:
        try:
            while not question.wait(_POLL):
                pass
            return question.result()
        except KeyboardInterrupt:
            if question.is_answered:
                return stopped
            _interrupt(threads)
            latest = time.monotonic() + _PATIENCE
            with contextlib.suppress(KeyboardInterrupt):  # pressed again
                # Not wait(): the one that was interrupted may have left its lock closed
                while not question.is_answered and time.monotonic() < latest:
                    time.sleep(_POLL)
            if not question.is_answered:
                say()
                for stream in (sys.stdout, sys.stderr):
                    with contextlib.suppress(OSError, ValueError, AttributeError):
                        stream.flush()
                os._exit(stopped)


def _interrupt(threads: list[int]) -> None:
    """Raise KeyboardInterrupt in another thread, as soon as that is back from the system."""
    for thread in threads:
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(KeyboardInterrupt))
