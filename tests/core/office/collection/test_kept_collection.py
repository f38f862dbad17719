"""What the desk writes, as it was kept."""

from pathlib import Path

from tests.kept import kept
from tests.kept.rooms import collection


def test_what_the_desk_writes_is_as_it_was_kept(tmp_path: Path) -> None:
    kept.check("collection", collection.documents(tmp_path))
