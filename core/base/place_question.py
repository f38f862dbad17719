"""Asks places that may not answer for half a minute, or never, without anybody having to wait for them."""

from __future__ import annotations

import errno
import os
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Generic, TypeVar

from core.base.on_disk import OnDisk, look_at

T = TypeVar("T")


class Question(Generic[T]):
    """Something that is asked in a thread of its own; the end of the program does not wait for it either."""

    def __init__(self, ask: Callable[[], T]) -> None:
        self._ask = ask
        self._found: list[T] = []
        self._failure: BaseException | None = None
        self._answered = threading.Event()
        threading.Thread(target=self._run, name="place", daemon=True).start()

    @property
    def is_answered(self) -> bool:
        """Whether the answer has come, or the asking has failed."""
        return self._answered.is_set()

    def wait(self, seconds: float) -> bool:
        """Wait for the answer, at most that long; return whether it has come."""
        return self._answered.wait(max(seconds, 0.0))

    def result(self) -> T:
        """Return the answer that has come, or raise what the asking raised."""
        if self._failure is not None:
            raise self._failure
        return self._found[0]

    def _run(self) -> None:
        try:
            self._found.append(self._ask())
        except BaseException as error:  # noqa: BLE001 - raised again where the answer is waited for
            self._failure = error
        self._answered.set()


class PlaceQuestion(Question[None]):
    """One path of which is asked what stands there.

    Attributes:
        path: The path.
        answer: What stands there; None while it has not answered.
        error: Why it cannot be read: it is not there, cannot be asked, or has not answered yet; None where it can.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.answer: OnDisk | None = None
        self.error: OSError | None = silence_of(path)
        super().__init__(self._look)

    def _look(self) -> None:
        answer, self.error = look_at(self.path)
        self.answer = answer


def silence_of(path: Path) -> TimeoutError:
    """Return the error of a place that does not answer."""
    return TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT), str(path))


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
