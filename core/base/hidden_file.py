"""Files the program keeps beside those of the clerk: out of sight, and told by the clock of the disk they lie on."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

# Not derived from the name of another file, which may already be as long as the file system allows.
TEMPORARY_PREFIX = ".~nianbao-"
TEMPORARY_SUFFIX = ".tmp"
_HIDDEN, _NORMAL = 2, 128  # FILE_ATTRIBUTE_HIDDEN, FILE_ATTRIBUTE_NORMAL


def temporary_in(folder: Path) -> Path:
    """Return a name in a folder that is ours alone; on Linux its dot keeps it out of sight."""
    return folder / f"{TEMPORARY_PREFIX}{os.urandom(8).hex()}{TEMPORARY_SUFFIX}"


def hide(path: Path, *, hidden: bool = True) -> None:
    """Keep a file out of the clerk's sight on Windows, or show it again; where that fails it is merely seen."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  on Windows only

        ctypes.windll.kernel32.SetFileAttributesW(str(path), _HIDDEN if hidden else _NORMAL)


def time_in(folder: Path) -> float | None:
    """Return what the clock of a folder's disk shows, as a file written just now tells it; in seconds since 1970.

    A share has the clock of its server, which may be hours from that of this PC. None where nothing can be written.
    """
    path = temporary_in(folder)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            hide(path)
            os.write(descriptor, b"x")
            return os.fstat(descriptor).st_mtime
        finally:
            with contextlib.suppress(OSError):
                os.close(descriptor)
            path.unlink(missing_ok=True)
    except (OSError, ValueError):
        return None
