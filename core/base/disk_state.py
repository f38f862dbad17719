"""What a file on disk was when the program last knew it, so that a change by another program is noticed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from core.base.on_disk import is_file

_LARGEST = 64_000_000  # bytes; a draft has some hundred KB, and what is larger is told by size and time alone


@dataclass(frozen=True, slots=True)
class DiskState:
    """A file as it was found.

    Attributes:
        size: In bytes.
        changed_ns: Time of its last change in nanoseconds, as the file system says.
        digest: SHA-256 of its content in hex; "" for a file that is too large for a draft.
    """

    size: int
    changed_ns: int
    digest: str

    def as_record(self) -> list[object]:
        """Return it as JSON can hold it."""
        return [self.size, self.changed_ns, self.digest]

    @classmethod
    def from_record(cls, record: object) -> DiskState | None:
        """Return what ``as_record`` gave; None where it is something else."""
        if isinstance(record, list) and len(record) == 3:
            size, changed_ns, digest = record
            if isinstance(size, int) and isinstance(changed_ns, int) and isinstance(digest, str):
                return cls(size, changed_ns, digest)
        return None


def disk_state(path: Path) -> DiskState | None:
    """Return the file as it is now; None where there is none, it cannot be read or is no ordinary file."""
    if not is_file(path):  # to open a pipe would never end
        return None
    try:
        with path.open("rb") as stream:
            data = stream.read(_LARGEST + 1)
        found = path.stat()
    except (OSError, ValueError):
        return None
    digest = hashlib.sha256(data).hexdigest() if len(data) <= _LARGEST else ""
    return DiskState(found.st_size, found.st_mtime_ns, digest)


def state_of(data: bytes, path: Path) -> DiskState | None:
    """Return the file that was just written with this content; None where it is gone again."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return DiskState(len(data), found.st_mtime_ns, hashlib.sha256(data).hexdigest())


def changed_since(path: Path, known: DiskState) -> DiskState | None:
    """Return the file as it is now if its content is another than was known; None where it is the same or gone.

    A file whose time and size are the same is not read.
    """
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    if (found.st_size, found.st_mtime_ns) == (known.size, known.changed_ns):
        return None
    now = disk_state(path)
    if now is None or (now.digest, now.size) == (known.digest, known.size):
        return None
    return now
