"""What the desk writes, as it was kept."""

from pathlib import Path

from tests.kept import kept
from tests.kept.rooms import collection, desk_files, desk_letters, desk_words, desks


def test_what_the_desk_writes_is_as_it_was_kept(tmp_path: Path) -> None:
    kept.check("collection", collection.documents(tmp_path))


def test_what_is_said_of_many_small_desks_is_as_it_was_kept(tmp_path: Path) -> None:
    found = desks.documents()
    found |= {"words": desk_words.words(), "letters": desk_letters.documents(tmp_path)}
    kept.check("desks", {**found, "files": desk_files.documents(tmp_path / "files")})
