"""A place that does not answer holds up nobody: no other place, no window, not the end of the program."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.base import place_question
from core.base.on_disk import OnDisk, followed, look_at
from core.base.place_question import PlaceQuestion, first_folder


@pytest.fixture
def share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a folder that does not answer until the test is over."""
    away = tmp_path / "share"
    away.mkdir()
    over = threading.Event()

    def slow(path: Path) -> tuple[OnDisk, OSError | None]:
        if path == away:
            over.wait(20)
        return look_at(path)

    monkeypatch.setattr(place_question, "look_at", slow)
    yield away
    over.set()


def test_a_place_that_answers_is_told_with_its_error(tmp_path: Path) -> None:
    there, gone = PlaceQuestion(tmp_path), PlaceQuestion(tmp_path / "x")
    assert there.wait(5)
    assert gone.wait(5)
    assert (there.answer, there.error) == (OnDisk.FOLDER, None)
    assert gone.answer is OnDisk.MISSING
    assert isinstance(gone.error, FileNotFoundError)


def test_a_silent_place_has_no_answer_and_the_error_of_one_that_was_given_up(share: Path) -> None:
    question = PlaceQuestion(share)
    assert not question.wait(0.05)
    assert question.answer is None
    assert isinstance(question.error, TimeoutError)


def test_a_silent_folder_gives_way_to_the_next_one(share: Path, tmp_path: Path) -> None:
    assert first_folder([share, tmp_path / "gone", tmp_path], 0.05) == tmp_path
    assert first_folder([share], 0.05) is None


ENDING = """
import time
from pathlib import Path
from core.base import place_question
place_question.look_at = lambda path: time.sleep(60)
place_question.PlaceQuestion(Path("/share"))
"""


def test_the_program_ends_while_a_place_is_silent() -> None:
    subprocess.run([sys.executable, "-c", ENDING], check=True, timeout=30)


def test_links_that_cannot_be_followed_leave_the_path_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "link").symlink_to(tmp_path / "file")
    assert followed(tmp_path / "link") == (tmp_path / "file").resolve()

    def refuse(path: Path) -> str:
        raise OSError(22, "share")

    monkeypatch.setattr("core.base.on_disk.os.path.realpath", refuse)
    assert followed(tmp_path / "a" / ".." / "link") == tmp_path / "link"
