"""Files that a scanner or Word holds are waited for where that helps, and hidden until they are whole."""

import errno
import os
import time
from pathlib import Path
from typing import Any

import pytest

import core.base.atomic_file
from core.base.atomic_file import patience, replace_file
from core.base.errors import FileInUseError, FileProtectedError
from tests.core.base.failing_disk import NEW, OLD, fail_at, is_temporary


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
