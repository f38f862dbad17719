"""What published reports are read as, from single words to whole files, as it was kept."""

from pathlib import Path

from tests.kept import kept
from tests.kept.rooms import published_fees, published_pages, published_pdfs, published_tables, published_words


def test_what_words_and_lines_are_taken_for_is_as_it_was_kept() -> None:
    kept.check("published_words", published_words.documents() | published_fees.documents())


def test_what_is_seen_of_pages_texts_and_workbooks_is_as_it_was_kept(tmp_path: Path) -> None:
    kept.check("published_pages", published_pages.documents(tmp_path))


def test_what_is_seen_of_pdf_files_is_as_it_was_kept() -> None:
    kept.check("published_pdfs", published_pdfs.documents())


def test_what_is_read_of_tables_and_reports_is_as_it_was_kept(tmp_path: Path) -> None:
    kept.check("published_tables", published_tables.documents(tmp_path))
