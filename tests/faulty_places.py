"""A folder of the user whose disk answers every call with one error: a share that is down, a stick that was pulled."""

from __future__ import annotations

import builtins
import errno
import io
import os
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
    """

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.refused = 0
        self._error: tuple[int, int | None] | None = None
        for name in _CALLS:
            patch.setattr(os, name, self._wrapped(getattr(os, name)))
        opened = self._wrapped(io.open)
        patch.setattr(io, "open", opened)
        patch.setattr(builtins, "open", opened)

    def fail(self, name: str) -> None:
        """Answer with this error from now on."""
        self._error = ERRORS[name]

    def recover(self) -> None:
        """Work again."""
        self._error = None

    def _wrapped(self, call: Callable[..., object]) -> Callable[..., object]:
        def wrapped(*args: object, **kwargs: object) -> object:
            if self._error is not None and any(self._is_inside(path) for path in args[:2]):
                self.refused += 1
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
