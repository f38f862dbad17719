"""What a question gives to a clerk who only presses Return, and what a written reason takes."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from core.draft.draft_changes import DraftDifference
from core.form.blocks import blocks_of
from core.form.form_reader import load_form
from gui import dialogs
from gui.dialogs.department_dialog import SendDialog
from gui.dialogs.reason_dialog import ReasonDialog
from gui.look import theme

CHANGES = [DraftDifference("依申请公开：本年新收・自然人", "1", "2")]
QUESTIONS: dict[str, tuple[Callable[[], object], object]] = {
    "confirm": (lambda: dialogs.confirm(None, "退回意见未处理", "还有1条。", "仍要生成定稿", "先去处理"), False),
    "changes": (
        lambda: dialogs.choose_with_changes(None, "改动", "", CHANGES, ("现在", "文件"), ("用文件里的", "以后再说")),
        "以后再说",
    ),
    "list": (lambda: dialogs.choose_with_list(None, "找回", "", ["水利局"], ("恢复", "取消")), ("恢复", 0)),
}


def test_a_list_that_asks_has_nothing_chosen_until_the_clerk_does(qtbot: QtBot, qapp: QApplication) -> None:
    pressed: list[bool] = []
    waiting: list[str] = []

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert box is not None
        qtbot.keyClick(box, Qt.Key.Key_Return)
        pressed.append(box.isVisible())
        buttons: list[QPushButton] = list(box.findChildren(QPushButton))
        waiting.extend(button.text() for button in buttons if not button.isEnabled())
        lists: list[QListWidget] = list(box.findChildren(QListWidget))
        (listed,) = lists
        qtbot.keyClick(listed, Qt.Key.Key_Down)
        qtbot.keyClick(box, Qt.Key.Key_Return)

    QTimer.singleShot(0, press)
    lines = ["自然人", "商业企业"]
    assert dialogs.choose_with_list(None, "类别", "", lines, ("采用", "都采用", "取消"), "（请选择）") == ("采用", 0)
    assert pressed == [True]
    assert waiting == ["采用", "都采用"]


@pytest.mark.parametrize("name", QUESTIONS)
def test_return_does_what_loses_nothing(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    def press_return() -> None:
        box = QApplication.activeModalWidget()
        assert box is not None
        qtbot.keyClick(box, Qt.Key.Key_Return)

    ask, answer = QUESTIONS[name]
    QTimer.singleShot(0, press_return)
    assert ask() == answer


def test_a_long_line_of_a_list_is_read_without_scrolling_sideways(qtbot: QtBot, qapp: QApplication) -> None:
    seen: list[tuple[bool, bool]] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert box is not None
        lists: list[QListWidget] = list(box.findChildren(QListWidget))
        (listed,) = lists
        long, short = (listed.visualItemRect(listed.item(row)) for row in range(2))
        seen.append((long.height() > short.height(), listed.horizontalScrollBar().isVisible()))
        qtbot.keyClick(box, Qt.Key.Key_Escape)

    QTimer.singleShot(0, look)
    dialogs.choose_with_list(None, "找回", "", ["云岭市水利局　2025年" * 12, "水利局"], ("恢复", "取消"))
    assert seen == [(True, False)]


def a_reason_dialog(qtbot: QtBot, old: str = "") -> ReasonDialog:
    dialog = ReasonDialog(
        None, "填写说明", "上年结转与上年报告不一致，请核对。" * 20, ["已核对台账", "上年报告有误"], old
    )
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def test_no_reason_is_given_for_the_clerk(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = a_reason_dialog(qtbot)
    assert dialog.reason == ""
    qtbot.keyClick(dialog.box, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.box.setCurrentIndex(1)
    assert dialog.reason == "上年报告有误"
    qtbot.keyClick(dialog.box, Qt.Key.Key_Return)
    assert dialog.result() == ReasonDialog.DialogCode.Accepted


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_reason_is_given_by_ctrl_enter_as_letters_are_sent(qtbot: QtBot, qapp: QApplication, key: Qt.Key) -> None:
    dialog = a_reason_dialog(qtbot)
    edit = dialog.box.lineEdit()
    assert edit is not None
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)  # keys for the whole dialog are for the active window only
    qtbot.keyClick(edit, key, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    dialog.box.setEditText("已电话核实")
    qtbot.keyClick(edit, key, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == ReasonDialog.DialogCode.Accepted


def test_an_old_reason_is_there_again_and_a_long_finding_stays_within_the_window(
    qtbot: QtBot, qapp: QApplication
) -> None:
    dialog = a_reason_dialog(qtbot, "已核对台账")
    assert dialog.reason == "已核对台账"
    assert dialog.ok.isEnabled()
    assert dialog.width() < 700


@pytest.mark.parametrize(("screen", "opened"), [((1920, 1040), (640, 690)), ((911, 480), (640, 440))])
def test_a_dialog_opens_no_larger_than_the_screen(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, screen: tuple[int, int], opened: tuple[int, int]
) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _screen: QSize(*screen))
    dialog = SendDialog(blocks_of(load_form("2021")), {}, [])
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert dialog.size() == QSize(*opened)


@pytest.mark.parametrize("count", [2, 14])
def test_the_list_of_departments_is_as_high_as_its_lines_up_to_a_limit(qtbot: QtBot, count: int) -> None:
    blocks = blocks_of(load_form("2021"))
    dialog = SendDialog(blocks, {block.code: f"第{at % count}科" for at, block in enumerate(blocks)}, [])
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    shown = dialog.departments
    is_whole = shown.verticalScrollBar().maximum() == 0
    assert is_whole == (count == 2)
    assert shown.height() <= 150
    assert not is_whole or shown.viewport().height() - shown.visualItemRect(shown.item(count - 1)).bottom() <= 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_default_button_that_cannot_be_pressed_looks_so(qtbot: QtBot, qapp: QApplication, scheme: str) -> None:
    theme.apply(qapp, scheme=scheme)
    try:
        grounds = []
        for is_default, is_enabled in ((True, True), (True, False), (False, False)):
            button = QPushButton("确定")
            qtbot.addWidget(button)
            button.setDefault(is_default)
            button.setEnabled(is_enabled)
            grounds.append(button.grab().toImage().pixelColor(5, 5).name())
    finally:
        theme.apply(qapp)
    assert grounds[0] != grounds[1] == grounds[2]  # as any other that is off
