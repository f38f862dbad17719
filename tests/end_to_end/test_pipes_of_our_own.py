"""A pipe in a place that the program keeps to itself is passed over: reading it would never end."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from core.base import user_files
from core.base.crash_log import recent_log, take_faults, write_log
from core.base.errors import ReportError
from core.draft.draft_lock import this_owner
from core.draft.draft_store import left_behind, rescued
from core.draft.draft_versions import keep_version, list_versions, read_version, was_written_here
from core.office.collection.state import STATE_FILE, known_head, load_state, records_of
from core.office.last_year_file import opens_unasked
from gui.look.settings import Settings, read_settings

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes in folders")

NOON = datetime(2026, 1, 15, 12, 0, 0)


@pytest.fixture(autouse=True)
def _no_waiting() -> Iterator[None]:
    """End a test that waits for a pipe."""

    def stop(*_signal: object) -> None:
        pytest.fail("it waits for a pipe")

    former = signal.signal(signal.SIGALRM, stop)
    signal.alarm(20)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, former)


def test_kept_drafts() -> None:
    os.mkfifo(user_files.autosave_folder() / "x.json")
    os.mkfifo(user_files.rescue_folder() / "x.json")
    assert (left_behind(), rescued()) == ([], [])


def test_versions(tmp_path: Path) -> None:
    draft = tmp_path / "草稿.xlsx"
    kept = keep_version(draft, b"", NOON, "saved")
    kept.file.unlink()
    os.mkfifo(kept.file)
    os.mkfifo(kept.file.parent / "written.txt")
    assert not was_written_here(draft, "")
    with pytest.raises(ReportError, match="不是普通文件"):
        read_version(list_versions(draft)[0])
    assert keep_version(draft, b"", NOON.replace(hour=13), "saved").file.read_bytes() == b""


def test_the_name_of_this_place() -> None:
    os.mkfifo(user_files.data_folder() / "place.id")
    assert this_owner("", "").place == ""


@pytest.mark.parametrize(
    ("name", "read", "nothing"),
    [
        ("recent.json", user_files.recent_files, []),
        ("last_years.json", lambda: opens_unasked("/上年.xlsx", None), False),
        ("settings.json", lambda: read_settings(user_files.settings_file()), Settings()),
    ],
)
def test_lists_and_settings(name: str, read: Callable[[], object], nothing: object) -> None:
    os.mkfifo(user_files.data_folder() / name)
    assert read() == nothing


def test_the_log() -> None:
    for name in ("nianbao.log", "faults.log"):
        os.mkfifo(user_files.logs_folder() / name)
    assert (write_log("", NOON), recent_log(), take_faults(NOON)) == (None, "", None)


def test_what_the_desk_remembers(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / STATE_FILE)
    assert known_head(tmp_path, 2025) == (0, {})
    with pytest.raises(ReportError, match="请把它改名或删除，或换一个结果文件夹"):
        load_state(tmp_path, 2025, "")
    with pytest.raises(ReportError, match="不是普通文件"):
        records_of(tmp_path / STATE_FILE)
