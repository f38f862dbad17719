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
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_NOT_THERE_ERRNO = frozenset({errno.ENOENT, errno.ENOTDIR, errno.EBADF, errno.ELOOP})
_NOT_THERE_WINERROR = frozenset({2, 3, 123, 161, 1921})  # file, path, invalid name (twice), circle of links


class OnDisk(Enum):
    """What a path answers."""

    FILE = "file"
    FOLDER = "folder"
    OTHER = "other"  # a device, a pipe, a socket
    MISSING = "missing"
    UNREACHABLE = "unreachable"  # it cannot be told: a share that is down, a folder without permission


def on_disk(path: Path) -> OnDisk:
    """Return what stands at a path; a path that cannot be asked is UNREACHABLE, never an error.

    A network place may take half a minute to answer: a window asks it beside the typing, never while it is built.
    """
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - Path.stat is what callers must not use
    except ValueError:  # a NUL in the name
        return OnDisk.MISSING
    except OSError as error:
        return OnDisk.MISSING if _means_missing(error) else OnDisk.UNREACHABLE
    if stat.S_ISREG(mode):
        return OnDisk.FILE
    return OnDisk.FOLDER if stat.S_ISDIR(mode) else OnDisk.OTHER


def is_file(path: Path) -> bool:
    """Return whether a regular file is there and can be asked."""
    return on_disk(path) is OnDisk.FILE


def is_folder(path: Path) -> bool:
    """Return whether a folder is there and can be asked."""
    return on_disk(path) is OnDisk.FOLDER


def _means_missing(error: OSError) -> bool:
    winerror = getattr(error, "winerror", None)
    if winerror is not None:
        return winerror in _NOT_THERE_WINERROR
    return error.errno in _NOT_THERE_ERRNO
