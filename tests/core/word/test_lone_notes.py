"""No page holds nothing but lines of a note, in Word and on paper."""

import re
import zipfile
from io import BytesIO

import pytest

from core.report.report import Report
from core.report.shown_report import shown_report
from core.word.last_page import pages
from core.word.latin_widths import latin_width
from core.word.report import report_bytes, report_paragraphs
from core.word.style_profile import preset
from tests.core.report.sample_reports import written_report

STYLE = preset()


def noted(before: int, lines: int) -> Report:
    """A report with so many lines above section 二, and about as many in the note of table 二."""
    texts = {"s1.oversight": "\n".join("一行。" for _ in range(before)), "s2": "", "s3": ""}
    return written_report().with_texts({**texts, "note.t2": f"注：{'水' * 45 * lines}。" + "\n另注。" * (lines > 1)})


def laid(report: Report) -> list[list[str]]:
    return pages(report_paragraphs(report.form, shown_report(report), STYLE), report.form, STYLE)


@pytest.mark.parametrize("lines", [1, 2, 4, 9])
@pytest.mark.parametrize("before", range(1, 23))  # a page has 22 lines
def test_a_note_stands_alone_on_no_page(before: int, lines: int) -> None:
    found = laid(noted(before, lines))
    assert all(set(page) != {"note.t2"} for page in found), found
    assert found[-1]  # and table 二 stays whole
    assert sum("t2" in page for page in found) == 1


def test_a_note_may_go_over_where_something_follows() -> None:
    over = [page for before in range(1, 23) for page in laid(noted(before, 1)) if page[0] == "note.t2"]
    assert over  # table 三 stands below it
    assert all("t3" in page for page in over)


def test_word_keeps_the_last_row_with_the_note_only_there() -> None:
    kept = {keeping(report_bytes(noted(before, 4))) for before in range(1, 23)}
    assert kept == {"0", "1"}


def keeping(document: bytes) -> str:
    """Return whether the last row of table 二 keeps what follows: 0 or 1."""
    xml = zipfile.ZipFile(BytesIO(document)).read("word/document.xml").decode()
    tables = xml.split("</w:tbl>")
    (found,) = set[str](re.findall(r'<w:keepNext w:val="(\d)"/>', tables[0]))
    note = tables[1].partition("另注")[0].rpartition("<w:p>")[2]
    assert ("<w:keepLines/>" in note) == (found == "1")
    return found


def test_letters_are_as_wide_as_in_times_new_roman() -> None:
    assert latin_width("2025") == 2
    assert latin_width("1.") == 0.75
