"""What the program keeps of unsaved drafts, and what it finds again after a crash."""

import errno
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from core.base import instances
from core.base.disk_state import disk_state
from core.base.errors import DamagedFileError, FileError
from core.base.instances import Instance, is_running, remove_ended
from core.base.user_files import autosave_folder, rescue_folder
from core.draft import draft_store
from core.draft.draft_store import KeptDraft
from core.report.report import Report, new_report


def a_report(cell: int = 5) -> Report:
    report = new_report("某县水利局", "政府部门", 2025)
    return report.with_cells({"t3.R01.C1": cell})


def keep(instance_id: str, report: Report, draft: Path | None = None, when: str = "2026-01-15T09:30:00") -> Path:
    file = draft_store.autosave_file(instance_id)
    draft_store.write_autosave(file, report, draft, disk_state(draft) if draft else None, when, 3)
    return file


def test_an_autosave_carries_the_identity_of_its_draft(tmp_path: Path) -> None:
    draft = tmp_path / "草稿 一.xlsx"
    draft.write_bytes(b"x")

    kept = draft_store.read_kept(keep("one", a_report(), draft))

    assert kept == KeptDraft(
        draft_store.autosave_file("one"), a_report(), draft, disk_state(draft), "2026-01-15T09:30:00", "one", 3
    )
    assert (kept.report.unit, kept.report.year) == ("某县水利局", 2025)


def test_a_lock_that_cannot_be_let_go_stops_neither_start_nor_end(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    instance = Instance(autosave_folder())
    monkeypatch.setattr("core.base.instances.os.close", refuse)

    assert is_running(autosave_folder(), instance.id)
    instance.close()
    assert not is_running(autosave_folder(), instance.id)


def test_only_the_newest_state_is_kept() -> None:
    for number in range(3):
        keep("one", a_report(number))

    assert [kept.report for kept in draft_store.left_behind()] == [a_report(2)]


def test_the_autosave_of_a_running_copy_is_not_offered() -> None:
    running, ended = Instance(autosave_folder()), Instance(autosave_folder())
    keep(running.id, a_report(1))
    keep(ended.id, a_report(2))
    ended.close()

    assert [kept.report for kept in draft_store.left_behind()] == [a_report(2)]
    running.close()
    assert len(draft_store.left_behind()) == 2


def test_the_autosave_of_a_killed_copy_is_offered() -> None:
    """The number of its process may be taken by another program after a restart, so a lock of the system decides."""
    code = (
        "import sys; from core.base.instances import Instance; from core.base.user_files import autosave_folder\n"
        "print(Instance(autosave_folder()).id, flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=Path(__file__).parents[3], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        instance_id = process.stdout.readline().decode().strip()
        keep(instance_id, a_report())
        assert is_running(autosave_folder(), instance_id)
        assert draft_store.left_behind() == []
        process.kill()
        process.wait()

    assert not is_running(autosave_folder(), instance_id)
    assert [kept.report for kept in draft_store.left_behind()] == [a_report()]
    assert list(autosave_folder().glob("*.running")) == []


def test_a_clean_end_leaves_nothing() -> None:
    instance = Instance(autosave_folder())
    draft_store.clear_autosave(keep(instance.id, a_report()))
    instance.close()

    assert list(autosave_folder().iterdir()) == []
    assert draft_store.left_behind() == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_the_mark_of_a_running_copy_is_for_its_user_alone() -> None:
    instance = Instance(autosave_folder())
    try:
        assert [path.stat().st_mode & 0o777 for path in autosave_folder().iterdir()] == [0o600]
    finally:
        instance.close()


def test_a_running_copy_survives_the_clearing_up_of_another() -> None:
    instance = Instance(autosave_folder())

    remove_ended(autosave_folder())

    assert is_running(autosave_folder(), instance.id)
    instance.close()


def test_where_there_are_no_locks_the_clock_of_the_disk_tells_who_is_running(monkeypatch: pytest.MonkeyPatch) -> None:
    instance = Instance(autosave_folder())

    def no_locks(_descriptor: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(instances, "_lock", no_locks)
    monkeypatch.setattr(time, "time", lambda: 4e9)  # the clock of this PC is decades ahead

    assert is_running(autosave_folder(), instance.id)
    os.utime(autosave_folder() / f"{instance.id}.running", (1, 1))
    assert not is_running(autosave_folder(), instance.id)
    instance.close()


def test_what_is_not_wanted_is_put_aside_and_never_deleted() -> None:
    keep("one", a_report(), when="2026-01-15T09:30:00")
    [kept] = draft_store.left_behind()

    moved = draft_store.put_aside(kept)

    assert draft_store.left_behind() == []
    assert moved.parent == rescue_folder()
    assert moved.name.startswith("某县水利局2025年_20260115093000_")
    assert [found.report for found in draft_store.rescued()] == [a_report()]


def test_a_damaged_autosave_is_moved_aside_and_not_met_again() -> None:
    file = keep("one", a_report())
    data = file.read_bytes()
    file.write_bytes(data[: len(data) // 2])
    with pytest.raises(DamagedFileError):
        draft_store.read_kept(file)

    assert draft_store.left_behind() == []

    assert not file.exists()
    assert [moved.read_bytes() for moved in rescue_folder().iterdir()] == [data[: len(data) // 2]]
    assert draft_store.damaged() == list(rescue_folder().iterdir())


def test_an_autosave_of_a_newer_program_stays_where_it_is() -> None:
    file = keep("one", a_report())
    file.write_bytes(file.read_bytes().replace(b'"format":1', b'"format":99'))

    assert draft_store.left_behind() == []
    assert file.exists()


def test_a_failed_autosave_keeps_the_one_before(monkeypatch: pytest.MonkeyPatch) -> None:
    file = keep("one", a_report(1))

    def full(descriptor: int, data: object) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.write", full)
        with pytest.raises(FileError, match="磁盘空间不足"):
            keep("one", a_report(2))

    assert draft_store.read_kept(file).report == a_report(1)
    assert [path.name for path in autosave_folder().iterdir()] == ["one.json"]


def test_a_rescue_draft_can_be_opened_as_a_draft() -> None:
    from core.draft.workbook import load_draft

    path = draft_store.write_rescue(a_report(), "20260115-093000", None)

    assert path.name == "某县水利局2025年_抢救草稿_20260115-093000.xlsx"
    assert load_draft(path).report == a_report()


def test_a_rescue_draft_goes_beside_the_draft_where_the_data_folder_cannot_be_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    monkeypatch.setenv("NIANBAO_HOME", str(blocked / "home"))

    path = draft_store.write_rescue(a_report(), "20260115-093000", tmp_path / "草稿.xlsx")

    assert path.parent == tmp_path


def test_nothing_is_found_where_the_data_folder_cannot_be_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    monkeypatch.setenv("NIANBAO_HOME", str(blocked / "home"))

    assert draft_store.left_behind() == []
    assert draft_store.rescued() == []
