"""Ends a program that takes too much memory: whoever reads files of others must not bring the PC to a standstill.

A limit of the system would do on Linux only, and would let a library fall over where it stands; what it was doing when
the memory ran out could then not be told from a crash.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path

MOST_BYTES = 560 * 2**20
"""A report takes a fifth of it, the largest sound workbook four fifths."""

EXIT_CODE = 73
"""What a program ends with that took more."""

_PAUSE = 0.02
_STATISTICS = Path("/proc/self/statm")


def watch() -> None:
    """Look every few moments how much memory this program has; end it where that is too much."""
    if used_bytes():
        threading.Thread(target=_look, daemon=True).start()


def _look() -> None:
    while used_bytes() < MOST_BYTES:
        time.sleep(_PAUSE)
    os._exit(EXIT_CODE)


def used_bytes() -> int:
    """Return how much memory this program has; 0 where the system does not tell."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  on Windows only
        from ctypes import wintypes  # noqa: PLC0415

        class Counters(ctypes.Structure):
            _fields_ = [("size", wintypes.DWORD), ("faults", wintypes.DWORD)] + [
                (name, ctypes.c_size_t) for name in ("peak", "used", "a", "b", "c", "d", "e", "f")
            ]

        counters = Counters(size=ctypes.sizeof(Counters))
        kernel = ctypes.windll.kernel32
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        ask = kernel.K32GetProcessMemoryInfo
        ask.argtypes = [wintypes.HANDLE, ctypes.c_void_p, wintypes.DWORD]
        ask(kernel.GetCurrentProcess(), ctypes.byref(counters), counters.size)
        return int(counters.used)
    try:
        return int(_STATISTICS.read_bytes().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0
