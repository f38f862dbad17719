"""A file is replaced whole or not at all, whatever fails at whichever step."""

import errno
import os
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import core.base.atomic_file
from core.base.atomic_file import remove_leftovers, replace_file
from core.base.errors import FileError, FileInUseError, FileProtectedError
from tests.core.base.failing_disk import NEW, OLD, POSIX, fail_at, is_folder, is_temporary


def test_new_content_takes_the_place_of_the_old(target: Path) -> None:
    replace_file(target, NEW)

    assert target.read_bytes() == NEW
    assert list(target.parent.iterdir()) == [target]


def test_a_file_that_does_not_exist_yet_is_made(tmp_path: Path) -> None:
    path = tmp_path / "新报告.docx"

    replace_file(path, b"")

    assert path.read_bytes() == b""
    assert list(tmp_path.iterdir()) == [path]


@POSIX
def test_a_new_file_gets_the_usual_permissions(tmp_path: Path) -> None:
    by_hand, path = tmp_path / "a", tmp_path / "b"
    by_hand.write_bytes(b"")

    replace_file(path, b"")

    assert path.stat().st_mode == by_hand.stat().st_mode


@POSIX
def test_permissions_of_an_existing_file_are_kept(target: Path) -> None:
    target.chmod(0o640)

    replace_file(target, NEW)

    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@POSIX
def test_content_is_never_readable_for_more_people_than_before(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target.chmod(0o600)
    modes = []
    write = os.write

    def watched(descriptor: int, data: memoryview) -> int:
        modes.append(stat.S_IMODE(os.fstat(descriptor).st_mode))
        return write(descriptor, data)

    monkeypatch.setattr(os, "write", watched)

    replace_file(target, NEW)

    assert modes == [0o600]


@POSIX
def test_a_link_is_followed_and_stays_a_link(target: Path, tmp_path: Path) -> None:
    folder = tmp_path / "别处"
    folder.mkdir()
    link = folder / "链接.xlsx"
    link.symlink_to(Path("..") / target.name)

    replace_file(link, NEW)

    assert link.is_symlink()
    assert target.read_bytes() == NEW
    assert not list(tmp_path.rglob("*.tmp"))


@POSIX
def test_a_link_to_a_file_that_is_gone_makes_that_file(tmp_path: Path) -> None:
    link = tmp_path / "链接.xlsx"
    link.symlink_to("原件.xlsx")

    replace_file(link, NEW)

    assert link.is_symlink()
    assert (tmp_path / "原件.xlsx").read_bytes() == NEW


@POSIX
def test_a_link_in_a_circle_is_refused(tmp_path: Path) -> None:
    one, other = tmp_path / "甲.xlsx", tmp_path / "乙.xlsx"
    one.symlink_to(other)
    other.symlink_to(one)

    with pytest.raises(FileError):
        replace_file(one, NEW)

    assert one.is_symlink()
    assert other.is_symlink()


def test_a_write_that_takes_only_pieces_is_continued(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, data[:7]))

    replace_file(target, NEW)

    assert target.read_bytes() == NEW


STEPS = [
    ("open", errno.ENOSPC, is_temporary, "磁盘空间不足"),
    ("open", errno.EACCES, is_temporary, "没有写入权限"),
    ("open", errno.EROFS, is_temporary, "没有写入权限"),
    ("open", errno.EIO, is_temporary, "磁盘或优盘出错"),
    ("write", errno.ENOSPC, lambda *_: True, "磁盘空间不足"),
    ("write", errno.EDQUOT, lambda *_: True, "磁盘空间不足"),
    ("write", errno.EIO, lambda *_: True, "磁盘或优盘出错"),
    ("fsync", errno.ENOSPC, lambda *_: True, "磁盘空间不足"),
    ("fsync", errno.EIO, lambda *_: True, "磁盘或优盘出错"),
    ("close", errno.EIO, lambda *_: True, "磁盘或优盘出错"),
    ("replace", errno.EACCES, lambda *_: True, "可能正被其他程序打开"),
    ("replace", errno.EPERM, lambda *_: True, "没有修改这个文件的权限"),
    ("replace", errno.EBUSY, lambda *_: True, "可能正被其他程序打开"),
    ("replace", errno.ENOSPC, lambda *_: True, "磁盘空间不足"),
    ("replace", errno.EIO, lambda *_: True, "磁盘或优盘出错"),
    ("replace", errno.ENOENT, lambda *_: True, "系统没有接受"),
]


@pytest.mark.parametrize(("function", "error", "when", "expected"), STEPS)
def test_the_old_file_outlives_a_failure_at_each_step(
    target: Path, monkeypatch: pytest.MonkeyPatch, function: str, error: int, when: Callable[..., bool], expected: str
) -> None:
    with monkeypatch.context() as patched:
        fail_at(patched, function, error, when)
        with pytest.raises(FileError, match=expected) as caught:
            replace_file(target, NEW)

    assert target.name in caught.value.summary or target.parent.name in caught.value.summary
    assert isinstance(caught.value.__cause__, OSError)
    assert target.read_bytes() == OLD
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize(
    ("windows", "expected"), [(5, FileProtectedError), (32, FileInUseError), (None, FileInUseError)]
)
def test_windows_tells_a_protected_file_from_an_open_one_when_it_is_moved_itself(
    target: Path, monkeypatch: pytest.MonkeyPatch, windows: int | None, expected: type[FileError]
) -> None:
    def rename(moved: object, _to: object) -> None:
        if windows is not None and moved == target:
            error = PermissionError(errno.EACCES, "x")
            error.winerror = windows  # type: ignore[attr-defined] # on Linux the type checker knows no such attribute
            raise error

    with monkeypatch.context() as patched:
        fail_at(patched, "replace", errno.EACCES, lambda *_: True)
        patched.setattr(os, "rename", rename)
        patched.setattr(core.base.atomic_file, "_is_windows", lambda: True)
        with pytest.raises(expected):
            replace_file(target, NEW)

    assert target.read_bytes() == OLD


def test_a_write_that_takes_nothing_at_all_is_a_failure(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "write", lambda *_: 0)

    with pytest.raises(FileError, match="磁盘或优盘出错"):
        replace_file(target, NEW)

    assert target.read_bytes() == OLD
    assert list(target.parent.iterdir()) == [target]


def test_an_interruption_leaves_no_temporary_file(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: Any) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "write", interrupted)

    with pytest.raises(KeyboardInterrupt):
        replace_file(target, NEW)

    assert target.read_bytes() == OLD
    assert list(target.parent.iterdir()) == [target]


def test_the_first_failure_is_told_even_if_cleaning_up_fails_too(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_at(monkeypatch, "write", errno.ENOSPC)
    fail_at(monkeypatch, "unlink", errno.EIO)

    with pytest.raises(FileError, match="磁盘空间不足"):
        replace_file(target, NEW)

    assert target.read_bytes() == OLD


@POSIX
def test_a_real_full_disk_is_named(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)) as caught, Path("/dev/full").open("wb", 0) as full:
        full.write(b"x")

    assert "磁盘空间不足" in core.base.errors.writing_failed(caught.value, tmp_path).summary


@POSIX
def test_a_folder_that_cannot_be_let_go_is_no_failure(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_at(monkeypatch, "close", errno.EIO, is_folder)

    replace_file(target, NEW)

    assert target.read_bytes() == NEW


@POSIX
def test_a_failure_to_sync_the_folder_is_told_and_the_file_is_whole(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_at(monkeypatch, "fsync", errno.EIO, is_folder)

    with pytest.raises(FileError, match="磁盘或优盘出错"):
        replace_file(target, NEW)

    assert target.read_bytes() == NEW
    assert list(target.parent.iterdir()) == [target]


@POSIX
@pytest.mark.parametrize("error", [errno.EINVAL, errno.ENOTSUP])
def test_a_file_system_that_cannot_sync_is_no_failure(
    target: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    fail_at(monkeypatch, "fsync", error)

    replace_file(target, NEW)

    assert target.read_bytes() == NEW


@POSIX
def test_file_and_folder_are_synced_before_and_after_the_move(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    fsync, replace = os.fsync, os.replace

    def watched_sync(descriptor: int) -> None:
        steps.append("sync folder" if is_folder(descriptor) else "sync file")
        fsync(descriptor)

    def watched_replace(*arguments: Any) -> None:
        steps.append("replace")
        replace(*arguments)

    monkeypatch.setattr(os, "fsync", watched_sync)
    monkeypatch.setattr(os, "replace", watched_replace)

    replace_file(target, NEW)

    assert steps == ["sync file", "replace", "sync folder"]


def test_old_leftovers_of_a_killed_program_are_removed_and_nothing_else(target: Path) -> None:
    old, young = (target.with_name(f".~nianbao-{name}.tmp") for name in ("aa", "bb"))
    for path in (old, young):
        path.write_bytes(b"")
    os.utime(old, (1, 1))
    os.utime(target, (1, 1))

    assert remove_leftovers(target.parent) == 1
    assert sorted(target.parent.iterdir()) == sorted([target, young])
    assert remove_leftovers(target.parent / "没有") == 0


def test_a_stick_that_is_pulled_before_the_move_is_not_told_as_a_file_in_use(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def replace(*_: object) -> None:
        error = PermissionError(errno.EACCES, "x")
        error.winerror = 21  # type: ignore[attr-defined] # on Linux the type checker knows no such attribute
        raise error

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(FileError, match="磁盘或优盘出错"):
        replace_file(target, NEW)


def test_leftovers_are_as_old_as_the_disk_says_not_this_pc(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    running = target.with_name(".~nianbao-aa.tmp")
    running.write_bytes(b"")
    monkeypatch.setattr(time, "time", lambda: 4e9)  # this PC is decades ahead

    assert remove_leftovers(target.parent) == 0
    assert running.exists()
