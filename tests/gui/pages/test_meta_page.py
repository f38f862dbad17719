"""基本信息: what is wrong stands below its field, what is asked for is marked, what the name says is proposed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from core.checks.findings import Finding
from gui.look.colours import colours
from gui.look.layout_faults import layout_faults
from gui.main_window import MainWindow
from gui.pages.meta_page import MetaPage
from tests.focus import has_focus
from tests.gui.matrix.matrix_driver import settle
from tests.window_fixtures import commit_text


@pytest.fixture
def page(window: MainWindow) -> MetaPage:
    window.commands.opening.new("青原县水利局", "政府部门", 2025)
    made = window.wizard.pages["meta"]
    assert isinstance(made, MetaPage)
    return made


def labels(page: MetaPage) -> list[str]:
    found: list[QLabel] = list(page.findChildren(QLabel))
    return [label.text() for label in found if label.buddy() is not None]


def test_the_labels_begin_where_the_heading_does(page: MetaPage) -> None:
    QApplication.processEvents()
    found: list[QLabel] = list(page.findChildren(QLabel))
    first = next(label for label in found if label.buddy() is not None)
    assert first.mapTo(page, QPoint()).x() == page.heading.mapTo(page, QPoint()).x()
    assert page.heading.indent() == 0


def test_what_is_wrong_with_a_field_stands_below_it(page: MetaPage, window: MainWindow) -> None:
    window.session.set_text("meta.title", "青原县水利局政府信息公开工作年度报告")  # without its year
    window.session.catch_up()
    mark = page.marks["meta.title"]
    assert mark.isVisible()
    assert mark.text().startswith("！ ")
    assert mark.palette().color(mark.foregroundRole()) == colours(mark.palette()).ink("warning")
    assert mark.text() in page.fields["meta.title"].accessibleDescription()
    window.session.set_text("meta.title", "")
    window.session.catch_up()
    assert not mark.isVisible()


@pytest.mark.parametrize("points", [10, 14])
def test_what_is_said_below_a_field_is_whole_and_does_not_send_to_the_page_it_stands_on(
    window: MainWindow, points: int
) -> None:
    window.settings.change(points=points)
    window.open_sample()
    for code in ("meta.scope", "meta.unit_type"):
        window.session.set_text(code, "")
    window.session.catch_up()
    window.resize(1366, 697)
    window.show_page("meta")
    made = window.wizard.pages["meta"]
    assert isinstance(made, MetaPage)
    settle()
    assert made.marks["meta.scope"].text() == "i 统计范围未选，备案表等材料中是空白，建议选择“本机关”或“汇总”。"
    assert made.marks["meta.unit_type"].text() == "！ 单位类型未选，请选择。"
    assert made.marks["meta.scope"].width() == made.fields["meta.title"].width()  # else it is laid out too low
    assert layout_faults(made) == []


def test_what_is_asked_for_now_or_later_is_marked(page: MetaPage) -> None:
    shown = labels(page)
    assert [text for text in shown if text.endswith("（必填）")] == ["单位全称（必填）", "报告年度（必填）"]
    assert [text for text in shown if text.endswith("（送审前填）")] == ["单位类型（送审前填）", "行政层级（送审前填）"]


def test_the_name_proposes_the_level_and_one_press_takes_it(page: MetaPage, window: MainWindow, qtbot: QtBot) -> None:
    proposal = page.proposals["meta.level"]
    assert (proposal.text(), proposal.isVisible()) == ("填“县级”", True)
    assert "meta.level" not in window.session.report.meta  # nothing is taken unasked
    proposal.setFocus()
    qtbot.keyClick(proposal, Qt.Key.Key_Space)
    assert window.session.report.meta["meta.level"] == "县级"
    assert not proposal.isVisible()
    window.session.set_text("meta.level", "县本级")  # in Excel: none of the choices
    assert proposal.isVisible()
    window.session.undo()
    field = page.fields["meta.level"]
    assert isinstance(field, QComboBox)
    assert field.currentText() == "县级"
    assert has_focus(field)
    window.session.undo()
    assert proposal.isVisible()
    window.session.set_text("meta.unit", "云岭市水利局")  # may be either
    assert not proposal.isVisible()


def test_another_name_proposes_another_type_but_not_against_what_was_chosen_for_it(
    page: MetaPage, window: MainWindow
) -> None:
    session, proposal = window.session, page.proposals["meta.unit_type"]
    texts = {"meta.unit": "方言镇人民政府", "meta.unit_type": "街道办事处"}
    session.replace(session.report.with_texts(texts))  # chosen on the start page
    assert not proposal.isVisible()
    session.set_text("meta.unit", "方言县教育局")
    assert (proposal.text(), proposal.isVisible()) == ("填“政府部门”", True)
    session.set_text("meta.unit", "方言县教育体育局")  # typed on
    assert proposal.isVisible()
    proposal.click()
    assert (session.report.meta["meta.unit_type"], proposal.isVisible()) == ("政府部门", False)
    session.undo()
    session.set_text("meta.unit_type", "街道办事处")  # by hand, for this name
    assert not proposal.isVisible()


def test_a_level_that_the_name_speaks_against_is_asked_about_at_once(page: MetaPage, window: MainWindow) -> None:
    mark = page.marks["meta.level"]
    told = []
    for unit, level in (("石桥镇人民政府", "中央"), ("石桥镇人民政府", "乡镇级"), ("梧江市水利局", "省级")):
        window.session.set_text("meta.unit", unit)
        window.session.set_text("meta.level", level)
        told.append(mark.text() if mark.isVisible() else "")
    assert told == ["i 与单位全称不符，请核对", "", "i 与单位全称不符，请核对"]


def test_fields_of_a_formal_letter_are_folded_until_they_are_used(page: MetaPage, window: MainWindow) -> None:
    number = page.fields["meta.doc_number"]
    assert not number.isVisible()
    assert "发文字号" in page.letters.text()
    window.show_finding(Finding("", "hint", "", cells=("meta.doc_number",)))
    assert number.isVisible()
    assert QApplication.focusWidget() is number
    page.letters.click()
    assert not number.isVisible()
    window.session.replace(window.session.report.with_texts({"meta.doc_number": "青水〔2026〕1号"}))
    assert number.isVisible()


def test_the_start_page_follows_the_name_until_a_type_is_chosen(window: MainWindow) -> None:
    start = window.start
    commit_text(start.unit, "青原县白鹭镇人民政府")
    assert start.unit_type.currentText() == "各级人民政府"
    start.unit_type.activated.emit(0)
    start.unit_type.setCurrentIndex(0)
    commit_text(start.unit, "办公室管理委员会")
    assert start.unit_type.currentIndex() == 0


def test_the_proposed_type_does_not_hang_on_how_the_name_was_typed(window: MainWindow) -> None:
    start = window.start
    begins = start.unit_type.currentText()
    whole = "方言县人民政府办公室"
    for end, says in ((7, "各级人民政府"), (len(whole), begins), (7, "各级人民政府"), (3, begins)):
        start.unit.clear()
        commit_text(start.unit, whole[:end])
        assert start.unit_type.currentText() == says


def test_a_name_longer_than_its_field_is_shown_from_its_beginning(page: MetaPage, window: MainWindow) -> None:
    field = page.fields["meta.unit"]
    assert isinstance(field, QLineEdit)
    field.setFocus()
    QApplication.clipboard().setText("青原县人民政府办公室政务公开与信息化建设管理二科" * 12)
    field.selectAll()
    field.paste()
    page.fields["meta.year"].setFocus()
    window.session.catch_up()
    assert field.cursorPosition() == 0
    assert "重复了12遍" in page.marks["meta.unit"].text()


def test_enter_goes_on_to_the_next_field_that_is_open(page: MetaPage, qtbot: QtBot) -> None:
    page.open_letters(is_open=False)
    open_ones = [field for field in page.fields.values() if field.isVisible()]
    open_ones[0].setFocus()
    for field, following in pairwise(open_ones):
        assert has_focus(field)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert has_focus(following)
    qtbot.keyClick(open_ones[-1], Qt.Key.Key_Enter)
    assert has_focus(open_ones[-1])
    qtbot.keyClick(open_ones[-1], Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert has_focus(open_ones[-2])


def test_what_was_typed_before_enter_is_taken_and_is_one_step(page: MetaPage, window: MainWindow, qtbot: QtBot) -> None:
    phone, author = page.fields["meta.phone"], page.fields["meta.author"]
    for field, typed in ((phone, "65563721"), (author, "zhang")):
        field.setFocus()
        qtbot.keyClicks(field, typed)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.session.report.meta["meta.author"] == "zhang"
    window.session.undo()
    assert "meta.author" not in window.session.report.meta
    assert window.session.report.meta["meta.phone"] == "65563721"


def test_what_is_wrong_with_a_field_has_room_for_all_its_lines(window: MainWindow) -> None:
    window.open_sample()
    window.wizard.show_page("meta")
    page = window.wizard.current
    assert isinstance(page, MetaPage)
    mark = page.marks["meta.unit"]
    mark.setText("请核对这一项。" * 20)
    assert mark.heightForWidth(2000) == mark.heightForWidth(620) > 2 * mark.fontMetrics().height()


def test_each_of_many_marks_is_as_high_as_its_lines(window: MainWindow, qtbot: QtBot) -> None:
    window.open_sample()
    window.wizard.show_page("meta")
    page = window.wizard.current
    assert isinstance(page, MetaPage)
    page.open_letters(is_open=True)
    title = "XX县卫生健康局20XX年政府信息公开工作年度报告（联系人）"
    for code, text in (("meta.title", title), ("meta.website", "（姓名）"), ("meta.addressee", "2026年1月X日")):
        window.session.set_text(code, text)

    qtbot.waitUntil(lambda: page.marks["meta.addressee"].isVisible())
    qtbot.wait(50)  # the form is laid out

    seen = [mark for mark in page.marks.values() if mark.isVisible()]
    assert len(seen) >= 3
    assert [mark.height() for mark in seen] == [mark.heightForWidth(mark.width()) for mark in seen]
    lines = [round(mark.height() / mark.fontMetrics().height()) for mark in seen]
    assert max(lines) == 2
    assert min(lines) == 1


SENTENCE = "2026年，主动公开政府信息92条。请局长审阅。"


def test_what_is_no_year_is_refused_at_once_and_the_report_keeps_its_year(
    page: MetaPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.show_page("meta")
    page.year.setFocus()
    page.year.home(False)
    QApplication.clipboard().setText(SENTENCE)
    page.year.paste()
    mark = page.marks["meta.year"]
    assert (window.session.report.year, window.session.report.meta["meta.year"]) == (2025, "2025")
    assert mark.isVisible()
    assert mark.text() == "✕ “2026年，主动公开政府……”不是四位数的年份，没有采用；报告年度仍是2025年。"
    assert mark.palette().color(mark.foregroundRole()) == colours(mark.palette()).ink("error")
    assert "2025" in window.windowTitle()
    page.fields["meta.title"].setFocus()
    assert page.year.text() == "2025"
    assert mark.isVisible()  # it is still to be read why
    page.year.setFocus()
    page.year.selectAll()
    qtbot.keyClicks(page.year, "202")
    assert not mark.isVisible()  # on the way
    assert window.session.report.year == 2025
    qtbot.keyClicks(page.year, "4")
    assert window.session.report.year == 2024
    page.fields["meta.title"].setFocus()
    assert (page.year.text(), mark.isVisible()) == ("2024", False)


def test_half_a_year_is_put_back_and_undo_takes_away_what_was_refused(
    page: MetaPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.show_page("meta")
    page.year.setFocus()
    page.year.end(False)
    qtbot.keyClick(page.year, Qt.Key.Key_Backspace)
    page.fields["meta.title"].setFocus()
    assert page.year.text() == "2025"
    assert "没有采用" in page.marks["meta.year"].text()
    qtbot.keyClicks(page.fields["meta.title"], "2025")
    assert not page.marks["meta.year"].isVisible()  # it is right again, and something else is typed
    page.fields["meta.title"].clear()
    page.year.setFocus()
    page.year.selectAll()
    commit_text(page.year, "去年")
    qtbot.keyClick(page.year, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (page.year.text(), page.marks["meta.year"].isVisible()) == ("2025", False)
    assert window.session.report.unit == "青原县水利局"  # no step of the report was taken back
    window.session.set_text("meta.year", "去年")  # as Excel may leave it
    window.session.catch_up()
    assert page.marks["meta.year"].text() == "✕ “去年”不是四位数的年份，没有采用；请填报告反映的那一年。"


def test_a_type_chosen_on_the_start_page_for_quite_another_name_is_asked_about(window: MainWindow) -> None:
    start = window.start
    commit_text(start.unit, "方言县人民政府办公室")
    start.unit_type.setCurrentText("街道办事处")
    start.unit_type.activated.emit(start.unit_type.currentIndex())
    start.unit.clear()
    commit_text(start.unit, "方言镇人民政府")
    start.begin.click()
    assert window.session.report.meta["meta.unit_type"] == "街道办事处"
    proposal = window.wizard.meta.proposals["meta.unit_type"]
    assert (proposal.text(), proposal.isVisible()) == ("填“各级人民政府”", True)


def test_a_type_chosen_on_the_start_page_for_this_name_stands(window: MainWindow) -> None:
    start = window.start
    commit_text(start.unit, "方言镇人民政府")
    start.unit_type.setCurrentText("街道办事处")
    start.unit_type.activated.emit(start.unit_type.currentIndex())
    start.begin.click()
    assert not window.wizard.meta.proposals["meta.unit_type"].isVisible()


def test_the_sign_of_a_mark_is_not_cut_at_its_left(window: MainWindow) -> None:
    window.open_sample()
    window.session.set_text("meta.scope", "")
    window.wizard.show_page("meta")
    page = window.wizard.pages["meta"]
    assert isinstance(page, MetaPage)
    mark = page.marks["meta.scope"]
    assert mark.text().startswith("i ")
    image = mark.grab().toImage()
    assert len({image.pixelColor(0, y).rgb() for y in range(image.height())}) == 1  # nothing is painted at the edge


def test_blanks_alone_do_not_hide_what_a_field_says_where_it_is_empty(page: MetaPage, window: MainWindow) -> None:
    page.open_letters(is_open=True)
    empty = [code for code in window.session.form.meta if not window.session.report.meta.get(code)]
    lines = [line for code in empty if isinstance(line := page.fields[code], QLineEdit)]
    for line in lines:
        line.setFocus()
        commit_text(line, " \u3000")
        assert line.text()
        page.fields["meta.unit"].setFocus()
        assert line.text() == ""
    assert len(lines) >= 3
    assert not any(window.session.report.meta.get(code) for code in empty)
