"""The fault sweep, bounded: every step breaks once, some programs are killed; and the sweep itself can fail."""

import errno
import os
from pathlib import Path

import pytest

from build_scripts.sweeps import fault_sweep
from build_scripts.sweeps.fault_kills import MOST_MISSING, kill_sweep
from build_scripts.sweeps.fault_steps import KILL, SHORT, sweep_steps
from core.base import atomic_file
from core.draft import draft_saving, draft_store, draft_versions

LINUX = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked and killed")


@LINUX
@pytest.mark.slow
def test_a_broken_step_loses_nothing(tmp_path: Path) -> None:
    """The full sweep breaks each step in three more ways."""
    found = list(sweep_steps(tmp_path, kinds=(errno.ENOSPC, SHORT, KILL)))

    assert [name for name, _, _ in found] == ["save", "autosave", "history", "Word export"]
    assert all(count > 10 for _, count, _ in found)
    assert [failure for _, _, failed in found for failure in failed] == []


@LINUX
@pytest.mark.slow
def test_kills_at_random_moments_lose_at_most_a_second(tmp_path: Path) -> None:
    """The full sweep kills 1,000 times; the two seconds more are for a machine that runs other tests beside this."""
    result = kill_sweep(tmp_path, kills=5, seconds=60, jobs=2, seed=3, most_missing=MOST_MISSING + 2)

    fault_sweep.show_kills(result)
    assert result.failures == []
    assert result.kills >= 4
    assert result.typed > 50


@LINUX
def test_the_sweep_notices_a_file_written_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def in_place(path: Path, data: bytes) -> None:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT)
        os.ftruncate(descriptor, 0)
        atomic_file._write_all(descriptor, data)
        os.close(descriptor)

    for module in (draft_saving, draft_store, draft_versions):
        monkeypatch.setattr(module, "replace_file", in_place)
    monkeypatch.setattr(atomic_file, "replace_file", in_place)

    failed = {name for name, _, failures in sweep_steps(tmp_path, kinds=(KILL,)) if failures}

    assert {"save", "history", "Word export"} <= failed


@LINUX
def test_the_sweep_notices_a_short_write_that_is_taken_for_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atomic_file, "_write_all", lambda descriptor, data: os.write(descriptor, data))

    assert any(failures for _, _, failures in sweep_steps(tmp_path, kinds=(SHORT,)))
