"""Web pages and plain texts as they were kept."""

from pathlib import Path

from tests.kept import kept
from tests.kept.rooms import word


def test_pages_are_as_they_were_kept(tmp_path: Path) -> None:
    kept.check("web", word.pages(tmp_path))
