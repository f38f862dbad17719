"""Which other program has a draft open: office programs say so by a small file beside it, as this one does.

Nothing is locked by that on Kylin and UOS: whoever saves last wipes out what the other one wrote. A program that
crashed leaves its file behind, so that it is told, never refused.
"""

from __future__ import annotations

import stat
from collections.abc import Callable
from dataclasses import dataclass
from io import FileIO
from os import fstat
from pathlib import Path

from core.draft.draft_lock import open_at_once

_LARGEST = 4096
_LENGTH, _NAME = 55, 57  # where the file of Excel has how long the name of the user is, and the name in UTF-16


@dataclass(frozen=True, slots=True)
class OtherProgram:
    """A program that says that it has a draft open.

    Attributes:
        name: Which program it is, in words for the clerk.
        user: Who works with it; "" where that is not told.
        stamp: What differs each time that it is said anew.
    """

    name: str
    user: str
    stamp: tuple[str, int]

    @property
    def sentence(self) -> str:
        """Which program and who, in words for the clerk."""
        who = f"，打开的人是{self.user}" if self.user else ""
        return f"正在别的程序（{self.name}）中打开{who}"


def open_in_program(draft: Path) -> OtherProgram | None:
    """Return the other program that has a draft open; None where none says so."""
    for before, after, name, user_of in _MARKS:
        mark = draft.with_name(f"{before}{draft.name}{after}")
        try:
            with FileIO(mark, "rb", opener=open_at_once) as stream:
                state = fstat(stream.fileno())
                data = stream.read(_LARGEST) or b"" if stat.S_ISREG(state.st_mode) else b""
        except (OSError, ValueError):
            continue
        if data:  # a full disk leaves an empty one
            return OtherProgram(name, _plain(user_of(data)), (mark.name, state.st_mtime_ns))
    return None


def _user_of_libreoffice(data: bytes) -> str:
    """Return the user of a line such as ``张三,zhang,PC-01,28.11.2026 09:00,file:///…;``."""
    full_name, _, rest = data.decode("utf-8", "replace").partition(",")
    login, _, rest = rest.partition(",")
    host = rest.partition(",")[0]
    user = full_name or login
    return f"{user}（电脑“{host}”）" if user and host else user


def _user_of_excel(data: bytes) -> str:
    length = data[_LENGTH] if len(data) > _NAME else 0
    return data[_NAME : _NAME + 2 * length].decode("utf-16-le", "replace")


def _plain(user: str) -> str:
    """Return a name; "" where it is none: the layout of these files is not written down anywhere."""
    name = user.strip()
    return name if name.isprintable() and "\ufffd" not in name else ""


_MARKS: tuple[tuple[str, str, str, Callable[[bytes], str]], ...] = (
    (".~lock.", "#", "LibreOffice 等", _user_of_libreoffice),
    ("~$", "", "Excel 或 WPS", _user_of_excel),
    (".~", "", "WPS", _user_of_excel),
)
"""What stands before and behind the name of the draft in the file of a program, what that is called, and its user."""
