"""核对合计: hidden until it is wanted, kept apart, and it names the wrong cell."""

from __future__ import annotations

import random
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from build_scripts.sweeps.balanced_reports import balanced_report
from core.draft.workbook import load_draft
from core.report.report import new_report
from core.report.totals import report_numbers
from gui.look.colours import colours
from gui.main_window import MainWindow
from gui.matrix import paste_preview
from gui.matrix.control_totals import COMPUTED, NAME, PAPER, STATE, ControlModel, ControlTotals
from gui.matrix.paste_preview import PasteChoice
from gui.pages.section_pages import SectionPage
from gui.pages.table_part import CONTROLS, TABLE, TablePart
from tests.focus import has_focus
from tests.window_fixtures import Answers


@pytest.fixture
def page(window: MainWindow) -> SectionPage:
    """Section three of a report with two kinds of applicants, all blanks filled."""
    window.commands.opening.new("某某县水利局", "政府部门", 2025)
    session = window.session
    session.enter_many({"t3.R01.C1": "5", "t3.R03.C1": "3", "t3.R12.C1": "2", "t3.R01.C2": "1", "t3.R04.C2": "1"}, "填")
    session.fill_zeros(session.form.entered, "全部")
    window.wizard.show_page("s3")
    shown = window.wizard.current
    assert isinstance(shown, SectionPage)
    return shown


def parts(page: SectionPage) -> TablePart:
    assert page.tabs is not None
    return page.tabs


def controls(page: SectionPage) -> ControlTotals:
    found = parts(page).controls
    assert found is not None
    return found


def test_the_model_keeps_the_rules_of_qt(page: SectionPage, qtmodeltester: ModelTester) -> None:
    model: QAbstractItemModel = controls(page).model
    qtmodeltester.check(model)


def test_a_table_without_totals_has_no_such_page(window: MainWindow) -> None:
    made = [part for part in QApplication.allWidgets() if isinstance(part, ControlTotals)]
    assert [part.model.codes for part in made if not part.model.codes] == []


def test_the_page_is_hidden_until_it_is_wanted(window: MainWindow, page: SectionPage) -> None:
    assert not parts(page).isTabVisible(CONTROLS)
    window.menus.actions["controls"].trigger()
    assert parts(page).isTabVisible(CONTROLS)
    window.menus.actions["controls"].trigger()
    assert not parts(page).isTabVisible(CONTROLS)


def test_its_key_leads_to_it_and_says_where_it_is_from_a_page_without_a_table(
    window: MainWindow, page: SectionPage
) -> None:
    window.menus.actions["controls"].trigger()
    assert parts(page).currentIndex() == CONTROLS
    assert has_focus(controls(page).view)
    window.menus.actions["controls"].trigger()
    assert parts(page).currentIndex() == TABLE
    assert window.statusBar().currentMessage() == "不再显示“核对合计”"
    window.wizard.show_page("s5")
    window.menus.actions["controls"].trigger()
    assert window.wizard.current.key == "s5"
    assert window.statusBar().currentMessage() == "有合计的表格旁边多了“核对合计”一栏"


def test_a_click_on_its_tab_leads_to_the_first_total_that_is_not_typed(window: MainWindow, page: SectionPage) -> None:
    window.menus.actions["controls"].trigger()
    bar = parts(page).tabBar()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(CONTROLS).center())
    view = controls(page).view
    assert parts(page).currentIndex() == CONTROLS
    assert has_focus(view)
    assert (view.currentIndex().row(), view.currentIndex().column()) == (0, PAPER)


def test_every_total_of_the_table_can_be_typed_and_nothing_else(page: SectionPage) -> None:
    model = controls(page).model
    assert len(model.codes) == 31
    assert model.flags(model.index(0, PAPER)) & Qt.ItemFlag.ItemIsEditable
    assert not model.flags(model.index(0, STATE)) & Qt.ItemFlag.ItemIsEditable


def test_a_total_that_agrees_says_so_and_one_that_does_not_leads_to_the_wrong_cell(
    window: MainWindow, page: SectionPage
) -> None:
    session, model = window.session, controls(page).model
    on_paper = {code: session.facts.shown(code) for code in model.codes}
    for row, code in enumerate(model.codes):
        assert model.setData(model.index(row, PAPER), on_paper[code])
    assert {model.state(code) for code in model.codes} == {"✓ 一致"}
    session.enter("t3.R12.C1", "20")
    session.close_edit()
    assert model.state("t3.R12.C7") == "✕ 不一致"
    worst = next(finding for finding in session.result.findings if finding.repairs)
    assert worst.repairs[0][0].cell == "t3.R12.C1"
    assert worst.repairs[0][0].should_be == 2
    assert "请核对台账" in worst.message


def test_a_paper_total_is_kept_apart_and_one_undo_takes_it_back(window: MainWindow, page: SectionPage) -> None:
    model = controls(page).model
    model.setData(model.index(0, PAPER), "７")
    code = model.codes[0]
    assert window.session.report.controls == {code: 7}
    assert code not in window.session.report.cells
    parts(page).enter(TABLE)
    window.session.undo()
    assert not window.session.report.controls
    assert parts(page).currentIndex() == CONTROLS  # where it stood


def test_what_is_no_number_is_kept_with_the_reason(window: MainWindow, page: SectionPage) -> None:
    model = controls(page).model
    model.setData(model.index(0, PAPER), "1O")
    assert model.index(0, PAPER).data() == "1O"
    assert model.state(model.codes[0]).startswith("✕ ")


def test_enter_goes_on_to_the_next_total(window: MainWindow, page: SectionPage, qtbot: QtBot) -> None:
    window.menus.actions["controls"].trigger()
    for _ in range(3):  # round to where it stands already
        window.wizard.switch_part()
    view = controls(page).view
    assert has_focus(view)
    for number in ("6", "0"):
        qtbot.keyClicks(QApplication.focusWidget(), number)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        qtbot.waitUntil(view.hasFocus)
    assert [window.session.report.controls[code] for code in controls(page).model.codes[:2]] == [6, 0]
    assert view.currentIndex().row() == 2


def test_a_total_that_is_being_typed_is_taken_before_the_draft_is_saved(
    window: MainWindow, page: SectionPage, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    window.menus.actions["controls"].trigger()
    qtbot.keyClicks(QApplication.focusWidget(), "6")
    answers.save_to = tmp_path / "草稿.xlsx"
    window.save()
    code = controls(page).model.codes[0]
    assert load_draft(answers.save_to).report.controls == {code: 6}


def test_a_jump_with_ctrl_held_down_leaves_nothing_else_selected(window: MainWindow, page: SectionPage) -> None:
    window.work.show_controls(is_wanted=True)
    shown = controls(page)
    first, second = shown.model.codes[:2]
    shown.go_to(first)
    window.show()
    QTest.keyPress(shown.view, Qt.Key.Key_Control)
    QTest.keyPress(shown.view, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    shown.go_to(second)
    selected = [(index.row(), index.column()) for index in shown.view.selectedIndexes()]
    assert selected == [(1, PAPER)]


def test_the_heads_of_the_totals_are_whole_in_large_print(window: MainWindow, page: SectionPage) -> None:
    window.settings.change(points=18)
    window.work.show_controls(is_wanted=True)
    parts(page).enter(CONTROLS)
    QApplication.processEvents()
    view = controls(page).view
    for column in (COMPUTED, PAPER):
        assert view.columnWidth(column) >= view.horizontalHeader().sectionSizeHint(column)
    window.settings.change(points=10)


def test_a_total_stands_beside_its_whole_name(window: MainWindow, page: SectionPage) -> None:
    for width, height in [(2560, 1300), (1366, 700), (853, 440)]:
        window.resize(width, height)
        window.work.show_controls(is_wanted=True)
        parts(page).setCurrentIndex(CONTROLS)
        QApplication.processEvents()
        view = controls(page).view
        room = view.columnWidth(NAME) - 4
        for row in range(view.model().rowCount()):
            name = view.model().index(row, NAME).data()
            needed = view.fontMetrics().boundingRect(QRect(0, 0, room, 999), Qt.TextFlag.TextWordWrap, name)
            assert needed.width() <= room, (width, height)
            assert needed.height() <= view.rowHeight(row), name
        assert view.columnViewportPosition(PAPER) <= 500, "the eye slips a row on a longer way"
        assert view.columnViewportPosition(STATE) + view.columnWidth(STATE) <= view.viewport().width(), (width, height)


def test_delete_takes_a_total_away(window: MainWindow, page: SectionPage, qtbot: QtBot) -> None:
    window.menus.actions["controls"].trigger()
    model, view = controls(page).model, controls(page).view
    model.setData(model.index(0, PAPER), "6")
    view.setCurrentIndex(model.index(0, PAPER))
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert window.session.report.controls == {}
    assert has_focus(view)


def test_a_report_that_brings_totals_along_shows_them(window: MainWindow) -> None:
    report = new_report("某某县水利局", "政府部门", 2025)
    report = report.with_cells({"t3.R01.C7": 5})
    window.draft.take(report, None)
    assert window.menus.actions["controls"].isChecked()


def test_a_locked_report_takes_no_totals(window: MainWindow, page: SectionPage) -> None:
    window.session.set_read_only(True)
    model: ControlModel = controls(page).model
    assert not model.flags(model.index(0, PAPER)) & Qt.ItemFlag.ItemIsEditable
    window.session.set_read_only(False)


RECEIVED, RESULTS = "t3.R01.C7", "t3.R24.C2"


@pytest.fixture
def pasted(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> SectionPage:
    """Section three after a whole table was pasted into a fresh report, two of its totals wrong and kept."""
    whole = balanced_report(random.Random(4), density=0.7, largest=80)
    printed = report_numbers(whole)
    printed |= {RECEIVED: printed[RECEIVED] + 2, RESULTS: printed[RESULTS] + 5}
    rows = [[str(printed[f"t3.R{row:02}.C{column}"]) for column in range(1, 8)] for row in range(1, 26)]
    window.commands.opening.new("某某县水利局", "政府部门", 2025)
    window.wizard.show_page("s3")
    shown = window.wizard.current
    assert isinstance(shown, SectionPage)
    assert shown.matrix is not None
    QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in rows))
    monkeypatch.setattr(paste_preview, "ask", lambda *_: PasteChoice(keeps_totals=True))
    shown.matrix.go_to("t3.R01.C1")
    shown.matrix.paste()
    return shown


@pytest.mark.parametrize("right", [True, False])
def test_another_whole_table_brings_its_own_totals_or_none(
    window: MainWindow, pasted: SectionPage, monkeypatch: pytest.MonkeyPatch, right: bool
) -> None:
    before = dict(window.session.report.controls)
    printed = report_numbers(balanced_report(random.Random(5), density=0.7, largest=80))
    printed[RECEIVED] += not right
    rows = [[str(printed[f"t3.R{row:02}.C{column}"]) for column in range(1, 8)] for row in range(1, 26)]
    QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in rows))
    monkeypatch.setattr(paste_preview, "ask", lambda *_: PasteChoice(keeps_totals=not right))
    assert pasted.matrix is not None
    pasted.matrix.paste()
    wrong = [f.cells for f in window.session.result.blocking]
    said = window.statusBar().currentMessage()
    if right:
        assert window.session.report.controls == {}
        assert wrong == []
        assert "144 格，本表原有的 31 个核对合计不再使用" in said
    else:
        assert window.session.report.controls == {code: printed[code] for code in before}
        assert wrong == [(RECEIVED,)]
        assert "31 个合计存为核对合计，本表原有的 31 个核对合计不再使用" in said
    window.session.undo()
    assert window.session.report.controls == before


def test_kept_totals_of_a_paste_show_their_page_at_once(window: MainWindow, pasted: SectionPage) -> None:
    assert window.statusBar().currentMessage().startswith("已粘贴 144 格，31 个合计存为核对合计")
    assert parts(pasted).isTabVisible(CONTROLS)
    assert window.menus.actions["controls"].isChecked()
    window.menus.actions["controls"].trigger()
    assert not parts(pasted).isTabVisible(CONTROLS)
    window.session.undo()
    window.session.redo()
    assert parts(pasted).isTabVisible(CONTROLS)


def test_a_wrong_total_of_paper_leads_to_its_row_and_is_put_right_or_away_with_a_click(
    window: MainWindow, pasted: SectionPage, answers: Answers
) -> None:
    session, panel, view = window.session, window.work.findings, controls(pasted).view
    details = panel.details
    window.menus.actions["controls"].trigger()  # the clerk hid them
    now = session.facts.shown(RECEIVED)
    finding = next(f for f in session.result.blocking if f.cells == (RECEIVED,))
    assert f"纸上的合计是{int(now) + 2}，现在各项相加是{now}" in finding.message
    panel.choose(finding)
    assert f"现为 {int(now) + 2}" not in details.said.text()
    details.jump.click()
    assert parts(pasted).currentIndex() == CONTROLS
    assert view.currentIndex().row() == controls(pasted).model.codes.index(RECEIVED)
    assert has_focus(view)

    assert details.adopt.text() == f"改为现在的合计{now}"
    details.adopt.click()
    assert session.report.controls[RECEIVED] == int(now) + 2  # nobody looked at the paper
    name = session.form.cells[RECEIVED].name
    assert answers.said[-1] == (
        f"改纸上的合计：“{name}”纸上的合计是{int(now) + 2}，各项相加是{now}。\n"
        "请先对照原表；确认是纸上的合计写错了才改。"
    )
    answers.confirm = True
    details.adopt.click()
    assert session.report.controls[RECEIVED] == int(now)
    assert f"纸上{int(now) + 2}，现在{now}" in session.report.log[-1].what
    session.undo()
    assert session.report.controls[RECEIVED] == int(now) + 2
    panel.choose(next(f for f in session.result.blocking if f.cells == (RESULTS,)))
    details.drop.click()
    assert RESULTS not in session.report.controls
    assert [f.cells for f in session.result.blocking] == [(RECEIVED,)]


def test_to_stand_on_a_wrong_total_chooses_its_own_finding(
    window: MainWindow, pasted: SectionPage, qtbot: QtBot
) -> None:
    parts(pasted).enter(CONTROLS)
    page, codes = controls(pasted), controls(pasted).model.codes
    for code in (RESULTS, RECEIVED):
        page.view.setCurrentIndex(page.model.index(codes.index(code), PAPER))
        finding = next(f for f in window.session.result.blocking if f.cells == (code,))
        qtbot.waitUntil(partial(lambda shown, own: shown() == own, window.work.findings.current, finding))
    wrong = page.model.index(codes.index(RECEIVED), STATE)
    assert wrong.data(Qt.ItemDataRole.ForegroundRole) == colours(window.palette()).error


def test_a_number_is_not_to_be_hidden_behind_the_sum_that_it_makes(window: MainWindow, pasted: SectionPage) -> None:
    session, details = window.session, window.work.findings.details
    session.set_entries(
        {RECEIVED: int(session.facts.shown(RECEIVED)), RESULTS: int(session.facts.shown(RESULTS))}, "改"
    )
    session.enter_many({"t3.R12.C1": "999"}, "填写")
    (finding,) = session.result.blocking
    window.work.findings.choose(finding)
    assert finding.cells == ("t3.R12.C1",)
    assert details.repair.isVisible()
    assert not details.adopt.isVisible()
    assert not details.drop.isVisible()


def test_a_finding_of_the_texts_offers_nothing_about_paper(window: MainWindow, pasted: SectionPage) -> None:
    session, details = window.session, window.work.findings.details
    session.set_text("s1.request", "全年收到政府信息公开申请98765件。")
    session.catch_up()
    (finding,) = [f for f in session.result.findings if f.places and RECEIVED in f.cells]
    window.work.findings.choose(finding)
    assert not details.link.isVisible()  # the table may be what is wrong
    assert "请先改好表中的错误。" in details.said.text().splitlines()
    assert not details.adopt.isVisible()
    assert not details.drop.isVisible()
    assert details.jump.text() == "定位到此处"
    window.work.findings.choose(next(f for f in session.result.blocking if f.cells == (RECEIVED,)))
    assert details.adopt.isVisible()
    assert details.drop.isVisible()
    session.set_entries({RECEIVED: int(session.facts.shown(RECEIVED))}, "改")
    (finding,) = [f for f in session.result.findings if f.places and RECEIVED in f.cells]
    window.work.findings.choose(finding)
    assert details.link.isVisible()
    assert "请先改好" not in details.said.text()


def test_a_sum_that_cannot_be_computed_says_so(page: SectionPage, window: MainWindow) -> None:
    model = controls(page).model
    window.session.enter("t3.R07.C2", "1O")
    window.session.close_edit()
    index = model.index(model.codes.index("t3.R07.C7"), COMPUTED)
    assert model.data(index) == "—"
    assert str(model.data(index, Qt.ItemDataRole.AccessibleTextRole)).endswith("计算值：还不能计算")
    assert model.state("t3.R07.C7") == ""
    window.session.enter_many({"t3.R07.C7": "10"}, "填写纸上的合计")
    assert model.state("t3.R07.C7") == "还不能比较：有未填或有误的数字"


def test_the_help_is_about_the_total_of_paper_that_one_is_at(
    page: SectionPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1600, 900)
    window.menus.actions["controls"].setChecked(True)
    window.wizard.show_controls(is_wanted=True)
    parts(page).go_to_control("t3.R07.C7")
    qtbot.waitUntil(lambda: window.work.help.place == "t3.R07")
    parts(page).go_to_control("t3.R12.C7")
    qtbot.waitUntil(lambda: window.work.help.place == "t3.R12")


def test_the_current_total_is_framed_and_stays_readable(window: MainWindow, page: SectionPage) -> None:
    assert page.tabs is not None
    assert page.tabs.controls is not None
    view = page.tabs.controls.view
    page.tabs.controls.start()
    QApplication.processEvents()
    shown, cell = view.viewport().grab().toImage(), view.visualRect(view.currentIndex())
    assert shown.pixelColor(cell.center()) == view.palette().base().color()
    assert shown.pixelColor(cell.left() + 1, cell.center().y()) == view.palette().highlight().color()


def test_the_lines_of_the_totals_are_as_close_as_those_of_the_table(window: MainWindow, page: SectionPage) -> None:
    window.menus.actions["controls"].trigger()
    controls(page).start()
    QApplication.processEvents()
    view = controls(page).view
    assert view.rowHeight(0) < 1.4 * view.fontMetrics().height()
