"""What a file was is known without waiting for what is no file."""

import os
from pathlib import Path

import pytest

from core.base.disk_state import DiskState, changed_since, disk_state


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes in folders")
def test_a_pipe_in_place_of_the_draft_is_not_waited_for(tmp_path: Path) -> None:
    draft = tmp_path / "草稿.xlsx"
    draft.write_bytes(b"x")
    known = disk_state(draft)
    assert known
    draft.unlink()
    os.mkfifo(draft)

    assert changed_since(draft, known) is None


@pytest.mark.parametrize("record", [None, [], ["1", 2, "3"], [1, "2", "3"], [1, 2, 3], [1, 2, "3", 4]])
def test_what_is_no_record_of_a_file_is_none(record: object) -> None:
    assert DiskState.from_record([1, 2, "3"]) == DiskState(1, 2, "3")
    assert DiskState.from_record(record) is None
