"""Which copies of the program are running now: each holds a lock that the system takes back when it dies.

A process number alone would not do: after a power failure another program may have the same one.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import sys
import time
from pathlib import Path

from core.base.hidden_file import time_in
from core.base.on_disk import OnDisk, on_disk

_SUFFIX = ".running"
_FRESH = 600.0  # seconds; where the file system knows no locks, a file touched that lately is taken for running
_HELD = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Instance:
    """This running copy of the program.

    Attributes:
        id: A name no other copy has.
    """

    def __init__(self, folder: Path) -> None:
        """Begin to run; ``folder`` is the folder of the autosaved drafts."""
        self.id = f"{time.strftime('%Y%m%d')}-{secrets.token_hex(6)}"
        self._path = folder / (self.id + _SUFFIX)
        self._descriptor: int | None = None
        self._mark()

    def _mark(self) -> None:
        for _ in range(3):
            with contextlib.suppress(OSError):  # a full disk, no locks: the program runs all the same
                self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
                _lock(self._descriptor)
            if self._descriptor is None or on_disk(self._path) is not OnDisk.MISSING:
                break
            _close(self._descriptor)  # another copy took the file for a leftover before it was locked

    def touch(self) -> None:
        """Say again that it is running, for file systems without locks; also where somebody deleted the folder."""
        if on_disk(self._path) is OnDisk.MISSING:
            if self._descriptor is not None:
                _close(self._descriptor)
                self._descriptor = None
            self._mark()
        with contextlib.suppress(OSError):
            os.utime(self._path)

    def close(self) -> None:
        """End the run in order."""
        if self._descriptor is not None:
            _close(self._descriptor)
            self._descriptor = None
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)


def is_running(folder: Path, instance_id: str) -> bool:
    """Return whether the copy of the program with this id, which keeps its autosave in ``folder``, is running."""
    path = folder / (instance_id + _SUFFIX)
    try:
        descriptor = os.open(path, os.O_RDWR)
    except FileNotFoundError:
        return False
    except OSError:
        return True  # Windows refuses it while another opens it; a doubt must not take a draft away from its owner
    try:
        _lock(descriptor)
    except OSError as error:
        if error.errno in _HELD:
            return True
        now = time_in(folder)  # not of this PC: a folder on a server has another clock
        return now is None or abs(now - os.fstat(descriptor).st_mtime) < _FRESH
    finally:
        _close(descriptor)
    return False


def _close(descriptor: int) -> None:
    """Let go of a lock; nothing was written that a failing disk could lose."""
    with contextlib.suppress(OSError):
        os.close(descriptor)


def remove_ended(folder: Path) -> None:
    """Delete what copies that are no longer running left behind to say that they run."""
    with contextlib.suppress(OSError):
        for path in folder.glob("*" + _SUFFIX):
            if not is_running(folder, path.name.removesuffix(_SUFFIX)):
                with contextlib.suppress(OSError):
                    path.unlink()
