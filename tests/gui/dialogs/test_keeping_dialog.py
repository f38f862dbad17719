"""Esc closes a dialog over what was filled in there only after a question."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from core.base.overriding import override
from core.form.blocks import blocks_of
from core.form.form_reader import load_form
from core.office.correction import Correction
from core.office.department_merge import Merge, MergeCell, Offer
from core.office.register.values import RegisterRow, RegisterSheet
from core.office.register.work import UnknownWord
from core.report.report import Remark, ReviewRound
from gui import dialogs
from gui.dialogs.correction_dialog import CorrectionDialog
from gui.dialogs.department_dialog import MergeDialog, SendDialog
from gui.dialogs.keeping_dialog import BACK, DROP
from gui.dialogs.reason_dialog import ReasonDialog
from gui.dialogs.register_mapping import ColumnsDialog, WordsDialog
from gui.dialogs.return_dialog import PublicationDialog, ReturnDialog
from gui.dialogs.settings_dialog import SettingsDialog
from gui.look.settings import SettingsStore

Made = tuple[QDialog, Callable[[], object]]
"""A dialog, and what fills something in there."""

SHEET = RegisterSheet("", (RegisterRow(1, {1: "登记号", 2: "来的日子"}), RegisterRow(2, {1: "1", 2: "2025-3-5"})))


def reason() -> Made:
    dialog = ReasonDialog(None, "填写说明", "请核对。", ["已核对台账"], "旧的说明")
    return dialog, lambda: dialog.box.setEditText("上年报告多计了一件")


def correction() -> Made:
    dialog = CorrectionDialog([Correction("s5:0", "问题及改进", "原", "现", "", "笔误")])
    return dialog, lambda: dialog.fields["s5:0"].setText("漏报")


def publication() -> Made:
    dialog = PublicationDialog("", "", date(2026, 1, 12))
    return dialog, lambda: dialog.url.setText("https://www.example.gov.cn/1.html")


def returned() -> Made:
    last = ReviewRound(1, "2026-01-10", "", {}, "办公室", "2026-01-11", (Remark("核对第二部分"),))
    dialog = ReturnDialog([last], date(2026, 1, 13), lambda _dialog: None, None)
    return dialog, lambda: dialog.remarks.appendPlainText("再补一条")


def send() -> Made:
    dialog = SendDialog(blocks_of(load_form("2021")), {}, [])
    return dialog, lambda: dialog.boxes[0].setCurrentText("法规股")


def merge() -> Made:
    source: Any = SimpleNamespace(origin=SimpleNamespace(department="法规股"))
    cell = MergeCell("t3.R01.C1", "表三：本年新收", "t3", 3, (Offer(source, 5),))
    dialog = MergeDialog(Merge((source,), (cell,), (), ()), [])
    return dialog, dialog.take_theirs


def columns() -> Made:
    dialog = ColumnsDialog("台账.csv", [SHEET], {})
    return dialog, lambda: dialog.boxes["收到日期"].setCurrentText("来的日子")


def words() -> Made:
    dialog = WordsDialog([UnknownWord("同意给", 3, "")], [])
    return dialog, lambda: dialog.boxes[0].setCurrentIndex(1)


def settings() -> Made:
    files: Any = None
    dialog = SettingsDialog(SettingsStore(), load_form("2021"), files)
    return dialog, lambda: dialog.points.setValue(dialog.points.value() + 1)


KEPT = (settings,)
USED = (reason, correction, publication, returned, send, merge, columns, words)
"""To accept one of these does more than keep what is filled in."""


def opened(qtbot: QtBot, make: Callable[[], Made]) -> Made:
    dialog, fill = make()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog, fill


def escape(dialog: QDialog) -> None:
    QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Escape)


def escaped_twice(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, make: Callable[[], Made], question: str, answers: tuple[object, ...]
) -> tuple[QDialog, list[tuple[object, ...]]]:
    """Fill something in and press Esc twice; the first answer leaves the dialog open. Return what was asked, too."""
    asked: list[tuple[object, ...]] = []
    waiting = iter(answers)

    def ask(_dialog: object, *said: object) -> object:
        asked.append(said)
        return next(waiting)

    monkeypatch.setattr(dialogs, question, ask)
    dialog, fill = opened(qtbot, make)
    fill()
    escape(dialog)
    assert dialog.isVisible()
    escape(dialog)
    return dialog, asked


@pytest.mark.parametrize("make", [*KEPT, *USED])
def test_a_dialog_in_which_nothing_was_filled_in_is_closed_at_once(
    qtbot: QtBot, qapp: QApplication, make: Callable[[], Made]
) -> None:
    dialog, _fill = opened(qtbot, make)
    escape(dialog)
    assert not dialog.isVisible()


@pytest.mark.parametrize("make", KEPT)
def test_what_was_written_is_offered_to_be_kept(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, make: Callable[[], Made]
) -> None:
    dialog, asked = escaped_twice(qtbot, monkeypatch, make, "ask_unsaved", ("cancel", "save"))
    assert asked == [(dialog.windowTitle(),)] * 2
    assert dialog.result() == QDialog.DialogCode.Accepted


@pytest.mark.parametrize("make", USED)
def test_what_was_chosen_is_dropped_only_when_that_is_said(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, make: Callable[[], Made]
) -> None:
    dialog, asked = escaped_twice(qtbot, monkeypatch, make, "confirm", (False, True))
    assert [answers for _title, _question, *answers in asked] == [[DROP, BACK]] * 2
    assert not dialog.isVisible()
    assert dialog.result() == QDialog.DialogCode.Rejected


class Behind(QWidget):
    """A window that counts how often it is given the keyboard."""

    given = 0

    @override
    def activateWindow(self) -> None:
        self.given += 1
        super().activateWindow()


@pytest.mark.parametrize("is_dropped", [True, False])
def test_the_window_behind_has_the_keys_again_once_the_question_closed_the_dialog(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, is_dropped: bool
) -> None:
    monkeypatch.setattr(dialogs, "confirm", lambda *_: is_dropped)
    behind = Behind()
    qtbot.addWidget(behind)
    behind.show()
    dialog = PublicationDialog("", "", date(2026, 1, 12), behind)
    dialog.show()
    dialog.url.setText("https://www.example.gov.cn/1.html")
    dialog.reject()
    assert dialog.isVisible() is not is_dropped
    assert behind.given == int(is_dropped)  # one that goes on keeps them itself
