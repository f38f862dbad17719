"""汇总审核 in its window, by keyboard alone: opened, sent back, read again, adopted, added up."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from build_scripts.sweeps.desk_folders import Folder, list_bytes, make_folder
from core.draft.draft_lock import LockOwner, take_lock
from core.draft.workbook import load_draft
from core.office.collection import folder_reading
from core.office.collection.collected import Request
from core.office.collection.decisions import Decision
from core.office.collection.letters import LetterFacts
from core.office.collection.open_desk import OpenDesk
from core.report.report import new_report
from core.word.report import report_bytes
from gui import dialogs
from gui.collection import desk_runner
from gui.collection.collection_window import READ_ONLY, CollectionWindow
from gui.collection.letter_dialog import AllLettersDialog, LetterDialog
from gui.collection.parts_dialog import PartsDialog
from gui.collection.result_dialogs import AlikeDialog, PublicationsDialog, ResendDialog, ResultDialog
from gui.collection.setup_dialog import SetupDialog
from gui.main_window import MainWindow
from tests.focus import has_focus
from tests.gui.test_accessibility import unnamed
from tests.window_fixtures import Answers, commit_text, drop, in_dialog

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
LONGEST = 40_000
WRONG, RIGHT = "国务院令第771号", "国务院令第711号"
ACCEPTED = dialogs.accepted


def press(key: Qt.Key, held: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
    for _ in range(times):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, held)
        QApplication.processEvents()


def write(folder: Path, made: Folder, unit: str, decree: str = RIGHT) -> None:
    for path in folder.glob(f"{unit}.*"):
        path.unlink()
    report = made.reports[unit]
    lead = report.texts["lead"].replace(RIGHT, decree)
    (folder / f"{unit}.docx").write_bytes(report_bytes(report.with_texts({"lead": lead})))


class Desk:
    """A folder with a desk over it, in a window.

    Attributes:
        window: The window of 汇总审核.
    """

    def __init__(self, qtbot: QtBot, main: MainWindow, made: Folder, place: Path) -> None:
        self._qtbot, self._main = qtbot, main
        self.made, self.folder, self.out = made, place / "来件", place / "结果"

    @property
    def window(self) -> CollectionWindow:
        window = self._main.commands.collection.window
        assert window is not None
        return window

    def open(self, listed: bool = True) -> None:
        """Open the desk from the start page, by keys."""
        self.begin(listed)
        self.wait()

    def begin(self, listed: bool = True) -> None:
        """Fill in the dialog, and wait for nothing."""
        self._main.settings.note(collection={"list": str(self.folder.parent / "名单.xlsx") if listed else ""})
        in_dialog(self._fill_in)
        self._main.activateWindow()
        self._qtbot.waitUntil(self._main.isActiveWindow)
        self._main.menus.actions["collection"].trigger()

    def _fill_in(self) -> None:
        for text, tabs in ((str(self.folder), 3), (str(self.out), 0)):
            focus = QApplication.focusWidget()
            assert focus is not None
            press(KEY.Key_A, CTRL)
            commit_text(focus, text)
            press(KEY.Key_Tab, times=tabs)
        press(KEY.Key_Return)

    def wait(self) -> None:
        """Wait until nothing is under way, with the keyboard in the table."""
        self._qtbot.waitUntil(lambda: not self.window.runner.busy, timeout=LONGEST)
        self.window.activateWindow()
        self._qtbot.waitUntil(self.window.isActiveWindow)
        self.window.pane.table.setFocus()
        self._qtbot.waitUntil(self.window.pane.table.hasFocus)

    def go_to(self, unit: str) -> None:
        """Look for a unit as a clerk does."""
        press(KEY.Key_F, CTRL)
        focus = QApplication.focusWidget()
        assert focus is not None
        commit_text(focus, unit)
        QApplication.processEvents()
        assert self.window.pane.shown.rowCount() == 1
        press(KEY.Key_Down)
        assert has_focus(self.window.pane.table)
        assert self.window.unit().name == unit

    def show_all(self) -> None:
        self.window.pane.search.clear()

    def state(self, unit: str) -> str:
        line = next(line for line in self.window.pane.model.lines if line.unit and line.unit.name == unit)
        return line.texts[5]

    def lines(self) -> list[str]:
        found = self.window.pane.panel.list
        return [found.item(row).text() for row in range(found.count())]


@pytest.fixture(scope="module")
def made() -> Folder:
    return make_folder(7, units=5, faults=0)


@pytest.fixture(scope="module")
def kept(made: Folder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that was read once: what did not change since is not read again by any test."""
    place = tmp_path_factory.mktemp("desk")
    made.write(place / "来件")
    (place / "名单.xlsx").write_bytes(list_bytes(made))
    request = Request(place / "来件", 2025, place / "结果", date(2026, 1, 12), place / "名单.xlsx")
    with OpenDesk(request) as desk:
        desk.read()
    return place


@pytest.fixture
def desk(
    qtbot: QtBot,
    window: MainWindow,
    answers: Answers,
    made: Folder,
    kept: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Desk]:
    monkeypatch.setattr(dialogs, "accepted", ACCEPTED)
    shutil.copytree(kept, tmp_path, dirs_exist_ok=True)
    yield Desk(qtbot, window, made, tmp_path)
    collection = window.commands.collection
    if collection.window is not None:
        collection.window.runner.stop()
        collection.close()


def test_reports_are_sent_back_read_again_adopted_and_added_up_by_keyboard(
    desk: Desk, window: MainWindow, answers: Answers, qtbot: QtBot
) -> None:
    first, second = desk.made.units[1][0], desk.made.units[2][0]
    write(desk.folder, desk.made, first, WRONG)
    write(desk.folder, desk.made, second, WRONG)
    (desk.folder / "坏.docx").write_bytes(b"PK\x03\x04 no archive")
    desk.open()
    assert desk.window.pane.totals.text().startswith("应报5个单位，已收5，有疑点2，可采用3")
    assert desk.state(first) == "！ 有疑点"
    assert desk.window.pane.model.lines[-1].texts[2] == "坏.docx"

    # A finding leads to its place in the report, which takes no changes
    desk.go_to(first)
    before = (desk.folder / f"{first}.docx").read_bytes()
    press(KEY.Key_F6)
    press(KEY.Key_Return)
    qtbot.waitUntil(lambda: window.draft.is_open, timeout=LONGEST)
    assert window.draft.is_read_only
    assert window.draft.name == f"{first}.docx（只读）"
    assert WRONG in window.session.report.texts["lead"]
    assert (desk.folder / f"{first}.docx").read_bytes() == before
    desk.wait()

    # The letter: nothing struck, one item added

    def add_item() -> None:
        press(KEY.Key_Tab, times=2)
        focus = QApplication.focusWidget()
        assert focus is not None
        commit_text(focus, "请写明栏目。")
        press(KEY.Key_Return)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, LetterDialog)  # Return adds the item, and sends nothing
        assert dialog.items.item(dialog.items.count() - 1).text().endswith("请写明栏目。")
        press(KEY.Key_Return, CTRL)

    in_dialog(add_item)
    press(KEY.Key_R, CTRL)
    desk.wait()
    assert desk.state(first) == "→ 已退回第1次"
    (table,) = docx.Document(str(desk.out / "退回修改意见" / f"{first}.docx")).tables
    assert [row.cells[4].text.partition("，")[0] for row in table.rows] == ["依据", "N-11", "审核意见"]
    letter = docx.Document(str(desk.out / "退回修改意见" / f"{first}.docx"))
    assert any("请于2026年1月19日前报回" in paragraph.text for paragraph in letter.paragraphs)

    # The second round: one is mended by itself, the other adopted with a reason
    write(desk.folder, desk.made, first)
    desk.window.runner.look()
    desk.window.runner._looker.wait()
    desk.window.runner.look()
    desk.window.runner._looker.wait()
    qtbot.waitUntil(lambda: desk.state(first).startswith("✓ 可采用"), timeout=LONGEST)
    desk.wait()
    desk.show_all()
    desk.go_to(first)
    assert desk.lines()[0] == "第1次退回后：已改1处，未改0处，新发现0处"
    assert any(line.startswith("审核人另提") for line in desk.lines())
    assert [path.name for path in (desk.out / "退回修改意见" / "已改").iterdir()] == [f"{first}.docx"]
    desk.go_to(second)
    answers.reason = "已电话核实，无误"
    press(KEY.Key_D, CTRL)
    desk.wait()
    assert desk.state(second) == "✓ 可采用（已核实）"

    # The sum, and the draft of the government's own report
    desk.go_to(second)
    press(KEY.Key_2, CTRL)
    desk.wait()
    answers.choice = "打开汇总稿"
    press(KEY.Key_G, CTRL)
    desk.wait()
    qtbot.waitUntil(lambda: window.draft.path == desk.out / "汇总稿.xlsx", timeout=LONGEST)
    total = sum(int(str(r.cells["t2.licensing.decisions"])) for n, r in desk.made.reports.items() if n != second)
    assert window.session.report.cells["t2.licensing.decisions"] == total
    assert load_draft(desk.out / "汇总稿.xlsx").report.unit == "青澜县人民政府"
    kept = json.loads((desk.out / "collection.json").read_bytes())["decisions"][second]
    assert (kept["reason"], kept["counts"]) == ("已电话核实，无误", "否")


def test_head_and_foot_count_the_same_while_files_are_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.open()
    runner = desk.window.runner
    monkeypatch.setattr(runner, "collected", None)  # the first reading, some units shown
    monkeypatch.setattr(runner, "busy", "正在读取……")
    for count in (1, 2):
        runner.progressed.emit("正在读取", count, 9)
        said = f"正在读取：{count}／9份"
        assert (desk.window.pane.totals.text(), desk.window.statusBar().currentMessage()) == (said, said)
    monkeypatch.undo()
    desk.window.runner.read()
    desk.wait()


def test_files_that_change_while_a_dialog_is_open_are_read_after_it(desk: Desk, answers: Answers) -> None:
    first, second = desk.made.units[1][0], desk.made.units[2][0]
    write(desk.folder, desk.made, first, WRONG)
    desk.open()
    runner = desk.window.runner

    def send() -> None:
        write(desk.folder, desk.made, second, WRONG)
        for _ in range(3):
            runner.look()
            runner._looker.wait()
        assert not runner.busy
        press(KEY.Key_Return, CTRL)

    in_dialog(send)
    press(KEY.Key_R, CTRL | Qt.KeyboardModifier.ShiftModifier)
    desk.wait()
    assert desk.state(first) == "→ 已退回第1次"
    assert not any("上一步还没有做完" in said for said in answers.said)
    for _ in range(2):
        runner.look()
        runner._looker.wait()
    desk.wait()
    assert desk.state(second) == "！ 有疑点"


def test_a_letter_waits_for_the_reading_that_is_under_way(desk: Desk, answers: Answers) -> None:
    first = desk.made.units[1][0]
    write(desk.folder, desk.made, first, WRONG)
    desk.open()
    write(desk.folder, desk.made, desk.made.units[2][0], WRONG)
    seen: list[int] = []

    def send() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, AllLettersDialog)
        seen.append(dialog.units.count())
        press(KEY.Key_Return, CTRL)

    in_dialog(send)
    press(KEY.Key_F5)
    assert desk.window.runner.busy
    press(KEY.Key_R, CTRL | Qt.KeyboardModifier.ShiftModifier)
    desk.wait()
    assert seen == [2]
    assert not any("上一步还没有做完" in said for said in answers.said)


def test_who_comes_second_is_told_and_reads_only(desk: Desk, answers: Answers) -> None:
    state = (desk.out / "collection.json").read_bytes()
    owner = LockOwner("李某", "另一台电脑", "2026-01-20T09:00:00", "other", "elsewhere")
    assert take_lock(desk.out / "collection.json", owner)
    answers.choice = READ_ONLY
    desk.open()
    assert any("李某在电脑“另一台电脑”上已打开" in said for said in answers.said)
    assert desk.window.pane.totals.text().startswith("【只读】应报5个单位，已收5")
    press(KEY.Key_G, CTRL)
    assert "这里是只读打开的，不能改动" in answers.said[-1]
    assert (desk.out / "collection.json").read_bytes() == state
    (desk.out / "~$collection.json.lock").unlink()  # the other one closes
    press(KEY.Key_F5)
    desk.wait()
    assert desk.window.pane.totals.text().startswith("应报5个单位")
    assert desk.window.runner.lock.instance_id in lock_of(desk)


def lock_of(desk: Desk) -> str:
    """Return what the lock beside the state of a desk says now; "" for none."""
    assert desk.window.runner.wait(LONGEST)
    lock = desk.out / "~$collection.json.lock"
    return lock.read_text("ascii") if lock.is_file() else ""


def test_who_lost_the_desk_and_opens_it_again_has_it_locked(desk: Desk, answers: Answers, qtbot: QtBot) -> None:
    desk.open()
    runner = desk.window.runner
    mine = runner.lock.instance_id
    assert mine in lock_of(desk)
    other = LockOwner("李某", "另一台电脑", "2026-01-20T09:00:00", "other", "elsewhere")
    assert take_lock(desk.out / "collection.json", other, takes_over=True)
    runner._renewing.timeout.emit()
    qtbot.waitUntil(lambda: runner.is_read_only, timeout=LONGEST)
    assert "other" in lock_of(desk)
    (desk.out / "~$collection.json.lock").unlink()  # the other one closes
    runner._renewing.timeout.emit()
    assert lock_of(desk) == ""  # who only reads locks out nobody
    press(KEY.Key_F5)
    desk.wait()
    assert not runner.is_read_only
    assert mine in lock_of(desk)


def test_what_the_desk_asks_for_is_asked_over_its_own_window(
    desk: Desk, window: MainWindow, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QWidget | None] = []

    def ask(parent: QWidget | None, *_what: object) -> None:
        asked.append(parent)

    monkeypatch.setattr(dialogs, "ask_folder", ask)  # a window of the system comes up with the one it belongs to
    monkeypatch.setattr(dialogs, "ask_open", ask)
    desk.open()
    for key, held in ((KEY.Key_P, CTRL | Qt.KeyboardModifier.ShiftModifier), (KEY.Key_T, CTRL)):
        press(key, held)
        assert asked.pop() is desk.window
    setup = SetupDialog(window.settings, window.files, 2025, None, window)
    for title in ("选择各单位", "选择结果", "选择名单", "选择上年"):
        buttons: list[QPushButton] = list(setup.findChildren(QPushButton))
        next(button for button in buttons if button.accessibleName().startswith(title)).click()
        assert asked.pop() is setup
    setup.close()


def test_a_file_just_put_into_the_folder_waits_to_be_read(desk: Desk, answers: Answers, qtbot: QtBot) -> None:
    unit = desk.made.units[0][0]
    for path in desk.folder.glob(f"{unit}.*"):
        path.unlink()
    desk.open()
    assert desk.state(unit) == "✕ 未报"
    runner, totals = desk.window.runner, desk.window.pane.totals
    write(desk.folder, desk.made, unit)
    runner.look()
    qtbot.waitUntil(lambda: desk.state(unit) == "→ 已放入，待读取")
    assert totals.text().endswith(f"。新放入或改过、待读取：{unit}.docx。")
    (line,) = desk.lines()
    assert line.endswith(f"“{unit}.docx”已放入文件夹，还没有读取；稍候自动读取，也可以按 F5。")
    press(KEY.Key_G, CTRL)
    desk.wait()
    said = f"有1个文件是读取以后放入或改过的，没有计入：{unit}.docx。请按 F5 读取，再生成一次。"
    assert said in answers.said[-1]
    press(KEY.Key_F5)
    desk.wait()
    assert desk.state(unit).startswith("✓ 可采用")
    assert "待读取" not in totals.text()
    press(KEY.Key_G, CTRL)
    desk.wait()
    assert "读取以后放入" not in answers.said[-1]


def test_a_sum_that_is_open_with_nothing_unsaved_takes_the_new_count(
    desk: Desk, window: MainWindow, answers: Answers, qtbot: QtBot
) -> None:
    desk.open()
    answers.choice = "打开汇总稿"
    press(KEY.Key_G, CTRL)
    desk.wait()
    qtbot.waitUntil(lambda: window.draft.path == desk.out / "汇总稿.xlsx", timeout=LONGEST)
    answers.choice = "关闭"
    desk.window.activateWindow()
    desk.go_to(desk.made.units[1][0])
    press(KEY.Key_2, CTRL)
    desk.wait()
    press(KEY.Key_G, CTRL)
    desk.wait()
    new = load_draft(desk.out / "汇总稿.xlsx").report
    assert window.session.report.cells != new.cells
    answers.said.clear()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.session.report.cells == new.cells, timeout=LONGEST)
    assert (window.session.report.status, window.session.report.origins) == (new.status, new.origins)
    assert (window.draft.is_saved, answers.said) == (True, [])
    assert window.statusBar().currentMessage().startswith("“汇总稿.xlsx”已被其他程序或汇总审核改动，这里已换成新的（")


def count_again_over_unsaved_text(desk: Desk, window: MainWindow, answers: Answers, qtbot: QtBot, answer: str) -> Path:
    """Write into the open sum, leave a unit out and have all added up anew; return the sum."""
    desk.open()
    answers.choice = "打开汇总稿"
    press(KEY.Key_G, CTRL)
    desk.wait()
    draft = desk.out / "汇总稿.xlsx"
    qtbot.waitUntil(lambda: window.draft.path == draft, timeout=LONGEST)
    window.session.set_text("s5", "县里的问题。")
    answers.choice = answer
    desk.window.activateWindow()
    desk.go_to(desk.made.units[1][0])
    press(KEY.Key_2, CTRL)
    desk.wait()
    answers.said.clear()
    press(KEY.Key_G, CTRL)
    desk.wait()
    asked = "汇总稿还没有保存：“汇总稿.xlsx”正打开着，有还没保存的内容。先保存，再汇总吗？"
    assert answers.said[0].startswith(asked)
    return draft


def test_a_sum_with_unsaved_texts_is_saved_before_it_is_made_anew_and_keeps_them(
    desk: Desk, window: MainWindow, answers: Answers, qtbot: QtBot
) -> None:
    draft = count_again_over_unsaved_text(desk, window, answers, qtbot, "保存后汇总")
    cells = window.session.report.cells
    new = load_draft(draft).report
    assert new.texts["s5"] == "县里的问题。"
    assert new.cells != cells  # a unit is left out
    assert not (desk.out / "汇总稿（最新）.xlsx").exists()
    assert "“汇总稿.xlsx”的数字已换成新的" in answers.said[-1]
    window.activateWindow()
    qtbot.waitUntil(lambda: window.session.report.cells == new.cells, timeout=LONGEST)
    assert (window.session.report.texts["s5"], window.draft.is_saved) == ("县里的问题。", True)


def test_who_does_not_save_a_sum_with_unsaved_texts_has_it_as_it_was_and_no_other(
    desk: Desk, window: MainWindow, answers: Answers, qtbot: QtBot
) -> None:
    draft = count_again_over_unsaved_text(desk, window, answers, qtbot, "取消")
    assert len(answers.said) == 1
    assert "没有重新汇总" in desk.window.statusBar().currentMessage()
    assert "s5" not in load_draft(draft).report.texts
    assert not (desk.out / "汇总稿（最新）.xlsx").exists()
    assert (window.session.report.texts["s5"], window.draft.is_saved) == ("县里的问题。", False)
    window.draft.save(draft)


def test_a_sum_that_could_only_be_saved_elsewhere_is_not_made_anew(
    desk: Desk, window: MainWindow, answers: Answers, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "另存.xlsx"
    monkeypatch.setattr(window.commands.saving, "save", lambda _done: window.draft.save(copy) is not None)
    count_again_over_unsaved_text(desk, window, answers, qtbot, "保存后汇总")
    assert load_draft(copy).report.texts["s5"] == "县里的问题。"
    assert (len(answers.said), (desk.out / "汇总稿（最新）.xlsx").exists()) == (1, False)


def test_another_draft_with_unsaved_texts_holds_up_no_sum(
    desk: Desk, window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    other = tmp_path / "汇总稿.xlsx"
    window.draft.take(new_report("某某县", "政府部门", 2025), other)
    desk.open()
    press(KEY.Key_G, CTRL)
    desk.wait()
    assert [said for said in answers.said if "还没有保存" in said] == []
    assert (desk.out / "汇总稿.xlsx").exists()
    window.draft.save(other)


def test_what_is_made_of_a_report_opened_from_the_desk_goes_elsewhere(desk: Desk, window: MainWindow) -> None:
    desk.open()
    desk.window.pane.open_current()
    assert window.draft.path is not None
    assert window.draft.path.parent == desk.folder
    assert window.files.folder("output") != desk.folder


def test_who_closes_a_report_opened_from_the_desk_is_at_the_desk_again(
    desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    desk.open()
    desk.window.pane.open_current()
    qtbot.waitUntil(window.isActiveWindow)
    assert not window.close()
    assert (window.isVisible(), window.start.isVisible(), window.draft.is_open) == (True, True, False)
    qtbot.waitUntil(desk.window.isActiveWindow)
    assert desk.window.statusBar().currentMessage().startswith("已关闭这份报告，回到汇总审核")
    assert window.close()  # the desk goes with the program
    assert window.commands.collection.window is None


def test_a_folder_that_is_silent_holds_up_nothing(
    desk: Desk, answers: Answers, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering = threading.Event()
    state = (desk.out / "collection.json").read_bytes()
    real = folder_reading.find_files

    def silent(*arguments: Any) -> Any:
        answering.wait(60)
        return real(*arguments)

    monkeypatch.setattr("core.office.collection.open_desk.find_files", silent)
    monkeypatch.setattr(desk_runner, "_PATIENCE_MS", 20)
    desk.begin()
    qtbot.waitUntil(lambda: desk.window.runner.busy == "正在读取……", timeout=LONGEST)
    stuck = desk.window.runner._worker
    qtbot.waitUntil((desk.out / "~$collection.json.lock").is_file)  # who comes meanwhile is told
    desk.window.pane.search.setText("水利")  # the window lives
    press(KEY.Key_Period, CTRL)
    qtbot.waitUntil(lambda: not desk.window.runner.busy, timeout=LONGEST)
    assert "文件夹一直没有应答" in answers.said[-1]
    answering.set()
    assert stuck.wait(LONGEST)
    names = [path.name for path in desk.out.iterdir() if path.suffix != ".lock"]
    assert names == ["collection.json"]  # whoever was given up writes nothing
    assert (desk.out / "collection.json").read_bytes() == state
    desk.window.pane.search.clear()
    press(KEY.Key_F5)
    desk.wait()
    assert desk.window.pane.totals.text().startswith("应报5个单位，已收5")


def test_every_control_of_the_desk_has_a_name_and_every_key_one_meaning(
    desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    window.commands.collection.open_sample()
    desk.wait()
    assert desk.window.pane.shown.rowCount() == 13
    assert unnamed(desk.window) == []
    desk.go_to("青澜县体育局")
    said = "没有收到青澜县体育局2025年度的报告；有1个文件读不出，也看不出是哪个单位的，请先核对，再催报。"
    assert desk.lines() == ["审核中发现（1）", f"✕ {said}（B-01）"]
    desk.show_all()
    keys = [a.shortcut().toString() for a in desk.window.actions_by_id.values() if not a.shortcut().isEmpty()]
    assert len(keys) == len(set(keys)) > 15
    collected = desk.window.runner.collected
    assert collected is not None
    unit = next(unit for unit in collected.desk.units if unit.items)
    one, other, _pair = collected.desk.alike[0]
    for dialog in (
        SetupDialog(window.settings, window.files, 2025, None, window),
        ResendDialog("读不出。", "某某县水利局：", window),
        LetterDialog(unit, Decision(), LetterFacts(), 1, date(2026, 1, 12), window),
        AllLettersDialog([(unit, 2)], LetterFacts(), date(2026, 1, 12), window),
        PublicationsDialog(["甲局"], 2025, date(2026, 1, 12), None, window),
        ResultDialog("核对", "一致", ("单位", "结果"), [("甲局", "一致")], window),
        AlikeDialog("相同", (one.name, "甲" * 20), (other.name, "甲" * 20), window),
        PartsDialog(window.session.report, "t3.R01.C1", [("甲局", 3)], window),
    ):
        dialog.show()
        QApplication.processEvents()
        assert dialog.windowTitle()
        assert unnamed(dialog) == []
        dialog.close()
    lock = desk.window.runner.request.out / "~$collection.json.lock"
    qtbot.waitUntil(lock.is_file)
    window.close()  # the desk goes with the program, and its lock with it
    assert window.commands.collection.window is None
    assert not lock.exists()


@pytest.mark.parametrize("is_other", [True, False])
def test_a_wrong_year_is_asked_about_once(
    desk: Desk, answers: Answers, window: MainWindow, qtbot: QtBot, is_other: bool
) -> None:
    """2026 was offered in December, and the reports are of 2025."""
    out = desk.folder.parent / "别的结果"
    answers.choice = "按2025年度核对" if is_other else "仍按2026年度核对"
    window.commands.collection.open(
        Request(desk.folder, 2026, out, date(2026, 12, 2), desk.folder.parent / "名单.xlsx")
    )
    qtbot.waitUntil(lambda: any("来件多是2025年度的报告" in said for said in answers.said), timeout=LONGEST)
    qtbot.waitUntil(lambda: desk.window.runner.request.year == (2025 if is_other else 2026), timeout=LONGEST)
    qtbot.waitUntil(lambda: desk.window.runner.collected is not None, timeout=LONGEST)
    desk.wait()
    assert answers.offered == ("按2025年度核对", "仍按2026年度核对")
    assert ("已收5" in desk.window.pane.totals.text()) is is_other
    press(KEY.Key_F5)
    desk.wait()
    assert sum("来件多是" in said for said in answers.said) == 1
    assert not list(out.glob("退回修改意见/*"))


def test_units_stand_in_the_list_while_the_other_files_are_read(desk: Desk, window: MainWindow) -> None:
    rows: list[tuple[int, bool]] = []
    shutil.rmtree(desk.out, ignore_errors=True)  # nothing is known of an earlier reading
    desk.begin()
    desk.window.runner.partly_read.connect(
        lambda _part: rows.append((desk.window.pane.model.rowCount(), desk.window.runner.collected is None))
    )
    desk.wait()
    assert rows
    assert all(0 < count <= len(desk.made.units) and is_first for count, is_first in rows)


def test_a_folder_that_the_program_is_started_with_is_proposed(desk: Desk, window: MainWindow) -> None:
    seen: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SetupDialog)
        seen.append(dialog.fields["folder"].text())
        dialog.reject()

    in_dialog(look)
    window.open_path(desk.folder)
    assert seen == [str(desk.folder)]


def test_a_folder_that_is_dropped_is_proposed(desk: Desk, window: MainWindow, qtbot: QtBot) -> None:
    window.settings.note(collection={"out": "旧", "list": "旧", "folder": "旧"})
    seen: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SetupDialog)
        seen.extend(dialog.fields[name].text() for name in ("folder", "out", "list"))
        dialog.reject()

    several, folder = list(desk.folder.iterdir()), [desk.folder]
    for paths, is_open in ((several, False), (folder, False), (several, True)):
        if is_open:
            window.open_sample()
        seen.clear()
        in_dialog(look)
        drop(window.work if is_open else window.start, *paths)
        qtbot.waitUntil(lambda: len(seen) == 3)
        assert seen == [str(desk.folder), f"{desk.folder}（汇总审核）", ""]


def test_a_folder_that_is_away_is_told_in_the_line_and_in_no_box(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open()
    boxes: list[str] = []
    monkeypatch.setattr(dialogs, "show_error", lambda _parent, error: boxes.append(str(error)))
    runner, line = desk.window.runner, desk.window.statusBar()
    reads: list[str] = []
    runner.busy_changed.connect(lambda: reads.append(runner.busy))

    def look() -> None:
        for _ in range(4):
            runner.look()
            runner._looker.wait()
            QApplication.processEvents()
            qtbot.waitUntil(lambda: not runner.busy, timeout=LONGEST)

    away = desk.folder.rename(desk.folder.with_name("移走"))
    look()
    assert line.currentMessage().startswith(f"找不到文件夹“{desk.folder.name}”")
    assert (len(reads), boxes) == (2, [])
    runner.read()
    qtbot.waitUntil(lambda: not runner.busy, timeout=LONGEST)
    assert len(boxes) == 1
    away.rename(desk.folder)
    look()
    assert (len(boxes), line.currentMessage()) == (1, "")


def test_a_search_that_finds_nothing_says_so(desk: Desk) -> None:
    desk.open()
    pane = desk.window.pane
    for words, said in (("没有这个", True), (desk.made.units[1][0], False), ("没有这个", True), ("", False)):
        pane.search.setText(words)
        assert pane.panel.title.text().startswith("没有找到") == said
        assert (pane.shown.rowCount() == 0) == said
