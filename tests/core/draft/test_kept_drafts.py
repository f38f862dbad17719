"""Draft workbooks, cell by cell, as they were kept."""

from pathlib import Path

from tests.kept import kept
from tests.kept.rooms import drafts


def test_drafts_are_as_they_were_kept(tmp_path: Path) -> None:
    kept.check("drafts", drafts.documents(tmp_path))
