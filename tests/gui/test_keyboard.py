"""The whole program by keyboard alone: from the start to a 送审稿, and every command of the menus."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from core.checks.findings import Finding, Place
from core.draft.workbook import load_draft, save_draft
from core.report.totals import report_numbers
from core.word.reader import read_report
from gui import dialogs
from gui.main_window import MainWindow
from gui.pages.section_pages import SectionPage
from gui.pages.table_part import TEXTS
from tests.focus import has_focus
from tests.window_fixtures import SAMPLE, Answers, commit_text, in_dialog, page_of, tables_of

MOST_KEYS = 40
MOST_KEYS_OF_A_ZERO_REPORT = 12
BOXES = {name: getattr(dialogs, name) for name in ("ask_to_make", "choose", "inform")}
"""The boxes as they are, to be answered by keys; only files are chosen for the clerk."""
ZERO = (Qt.Key.Key_Space, Qt.Key.Key_Return)
"""Nothing occurred: tick all, and fill."""
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
KEY = Qt.Key


class Keyboard:
    """Presses keys where the focus is, and counts them; words of names and texts are typed free.

    Attributes:
        count: Number of key presses so far.
    """

    def __init__(self, window: MainWindow) -> None:
        self.count = 0
        self._window = window

    def focus(self) -> QWidget:
        """Where keys go; offscreen no window manager gives the focus back when a dialog closes."""
        if QApplication.activeModalWidget() is None and not self._window.isActiveWindow():
            self._window.activateWindow()
        for _ in range(100):  # a dialog that closes gives it back late
            QApplication.processEvents()
            if QApplication.focusWidget() is not None:
                break
            QTest.qWait(20)
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier, times: int = 1) -> None:
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        for _ in range(times):
            QTest.keyClick(self.focus(), key, held)
            QApplication.processEvents()
            self.count += 1

    def number(self, digits: str) -> None:
        for digit in digits:
            self.press(Qt.Key(ord(digit)))

    def write(self, text: str) -> None:
        focus = self.focus()
        for number, paragraph in enumerate(text.split("\n")):
            if number:
                QTest.keyClick(focus, KEY.Key_Return)
            commit_text(focus, paragraph)


@pytest.fixture
def keys(window: MainWindow, answers: Answers, monkeypatch: pytest.MonkeyPatch) -> Keyboard:
    """The keyboard, before which every box opens; ``answers`` only chooses files, each with one key."""
    for name, box in BOXES.items():
        monkeypatch.setattr(dialogs, name, box)
    made = Keyboard(window)

    def choose(path: Path | None) -> Path | None:
        made.count += 1
        return path

    monkeypatch.setattr(dialogs, "ask_open", lambda *_: choose(answers.open_from))
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: choose(answers.save_to))
    return made


def in_boxes(keys: Keyboard, *boxes: tuple[str, tuple[Qt.Key, ...]]) -> None:
    """Answer the boxes that are about to open one after the other; each is known by its title."""
    waiting = list(boxes)

    def answer() -> None:
        title, pressed = waiting[0]
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        if dialog.windowTitle().startswith("正在"):  # nothing is asked
            QTimer.singleShot(20, lambda: in_dialog(answer))
            return
        assert dialog.windowTitle().startswith(title)
        del waiting[0]
        for key in pressed:
            keys.press(key)
        if waiting:
            in_dialog(answer)

    in_dialog(answer)


def test_from_the_start_to_a_review_copy_of_the_sample_within_forty_keys(
    window: MainWindow, answers: Answers, keys: Keyboard, tmp_path: Path
) -> None:
    sample = load_draft(SAMPLE).report
    texts = {code: window_text(sample.texts[code]) for code in sample.texts}

    keys.write("云岭市人力资源和社会保障局高新区分局")
    keys.press(KEY.Key_Return)  # 新建本年报告
    keys.press(KEY.Key_2, ALT)
    for code in ("lead", "s1", "s1.active", "s1.request", "s1.manage", "s1.platform", "s1.oversight"):
        keys.write(texts.get(code, ""))
        if code != "s1.oversight":
            keys.press(KEY.Key_Tab)
    keys.press(KEY.Key_3, ALT)
    keys.press(KEY.Key_Down, times=2)  # 行政许可
    keys.number("656")
    keys.press(KEY.Key_Return)
    keys.press(KEY.Key_T, CTRL)
    keys.write(texts["s2"])
    in_boxes(keys, ("无申请", ZERO))
    keys.press(KEY.Key_F8)
    keys.press(KEY.Key_6, ALT)
    keys.write(texts["s5"])
    answers.save_to = tmp_path / "送审稿.docx"
    # 行政层级 was not chosen: 仍然生成, which is not what Return does
    in_boxes(keys, ("生成送审稿第1稿", (KEY.Key_Tab, KEY.Key_Return)), ("已生成", (KEY.Key_Escape,)))
    keys.press(KEY.Key_G, CTRL)

    assert keys.count <= MOST_KEYS, keys.count
    made = read_report(answers.save_to, "2021")
    expected = {code: str(number) for code, number in report_numbers(sample).items() if sample.form.cells[code].table}
    assert dict(made.numbers) == expected
    print(f"{keys.count} key presses")


def write_prose(keys: Keyboard, unit: str = "") -> None:
    """Write what nobody can write for the clerk; going from text to text belongs to it."""
    beside = keys.count
    sample = load_draft(SAMPLE).report
    texts = {code: window_text(text).replace("656", "0") for code, text in sample.texts.items()}
    texts = {code: text.replace(sample.unit, unit or sample.unit) for code, text in texts.items()}
    keys.press(KEY.Key_2, ALT)
    for code in ("lead", "s1", "s1.active", "s1.request", "s1.manage", "s1.platform", "s1.oversight"):
        keys.write(texts.get(code, ""))
        keys.press(KEY.Key_Tab)
    keys.press(KEY.Key_6, ALT)
    keys.write(
        "公开内容还不够丰富，政策解读形式单一，群众看不懂的情况时有发生。下一步将改进解读方式，按月检查栏目，丰富公开内容。"
    )
    keys.count = beside


def test_a_zero_report_within_twelve_keys_beside_name_and_prose(
    window: MainWindow, answers: Answers, keys: Keyboard, tmp_path: Path
) -> None:
    answers.save_to = tmp_path / "送审稿.docx"
    keys.write("青原县水利局")
    keys.press(KEY.Key_Return)  # 新建本年报告
    keys.press(KEY.Key_Tab)
    keys.press(KEY.Key_Space)  # 行政层级, as the name says
    assert window.session.report.meta["meta.level"] == "县级"
    in_boxes(keys, ("无申请", ZERO))
    keys.press(KEY.Key_F8)
    write_prose(keys, "青原县水利局")
    window.session.catch_up()
    assert not [finding.message for finding in window.session.result.open_warnings]
    in_boxes(keys, ("已生成", (KEY.Key_Escape,)))
    keys.press(KEY.Key_G, CTRL)
    assert answers.save_to.exists()
    assert [made.number for made in window.session.report.rounds] == [1]
    assert keys.count <= MOST_KEYS_OF_A_ZERO_REPORT, keys.count
    print(f"{keys.count} key presses beside name and prose")


def test_a_zero_report_from_last_years_draft_within_twelve_keys_beside_the_prose(
    window: MainWindow, answers: Answers, keys: Keyboard, tmp_path: Path
) -> None:
    """Last year's draft is in the list of recent ones and offered by itself."""
    former = tmp_path / "上年.xlsx"
    save_draft(load_draft(SAMPLE).report.with_texts({"meta.year": "2024"}), former)
    window.open_path(former)
    window.commands.run("close")
    window.draft.wait()
    window.start.refresh(date(2026, 1, 12))
    answers.save_to = tmp_path / "送审稿.docx"

    in_boxes(keys, ("从上年报告新建", (KEY.Key_Return,)), ("已新建", (KEY.Key_Return,)))
    keys.press(KEY.Key_N, CTRL, Qt.KeyboardModifier.ShiftModifier)
    assert window.session.report.year == 2025
    in_boxes(keys, ("无申请", ZERO))
    keys.press(KEY.Key_F8)
    write_prose(keys)
    in_boxes(keys, ("已生成", (KEY.Key_Escape,)))
    keys.press(KEY.Key_G, CTRL)
    assert answers.save_to.exists()
    assert [made.number for made in window.session.report.rounds] == [1]
    assert not window.session.result.open_warnings
    assert keys.count <= MOST_KEYS_OF_A_ZERO_REPORT, keys.count
    print(f"{keys.count} key presses beside the prose")


def test_table_three_is_typed_with_one_key_a_cell_and_pasted_with_two(window: MainWindow, keys: Keyboard) -> None:
    window.commands.opening.new("某县水利局", "政府部门", 2025)
    window.wizard.show_page("s3")
    matrix = tables_of(window)[1]
    cells = [code for code in matrix.model.table.cells if not window.session.form.cells[code].is_derived]
    matrix.grid.select(cells[0])
    for _ in cells:
        QTest.keyClick(keys.focus(), KEY.Key_0)
        keys.press(KEY.Key_Return)
    assert [window.session.report.cells.get(code) for code in cells] == [0] * len(cells)
    assert keys.count == len(cells) == 144

    matrix.grid.selectAll()
    QGuiApplication.clipboard().clear()
    keys.press(KEY.Key_C, CTRL)
    window.session.enter_many(dict.fromkeys(cells, ""), "清空")
    matrix.grid.select(cells[0])
    keys.count = 0
    in_boxes(keys, ("粘贴", (KEY.Key_Return,)))
    keys.press(KEY.Key_V, CTRL)
    assert [window.session.report.cells.get(code) for code in cells] == [0] * len(cells)
    assert keys.count == 2


def window_text(source: str) -> str:
    """The text as a clerk types it: numbers as digits, all of them 0 or 656 in the sample."""
    import re

    return re.sub(r"\{([^}]+)\}", lambda m: "656" if m[1] == "t2.licensing.decisions" else "0", source)


def test_every_menu_opens_by_its_letter_and_no_letter_serves_two(window: MainWindow) -> None:
    titles = [action.text() for action in window.menuBar().actions()]
    letters = [title[title.index("&") + 1] for title in titles]
    assert len(letters) == len(set(letters)) == len(titles)


def test_no_two_commands_have_the_same_keys(window: MainWindow) -> None:
    actions = global_actions(window)
    keys = [key.toString() for action in actions for key in action.shortcuts()]
    assert [key for key, count in Counter(keys).items() if count > 1] == []


def test_the_keys_of_a_table_are_not_taken_by_the_window(window: MainWindow) -> None:
    actions = global_actions(window)
    of_window = {key.toString() for a in actions for key in a.shortcuts()}
    of_table = {key.toString() for a in tables_of(window)[0].actions() for key in a.shortcuts()}
    assert of_window & of_table == set()


def global_actions(window: MainWindow) -> list[QAction]:
    found: list[QAction] = list(window.findChildren(QAction))
    return [action for action in found if is_global(action)]


def is_global(action: QAction) -> bool:
    return action.shortcutContext() == Qt.ShortcutContext.WindowShortcut


def state(window: MainWindow, answers: Answers) -> tuple[object, ...]:
    """What a command could have changed or said."""
    page = window.wizard.current
    clipboard = QGuiApplication.clipboard().mimeData()
    return (
        window.session.report,
        page.key,
        getattr(page, "tabs", None) and page.tabs.currentIndex(),  # type: ignore[attr-defined]
        window.statusBar().currentMessage(),
        len(answers.said),
        clipboard and (clipboard.html() or clipboard.text()),
        sum(widget.isVisible() for widget in QApplication.topLevelWidgets()),
        QApplication.focusWidget(),
        window.start.isVisible(),
        window.isVisible(),
        window.menus.actions["controls"].isChecked(),
    )


@pytest.fixture
def noted(monkeypatch: pytest.MonkeyPatch, answers: Answers, window: MainWindow) -> Answers:
    """Every dialog is noted by its title and closed; nothing is opened outside."""

    def accepted(dialog: QDialog) -> bool:
        answers.said.append(dialog.windowTitle())
        return False

    monkeypatch.setattr(dialogs, "accepted", accepted)
    asking = ("ask_open", "ask_save", "ask_reason", "ask_folder", "ask_open_many")
    for name in ("preview_print", "choose_version", *asking):
        quiet: Callable[..., object] = lambda *_a, name=name, **_k: answers.said.append(name)  # noqa: E731
        monkeypatch.setattr(dialogs, name, quiet, raising=False)
    monkeypatch.setattr(window, "open_outside", lambda path: answers.said.append(str(path)))
    answers.choice = ""
    return answers


@pytest.mark.parametrize("is_open", [True, False], ids=["open", "none-open"])
def test_every_command_does_something_or_says_why_it_cannot(window: MainWindow, noted: Answers, is_open: bool) -> None:
    silent = []
    sample = load_draft(SAMPLE).report
    for action in window.menus.commands():
        if action.text() == "退出":
            continue
        if is_open:
            window.draft.take(sample, None, is_fresh=False)
            window.session.enter("t4.review.upheld", "")  # something is left to be filled and undone
            window.session.close_edit()
            window.wizard.show_page("s3" if "s3" not in action.text() else "s2")
        elif window.draft.is_open:
            window.commands.run("close")
        window.activateWindow()
        QGuiApplication.clipboard().clear()
        window.statusBar().clearMessage()
        QApplication.processEvents()
        before = state(window, noted)
        enabled = action.isEnabled()
        action.trigger()
        QApplication.processEvents()
        if enabled and state(window, noted) == before:
            silent.append(action.text())
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog):
                widget.close()
    expected = {"回到开始页"} if not is_open else {window.wizard.sections.names["s3"]}  # already there
    assert set(silent) <= expected


def test_a_command_that_cannot_be_given_now_is_greyed_only_for_undo_and_redo(window: MainWindow) -> None:
    window.open_sample()
    greyed = {action.text() for action in window.menus.commands() if not action.isEnabled()}
    assert all(text.startswith(("撤销", "重做")) for text in greyed)


def test_quitting_closes_the_window(window: MainWindow) -> None:
    next(action for action in window.menus.commands() if action.text() == "退出").trigger()
    assert not window.isVisible()


def test_f6_goes_round_all_panes(window: MainWindow) -> None:
    window.open_sample()
    window.wizard.show_page("s3")
    keys = Keyboard(window)
    seen = []
    for _ in range(4):
        keys.press(KEY.Key_F6)
        focus = keys.focus()
        seen.append(next(p for p in panes(window) if p is focus or p.isAncestorOf(focus)))
    assert len(set(map(id, seen))) == 4


def test_f6_comes_back_to_the_text_in_hand(window: MainWindow) -> None:
    window.open_sample()
    page = page_of(window, "s3")
    assert page.tabs is not None
    page.tabs.enter(TEXTS)
    keys = Keyboard(window)
    text = keys.focus()
    shown = [pane for pane in panes(window) if pane.isVisible()]
    for _ in shown:
        keys.press(KEY.Key_F6)
    assert keys.focus() is text
    assert page.tabs.currentIndex() == page.tabs.place_of_texts


def panes(window: MainWindow) -> list[QWidget]:
    return [window.wizard.sections.list, window.wizard.current, window.work.findings.list, window.work.help]


def test_f4_goes_from_finding_to_finding(window: MainWindow) -> None:
    window.open_sample()
    window.session.enter_many({"t3.R01.C1": "5", "t3.R01.C2": "6"}, "填")
    window.wizard.show_page("s3")
    keys = Keyboard(window)
    assert tables_of(window)[1].current == "t3.R01.C1"  # whose finding is chosen already
    keys.press(KEY.Key_F4)
    assert tables_of(window)[1].current == "t3.R01.C2"
    keys.press(KEY.Key_F4, Qt.KeyboardModifier.ShiftModifier)
    assert tables_of(window)[1].current == "t3.R01.C1"
    assert "相差" in window.statusBar().currentMessage()


def test_tab_reaches_something_on_every_page_and_comes_round(window: MainWindow) -> None:
    window.open_sample()
    for key in ["meta", "s1", "s2", "s3", "s4", "s5", "s6", "review"]:
        window.wizard.show_page(key)
        keys = Keyboard(window)
        seen: list[QWidget] = []
        for _ in range(120):
            focus = keys.focus()
            assert focus.isVisible(), key
            if seen and focus is seen[0]:
                break
            seen.append(focus)
            keys.press(KEY.Key_F6 if focus.inherits("QTableView") else KEY.Key_Tab)  # Tab goes from cell to cell
        assert len(seen) > 3, key


def test_the_findings_are_read_and_acted_upon_by_keys(window: MainWindow) -> None:
    window.open_sample()
    window.session.enter("t3.R01.C1", "5")
    window.wizard.show_page("review")
    panel = window.wizard.review.findings
    assert has_focus(panel.list)
    assert panel.current() is not None  # the first one waits to be acted upon
    keys = Keyboard(window)
    keys.press(KEY.Key_Return)
    assert window.wizard.current.key == "s3"


def test_what_is_led_to_is_scrolled_into_view(window: MainWindow, qtbot: QtBot) -> None:
    window.open_sample()
    for finding in (
        Finding("", "hint", "", places=(Place("s1.oversight", 0, 2),)),
        Finding("", "hint", "", places=(Place("lead", 0, 2),)),
        Finding("", "hint", "", cells=("meta.date",)),
    ):
        window.show_finding(finding)
        field = QApplication.focusWidget()
        assert field is not None
        code = (*finding.cells, *(place.text for place in finding.places))[0]
        assert field.objectName().endswith(code)
        qtbot.waitUntil(lambda at=field: at.visibleRegion().boundingRect().height() > 28)  # type: ignore[misc]


def test_digits_go_into_the_table_after_a_menu_was_opened_over_a_cell_being_typed(
    window: MainWindow, qtbot: QtBot
) -> None:
    """The loss: the menu gave the focus back to the editor put away, and two digits went into another cell."""
    window.open_sample()
    window.activateWindow()
    window.wizard.show_page("s3")
    matrix = tables_of(window)[1]
    matrix.go_to("t3.R01.C1")
    qtbot.waitUntil(matrix.grid.hasFocus)
    qtbot.keyClick(matrix.grid, Qt.Key.Key_5)
    editor = matrix.grid.editor()
    assert editor is not None
    window.menuBar().setFocus(Qt.FocusReason.MenuBarFocusReason)  # as Alt+R does
    qtbot.waitUntil(lambda: matrix.grid.editor() is None)
    editor.setFocus(Qt.FocusReason.MenuBarFocusReason)  # as the menu bar does for whatever had it, once it is left
    qtbot.waitUntil(matrix.grid.hasFocus)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_6, Qt.Key.Key_6, Qt.Key.Key_Return):
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, key)
    cells = window.session.report.cells
    assert (cells["t3.R01.C1"], cells["t3.R02.C1"]) == (5, 66)


def test_every_entry_of_a_menu_has_words_and_help_has_its_key(window: MainWindow) -> None:
    assert all(action.text() for action in window.menus.commands())
    assert QKeySequence("F1") in [action.shortcut() for action in window.menus.commands()]


@pytest.mark.parametrize("key", ["s1", "s3", "s6"])
def test_tab_leads_from_field_to_field_before_any_button(window: MainWindow, key: str) -> None:
    window.open_sample()
    window.session.set_last_year(load_draft(SAMPLE).report)  # the button 上年文字 is there as well
    window.work.show_last_year(is_wanted=key == "s1")
    window.wizard.show_page(key)
    page = window.wizard.current
    assert isinstance(page, SectionPage)
    page.switch_part()
    fields: list[QWidget] = [
        *(page.fees.fields.values() if page.fees else ()),
        *(b.editor for b in page.blocks.values()),
    ]
    fields[0].setFocus()
    for field in fields:
        assert QApplication.focusWidget() is field
        QTest.keyClick(field, KEY.Key_Tab)


def test_what_can_be_done_with_a_text_is_one_key_before_it(window: MainWindow) -> None:
    window.open_sample()
    window.wizard.show_page("s1")
    page = window.wizard.current
    assert isinstance(page, SectionPage)
    block = page.blocks["s1.request"]
    block.editor.setFocus()
    assert [code for code, other in page.blocks.items() if other.tools.isVisible()] == ["s1.request"]
    QTest.keyClick(block.editor, KEY.Key_Backtab)
    button = QApplication.focusWidget()
    assert button in block.changing
    QTest.keyClick(button, KEY.Key_Tab)
    assert has_focus(block.editor)


def test_a_new_report_begins_in_the_first_empty_field_that_is_asked_for(window: MainWindow) -> None:
    window.commands.opening.new("某某县水利局", "政府部门", 2025)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "meta.level"
    window.session.set_text("meta.level", "县级")
    window.wizard.current.focus_first()
    assert window.wizard.current.focusWidget().objectName() == "meta.scope"  # it may stay empty
