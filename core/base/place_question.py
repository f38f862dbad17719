"""Asks places that may not answer for half a minute, or never, without anybody having to wait for them."""

from __future__ import annotations

import errno
import os
import threading
import time
from typing import TYPE_CHECKING

from core.base.on_disk import OnDisk, look_at

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class PlaceQuestion:
    """One path that is asked in a thread of its own; the end of the program does not wait for it either.

    Attributes:
        path: The path.
        answer: What stands there; None while it has not answered.
        error: Why it cannot be read: it is not there, cannot be asked, or has not answered yet; None where it can.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.answer: OnDisk | None = None
        self.error: OSError | None = TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT), str(path))
        self._answered = threading.Event()
        threading.Thread(target=self._ask, name="place", daemon=True).start()

    def wait(self, seconds: float) -> bool:
        """Wait for the answer, at most that long; return whether it has come."""
        return self._answered.wait(max(seconds, 0.0))

    def _ask(self) -> None:
        answer, self.error = look_at(self.path)
        self.answer = answer
        self._answered.set()


def first_folder(folders: Iterable[Path], seconds: float) -> Path | None:
    """Return the first of the folders that is there; None where none is.

    All are asked at once. One that has not answered after so many seconds counts as not there.
    """
    questions = [PlaceQuestion(folder) for folder in folders]
    latest = time.monotonic() + seconds
    for question in questions:
        if question.wait(latest - time.monotonic()) and question.answer is OnDisk.FOLDER:
            return question.path
    return None
