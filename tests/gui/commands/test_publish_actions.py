"""The web page and the sign-off sheet, made from the window."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from docx import Document
from PySide6.QtGui import QGuiApplication

from core.base.resources import resource_path
from core.office.review import submit
from core.office.signoff_fields import placeholders
from core.report.checksum import report_checksum
from gui.commands.publish_actions import OWN_SHEET
from gui.main_window import MainWindow
from tests.window_fixtures import Answers

SAMPLE = resource_path("samples", "示例.xlsx")


def cells_of(path: Path) -> str:
    return "\n".join(cell.text for table in Document(str(path)).tables for row in table.rows for cell in row.cells)


def test_the_web_page_is_copied_with_tables_and_as_text(window: MainWindow) -> None:
    window.open_path(SAMPLE)
    window.commands.run("copy_page")
    data = QGuiApplication.clipboard().mimeData()
    assert data.html().count("<table") == 3
    assert "行政许可\t656" in data.text()
    assert "草稿" not in data.text()


def test_a_page_that_could_not_go_out_is_marked(window: MainWindow, answers: Answers, tmp_path: Path) -> None:
    window.open_path(SAMPLE)
    window.session.enter("t3.R25.C1", "")
    answers.save_to = tmp_path / "a.html"
    window.commands.run("save_page")
    assert "草稿" in answers.save_to.read_text(encoding="utf-8")


def test_the_sign_off_sheet_notes_what_it_was_printed_for(window: MainWindow, answers: Answers, tmp_path: Path) -> None:
    window.open_sample()
    answers.choice = OWN_SHEET
    answers.save_to = tmp_path / "审签单.docx"
    window.commands.run("make_signoff")
    assert answers.save_to.exists()
    assert set(re.findall("【(.+?)】", answers.said[0])) == {p.name for p in placeholders()}
    assert window.session.report.status["printed_checksum"] == report_checksum(window.session.report)
    assert "稿次\n草稿" in cells_of(answers.save_to)

    window.session.record(submit(window.session.report, date(2026, 1, 12)))
    window.commands.run("make_signoff")
    assert "稿次\n送审稿第1稿" in cells_of(answers.save_to)
