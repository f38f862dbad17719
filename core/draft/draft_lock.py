"""A small file beside an open draft that tells other PCs who has it open: only there can they see it.

Whoever cannot write it (a read-only share, a full stick) goes on without. It is no lock of the system: a program that
does not know it, such as WPS, is noticed by the change of the file instead.

No clock of a PC is trusted. The owner renews the lock each minute by writing into it, so that it bears the time of the
disk it lies on, and its age is told by the time of another file written there just now. Where the two do not fit, only
watching shows whether the owner is still there. A lock of another PC is never replaced unless a person says so.
"""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import re
import secrets
import stat
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from io import FileIO
from pathlib import Path

from core.base.atomic_file import replace_file
from core.base.errors import DataFolderError, ReportError
from core.base.hidden_file import hide, time_in
from core.base.instances import is_running
from core.base.on_disk import read_ordinary
from core.base.user_files import autosave_folder, data_folder

WATCHED_ENOUGH = 130.0
"""Seconds without a sign of life after which the owner is very likely gone: two of the signs it gives each minute."""

_LARGEST = 10_000
_LONGEST_PLACE = 64
_PLACE = re.compile(r"[0-9a-f]{16}")
_BEAT = "beat"  # eight characters that differ at each sign of life; the length of the file never changes
_IN_USE_WITHIN = 90.0  # seconds; whoever gave a sign of life that lately is still there
_CLOCK_GRAIN = 5.0  # seconds; FAT keeps every second one only
_PAUSE = 0.1  # seconds


@dataclass(frozen=True, slots=True)
class LockOwner:
    """Who has a draft open.

    Attributes:
        user: Name at the PC.
        host: Name of the PC.
        since: Time of that PC when the draft was opened, as ISO text.
        instance: Id of the running copy of the program.
        place: Id of the data folder that says whether this copy runs: PCs set up from one image share both names. ""
            where it is not known, as in locks of version 0.1.0 or where the disk of the data folder was full: such an
            owner is taken to be here only while it is seen to run.
    """

    user: str
    host: str
    since: str
    instance: str
    place: str = ""

    @property
    def sentence(self) -> str:
        """Who and since when, in words for the clerk."""
        if not self.instance:
            return "有人正在打开它"
        return f"{self.user}在电脑“{self.host}”上已打开（{self._time}）"

    @property
    def _time(self) -> str:
        return self.since[:16].replace("T", " ")

    @property
    def sentence_here(self) -> str:
        """The same where the owner is another window on this PC."""
        return f"已在本机另一个窗口中打开（{self._time}）"


@dataclass(frozen=True, slots=True)
class HeldLock:
    """A lock of somebody else.

    Attributes:
        owner: Who wrote it.
        is_here: Whether that is another window of the same user on this PC, which is running for certain.
        age: Seconds since the last sign of life by the clock of the disk; below zero where the lock lies in the
            future, None where the disk tells no time.
        stamp: What changes with each sign of life.
    """

    owner: LockOwner
    is_here: bool
    age: float | None
    stamp: tuple[int, bytes]

    @property
    def sentence(self) -> str:
        """Who has the draft open and since when, in words for the clerk."""
        return self.owner.sentence_here if self.is_here else self.owner.sentence

    @property
    def last_sign(self) -> str:
        """When the owner was last heard of, as far as that can be told."""
        if self.age is None:
            return "对方最近一次更新的时间不明。"
        if self.age < -_CLOCK_GRAIN:
            return "登记的时间比现在还晚（两台电脑的时钟不一致），从时间上看不出对方是否还在。"
        if self.age <= _IN_USE_WITHIN:
            return "对方一分多钟内还有更新，正在使用。"
        return f"对方最近一次更新在{_span(self.age)}前，可能已经不在。"


class LockWatch:
    """Tells from the changes of a lock whether its owner is still there, whatever the clocks say."""

    def __init__(self, first: HeldLock, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin to watch; ``clock`` runs evenly and is set by nobody."""
        self._first = first
        self._clock = clock
        self._begun = clock()

    def judge(self, now: HeldLock | None) -> str:
        """Return what the lock as it is now shows, in words for the clerk."""
        if now is None:
            return "对方刚刚关闭了这份草稿。"
        if now.stamp != self._first.stamp:
            return "对方还在使用：刚才又有更新。"
        waited = int(self._clock() - self._begun)
        if waited < WATCHED_ENOUGH:
            return f"{self._first.last_sign}正在观察对方有没有更新，已观察{waited}秒（在使用时每分钟更新一次）。"
        return f"已观察{waited}秒，对方没有更新，很可能已经不在。"


def lock_file(draft: Path) -> Path:
    """Return where the lock of a draft lies."""
    return draft.with_name(f"~${draft.name}.lock")


def this_owner(instance_id: str, since: str) -> LockOwner:
    """Return who opens drafts here."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user in the system's list
        user = "有人"
    return LockOwner(user, _host(), since, instance_id, _place())


def held_lock(draft: Path, instance_id: str) -> HeldLock | None:
    """Return the lock of somebody else; None where nobody has the draft open, as far as can be told."""
    path = lock_file(draft)
    read = _read(path)
    if read is None:
        begun = _begun_lock(path)
        if begun is not None:
            time.sleep(_PAUSE)  # its writer, who may be this copy, is as a rule done by then
            read = _read(path)
        if read is None:
            return begun
    if read[0].instance == instance_id:
        return None
    owner, content, written = read
    stamp = (written, content)
    here = this_owner(instance_id, "")
    if (owner.host, owner.user) == (here.host, here.user) and (not owner.place or owner.place == here.place):
        with contextlib.suppress(DataFolderError):
            if is_running(autosave_folder(), owner.instance):
                return HeldLock(owner, True, None, stamp)
            if owner.place:  # without it the owner may run on another PC of the same names
                return None
    now = time_in(path.parent)
    return HeldLock(owner, False, None if now is None else now - written / 1e9, stamp)


def take_lock(draft: Path, owner: LockOwner, *, takes_over: bool = False) -> bool:
    """Say that the draft is open here; return whether it could be said.

    The lock of somebody else is left unless ``takes_over``; what stands in its place and is no file is left too.
    """
    path = lock_file(draft)
    if not takes_over and held_lock(draft, owner.instance) is not None:
        return False
    with contextlib.suppress(OSError, ValueError):
        if os.path.lexists(path) and not stat.S_ISREG(path.lstat().st_mode):
            return False
        path.unlink(missing_ok=True)
        with FileIO(path, "x") as stream:
            try:
                stream.write(_content(owner))
            except OSError:  # a full disk: an empty file would protect nothing
                path.unlink(missing_ok=True)
                return False
        hide(path)
        return True
    return False


def renew_lock(draft: Path, owner: LockOwner) -> LockOwner | None:
    """Give a sign of life; return who has taken the lock meanwhile, None where it is ours or cannot be read.

    A lock that somebody deleted, or left without a word in it, is written again, and so is one that a copy on this PC
    left when it crashed: where that cannot be removed, as in a read-only folder, nobody has taken the draft over.
    """
    path = lock_file(draft)
    read = _read(path)
    if read is not None and read[0].instance != owner.instance:
        held = held_lock(draft, owner.instance)
        if held is not None:
            return held.owner
        take_lock(draft, owner)
        return None
    with contextlib.suppress(OSError, ValueError):
        if read is None:
            if not os.path.lexists(path) or _is_empty(path):
                take_lock(draft, owner)
            return None
        with FileIO(path, "r+b", opener=open_at_once) as stream:  # written over, never cut: a reader meets a whole lock
            stream.write(_content(read[0]))
    return None


def release_lock(draft: Path, instance_id: str) -> None:
    """Say that the draft is no longer open here; a lock of somebody else stays."""
    path = lock_file(draft)
    read = _read(path)
    if read is not None and read[0].instance == instance_id:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def _host() -> str:
    """Return the name of this PC without the socket module: nothing here may look like the use of a network."""
    return os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename


def _place() -> str:
    """Return the id of this data folder, which it gets when it is first asked for; "" where none can be kept."""
    with contextlib.suppress(OSError, ReportError):
        path = data_folder() / "place.id"
        return _kept_place(path) or _new_place(path)
    return ""


def _kept_place(path: Path) -> str:
    """Return the id that is kept in a file; "" where there is none, or what a full disk left of one."""
    with contextlib.suppress(FileNotFoundError, UnicodeDecodeError):
        kept = read_ordinary(path, _LONGEST_PLACE).decode("ascii")
        return kept if _PLACE.fullmatch(kept) else ""
    return ""


def _new_place(path: Path) -> str:
    """Keep a new id, whole or not at all; return what is kept then: another copy may have been quicker."""
    replace_file(path, secrets.token_hex(8).encode("ascii"))
    return _kept_place(path)


def open_at_once(path: str, flags: int) -> int:
    """Open without waiting for the other end of a pipe and without following a link."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))


def _content(owner: LockOwner) -> bytes:
    return json.dumps({**asdict(owner), _BEAT: secrets.token_hex(4)}).encode("ascii")


def _read(path: Path) -> tuple[LockOwner, bytes, int] | None:
    """Return the owner, the whole content and the time it was written in nanoseconds; None where there is no lock.

    A pipe, which would never answer, or a device under that name is no lock.
    """
    try:
        with FileIO(path, "rb", opener=open_at_once) as stream:
            state = os.fstat(stream.fileno())
            if not stat.S_ISREG(state.st_mode):
                return None
            data = stream.read(_LARGEST)
        content = json.loads(data)
        texts = {"place": "", **{name: content[name] for name in content if name in LockOwner.__slots__}}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    if texts.keys() != set(LockOwner.__slots__) or not all(isinstance(text, str) for text in texts.values()):
        return None
    return LockOwner(**texts), data, state.st_mtime_ns


def _is_empty(path: Path) -> bool:
    """Return whether there is a file without a word in it, as a full disk leaves it."""
    state = path.lstat()
    return stat.S_ISREG(state.st_mode) and state.st_size == 0


def _begun_lock(path: Path) -> HeldLock | None:
    """Return the lock of who is just writing it; None where there is none, or its writer did not come to the end."""
    with contextlib.suppress(OSError, ValueError):
        if _is_empty(path):
            written, now = path.lstat().st_mtime_ns, time_in(path.parent)
            if now is not None and abs(age := now - written / 1e9) < _IN_USE_WITHIN:
                return HeldLock(LockOwner("", "", "", ""), False, age, (written, b""))
    return None


def _span(seconds: float) -> str:
    for unit, length in (("天", 86400), ("小时", 3600)):
        if seconds >= length:
            return f"{int(seconds // length)}{unit}"
    return f"{max(int(seconds // 60), 1)}分钟"
