"""The register and what is counted of it, as they were kept."""

from pathlib import Path

from tests.kept import kept
from tests.kept.rooms import register


def test_the_register_is_as_it_was_kept(tmp_path: Path) -> None:
    kept.check("register", register.documents(tmp_path))
