"""A path that a person or a file named is asked without an error, whatever it answers."""

import errno
import os
from pathlib import Path

import pytest

from core.base.on_disk import OnDisk, entries_in, is_file, is_folder, is_protected, on_disk
from tests.faulty_places import FaultyPlace

UNREACHABLE = [
    errno.EACCES,
    errno.EIO,
    errno.EHOSTDOWN,
    errno.ESTALE,
    errno.ETIMEDOUT,
    errno.EHOSTUNREACH,
    errno.ENOTCONN,
    errno.ENAMETOOLONG,
    errno.EPERM,
]


def test_file_folder_and_nothing_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "草稿.xlsx").write_bytes(b"")
    assert is_file(tmp_path / "草稿.xlsx")
    assert is_folder(tmp_path)
    assert on_disk(tmp_path / "没有.xlsx") is OnDisk.MISSING
    assert on_disk(tmp_path / "草稿.xlsx" / "x") is OnDisk.MISSING
    assert on_disk(tmp_path / "a\0b") is OnDisk.MISSING


def test_what_stands_in_a_folder_is_listed_by_name(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "a").write_bytes(b"")
    assert entries_in(tmp_path) == [tmp_path / "a", tmp_path / "b"]
    assert [entries_in(tmp_path / name) for name in ("a", "c", "a\0b")] == [None] * 3


@pytest.mark.parametrize("number", UNREACHABLE)
def test_place_that_cannot_be_asked_is_unreachable(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("core.base.on_disk.os.stat", refuse)
    assert on_disk(tmp_path) is OnDisk.UNREACHABLE
    assert not is_file(tmp_path)


@pytest.mark.parametrize(
    ("winerror", "expected"),
    [
        (2, "missing"),
        (53, "unreachable"),
        (5, "unreachable"),
        (64, "unreachable"),
        (1231, "unreachable"),
        (1326, "unreachable"),
    ],
)
def test_answers_of_windows(winerror: int, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        error = OSError(errno.EINVAL, "")
        error.winerror = winerror  # type: ignore[attr-defined] # Windows alone has it
        raise error

    monkeypatch.setattr("core.base.on_disk.os.stat", refuse)
    assert on_disk(tmp_path).value == expected


def test_a_folder_that_may_only_be_read_is_told_from_one_that_does_not_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not is_protected(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
        assert is_protected(tmp_path)
    FaultyPlace(tmp_path, monkeypatch).fail("EACCES")
    assert not is_protected(tmp_path)
