"""A folder of the user whose disk answers every call with one error: a share that is down, a stick that was pulled."""

import builtins
import errno
import io
import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

ERRORS = {
    name: (getattr(errno, name), None)
    for name in (
        "EACCES",
        "EIO",
        "EHOSTDOWN",
        "ESTALE",
        "ETIMEDOUT",
        "EHOSTUNREACH",
        "ENOTCONN",
        "ENOSPC",
        "EPERM",
        "ENAMETOOLONG",
    )
} | {f"WinError {number}": (errno.EINVAL, number) for number in (5, 64, 121, 1231, 1272, 1326)}
"""Error number and, for what Windows says, its own number."""

_CALLS = (
    *("stat", "lstat", "open", "replace", "rename", "scandir", "listdir", "unlink", "remove", "mkdir", "rmdir"),
    *("utime", "access", "chmod", "readlink", "link"),
)


class FaultyPlace:
    """A folder whose disk can be made to fail.

    Attributes:
        folder: The folder.
        refused: How many calls it has answered with the error.
        asked_by_window: What the window's own thread asked while it did not answer, which would have stopped it.
    """

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.refused = 0
        self._error: tuple[int, int | None] | None = None
        self.asked_by_window: list[str] = []
        self._answers = threading.Event()
        self._answers.set()
        self._answered: tuple[str, ...] = ()
        for name in _CALLS:
            patch.setattr(os, name, self._wrapped(name, getattr(os, name)))
        opened = self._wrapped("open", io.open)
        patch.setattr(io, "open", opened)
        patch.setattr(builtins, "open", opened)

    def fail(self, name: str) -> None:
        """Answer with this error from now on."""
        self._error = ERRORS[name]

    def recover(self) -> None:
        """Work again."""
        self._error = None
        self._answers.set()

    def fall_silent(self, *, answered: tuple[str, ...] = ()) -> None:
        """Answer no more, except what the system knows by heart, as it does of a share for some seconds."""
        self._answered = answered
        self._answers.clear()

    @property
    def answers(self) -> bool:
        """Whether it answers at all."""
        return self._answers.is_set()

    def _wait(self, name: str) -> None:
        if threading.current_thread() is threading.main_thread():
            self.asked_by_window.append(name)
            raise OSError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT))
        self._answers.wait(60)

    def _wrapped(self, name: str, call: Callable[..., object]) -> Callable[..., object]:
        def wrapped(*args: object, **kwargs: object) -> object:
            if not self._answers.is_set() and name not in self._answered and any(map(self._is_inside, args[:2])):
                self._wait(name)
            if self._error is not None and any(self._is_inside(path) for path in args[:2]):
                self.refused += 1
                if name == "access":
                    return False  # it never raises
                number, windows = self._error
                error = OSError(number, os.strerror(number), str(args[0]))
                if windows is not None:
                    error.winerror = windows  # type: ignore[attr-defined] # Windows alone has it
                raise error
            return call(*args, **kwargs)

        return wrapped

    def _is_inside(self, path: object) -> bool:
        if not isinstance(path, str | os.PathLike):
            return False
        text = os.fspath(path)
        return isinstance(text, str) and text.startswith(str(self.folder))
