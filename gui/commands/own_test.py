"""Runs the self-test in another copy of this program. Loaded when it is wanted: starting programs needs much."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from core.base.errors import ErrorText

RESULT = "自检结果.txt"
"""Where the self-test says what came of it, in the folder it is given."""
IS_UNSEEN = sys.platform != "win32"
"""Whether its window is not shown; on Windows, Qt has no fonts for a window that is not."""
_LONGEST = 180  # seconds; a slow PC takes twenty
_NO_START = ErrorText("自检没有能启动。", "请检查杀毒软件是否拦截了本程序，或关闭一些不用的程序后再试。")
_TOO_LONG = ErrorText(f"自检做了{_LONGEST}秒还没有完，已经停止。", "请关闭一些不用的程序，再试一次。")


def self_test_result() -> str:
    """Run the self-test in a folder of its own; return its result.

    Raises:
        ReportError: It cannot be started, or does not end.
    """
    with tempfile.TemporaryDirectory(prefix="nianbao-", ignore_cleanup_errors=True) as base:
        folder = Path(base) / "自检"
        surroundings = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        if IS_UNSEEN:
            surroundings["QT_QPA_PLATFORM"] = "offscreen"
        try:
            subprocess.run(
                [*_program(), "--selftest", str(folder)],
                env=os.environ | surroundings,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=_LONGEST,
                check=False,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            return (folder / RESULT).read_text(encoding="utf-8")
        except OSError as error:
            raise _NO_START.error() from error
        except subprocess.TimeoutExpired as error:
            raise _TOO_LONG.error() from error


def _program() -> list[str]:
    """Return how another copy of this program is started."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "gui"]
