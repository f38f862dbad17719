"""When the program itself is at fault: a log, a rescue draft, and words the clerk understands."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from core.base.errors import ReportError
from core.base.resources import ResourceMissingError, broken_installation
from core.base.user_files import logs_folder, rescue_folder
from core.draft import draft_store
from core.draft.draft_store import read_kept
from core.draft.workbook import load_draft
from gui.crash import CrashDialog, CrashHandler
from gui.main_window import MainWindow
from gui.report import autosaving
from gui.report.autosaving import Autosave
from tests.window_fixtures import Answers, lose_data_folder

NOW = datetime(2026, 1, 12, 9, 30)


class Shown:
    """What crash dialogs said, and the answer to them."""

    def __init__(self) -> None:
        self.details: list[str] = []
        self.rescues: list[Path | None] = []
        self.closes = False


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> Shown:
    seen = Shown()
    original = CrashDialog.__init__

    def init(
        self: CrashDialog, parent: MainWindow, details: str, rescue: Path | None, *cause: ReportError | None
    ) -> None:
        original(self, parent, details, rescue, *cause)
        seen.details.append(details)
        seen.rescues.append(rescue)
        self.wants_to_close = seen.closes

    monkeypatch.setattr(CrashDialog, "__init__", init)
    monkeypatch.setattr(CrashDialog, "exec", lambda self: 0)
    return seen


@pytest.fixture
def handler(window: MainWindow) -> CrashHandler:
    window.commands.opening.new("某县水利局", "政府部门", 2025)
    window.session.enter("t3.R01.C1", "7")
    return CrashHandler(window.autosave, lambda: NOW, window)


def crash(handler: CrashHandler, message: str = "张三的台账") -> None:
    def fail() -> None:
        raise ValueError(message)

    with pytest.raises(ValueError, match=message) as caught:
        fail()
    handler.caught(caught.type, caught.value, caught.tb)


def log() -> str:
    path = logs_folder() / "nianbao.log"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def test_what_is_typed_is_rescued_twice(handler: CrashHandler, window: MainWindow, shown: Shown) -> None:
    crash(handler)
    [rescue] = shown.rescues
    assert rescue == rescue_folder() / "某县水利局2025年_抢救草稿_20260112-093000.xlsx"
    assert load_draft(rescue).report == window.session.report
    assert window.autosave.file is not None
    assert read_kept(window.autosave.file).report == window.session.report


def test_the_log_names_the_place_and_nothing_personal(handler: CrashHandler, shown: Shown) -> None:
    crash(handler)
    assert "test_crash.py:" in log()
    assert "ValueError: □" in log()
    assert "张三" not in log()
    assert "水利局" not in log()
    assert str(Path.home()) not in log()


def test_an_error_that_comes_again_and_again_is_logged_three_times(handler: CrashHandler, shown: Shown) -> None:
    for second in range(10):
        handler._clock = lambda now=NOW + timedelta(seconds=second): now  # type: ignore[misc]
        crash(handler)
    assert log().count("ValueError") == 3
    assert len(list(rescue_folder().iterdir())) == 1  # the same state is rescued once


def test_an_error_inside_the_dialog_opens_no_second_one(
    handler: CrashHandler, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CrashDialog, "exec", lambda self: crash(handler, "again"))
    crash(handler)
    assert len(shown.details) == 1


def test_a_rescue_that_fails_is_told_and_the_autosave_named(
    handler: CrashHandler, window: MainWindow, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> Path:
        raise RuntimeError("the workbook cannot be made")

    monkeypatch.setattr(draft_store, "write_rescue", fail)
    crash(handler)
    assert shown.rescues == [window.autosave.file]
    assert "抢救草稿失败" in log()


def test_without_the_data_folder_the_dialog_comes_and_the_rescue_lies_beside_the_draft(
    handler: CrashHandler, window: MainWindow, answers: Answers, shown: Shown, tmp_path: Path
) -> None:
    window.draft.save(tmp_path / "草稿.xlsx")
    window.session.enter("t3.R01.C1", "8")
    lose_data_folder()
    crash(handler)
    [rescue] = shown.rescues
    assert rescue == tmp_path / "某县水利局2025年_抢救草稿_20260112-093000.xlsx"
    assert load_draft(rescue).report.cells == {"t3.R01.C1": 8}
    assert window.commands.unsaved.kept_label.text().startswith("自动保存没有成功：无法建立程序的数据文件夹")


def test_without_data_folder_and_draft_the_rescue_is_temporary(
    handler: CrashHandler, window: MainWindow, shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    lose_data_folder()
    crash(handler)
    [rescue] = shown.rescues
    assert rescue is not None
    assert rescue.parent.parent == tmp_path
    assert load_draft(rescue).report == window.session.report


def test_the_dialog_comes_where_nothing_can_be_rescued_and_nothing_can_be_asked(
    handler: CrashHandler, window: MainWindow, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/nowhere")
    lose_data_folder()
    crash(handler)

    def fail(_keeper: Autosave) -> bool:
        raise RuntimeError

    monkeypatch.setattr(Autosave, "has_unsaved", property(fail))
    crash(handler)
    assert shown.rescues == [None, None]


def test_a_saved_report_needs_no_rescue(
    handler: CrashHandler, window: MainWindow, answers: Answers, shown: Shown, tmp_path: Path
) -> None:
    answers.save_to = tmp_path / "草稿.xlsx"
    window.save()
    crash(handler)
    assert shown.rescues == [None]
    assert list(rescue_folder().iterdir()) == []


def test_closing_leaves_the_autosave_for_the_next_start(
    handler: CrashHandler, window: MainWindow, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes: list[int] = []
    monkeypatch.setattr(QApplication, "exit", lambda code=0: codes.append(code))
    shown.closes = True
    crash(handler)
    assert codes == [1]
    assert window.autosave.file is not None
    assert window.autosave.file.exists()


@pytest.fixture
def installed(handler: CrashHandler, monkeypatch: pytest.MonkeyPatch) -> Iterator[CrashHandler]:
    import faulthandler

    from gui import crash as module

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(module, "qInstallMessageHandler", lambda _handler: None)  # the tests have their own
    monkeypatch.setattr(faulthandler, "enable", lambda file: None)
    handler.install()
    yield handler
    if handler._faults:
        handler._faults.close()


def test_errors_of_threads_are_met_in_the_window(installed: CrashHandler, qtbot: QtBot, shown: Shown) -> None:
    def fail() -> None:
        raise LookupError

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(shown.details) == 1)
    assert "LookupError" in shown.details[0]


@contextmanager
def caught_by(handler: CrashHandler, qtbot: QtBot) -> Iterator[None]:
    """Let the handler meet what goes wrong in slots; pytest-qt's own hook stands before it."""
    with qtbot.captureExceptions():
        hook, sys.excepthook = sys.excepthook, handler.caught
        yield
        sys.excepthook = hook


def test_errors_in_slots_are_met(installed: CrashHandler, qtbot: QtBot, shown: Shown) -> None:
    def fail() -> None:
        raise LookupError

    with caught_by(installed, qtbot):
        QTimer.singleShot(0, fail)
        qtbot.waitUntil(lambda: len(shown.details) == 1)


def test_errors_in_the_disk_worker_are_met(
    installed: CrashHandler, window: MainWindow, qtbot: QtBot, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise LookupError

    with caught_by(installed, qtbot), monkeypatch.context() as patch:
        patch.setattr(draft_store, "write_autosave", fail)
        window.session.enter("t3.R01.C1", "77")
        qtbot.waitUntil(lambda: len(shown.details) >= 1)
    assert "LookupError" in shown.details[0]
    with qtbot.waitSignal(window.autosave.kept):  # autosave goes on after it
        window.session.enter("t3.R01.C1", "78")
    assert window.autosave.file is not None
    assert read_kept(window.autosave.file).report.cells["t3.R01.C1"] == 78


def test_a_bug_in_the_autosave_is_told_once_and_the_autosave_tried_again(
    installed: CrashHandler, window: MainWindow, qtbot: QtBot, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[int] = []

    def fail(*_: object) -> None:
        tries.append(1)
        raise LookupError

    monkeypatch.setattr(autosaving, "_AGAIN_MS", 20)
    with caught_by(installed, qtbot), monkeypatch.context() as patch:
        patch.setattr(draft_store, "write_autosave", fail)
        window.session.enter("t3.R01.C1", "77")
        qtbot.waitUntil(lambda: len(tries) >= 5)
    assert len(shown.details) == 1
    label = window.commands.unsaved.kept_label
    assert label.text() == "自动保存没有成功：程序内部出错，没有完成。请及时手动保存。"
    qtbot.waitUntil(lambda: label.text() == "09:30 已自动保存，尚未存入草稿文件")
    assert window.autosave.file is not None
    assert read_kept(window.autosave.file).report.cells["t3.R01.C1"] == 77


def test_what_cannot_be_raised_is_only_logged(installed: CrashHandler, shown: Shown) -> None:
    class Bad:
        def __del__(self) -> None:
            raise LookupError

    Bad()
    assert "无法上报的错误" in log()
    assert "LookupError" in log()
    assert shown.details == []


def test_messages_of_qt_go_to_the_log(handler: CrashHandler) -> None:
    for number in range(300):
        handler._note_qt(QtMsgType.QtWarningMsg, QMessageLogContext(), f"QPainter {'x' * number}")
    handler._note_qt(QtMsgType.QtDebugMsg, QMessageLogContext(), "debug")
    assert log().count("Qt QtWarningMsg：QPainter") == 200
    assert "debug" not in log()


def test_the_dialog_speaks_chinese_and_copies_the_details(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    dialog = CrashDialog(None, "ValueError: x", tmp_path / "抢救.xlsx")
    assert [b.text() for b in (dialog.copy, dialog.go_on, dialog.close_program)] == ["复制错误信息", "继续", "关闭程序"]
    dialog.copy.click()
    assert QApplication.clipboard().text() == "ValueError: x"
    dialog.close_program.click()
    assert dialog.wants_to_close


CRASHING = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from gui import app
from gui.crash import CrashDialog
CrashDialog.exec = lambda self: setattr(self, "wants_to_close", True)
complete = app.complete_window
def complete_window(window, clock):
    complete(window, clock)
    def fill_and_fail():
        window.commands.opening.new("某县水利局", "政府部门", 2025)
        window.draft.save(Path(sys.argv[1]))
        window.session.enter("t3.R01.C1", "7")
        raise LookupError
    QTimer.singleShot(0, fill_and_fail)
app.complete_window = complete_window
sys.stdout = sys.stderr = None  # as under pythonw
sys.exit(app.main([]))
"""


def test_a_program_closed_after_a_crash_leaves_its_autosave(tmp_path: Path) -> None:
    """Everything is destroyed at the end, the undo stack too, which then says that all is saved."""
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", CRASHING, str(tmp_path / "草稿.xlsx")], cwd=root, check=False, timeout=60
    )
    assert done.returncode == 1
    assert [kept.report.cells for kept in draft_store.left_behind()] == [{"t3.R01.C1": 7}]
    assert "LookupError" in log()
    assert len(list(rescue_folder().iterdir())) == 1


def test_the_details_are_named_and_enter_goes_on(qtbot: QtBot) -> None:
    dialog = CrashDialog(None, "Traceback …", None)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    labels: list[QLabel] = list(dialog.findChildren(QLabel))
    assert "错误信息（供技术支持查看）：" in [label.text() for label in labels]
    assert dialog.focusWidget() is dialog.go_on


def test_a_missing_file_of_the_program_is_told_as_that(qtbot: QtBot) -> None:
    cause = broken_installation(ResourceMissingError("form/2021/t3.toml"))
    dialog = CrashDialog(None, "Traceback …", None, cause)
    qtbot.addWidget(dialog)
    labels: list[QLabel] = list(dialog.findChildren(QLabel))
    words = " ".join(label.text() for label in labels)
    assert "“form/2021/t3.toml”缺少或内容不全" in words
    assert "程序内部出错" not in words
