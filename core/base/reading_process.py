"""Reads files of others in another process, which can be ended whatever it is stuck in.

A thread would not do: nothing can end it, and a pattern of ``re`` that runs away holds Python's lock, so that the
window could not even be painted. What goes to and fro are pickles between two copies of this program.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import pickle
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Generic, Self, TypeVar

from core.base import crash_log, memory_watch
from core.base.errors import ErrorText, ReportError
from core.base.resources import broken_installation

T = TypeVar("T")

LONGEST = 20.0  # seconds that one file may take; the largest sound ones take two
_TO_BEGIN = 60.0  # seconds until the other process is ready, on a slow PC with a virus scanner
_ORPHANED = LONGEST + 5  # after which it ends itself, since whoever wanted the file must be gone
_POLL = 0.1  # Ctrl-C is answered that often
_FAREWELL = 0.8  # seconds that it is waited for when it was ended; the window stands still meanwhile
_TOO_MUCH = ErrorText(
    "“{name}”的内容过大，读它需要的内存超出正常范围，已经停止读取。",
    "请确认选对了文件；如果没有选错，请只把报告正文复制到新的 Word 文档（.docx）中，再导入那个文档。",
)
_NOT_STARTED = ErrorText(
    "读取文件的程序（nianbao-cli）不能启动。",
    "请检查杀毒软件是否拦截了它，或关闭一些不用的程序后再试；仍不行时请重新安装本程序。",
)
_READY = b"\n"
"""What the other process says once it has understood what to read: from then on the seconds of a file count."""
_TOLD = 450  # characters of a bug that go into the log over here


class ReadingBugError(RuntimeError):
    """The other process met a bug of the program; the message says where."""


class ForeignReading(Generic[T]):
    """One piece of reading that is under way in another process."""

    def __init__(self, process: subprocess.Popen[bytes], work: Callable[..., T], arguments: tuple[object, ...]) -> None:
        self._process = process
        self._outcome: list[T | ReportError | ReadingBugError] = []
        self._asked = time.monotonic()
        self._begun: list[float] = []
        request = pickle.dumps((work, arguments))
        given = (process, request, self._begun, self._outcome)
        self._thread = threading.Thread(target=_ask, args=given, daemon=True)
        self._thread.start()

    def is_done(self, seconds: float = 0.0) -> bool:
        """Wait at most so long; return whether it has ended."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    @property
    def is_begun(self) -> bool:
        """Whether the other process has started and is reading."""
        return bool(self._begun)

    @property
    def is_overdue(self) -> bool:
        """Whether it takes longer than one file may, or the other process longer than a start may."""
        since, longest = (self._begun[0], LONGEST) if self._begun else (self._asked, _TO_BEGIN)
        return time.monotonic() - since > longest

    @property
    def is_answered(self) -> bool:
        """Whether the other process said what came of it, which one that was ended never does."""
        return bool(self._outcome)

    def result(self, name: str) -> T:
        """Return what was read; ``name`` is what the clerk calls it.

        Raises:
            ReportError: The reader says so, or the other process ended by itself.
        """
        if not self._outcome:
            with contextlib.suppress(subprocess.TimeoutExpired):
                if self._process.wait(_FAREWELL) == memory_watch.EXIT_CODE:
                    raise _TOO_MUCH.error(name=name)
            raise ReportError(
                summary=f"读取“{name}”时中断了，没有读完。",
                advice="请关闭一些不用的程序再试；仍不行时，请把正文复制到新的 Word 文档（.docx）中再导入。",
            )
        outcome = self._outcome[0]
        if isinstance(outcome, ReportError | ReadingBugError):
            raise outcome
        return outcome


class ReadingProcess:
    """Another copy of this program that reads one file after the other. Leave it (``with``), and it is ended."""

    def __init__(self) -> None:
        self._process = self._started()
        self._reading: ForeignReading[object] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End it, whatever it is doing."""
        self._stop()

    def read(self, name: str, work: Callable[..., T], *arguments: object) -> T:
        """Have a function of this program read something, and wait for what it returns.

        Args:
            name: What is read, for the clerk.
            work: A function of a module; it is called there.
            arguments: What it is called with.

        Raises:
            ReportError: The reader says so, it took longer than ``LONGEST``, or the other process ended by itself.
        """
        reading = self.start(work, *arguments)
        while not reading.is_done(_POLL):
            if reading.is_overdue:
                raise self.given_up(name)
        return reading.result(name)

    def start(self, work: Callable[..., T], *arguments: object) -> ForeignReading[T]:
        """Begin to read; the one before has ended or was given up.

        Raises:
            ReportError: This PC lets no program start another one.
        """
        if self._reading is not None and not self._reading.is_answered:
            self._stop()
            self._process = self._started()
        reading = ForeignReading(self._process, work, arguments)
        self._reading = reading  # type: ignore[assignment] # what it reads is of no interest here
        return reading

    def given_up(self, name: str) -> ReportError:
        """End what takes too long; return what to tell of it."""
        is_begun = self._reading is None or self._reading.is_begun
        self._stop()
        if not is_begun:
            return _NOT_STARTED.error()
        return ReportError(
            summary=f"“{name}”读了{LONGEST:.0f}秒还没有读完，已经停止读取。",
            advice="请用 WPS 或浏览器打开它，只把报告正文复制到新的 Word 文档（.docx）中，再导入那个文档。",
        )

    def _stop(self) -> None:
        """End the other process, whatever it is doing."""
        self._process.kill()
        latest = time.monotonic() + _FAREWELL
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_FAREWELL)  # one that waits for a dead network drive cannot be ended at once
        if self._reading is None or self._reading.is_done(latest - time.monotonic()):
            for stream in (self._process.stdin, self._process.stdout):
                with contextlib.suppress(OSError):
                    stream.close()  # type: ignore[union-attr] # both are pipes

    def _started(self) -> subprocess.Popen[bytes]:
        """Return the other process.

        Raises:
            ReportError: This PC lets no program start another one.
        """
        try:
            return subprocess.Popen(
                _command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise _NOT_STARTED.error() from error


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Read what is asked for until nobody asks any more: the other end of a ReadingProcess."""
    memory_watch.watch()
    with Path(os.devnull).open("wb") as nowhere:
        while True:
            try:
                work, arguments = pickle.load(requests)
            except (EOFError, OSError, pickle.UnpicklingError):
                return
            # Not a Python timer: it could not run while a pattern runs away
            faulthandler.dump_traceback_later(_ORPHANED, exit=True, file=nowhere)
            try:
                answers.write(_READY)
                answers.flush()
                answer = _answer(work, arguments)
                faulthandler.cancel_dump_traceback_later()
                answers.write(answer)
                answers.flush()
            except OSError:
                return


def _answer(work: Callable[..., object], arguments: tuple[object, ...]) -> bytes:
    """Return what a function returned, or the error it raised, as a pickle; what cannot be one is a bug."""
    try:
        return pickle.dumps(work(*arguments))
    except ReportError as error:
        return pickle.dumps(error)
    except Exception as error:  # noqa: BLE001 - raised again where somebody waits for it
        if broken := broken_installation(error):
            return pickle.dumps(broken)
        return pickle.dumps(ReadingBugError(crash_log.describe(type(error), error, error.__traceback__)[-_TOLD:]))


def _ask(process: subprocess.Popen[bytes], request: bytes, begun: list[float], outcome: list[object]) -> None:
    """Send a request, note when it is begun, and wait for its answer; none is noted where the other process ended."""
    assert process.stdin
    assert process.stdout
    with contextlib.suppress(OSError, EOFError, ValueError, pickle.UnpicklingError):
        process.stdin.write(request)
        process.stdin.flush()
        if process.stdout.read(len(_READY)) == _READY:
            begun.append(time.monotonic())
        outcome.append(pickle.load(process.stdout))


def _command() -> list[str]:
    """Return how another copy of this program is started."""
    if getattr(sys, "frozen", False):
        program = Path(sys.executable)
        return [str(program.with_name("nianbao-cli" + program.suffix)), "read"]
    return [sys.executable, "-m", "core", "read"]
