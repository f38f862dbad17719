"""What comes of a comparison at the desk, and a table of publications that is pasted."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.collection.result_dialogs import PublicationsDialog
from tests.window_fixtures import Answers

URL = "https://a.example/x"


@pytest.fixture
def dialog(qtbot: QtBot, answers: Answers) -> PublicationsDialog:
    """The dialog; when the test ends it closes over what was pasted, which asks."""
    answers.confirm = True
    made = PublicationsDialog(["甲县水利局", "甲县教育局"], 2025, date(2026, 1, 6), {"甲县教育局": "未报"})
    qtbot.addWidget(made)
    made.show()
    return made


def lines(dialog: PublicationsDialog) -> list[str]:
    return [dialog.rows.item(row).text() for row in range(dialog.rows.count())]


def test_a_table_that_was_copied_as_a_page_alone_is_pasted(dialog: PublicationsDialog) -> None:
    data = QMimeData()
    row = f"<tr><td>甲县水利局</td><td><p>2026-1-5</p></td><td>{URL}</td></tr>"
    data.setHtml(f"<table><tr><td><p>公布情况</p><table>{row}</table></td></tr></table>")
    QApplication.clipboard().setMimeData(data)
    assert not data.hasText()
    dialog.text.paste()
    assert dialog.text.toPlainText().split("\n")[-1] == f"甲县水利局\t2026-1-5\t{URL}"
    assert dialog.read.found == {"甲县水利局": ("2026-01-05", URL)}
    QApplication.clipboard().clear()


def test_ctrl_enter_takes_what_was_pasted(dialog: PublicationsDialog, qtbot: QtBot) -> None:
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)  # keys for the whole dialog are for the active window only
    qtbot.keyClick(dialog.rows, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    dialog.text.setPlainText(f"甲县水利局\t2026-1-5\t{URL}")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()


def test_every_row_that_is_not_taken_is_listed_with_its_reason(dialog: PublicationsDialog) -> None:
    assert not dialog.rows.isVisible()
    assert not dialog.ok.isEnabled()
    lost = "\n".join(f"乙县{number}局\t2026-1-5\t{URL}" for number in range(6))
    dialog.text.setPlainText(f"甲县水利局\t2026-1-5\t{URL}\n甲县教育局\t2026-1-6\n{lost}")
    assert dialog.found.text() == "认出2个单位；6行不登记，改好后再粘贴；1行请核对。"
    assert [line[:6] for line in lines(dialog)] == [*(f"✕ 第{n}行“" for n in range(3, 9)), "！ 第2行（"]
    assert all("没有名单上的单位" in line for line in lines(dialog)[:6])
    assert lines(dialog)[-1].endswith("没有网址，只登记日期；未报，但登记了公布")
    assert dialog.rows.isVisible()
    assert dialog.ok.isEnabled()
    dialog.text.setPlainText(f"甲县水利局\t2026-1-5\t{URL}")
    assert dialog.found.text() == "认出1个单位。"
    assert not dialog.rows.isVisible()


def test_escape_asks_before_what_was_pasted_is_dropped(
    dialog: PublicationsDialog, answers: Answers, qtbot: QtBot
) -> None:
    answers.confirm = False
    dialog.text.setPlainText(f"甲县水利局\t2026-1-5\t{URL}")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert answers.said == ["粘贴公布网址和日期：现在关闭，刚才在这里填的、选的就不保留了。"]
    dialog.text.clear()
    qtbot.keyClick(dialog.text, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert len(answers.said) == 1
