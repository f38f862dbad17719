"""Reading processes that go from test to test: each takes longer to start than most files take to read.

They are the real ones; only a sound one that is closed is not ended but given to whoever starts the next one of its
kind. Who closed it is left with one that has ended, as always.
"""

import atexit
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from weakref import WeakKeyDictionary

import pytest

from core.base import reading_process
from core.base.reading_process import ReadingProcess

_MOST = 2  # that wait
_USES = 40  # of one; memory that Python keeps would add up to what memory_watch ends it for
_start, _close = ReadingProcess._started, ReadingProcess.close


@dataclass(slots=True)
class _Started:
    kind: tuple[object, ...]
    uses: int = 1


_STARTED: WeakKeyDictionary[subprocess.Popen[bytes], _Started] = WeakKeyDictionary()
_IDLE: list[subprocess.Popen[bytes]] = []


@pytest.fixture(autouse=True)
def warm_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let reading processes go from test to test, in the folders whose conftest shows this fixture."""
    monkeypatch.setattr(ReadingProcess, "_started", _started)
    monkeypatch.setattr(ReadingProcess, "close", _closed)


def _started(reader: ReadingProcess) -> subprocess.Popen[bytes]:
    kind = (*reading_process._command(), Path.cwd(), *sys.path, subprocess.Popen)  # a test may have replaced any
    for process in [process for process in _IDLE if _STARTED[process].kind == kind]:
        _IDLE.remove(process)
        if process.poll() is None:
            _STARTED[process].uses += 1
            return process
    process = _start(reader)
    _STARTED[process] = _Started(kind)
    return process


def _closed(reader: ReadingProcess) -> None:
    process, reading = reader._process, reader._reading
    is_sound = process.poll() is None and (reading is None or reading.is_answered)
    if is_sound and len(_IDLE) < _MOST and process in _STARTED and _STARTED[process].uses < _USES:
        reader._process = _ended()
        _IDLE.append(process)
    else:
        _close(reader)


@cache
def _ended() -> subprocess.Popen[bytes]:
    with subprocess.Popen([sys.executable, "-c", ""], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        return process


@atexit.register
def _end_all() -> None:
    for process in _IDLE:
        with process:
            process.kill()
