"""Texts on their pages: beside the table where there is room, as high as what is written, last year's with them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QPainter, QPixmap, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from core.base.resources import resource_path
from core.checks.findings import Finding, Place
from core.draft.workbook import load_draft
from core.report.report import new_report
from gui.look.colours import colours
from gui.look.reveal import scrolled_page
from gui.look.settings import SettingsStore
from gui.main_window import MainWindow
from gui.matrix.paint import MatrixPaint
from gui.pages.section_pages import SectionPage
from gui.pages.table_part import TablePart
from tests.focus import has_focus
from tests.window_fixtures import commit_text, page_of

SAMPLE = resource_path("samples", "示例.xlsx")
SEVERAL_LINES = "甲乙丙丁戊己庚辛壬癸" * 25


def shown(window: MainWindow, key: str) -> SectionPage:
    window.wizard.show_page(key)
    for _ in range(4):  # to be laid out takes more than one round
        QApplication.processEvents()
    page = window.wizard.current
    assert isinstance(page, SectionPage)
    return page


def table_of(page: SectionPage) -> TablePart:
    assert page.tabs is not None
    return page.tabs


def top(widget: QWidget, page: SectionPage) -> int:
    return widget.mapTo(page, widget.rect().topLeft()).y()


def test_texts_stand_with_their_table_in_printed_order_where_there_is_room(window: MainWindow) -> None:
    window.open_sample()
    for size, together in (
        ((1366, 697), {"s2": True, "s3": False, "s4": True}),
        ((2560, 1369), {"s2": True, "s3": True, "s4": True}),
        ((1280, 649), {"s2": True, "s3": False, "s4": True}),
    ):
        window.resize(*size)
        for key, wanted in together.items():
            page = shown(window, key)
            part = table_of(page)
            assert part.is_together == wanted, (size, key)
            assert part.isTabVisible(1) != wanted
            assert part.tabBar().tabRect(0).isEmpty() == wanted  # a tab alone leads nowhere
            if wanted:
                before, after = (block.editor for block in page.blocks.values())
                assert top(before, page) < top(part.matrix.grid, page) < top(after, page)
                for box in (before.viewport(), part.matrix.grid.viewport(), after.viewport()):
                    assert box.visibleRegion().boundingRect() == box.rect(), (size, key)
                assert part.matrix.grid.verticalScrollBar().maximum() == 0
                assert part.matrix.grid.height() == part.matrix.grid.full_height  # no grey field below it


def test_a_text_that_grows_leaves_the_page_as_it_is_until_it_is_shown_again(window: MainWindow) -> None:
    window.open_sample()
    page = shown(window, "s2")
    part, editor = table_of(page), page.blocks["s2"].editor
    editor.setFocus()
    for _ in range(6):
        commit_text(editor, SEVERAL_LINES)
        QApplication.processEvents()
    assert part.is_together
    assert has_focus(editor)
    assert editor.verticalScrollBar().maximum() == 0
    shown(window, "s5")
    assert not table_of(shown(window, "s2")).is_together
    window.session.set_text("s2", "")
    shown(window, "s5")
    assert table_of(shown(window, "s2")).is_together


def test_one_key_goes_between_table_and_text_also_where_they_stand_together(window: MainWindow) -> None:
    window.open_sample()
    page = shown(window, "s4")
    part, editor = table_of(page), page.blocks["s4"].editor
    assert has_focus(part.matrix.grid)
    window.commands.run("switch_part")
    assert has_focus(editor)
    assert page.blocks["s4"].tools.isVisible()
    QTest.keyClick(editor, Qt.Key.Key_Tab)  # as it is printed, the table comes next
    assert has_focus(part.matrix.grid)
    assert not page.blocks["s4"].tools.isVisible()
    editor.setFocus()
    window.commands.run("switch_part")
    assert has_focus(part.matrix.grid)


def test_a_window_that_becomes_small_keeps_the_focus_in_the_text(window: MainWindow) -> None:
    window.open_sample()
    window.session.set_text("s2", SEVERAL_LINES)
    window.resize(1366, 697)
    page = shown(window, "s2")
    assert table_of(page).is_together
    editor = page.blocks["note.t2"].editor
    editor.setFocus()
    window.resize(1366, 630)
    for _ in range(4):
        QApplication.processEvents()
    part = table_of(page)
    assert not part.is_together
    assert part.currentIndex() == part.place_of_texts
    assert has_focus(editor)


def test_larger_print_in_the_table_leaves_no_row_cut(window: MainWindow) -> None:
    window.open_sample()
    part = table_of(shown(window, "s4"))
    for _ in range(3):
        part.matrix.step_zoom(1)
    for _ in range(4):
        QApplication.processEvents()
    assert part.is_together
    assert part.matrix.grid.height() == part.matrix.grid.full_height
    assert part.matrix.grid.verticalScrollBar().maximum() == 0


def test_boxes_are_as_high_as_what_is_written_and_the_page_follows_the_cursor(window: MainWindow, qtbot: QtBot) -> None:
    window.open_sample()
    page = shown(window, "s1")
    editor = page.blocks["s1.manage"].editor
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    before = editor.height()
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    for _ in range(8):
        commit_text(editor, SEVERAL_LINES)
        QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: editor.height() > before + 8 * editor.fontMetrics().lineSpacing())
    qtbot.waitUntil(lambda: editor.viewport().visibleRegion().boundingRect().contains(editor.cursorRect().center()))
    for block in page.blocks.values():
        assert block.editor.verticalScrollBar().maximum() == 0
    window.session.undo()
    window.session.undo()
    window.session.set_text("s1.manage", "")
    for _ in range(4):
        QApplication.processEvents()
    assert editor.height() <= before


def test_a_long_text_that_comes_at_once_leaves_the_cursor_in_view(window: MainWindow, qtbot: QtBot) -> None:
    for key, code in (("s1", "s1.active"), ("s3", "s3")):
        window.draft.take(new_report("某某县水利局", "政府部门", 2025), None)
        page = shown(window, key)
        editor = page.blocks[code].editor
        if page.tabs is not None:
            page.tabs.setCurrentIndex(page.tabs.place_of_texts)
        editor.setFocus()
        qtbot.waitUntil(editor.hasFocus)
        QTest.qWait(60)  # the page is at rest
        commit_text(editor, "\n".join([SEVERAL_LINES] * 8))
        QTest.qWait(60)
        assert editor.height() > 8 * 2 * editor.fontMetrics().lineSpacing()
        assert editor.viewport().visibleRegion().boundingRect().contains(editor.cursorRect())


def test_lines_of_text_stay_short_enough_to_be_read_on_a_large_screen(window: MainWindow) -> None:
    window.open_sample()
    for width, is_whole in ((1000, True), (1920, False), (2560, False)):
        window.resize(width, 1009)
        for key in ("s1", "s5", "s6"):
            page = shown(window, key)
            box = next(iter(page.blocks.values())).editor
            assert (page.width() - box.width() < 60) == is_whole, (key, width)
            assert box.width() < 68 * box.fontMetrics().horizontalAdvance("字")


# ------------------------------------------------------------ last year


def test_one_switch_shows_last_years_numbers_and_texts_and_is_remembered(window: MainWindow) -> None:
    window.open_sample()
    last = load_draft(SAMPLE).report.with_texts({"meta.year": "2024"})
    last = last.with_cells({"t3.R01.C1": 12, "fee.billed": Decimal("30.5")})
    page = shown(window, "s3")
    model, grid = table_of(page).matrix.model, table_of(page).matrix.grid
    cell = grid.visualRect(model.index_of("t3.R01.C1"))
    bare = grid.viewport().grab(cell).toImage()
    window.menus.actions["last_year"].trigger()
    assert "还没有上年报告" in window.statusBar().currentMessage()
    window.session.set_last_year(last)
    assert grid.last_year[model.place_of["t3.R01.C1"]] == "12"
    assert grid.viewport().grab(cell).toImage() != bare
    assert SettingsStore().values.last_year
    fees = shown(window, "s6").fees
    assert fees is not None
    assert fees.last["fee.billed"].text() == "2024年：30.5"
    one = shown(window, "s1").blocks["s1.active"]
    assert one.last_text.isVisible()
    assert one.last_text.verticalScrollBar().maximum() == 0
    one.editor.setFocus()
    one.beside.click()  # the same switch
    assert not one.last_text.isVisible()
    assert not window.menus.actions["last_year"].isChecked()
    assert not grid.last_year
    assert not fees.last["fee.billed"].text()
    assert not SettingsStore().values.last_year


def test_last_years_number_never_touches_the_new_one(qapp: QApplication) -> None:
    picture = QPixmap(200, 22)
    for width, text, is_painted in ((200, "123", True), (40, "123", False), (40, "", True)):
        picture.fill()
        bare = picture.toImage()
        painter = QPainter(picture)
        MatrixPaint(qapp.font(), colours(qapp.palette())).paint_last_year(painter, [((0, 0, width, 22), text, "456")])
        painter.end()
        assert (picture.toImage() != bare) == is_painted


def test_what_can_be_done_with_a_long_text_stays_in_view_at_its_end(window: MainWindow, qtbot: QtBot) -> None:
    window.open_sample()
    window.resize(1366, 697)
    window.session.set_texts({"s1.active": "存在的问题。\n" * 80}, "填写")
    block = shown(window, "s1").blocks["s1.active"]
    window.activateWindow()
    block.editor.setFocus()
    qtbot.waitUntil(block.editor.hasFocus)
    usual = block.tools.geometry()
    block.editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.waitUntil(lambda: block.visibleRegion().boundingRect().top() > 100)
    assert block.tools.visibleRegion().boundingRect() == block.tools.rect()
    commit_text(block.editor, "完")  # which lays the row out anew
    shown(window, "s1")
    assert block.tools.visibleRegion().boundingRect() == block.tools.rect()
    assert block.tools.width() == block.width()  # half a line of the text would be seen beside it
    block.editor.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.waitUntil(lambda: block.tools.geometry() == usual)


@pytest.mark.parametrize("height", [26, 27])
def test_buttons_that_stand_where_they_should_have_nothing_laid_out_again(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, height: int
) -> None:
    """To lay out their row while it is laid out has left the heading where it was, over the text."""
    window.open_sample()
    block = shown(window, "s1").blocks["lead"]
    window.activateWindow()
    block.editor.setFocus()
    qtbot.waitUntil(block.tools.isVisible)
    block.tools.setFixedHeight(height)
    QApplication.processEvents()
    again: list[int] = []
    monkeypatch.setattr(block._head, "activate", lambda: again.append(height))
    for more in (20, 0):
        block.resize(block.width(), block.sizeHint().height() + more)
    assert again == []


def test_enter_presses_what_can_be_done_with_a_text(window: MainWindow) -> None:
    window.open_sample()
    page = shown(window, "s5")
    block = page.blocks["s5"]
    block.editor.setFocus()
    window.session.set_text("s5", "收到 申请１２件,办结。")
    QTest.keyClick(block.editor, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    tidy = block.changing[0]
    for _ in block.changing:
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus is not tidy:
            QTest.keyClick(focus, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert has_focus(tidy)
    QTest.keyClick(tidy, Qt.Key.Key_Return)
    assert window.session.report.texts["s5"] == "收到申请12件，办结。"


def test_what_a_jump_selects_is_not_under_the_row_of_what_can_be_done(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1366, 697)
    window.settings.change(points=18)
    window.open_sample()
    window.session.set_text("lead", SEVERAL_LINES * 6)
    block = window.wizard.pages["s1"].blocks["lead"]  # type: ignore[attr-defined]
    for start in (700, 500, 1200, 300):
        window.wizard.show_page("meta")
        window.show_finding(Finding("", "hint", "", (), (Place("lead", start, start + 60),)))
        qtbot.wait(50)
        lines = []
        for at in (start, start + 60):
            cursor = block.editor.textCursor()
            cursor.setPosition(at)
            lines.append(block.editor.cursorRect(cursor))
        page = scrolled_page(block)
        assert page is not None
        tops = [block.editor.viewport().mapTo(page.viewport(), line.topLeft()).y() for line in lines]
        tools = block.tools.mapTo(page.viewport(), block.tools.rect().topLeft()).y()
        assert tools == 0
        assert min(tops) >= block.tools.height(), start
        assert max(tops) + lines[0].height() <= page.viewport().height()
    window.settings.change(points=10)


def test_a_short_heading_of_a_text_is_never_broken(window: MainWindow) -> None:
    window.open_sample()
    for key, code, name in (("s1", "lead", "引言"), ("s3", "note.t3", "表下注")):
        block = page_of(window, key).blocks[code]
        labels: list[QLabel] = list(block.findChildren(QLabel))
        heading = next(label for label in labels if label.text() == name)
        assert heading.minimumSizeHint().width() >= heading.fontMetrics().horizontalAdvance(name)


def test_a_box_is_in_view_after_a_long_paste_into_it_was_undone(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1280, 680)
    window.commands.opening.new("某县水利局", "政府部门", 2025)
    window.session.set_texts({"s1.active": "一" * 400, "s1.request": "二" * 400}, "")
    window.wizard.show_page("s1")
    editor = page_of(window, "s1").blocks["lead"].editor
    editor.setFocus()
    data = QMimeData()
    data.setText("\n".join(f"第{number}段。{'长' * 80}" for number in range(30)))
    editor.insertFromMimeData(data)
    area = scrolled_page(editor)
    assert area is not None
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > editor.height() // 2)
    qtbot.wait(300)  # all is laid out
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() < 600)
    qtbot.wait(50)
    assert editor.viewport().visibleRegion().boundingRect().contains(editor.cursorRect())


def test_the_first_page_is_no_wider_than_a_narrow_window_also_with_the_panel(window: MainWindow, qtbot: QtBot) -> None:
    """Of a screen of 1366x768 at 150 % 910x512 are left."""
    window.resize(910, 480)
    window.open_sample()
    window.work.fold(is_folded=False)
    window.wizard.show_page("s1")
    block = page_of(window, "s1").blocks["s1.platform"]  # of the longest heading
    block.editor.setFocus()
    area = scrolled_page(block)
    assert area is not None
    qtbot.waitUntil(lambda: block.tools.isVisible())
    qtbot.wait(50)
    assert area.horizontalScrollBar().maximum() == 0
    assert [button.text() for button in block.changing[:2]] == ["整理", "数字"]
    assert block.changing[0].accessibleName() == "整理格式"
    window.resize(1366, 728)
    qtbot.waitUntil(lambda: [b.text() for b in block.changing[:2]] == ["整理格式", "插入表中数字…"])


def _marked(page: SectionPage, code: str) -> list[tuple[str, str]]:
    """Return the stretches with a wave, each with the name of its ink."""
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    marks = page.blocks[code].editor.extraSelections()
    found = [(mark.cursor, mark.format) for mark in marks]  # type: ignore[attr-defined]  # missing in the stubs
    return [(c.selectedText(), look.underlineColor().name()) for c, look in found if look.underlineStyle() == wave]


def test_the_words_that_a_finding_is_about_have_a_wave_in_its_ink(window: MainWindow) -> None:
    window.open_sample()
    session, page = window.session, page_of(window, "s3")
    session.set_text("s3", "本年没有收到政府信息公开申请。")
    session.enter("t3.R01.C1", "9")
    session.catch_up()
    window.wizard.show_page("s3")
    page.switch_part()
    QApplication.processEvents()
    warning = colours(window.palette()).ink("warning").name()
    assert ("没有收到政府信息公开申请", warning) in _marked(page, "s3")
    session.set_text("s3", "收到政府信息公开申请。")
    session.catch_up()
    assert _marked(page, "s3") == []


def test_nothing_is_to_be_tidied_in_an_empty_text_and_its_count_ends_where_the_box_does(window: MainWindow) -> None:
    window.open_sample()
    window.resize(1280, 680)
    window.wizard.show_page("s5")
    block = page_of(window, "s5").blocks["s5"]
    assert block.changing[0].isEnabled()
    assert block._count.text() == f"{block.editor.printed_length()} 字"
    window.session.set_text("s5", "")
    QApplication.processEvents()
    assert not block.changing[0].isEnabled()
    shown = block._count
    painted = shown.grab().toImage()
    places = [(x, y) for x in range(painted.width()) for y in range(painted.height())]
    inked = [x for x, y in places if painted.pixel(x, y) != painted.pixel(0, 0)]
    assert max(inked) >= painted.width() - 4  # though it was as wide as more digits


def test_the_page_is_not_called_twice_and_tells_repetition_in_the_ink_of_its_finding(window: MainWindow) -> None:
    window.open_sample()
    session, page = window.session, page_of(window, "s5")
    last = new_report(session.report.unit, "政府部门", 2024).with_texts({"s5": session.report.texts["s5"]})
    session.set_last_year(last)
    window.wizard.show_page("s5")
    QApplication.processEvents()
    headings: list[QLabel] = list(page.findChildren(QLabel))
    assert sum("存在的主要问题及改进情况" in label.text() for label in headings if label.isVisibleTo(page)) == 1
    repeated = page.blocks["s5"].repeated
    assert repeated.text() == "与上年几乎全部相同"
    scheme = colours(window.palette())
    assert repeated.palette().color(repeated.foregroundRole()) == scheme.ink("warning")
    assert repeated.objectName() != "hint"  # whose ink would win
    session.set_last_year(None)
    assert (repeated.text(), repeated.objectName()) == ("", "hint")


def test_beside_a_lone_text_is_said_what_its_ground_means_and_beside_a_table_where_the_numbers_are(
    window: MainWindow,
) -> None:
    window.open_sample()
    last = new_report(window.session.report.unit, "政府部门", 2024).with_texts({"s5": "问题。"})
    window.session.set_last_year(last)
    window.wizard.show_page("s5")
    window.menus.actions["last_year"].trigger()
    assert window.statusBar().currentMessage() == "左边是本年，右边是上年；有底色的字与上年相同"
    window.menus.actions["last_year"].trigger()
    window.wizard.show_page("s3")
    window.menus.actions["last_year"].trigger()
    assert (
        window.statusBar().currentMessage()
        == "格内右侧的小字是上年的数字（有≠或*的，印的总计与各项相加不同），文字旁边是上年的文字"
    )


def test_the_count_of_the_first_section_says_that_the_lead_is_none_of_it(window: MainWindow) -> None:
    window.open_sample()
    window.wizard.show_page("s1")
    assert "字（不含引言），还可写" in page_of(window, "s1")._parts.limit.text()
