"""The history of a draft, and saves that lose nothing."""

import errno
import os
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from core.base.disk_state import changed_since, disk_state, state_of
from core.base.errors import FileError, FileInUseError, FileProtectedError, writing_failed
from core.base.user_files import versions_folder
from core.draft import draft_saving, draft_versions
from core.draft.draft_saving import dropped_by_save, save_report
from core.draft.draft_versions import (
    keep_file,
    keep_version,
    list_versions,
    read_version,
    was_written_here,
    written_number,
)
from core.draft.workbook import load_draft
from core.report.report import Report, new_report

NOON = datetime(2026, 1, 15, 12, 0, 0)


def a_report(cell: int = 5) -> Report:
    report = new_report("某县水利局", "政府部门", 2025)
    return report.with_cells({"t3.R01.C1": cell})


def full(path: Path, data: bytes) -> None:
    error = OSError(errno.ENOSPC, "")
    raise writing_failed(error, path) from error


def test_each_save_keeps_the_former_file(tmp_path: Path) -> None:
    draft = tmp_path / "草稿.xlsx"
    for number in range(3):
        saved = save_report(a_report(number), draft, NOON + timedelta(minutes=number))
        assert (saved.path, saved.state, saved.notes) == (draft, disk_state(draft), ())

    versions = list_versions(draft)

    assert [read_version(version) for version in versions] == [a_report(1), a_report(0)]
    assert [version.when for version in versions] == [NOON + timedelta(minutes=2), NOON + timedelta(minutes=1)]
    assert {version.reason for version in versions} == {"保存前的旧稿"}
    assert load_draft(draft).report == a_report(2)
    assert list(tmp_path.iterdir()) == [draft]  # nothing beside the clerk's file


def test_two_drafts_of_one_name_have_two_histories(tmp_path: Path) -> None:
    for folder in ("甲", "乙"):
        (tmp_path / folder).mkdir()
        keep_version(tmp_path / folder / "草稿.xlsx", folder.encode(), NOON, "saved")

    assert [v.file.read_bytes() for v in list_versions(tmp_path / "甲" / "草稿.xlsx")] == ["甲".encode()]


def test_the_same_content_is_not_kept_twice(tmp_path: Path) -> None:
    draft = tmp_path / "草稿.xlsx"
    first = keep_version(draft, b"1", NOON, "saved")

    assert keep_version(draft, b"1", NOON + timedelta(hours=1), "mine") == first
    assert len(list_versions(draft)) == 1


def test_a_file_that_is_not_there_leaves_no_version(tmp_path: Path) -> None:
    assert keep_file(tmp_path / "草稿.xlsx", NOON) is None


def test_history_keeps_the_newest_and_the_last_of_each_day(tmp_path: Path) -> None:
    draft = tmp_path / "草稿.xlsx"
    first_day = datetime(2026, 1, 1, 8, 0, 0)
    special = keep_version(draft, b"special", first_day - timedelta(hours=1), "file")
    for day in range(10):
        for hour in range(8):
            when = first_day + timedelta(days=day, hours=hour)
            keep_version(draft, str(when).encode(), when, "saved")

    kept = [version.when for version in list_versions(draft)]

    assert len(kept) == draft_versions.NEWEST_KEPT + 6 + 1
    assert {when.date() for when in kept} == {(first_day + timedelta(days=day)).date() for day in range(10)}
    assert all(when.hour == 15 for when in kept[draft_versions.NEWEST_KEPT : -1])
    assert kept[-1] == special.when  # what gave way to a choice of the clerk stays


def test_foreign_files_in_the_history_are_left_alone(tmp_path: Path) -> None:
    draft = tmp_path / "草稿.xlsx"
    version = keep_version(draft, b"1", NOON, "saved")
    version.file.with_name("笔记.xlsx").write_bytes(b"")
    version.file.with_name("20260115-120000-000000_unknown.xlsx").write_bytes(b"")

    assert list_versions(draft) == [version]


@pytest.mark.parametrize("length", [1, 80])
def test_a_draft_with_a_long_name_has_a_history(tmp_path: Path, length: int) -> None:
    draft = tmp_path / ("长" * length + ".xlsx")
    keep_version(draft, b"1", NOON, "saved")

    assert len(list_versions(draft)) == 1


@pytest.mark.parametrize(("refused", "error"), [(errno.EACCES, FileInUseError), (errno.EPERM, FileProtectedError)])
def test_a_draft_that_stays_in_use_or_is_protected_is_not_written_anywhere_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: int, error: type[FileError]
) -> None:
    draft = tmp_path / "草稿.xlsx"
    save_report(a_report(1), draft, NOON)

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(refused, "in use")

    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr(time, "sleep", lambda _seconds: None)
    with pytest.raises(error):
        save_report(a_report(2), draft, NOON + timedelta(minutes=1))

    assert list(tmp_path.iterdir()) == [draft]
    assert load_draft(draft).report == a_report(1)


def test_a_save_removes_what_an_earlier_one_left_in_the_folder(tmp_path: Path) -> None:
    leftover = tmp_path / ".~nianbao-aa.tmp"
    leftover.write_bytes(b"")
    os.utime(leftover, (1, 1))

    save_report(a_report(1), tmp_path / "草稿.xlsx", NOON)

    assert [path.name for path in tmp_path.iterdir()] == ["草稿.xlsx"]


def test_a_save_goes_on_without_history_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = tmp_path / "草稿.xlsx"
    save_report(a_report(1), draft, NOON)

    monkeypatch.setattr(draft_versions, "replace_file", full)
    saved = save_report(a_report(2), draft, NOON)

    assert load_draft(draft).report == a_report(2)
    folder = draft_versions._folder(draft)
    assert saved.notes == (f"已保存，但上一版没有留存：版本历史的文件夹“{folder}”所在的磁盘空间不足。",)


def test_a_save_that_would_drop_something_needs_its_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = tmp_path / "草稿.xlsx"
    save_report(a_report(1), draft, NOON)
    before = draft.read_bytes()

    monkeypatch.setattr(draft_versions, "replace_file", full)
    with pytest.raises(FileError) as caught:
        save_report(a_report(2), draft, NOON, needs_former=True)

    assert caught.value.path == draft
    assert caught.value.summary.startswith("“草稿.xlsx”没有覆盖，旧内容不能留存：版本历史的文件夹“")
    assert caught.value.summary.endswith("所在的磁盘空间不足。")
    assert caught.value.advice == "请在那个磁盘上删除一些不用的文件，再试一次；急用时请换一个文件名保存。"

    assert draft.read_bytes() == before


def test_only_what_others_wrote_is_looked_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = tmp_path / "草稿.xlsx"
    saved = save_report(a_report(1), draft, NOON)
    assert saved.state is not None
    looked: list[Path] = []

    def look(path: Path) -> list[tuple[str, str, str]]:
        looked.append(path)
        return [("表", "A1", "多余")]

    monkeypatch.setattr(draft_saving, "foreign_content", look)

    assert dropped_by_save(draft, saved.state) == ()
    assert looked == []
    draft.write_bytes(draft.read_bytes() + b" ")
    state = disk_state(draft)
    assert state is not None
    assert dropped_by_save(draft, state) == ("表 A1：多余",)


def test_a_change_on_disk_is_told_from_a_touch(tmp_path: Path) -> None:
    draft = tmp_path / "草稿.xlsx"
    draft.write_bytes(b"one")
    known = state_of(b"one", draft)
    assert known == disk_state(draft)
    assert known is not None
    assert changed_since(draft, known) is None

    import os

    os.utime(draft, (1, 1))
    assert changed_since(draft, known) is None  # touched, the content is the same

    draft.write_bytes(b"two")
    changed = changed_since(draft, known)
    assert changed == disk_state(draft)

    draft.unlink()
    assert changed_since(draft, known) is None
    assert disk_state(draft) is None


def test_what_the_program_was_about_to_write_is_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether the save failed, or the program ended right after it."""
    draft = tmp_path / "草稿.xlsx"
    first = save_report(a_report(1), draft, NOON).state
    with monkeypatch.context() as patch:

        def full(path: Path, data: bytes) -> None:
            raise writing_failed(OSError(errno.ENOSPC, "full"), path)

        patch.setattr(draft_saving, "replace_file", full)
        with pytest.raises(FileError):
            save_report(a_report(2), draft, NOON)
    assert first is not None
    assert was_written_here(draft, first.digest)

    def end(data: bytes, path: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(draft_saving, "state_of", end)
    with pytest.raises(KeyboardInterrupt):
        save_report(a_report(3), draft, NOON, writer="one 7")
    now = disk_state(draft)
    assert now is not None
    assert was_written_here(draft, now.digest)
    assert written_number(draft, now.digest, "one") == 7
    assert written_number(draft, now.digest, "two") is None
    assert written_number(draft, first.digest, "one") is None


def test_a_draft_is_saved_where_the_language_settings_know_no_chinese(tmp_path: Path) -> None:
    """LC_ALL=POSIX, as in a service or a rescue shell: the file was written, and the note on it must not fail."""
    program = (
        "import sys; from pathlib import Path; from datetime import datetime\n"
        "from core.draft.draft_versions import keep_version, list_versions, note_written, was_written_here\n"
        "draft = Path('\\u8349\\u7a3f.xlsx')\n"
        "note_written(draft, 'x', ''); keep_version(draft, b'1', datetime(2026, 1, 15), 'saved')\n"
        "assert was_written_here(draft, 'x') and list_versions(draft)\n"
        "print(sys.getfilesystemencoding())"
    )
    environment = {**os.environ, "LC_ALL": "POSIX", "PYTHONUTF8": "0", "NIANBAO_HOME": str(tmp_path)}

    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert sys.platform != "linux" or done.stdout.strip() == "ascii"


def test_a_save_that_failed_leaves_no_folder_of_versions(tmp_path: Path) -> None:
    with pytest.raises(FileError):
        save_report(new_report("某县水利局", "政府部门", 2025), tmp_path / "没有" / "草稿.xlsx", datetime(2026, 1, 15))
    assert list(versions_folder().iterdir()) == []
