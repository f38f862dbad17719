"""核对归档: whether every file of an archive is as it was when the archive was made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from core.base.errors import ErrorText, ReportError, reading_failed
from core.base.on_disk import OnDisk, is_link, on_disk
from core.base.reading_process import ReadingProcess
from core.office.archive.catalogue import ListedFile, read_catalogue
from core.office.archive.check_list import (
    CHECK_NAME,
    LIST_NAME,
    Listed,
    archive_code,
    hash_file,
    is_plain_name,
    read_check,
)
from core.office.archive.found_files import entries_of
from core.office.archive.selection import DRAFT, WORD

_NO_ARCHIVE = ErrorText(
    f"“{{name}}”不是归档文件夹：里面没有“{LIST_NAME}”，也没有“{CHECK_NAME}”。",
    "请选择用“归档”生成的文件夹，名称像“单位_年度_归档”。",
)
_MOST_CHECK = 1_000_000  # bytes of 校验.txt; ten files take one thousand
_CHANGED, _MISSING, _ADDED = "内容已改变", "缺少", "多出的，归档时没有"


@dataclass(frozen=True, slots=True)
class Difference:
    """A file that is not as it was; what happened to it in words for the clerk."""

    name: str
    what: str

    @property
    def sentence(self) -> str:
        """Name and what happened; signs that a terminal or a window might obey are left out."""
        return f"{''.join(c if c.isprintable() else '？' for c in self.name)}：{self.what}"


@dataclass(frozen=True, slots=True)
class Verified:
    """What came of verifying an archive.

    Attributes:
        differences: Every file that differs, by name; empty where all are equal.
        count: How many files were found equal.
        code: 归档码 of 校验.txt, to be held against the one noted elsewhere; "" where 校验.txt cannot be relied on.
        report: The draft in the archive, else its Word report; None where neither is there as it was.
    """

    differences: tuple[Difference, ...]
    count: int
    code: str
    report: Path | None


def verify_archive(folder: Path) -> Verified:
    """Verify an archive; its list is read in a process of its own, since it may have been put there by anybody.

    Raises:
        ReportError: It is no archive, or cannot be looked into.
    """
    with ReadingProcess() as reading:
        return verified(folder, lambda path: reading.read(path.name, read_catalogue, path))


def verified(folder: Path, read_list: Callable[[Path], list[ListedFile]] = read_catalogue) -> Verified:
    """Verify an archive; ``read_list`` reads 目录.xlsx.

    Raises:
        ReportError: It is no archive, or cannot be looked into.
    """
    there = {path.name: path for path in entries_of(folder)}
    if CHECK_NAME not in there and LIST_NAME not in there:
        raise _NO_ARCHIVE.of(folder)
    found: dict[str, str] = {}
    listed = _check_list(there.get(CHECK_NAME))
    if listed is None:
        found[CHECK_NAME] = _CHANGED if CHECK_NAME in there else _MISSING
    rows = _catalogue(there.get(LIST_NAME), listed, read_list)
    if listed is None and rows is None:
        found[LIST_NAME] = "读不出来，其他文件都不能核对" if LIST_NAME in there else _MISSING
    expected = [*(listed or ()), *(row.file for row in rows or ())]
    for file in expected:
        if file.name not in found and (what := _difference(there.get(file.name), file)):
            found[file.name] = what
    known = {file.name for file in expected} | {CHECK_NAME, LIST_NAME}
    if expected:
        found.update({name: _ADDED for name in there if name not in known})
    differences = tuple(Difference(name, what) for name, what in sorted(found.items()))
    equal = {file.name for file in expected} - found.keys()
    report = next((there[name] for name in _reports(rows or ()) if name in equal), None)
    return Verified(differences, len(equal), archive_code(listed) if listed else "", report)


def _check_list(path: Path | None) -> list[Listed] | None:
    """Return what 校验.txt lists; None where it is not as it was written."""
    if path is None or is_link(path) or on_disk(path) is not OnDisk.FILE:
        return None
    try:
        with path.open("rb") as stream:
            return read_check(stream.read(_MOST_CHECK)) or None
    except OSError:
        return None


def _catalogue(
    path: Path | None, listed: list[Listed] | None, read_list: Callable[[Path], list[ListedFile]]
) -> list[ListedFile] | None:
    """Return the rows of 目录.xlsx; None where they are of no use: it is not as 校验.txt says, or cannot be read."""
    wanted = next((file for file in listed or () if file.name == LIST_NAME), None)
    if path is None or (listed and (wanted is None or _difference(path, wanted))) or is_link(path):
        return None
    try:
        return read_list(path)
    except ReportError:
        return None


def _difference(path: Path | None, file: Listed) -> str:
    """Return how a file differs from what a list says of it; "" where it does not."""
    if not is_plain_name(file.name):
        return "清单中的名称不是这个文件夹里的文件名，没有打开"
    if path is None:
        return _MISSING
    if is_link(path):
        return "被换成了链接，没有打开"
    if on_disk(path) is not OnDisk.FILE:
        return "不是文件"
    try:
        return "" if hash_file(path, file.size) == file.sha256 else _CHANGED
    except OSError as error:
        return reading_failed(error, path).summary


def _reports(rows: Iterable[ListedFile]) -> list[str]:
    """Return the names of the draft and the Word report, as the list says what they are."""
    return [row.file.name for what in (DRAFT, WORD) for row in rows if row.what == what]
