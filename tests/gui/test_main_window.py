"""The window as a clerk meets it: start page, pages, findings, drafts, reports."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMenu, QStyle
from pytestqt.qtbot import QtBot

from core.base.resources import resource_path
from core.draft.workbook import load_draft
from core.report.report import Report, new_report
from core.validation.validation import Checker
from gui.app import _begin, make_application
from gui.commands.dropped_files import IMPORT
from gui.main_window import MainWindow
from gui.pages.section_pages import SectionPage
from tests.focus import has_focus
from tests.window_fixtures import Answers, commit_text

SAMPLE = resource_path("samples", "示例.xlsx")


def begin(window: MainWindow, qtbot: QtBot) -> None:
    commit_text(window.start.unit, "某某县水利局")
    qtbot.keyClick(window.start.unit, Qt.Key.Key_Return)


def test_a_new_report_begins_with_the_unit_name_and_enter(window: MainWindow, qtbot: QtBot) -> None:
    begin(window, qtbot)
    report = window.session.report
    assert (report.unit, report.year) == ("某某县水利局", 2025)
    assert window.wizard.current.key == "meta"


@pytest.mark.parametrize("field", ["year", "unit_type"])
def test_enter_in_the_other_fields_of_a_new_report_begins_it_too(window: MainWindow, qtbot: QtBot, field: str) -> None:
    commit_text(window.start.unit, "某某县水利局")
    window.start.year.setFocus()
    window.start.year.selectAll()
    qtbot.keyClicks(window.start.year, "2024")
    qtbot.keyClick(getattr(window.start, field), Qt.Key.Key_Return)
    report = window.session.report
    assert (report.unit, report.year) == ("某某县水利局", 2024)


@pytest.mark.parametrize("year", ["２０２４", "２０24"])
def test_a_year_in_wide_digits_is_that_year(window: MainWindow, qtbot: QtBot, year: str) -> None:
    commit_text(window.start.unit, "某某县水利局")
    window.start.year.setFocus()
    window.start.year.selectAll()
    window.start.year.lineEdit().insert(year)
    qtbot.keyClick(window.start.year, Qt.Key.Key_Return)
    assert window.session.report.year == 2024


def test_enter_behind_half_a_year_says_what_is_missing(window: MainWindow, qtbot: QtBot) -> None:
    commit_text(window.start.unit, "某某县水利局")
    window.start.year.setFocus()
    window.start.year.selectAll()
    qtbot.keyClicks(window.start.year, "20")
    qtbot.keyClick(window.start.year, Qt.Key.Key_Enter)
    assert not window.draft.is_open
    assert window.start.complaint.text() == "报告年度请填四位数的年份，2021至2099。"


def test_enter_in_the_year_without_a_unit_name_asks_for_it(window: MainWindow, qtbot: QtBot) -> None:
    window.start.year.setFocus()
    qtbot.keyClick(window.start.year, Qt.Key.Key_Return)
    assert window.start.complaint.text() == "请先填写单位全称，与公章一致。"
    assert has_focus(window.start.unit)


def test_further_files_that_are_given_at_the_start_are_named(window: MainWindow) -> None:
    _begin(window, [str(SAMPLE), "乙.xlsx"])
    assert window.draft.is_open
    assert "没有打开“乙.xlsx”" in window.statusBar().currentMessage()


def test_what_is_no_draft_is_asked_about_at_the_start_as_if_dropped(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    for name in ["公布.pdf", "公布.docx", "公布.xlsx"]:
        path = tmp_path / name
        if path.suffix == ".xlsx":
            openpyxl.Workbook().save(path)
        else:
            path.write_text("某局2025年政府信息公开工作年度报告\n一、总体情况\n全年没有收到申请。\n", encoding="utf-8")
        answers.said.clear()
        _begin(window, [str(path)])
        assert answers.said == [f"打开文件：“{name}”用来做什么？"], name
        assert IMPORT in answers.offered, name
        assert not window.draft.is_open, name


def test_without_a_unit_name_the_start_page_says_what_is_missing(window: MainWindow, qtbot: QtBot) -> None:
    assert (window.start.begin.objectName(), window.start.begin.toolTip()) == ("waits", "先填单位全称")
    qtbot.mouseClick(window.start.begin, Qt.MouseButton.LeftButton)
    assert window.start.complaint.text() == "请先填写单位全称，与公章一致。"
    window.start.unit.setText("某局")
    assert (window.start.begin.objectName(), window.start.begin.toolTip()) == ("primary", "新建2025年度的报告")


def test_every_page_is_reached_by_next_even_though_nothing_is_filled_in(window: MainWindow, qtbot: QtBot) -> None:
    begin(window, qtbot)
    seen = [window.wizard.current.key]
    while window.turns.on.isEnabled() and len(seen) < 20:
        window.wizard.next()
        seen.append(window.wizard.current.key)
        if seen[-1] == "review":
            break
    assert seen == ["meta", "s1", "s2", "s3", "s4", "s5", "s6", "review"]


def test_back_works_after_a_jump_and_keeps_what_was_typed(window: MainWindow, qtbot: QtBot) -> None:
    begin(window, qtbot)
    window.wizard.show_page("s5")
    editor = window.wizard.pages["s5"].blocks["s5"].editor  # type: ignore[attr-defined]
    commit_text(editor, "问题是……")
    window.turns.back.click()
    assert window.wizard.current.key == "s4"
    window.wizard.show_page("s5")
    assert editor.source_text() == "问题是……"
    assert window.session.report.texts["s5"] == "问题是……"


def test_escape_does_not_hide_the_wizard(window: MainWindow, qtbot: QtBot) -> None:
    begin(window, qtbot)
    qtbot.keyClick(window.wizard, Qt.Key.Key_Escape)
    assert window.wizard.isVisible()


def test_a_finding_leads_to_its_words_or_its_cell(window: MainWindow, qtbot: QtBot) -> None:
    window.open_path(SAMPLE)
    window.session.enter("t3.R01.C1", "5")
    findings = window.session.result.findings
    for finding in (findings[0], next(one for one in findings if not one.places)):
        window.wizard.show_page("review")
        window.wizard.review.jump_wanted.emit(finding)
        assert window.wizard.current.key == "s3"
        place = window.wizard.current.place()
        assert place is not None
        assert place in finding.places if finding.places else place.text in finding.cells


def test_the_verdict_line_follows_each_keystroke(window: MainWindow) -> None:
    window.open_path(SAMPLE)
    assert window.toolbar.verdict[2:].startswith("可送审")
    window.session.enter("t3.R01.C1", "5")
    assert window.toolbar.verdict[2:].startswith("有错误：1个错误")
    window.session.catch_up()  # what texts say of it comes once the clerk pauses
    assert window.toolbar.verdict[2:].startswith("有错误：1个错误，1个疑点")
    window.session.undo()
    assert window.toolbar.verdict[2:].startswith("可送审")
    window.session.enter_many({"t2.rules.issued": "", "t3.R01.C1": "5"}, "填写")
    assert window.toolbar.verdict[2:].startswith("有错误：1个错误，未填1格，1个疑点")


def test_a_draft_is_saved_closed_and_opened_again_equal(
    window: MainWindow, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    begin(window, qtbot)
    window.session.enter("t2.fees.amount", "１２．３")
    window.session.set_text("s5", "问题一\n\n改进一")
    answers.save_to = tmp_path / "草 稿.xlsx"
    assert window.save()
    assert window.draft.is_saved
    saved = load_draft(answers.save_to).report
    window.commands.run("close")
    window.open_path(answers.save_to)
    assert window.session.report == saved
    assert window.session.facts.shown("t2.fees.amount") == "12.3"


def test_unsaved_changes_are_asked_about_before_another_report_is_opened(
    window: MainWindow, qtbot: QtBot, answers: Answers
) -> None:
    begin(window, qtbot)
    window.session.enter("t2.penalty.decisions", "3")
    answers.unsaved = "cancel"
    window.open_path(SAMPLE)
    assert window.session.report.unit == "某某县水利局"


def test_a_report_that_cannot_be_checked_leaves_nothing_bound_to_its_file(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(window, qtbot)
    path = Path(shutil.copy(SAMPLE, tmp_path / "不能检查.xlsx"))
    last_year = window.session.last_year

    def fail(_checker: Checker) -> None:
        raise KeyError

    with monkeypatch.context() as during:
        during.setattr(Checker, "levels", fail)
        with pytest.raises(KeyError):
            window.draft.open(path)

    assert window.draft.path is None
    assert window.session.report.unit == "某某县水利局"
    assert window.session.last_year is last_year
    assert not window.draft.is_saved


def test_what_was_done_to_one_report_cannot_be_undone_in_the_next(
    window: MainWindow, qtbot: QtBot, answers: Answers
) -> None:
    begin(window, qtbot)
    window.session.enter("t2.penalty.decisions", "3")
    window.open_path(SAMPLE)
    assert not window.session.open_report.can_undo


def test_saving_the_sample_asks_for_another_place(window: MainWindow, answers: Answers, tmp_path: Path) -> None:
    before = SAMPLE.read_bytes()
    window.open_sample()
    window.session.enter("t2.penalty.decisions", "3")
    answers.save_to = tmp_path / "我的.xlsx"
    assert window.save()
    assert SAMPLE.read_bytes() == before
    assert answers.save_to.exists()


def test_a_review_copy_of_the_sample_is_read_back(window: MainWindow, answers: Answers, tmp_path: Path) -> None:
    window.open_sample()
    answers.save_to = tmp_path / "送审.docx"
    window.wizard.show_page("review")
    window.wizard.review.buttons["review"].click()
    assert answers.save_to.exists()
    assert "已核对：Word 中 200 个数字、六部分文字与填报内容一致" in answers.said[-1]
    assert window.toolbar.verdict[2:].startswith("送审中（第1稿）")


def test_a_report_with_a_blank_makes_no_review_copy_but_a_draft(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    window.open_path(SAMPLE)
    window.session.enter("t3.R25.C1", "")
    answers.save_to = tmp_path / "报告.docx"
    window.wizard.show_page("review")
    window.wizard.review.buttons["review"].click()
    assert not answers.save_to.exists()
    assert "还不能生成送审稿：1格未填。可以先生成草稿。" in answers.said[-1]
    window.wizard.review.buttons["draft"].click()
    assert answers.save_to.exists()


def test_a_file_that_is_no_draft_leaves_the_open_report_alone(
    window: MainWindow, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    begin(window, qtbot)
    for content, word in [(b"no workbook", "草稿"), (b"PK\x03\x04truncated", "损坏"), (b"", "空")]:
        path = tmp_path / "不是草稿.xlsx"
        path.write_bytes(content)
        window.open_path(path)
        assert word in answers.said[-1], word
        assert window.session.report.unit == "某某县水利局", word


def test_zeros_fill_the_blanks_of_one_table_and_one_undo_takes_them_back(window: MainWindow, qtbot: QtBot) -> None:
    begin(window, qtbot)
    window.commands.run("fill_table.2")
    assert len(window.session.report.cells) == 12
    assert window.session.report.log[-1].what == "行政复议、行政诉讼情况表：12个空白格填0"
    window.session.undo()
    assert not window.session.report.cells
    assert not window.session.report.log


def test_nothing_is_said_to_be_filled_in_a_report_that_takes_no_changes(window: MainWindow, answers: Answers) -> None:
    window.open_path(SAMPLE)
    window.session.enter("t3.R25.C1", "")
    window.session.set_read_only(True)
    for command in ("fill", "zero_report"):
        window.commands.run(command)
        assert answers.said.pop().startswith("没有完成：“示例.xlsx”是只读打开的，不能修改")
    assert window.statusBar().currentMessage() == ""


def test_what_is_said_of_one_thing_ends_when_the_next_is_done(window: MainWindow) -> None:
    window.open_path(SAMPLE)
    window.wizard.show_page("s3")

    def said() -> str:
        return window.statusBar().currentMessage()

    window.session.enter("t3.R25.C1", "")
    window.commands.run("fill")
    assert "已把1个空白格填0" in said()
    window.session.catch_up()
    assert said()  # nothing was done
    window.session.enter("t3.R01.C1", "9")
    assert not said()
    window.session.close_edit()
    window.wizard.show_page("s5")
    window.commands.run("undo")
    assert said().startswith("已撤销")  # though the page was turned to what it is about
    window.commands.run("next_page")
    assert not said()
    window.say("注意", 0)
    window.wizard.show_page("s2")
    assert said() == "注意"
    action = next(one for one in window.menuBar().actions() if one.text())
    action.showStatusText(window.menuBar())  # as a menu does that opens: it has nothing to say
    assert said() == "注意"


def test_all_buttons_of_qt_speak_chinese(qapp: QApplication) -> None:
    assert qapp.translate("QPlatformTheme", "Cancel") == "取消"
    assert qapp.translate("QWizard", "&Next") != "&Next"


def test_a_report_of_the_older_format_is_shown_in_its_own_tables(window: MainWindow) -> None:
    window.open_path(SAMPLE)
    window.draft.take(new_report("某某县水利局", "政府部门", 2020, form_id="2019"), None, is_fresh=False)
    for key in window.wizard.pages:
        window.wizard.show_page(key)
    window.commands.run("fill_table.0")
    assert window.session.facts.shown("t2_2019.rules.made") == "0"
    window.session.mark_clean()
    window.open_path(SAMPLE)
    window.wizard.show_page("s2")
    assert window.session.facts.shown("t2.licensing.decisions") == "656"
    window.session.enter("t3.R01.C1", "5")
    assert window.toolbar.verdict[2:].startswith("有错误")


def test_marks_of_different_width_leave_the_names_of_the_pages_below_each_other(window: MainWindow) -> None:
    window.open_sample()
    window.session.enter("t3.R01.C1", "5")
    sections = window.wizard.sections.list
    assert [sections.item(row).text() for row in range(4)] == [
        "基本信息",
        "一、总体情况",
        "二、主动公开",
        "三、依申请公开",
    ]
    image = sections.grab().toImage()
    back = image.pixelColor(1, 1)
    lefts = set()
    for row in (0, 1, 4, 7):  # none of them chosen
        place = sections.visualItemRect(sections.item(row))
        mark_ends = place.left() + 6 + sections.fontMetrics().height()
        inked = [
            x
            for x in range(mark_ends, place.right())
            if any(image.pixelColor(x, y) != back for y in range(place.top() + 6, place.bottom() - 6))
        ]
        lefts.add(min(inked))
    assert max(lefts) - min(lefts) <= 4  # 一 and 基 begin at once, but for the white in the signs themselves


def test_a_file_that_no_program_opens_is_not_passed_over(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    window.open_outside(Path("/文档/年报.docx"))
    window.open_outside(tmp_path)
    said, folder = answers.said
    assert said.startswith("“年报.docx”没有能打开：这台电脑上没有能打开它的程序，或那个程序一启动就出错了。")
    assert "它在：/文档/年报.docx\n" in said
    assert "用 WPS、Office 等程序打开" in said
    assert folder.endswith(f"它在：{tmp_path}\n请在文件管理器的地址栏里输入它来打开。")


@pytest.fixture
def xdg_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], Path]:
    """Put a program in the place of xdg-open that notes what it is given, and ends with a code."""

    def put(code: int) -> Path:
        program, noted = tmp_path / "bin" / "xdg-open", tmp_path / "noted.txt"
        program.parent.mkdir()
        program.write_text(f'#!/bin/sh\n{{ echo "$1"; env; }} > {noted}.part; mv {noted}.part {noted}; exit {code}\n')
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
        return noted

    return put


@pytest.mark.skipif(sys.platform != "linux", reason="what opens files on Linux")
def test_a_program_that_fails_to_open_a_file_is_told(
    window: MainWindow, answers: Answers, xdg_open: Callable[[int], Path], qtbot: QtBot
) -> None:
    noted = xdg_open(3)
    window.open_outside(Path("/文档/年报.docx"))
    qtbot.waitUntil(lambda: bool(answers.said))
    assert noted.read_text(encoding="utf-8").startswith("/文档/年报.docx\n")
    (said,) = answers.said
    assert "（退出码3）" in said
    assert "它在：/文档/年报.docx\n" in said


@pytest.mark.skipif(sys.platform != "linux", reason="what opens files on Linux")
def test_a_program_that_opens_a_file_gets_the_environment_of_the_session(
    qapp: QApplication,
    window: MainWindow,
    answers: Answers,
    xdg_open: Callable[[int], Path],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bundle = {"LD_LIBRARY_PATH": "/opt/_internal", "QT_QPA_PLATFORM": "xcb", "QT_PLUGIN_PATH": "/opt/_internal/plugins"}
    session = {
        "NIANBAO_SESSION": "LD_LIBRARY_PATH QT_QPA_PLATFORM QT_PLUGIN_PATH",
        "NIANBAO_SESSION_QT_QPA_PLATFORM": "dxcb",
    }
    for name, value in {**bundle, **session}.items():
        monkeypatch.setenv(name, value)
    make_application([])
    noted = xdg_open(0)
    window.open_outside(Path("/文档"))
    qtbot.waitUntil(noted.exists)
    got = [line for line in noted.read_text(encoding="utf-8").splitlines() if "_internal" in line or "xcb" in line]
    assert got == ["QT_QPA_PLATFORM=dxcb"]
    qtbot.wait(500)
    assert not answers.said


def test_the_title_of_a_report_without_a_file_follows_the_name_of_the_unit(window: MainWindow) -> None:
    window.commands.opening.new("某局", "", 2025)
    for unit in ("某某局", "清河县某某局"):
        window.session.set_text("meta.unit", unit, is_typing=True)
        assert window.windowTitle().startswith(f"{unit}2025年")


def test_coming_back_to_a_page_of_texts_goes_on_where_the_clerk_was(window: MainWindow, qtbot: QtBot) -> None:
    window.open_sample()
    window.activateWindow()
    window.wizard.show_page("s1")
    page = window.wizard.current
    assert isinstance(page, SectionPage)
    qtbot.waitUntil(page.blocks["lead"].editor.hasFocus)
    editor = page.blocks["s1.platform"].editor
    editor.setFocus()
    cursor = editor.textCursor()
    cursor.setPosition(3)
    editor.setTextCursor(cursor)
    window.wizard.show_page("s3")
    window.wizard.show_page("s1")
    qtbot.waitUntil(editor.hasFocus)
    assert editor.textCursor().position() == 3
    window.wizard.show_page("s3")
    window.draft.take(Report(), None, is_fresh=True)
    window.wizard.show_page("s1")
    qtbot.waitUntil(page.blocks["lead"].editor.hasFocus)


def test_a_menu_higher_than_the_screen_scrolls_and_stays_one_column(window: MainWindow) -> None:
    menu = QMenu(window)
    assert menu.style().styleHint(QStyle.StyleHint.SH_Menu_Scrollable, None, menu)
