"""Who has a draft open: seen by other copies and other PCs, never in the way."""

import errno
import os
import time
from dataclasses import replace
from io import FileIO
from pathlib import Path

import pytest
from typing_extensions import override

import core.draft.draft_lock
from core.base.instances import Instance
from core.base.user_files import autosave_folder, data_folder
from core.draft.draft_lock import (
    HeldLock,
    LockOwner,
    LockWatch,
    held_lock,
    lock_file,
    release_lock,
    renew_lock,
    take_lock,
    this_owner,
)

SINCE = "2026-01-15T09:30:00"
COLLEAGUE = LockOwner("李四", "PC-2", SINCE, "elsewhere")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "草稿.xlsx"
    path.write_bytes(b"x")
    return path


def test_a_colleague_on_another_pc_is_named_with_the_time(draft: Path) -> None:
    assert take_lock(draft, COLLEAGUE)

    held = held_lock(draft, "mine")

    assert held is not None
    assert held.owner == COLLEAGUE
    assert held.sentence == "李四在电脑“PC-2”上已打开（2026-01-15 09:30）"


def test_a_draft_that_is_not_open_has_no_owner(draft: Path) -> None:
    assert held_lock(draft, "mine") is None


def test_the_own_lock_is_no_obstacle(draft: Path) -> None:
    take_lock(draft, this_owner("mine", SINCE))

    assert held_lock(draft, "mine") is None


def test_a_second_copy_on_this_pc_is_noticed_and_a_killed_one_is_not(draft: Path) -> None:
    other = Instance(autosave_folder())
    take_lock(draft, this_owner(other.id, SINCE))
    held = held_lock(draft, "mine")
    assert held is not None
    assert held.is_here
    assert held.sentence == "已在本机另一个窗口中打开（2026-01-15 09:30）"

    os.close(other._descriptor or 0)  # what the system does when it is killed

    assert held_lock(draft, "mine") is None


def test_a_pc_set_up_from_the_same_image_is_another_pc(draft: Path) -> None:
    here = this_owner("running elsewhere", SINCE)
    assert here == this_owner("running elsewhere", SINCE)
    take_lock(draft, replace(here, place="another data folder"))

    held = held_lock(draft, "mine")

    assert held is not None
    assert not held.is_here
    assert not take_lock(draft, this_owner("mine", SINCE))


def test_a_lock_that_names_no_place_is_of_this_pc_only_while_its_owner_is_seen_to_run(draft: Path) -> None:
    other = Instance(autosave_folder())
    take_lock(draft, replace(this_owner(other.id, SINCE), place=""))
    held = held_lock(draft, "mine")
    assert held is not None
    assert held.is_here
    other.close()

    held = held_lock(draft, "mine")  # it may as well run on a PC of the same names

    assert held is not None
    assert not held.is_here
    assert not take_lock(draft, this_owner("mine", SINCE))


@pytest.mark.parametrize("damaged", [b"", b"12ab", b"\xff" * 16, b"0" * 100])
def test_the_name_of_a_place_that_a_full_disk_damaged_is_given_anew(damaged: bytes) -> None:
    path = data_folder() / "place.id"
    path.write_bytes(damaged)

    place = this_owner("mine", SINCE).place

    assert len(place) == 16
    assert path.read_text(encoding="ascii") == place == this_owner("mine", SINCE).place


def test_a_full_disk_leaves_no_empty_name_of_a_place(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int, _data: memoryview) -> int:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        here = this_owner("running elsewhere", SINCE)
    assert here.place == ""
    assert not (data_folder() / "place.id").exists()
    assert take_lock(draft, here)

    held = held_lock(draft, "mine")  # asked by another data folder of the same user on a PC of the same name

    assert held is not None
    assert not held.is_here
    assert this_owner("mine", SINCE).place


def shift(draft: Path, seconds: float) -> None:
    """Let the lock bear the time of a PC whose clock is wrong by so much."""
    written = time.time() + seconds
    os.utime(lock_file(draft), (written, written))


def must_be_held(draft: Path) -> HeldLock:
    held = held_lock(draft, "mine")
    assert held is not None
    assert held.owner == COLLEAGUE
    return held


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "对方一分多钟内还有更新，正在使用。"),
        (-905, "对方最近一次更新在15分钟前，可能已经不在。"),
        (-8 * 3600 - 5, "对方最近一次更新在8小时前，可能已经不在。"),
        (-3 * 86400 - 5, "对方最近一次更新在3天前，可能已经不在。"),
        (8 * 3600, "登记的时间比现在还晚（两台电脑的时钟不一致），从时间上看不出对方是否还在。"),
    ],
)
def test_the_lock_of_a_colleague_holds_whatever_the_clocks_say(draft: Path, seconds: float, said: str) -> None:
    take_lock(draft, COLLEAGUE)
    shift(draft, seconds)

    assert must_be_held(draft).last_sign == said
    assert not take_lock(draft, this_owner("mine", SINCE))  # nothing is taken in silence
    assert must_be_held(draft)

    mine = replace(this_owner("mine", SINCE), place="0" * 16)  # to the colleague this PC is another one
    assert take_lock(draft, mine, takes_over=True)  # nothing blocks for ever
    assert held_lock(draft, "mine") is None
    assert renew_lock(draft, COLLEAGUE) == mine  # and the colleague notices


def test_the_clock_of_this_pc_is_not_asked(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    take_lock(draft, COLLEAGUE)
    monkeypatch.setattr(time, "time", lambda: 0.0)

    assert must_be_held(draft).last_sign.startswith("对方一分多钟内还有更新")
    assert set(draft.parent.iterdir()) == {draft, lock_file(draft)}  # what was written to learn the time is gone


def test_where_the_disk_tells_no_time_the_time_is_unknown(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    take_lock(draft, COLLEAGUE)
    monkeypatch.setattr(core.draft.draft_lock, "time_in", lambda _folder: None)

    assert must_be_held(draft).last_sign == "对方最近一次更新的时间不明。"


def test_a_sign_of_life_bears_the_time_of_the_disk_and_changes_the_lock(draft: Path) -> None:
    take_lock(draft, COLLEAGUE)
    shift(draft, 8 * 3600)
    before = must_be_held(draft)

    assert renew_lock(draft, COLLEAGUE) is None

    after = must_be_held(draft)
    assert after.stamp[1] != before.stamp[1]  # also where a disk keeps no times
    assert len(after.stamp[1]) == len(before.stamp[1])  # written over without a moment in which it is cut
    assert after.last_sign.startswith("对方一分多钟内还有更新")


def test_watching_tells_a_living_colleague_from_one_who_is_gone(draft: Path) -> None:
    now = [1000.0]
    take_lock(draft, COLLEAGUE)
    shift(draft, 8 * 3600)
    watch = LockWatch(must_be_held(draft), lambda: now[0])
    now[0] += 20
    assert watch.judge(must_be_held(draft)).endswith("已观察20秒（在使用时每分钟更新一次）。")
    now[0] += 120
    assert watch.judge(must_be_held(draft)) == "已观察140秒，对方没有更新，很可能已经不在。"

    renew_lock(draft, COLLEAGUE)
    shift(draft, 8 * 3600)
    assert watch.judge(must_be_held(draft)) == "对方还在使用：刚才又有更新。"

    release_lock(draft, COLLEAGUE.instance)
    assert watch.judge(held_lock(draft, "mine")) == "对方刚刚关闭了这份草稿。"


def test_a_lock_that_somebody_deleted_is_written_again(draft: Path) -> None:
    take_lock(draft, COLLEAGUE)
    lock_file(draft).unlink()

    assert renew_lock(draft, COLLEAGUE) is None

    assert must_be_held(draft)


def test_a_lock_that_an_ended_copy_on_this_pc_left_has_taken_nothing_over(draft: Path) -> None:
    take_lock(draft, this_owner("ended", SINCE))

    assert renew_lock(draft, this_owner("mine", SINCE)) is None

    assert held_lock(draft, "mine") is None
    assert held_lock(draft, "another") is None  # "mine" does not run either
    release_lock(draft, "mine")
    assert not lock_file(draft).exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes and links of this kind")
@pytest.mark.parametrize("kind", ["pipe", "folder", "device"])
def test_what_is_no_file_is_no_lock_and_is_left_alone(draft: Path, kind: str) -> None:
    path = lock_file(draft)
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to("/dev/zero")
    before = path.lstat()

    assert held_lock(draft, "mine") is None
    assert not take_lock(draft, COLLEAGUE)
    assert not take_lock(draft, COLLEAGUE, takes_over=True)
    assert renew_lock(draft, COLLEAGUE) is None
    release_lock(draft, COLLEAGUE.instance)
    assert path.lstat() == before


def test_a_lock_taken_by_another_is_noticed_and_not_released(draft: Path) -> None:
    take_lock(draft, this_owner("mine", SINCE))
    take_lock(draft, COLLEAGUE, takes_over=True)

    assert renew_lock(draft, this_owner("mine", SINCE)) == COLLEAGUE
    release_lock(draft, "mine")
    assert lock_file(draft).exists()
    release_lock(draft, COLLEAGUE.instance)
    assert not lock_file(draft).exists()


@pytest.mark.parametrize(
    "content", [b"[]", b"{}", b'{"user":1,"host":"","since":"","instance":""}', b"\xff", b"[" * 9999]
)
def test_a_strange_lock_is_passed_over(draft: Path, content: bytes) -> None:
    lock_file(draft).write_bytes(content)

    assert held_lock(draft, "mine") is None
    release_lock(draft, "mine")
    assert lock_file(draft).exists()


def test_where_the_lock_cannot_be_written_the_work_goes_on(tmp_path: Path) -> None:
    draft = tmp_path / "不在" / "草稿.xlsx"

    assert not take_lock(draft, COLLEAGUE)
    assert held_lock(draft, "mine") is None
    assert renew_lock(draft, this_owner("mine", SINCE)) is None
    release_lock(draft, "mine")


def test_a_name_too_long_for_a_lock_is_passed_over(tmp_path: Path) -> None:
    assert not take_lock(tmp_path / ("长" * 83 + ".xlsx"), COLLEAGUE)


class FullDisk(FileIO):
    """A file of which nothing can be written."""

    @override
    def write(self, _data: object, /) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_lock_that_a_full_disk_refused_is_written_at_the_next_sign_of_life(
    draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    me = this_owner("mine", SINCE)
    with monkeypatch.context() as patch:
        patch.setattr(core.draft.draft_lock, "FileIO", FullDisk)
        assert not take_lock(draft, me)
    assert not lock_file(draft).exists()
    assert renew_lock(draft, me) is None
    held = held_lock(draft, "other")
    assert held is None  # this copy does not run, by the data folder
    assert b"mine" in lock_file(draft).read_bytes()


def test_a_lock_that_is_just_being_written_is_read_once_it_is(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, owner = lock_file(draft), this_owner("mine", "2026-01-12T09:30:00")
    take_lock(draft, owner)
    whole = path.read_bytes()
    path.write_bytes(b"")
    monkeypatch.setattr("core.draft.draft_lock.time.sleep", lambda _seconds: path.write_bytes(whole))
    assert held_lock(draft, "mine") is None


def test_an_empty_lock_says_for_a_while_that_somebody_is_opening_it(draft: Path) -> None:
    lock_file(draft).write_bytes(b"")
    held = held_lock(draft, "mine")
    assert held is not None
    assert held.sentence == "有人正在打开它"
    assert not take_lock(draft, this_owner("mine", SINCE))
    shift(draft, -200)
    assert held_lock(draft, "mine") is None
    assert renew_lock(draft, this_owner("mine", SINCE)) is None
    assert b"mine" in lock_file(draft).read_bytes()
