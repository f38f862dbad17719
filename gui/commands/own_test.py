"""Runs the self-test in another copy of this program. Loaded when it is wanted: starting programs needs much."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from core.base.errors import ErrorText

RESULT = "自检结果.txt"
"""Where the self-test says what came of it, in the folder it is given."""
IS_UNSEEN = sys.platform != "win32"
"""Whether its window is not shown; on Windows, Qt has no fonts for a window that is not."""
_LONGEST = 180  # seconds; a slow PC takes twenty
_NO_START = ErrorText("自检没有能启动。", "请检查杀毒软件是否拦截了本程序，或关闭一些不用的程序后再试。")
_TOO_LONG = ErrorText(f"自检做了{_LONGEST}秒还没有完，已经停止。", "请关闭一些不用的程序，再试一次。")


class SelfTest:
    """The self-test under way in a folder of its own; it ends with the ``with`` at the latest.

    Raises:
        ReportError: It cannot be started.
    """

    def __init__(self) -> None:
        self._base = tempfile.TemporaryDirectory(prefix="nianbao-", ignore_cleanup_errors=True)
        self._folder = Path(self._base.name) / "自检"
        self._latest = time.monotonic() + _LONGEST
        surroundings = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        if IS_UNSEEN:
            surroundings["QT_QPA_PLATFORM"] = "offscreen"
        try:
            self._process = subprocess.Popen(
                [*_program(), "--selftest", str(self._folder)],
                env=os.environ | surroundings,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            self._base.cleanup()
            raise _NO_START.error() from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        self._base.cleanup()

    @property
    def is_overdue(self) -> bool:
        """Whether it takes longer than it may."""
        return time.monotonic() > self._latest

    def is_done(self) -> bool:
        """Whether it came to its end."""
        return self._process.poll() is not None

    def result(self) -> str:
        """Return what came of it.

        Raises:
            ReportError: It did not end, or left no result.
        """
        if self._process.poll() is None:
            raise _TOO_LONG.error()
        try:
            return (self._folder / RESULT).read_text(encoding="utf-8")
        except OSError as error:
            raise _NO_START.error() from error


def _program() -> list[str]:
    """Return how another copy of this program is started."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "gui"]
