"""Which other program has a file open: office programs say so by a small file beside it, as this one does.

Nothing is locked by that on Kylin and UOS: whoever saves last wipes out what the other one wrote. A program that
crashed leaves its file behind: of a draft it is told, never refused, for there the clerk's work is to be saved. A paper
that was made can be made again, so one that is open is not replaced; which file to delete is said.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import FileIO
from os import fstat
from pathlib import Path

from core.base.errors import ErrorText
from core.base.on_disk import entries_in, is_file
from core.draft.draft_lock import open_at_once

_LARGEST = 4096
_LENGTH, _NAME = 55, 57  # where the file of Excel has how long the name of the user is, and the name in UTF-16
_WORD, _FULL_NAME = ".docx", 6
"""Longest name, without its ending, before which Word writes its two signs; in a longer one they replace the first."""
_OPEN = ErrorText(
    "“{name}”{program}，没有覆盖。",
    "请先在那里关闭，再生成一次；没有人打开它的，请删除旁边的“{mark}”（那个程序没有正常退出留下的），或换一个文件名。",
)


@dataclass(frozen=True, slots=True)
class OtherProgram:
    """A program that says that it has a file open.

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


def open_in_program(path: Path) -> OtherProgram | None:
    """Return the other program that has a file open; None where none says so."""
    for mark, name, user_of in _marks(path):
        try:
            with FileIO(mark, "rb", opener=open_at_once) as stream:
                state = fstat(stream.fileno())
                data = stream.read(_LARGEST) or b"" if stat.S_ISREG(state.st_mode) else b""
        except (OSError, ValueError):
            continue
        if data:  # a full disk leaves an empty one
            return OtherProgram(name, _plain(user_of(data)), (mark.name, state.st_mtime_ns))
    return None


def refuse_open(*papers: Path) -> None:
    """Refuse to replace papers of which another program says it has one open; on Windows the system itself does.

    Raises:
        FileError: One is there, and open.
    """
    for path in () if _is_windows() else filter(is_file, papers):
        other = open_in_program(path)
        if other is not None:
            raise _OPEN.of(path, program=other.sentence, mark=other.stamp[0])


def _is_windows() -> bool:
    return os.name == "nt"


def _marks(path: Path) -> Iterator[tuple[Path, str, Callable[[bytes], str]]]:
    """Yield the files by which programs say that they have a file open, how they are called, who reads the user."""
    is_word = path.suffix.lower() == _WORD
    office = f"{'Word' if is_word else 'Excel'} 或 WPS"
    for before, after, name, user_of in _MARKS:
        yield path.with_name(f"{before}{path.name}{after}"), name or office, user_of
    rest = path.name[min(max(len(path.stem) - _FULL_NAME, 0), 2) :]
    if is_word and rest != path.name and _is_only_one(path, rest):
        yield path.with_name(f"~${rest}"), office, lambda _: ""


def _is_only_one(path: Path, rest: str) -> bool:
    """Whether no other file is told by the same one of Word, as 水利局的年度报告.docx and 林业局的年度报告.docx."""
    long = (len(path.name), rest)
    alike = [e for e in entries_in(path.parent) or () if (len(e.name), e.name[-len(rest) :]) == long]
    return sum(not entry.name.startswith("~$") for entry in alike) < 2


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
    ("~$", "", "", _user_of_excel),
    (".~", "", "WPS", _user_of_excel),
)
"""What stands before and behind the name of the file in that of a program, how that is called, and its user.

"" for the program that the kind of file tells.
"""
