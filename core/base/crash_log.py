"""The log of what went wrong inside the program: limited in size, and without anything about people or reports.

What a log says is where in the program it happened. Messages of errors may quote what was typed, so everything in
them that is not plain ASCII, every longer number and every path of the user is left out.
"""

from __future__ import annotations

import contextlib
import platform
import re
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType

from core.base.build import version
from core.base.on_disk import OnDisk, on_disk, read_ordinary
from core.base.user_files import logs_folder

MAX_LOG_BYTES = 256_000
_NAME = "nianbao.log"
_FAULTS = "faults.log"
_FRAMES = 30
_RECENT = 20_000  # bytes
_LONGEST_MESSAGE = 500
_ROOT = Path(__file__).resolve().parent.parent.parent


def describe(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> str:
    """Return an error with the places in the program it came through, fit to be handed on."""
    lines = [f"程序版本 {version()}，Python {platform.python_version()}，{platform.system()} {platform.release()}"]
    chain = traceback.TracebackException(kind, error or kind(), trace, compact=True, lookup_lines=False)
    seen: traceback.TracebackException | None = chain
    while seen is not None and len(lines) < 4 * _FRAMES:
        frames = list(seen.stack)
        lines += [f"  {_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames[-_FRAMES:]]
        name = seen.exc_type.__name__ if seen.exc_type else "?"
        lines.append(f"{name}: {masked(str(seen))[:_LONGEST_MESSAGE]}")
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
        if seen is not None:
            lines.append("起因：")
    return "\n".join(lines)


def masked(text: str) -> str:
    """Return a message without paths of the user, without what is not ASCII and without longer numbers."""
    return re.sub(r"\d{4,}", "#", re.sub(r"[^\x20-\x7e\n]+", "□", without_home(text)))


def without_home(text: str) -> str:
    """Return a text with ~ for the folder of the user, whose name it would tell."""
    with contextlib.suppress(RuntimeError):  # no home
        home = str(Path.home())
        for shape in {home, home.replace("\\", "\\\\"), home.replace("\\", "/")}:
            if len(shape) > 1:
                text = text.replace(shape, "~")
    return re.sub(r"(?i)([a-z]:)?[\\/]+(users|home)[\\/]+[^\\/\s'\"]+", "~", text)


def write_log(text: str, when: datetime) -> Path | None:
    """Add an entry to the log; return the log, None where it cannot be written. Never raises for that."""
    try:
        path = logs_folder() / _NAME
        if not _is_ours(path):
            return None
        with contextlib.suppress(FileNotFoundError):
            if path.stat().st_size > MAX_LOG_BYTES // 2:
                path.replace(path.with_suffix(".old.log"))
        entry = f"{when:%Y-%m-%d %H:%M:%S}\n{text}\n\n".encode()
        with path.open("ab") as stream:
            stream.write(entry[: MAX_LOG_BYTES // 4])
    except Exception:  # noqa: BLE001 - whoever writes a log is in trouble already; nothing may come on top of it
        return None
    return path


def recent_log() -> str:
    """Return the end of the log; "" where there is none or it cannot be read."""
    try:
        path = logs_folder() / _NAME
        return read_ordinary(path)[-_RECENT:].decode("utf-8", "ignore")
    except Exception:  # noqa: BLE001 - see write_log
        return ""


def take_faults(when: datetime) -> Path | None:
    """Move what Python wrote when it was killed from inside into the log; return the file for the next time.

    None where the data folder cannot be used.
    """
    try:
        path = logs_folder() / _FAULTS
        if not _is_ours(path):
            return None
        if path.exists():
            old = read_ordinary(path, MAX_LOG_BYTES // 8).decode("utf-8", "replace")
            if old.strip():
                write_log("上次运行时程序崩溃：\n" + _without_paths(old), when)
        path.write_bytes(b"")
    except Exception:  # noqa: BLE001 - see write_log
        return None
    return path


def _is_ours(path: Path) -> bool:
    """Whether an ordinary file stands there, or nothing: writing into a pipe would never end."""
    return on_disk(path) in (OnDisk.FILE, OnDisk.MISSING)


def _place(filename: str) -> str:
    """Return a file of the program from its root, any other by its name."""
    path = Path(filename)
    if path.is_relative_to(_ROOT) and "site-packages" not in path.parts:
        return path.relative_to(_ROOT).as_posix()
    return path.name


def _without_paths(text: str) -> str:
    return re.sub(r'File "([^"]*)"', lambda match: f'File "{_place(match[1])}"', text)
