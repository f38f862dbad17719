"""The manual: followed step by step, opened at the right place, true to the window."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.base.resources import resource_path
from core.draft.workbook import load_draft
from core.form.form_reader import load_form
from gui.dialogs.help_window import AboutDialog, HelpWindow, manual_html
from gui.dialogs.licences_tab import LicencesTab
from gui.dialogs.zero_dialog import ZeroDialog
from gui.main_window import MainWindow
from gui.pages.section_pages import SectionPage
from tests.window_fixtures import Answers, commit_text

MANUAL = resource_path("help", "manual.html")
NAMED = re.compile(r"【([^】]+)】")
TEXTS = {
    "lead": "根据《中华人民共和国政府信息公开条例》编制本报告。统计期限为2025年1月1日至12月31日。",
    "s1.active": "全年主动公开信息20条。",
    "s1.request": "没有收到申请。",
    "s1.manage": "落实先审查后公开。",
    "s1.platform": "维护公开专栏。",
    "s1.oversight": "由一名负责人分管。",
}


PROBLEMS = "存在的主要问题是解读形式单一，公开内容不够丰富。下一步将改进解读方式，丰富公开的形式。"


def plain(name: str) -> str:
    return name.replace("&", "").rstrip("…").strip()


def steps() -> dict[str, str]:
    return dict(re.findall(r'<li id="([^"]+)">(.*?)</li>', MANUAL.read_text("utf-8"), re.DOTALL))


def use(window: MainWindow, name: str) -> None:
    """Do what the manual calls by this name: a button, an entry of a menu, a line of the list, a tab."""
    scope: QWidget = QApplication.activeModalWidget() or window
    buttons: list[QAbstractButton] = list(scope.findChildren(QAbstractButton))
    for button in buttons:
        if button.isVisible() and plain(button.text()) == name:
            button.click()
            return
    for action in window.menus.commands():
        if plain(action.text()) == name:
            action.trigger()
            return
    lists: list[QListWidget] = list(window.findChildren(QListWidget))
    for listed in lists:
        for row in range(listed.count()):
            if listed.isVisible() and listed.item(row).text().endswith(name):
                listed.setCurrentRow(row)
                listed.itemActivated.emit(listed.item(row))
                return
    pytest.fail(f"【{name}】")


def page(window: MainWindow) -> SectionPage:
    shown = window.wizard.current
    assert isinstance(shown, SectionPage)
    return shown


def test_a_clerk_who_follows_the_manual_step_by_step_gets_a_review_copy(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    previewed: list[object] = []
    monkeypatch.setattr("gui.dialogs.preview_print", lambda *a: previewed.append(a))

    def fill_overview() -> None:
        assert page(window).key == "s1"
        for code, text in TEXTS.items():
            commit_text(page(window).blocks[code].editor, text)

    def fill_table2() -> None:
        assert page(window).key == "s2"
        window.session.enter("t2.licensing.decisions", "5")

    def fill_problems() -> None:
        commit_text(page(window).blocks["s5"].editor, PROBLEMS)

    def fill_others() -> None:
        fees = page(window).fees
        assert fees is not None
        for line in fees.fields.values():
            line.setText("0")
            line.textEdited.emit("0")
        commit_text(page(window).blocks["s6"].editor, "本年度没有发出信息处理费收费通知。")

    def tick_two() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ZeroDialog)
        dialog.no_requests.setChecked(True)
        dialog.no_cases.setChecked(True)
        use(window, "填0")

    before: dict[str, Callable[[], object]] = {
        "new": lambda: commit_text(window.start.unit, "某某县水利局"),
        "meta-next": lambda: window.session.set_text("meta.level", "县级"),
        "zero": lambda: QTimer.singleShot(50, tick_two),
        "save": lambda: setattr(answers, "save_to", tmp_path / "草稿.xlsx"),
        "generate": lambda: setattr(answers, "save_to", tmp_path / "送审稿.docx"),
    }
    after: dict[str, Callable[[], object]] = {
        "meta-next": fill_overview,
        "table2": fill_table2,
        "problems": fill_problems,
        "others": fill_others,
    }
    places = {"定位到此格", "定位到此列", "定位到此处", "看表中数字"}  # what is pressed in between
    skipped = {"空白格全部填0", "填0"} | places  # a menu
    for step, words in steps().items():
        before.get(step, lambda: None)()
        for name in NAMED.findall(words):
            if step == "table2" and name == "主动公开情况表":
                after["table2"]()
            if name not in skipped:
                use(window, name)
                QApplication.processEvents()
        if step != "table2":
            after.get(step, lambda: None)()

    window.draft.wait()
    QApplication.processEvents()
    assert (tmp_path / "草稿.xlsx").exists()
    assert (tmp_path / "送审稿.docx").exists(), answers.said
    assert any("已核对" in said for said in answers.said)
    assert previewed
    report = load_draft(tmp_path / "草稿.xlsx").report
    assert len([c for c in report.form.entered if report.cells.get(c) == 0]) == len(report.form.entered) - 1


def test_everything_the_manual_names_is_in_the_window_under_that_name(window: MainWindow) -> None:
    window.open_sample()
    window.session.enter("t3.R01.C1", "5")
    assert all(page.blocks for page in window.wizard.section_pages)  # made when they are first needed
    actions: list[QAction] = list(window.findChildren(QAction))
    buttons: list[QAbstractButton] = list(window.findChildren(QAbstractButton))
    bars: list[QTabBar] = list(window.findChildren(QTabBar))
    offered = {plain(action.text()) for action in actions} | {plain(button.text()) for button in buttons}
    offered |= {"空白格全部填0", "定位到此列", "定位到此处", "填0"}
    offered |= set(window.wizard.sections.names.values())
    for bar in bars:
        offered |= {bar.tabText(number) for number in range(bar.count())}
    named = set(NAMED.findall(MANUAL.read_text("utf-8"))) - {"】里"}
    assert named - offered == set()


def test_every_picture_and_every_link_of_the_manual_leads_somewhere() -> None:
    made = manual_html(load_form("2021"), [])
    pictures = re.findall(r'<img src="([^"]+)" alt="[^"]+" style="max-width: 100%">', made)
    assert len(pictures) == made.count("<img")
    assert all((MANUAL.parent / picture).is_file() for picture in pictures)
    anchors = set(re.findall(r'<a name="([^"]+)"', made))
    assert set(re.findall(r'<a href="#([^"]+)"', made)) <= anchors
    form = load_form("2021")
    assert {"start", "meta", "review", *form.sections} <= anchors
    assert {f"{table.id}.{row}" for table in form.tables.values() for row in table.rows} <= anchors


@pytest.mark.parametrize("width", [820, 560])
def test_the_pictures_of_the_manual_fit_its_page(window: MainWindow, width: int) -> None:
    manual = HelpWindow("填报手册", manual_html(window.session.form, window.menus.commands()), window)
    manual.resize(width, 500)
    manual.show()
    QApplication.processEvents()
    assert manual.view.horizontalScrollBar().maximum() == 0
    manual.close()


def test_f1_opens_the_manual_at_the_cell_and_at_the_page(window: MainWindow) -> None:
    window.commands.run("manual")
    manual = window.commands.help.manual
    assert isinstance(manual, HelpWindow)
    top = manual.view.verticalScrollBar().value()
    window.open_sample()
    window.wizard.show_page("s3")
    matrix = page(window).matrix
    assert matrix is not None
    matrix.go_to("t3.R09.C1")
    assert window.work.help.place == "t3.R09"
    window.commands.run("manual")
    assert manual.view.verticalScrollBar().value() > top
    assert "【" in manual.view.toPlainText()
    window.wizard.show_page("s5")
    assert window.work.help.place == "s5"


def test_a_row_stands_under_the_heading_that_it_has_in_the_form() -> None:
    made = manual_html(load_form("2021"), [])
    order = ("（三）不予公开", "8.属于行政查询事项", "（四）无法提供", "1.本机关不掌握相关政府信息", "（五）不予处理")
    places = [made.index(f"{words}{'：' if words.startswith('（') else ''}</") for words in order]
    assert places == sorted(places)


def test_the_keys_in_the_manual_are_those_of_the_commands(window: MainWindow) -> None:
    window.commands.opening.new("某某县水利局", "政府部门", 2025)
    window.session.enter("t3.R01.C1", "3")
    window.commands.help.show_manual("keys")
    manual = window.commands.help.manual
    assert manual is not None
    text = manual.view.toPlainText()
    for keys, what in (("Ctrl+G", "生成送审稿"), ("F8", "一键填0"), ("Ctrl+H", "查找和替换"), ("F1", "填报手册")):
        assert re.search(rf"{re.escape(keys)}\s+.*{what}", text)
    assert re.search(r"Ctrl\+Z\s撤销\n", text)  # not what would be undone just now
    assert re.search(r"Ctrl\+Shift\+B\s全部三张表空白格填0\n", text)


def test_the_rule_book_opens_with_the_local_rules(window: MainWindow) -> None:
    window.commands.run("rules")
    rules = window.commands.help.rules
    assert rules is not None
    assert "T3-01" in rules.view.toPlainText()


def test_about_tells_version_licences_and_qt(window: MainWindow) -> None:
    from core import __version__

    dialog: QDialog = AboutDialog(window)
    labels: list[QLabel] = list(dialog.findChildren(QLabel))
    texts: list[QPlainTextEdit] = list(dialog.findChildren(QPlainTextEdit))
    words = " ".join([*(label.text() for label in labels), *(text.toPlainText() for text in texts)])
    for expected in (__version__, "LGPL-3.0", "MIT License", "不连接网络"):
        assert expected in words


def test_about_holds_the_licence_of_every_shipped_software_in_full(qapp: QApplication) -> None:
    tab = LicencesTab()
    shown = {}
    for row in range(tab.names.count()):
        tab.names.setCurrentRow(row)
        shown[tab.names.item(row).text()] = tab.text.toPlainText()
    assert [name for name in shown if name.startswith(("Qt 6", "PySide6", "openpyxl", "python-docx"))]
    for name, text in shown.items():
        assert text.startswith(f"{name}\n用途：")
    qt = next(text for name, text in shown.items() if name.startswith("Qt 6"))
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in qt
    assert "用同名文件覆盖" in qt  # how to replace the libraries
    assert "PYTHON SOFTWARE FOUNDATION LICENSE" in next(text for name, text in shown.items() if "CPython" in name)


def test_the_title_of_the_manual_is_on_the_screen(window: MainWindow, qtbot: QtBot) -> None:
    window.showMaximized()
    window.commands.run("manual")
    manual = window.commands.help.manual
    assert manual is not None
    qtbot.waitExposed(manual)
    room = manual.screen().availableGeometry()
    # There is no frame in tests: the room for one is left below
    assert manual.y() >= room.top()
    assert abs((manual.y() - room.top()) - (room.bottom() - manual.y() - manual.height())) in range(38, 43)
