"""Draft workbooks, cell by cell, as they were kept."""

from pathlib import Path

from tests.kept import kept
from tests.kept.rooms import draft_cells, drafts, edited_drafts


def test_drafts_are_as_they_were_kept(tmp_path: Path) -> None:
    kept.check("drafts", drafts.documents(tmp_path))


def test_what_is_told_of_edited_drafts_is_as_it_was_kept(tmp_path: Path) -> None:
    kept.check("edited", drafts.edited(tmp_path))


def test_what_is_read_after_each_edit_is_as_it_was_kept() -> None:
    kept.check("draft_edits", edited_drafts.documents())


def test_what_is_seen_in_cells_and_of_other_programs_is_as_it_was_kept(tmp_path: Path) -> None:
    kept.check("draft_cells", draft_cells.documents(tmp_path))
