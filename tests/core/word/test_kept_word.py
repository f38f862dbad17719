"""Word reports, part by part, as they were kept."""

from pathlib import Path

from tests.kept import kept
from tests.kept.rooms import word


def test_word_reports_are_as_they_were_kept(tmp_path: Path) -> None:
    kept.check("word", word.documents(tmp_path))


def test_what_is_told_of_edited_files_is_as_it_was_kept(tmp_path: Path) -> None:
    kept.check("returned", word.returned(tmp_path))
