"""Where the last text of a report ends, so that it is divided wherever unit and date do not need all of it."""

import pytest

from core.report.report import Report
from core.report.shown_report import shown_report
from core.word import plan
from core.word.report import report_paragraphs
from core.word.style_profile import preset
from tests.core.report.sample_reports import written_report

STYLE = preset()


def signed(before: int, lines: int) -> Report:
    """A report with so many lines in section 五 and in the only paragraph of section 六, above unit and date."""
    texts = {"s5": "\n".join("一行。" for _ in range(before)), "s6": "水" * (28 * lines - 4) + "。"}
    return written_report().with_texts({**texts, "meta.sign_off": "某某县水利局", "meta.date": "2026年1月12日"})


def kept(report: Report) -> str:
    """Return what keeps the last paragraph on the page of unit and date."""
    (kind, _), *_ = report_paragraphs(report.form, shown_report(report), STYLE)["s6"]
    return kind.removeprefix("plain")


def test_a_paragraph_that_ends_on_another_page_anyhow_is_not_kept_with_unit_and_date() -> None:
    on_pages = [kept(signed(before, 9)) for before in range(22)]  # a page has 22 lines
    first = on_pages.index(plan.FREE)
    assert on_pages[first:] + on_pages[:first] == [plan.FREE] * 5 + [plan.END] * 17


@pytest.mark.parametrize("before", range(22))
def test_a_short_one_stands_with_them_as_a_whole(before: int) -> None:
    assert kept(signed(before, 5)) == plan.WHOLE
