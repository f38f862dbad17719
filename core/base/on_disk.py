"""What stands at a path that a person or a file named: the one place where such a path is asked.

A share that is down, a stick that was pulled or a folder of somebody else answers with an error, and pathlib passes
most of them on: Python's ``exists`` swallows only those that mean "not there". Nobody else in the program calls
``exists``, ``is_file``, ``is_dir`` or ``stat`` on such a path (a test sees to it).
"""

from __future__ import annotations

import errno
import os
import stat
from enum import Enum
from io import FileIO
from pathlib import Path

from core.base.system_errors import Cause, cause_of

_NOT_THERE = {Cause.MISSING, Cause.LOOP, Cause.NAME_INVALID}
_NAME_SURROGATE = 0x20000000  # in the tag of what Windows calls a reparse point; a file that OneDrive keeps has it not


class OnDisk(Enum):
    """What a path answers."""

    FILE = "file"
    FOLDER = "folder"
    OTHER = "other"  # a device, a pipe, a socket
    MISSING = "missing"
    UNREACHABLE = "unreachable"  # it cannot be told: a share that is down, a folder without permission


def on_disk(path: Path) -> OnDisk:
    """Return what stands at a path; a path that cannot be asked is UNREACHABLE, never an error.

    A network place may take half a minute to answer: a window asks it by `core.base.place_question`.
    """
    return look_at(path)[0]


def look_at(path: Path) -> tuple[OnDisk, OSError | None]:
    """Return what stands at a path, and the error of one that is not there or cannot be asked."""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - Path.stat is what callers must not use
    except ValueError as error:  # a NUL in the name
        return OnDisk.MISSING, FileNotFoundError(errno.ENOENT, str(error))
    except OSError as error:
        return (OnDisk.MISSING if cause_of(error) in _NOT_THERE else OnDisk.UNREACHABLE), error
    if stat.S_ISREG(mode):
        return OnDisk.FILE, None
    return (OnDisk.FOLDER if stat.S_ISDIR(mode) else OnDisk.OTHER), None


def is_file(path: Path) -> bool:
    """Return whether a regular file is there and can be asked."""
    return on_disk(path) is OnDisk.FILE


def is_folder(path: Path) -> bool:
    """Return whether a folder is there and can be asked."""
    return on_disk(path) is OnDisk.FOLDER


def read_ordinary(path: Path, most: int = -1) -> bytes:
    """Return the content of an ordinary file, of a long one only the first bytes.

    All that the program reads in its own folders is read so: a pipe under such a name would never answer.

    Raises:
        OSError: It cannot be read, or is no ordinary file.
        ValueError: There is a NUL in the name.
    """
    with FileIO(path, "rb", opener=_open_at_once) as stream:
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))  # told like a link that leads nowhere
        return stream.read(most)


def _open_at_once(path: str, flags: int) -> int:
    """Open without waiting for the other end of a pipe."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def entries_in(folder: Path) -> list[Path] | None:
    """Return what stands in a folder, files and folders alike, by name; None where it cannot be listed."""
    try:
        return sorted(folder / name for name in os.listdir(folder))  # noqa: PTH208 - Path.iterdir is what callers must not use
    except (OSError, ValueError):
        return None


def followed(path: Path) -> Path:
    """Return where the links in a path lead, and the path itself, made whole, where they cannot be followed.

    Python's own ``realpath`` and ``resolve`` raise on Windows for a share that is down.
    """
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError):
        return Path(os.path.abspath(path))  # noqa: PTH100 - Path.absolute keeps ".."


def is_link(path: Path) -> bool:
    """Return whether what is there stands for another place, which is not asked: a symbolic link, a junction."""
    try:
        found = os.lstat(path)
    except (OSError, ValueError):
        return False
    return stat.S_ISLNK(found.st_mode) or bool(getattr(found, "st_reparse_tag", 0) & _NAME_SURROGATE)


def size_and_time(path: Path) -> tuple[int, int] | None:
    """Return the size in bytes and the time of the last change in nanoseconds; None where it cannot be asked."""
    try:
        state = path.lstat()
    except (OSError, ValueError):
        return None
    return state.st_size, state.st_mtime_ns


def is_protected(folder: Path) -> bool:
    """Return whether a folder answers and may only be read, as far as the system tells: a stick may be protected."""
    return is_folder(folder) and not os.access(folder, os.W_OK)
