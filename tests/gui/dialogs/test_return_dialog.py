"""登记退回意见 by the keys of a clerk: Tab, Alt and what is pasted into the wrong field."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from core.office.remarks_in_word import ReadRemarks
from core.report.report import ReviewRound
from gui import dialogs
from gui.dialogs.return_dialog import PublicationDialog, ReturnDialog
from tests.focus import has_focus

LIST = "1．第五部分不具体。\n2．许可数量请核实。"
LINES = LIST.split("\n")


@pytest.fixture
def dialog(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[ReturnDialog]:
    monkeypatch.setattr(dialogs, "confirm", lambda *_: True)
    made = ReturnDialog([ReviewRound(1, "2026-01-10", "0000-0000", {})], date(2026, 1, 12), lambda _dialog: None, None)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    QApplication.clipboard().clear()


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, modifiers)


def paste(text: str) -> None:
    QApplication.clipboard().setText(text)
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_the_day_is_one_stop_on_the_way_and_arrows_move_in_it(dialog: ReturnDialog, qtbot: QtBot) -> None:
    dialog.by.setFocus()
    qtbot.waitUntil(dialog.by.hasFocus)
    press(Qt.Key.Key_Tab)
    qtbot.waitUntil(dialog.on.hasFocus)
    first = dialog.on.currentSection()
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    assert dialog.on.currentSection() != first
    press(Qt.Key.Key_Tab)
    assert has_focus(dialog.remarks)
    press(Qt.Key.Key_Backtab)
    press(Qt.Key.Key_Backtab)
    assert has_focus(dialog.by)


@pytest.mark.parametrize(("field", "why"), [("by", "粘贴的有多行"), ("on", "粘贴的不是日期")])
def test_remarks_pasted_into_another_field_go_where_they_belong(
    dialog: ReturnDialog, qtbot: QtBot, field: str, why: str
) -> None:
    dialog.remarks.setPlainText("已有的意见")
    widget = getattr(dialog, field)
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    paste(LIST)
    assert dialog.lines == ["已有的意见", *LINES]
    assert (dialog.by.text(), dialog.on.date().toString("yyyy-MM-dd")) == ("", "2026-01-12")
    assert dialog._complaint.text() == f"{why}，已放入“退回意见”，请核对。"
    assert has_focus(dialog.remarks)


def test_a_day_is_pasted_in_any_usual_form_and_a_name_as_ever(dialog: ReturnDialog, qtbot: QtBot) -> None:
    dialog.on.setFocus()
    qtbot.waitUntil(dialog.on.hasFocus)
    for text, day in {"2026年1月9日": "2026-01-09", "2026-1-8": "2026-01-08", "20260107": "2026-01-07"}.items():
        paste(text)
        assert dialog.on.date().toString("yyyy-MM-dd") == day
    dialog.by.setFocus()
    qtbot.waitUntil(dialog.by.hasFocus)
    paste("县政务公开办\n")
    assert dialog.by.text().strip() == "县政务公开办"


def test_what_was_missing_is_no_longer_said_once_it_is_there(dialog: ReturnDialog) -> None:
    complaint = dialog._complaint
    dialog.accept()
    assert complaint.text() == "请填写退回人。"
    dialog.by.setText("李主任")
    assert complaint.text() == ""
    dialog.accept()
    assert complaint.text() == "请至少写一条意见，一行一条。"
    dialog.remarks.insertPlainText(" ")
    assert complaint.text()
    dialog.remarks.insertPlainText("第五部分不具体。")
    assert complaint.text() == ""


def test_a_number_with_alt_is_not_typed(dialog: ReturnDialog, qtbot: QtBot) -> None:
    for field in (dialog.by, dialog.remarks):
        field.setFocus()
        qtbot.waitUntil(field.hasFocus)
        press(Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
        press(Qt.Key.Key_5)
    assert (dialog.by.text(), dialog.remarks.toPlainText()) == ("5", "5")


def test_the_day_of_publication_says_why_it_takes_no_text(qtbot: QtBot) -> None:
    made = PublicationDialog("", "", date(2026, 1, 12))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.on.setFocus()
    qtbot.waitUntil(made.on.hasFocus)
    paste("https://www.example.gov.cn")
    assert made._complaint.text().startswith("粘贴的不是日期")


def test_an_address_of_publication_is_judged_as_that_of_the_report(qtbot: QtBot) -> None:
    made = PublicationDialog("example", "", date(2026, 1, 12))
    qtbot.addWidget(made)
    made.accept()
    assert made.result() == 0
    assert made._complaint.text() == "公布网址“example”不是完整的网址，请从浏览器复制。"
    for address in (" https://www.example.gov.cn/1.html ", "www.example.gov.cn/1.html", "zwgk.example.gov.cn"):
        made.setResult(0)
        made.url.setText(address)
        made.accept()
        assert made.result() == 1


def test_an_address_that_is_pasted_takes_the_place_of_the_proposed_one(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "confirm", lambda *_: True)  # it is closed over what was typed
    made = PublicationDialog("https://www.example.gov.cn", "", date(2026, 1, 12))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.url.hasFocus)
    paste("https://www.example.gov.cn/1.html")
    assert made.url.text() == "https://www.example.gov.cn/1.html"
    made.url.setText("example")
    made.accept()
    assert "不是完整的网址" in made._complaint.text()
    made.url.selectAll()
    paste("https://www.example.gov.cn/2.html")
    assert made._complaint.text() == ""
    made.accept()
    assert made.result() == 1


@pytest.mark.parametrize("goes_on", [False, True])
def test_a_day_or_address_that_cannot_be_right_is_asked_about(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, goes_on: bool
) -> None:
    asked: list[str] = []

    def confirm(_parent: object, _title: str, question: str, _yes: str, _no: str) -> bool:
        asked.append(question)
        return goes_on

    monkeypatch.setattr(dialogs, "confirm", confirm)
    today = date(2026, 1, 12)
    made = PublicationDialog("https://www.example.gov.cn/", "2025-01-12", today, None, lambda url, on: [url, str(on)])
    qtbot.addWidget(made)
    made.accept()
    assert asked == ["https://www.example.gov.cn/\n2025-01-12"]
    assert bool(made.result()) is goes_on


def test_remarks_that_were_copied_as_a_page_alone_are_pasted(dialog: ReturnDialog) -> None:
    for field in (dialog.remarks, dialog.by):
        data = QMimeData()
        data.setHtml(f"<p>{LIST.replace(chr(10), '</p><p>')}</p>")
        QApplication.clipboard().setMimeData(data)
        dialog.remarks.clear()
        field.setFocus()
        press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert dialog.lines == LINES


def test_who_signed_a_letter_and_until_when_it_wants_an_answer_is_proposed(dialog: ReturnDialog) -> None:
    read = ReadRemarks("青澜县人民政府办公室", ("数不对",), answer_by="2026年1月25日")
    dialog._read = lambda _dialog: read
    dialog.from_word.click()
    assert (dialog.by.text(), dialog.lines) == ("青澜县人民政府办公室", ["数不对"])
    assert dialog._complaint.text() == "已读入1条意见，请核对后登记。要求2026年1月25日前报回修改后的报告。"


def test_enter_presses_the_button_that_has_the_focus_and_registers_nothing(qtbot: QtBot) -> None:
    asked: list[str] = []
    made = ReturnDialog(
        [ReviewRound(1, "2026-01-10", "0000-0000", {})], date(2026, 1, 12), lambda _dialog: asked.append("Word"), None
    )
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.by.setText("张主任")
    made.remarks.setPlainText(LIST)
    made.from_word.setFocus()
    qtbot.waitUntil(made.from_word.hasFocus)
    press(Qt.Key.Key_Return)
    assert asked == ["Word"]
    assert made.isVisible()
    made.by.setFocus()
    press(Qt.Key.Key_Return)
    assert asked == ["Word"]
    assert not made.isVisible()


def test_a_complaint_takes_room_only_while_there_is_one(qtbot: QtBot) -> None:
    made = PublicationDialog("", "", date(2026, 1, 12))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    found: list[QDialogButtonBox] = list(made.findChildren(QDialogButtonBox))
    (buttons,) = found
    height, gap = made.height(), buttons.y() - made.on.geometry().bottom()
    assert gap < made.fontMetrics().height() + 4

    made.accept()

    said = made._complaint
    qtbot.waitUntil(lambda: said.isVisible() and buttons.y() > said.geometry().bottom())
    assert said.height() >= said.heightForWidth(said.width())
    assert made.height() > height
    said.clear()
    assert said.isHidden()


@pytest.mark.parametrize("length", [1, 12])
def test_a_complaint_squeezes_no_field_above_it(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, length: int) -> None:
    monkeypatch.setattr(dialogs, "confirm", lambda *_: True)  # it is closed over what was typed
    made = PublicationDialog("", "", date(2026, 1, 12))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    heights, said = (made.url.height(), made.on.height()), made._complaint

    def is_laid_out() -> bool:
        is_whole = said.height() >= said.heightForWidth(said.width())
        return said.isVisible() and is_whole and (made.url.height(), made.on.height()) == heights

    for text in ("", "没有网址 example/" + "2025abcdef/" * length, "", "没有网址"):
        made.url.setText(text)
        made.accept()
        qtbot.waitUntil(is_laid_out)


def test_what_reads_a_file_stands_apart_from_what_registers(dialog: ReturnDialog) -> None:
    boxes: list[QDialogButtonBox] = list(dialog.findChildren(QDialogButtonBox))
    others = [button.x() for button in boxes[0].buttons() if button is not dialog.from_word]
    assert dialog.from_word.geometry().right() + 50 < min(others)
