"""The history of a draft: a copy of the former file from each save, in the user's data folder, never beside the draft.

One folder a draft, named after its path; the name of a copy says when it was kept and why, so that listing reads
nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from core.base.archive_limits import read_limited
from core.base.atomic_file import replace_file
from core.base.errors import FileError, FileMissingError, ReportError
from core.base.on_disk import read_ordinary
from core.base.system_errors import Cause, cause_of
from core.base.user_files import safe_file_name, versions_folder
from core.draft.workbook import load_draft
from core.report.report import Report

Kind = Literal["saved", "file", "mine", "restored"]
"""Why a copy was kept: a save replaced it; another program's file gave way to the clerk's; the clerk's gave way to
it; an older version was taken back."""

KIND_NAMES: dict[Kind, str] = {
    "saved": "保存前的旧稿",
    "file": "其他程序改过的文件",
    "mine": "改用文件内容前的填报",
    "restored": "恢复旧版本前的填报",
}
_FULL = "所在的磁盘空间不足", "在那个磁盘上删除一些不用的文件"
_REFUSED = "里写不进文件", "检查这个文件夹的写入权限"
NEWEST_KEPT = 30
_WRITTEN = "written.txt"
_MOST_WRITTEN = 8  # lines; a save that fails leaves one that no file has
_STAMP = "%Y%m%d-%H%M%S-%f"


@dataclass(frozen=True, slots=True)
class Version:
    """A kept copy of a draft.

    Attributes:
        file: The copy, a draft workbook.
        when: Local time it was kept.
    """

    file: Path
    when: datetime
    kind: Kind

    @property
    def reason(self) -> str:
        """Why it was kept, in words for the clerk."""
        return KIND_NAMES[self.kind]


class NotKeptError(FileError):
    """The copy could not be written: what was to take the place of the former content was not.

    Attributes:
        why: A Chinese sentence that names the folder; the copy has a name that tells the clerk nothing.
    """

    def __init__(self, draft: Path, folder: Path, cause: BaseException | None) -> None:
        is_full = isinstance(cause, OSError) and cause_of(cause) is Cause.FULL
        fault, remedy = _FULL if is_full else _REFUSED
        self.why = f"版本历史的文件夹“{folder}”{fault}。"
        summary = f"“{draft.name}”没有覆盖，旧内容不能留存：{self.why}"
        super().__init__(draft, summary=summary, advice=f"请{remedy}，再试一次；急用时请换一个文件名保存。")


def keep_file(draft: Path, when: datetime, kind: Kind = "saved") -> Version | None:
    """Keep a copy of the draft file as it is on disk; None where there is no such file.

    Raises:
        NotKeptError: The copy cannot be written.
        FileError: It cannot be read, or the data folder cannot be made.
    """
    try:
        data = read_limited(draft)
    except FileMissingError:
        return None
    return keep_version(draft, data, when, kind)


def keep_version(draft: Path, data: bytes, when: datetime, kind: Kind) -> Version:
    """Keep these bytes as a version of a draft; the newest copy is returned where it holds just the same.

    Raises:
        NotKeptError: The copy cannot be written.
        DataFolderError: The data folder cannot be made.
    """
    versions = list_versions(draft)
    if versions and _holds(versions[0].file, data):
        return versions[0]
    folder = _folder(draft)
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, exist_ok=True)
    version = Version(folder / f"{when.strftime(_STAMP)}_{kind}.xlsx", when, kind)
    try:
        replace_file(version.file, data)
    except FileError as error:
        raise NotKeptError(draft, folder, error.__cause__) from error
    _prune([version, *versions])
    return version


def list_versions(draft: Path) -> list[Version]:
    """Return the kept copies of a draft, the newest first.

    Raises:
        DataFolderError: The data folder cannot be made.
    """
    found = []
    with contextlib.suppress(OSError):
        for file in _folder(draft).glob("*.xlsx"):
            stamp, _, kind = file.stem.partition("_")
            with contextlib.suppress(ValueError):
                when = datetime.strptime(stamp, _STAMP)
                found += [Version(file, when, known) for known in KIND_NAMES if known == kind]
    return sorted(found, key=lambda version: version.when, reverse=True)


def read_version(version: Version) -> Report:
    """Read a kept copy.

    Raises:
        ReportError: It is damaged or cannot be read.
    """
    return load_draft(version.file).report


def note_written(draft: Path, digest: str, writer: str) -> None:
    """Note that the program itself is about to write the draft file with this SHA-256.

    Noted before, since a program killed after it could not. A failure costs a closer look later.

    Args:
        draft: The draft file.
        digest: SHA-256 of its new content.
        writer: The running copy of the program and the number of the state, as ``"ID NUMBER"``.
    """
    with contextlib.suppress(OSError, ValueError, ReportError):
        folder = _folder(draft)
        lines = [f"{digest} {writer}", *_written(folder)][:_MOST_WRITTEN]
        folder.mkdir(mode=0o700, exist_ok=True)
        replace_file(folder / _WRITTEN, "\n".join(lines).encode("ascii"))


def forget_unwritten(draft: Path) -> None:
    """Take back the note of a draft file that could not be written where nothing else is kept of it."""
    with contextlib.suppress(OSError, ReportError):
        folder = _folder(draft)
        if not list_versions(draft):
            (folder / _WRITTEN).unlink(missing_ok=True)
            folder.rmdir()


def was_written_here(draft: Path, digest: str) -> bool:
    """Return whether the program itself lately wrote the draft file with this SHA-256."""
    with contextlib.suppress(ReportError):
        return any(line.split()[:1] == [digest] for line in _written(_folder(draft)))
    return False


def written_number(draft: Path, digest: str, instance: str) -> int | None:
    """Return the number of the state that a copy of the program wrote with this SHA-256; None where it did not."""
    with contextlib.suppress(ReportError):
        for line in _written(_folder(draft)):
            fields = line.split()
            if fields[:2] == [digest, instance] and len(fields) == 3 and fields[2].isdecimal():
                return int(fields[2])
    return None


def _written(folder: Path) -> list[str]:
    with contextlib.suppress(OSError, ValueError):
        return read_ordinary(folder / _WRITTEN).decode("ascii").splitlines()[:_MOST_WRITTEN]
    return []


def _folder(draft: Path) -> Path:
    path = os.path.normcase(os.path.abspath(draft))  # noqa: PTH100 - as text, no links followed: a share may be away
    # Not os.fsencode: where the language settings name no UTF-8, that cannot write a Chinese name
    mark = hashlib.sha256(path.encode("utf-8", sys.getfilesystemencodeerrors())).hexdigest()[:12]
    name = f"{safe_file_name(draft.stem)[:40]}-{mark}"
    with contextlib.suppress(UnicodeEncodeError):
        os.fsencode(name)
        return versions_folder() / name
    return versions_folder() / mark


def _holds(file: Path, data: bytes) -> bool:
    try:
        return file.stat().st_size == len(data) and read_ordinary(file) == data
    except OSError:
        return False


def _prune(versions: list[Version]) -> None:
    """Delete what is neither among the newest nor the last of its day nor kept for another reason than a save."""
    days = set()
    for number, version in enumerate(versions):
        is_last_of_day = version.when.date() not in days
        days.add(version.when.date())
        if number >= NEWEST_KEPT and not is_last_of_day and version.kind == "saved":
            with contextlib.suppress(OSError):
                version.file.unlink()
