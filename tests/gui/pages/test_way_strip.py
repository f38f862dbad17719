"""The way of a report on the last page: the step it is at, and the one button that leads on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from build_scripts.make.sample import sample_report
from core.office import review
from core.office.signoff import note_printed
from core.office.way import Step
from core.report.change import Change
from core.report.report import Report, new_report
from gui import dialogs
from gui.dialogs.return_dialog import PublicationDialog
from gui.main_window import MainWindow
from gui.pages.way_strip import COMMANDS, WayHeads
from tests.window_fixtures import Answers

DAY = date(2026, 1, 10)
DOES: dict[str, Callable[[Report], Change]] = {
    "sent": lambda report: review.submit(report, DAY),
    "printed": lambda report: note_printed(report, DAY),
    "returned": lambda report: review.register_return(report, "办公室", DAY, ["核对许可件数"]),
    "answered": lambda report: review.answer_remarks(report, 1, [("不改", "已核对")]),
    "mended": lambda report: Change.of_cells(report, {"t2.licensing.decisions": 657}),
    "final": lambda report: review.finalise(report, DAY),
    "published": lambda report: review.note_publication(report, "https://www.example.gov.cn", DAY),
    "checked": lambda report: review.note_page_check(report, "", DAY),
    "archived": lambda report: review.note_archive(report, datetime(2026, 1, 12, 9, 30), "1234"),
    "unlocked": lambda report: review.unlock(report, "发现数字有误", DAY),
}


def show(window: MainWindow, *does: str) -> None:
    """Open the sample, do this with it, and show the last page."""
    window.draft.take(sample_report(), None, is_fresh=False)
    for name in does:
        window.session.record(DOES[name](window.session.report))
    window.show_page("review")
    QApplication.processEvents()


def standing_out(window: MainWindow) -> list[str]:
    """The commands, or the words, of the buttons of the page that are painted as the one to be pressed."""
    accent = window.palette().color(QPalette.ColorRole.Highlight)
    buttons: list[QPushButton] = list(window.wizard.findChildren(QPushButton))
    commands = {button: command for command, button in window.wizard.review.strip.buttons.items()}
    shown = [button for button in buttons if button.isVisible()]
    return [commands.get(b, b.text()) for b in shown if b.grab().toImage().pixelColor(8, 6) == accent]


def test_the_step_is_filled_and_one_button_leads_on(window: MainWindow) -> None:
    for does, step, command in [
        ("", "填报", "make.review"),
        ("sent", "送审（第1稿）", "print_signoff"),
        ("sent printed", "送审（第1稿）", "make.final"),
        ("sent printed returned", "退回或签发", "answer_remarks"),
        ("sent printed returned answered", "退回或签发", "make.review"),
        ("sent printed final", "定稿", "note_publication"),
        ("sent printed final published", "公布", "compare_published"),
        ("sent printed final published checked", "公布", "archive"),
        ("sent printed final published archived", "✓ 归档", "verify_archive"),
        ("sent printed final published archived unlocked", "填报", "make.final"),
    ]:
        show(window, *does.split())
        strip = window.wizard.review.strip
        assert strip.heads.names[strip.heads.now] == step, does
        assert strip.heads.accessibleName() == f"报告走到哪一步：{step}", does
        assert standing_out(window) == [command], does
        strip.buttons["make.draft"].setFocus()  # a focused button of a wizard becomes its default one
        QApplication.processEvents()
        assert standing_out(window) == [command], does


def test_what_was_done_is_ticked_and_nothing_else(window: MainWindow) -> None:
    show(window, "sent", "returned", "answered")
    heads = window.wizard.review.strip.heads
    assert heads.names == ["✓ 填报", "✓ 送审（第1稿）", "退回或签发", "定稿", "公布", "归档"]
    show(window, "final")
    assert heads.names == ["✓ 填报", "送审", "退回或签发", "定稿", "公布", "归档"]
    show(window, "sent", "mended", "final", "published")
    assert heads.names == ["✓ 填报", "第1稿之后有改动", "✓ 退回或签发", "✓ 定稿", "公布", "归档"]


def test_while_something_blocks_the_button_leads_to_it(window: MainWindow) -> None:
    window.draft.take(new_report("某某县水利局", "政府部门", 2025), None)
    window.show_page("review")
    assert standing_out(window) == ["next_open"]
    window.session.fill_zeros(window.session.form.entered, "全部")
    assert window.wizard.review.strip.sentence.text().startswith("还不能生成送审稿：3格、7处文字、行政层级未填")
    window.wizard.review.strip.buttons["next_open"].click()
    assert window.wizard.current.key == "s1"


def test_the_page_says_what_is_verified_once_nothing_blocks(window: MainWindow) -> None:
    show(window)
    strip = window.wizard.review.strip
    assert strip.sentence.text() == "可以生成送审稿第1稿。"
    assert strip.proof.text().startswith("已核对：42项勾稽关系都对，文中13处与表中一致，没有空格。")
    window.session.enter("t3.R25.C1", "")
    assert not strip.proof.isVisible()
    assert strip.sentence.text() == "还不能生成送审稿：1格未填。可以先生成草稿。"


def test_a_low_page_says_what_is_verified_in_one_line(window: MainWindow) -> None:
    window.settings.change(points=16)
    window.resize(1280, 649)
    show(window)
    strip = window.wizard.review.strip
    assert not strip.proof.isVisible()
    assert strip.line.isVisible()
    assert strip.line.text().startswith(strip.proof.text().partition("。")[0])
    assert strip.line.toolTip()
    window.session.enter("t3.R25.C1", "")
    assert not strip.line.isVisible()
    window.settings.change(points=10)


def test_nothing_left_to_settle_is_said(window: MainWindow) -> None:
    show(window)
    window.commands.run("next_open")
    assert window.statusBar().currentMessage() == "没有未填的，也没有错误和待核实的疑点"


def test_every_step_but_the_archive_has_one_to_three_commands_and_all_of_them_exist(window: MainWindow) -> None:
    show(window)
    count = {step: sum(of is step for of, _, _ in COMMANDS) for step in Step}
    assert count.pop(Step.ARCHIVE) <= 3
    assert all(1 <= number <= 3 for number in count.values())
    assert {command for _, command, _ in COMMANDS} <= window.menus.actions.keys()


@pytest.mark.parametrize("points", [10, 14])
def test_the_words_of_the_buttons_fit(window: MainWindow, points: int) -> None:
    window.settings.change(points=points)
    show(window)
    for button in window.wizard.review.strip.buttons.values():
        assert button.fontMetrics().horizontalAdvance(button.text()) <= button.width() - 8, button.text()
    window.settings.change(points=10)


def test_a_whole_way_by_the_button_that_stands_out(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only Return on the button of the next step, from the filled report to the publication."""
    show(window)
    answers.save_to = tmp_path / "a.xlsx"
    assert window.save()
    answers.save_to = tmp_path / "a.docx"
    monkeypatch.setattr(window.commands.printing, "preview", lambda _paper, _name: True)
    monkeypatch.setattr(dialogs, "accepted", note_publication)
    pressed = []
    for _ in range(4):
        (command,) = standing_out(window)
        button = window.wizard.review.strip.buttons[command]
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Return)
        QApplication.processEvents()
        pressed.append(command)
    assert pressed == ["make.review", "print_signoff", "make.final", "note_publication"]
    assert window.session.facts.state_word == "已公布"


def note_publication(dialog: QDialog) -> bool:
    assert isinstance(dialog, PublicationDialog)
    dialog.url.setText("https://www.example.gov.cn/1.html")
    return True


def test_the_lists_below_begin_and_end_as_the_steps(window: MainWindow) -> None:
    window.open_sample()
    page = window.wizard.review
    window.wizard.show_page("review")
    for tab, listed in enumerate((page.findings.list, page.claims.tree)):
        page.tabs.setCurrentIndex(tab)
        QApplication.processEvents()
        left = listed.mapTo(page, listed.rect().topLeft()).x()
        assert (left, listed.width()) == (page.strip.x(), page.strip.width())


def test_the_names_of_the_steps_keep_clear_of_the_arrows_in_large_print(qtbot: QtBot) -> None:
    heads = WayHeads()
    qtbot.addWidget(heads)
    heads.setFont(QFont(heads.font().family(), 18))
    heads.show_steps(["✓ 填报", "✓ 送审（第1稿）", "退回或签发", "定稿", "公布", "归档"], 2)
    heads.resize(1090, 48)
    for place, name in enumerate(heads.names):
        assert QFontMetricsF(heads.font_of(place)).horizontalAdvance(name) <= heads.room_of(place).width() + 1
    assert heads.font_of(3).pointSizeF() == 18
    assert heads.font_of(1).pointSizeF() < 18


def test_what_would_do_nothing_yet_looks_so_and_says_what_comes_before(window: MainWindow) -> None:
    def waits() -> dict[str, str]:
        buttons = window.wizard.review.strip.buttons
        assert all(button.isEnabled() for button in buttons.values())  # a click says why
        return {name: button.toolTip() for name, button in buttons.items() if button.objectName() == "waits"}

    window.draft.take(new_report("某某县水利局", "政府部门", 2025), None)
    window.show_page("review")
    assert {"make.review", "make.final", "answer_remarks", "unlock", "note_publication", "archive"} == waits().keys()
    assert waits()["make.review"].startswith("还不能生成送审稿：169格")
    assert (waits()["archive"], waits()["note_publication"]) == ("先登记公布", "先生成定稿")
    show(window)
    assert waits()["next_open"] == "没有未填的，也没有错误和待核实的疑点"
    assert "make.review" not in waits()
    show(window, "sent", "printed", "returned")
    assert "answer_remarks" not in waits()
    show(window, "sent", "printed", "final", "published")
    assert not {"unlock", "note_publication", "archive"} & {
        name for name, button in window.wizard.review.strip.buttons.items() if button.objectName() == "waits"
    }


@pytest.mark.parametrize("width", [853, 1280])
def test_the_buttons_are_equally_high_also_where_words_have_little_room(window: MainWindow, width: int) -> None:
    window.resize(width, 409)
    show(window)
    assert len({button.height() for button in window.wizard.review.strip.buttons.values()}) == 1


def test_the_steps_end_with_the_list_below_them_unless_that_is_far_wider(window: MainWindow) -> None:
    window.resize(1366, 697)
    show(window)
    review = window.wizard.review
    assert abs(review.strip.heads.width() - review.findings.list.width()) <= 2


def test_nothing_moves_where_the_other_list_is_looked_at(window: MainWindow) -> None:
    window.resize(853, 409)
    show(window)
    tops = []
    for tab in range(2):
        window.wizard.review.tabs.setCurrentIndex(tab)
        QApplication.processEvents()
        tops.append((window.wizard.review.tabs.y(), window.wizard.review._lists.y()))
    assert tops[0] == tops[1]
