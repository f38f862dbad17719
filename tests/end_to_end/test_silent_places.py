"""A place that has stopped answering stops neither the window nor its end, and nothing is lost."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QTimer, QUrl
from PySide6.QtWidgets import QApplication, QProgressDialog
from pytestqt.qtbot import QtBot
from typing_extensions import override

from core.base import user_files
from core.base.instances import Instance
from core.base.user_files import autosave_folder
from core.draft import draft_store
from core.draft.draft_store import rescued
from core.draft.workbook import load_draft, save_draft
from gui import dialogs, main_window
from gui.app import make_window
from gui.dialogs import place_wait, remembered_places, waiting
from gui.dialogs.papers_dialog import PapersDialog
from gui.dialogs.settings_dialog import SettingsDialog
from gui.main_window import MainWindow
from tests.core.report.sample_reports import written_report
from tests.faulty_places import FaultyPlace
from tests.window_fixtures import Answers

CODE = "t3.R01.C1"


@pytest.fixture
def share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FaultyPlace]:
    """Return a share below the folder of a draft."""
    (tmp_path / "共享").mkdir()
    place = FaultyPlace(tmp_path / "共享", monkeypatch)
    yield place
    place.recover()


@pytest.fixture
def draft(share: FaultyPlace) -> Path:
    save_draft(written_report(1), share.folder / "草稿.xlsx")
    return share.folder / "草稿.xlsx"


@pytest.fixture(autouse=True)
def impatient(share: FaultyPlace, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Press 不再等待 in each box of a silent place; return what the boxes said."""
    texts: list[str] = []

    class GivenUp(QProgressDialog):
        @override
        def show(self) -> None:
            super().show()
            if not share.answers and self.labelText().endswith(str(share.folder)):  # not a busy disk of this PC
                texts.append(self.labelText())
                self.cancel()

    class Stopped(waiting.WaitDialog):
        @override
        def showEvent(self, event: object) -> None:
            super().showEvent(event)  # type: ignore[arg-type]
            if not share.answers:
                texts.append(self.label.text())
                QTimer.singleShot(0, self.stop.click)

    monkeypatch.setattr(place_wait, "QProgressDialog", GivenUp)
    monkeypatch.setattr(place_wait, "_SILENT_MS", 0)
    monkeypatch.setattr(waiting, "WaitDialog", Stopped)
    monkeypatch.setattr(main_window, "_FAREWELL_MS", 100)
    return texts


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for the sound disk of this PC, however slow it is: the box would be answered with 不再等待."""
    monkeypatch.setattr(dialogs, "_MOMENT_MS", 20_000)


def open_and_type(window: MainWindow, draft: Path) -> None:
    """Open a draft, and type a number that is not saved."""
    window.open_path(draft)
    window.draft.wait()
    window.session.enter(CODE, "7")


def test_last_year_in_a_silent_place_stops_nothing_and_can_be_chosen(
    share: FaultyPlace, tmp_path: Path, window: MainWindow, impatient: list[str], qtbot: QtBot
) -> None:
    report = written_report(1)
    report = replace(report, status={**report.status, "last_year_file": str(share.folder / "上年.xlsx")})
    save_draft(report, tmp_path / "草稿.xlsx")
    share.fall_silent()
    window.open_path(tmp_path / "草稿.xlsx")
    qtbot.waitUntil(lambda: "上年报告“上年.xlsx”现在打不开" in window.statusBar().currentMessage())
    assert share.asked_by_window == []
    assert "“上年.xlsx”所在的位置还没有应答" in impatient[0]
    assert window.commands.sources.wanted.isVisible()
    assert "上年.xlsx" in window.commands.sources.wanted.text()
    assert window.draft.path == tmp_path / "草稿.xlsx"


@pytest.mark.parametrize("known", [(), ("stat",)])
def test_the_window_itself_asks_a_silent_place_nothing(
    known: tuple[str, ...], share: FaultyPlace, draft: Path, window: MainWindow, answers: Answers
) -> None:
    share.fall_silent(answered=known)
    window.open_path(draft)
    assert "请检查" in answers.said.pop()
    assert not window.draft.is_open
    share.recover()
    window.open_path(draft)
    window.session.enter(CODE, "7")
    share.fall_silent(answered=known)
    window.commands.saving.disk.look()
    window.autosave.renew_marks()
    assert not window.save()
    assert "请检查" in answers.said.pop()
    assert answers.said == []
    assert not window.draft.is_saved
    assert share.asked_by_window == []
    share.recover()
    window.draft.wait()
    assert window.save()
    assert load_draft(draft).report.cells[CODE] == 7


@pytest.mark.parametrize("known", [(), ("stat",)])
def test_what_was_not_saved_is_restored_while_its_place_is_silent(
    known: tuple[str, ...], share: FaultyPlace, draft: Path, window: MainWindow, answers: Answers
) -> None:
    from core.base.disk_state import disk_state

    instance = Instance(autosave_folder())
    report = load_draft(draft).report.with_cells({CODE: 7})
    file = draft_store.autosave_file(instance.id)
    draft_store.write_autosave(file, report, draft, disk_state(draft), "2026-01-12T09:29:00")
    instance.close()
    share.fall_silent(answered=known)
    answers.choice = "恢复"
    assert window.recover()
    assert "草稿.xlsx（现在打不开）" in answers.said[0]
    assert window.session.report.cells[CODE] == 7
    assert window.draft.path is None
    assert share.asked_by_window == []


def test_closing_does_not_wait_for_the_lock_of_a_silent_place(
    share: FaultyPlace, draft: Path, window: MainWindow
) -> None:
    window.open_path(draft)
    window.draft.wait()
    share.fall_silent()
    window.autosave.renew_marks()
    assert window.close()
    assert share.asked_by_window == []
    assert not window.draft.wait(0)
    share.recover()


def test_a_save_at_the_end_can_be_given_up_and_is_kept(
    share: FaultyPlace, draft: Path, window: MainWindow, answers: Answers, impatient: list[str]
) -> None:
    open_and_type(window, draft)
    share.fall_silent(answered=("stat", "open", "lstat"))  # the workbook can be read, but not replaced
    answers.unsaved, answers.choice = "save", "离开"
    assert window.close()
    assert "正在保存……" in impatient
    assert len(answers.said) == 1
    assert "“草稿.xlsx”所在的位置一直没有应答，还没有存好。" in answers.said[0]
    assert "找回未保存的内容" in answers.said[0]
    assert [kept.report.cells[CODE] for kept in rescued()] == [7]
    assert share.asked_by_window == []
    share.recover()


def test_a_save_is_told_as_one_where_the_lock_cannot_be_asked(
    share: FaultyPlace, draft: Path, window: MainWindow, answers: Answers
) -> None:
    open_and_type(window, draft)
    share.fall_silent(answered=("stat",))
    assert not window.save()
    assert "无法写入“草稿.xlsx”" in answers.said.pop()
    share.recover()


def test_a_save_that_is_given_up_says_that_it_is_kept(
    share: FaultyPlace, draft: Path, window: MainWindow, answers: Answers
) -> None:
    open_and_type(window, draft)
    share.fall_silent(answered=("stat", "open", "lstat"))
    assert not window.save()
    assert "还没有存好。请检查网络盘或优盘是否已接好，再试一次" in answers.said[0]
    assert answers.said[0].endswith("填写的内容已自动保存在本机，没有丢失。")
    assert answers.offered == ("再试一次", "另存一份…", "取消")
    assert window.autosave.has_unsaved
    share.recover()
    window.draft.wait()
    assert window.draft.is_saved
    assert load_draft(draft).report.cells[CODE] == 7


def test_a_draft_of_a_silent_place_can_be_saved_on_this_pc(
    share: FaultyPlace, draft: Path, tmp_path: Path, window: MainWindow, answers: Answers, patient: None
) -> None:
    open_and_type(window, draft)
    share.fall_silent()
    window.autosave.renew_marks()  # waits for the share from now on
    answers.save_to = tmp_path / "本机.xlsx"
    assert window.commands.saving.save_as()
    assert window.draft.path == tmp_path / "本机.xlsx"
    assert answers.said == []
    window.open_path(tmp_path / "本机.xlsx")
    assert window.session.report.cells[CODE] == 7
    share.recover()
    window.draft.wait()
    assert window.draft.path == tmp_path / "本机.xlsx"


def test_a_draft_that_was_left_unsaved_in_a_silent_place_holds_up_no_other(
    share: FaultyPlace, draft: Path, tmp_path: Path, window: MainWindow, answers: Answers
) -> None:
    open_and_type(window, draft)
    share.fall_silent(answered=("stat", "open", "lstat"))
    answers.unsaved, answers.choice = "save", "离开"
    window.commands.opening.close()
    assert not window.draft.is_open
    window.commands.opening.new("某县水利局", "政府部门", 2025)
    window.draft.save(tmp_path / "本机.xlsx")
    assert load_draft(tmp_path / "本机.xlsx").report.unit == "某县水利局"
    share.recover()
    window.draft.wait()
    assert window.draft.path == tmp_path / "本机.xlsx"


def test_who_leaves_a_silent_place_can_save_on_this_pc_first(
    share: FaultyPlace, draft: Path, tmp_path: Path, window: MainWindow, answers: Answers
) -> None:
    open_and_type(window, draft)
    share.fall_silent(answered=("stat", "open", "lstat"))
    answers.unsaved, answers.choice, answers.save_to = "save", "另存一份…", tmp_path / "本机.xlsx"
    window.commands.opening.close()
    assert answers.offered == ("另存一份…", "离开", "取消")
    assert not window.draft.is_open
    assert load_draft(tmp_path / "本机.xlsx").report.cells[CODE] == 7
    share.recover()
    window.draft.wait()


def test_a_copy_that_is_written_after_it_was_given_up_does_not_become_the_draft(
    share: FaultyPlace, draft: Path, tmp_path: Path, window: MainWindow, answers: Answers
) -> None:
    own = tmp_path / "本机.xlsx"
    save_draft(written_report(1), own)
    open_and_type(window, own)
    share.fall_silent(answered=("stat", "open", "lstat"))
    answers.save_to = draft
    assert not window.commands.saving.save_as()
    assert "“草稿.xlsx”所在的位置一直没有应答" in answers.said.pop()
    share.recover()
    window.draft.wait()
    assert load_draft(draft).report.cells[CODE] == 7
    assert window.draft.path == own
    assert not window.draft.is_saved


def test_the_file_dialog_of_qt_begins_in_no_silent_place_and_lists_none(
    share: FaultyPlace, tmp_path: Path, window: MainWindow
) -> None:
    remembered_places.keep_in_data_folder()
    memory = QSettings(QSettings.Scope.UserScope, "QtProject")
    urls = [QUrl.fromLocalFile(str(folder)).toString() for folder in (share.folder, tmp_path)]
    memory.setValue("FileDialog/lastVisited", urls[0])
    memory.setValue("FileDialog/history", urls)
    memory.setValue("FileDialog/shortcuts", urls)
    share.fall_silent()
    dialog = dialogs._file_dialog(window, "继续填写", str(tmp_path))
    assert dialog.directory().path() == str(tmp_path)
    assert dialog.history() == [str(tmp_path)]
    assert [memory.value(f"FileDialog/{name}") for name in ("lastVisited", "shortcuts")] == [urls[1], urls[1:]]
    assert share.asked_by_window == []


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FaultyPlace]:
    """Return the data folder, on a server."""
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "数据"))
    monkeypatch.setattr(user_files, "_LONG_PATIENCE", 0.1)
    monkeypatch.setattr(user_files, "_PATIENCE", 0.1)
    autosave_folder()
    place = FaultyPlace(tmp_path / "数据", monkeypatch)
    yield place
    place.recover()


def test_the_window_comes_and_takes_entries_while_the_data_folder_is_silent(
    home: FaultyPlace, tmp_path: Path, qtbot: QtBot, qapp: QApplication, answers: Answers
) -> None:
    home.fall_silent()
    window = make_window(lambda: datetime(2026, 1, 12, 9, 30))
    assert "自动保存不能使用" in window.commands.unsaved.kept_label.text()
    window.commands.opening.new("某县水利局", "政府部门", 2025)
    window.session.enter(CODE, "7")
    assert window.draft.save(tmp_path / "草稿.xlsx")
    assert load_draft(tmp_path / "草稿.xlsx").report.cells[CODE] == 7
    assert window.close()
    assert home.asked_by_window == []
    home.recover()
    window.deleteLater()


def test_a_data_folder_that_falls_silent_stops_neither_typing_nor_leaving(
    home: FaultyPlace, share: FaultyPlace, draft: Path, window: MainWindow, answers: Answers, qtbot: QtBot
) -> None:
    window.open_path(draft)
    window.draft.wait()
    home.fall_silent()
    window.session.enter(CODE, "7")
    qtbot.waitUntil(lambda: "没有应答" in window.commands.unsaved.kept_label.text())
    answers.unsaved = "discard"
    assert window.close()
    assert "未保存的内容另存了一份" in answers.said.pop()
    assert [load_draft(file).report.cells[CODE] for file in share.folder.glob("*抢救草稿*")] == [7]
    assert home.asked_by_window == []
    home.recover()


def test_settings_and_templates_ask_a_silent_place_beside_the_window(
    share: FaultyPlace, window: MainWindow, answers: Answers
) -> None:
    settings = SettingsDialog(window.settings, window.session.form, window.files, window)
    papers = PapersDialog({}, window.files, window)
    papers.list.setCurrentRow(0)
    answers.open_from, answers.save_to = share.folder / "口径.toml", share.folder / "模板.docx"
    share.fall_silent()
    for ask in (settings._import_profile, settings._import_rules, papers._copy_template):
        ask()
        assert "请检查" in answers.said.pop()
    assert share.asked_by_window == []


ENDING = """
import sys, threading
from pathlib import Path
from gui import app, main_window
from core.draft import draft_lock
from core.draft.workbook import save_draft
from core.report.report import new_report
from PySide6.QtCore import QSettings, QTimer, QUrl

main_window._FAREWELL_MS = 100
draft = Path(sys.argv[1])
save_draft(new_report("某县水利局", "政府部门", 2025), draft)
draft_lock.renew_lock = lambda *_: threading.Event().wait()
begin = app._begin

def opened_and_closed(window, given):
    begin(window, given)
    window.autosave.renew_marks()
    QTimer.singleShot(0, window.close)

app._begin = opened_and_closed
sys.exit(app.main([str(draft)]))
"""


def test_the_program_ends_while_a_lock_is_stuck_in_the_system(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", ENDING, str(tmp_path / "草稿.xlsx")], timeout=60, check=False)
    assert done.returncode == 0
