"""A small file beside an open draft that tells other PCs who has it open: only there can they see it.

Whoever cannot write it (a read-only share, a full stick) goes on without. It is no lock of the system: a program that
does not know it, such as WPS, is noticed by the change of the file instead.
"""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import sys
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from core.base.errors import DataFolderError
from core.base.instances import is_running
from core.base.user_files import autosave_folder

if TYPE_CHECKING:
    from pathlib import Path

STALE_AFTER = 600.0
"""Seconds without a sign of life after which a lock of another PC is taken over; its owner gives one each minute."""

_LARGEST = 10_000
_HIDDEN = 2  # FILE_ATTRIBUTE_HIDDEN


@dataclass(frozen=True, slots=True)
class LockOwner:
    """Who has a draft open.

    Attributes:
        user: Name at the PC.
        host: Name of the PC.
        since: Local time the draft was opened, as ISO text.
        instance: Id of the running copy of the program.
    """

    user: str
    host: str
    since: str
    instance: str

    @property
    def sentence(self) -> str:
        """Who and since when, in words for the clerk."""
        return f"{self.user}在电脑“{self.host}”上已打开（{self.since[:16].replace('T', ' ')}）"


def lock_file(draft: Path) -> Path:
    """Return where the lock of a draft lies."""
    return draft.with_name(f"~${draft.name}.lock")


def this_owner(instance_id: str, since: str) -> LockOwner:
    """Return who opens drafts here."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user in the system's list
        user = "有人"
    return LockOwner(user, _host(), since, instance_id)


def other_owner(draft: Path, instance_id: str) -> LockOwner | None:
    """Return who else has the draft open now; None where nobody has, as far as can be told."""
    owner, age = _read(lock_file(draft))
    if owner is None or owner.instance == instance_id or age > STALE_AFTER:
        return None
    here = this_owner(instance_id, "")
    if (owner.host, owner.user) == (here.host, here.user):
        with contextlib.suppress(DataFolderError):
            return owner if is_running(autosave_folder(), owner.instance) else None
    return owner


def take_lock(draft: Path, owner: LockOwner) -> bool:
    """Say that the draft is open here; return whether it could be said. A lock of somebody else is replaced."""
    path = lock_file(draft)
    with contextlib.suppress(OSError, ValueError):
        path.unlink(missing_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            json.dump(asdict(owner), stream, ensure_ascii=True)
        _hide(path)
        return True
    return False


def renew_lock(draft: Path, instance_id: str) -> LockOwner | None:
    """Give a sign of life; return who has taken the lock meanwhile, None where it is still ours or cannot be read."""
    path = lock_file(draft)
    owner, _ = _read(path)
    if owner is None or owner.instance != instance_id:
        return owner
    with contextlib.suppress(OSError):
        os.utime(path)
    return None


def release_lock(draft: Path, instance_id: str) -> None:
    """Say that the draft is no longer open here; a lock of somebody else stays."""
    path = lock_file(draft)
    owner, _ = _read(path)
    if owner is not None and owner.instance == instance_id:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def _host() -> str:
    """Return the name of this PC without the socket module: nothing here may look like the use of a network."""
    return os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename


def _read(path: Path) -> tuple[LockOwner | None, float]:
    """Return the owner and the seconds since the last sign of life."""
    try:
        with path.open("rb") as stream:
            content = json.loads(stream.read(_LARGEST))
            age = time.time() - os.fstat(stream.fileno()).st_mtime
        texts = {name: content[name] for name in LockOwner.__slots__}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None, 0.0
    if not all(isinstance(text, str) for text in texts.values()):
        return None, 0.0
    return LockOwner(**texts), age


def _hide(path: Path) -> None:
    """Keep the lock out of the clerk's sight; on Linux nothing but its name says so."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetFileAttributesW(str(path), _HIDDEN)
