"""A disk that fails at one step of writing a file."""

import os
import stat
from collections.abc import Callable
from typing import Any

import pytest

OLD, NEW = "旧内容".encode(), "新内容".encode() * 1000

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions and links")


def fail_at(
    monkeypatch: pytest.MonkeyPatch, function: str, error: int, when: Callable[..., bool] = lambda *_: True
) -> None:
    """Let a function of the system fail where `when` says so about its arguments."""
    original = getattr(os, function)

    def failing(*arguments: Any, **options: Any) -> Any:
        if when(*arguments):
            raise OSError(error, os.strerror(error))
        return original(*arguments, **options)

    monkeypatch.setattr(os, function, failing)


def is_temporary(path: Any, *_: Any) -> bool:
    """Tell the temporary file from other files that are opened."""
    return str(path).endswith(".tmp")


def is_folder(descriptor: Any, *_: Any) -> bool:
    """Tell the folder from the file among what is synced."""
    return stat.S_ISDIR(os.fstat(descriptor).st_mode)
