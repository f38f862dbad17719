"""The report beside another one: the published page, and a page that is not this report's."""

from datetime import date
from pathlib import Path

import pytest

from core.draft.workbook import load_draft
from core.office import review
from core.web.html_report import report_html
from gui.commands.comparison_actions import LOOK
from gui.commands.source_actions import CANCEL, FROM_FILE
from gui.dialogs.compare_dialogs import ComparisonDialog
from gui.main_window import MainWindow
from tests.window_fixtures import SAMPLE, Answers, opened


def test_a_published_page_is_compared_number_by_number(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = opened(monkeypatch)
    window.open_path(SAMPLE)
    published = load_draft(SAMPLE).report
    published = published.with_cells({"t2.licensing.decisions": 665})
    (tmp_path / "网页.html").write_bytes(report_html(published))
    answers.choice, answers.open_from = FROM_FILE, tmp_path / "网页.html"
    window.commands.run("compare_published")
    assert isinstance(seen[-1], ComparisonDialog)
    text = seen[-1].view.toPlainText()
    assert "656" in text
    assert "665" in text
    assert "page_checked" not in window.session.report.status  # it may still be changed
    window.open_sample()  # a copy
    window.session.record(review.finalise(window.session.report, date(2026, 1, 12)))
    window.commands.run("compare_published", tmp_path / "网页.html")
    assert window.session.report.status["page_checked"].endswith(" 1个数字、1处文字")
    assert window.statusBar().currentMessage() == "网页与定稿有1个数字、1处文字不同，已记入草稿"
    assert seen[-1].windowTitle() == "核对已公布网页：网页.html（2025年）"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"meta.year": "2024"}, "“网页.html”是2024年的报告，不是这份报告的网页。"),
        ({"meta.unit": "沂水县水利局"}, "“网页.html”是沂水县水利局2025年的报告，不是这份报告的网页。"),
    ],
)
def test_a_page_of_another_year_or_unit_is_asked_about_and_never_noted(
    window: MainWindow,
    answers: Answers,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    changed: dict[str, str],
    said: str,
) -> None:
    seen = opened(monkeypatch)
    page = tmp_path / "网页.html"
    page.write_bytes(report_html(load_draft(SAMPLE).report.with_texts({**changed, "meta.title": ""})))
    window.open_sample()
    window.session.record(review.finalise(window.session.report, date(2026, 1, 12)))
    window.session.record(review.note_page_check(window.session.report, "", date(2026, 1, 13)))
    window.commands.run("compare_published", page)
    assert answers.said[-1].startswith(f"核对已公布网页：{said}")
    assert (answers.default, seen) == (CANCEL, [])
    answers.choice = LOOK
    window.commands.run("compare_published", page)
    assert isinstance(seen[-1], ComparisonDialog)
    assert window.session.report.status["page_checked"] == "2026-01-13"


def test_a_page_is_told_as_noted_only_where_the_draft_was_saved(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(monkeypatch)
    page = tmp_path / "网页.html"
    page.write_bytes(report_html(load_draft(SAMPLE).report))
    window.open_sample()
    answers.save_to = tmp_path / "优盘" / "草稿.xlsx"
    answers.save_to.parent.mkdir()
    window.session.record(review.finalise(window.session.report, date(2026, 1, 12)))
    assert window.save()
    answers.save_to.unlink()
    window.commands.run("compare_published", page)
    assert answers.said[-1].startswith("还没有保存：原处的文件不见了")
    assert window.statusBar().currentMessage() == "网页与定稿一致，没有记入草稿"
