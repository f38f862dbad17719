"""Several files are all replaced or none, whatever fails half way."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

import core.base.atomic_file
from core.base.atomic_file import replace_files
from core.base.errors import FileError
from tests.core.base.failing_disk import NEW, OLD, fail_at, is_folder


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
