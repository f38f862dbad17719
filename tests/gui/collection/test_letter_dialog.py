"""退回修改意见 before it goes out, by keys: Return adds an item, Ctrl+Return sends, and a day to answer is named."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.office.collection.decisions import Decision, item_key, own_item
from core.office.collection.desk import UnitResult
from core.office.collection.letters import LetterFacts
from core.office.collection.unit_list import ListedUnit
from gui.collection.letter_dialog import BACK, DROP, KEEP, AllLettersDialog, LetterDialog
from tests.core.office.collection.desk_samples import ITEM
from tests.focus import has_focus
from tests.window_fixtures import Answers, commit_text

TODAY = date(2026, 1, 14)
CTRL = Qt.KeyboardModifier.ControlModifier


def unit() -> UnitResult:
    return UnitResult(ListedUnit("甲局"), items=[ITEM])


def shown(qtbot: QtBot, made: LetterDialog | AllLettersDialog) -> LetterDialog | AllLettersDialog:
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture(autouse=True)
def answered(answers: Answers) -> None:
    """Nobody is there to say whether strikes are kept when a dialog is closed after its test."""


@pytest.fixture
def dialog(qtbot: QtBot, answers: Answers) -> LetterDialog:
    """The dialog; when the test ends it closes over what was changed, which asks."""
    answers.choice = DROP
    made = LetterDialog(unit(), Decision(), LetterFacts(), 1, TODAY)
    shown(qtbot, made)
    return made


def press(widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget.setFocus()
    QTest.keyClick(widget, key, held)
    QApplication.processEvents()


def complaint(dialog: LetterDialog | AllLettersDialog) -> str:
    return dialog._complaint.text()


def test_return_adds_an_item_and_sends_nothing(dialog: LetterDialog) -> None:
    for field in (dialog.text, dialog.place):
        dialog.text.setFocus()
        commit_text(dialog.text, "请写明栏目。")
        press(field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert not dialog.goes_out
    assert [item.check for item in dialog.decision.added] == ["请写明栏目。"] * 2
    assert has_focus(dialog.text)
    for other in (dialog.text, dialog.items, dialog.fields.contact, dialog.fields.answer_by):
        press(other, Qt.Key.Key_Return)
        assert dialog.isVisible()
    assert "请先写另加的意见" in complaint(dialog)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_return_sends_from_anywhere(dialog: LetterDialog, key: Qt.Key) -> None:
    press(dialog.text, key, CTRL)
    assert dialog.goes_out


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_return_sends_all_letters_as_it_sends_one(qtbot: QtBot, key: Qt.Key) -> None:
    made = AllLettersDialog([(unit(), 2)], LetterFacts(), TODAY)
    shown(qtbot, made)
    press(made.units, key, CTRL)
    assert made.result() == AllLettersDialog.DialogCode.Accepted


def test_the_button_sends_where_the_keyboard_is_on_it(dialog: LetterDialog) -> None:
    press(dialog.send, Qt.Key.Key_Return)
    assert dialog.goes_out


def test_what_is_typed_and_not_added_yet_is_seen_before_it_goes_out(dialog: LetterDialog) -> None:
    dialog.text.setFocus()
    commit_text(dialog.text, "请写明")
    press(dialog.text, Qt.Key.Key_Return, CTRL)
    assert dialog.isVisible()
    assert "请看过后再退回" in complaint(dialog)
    press(dialog.text, Qt.Key.Key_Return, CTRL)
    assert dialog.goes_out
    assert [item.check for item in dialog.decision.added] == ["请写明"]


def test_a_day_to_answer_is_named_as_the_letter_prints_it(qtbot: QtBot, dialog: LetterDialog) -> None:
    assert dialog.fields.answer_by.text() == "2026年1月21日"
    assert dialog.fields.facts.answer_by == "2026年1月21日"
    saturday = LetterDialog(unit(), Decision(), LetterFacts(), 1, date(2026, 1, 17))
    kept = LetterDialog(unit(), Decision(), LetterFacts("2026-2-3", "李某"), 1, TODAY)
    over = LetterDialog(unit(), Decision(), LetterFacts("2026年1月10日"), 1, TODAY)
    for made, day in ((saturday, "2026年1月26日"), (kept, "2026年2月3日"), (over, "2026年1月21日")):
        qtbot.addWidget(made)
        assert made.fields.facts.answer_by == day


@pytest.mark.parametrize("is_one", [True, False])
def test_a_day_that_is_over_is_refused(qtbot: QtBot, is_one: bool) -> None:
    one = LetterDialog(unit(), Decision(), LetterFacts(), 1, TODAY)
    made = shown(qtbot, one if is_one else AllLettersDialog([(unit(), 1)], LetterFacts(), TODAY))
    made.fields.answer_by.setDate(QDate(2026, 1, 13))
    made.accept()
    assert made.isVisible()
    assert "报回日期已经过去" in complaint(made)
    made.fields.answer_by.setDate(QDate(2026, 1, 14))
    made.accept()
    assert made.result() == made.DialogCode.Accepted


def test_what_is_typed_is_kept_with_the_changes(dialog: LetterDialog) -> None:
    dialog.text.setFocus()
    commit_text(dialog.text, "请写明栏目。")
    dialog._keep()
    assert [item.check for item in dialog.decision.added] == ["请写明栏目。"]
    assert not dialog.goes_out


@pytest.mark.parametrize(("answer", "is_open", "result"), [(KEEP, False, 1), (DROP, False, 0), (BACK, True, 0)])
def test_escape_asks_before_what_was_struck_is_dropped(
    dialog: LetterDialog, answers: Answers, answer: str, is_open: bool, result: int
) -> None:
    answers.choice = answer
    press(dialog.items, Qt.Key.Key_Space)
    press(dialog.items, Qt.Key.Key_Escape)
    assert answers.said == ["退回修改意见：甲局：划去或另加的意见还没有保存。保存改动不会退回，下次打开还在。"]
    assert (dialog.isVisible(), dialog.result()) == (is_open, result)
    assert not dialog.goes_out
    assert dialog.decision.struck == (item_key(ITEM),)


def test_escape_asks_nothing_where_nothing_is_struck(dialog: LetterDialog, answers: Answers) -> None:
    press(dialog.items, Qt.Key.Key_Space)
    press(dialog.items, Qt.Key.Key_Space)
    press(dialog.items, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert answers.said == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_all_letters_are_sent_with_the_key_that_sends_one(qtbot: QtBot, key: Qt.Key) -> None:
    made = AllLettersDialog([(unit(), 2)], LetterFacts(), TODAY)
    shown(qtbot, made)
    QTest.keyClick(made.units, key, Qt.KeyboardModifier.ControlModifier)
    assert made.result() == made.DialogCode.Accepted


@pytest.mark.parametrize("what", ["units", "contact", "day", ""])
def test_escape_asks_before_what_was_filled_in_for_all_letters_is_dropped(
    qtbot: QtBot, answers: Answers, what: str
) -> None:
    made = AllLettersDialog([(unit(), 2)], LetterFacts(), TODAY)
    shown(qtbot, made)
    if what == "units":
        press(made.units, Qt.Key.Key_Space)
    elif what == "contact":
        commit_text(made.fields.contact, "李某 0000-1234567")
    elif what == "day":
        made.fields.answer_by.setDate(QDate(2026, 2, 3))
    press(made.fields.contact, Qt.Key.Key_Escape)
    assert answers.said == ["全部退回：现在关闭，刚才在这里填的、选的就不保留了。"][: bool(what)]
    assert made.isVisible() == bool(what)
    answers.confirm = True
    made.close()
    assert not made.isVisible()


def test_escape_asks_before_a_typed_item_is_dropped(dialog: LetterDialog, answers: Answers) -> None:
    answers.choice = KEEP
    commit_text(dialog.text, "请写明栏目。")
    press(dialog.text, Qt.Key.Key_Escape)
    assert [item.check for item in dialog.decision.added] == ["请写明栏目。"]
    assert dialog.result() == 1


def test_what_is_only_offered_goes_out_when_it_is_chosen(qtbot: QtBot) -> None:
    offered = own_item("第五部分", "与乙局的第五部分92%相同，请核实。")
    made = LetterDialog(UnitResult(ListedUnit("甲局")), Decision(), LetterFacts(), 1, TODAY, None, [offered])
    shown(qtbot, made)
    press(made.items, Qt.Key.Key_Return, CTRL)
    assert made.isVisible()
    assert "没有要退回的意见" in complaint(made)
    press(made.items, Qt.Key.Key_Space)
    assert made.decision.added == (offered,)
    press(made.items, Qt.Key.Key_Return, CTRL)
    assert made.goes_out
    again = LetterDialog(unit(), made.decision, LetterFacts(), 1, TODAY, None, [offered])
    qtbot.addWidget(again)
    assert [again.items.item(row).checkState() for row in range(again.items.count())] == [Qt.CheckState.Checked] * 2


def test_the_button_counts_the_units_that_are_written_to(qtbot: QtBot) -> None:
    made = AllLettersDialog([(unit(), 2)], LetterFacts(), TODAY)
    shown(qtbot, made)
    assert (made.send.text(), made.send.isEnabled()) == ("退回勾选的（1个单位）", True)
    press(made.units, Qt.Key.Key_Space)
    assert (made.send.text(), made.send.isEnabled()) == ("退回勾选的（0个单位）", False)
    press(made.units, Qt.Key.Key_Return, CTRL)
    assert made.isVisible()  # to nobody nothing is sent
    press(made.units, Qt.Key.Key_Space)
    press(made.units, Qt.Key.Key_Return, CTRL)
    assert made.result() == made.DialogCode.Accepted


def test_the_button_that_sends_stands_out_and_the_one_that_adds_does_not(dialog: LetterDialog) -> None:
    def ground(button: QPushButton) -> str:
        return button.grab().toImage().pixelColor(button.width() // 2, 5).name()

    accent = dialog.palette().color(QPalette.ColorRole.Highlight).name()
    assert ground(dialog.send) == accent
    assert ground(dialog.add) == dialog.palette().color(QPalette.ColorRole.Button).name()
    dialog.items.setFocus()
    edge = dialog.add.grab().toImage().pixelColor(dialog.add.width() // 2, 0).name()
    assert edge == dialog.palette().color(QPalette.ColorRole.Mid).name()  # only one button asks for Enter


@pytest.mark.parametrize("pasted", ["2027-02-30", "13月45日前", "明天"])
def test_what_is_no_day_is_not_taken_for_one(dialog: LetterDialog, pasted: str) -> None:
    before = dialog.fields.facts.answer_by
    QApplication.clipboard().setText(pasted)
    press(dialog.fields.answer_by, Qt.Key.Key_V, CTRL)
    assert dialog.fields.facts.answer_by == before
    assert complaint(dialog).startswith("粘贴的不是日期")
