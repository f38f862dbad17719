"""A table that was pasted into a text: each row stays a line, and that is said."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.report.report import new_report
from gui.report.session import ReportSession
from gui.texts.pasted_report import SPREAD
from gui.texts.text_editor import TextEditor
from tests.window_fixtures import Answers

ROWS = (("社区", "公开数", "占比"), ("东门社区", "41", "52%"), ("", "", ""), ("西门&nbsp;社区", "3&#8203;8", "48%"))
WORDS = "社区，公开数，占比；\n东门社区，41，52%；\n西门社区，38，48%。"
SAID = "粘贴的文字里有1个表格，已按行排成文字，请看一遍"


def table_of(cell: str) -> str:
    rows = "".join(f"<tr>{''.join(cell.format(text) for text in row)}</tr>" for row in ROWS)
    return f"<table border=1>{rows}</table>"


def around(table: str) -> str:
    return f"<html><body><p>各社区公开数不平衡。</p>{table}<p>每月通报。</p></body></html>"


PLAIN = around(table_of("<td>{}</td>"))
OF_WORD = around(table_of("<td><p class=MsoNormal><span>{}</span><o:p></o:p></p></td>"))
NESTED = f"<table><tr><td>{PLAIN}</td></tr></table>"
WITH_TABS = (
    "各社区公开数不平衡。\n社区\t公开数\t占比\n东门社区\t41\t52%\n\t\t\n西门\u00a0社区\t3\u200b8\t48%\n每月通报。"
)
TORN = WITH_TABS.replace("\t", "\n")  # as LibreOffice leaves it beside its page


@pytest.fixture
def session(qapp: QApplication) -> ReportSession:
    made = ReportSession(lambda: datetime(2026, 1, 12, 9, 30))
    made.replace(new_report("某某县水利局", "政府部门", 2025, with_zeros=True))
    return made


def pasted(qtbot: QtBot, session: ReportSession, code: str, html: str, text: str) -> list[str]:
    """Paste into a text; return what is said."""
    editor = TextEditor(session, code)
    qtbot.addWidget(editor)
    said: list[str] = []
    editor.mended.connect(said.append)
    data = QMimeData()
    if html:
        data.setHtml(html)
    if text:
        data.setText(text)
    editor.insertFromMimeData(data)
    return said


@pytest.mark.parametrize(
    ("html", "text"),
    [(PLAIN, ""), (OF_WORD, ""), (NESTED, ""), (OF_WORD, WITH_TABS), (PLAIN, TORN), ("", WITH_TABS)],
    ids=["web", "word", "laid out by a table", "word with text", "libreoffice", "text"],
)
def test_each_row_of_a_table_stays_on_a_line_and_that_is_said(
    qtbot: QtBot, session: ReportSession, html: str, text: str
) -> None:
    said = pasted(qtbot, session, "s5", html, text)
    assert session.report.texts["s5"] == f"各社区公开数不平衡。\n{WORDS}\n每月通报。"
    assert [one.replace("，另整理了空格", "") for one in said] == [SAID]


def test_a_table_among_several_parts_goes_with_its_part_and_that_is_said(
    qtbot: QtBot, session: ReportSession, answers: Answers
) -> None:
    answers.choice = SPREAD
    table = table_of("<td>{}</td>")
    parts = "<p>（二）依申请公开。新收39件。</p><p>（五）监督保障。培训3次。</p>"
    said = pasted(qtbot, session, "s1.active", f"<p>（一）主动公开。公开信息346条。</p>{table}{parts}", "")
    assert session.report.texts["s1.active"] == f"公开信息346条。\n{WORDS}"
    assert session.report.texts["s1.request"] == "新收39件。"
    assert said == [SAID]


def test_a_page_that_only_lays_out_its_paragraphs_in_cells_is_no_table(qtbot: QtBot, session: ReportSession) -> None:
    links = "".join(f"<p>栏目{number}</p>" for number in "一二三四五六七")
    paragraphs = "<p>一是不及时。</p><p>二是不全面。</p>"
    said = pasted(qtbot, session, "s5", f"<table><tr><td>{links}</td><td>{paragraphs}</td></tr></table>", "")
    assert session.report.texts["s5"].split("\n")[-2:] == ["一是不及时。", "二是不全面。"]
    said += pasted(qtbot, session, "s6", f"<table><tr><td>{paragraphs}</td></tr></table>", "")
    assert session.report.texts["s6"] == "一是不及时。\n二是不全面。"
    assert said == []
