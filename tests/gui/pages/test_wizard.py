"""From page to page, in any order and as often as one likes."""

import random
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from core.base.resources import resource_path
from core.draft.workbook import load_draft
from gui.main_window import MainWindow
from gui.pages.meta_page import MetaPage
from gui.pages.section_pages import SectionPage
from tests.focus import has_focus
from tests.window_fixtures import Answers, commit_text, page_of, tables_of, turn_wheel


def test_jumps_and_steps_in_any_order_lead_where_they_should(window: MainWindow) -> None:
    window.commands.opening.new("某县水利局", "政府部门", 2025)
    wizard = window.wizard
    keys = list(wizard.pages)
    rng = random.Random(7)
    for _ in range(200):
        at = keys.index(wizard.current.key)
        way = rng.choice(["jump", "back", "back", "next"])
        if way == "jump":
            wanted = rng.randrange(len(keys))
            wizard.show_page(keys[wanted])
        elif way == "back":
            wanted = max(at - 1, 0)
            window.turns.back.click()
        else:
            wanted = min(at + 1, len(keys) - 1)
            window.turns.on.click()
        assert wizard.current.key == keys[wanted], way


def test_stepping_back_after_a_jump_leaves_the_history_of_the_wizard_whole(window: MainWindow) -> None:
    """Qt took a page off it at each step, and the program died at the step after the last one."""
    window.commands.opening.new("某县水利局", "政府部门", 2025)
    window.wizard.show_page("review")
    while window.wizard.currentId() > 0:
        window.wizard.turn(-1)
        assert window.wizard.visitedIds() == [window.wizard.currentId()]


def test_undo_and_redo_lead_to_what_they_change_and_name_it(window: MainWindow) -> None:
    window.commands.opening.new("某县水利局", "政府部门", 2025)
    window.wizard.show_page("s3")
    window.session.enter("t3.R05.C2", "9")
    window.session.close_edit()
    window.session.set_text("s1.active", "公开信息3条。")
    window.wizard.show_page("review")

    window.session.undo()
    assert window.wizard.current.key == "s1"
    window.session.undo()
    assert window.wizard.current.key == "s3"
    page = window.wizard.pages["s3"]
    assert isinstance(page, SectionPage)
    assert page.matrix is not None
    assert page.matrix.current == "t3.R05.C2"
    name = window.session.form.cells["t3.R05.C2"].name
    assert window.statusBar().currentMessage() == f"已撤销：{name} 9→空白"
    window.wizard.show_page("meta")
    window.session.redo()
    assert window.statusBar().currentMessage() == f"已重做：{name} 空白→9"
    assert window.wizard.current.key == "s3"


def test_a_line_keeps_what_is_being_composed_when_the_page_is_left(qtbot: QtBot, window: MainWindow) -> None:
    window.commands.opening.new("某县水利局", "政府部门", 2025)
    page = window.wizard.pages["meta"]
    assert isinstance(page, MetaPage)
    line = page.fields["meta.author"]
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    QApplication.sendEvent(line, QInputMethodEvent("张三", []))
    window.wizard.turn(1)
    assert window.session.report.meta["meta.author"] == "张三"


def test_a_page_that_was_turned_to_shows_nothing_of_the_one_before(window: MainWindow, qtbot: QtBot) -> None:
    """The header of table 三 once showed what had stood there on the page before."""
    window.open_path(resource_path("samples", "示例.xlsx"))
    for key in ("s2", "s3", "s4", "s3"):
        window.wizard.show_page(key)
        matrix = next(matrix for matrix in tables_of(window) if matrix.isVisible())
        for part in (matrix.grid.header.viewport(), matrix.grid.viewport()):
            if part.isVisible():
                qtbot.waitUntil(partial(_is_what_is_seen, part, window))


def _is_what_is_seen(part: QWidget, window: MainWindow) -> bool:
    there = part.mapTo(window, QPoint())
    seen = window.grab().copy(there.x(), there.y(), part.width(), part.height())
    return seen.toImage() == part.grab().toImage()


def test_a_fee_stays_as_it_is_typed_until_it_is_left(window: MainWindow) -> None:
    window.commands.opening.new("某某县水利局", "政府部门", 2025)
    window.wizard.show_page("s6")
    page = window.wizard.pages["s6"]
    assert isinstance(page, SectionPage)
    assert page.fees is not None
    line = page.fees.fields["fee.billed"]
    line.setFocus()
    QTest.keyClicks(line, "1,100.05")
    assert line.text() == "1,100.05"
    assert window.session.facts.shown("fee.billed") == "1100.05"
    page.focus_first()
    assert line.text() == "1100.05"
    window.session.undo()
    assert line.text() == ""


def test_enter_goes_on_to_the_next_fee(window: MainWindow) -> None:
    window.commands.opening.new("某某县水利局", "政府部门", 2025)
    window.wizard.show_page("s6")
    fees = page_of(window, "s6").fees
    assert fees is not None
    first, *others = fees.fields.values()
    first.setFocus()
    for line in (first, *others):
        assert has_focus(line)
        QTest.keyClicks(line, "0")
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert has_focus(line)
    assert [window.session.facts.shown(code) for code in fees.fields] == ["0"] * len(fees.fields)


@pytest.mark.parametrize("words", ["本年度未收取信息处理费", "共收费120元，均已上缴。", "无"])
def test_words_pasted_into_a_fee_are_refused_and_the_number_stays(window: MainWindow, words: str) -> None:
    window.commands.opening.new("某某县水利局", "政府部门", 2025)
    window.wizard.show_page("s6")
    fees = page_of(window, "s6").fees
    assert fees is not None
    line = fees.fields["fee.billed"]
    line.setFocus()
    QTest.keyClicks(line, "120")
    line.selectAll()
    QApplication.clipboard().setText(words)
    line.paste()
    assert window.session.facts.shown("fee.billed") == "120"
    assert f"“{words}”没有填入，原来的“120”没有变" in fees.refused.text()
    assert fees.refused.isVisible()
    page_of(window, "s6").focus_first()
    assert line.text() == "120"
    assert fees.refused.isVisible()  # still to be read once the line has its number again
    assert not window.session.result.refused
    line.setFocus()
    QTest.keyClicks(line, "5")
    assert not fees.refused.isVisible()
    QTest.keyClicks(line, "O")  # a slip is kept and judged, as in the tables
    assert window.session.result.refused == ("fee.billed",)


def test_a_click_on_the_last_page_chooses_a_finding_and_a_double_click_goes_there(window: MainWindow) -> None:
    window.commands.opening.new("某某县水利局", "政府部门", 2025)
    window.session.enter("t3.R01.C1", "1O")
    window.session.enter("t4.review.upheld", "x")
    window.wizard.show_page("review")
    panel = window.wizard.review.findings
    panel.step(1)  # the second one
    found = panel.list.currentItem()
    panel.choose(None)
    place = panel.list.visualItemRect(found).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.wizard.current.key == "review"
    chosen = panel.current()
    assert chosen is not None
    panel.list.itemActivated.emit(found)
    assert window.wizard.current.key == "s4"
    beside = window.work.findings.current()
    assert beside is not None
    assert beside.key == chosen.key


def test_undo_reaches_the_whole_report_while_a_line_has_the_focus(window: MainWindow) -> None:
    window.commands.opening.new("某某县水利局", "政府部门", 2025)
    page = window.wizard.pages["meta"]
    assert isinstance(page, MetaPage)
    line = page.fields["meta.contact"]
    line.setFocus()
    QTest.keyClicks(line, "1-2")
    window.commands.run("fill")
    QTest.keySequence(line, QKeySequence(QKeySequence.StandardKey.Undo))
    assert window.session.facts.shown("t2.licensing.decisions") == ""
    assert line.property("text") == "1-2"
    QTest.keySequence(line, QKeySequence(QKeySequence.StandardKey.Undo))
    assert line.property("text") == ""
    QTest.keySequence(line, QKeySequence(QKeySequence.StandardKey.Redo))
    assert window.session.report.meta["meta.contact"] == "1-2"


def test_the_wheel_turns_the_page_and_never_a_choice(window: MainWindow) -> None:
    window.open_sample()
    window.wizard.show_page("meta")
    page = window.wizard.current
    assert isinstance(page, MetaPage)
    before = dict(window.session.report.meta)
    for code in ("meta.unit_type", "meta.scope", "meta.level"):
        turn_wheel(page.fields[code])
    assert window.session.report.meta == before


def test_a_name_pasted_from_two_lines_stands_on_one(window: MainWindow) -> None:
    window.commands.opening.new("某某县水利局", "政府部门", 2025)
    page = window.wizard.pages["meta"]
    assert isinstance(page, MetaPage)
    line = page.fields["meta.unit"]
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QGuiApplication.clipboard().setText("云溪区\r\n市场监督管理局\n")
    line.paste()
    assert line.text() == window.session.report.unit == "云溪区市场监督管理局"
    window.session.undo()
    assert line.text() == "某某县水利局"


class Composer:
    """An input method that holds back what was typed until it is asked for it."""

    def __init__(self, line: QLineEdit, text: str) -> None:
        self._line = line
        self._text = text

    def commit(self) -> None:
        assert has_focus(self._line)
        text, self._text = self._text, ""
        commit_text(self._line, text)


def test_what_an_input_method_holds_back_in_a_line_is_saved_too(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window.commands.opening.new("某县水利局", "政府部门", 2025)
    meta, fees = window.wizard.pages["meta"], window.wizard.pages["s6"]
    assert isinstance(meta, MetaPage)
    assert isinstance(fees, SectionPage)
    assert fees.fees is not None
    contact, notices = meta.fields["meta.contact"], fees.fees.fields["fee.notices"]
    assert isinstance(contact, QLineEdit)
    answers.save_to = tmp_path / "草稿.xlsx"
    for page, line, text in (("meta", contact, "办公室"), ("s6", notices, "８")):
        window.show_page(page)
        window.activateWindow()
        line.setFocus()
        qtbot.waitUntil(line.hasFocus)
        composer = Composer(line, text)
        with monkeypatch.context() as patch:
            patch.setattr(QGuiApplication, "inputMethod", lambda composer=composer: composer)
            assert window.save()
    saved = load_draft(answers.save_to).report
    assert (saved.meta["meta.contact"], saved.cells["fee.notices"]) == ("办公室", 8)


def test_the_open_page_is_marked_again_once_the_list_of_sections_is_left(window: MainWindow, qtbot: QtBot) -> None:
    window.open_sample()
    window.wizard.show_page("s3")
    sections = window.wizard.sections.list
    sections.setFocus()
    shown = sections.currentItem().text()
    qtbot.keyClick(sections, Qt.Key.Key_Up)
    assert sections.currentItem().text() != shown
    window.wizard.current.focus_first()
    assert sections.currentItem().text() == shown
