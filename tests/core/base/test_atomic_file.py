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
from core.base.atomic_file import free_sibling, patience, remove_leftovers, replace_file, replace_files
from core.base.errors import FileError, FileInUseError, FileProtectedError

OLD, NEW = "旧内容".encode(), "新内容".encode() * 1000
POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions and links")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """An existing file."""
    path = tmp_path / "报告 草稿.xlsx"
    path.write_bytes(OLD)
    return path


def fail_at(
    monkeypatch: pytest.MonkeyPatch, function: str, error: int, when: Callable[..., bool] = lambda *_: True
) -> None:
    """Let a function of the system fail where `when` says so about its arguments."""
    original = getattr(os, function)

    def failing(*arguments: Any, **options: Any) -> Any:
        if when(*arguments):
            raise OSError(error, os.strerror(error))
        return original(*arguments, **options)

    monkeypatch.setattr(os, function, failing)


def is_temporary(path: Any, *_: Any) -> bool:
    """Tell the temporary file from other files that are opened."""
    return str(path).endswith(".tmp")


def is_folder(descriptor: Any, *_: Any) -> bool:
    """Tell the folder from the file among what is synced."""
    return stat.S_ISDIR(os.fstat(descriptor).st_mode)


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


@pytest.mark.parametrize("failing", ["write", "fsync", "open", "replace"])
def test_of_several_files_all_are_replaced_or_none(target: Path, monkeypatch: pytest.MonkeyPatch, failing: str) -> None:
    """The second of three cannot be written, or not be put in its place; the third was not there before."""
    second, third = target.with_name("网页.html"), target.with_name("审签单.docx")
    second.write_bytes(OLD)
    for count in range(12):
        with monkeypatch.context() as patched:
            if failing == "replace":
                patched.setattr(core.base.atomic_file, "_move", _failing_move(count))
            else:
                fail_at(patched, failing, errno.ENOSPC, _nth_of_files(count))
            try:
                replace_files({target: NEW, second: NEW, third: NEW})
            except FileError:
                assert (target.read_bytes(), second.read_bytes(), third.exists()) == (OLD, OLD, False)
                assert {path.name for path in target.parent.iterdir()} == {target.name, second.name}
            else:
                break
    assert {path.read_bytes() for path in (target, second, third)} == {NEW}
    assert {path.name for path in target.parent.iterdir()} == {target.name, second.name, third.name}


def test_where_the_old_content_cannot_be_put_back_it_is_not_thrown_away(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls, original = iter(range(99)), Path.replace

    def replace_once(self: Path, other: Path) -> Path:
        if next(calls):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return original(self, other)

    monkeypatch.setattr(Path, "replace", replace_once)
    with pytest.raises(FileError):
        replace_files({target: NEW, target.with_name("网页.html"): NEW})

    assert target.read_bytes() == NEW
    assert [path.read_bytes() for path in target.parent.iterdir() if path != target] == [OLD]


def test_a_new_file_that_cannot_be_taken_back_leaves_the_first_failure_told(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new, calls = target.with_name("网页.html"), iter(range(99))
    original, remove = Path.replace, Path.unlink

    def replace_once(self: Path, other: Path) -> Path:
        if next(calls):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return original(self, other)

    def unlink(self: Path, *, missing_ok: bool = False) -> None:
        if self == new:
            raise OSError(errno.EACCES, os.strerror(errno.EACCES))
        remove(self, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "replace", replace_once)
    monkeypatch.setattr(Path, "unlink", unlink)
    with pytest.raises(FileError) as caught:
        replace_files({new: NEW, target: NEW})

    assert target.name in caught.value.summary
    assert target.read_bytes() == OLD


def _nth_of_files(count: int) -> Callable[..., bool]:
    """Say of one call that it is to fail; the folder, which is synced when all is done, is not counted."""
    calls = iter(range(99))
    return lambda first, *_: (
        not (is_folder(first) if isinstance(first, int) else Path(first).is_dir()) and (next(calls) == count)
    )


def _failing_move(count: int) -> Callable[[Path, Path], None]:
    original, calls = core.base.atomic_file._move, iter(range(99))

    def move(temporary: Path, target: Path) -> None:
        if next(calls) == count:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        original(temporary, target)

    return move


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


@POSIX
def test_a_file_marked_read_only_is_not_replaced(target: Path) -> None:
    target.chmod(0o444)

    with pytest.raises(FileError, match="该文件是只读的"):
        replace_file(target, NEW)

    assert target.read_bytes() == OLD


@POSIX
def test_a_pipe_is_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "管道"
    os.mkfifo(pipe)

    with pytest.raises(FileError, match="该文件是只读的"):
        replace_file(pipe, NEW)

    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="优盘里的文件夹"):
        replace_file(tmp_path / "优盘里的文件夹" / "报告.docx", NEW)


def test_a_file_in_the_place_of_the_folder_is_a_missing_folder(target: Path) -> None:
    with pytest.raises(FileError, match="找不到文件夹"):
        replace_file(target / "报告.docx", NEW)


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "报告.docx"
    folder.mkdir()

    with pytest.raises(FileError, match="是文件夹，不是文件"):
        replace_file(folder, NEW)

    assert list(tmp_path.iterdir()) == [folder]


def test_a_name_too_long_is_named_and_shown_short(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="文件名或所在路径太长") as caught:
        replace_file(tmp_path / ("局" * 100 + ".docx"), NEW)

    assert len(caught.value.summary) < 80
    assert list(tmp_path.iterdir()) == []


def test_the_longest_name_the_system_allows_can_be_replaced(tmp_path: Path) -> None:
    path = tmp_path / ("局" * 83 + ".docx")  # 254 bytes
    path.write_bytes(OLD)

    replace_file(path, NEW)

    assert path.read_bytes() == NEW


def test_a_name_that_is_no_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="有不能使用的字符"):
        replace_file(tmp_path / "报\0告.docx", NEW)


def test_on_windows_a_moment_of_the_virus_scanner_is_waited_for(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[int] = []
    replace = os.replace

    def busy_twice(*arguments: Any) -> None:
        tries.append(1)
        if len(tries) < 3:
            raise PermissionError(errno.EACCES, "x")
        replace(*arguments)

    monkeypatch.setattr(core.base.atomic_file, "_MOVE_PAUSES", (0.0, 0.0, 0.0))
    monkeypatch.setattr(os, "replace", busy_twice)

    replace_file(target, NEW)

    assert target.read_bytes() == NEW
    assert len(tries) == 3


class HeldFor:
    """Lets a file be held by another program for so many seconds of a clock that only the pauses move."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, seconds: float, winerror: int | None = None) -> None:
        self.seconds, self.winerror = seconds, winerror
        self.now = 0.0
        self.told = 0
        self.names: set[str] = set()
        self._replace = os.replace
        monkeypatch.setattr(os, "replace", self.replace)
        monkeypatch.setattr(time, "sleep", self.sleep)

    def sleep(self, seconds: float) -> None:
        self.now += seconds

    def tell(self, _name: str) -> None:
        self.told += 1

    def replace(self, temporary: Path, target: Path) -> None:
        self.names.add(str(temporary))
        if self.now < self.seconds:
            error = PermissionError(errno.EACCES, "x")
            if self.winerror is not None:
                error.winerror = self.winerror  # type: ignore[attr-defined] # see above
            raise error
        self._replace(temporary, target)


@pytest.mark.parametrize(("seconds", "told"), [(0.0, 0), (1.0, 1), (7.5, 1)])
@pytest.mark.parametrize("winerror", [None, 5, 32])
def test_beside_the_window_a_file_held_for_some_seconds_is_waited_for(
    target: Path, monkeypatch: pytest.MonkeyPatch, seconds: float, told: int, winerror: int | None
) -> None:
    held = HeldFor(monkeypatch, seconds, winerror)
    monkeypatch.setattr(core.base.atomic_file, "_is_windows", lambda: winerror is not None)

    with patience(held.tell):
        replace_file(target, NEW)

    assert target.read_bytes() == NEW
    assert list(target.parent.iterdir()) == [target]
    assert held.told == told
    assert len(held.names) == 1  # a scanner is not given a new file at each try


def test_a_file_that_stays_held_is_given_up_after_some_eight_seconds(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = HeldFor(monkeypatch, 60.0)

    with patience(held.tell), pytest.raises(FileInUseError):
        replace_file(target, NEW)

    assert 5 <= held.now <= 10
    assert held.told == 1
    assert target.read_bytes() == OLD
    assert list(target.parent.iterdir()) == [target]


def test_without_patience_nobody_in_front_of_a_window_waits(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = HeldFor(monkeypatch, 60.0)

    with pytest.raises(FileInUseError):
        replace_file(target, NEW)

    assert held.now < 1


def test_a_protected_file_is_not_waited_for(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_at(monkeypatch, "replace", errno.EPERM)
    told: list[str] = []

    with patience(told.append), pytest.raises(FileProtectedError):
        replace_file(target, NEW)

    assert told == []


def test_where_a_scanner_holds_what_was_just_written_word_is_not_blamed(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    HeldFor(monkeypatch, 60.0, 32)
    monkeypatch.setattr(core.base.atomic_file, "_is_windows", lambda: True)
    fail_at(monkeypatch, "rename", errno.EACCES, is_temporary)

    with patience(lambda _name: None), pytest.raises(FileInUseError) as caught:
        replace_file(target, NEW)

    assert caught.value.summary == f"无法写入“{target.name}”，刚写出的内容还被其他程序（如杀毒软件）占用着。"
    assert "Word" not in caught.value.advice


def test_the_temporary_file_is_hidden_and_shown_only_to_be_moved(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[bool] = []

    def hide(path: Path, *, hidden: bool = True) -> None:
        assert is_temporary(path)
        shown.append(not hidden)

    held = HeldFor(monkeypatch, 60.0)
    monkeypatch.setattr(core.base.atomic_file, "hide", hide)

    with pytest.raises(FileInUseError):
        replace_file(target, NEW)
    assert shown[:2] == [False, True]
    assert shown[-1] is False  # what a scanner does not let go stays out of sight

    held.seconds = 0.0
    replace_file(target, NEW)
    assert shown[-1] is True  # the file in its place is seen


def test_a_temporary_file_that_a_scanner_holds_for_a_moment_is_removed(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = HeldFor(monkeypatch, 60.0)
    unlink = os.unlink
    refused: list[int] = []

    def busy_once(path: Any, **options: Any) -> None:
        if is_temporary(path) and not refused:
            refused.append(1)
            raise PermissionError(errno.EACCES, "x")
        unlink(path, **options)

    monkeypatch.setattr(os, "unlink", busy_once)
    monkeypatch.setattr(core.base.atomic_file, "_MOVE_PAUSES", (0.05,))

    with pytest.raises(FileInUseError):
        replace_file(target, NEW)

    assert held.now == pytest.approx(0.1)
    assert list(target.parent.iterdir()) == [target]


def test_a_free_name_beside_the_file_is_found(tmp_path: Path) -> None:
    path = tmp_path / "报告（送审稿第2稿）.docx"

    assert free_sibling(path).name == "报告（送审稿第2稿）(1).docx"
    free_sibling(path).write_bytes(b"")
    assert free_sibling(path).name == "报告（送审稿第2稿）(2).docx"


def test_a_free_name_beside_the_longest_name_is_short_enough(tmp_path: Path) -> None:
    path = tmp_path / ("局" * 83 + ".docx")

    sibling = free_sibling(path)

    assert len(os.fsencode(sibling.name)) <= 255
    assert sibling.name.endswith("局(1).docx")
    replace_file(sibling, NEW)
    assert free_sibling(tmp_path / f"{'局' * 82}a.docx").name == f"{'局' * 82}a(1).docx"  # 255 bytes


@POSIX
def test_a_name_taken_by_a_broken_link_is_not_free(tmp_path: Path) -> None:
    (tmp_path / "报告(1).docx").symlink_to("没有")

    assert free_sibling(tmp_path / "报告.docx").name == "报告(2).docx"


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
