"""Draft workbooks, cell by cell, as they were kept."""

from pathlib import Path

from tests.kept import kept
from tests.kept.rooms import drafts


def test_drafts_are_as_they_were_kept(tmp_path: Path) -> None:
    kept.check("drafts", drafts.documents(tmp_path))


def test_what_is_told_of_edited_drafts_is_as_it_was_kept(tmp_path: Path) -> None:
    kept.check("edited", drafts.edited(tmp_path))
