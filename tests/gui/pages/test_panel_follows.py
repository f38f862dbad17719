"""The findings follow the hand: what is chosen is about the cell or text one is in, and what is done leads on."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from build_scripts.sweeps.balanced_reports import balanced_report, with_controls
from core.base.resources import resource_path
from core.checks.findings import Finding
from core.draft.workbook import load_draft
from core.office import review
from gui.look.colours import colours
from gui.main_window import MainWindow
from gui.pages.blank_groups import blank_groups
from gui.pages.findings_panel import FindingsPanel
from tests.focus import has_focus
from tests.window_fixtures import Answers, lines_of, page_of, table_of

SAMPLE = resource_path("samples", "示例.xlsx")
WRONG = {"t3.R01.C1": "14", "t3.R07.C2": "1O", "t3.R25.C4": "2", "t3.R05.C3": "7", "t2.fees.amount": "1234567"}


@pytest.fixture
def panel(window: MainWindow) -> FindingsPanel:
    window.open_sample()
    for code, text in WRONG.items():
        window.session.enter(code, text)
        window.session.close_edit()
    window.session.set_text("s5", "全年新收申请3件，")
    window.work.findings.pause.setInterval(0)
    return window.work.findings


def is_about(finding: Finding | None, code: str) -> bool:
    return finding is not None and (code in finding.cells or code in [place.text for place in finding.places])


def test_the_chosen_finding_is_about_the_current_cell_whenever_that_has_one(
    panel: FindingsPanel, window: MainWindow, qtbot: QtBot
) -> None:
    matrix, rng, met = table_of(window), random.Random(3), 0
    marked = [code for code in matrix.model.table.cells if window.session.facts.level(code)]
    for move in range(200):
        if move % 3:
            matrix.grid.go(rng.choice(["above", "below", "left", "right", "next", "down"]))
        else:
            matrix.grid.select(rng.choice(marked))
        if window.session.facts.level(matrix.current):
            met += 1
            qtbot.waitUntil(lambda: not panel.pause.isActive())
            assert is_about(panel.current(), matrix.current)
            row = panel.list.visualItemRect(panel.list.currentItem())
            assert panel.list.viewport().rect().contains(row.topLeft())
    assert met > 60


def test_what_is_chosen_folds_when_the_hand_goes_on_to_a_place_without_finding(
    panel: FindingsPanel, window: MainWindow, qtbot: QtBot
) -> None:
    matrix = table_of(window)
    matrix.grid.select("t3.R07.C2")
    qtbot.waitUntil(lambda: is_about(panel.current(), "t3.R07.C2"))
    chosen = panel.list.currentRow()
    free = next(c for c in window.session.form.entered if c.startswith("t3.R1") and not window.session.facts.level(c))
    focused = QApplication.focusWidget()
    matrix.grid.select(free)
    qtbot.waitUntil(lambda: panel.current() is None)
    assert not panel.details.isVisible()
    assert QApplication.focusWidget() is focused
    assert matrix.current == free
    panel.step(1)  # goes on from there
    assert panel.list.currentRow() > chosen


def test_a_text_with_a_finding_has_it_chosen_when_it_is_entered(
    panel: FindingsPanel, window: MainWindow, qtbot: QtBot
) -> None:
    editor = page_of(window, "s5").blocks["s5"].editor
    table_of(window)
    page_of(window, "s5")
    qtbot.waitUntil(editor.hasFocus)
    qtbot.waitUntil(lambda: is_about(panel.current(), "s5"))


def test_what_can_be_done_opens_below_the_chosen_finding(
    panel: FindingsPanel, window: MainWindow, qtbot: QtBot
) -> None:
    matrix = table_of(window)
    matrix.grid.select("t3.R07.C2")
    qtbot.waitUntil(lambda: is_about(panel.current(), "t3.R07.C2"))
    details, item = panel.details, panel.list.currentItem()
    assert details.isVisible()
    assert details.parentWidget() is panel.list.viewport()
    assert panel.list.visualItemRect(item).contains(details.geometry().topLeft())
    height = panel.list.height()
    panel.list.setCurrentRow(-1)
    assert not details.isVisible()
    assert panel.list.height() == height  # nothing squeezes the list


def test_blanks_stand_in_the_list_and_are_filled_from_there(panel: FindingsPanel, window: MainWindow) -> None:
    cells = ("t2.rules.issued", "t2.rules.repealed")
    window.session.enter_many(dict.fromkeys(cells, ""), "清空")
    window.session.set_text("s6", "")
    lines = lines_of(panel.list)
    assert "○ 第二部分的表：未填2格" in lines
    assert "○ 第六部分：没有文字" in lines
    panel.list.setCurrentRow(lines.index("○ 第二部分的表：未填2格"))
    panel.details.jump.click()
    assert window.wizard.current.key == "s2"
    assert page_of(window, "s2").matrix.current == cells[0]  # type: ignore[union-attr]
    panel.list.setCurrentRow(lines.index("○ 第二部分的表：未填2格"))
    panel.details.fill.click()
    assert [window.session.report.cells[code] for code in cells] == [0, 0]
    window.session.undo()
    assert cells[0] not in window.session.report.cells


def explain(panel: FindingsPanel) -> QPushButton:
    panel.choose(panel._session.result.open_warnings[0])
    return panel.details.explain


def repair(panel: FindingsPanel) -> QPushButton:
    session = panel._session
    session.replace(with_controls(balanced_report(random.Random(4), density=0.7, largest=80)))
    for code, more in {"t3.R05.C2": 3, "t3.R17.C4": 40}.items():
        session.set_entries({code: int(session.facts.shown(code)) + more}, "填写")
    panel.choose(next(f for f in session.result.findings if "t3.R17.C4" in f.cells and f.repairs))
    return panel.details.repair


def link(panel: FindingsPanel) -> QPushButton:
    session = panel._session
    session.replace(load_draft(SAMPLE).report)
    for text in ("s1.active", "s1.request", "s5"):
        session.set_text(text, "全年新收申请3件。")
    session.catch_up()
    panel.choose(next(f for f in session.result.findings if session.facts.link_repair(f)))
    return panel.details.link


def part(panel: FindingsPanel) -> QPushButton:
    session = panel._session
    session.set_text("s1.request", "收到申请{t3.R01.C7}3件。")
    panel.choose(next(f for f in session.result.findings if f.rule_id == "N-12"))
    session.enter_many({"t3.R01.C1": "77"}, "填写")
    found = next(f for f in session.result.findings if f.rule_id == "N-12")
    number = session.facts.shown("t3.R01.C7")
    assert f"“{number}3”" in found.message
    panel.choose(found)
    assert panel.details.link.text() == f"只留表中数字 {number}"
    return panel.details.link


def fill(panel: FindingsPanel) -> QPushButton:
    panel._session.enter_many({"t2.rules.issued": ""}, "清空")
    rows = [row for row in range(panel.list.count()) if panel.list.item(row).text().startswith("○")]
    panel.list.setCurrentRow(rows[0])
    return panel.details.fill


def remove(panel: FindingsPanel) -> QPushButton:
    session = panel._session
    session.set_text("s3", "本年度未收到政府信息公开申请，无上年结转的申请。")
    panel.choose(next(f for f in session.result.findings if session.facts.stale_sentence(f)))
    return panel.details.remove


@pytest.mark.parametrize("settle", [explain, repair, link, part, fill, remove])
def test_after_something_was_done_the_next_finding_is_chosen_and_has_the_focus(
    panel: FindingsPanel,
    window: MainWindow,
    answers: Answers,
    qtbot: QtBot,
    settle: Callable[[FindingsPanel], QPushButton],
) -> None:
    table_of(window)
    answers.reason = "已核对"
    answers.confirm = True
    button = settle(panel)
    before = window.session.report
    button.click()
    assert window.session.report != before
    qtbot.waitUntil(panel.list.hasFocus)
    assert QApplication.focusWidget() is panel.list
    current = panel.current()
    assert current is not None
    assert current.explained is None


def test_a_double_click_changes_one_finding_only_and_no_button_has_the_focus(
    panel: FindingsPanel, window: MainWindow, qtbot: QtBot
) -> None:
    button, left = link(panel), Qt.MouseButton.LeftButton

    def waiting() -> int:
        return sum(text == "全年新收申请3件。" for text in window.session.report.texts.values())

    QTest.mouseClick(button, left)
    assert waiting() == 2
    assert button.isVisible()  # that of the next finding

    QTest.mouseDClick(button, left)
    QTest.mouseRelease(button, left)
    assert waiting() == 2
    QTest.mouseClick(button, left)
    assert waiting() == 2
    assert QApplication.focusWidget() is panel.list

    qtbot.wait(QApplication.doubleClickInterval() + 50)
    QTest.mouseClick(button, left)
    assert waiting() == 1


def test_a_double_click_marks_a_remark_as_followed_and_not_back_again(
    panel: FindingsPanel, window: MainWindow, qtbot: QtBot
) -> None:
    session, left = window.session, Qt.MouseButton.LeftButton
    session.record(review.register_return(session.report, "王局长", date(2026, 1, 12), ["第五部分不具体"]))
    panel.choose_remark()
    button = panel.details.remark.followed

    def answer() -> str:
        return session.report.rounds[-1].remarks[0].answer

    QTest.mouseClick(button, left)
    QTest.mouseDClick(button, left)
    QTest.mouseClick(button, left)
    assert answer() == "已改"
    qtbot.wait(QApplication.doubleClickInterval() + 50)
    panel.choose_remark()  # the next finding is chosen meanwhile
    QTest.mouseClick(button, left)
    assert answer() == ""


def test_after_a_remark_was_answered_the_next_one_is_chosen_and_a_second_press_does_nothing(
    panel: FindingsPanel, window: MainWindow, qtbot: QtBot
) -> None:
    session = window.session
    remarks = ["引言写错了", "第五部分不具体"]
    session.record(review.register_return(session.report, "王局长", date(2026, 1, 12), remarks))
    texts, page = dict(session.report.texts), window.wizard.current
    panel.choose_remark()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Space):
        if key == Qt.Key.Key_Return and not session.report.rounds[-1].remarks[0].answer:
            panel.details.remark.followed.setFocus()
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)
        chosen = panel.chosen()
        assert isinstance(chosen, review.ToDo)
        assert chosen.remark.text == remarks[1]
        assert has_focus(panel.list)
    assert [remark.answer for remark in session.report.rounds[-1].remarks] == ["已改", ""]
    assert (session.report.texts, window.wizard.current) == (texts, page)
    qtbot.wait(QApplication.doubleClickInterval() + 50)
    panel.details.remark.followed.setFocus()
    QTest.keyClick(panel.details.remark.followed, Qt.Key.Key_Return)
    assert isinstance(panel.chosen(), Finding)
    assert has_focus(panel.list)


def test_undoing_takes_a_mark_back_and_nothing_else(panel: FindingsPanel, window: MainWindow) -> None:
    session, remarks = window.session, ["第五部分不具体", "引言写错了"]
    session.record(review.register_return(session.report, "王局长", date(2026, 1, 12), remarks))
    written = dict(session.report.texts)
    panel.choose_remark()
    QTest.mouseClick(panel.details.remark.followed, Qt.MouseButton.LeftButton)
    assert session.open_report.undo_title == "处理退回意见"

    QTest.keyClick(panel.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert [remark.answer for remark in session.report.rounds[-1].remarks] == ["", ""]
    assert session.report.texts == written
    assert panel.list.item(1).text() == "□ 1．第五部分不具体"
    assert window.statusBar().currentMessage() == "已撤销：意见“第五部分不具体”已改→未处理"
    QTest.keyClick(panel.list, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert [remark.answer for remark in session.report.rounds[-1].remarks] == ["已改", ""]


def test_no_button_that_answers_a_remark_is_cut_in_large_type(panel: FindingsPanel, window: MainWindow) -> None:
    session = window.session
    session.record(review.register_return(session.report, "王局长", date(2026, 1, 12), ["第五部分不具体"]))
    panel.choose_remark()
    panel.details.remark.followed.click()
    font = QApplication.font()
    large = QFont(font)
    large.setPointSize(18)
    QApplication.setFont(large)
    try:
        QApplication.processEvents()
        panel.choose_remark()
        QApplication.processEvents()
        for button in panel.details.remark.buttons:
            assert button.width() >= button.sizeHint().width(), button.text()
            place = button.mapTo(panel.details, QPoint(0, 0))
            assert panel.details.rect().contains(QRect(place, button.size())), button.text()
    finally:
        QApplication.setFont(font)


def test_the_number_of_errors_stays_above_the_list_and_leads_to_the_next(
    panel: FindingsPanel, window: MainWindow
) -> None:
    matrix = table_of(window)
    errors = [finding for finding in window.session.result.findings if finding.level == "error"]
    assert panel.errors.text() == f"下个错误（{len(errors)}）"
    panel.list.setCurrentRow(panel.list.count() - 1)  # the errors may be out of view
    assert panel.errors.isVisible()
    assert panel.errors.palette().buttonText().color() == colours(window.palette()).error
    seen = set()
    for _ in errors:
        panel.errors.click()
        current = panel.current()
        assert current is not None
        assert matrix.current in current.cells or window.wizard.current.key != "s3"
        seen.add(current.key)
    assert seen == {finding.key for finding in errors}
    window.session.replace(load_draft(SAMPLE).report)
    assert (panel.errors.text(), panel.errors.accessibleName()) == ("", "没有错误")
    assert not panel.errors.isEnabled()


def seen(label: QLabel) -> str:
    """What a label says, without what only keeps letters together."""
    return label.text().replace("\u2060", "")


@pytest.mark.parametrize("width", [150, 174])
def test_large_print_tears_nothing_that_is_counted(window: MainWindow, width: int) -> None:
    window.open_sample()
    font = window.font()
    font.setPointSize(13)
    counted = seen(window.wizard.sections._what).splitlines()[0]
    text = QTextLayout(window.wizard.sections._what.text().splitlines()[0], font)
    text.beginLayout()
    ends = []
    while (line := text.createLine()).isValid():
        line.setLineWidth(width)
        ends.append(text.text()[: line.textStart() + line.textLength()].replace("\u2060", ""))
    text.endLayout()
    assert ends == ["其中数字169格、", counted]


def test_what_is_no_number_is_counted_beside_what_is_filled_in(window: MainWindow) -> None:
    window.open_sample()
    what = window.wizard.sections._what
    window.session.enter("t3.R01.C1", "1.5")
    assert seen(what) == "其中数字169格、文字7处、\n基本信息4项；填错1格"
    window.session.enter("t3.R01.C2", "")
    assert what.text().endswith("；填错1格")
    window.session.enter("t3.R01.C1", "")
    assert seen(what) == "其中数字169格、文字7处、\n基本信息4项"


def test_an_empty_lead_is_told_and_led_to_and_holds_nothing_up(window: MainWindow, qtbot: QtBot) -> None:
    window.open_sample()
    session = window.session
    verdict = session.result.verdict
    session.set_text("lead", " ")
    window.wizard.show_page("review")
    shown = window.wizard.review.findings.list
    rows = {shown.item(row).text(): row for row in range(shown.count())}
    assert "○ 引言：没有文字（可不填）" in rows
    assert session.result.verdict == verdict
    assert window.wizard.sections._total.text() == "已填 180／180 项"

    shown.setCurrentRow(rows["○ 引言：没有文字（可不填）"])
    window.wizard.review.findings.details.jump.click()

    qtbot.waitUntil(page_of(window, "s1").blocks["lead"].editor.hasFocus)


def test_the_sentences_count_what_the_list_and_the_left_column_count(window: MainWindow) -> None:
    window.commands.opening.new("某县水利局", "政府部门", 2025)
    window.wizard.show_page("review")
    review = window.wizard.review
    assert review.strip.sentence.text() == "还不能生成送审稿：169格、7处文字、行政层级未填。可以先生成草稿。"
    assert review.verdict == "○ 填写中：未填169格、7处文字、行政层级"
    assert window.wizard.sections._total.text() == f"已填 3／{3 + 169 + 7 + 1} 项"
    asked = [group for group in blank_groups(window.session) if group.is_asked]
    assert sum(len(group.codes) for group in asked) == 169 + 7 + 1


def test_what_the_count_waits_for_stands_in_the_list_with_a_way_to_fill_it(window: MainWindow, qtbot: QtBot) -> None:
    """信息处理费 too; and while it is blank no sentence about it is offered as true."""
    window.commands.opening.new("某县水利局", "政府部门", 2025)
    session, panel = window.session, window.work.findings
    session.fill_zeros(session.form.entered, "")
    session.set_text("meta.level", "县级")
    for code in ("s1.active", "s5"):
        session.set_text(code, "某县水利局2025年主动公开0条。")

    def blanks() -> list[str]:
        lines = lines_of(panel.list)
        return [line for line in lines if line.startswith("○")]

    session.set_text("lead", "某县水利局编制本报告。")
    more = ["○ 第一部分：4处没有文字", "○ 信息处理费：未填3格"]
    qtbot.waitUntil(lambda: blanks() == ["○ 第六部分：没有文字", *more])
    assert window.wizard.sections._total.text() == "已填 172／180 项"
    page = page_of(window, "s6")
    editor = page.blocks["s6"].editor
    assert "填好（没有的填0）后，可按 Ctrl+Enter" in editor.placeholderText()
    rows = [row for row in range(panel.list.count()) if panel.list.item(row).text() == blanks()[-1]]
    panel.list.setCurrentRow(rows[0])
    panel.details.jump.click()
    assert page.fees is not None
    qtbot.waitUntil(page.fees.fields["fee.notices"].hasFocus)
    panel.details.fill.click()
    qtbot.waitUntil(lambda: blanks() == ["○ 第六部分：没有文字", more[0]])
    assert "按 Ctrl+Enter 写入：本年度未发出" in editor.placeholderText()
    session.undo()
    session.set_text("s6", "本年度没有收取信息处理费。")
    qtbot.waitUntil(lambda: blanks() == [more[0]])
    assert window.wizard.sections._total.text() == "已填 176／180 项"


def test_the_count_says_what_it_counts_and_only_grows(window: MainWindow) -> None:
    """One text may tell the whole of a section; what is asked for does not change while it is filled in."""
    window.commands.opening.new("某县水利局", "政府部门", 2025)
    sections = window.wizard.sections

    def count() -> tuple[int, int]:
        filled, required = sections._total.text().removeprefix("已填 ").removesuffix(" 项").split("／")
        return int(filled), int(required)

    assert count() == (3, 180)
    assert seen(sections._what) == "其中数字169格、文字7处、\n基本信息4项"
    window.session.set_text("s1", "某县水利局全年主动公开信息5条。")
    assert count() == (8, 180)
    window.session.set_text("s1.active", "全年主动公开信息5条。")  # the other headings stand empty now
    assert count() == (4, 180)
    window.session.fill_zeros(window.session.form.entered, "")
    for code in ("s1.request", "s1.manage", "s1.platform", "s1.oversight", "s5", "s6"):
        window.session.set_text(code, "没有。")
    assert count() == (179, 180)  # the level is still asked for
    window.session.set_text("meta.level", "县级")
    assert count() == (180, 180)
    window.session.enter("fee.billed", "0")
    assert count() == (180, 180)
    window.session.set_text("s6", "信息处理费{fee.billed}元、{fee.collected}元。")
    assert count() == (179, 180)  # one that the text prints and nobody filled in


def test_what_was_chosen_for_another_page_is_closed_when_the_page_is_turned(window: MainWindow) -> None:
    window.open_sample()
    window.resize(1366, 728)
    window.session.enter_many(WRONG, "")
    window.session.catch_up()
    panel = window.work.findings
    window.wizard.show_page("s3")
    chosen = panel.step(1)
    assert isinstance(chosen, Finding)
    window.work.show_finding(chosen)
    here = window.wizard.current.key
    assert panel.chosen() == chosen
    window.wizard.show_page("s5" if here != "s5" else "s1")
    assert panel.chosen() is None
    following = panel.step(1)
    assert following is not None
    assert following != chosen  # it goes on from there


def test_the_way_to_the_next_error_is_seen_only_where_there_is_one(window: MainWindow) -> None:
    window.open_sample()
    window.resize(1366, 728)
    window.wizard.show_page("s3")
    pin = window.work.findings.errors
    assert not pin.isEnabled()
    blank = pin.grab().toImage()
    assert len({blank.pixel(x, y) for x in range(blank.width()) for y in range(blank.height())}) == 1
    size = pin.size()
    window.session.enter("t3.R07.C2", "1O")
    window.session.catch_up()
    assert (pin.isEnabled(), pin.text(), pin.size()) == (True, "下个错误（1）", size)
