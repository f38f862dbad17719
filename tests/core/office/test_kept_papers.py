"""Papers of the office as they were kept."""

from pathlib import Path

from tests.kept import kept
from tests.kept.rooms import archive_choices, departments, office_papers, office_sheets, office_walks, papers, remarks


def test_what_is_signed_is_as_it_was_kept(tmp_path: Path) -> None:
    kept.check("signing", papers.signoffs(tmp_path))


def test_what_is_said_of_reports_is_as_it_was_kept(tmp_path: Path) -> None:
    kept.check("sentences", papers.sentences(tmp_path))


def test_comparisons_and_lists_are_as_they_were_kept(tmp_path: Path) -> None:
    kept.check("comparisons", papers.comparisons(tmp_path))


def test_filled_templates_are_as_they_were_kept(tmp_path: Path) -> None:
    kept.check("templates", papers.from_templates(tmp_path))


def test_archives_are_as_they_were_kept(tmp_path: Path) -> None:
    kept.check("archive", papers.archives(tmp_path))


def test_sheets_of_departments_are_as_they_were_kept(tmp_path: Path) -> None:
    kept.check("departments", departments.documents(tmp_path))


def test_what_is_made_of_remarks_is_as_it_was_kept(tmp_path: Path) -> None:
    kept.check("remarks", remarks.documents(tmp_path))


def test_what_is_told_on_the_ways_of_reports_is_as_it_was_kept() -> None:
    kept.check("office_walks", office_walks.documents() | office_sheets.documents())


def test_what_papers_are_filled_with_is_as_it_was_kept(tmp_path: Path) -> None:
    kept.check("office_papers", office_papers.documents(tmp_path) | archive_choices.documents(tmp_path))
