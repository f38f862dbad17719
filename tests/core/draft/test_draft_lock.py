"""Who has a draft open: seen by other copies and other PCs, never in the way."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from core.base.instances import Instance
from core.base.user_files import autosave_folder
from core.draft.draft_lock import (
    STALE_AFTER,
    LockOwner,
    lock_file,
    other_owner,
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

    owner = other_owner(draft, "mine")

    assert owner == COLLEAGUE
    assert owner is not None
    assert owner.sentence == "李四在电脑“PC-2”上已打开（2026-01-15 09:30）"


def test_a_draft_that_is_not_open_has_no_owner(draft: Path) -> None:
    assert other_owner(draft, "mine") is None


def test_the_own_lock_is_no_obstacle(draft: Path) -> None:
    take_lock(draft, this_owner("mine", SINCE))

    assert other_owner(draft, "mine") is None


def test_a_second_copy_on_this_pc_is_noticed_and_a_killed_one_is_not(draft: Path) -> None:
    other = Instance(autosave_folder())
    take_lock(draft, this_owner(other.id, SINCE))
    assert other_owner(draft, "mine") == this_owner(other.id, SINCE)

    os.close(other._descriptor or 0)  # what the system does when it is killed

    assert other_owner(draft, "mine") is None


def test_a_lock_without_a_sign_of_life_is_stale_until_it_is_renewed(draft: Path) -> None:
    take_lock(draft, COLLEAGUE)
    old = time.time() - STALE_AFTER - 5
    os.utime(lock_file(draft), (old, old))
    assert other_owner(draft, "mine") is None

    assert renew_lock(draft, COLLEAGUE.instance) is None

    assert other_owner(draft, "mine") == COLLEAGUE


def test_a_lock_taken_by_another_is_noticed_and_not_released(draft: Path) -> None:
    take_lock(draft, this_owner("mine", SINCE))
    take_lock(draft, COLLEAGUE)

    assert renew_lock(draft, "mine") == COLLEAGUE
    release_lock(draft, "mine")
    assert lock_file(draft).exists()
    release_lock(draft, COLLEAGUE.instance)
    assert not lock_file(draft).exists()


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b'{"user":1,"host":"","since":"","instance":""}', b"\xff", b"[" * 9999]
)
def test_a_strange_lock_is_passed_over(draft: Path, content: bytes) -> None:
    lock_file(draft).write_bytes(content)

    assert other_owner(draft, "mine") is None
    release_lock(draft, "mine")
    assert lock_file(draft).exists()


def test_where_the_lock_cannot_be_written_the_work_goes_on(tmp_path: Path) -> None:
    draft = tmp_path / "不在" / "草稿.xlsx"

    assert not take_lock(draft, COLLEAGUE)
    assert other_owner(draft, "mine") is None
    assert renew_lock(draft, "mine") is None
    release_lock(draft, "mine")


def test_a_name_too_long_for_a_lock_is_passed_over(tmp_path: Path) -> None:
    assert not take_lock(tmp_path / ("长" * 83 + ".xlsx"), COLLEAGUE)
