"""Nothing typed is lost: autosave, recovery, and saves that do not stop the typing."""

import errno
import io
import itertools
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.base.errors import writing_failed
from core.base.instances import Instance
from core.base.user_files import autosave_folder, data_folder, rescue_folder
from core.draft import draft_lock, draft_saving, draft_store
from core.draft.draft_saving import SavedDraft
from core.draft.draft_store import left_behind, read_kept, rescued
from core.draft.workbook import load_draft, save_draft
from core.report.report import new_report
from gui.main_window import MainWindow
from gui.report import autosaving
from gui.report.autosaving import DELAY_MS
from tests.core.report.sample_reports import written_report
from tests.window_fixtures import Answers, commit_text, lose_data_folder

CODE = "t3.R01.C1"


def kept_number(window: MainWindow) -> object:
    file = window.autosave.file
    return read_kept(file).report.cells.get(CODE) if file and file.exists() else "nothing"


def begin(window: MainWindow) -> None:
    window.commands.opening.new("某县水利局", "政府部门", 2025)


def slow_down(patch: pytest.MonkeyPatch, seconds: float) -> None:
    """Make the disk slow."""
    original = os.fsync

    def slow(descriptor: int) -> None:
        time.sleep(seconds)
        original(descriptor)

    patch.setattr(os, "fsync", slow)


def hold_up(patch: pytest.MonkeyPatch, is_over: threading.Event) -> None:
    """Let the disk write nothing until something is over."""
    original = os.fsync

    def held(descriptor: int) -> None:
        assert is_over.wait(60)
        original(descriptor)

    patch.setattr(os, "fsync", held)


def has_unsaved(window: MainWindow) -> bool:
    return not window.draft.is_saved


def leave_behind(cell: int, draft: Path | None = None) -> Path:
    """Leave an unsaved state as a killed program does."""
    report = load_draft(draft).report if draft else new_report("某县水利局", "政府部门", 2025)
    report = report.with_cells({CODE: cell})
    instance = Instance(autosave_folder())
    file = draft_store.autosave_file(instance.id)
    from core.base.disk_state import disk_state

    draft_store.write_autosave(file, report, draft, disk_state(draft) if draft else None, "2026-01-12T09:29:00")
    instance.close()
    return file


def test_what_is_typed_is_kept_within_a_second(window: MainWindow, qtbot: QtBot) -> None:
    begin(window)
    assert DELAY_MS < 1000
    window.session.enter(CODE, "7")
    qtbot.waitUntil(lambda: kept_number(window) == 7)


def test_typing_on_and_on_does_not_put_the_autosave_off(window: MainWindow, qtbot: QtBot) -> None:
    begin(window)
    numbers = itertools.count()

    def is_kept() -> bool:  # asked again and again, with no pause in which an autosave begun anew could come
        window.session.enter(CODE, str(next(numbers)))
        kept = kept_number(window)
        return isinstance(kept, int) and kept > 5

    qtbot.waitUntil(is_kept)


def test_a_save_clears_the_autosave(window: MainWindow, qtbot: QtBot, answers: Answers, tmp_path: Path) -> None:
    begin(window)
    window.session.enter(CODE, "7")
    window.autosave.keep_now()
    assert kept_number(window) == 7
    answers.save_to = tmp_path / "草稿.xlsx"
    assert window.save()
    qtbot.waitUntil(lambda: kept_number(window) == "nothing")
    assert load_draft(answers.save_to).report.cells[CODE] == 7


def test_undoing_back_to_what_is_saved_clears_the_autosave(
    window: MainWindow, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    begin(window)
    answers.save_to = tmp_path / "草稿.xlsx"
    window.save()
    window.session.enter(CODE, "7")
    qtbot.waitUntil(lambda: kept_number(window) == 7)
    window.session.undo()
    qtbot.waitUntil(lambda: kept_number(window) == "nothing")


def test_leaving_without_saving_can_be_undone_later(window: MainWindow, answers: Answers) -> None:
    """不保存 clears the autosave, so that nothing is offered at the next start, but the state can be found again."""
    begin(window)
    window.session.enter(CODE, "7")
    answers.unsaved = "discard"
    window.commands.run("close")
    assert left_behind() == []
    assert kept_number(window) == "nothing"
    assert [kept.report.cells for kept in rescued()] == [{CODE: 7}]

    answers.choice = "恢复"
    window.commands.run("rescued")
    assert window.session.report.cells == {CODE: 7}
    assert not window.draft.is_saved


def test_closing_leaves_neither_autosave_nor_running_mark(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(window)
    release_lock = draft_lock.release_lock

    def late_release(*args: Any) -> None:
        time.sleep(0.2)
        release_lock(*args)

    monkeypatch.setattr(draft_lock, "release_lock", late_release)
    window.session.enter(CODE, "7")
    answers.save_to = tmp_path / "草稿.xlsx"
    answers.unsaved = "save"
    window.close()
    assert list(autosave_folder().iterdir()) == []
    assert list(tmp_path.iterdir()) == [answers.save_to]  # no lock beside it either


def test_an_unsaved_state_is_offered_with_its_identity_and_restored(window: MainWindow, answers: Answers) -> None:
    file = leave_behind(7)
    answers.choice = "恢复"
    assert window.recover()
    assert answers.said == [
        "发现未保存的内容：上次程序没有正常结束，发现未保存的内容。要恢复吗？不恢复的不会删除，可以随时从“文件－找回未保存的内容”找回。"
        "某县水利局　2025年　最后修改 2026-01-12 09:29　还没有草稿文件"
    ]
    assert window.session.report.cells == {CODE: 7}
    assert not window.draft.is_saved
    assert not file.exists()
    assert kept_number(window) == 7  # its old place was given up only after it had a new one


def test_a_damaged_state_is_told_once_and_listed(window: MainWindow, answers: Answers) -> None:
    file = leave_behind(7)
    file.write_bytes(file.read_bytes()[:100])
    os.utime(file, (0, datetime(2026, 1, 12, 9, 29).timestamp()))

    assert not window.recover()
    [kept] = rescue_folder().iterdir()
    told = (
        "自动保存的内容读不出来：有1份没有保存的内容（2026-01-12 09:29自动保存）已经损坏，读不出来，不能恢复。"
        f"损坏的文件留在：\n{kept}\n"
        "“文件－找回未保存的内容”中也列着。请打开草稿文件，核对最后填写的内容还在不在。"
    )
    assert answers.said == [told]

    answers.said.clear()
    assert not window.recover()
    assert answers.said == []

    answers.choice = "恢复"
    window.commands.run("rescued")
    assert answers.said == [
        "找回未保存的内容：下列草稿退出时没有保存，最近的在前。恢复后请保存。"
        f"已经损坏，读不出来　最后写入 2026-01-12 09:29　{kept.name}",
        told,
    ]
    assert kept.exists()


def test_a_restored_draft_goes_back_to_its_file(window: MainWindow, answers: Answers, tmp_path: Path) -> None:
    draft = tmp_path / "草稿.xlsx"
    window.commands.opening.new("某县水利局", "政府部门", 2025)
    window.draft.save(draft)
    window.commands.run("close")
    leave_behind(7, draft)
    answers.choice = "恢复"
    assert window.recover()
    assert window.draft.path == draft
    assert window.save()
    assert load_draft(draft).report.cells == {CODE: 7}


def test_a_restored_draft_does_not_go_back_to_a_file_that_a_colleague_has_open_by_now(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    draft = tmp_path / "草稿.xlsx"
    save_draft(new_report("某县水利局", "政府部门", 2025), draft)
    leave_behind(7, draft)
    draft_lock.take_lock(draft, draft_lock.LockOwner("李四", "PC-2", "2026-01-12T09:00:00", "elsewhere"))
    answers.choice = "恢复"
    assert window.recover()
    assert window.draft.path is None
    assert window.session.report.cells == {CODE: 7}


def test_what_is_not_wanted_is_not_offered_again_but_kept(window: MainWindow, answers: Answers) -> None:
    leave_behind(7)
    answers.choice = "不恢复，以后不再问"
    assert not window.recover()
    answers.said.clear()
    assert not window.recover()
    assert answers.said == []
    assert [kept.report.cells for kept in rescued()] == [{CODE: 7}]


def test_later_leaves_it_for_the_next_start(window: MainWindow, answers: Answers) -> None:
    file = leave_behind(7)
    assert not window.recover()
    assert file.exists()


def test_a_state_that_its_file_holds_already_is_not_offered(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    """The program was killed between writing the file and clearing the autosave: nothing is unsaved."""
    draft = tmp_path / "草稿.xlsx"
    window.commands.opening.new("某县水利局", "政府部门", 2025)
    window.session.enter(CODE, "7")
    window.draft.save(draft)
    window.commands.run("close")
    file = leave_behind(7, draft)
    assert not window.recover()
    assert answers.said == []
    assert not file.exists()


def test_a_failed_autosave_is_said_and_tried_again(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(window)
    with monkeypatch.context() as patch:

        def full(file: Path, *_: object) -> None:
            raise writing_failed(OSError(errno.ENOSPC, ""), file)

        patch.setattr(draft_store, "write_autosave", full)
        window.session.enter(CODE, "7")
        with qtbot.waitSignal(window.autosave.failed):
            pass
        assert window.commands.unsaved.kept_label.text() == (
            "自动保存没有成功：无法写入“自动保存文件”，磁盘空间不足。请及时手动保存。"
        )
    qtbot.waitUntil(lambda: window.commands.unsaved.kept_label.text().startswith("09:30 已自动保存"), timeout=10_000)
    assert kept_number(window) == 7


def test_a_data_folder_that_goes_is_said_and_the_autosave_goes_on_when_it_is_back(
    window: MainWindow, qtbot: QtBot, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(autosaving, "_AGAIN_MS", 20)
    begin(window)
    window.draft.save(tmp_path / "草稿.xlsx")
    folder = lose_data_folder()
    label = window.commands.unsaved.kept_label
    window.session.enter(CODE, "7")
    qtbot.waitUntil(
        lambda: (
            label.text()
            == f"自动保存没有成功：无法建立程序的数据文件夹“{folder}”，自动保存暂时不能使用。请及时手动保存。"
        )
    )
    assert window.save()
    [said] = answers.said
    assert said.startswith(
        f"已保存：已保存，但上一版没有留存：无法建立程序的数据文件夹“{folder}”，自动保存暂时不能使用。"
    )
    assert "请检查那里的磁盘空间和写入权限" in said
    window.session.enter(CODE, "9")
    assert window.save()
    assert len(answers.said) == 1
    assert "已保存“草稿.xlsx”（09:30），但上一版没有留存" in window.statusBar().currentMessage()
    window.session.enter(CODE, "8")
    folder.unlink()
    qtbot.waitUntil(lambda: kept_number(window) == 8)


@pytest.mark.parametrize("has_draft", [True, False])
def test_leaving_without_saving_and_without_the_data_folder_puts_the_content_elsewhere(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_draft: bool
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    begin(window)
    if has_draft:
        window.draft.save(tmp_path / "草稿.xlsx")
    window.session.enter(CODE, "7")
    lose_data_folder()
    answers.unsaved = "discard"
    window.commands.run("close")
    [rescued_draft] = tmp_path.rglob("某县水利局2025年_抢救草稿_*.xlsx")
    assert answers.said == [f"未保存的内容：程序的数据文件夹现在不能使用，未保存的内容另存了一份：{rescued_draft}"]
    assert load_draft(rescued_draft).report.cells == {CODE: 7}
    assert not window.draft.is_open


def test_what_can_be_put_nowhere_is_not_left_without_a_word(
    window: MainWindow, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/nowhere")
    begin(window)
    window.session.enter(CODE, "7")
    lose_data_folder()
    answers.unsaved = "discard"
    window.commands.run("close")
    assert answers.said[-1].startswith("不能留存：未保存的内容没有地方可以留存：无法建立程序的数据文件夹")
    assert window.draft.is_open
    answers.choice = "仍然离开"
    window.commands.run("close")
    assert not window.draft.is_open


def test_a_living_window_whose_data_folder_was_deleted_is_not_taken_for_crashed(
    window: MainWindow, qtbot: QtBot
) -> None:
    begin(window)
    shutil.rmtree(data_folder())
    window.session.enter(CODE, "7")
    qtbot.waitUntil(lambda: kept_number(window) == 7)
    assert left_behind() == []
    assert kept_number(window) == 7


def test_the_lock_of_the_copy_whose_content_is_restored_is_no_obstacle(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    draft = tmp_path / "草稿.xlsx"
    save_draft(new_report("某县水利局", "政府部门", 2025), draft)
    left = leave_behind(7, draft)
    owner = replace(draft_lock.this_owner(left.stem, "2026-01-12T09:00:00"), place="deleted")
    assert draft_lock.take_lock(draft, owner)
    answers.choice = "恢复"
    assert window.recover()
    assert window.draft.path == draft
    assert window.save()
    window.commands.run("close")
    answers.said.clear()
    window.open_path(draft)
    assert answers.said == []
    assert window.session.report.cells[CODE] == 7


def test_typing_goes_on_while_the_draft_is_saved(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = tmp_path / "草稿.xlsx"
    begin(window)
    window.draft.save(draft)
    window.session.enter(CODE, "1")
    slow_down(monkeypatch, 0.2)

    assert window.commands.saving.save_behind()
    window.session.enter(CODE, "2")
    assert window.draft.is_saving
    with qtbot.waitSignal(window.draft.saved, timeout=10_000):
        pass

    assert load_draft(draft).report.cells == {CODE: 1}
    assert has_unsaved(window)  # the 2 is not in the file
    window.draft.wait()
    window.autosave.keep_now()
    assert kept_number(window) == 2
    assert window.save()
    assert window.draft.is_saved
    assert load_draft(draft).report.cells == {CODE: 2}


def test_what_is_typed_while_an_autosave_is_being_written_is_kept_too(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(window)
    disk_answers = threading.Event()
    written: list[int] = []
    with monkeypatch.context() as patch:
        write_autosave = draft_store.write_autosave

        def slow_write(*args: Any) -> None:
            written.append(len(written))
            assert disk_answers.wait(60)
            write_autosave(*args)

        patch.setattr(draft_store, "write_autosave", slow_write)
        window.session.enter(CODE, "1")
        qtbot.waitUntil(lambda: written == [0])
        window.session.enter(CODE, "12")
        qtbot.waitUntil(lambda: window.autosave._is_behind)
        disk_answers.set()
        qtbot.waitUntil(lambda: kept_number(window) == 12)


def test_a_save_on_a_slow_share_does_not_hold_up_the_autosave(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(window)
    window.draft.save(tmp_path / "草稿.xlsx")
    share_answers = threading.Event()
    with monkeypatch.context() as patch:
        save_report = draft_saving.save_report

        def slow_save(*args: Any, **options: Any) -> SavedDraft:
            assert share_answers.wait(60)
            return save_report(*args, **options)

        patch.setattr(draft_saving, "save_report", slow_save)
        window.session.enter(CODE, "1")
        window.commands.run("save")
        window.session.enter(CODE, "2")
        qtbot.waitUntil(lambda: kept_number(window) == 2)
        assert window.draft.is_saving
        share_answers.set()
        window.draft.wait()
    assert kept_number(window) == 2  # the save holds the 1 only


def test_two_saves_in_a_row_end_with_the_newest_state(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    draft = tmp_path / "草稿.xlsx"
    begin(window)
    window.draft.save(draft)
    window.session.enter(CODE, "1")
    window.commands.run("save")
    window.session.enter(CODE, "12")
    window.commands.run("save")
    qtbot.waitUntil(lambda: window.draft.is_saved, timeout=10_000)
    assert load_draft(draft).report.cells == {CODE: 12}


def test_closing_waits_for_a_save_that_is_under_way(window: MainWindow, tmp_path: Path, answers: Answers) -> None:
    draft = tmp_path / "草稿.xlsx"
    begin(window)
    window.draft.save(draft)
    window.session.enter(CODE, "5")
    window.commands.run("save")
    answers.unsaved = "cancel"  # would keep the window open if anything were unsaved
    assert window.close()
    assert load_draft(draft).report.cells == {CODE: 5}


WRITING = [*((os, name) for name in ("fsync", "replace", "rename", "open", "write", "unlink")), (io, "open")]


def watch_disk(patch: pytest.MonkeyPatch) -> list[tuple[int, str]]:
    """Return a list that takes up thread and name of every call that opens, writes or moves a file from now on."""
    seen: list[tuple[int, str]] = []

    def watched(original: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **more: Any) -> Any:
            seen.append((threading.get_ident(), original.__name__))
            return original(*args, **more)

        return call

    for module, name in WRITING:
        patch.setattr(module, name, watched(getattr(module, name)))
    return seen


def test_a_save_on_a_slow_disk_is_not_felt_while_typing(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever types while the draft is saved waits for no file; how long a key takes: build_scripts.bench.keystroke."""
    window.draft.take(written_report(), None)
    window.draft.save(tmp_path / "草稿.xlsx")
    window.wizard.show_page("s5")
    editor = window.wizard.pages["s5"].blocks["s5"].editor  # type: ignore[attr-defined]
    commit_text(editor, "改")
    before = window.session.report.texts["s5"]
    typed, has_typed = 12, threading.Event()
    with monkeypatch.context() as patch:
        seen = watch_disk(patch)
        hold_up(patch, has_typed)
        window.commands.run("save")
        seen.clear()  # who else has the draft open is asked before
        for _ in range(typed):
            commit_text(editor, "进")
            qtbot.wait(20)
            assert window.draft.is_saving
        has_typed.set()
        qtbot.waitUntil(lambda: not window.draft.is_saving)

    assert len(window.session.report.texts["s5"]) == len(before) + typed
    assert load_draft(tmp_path / "草稿.xlsx").report.texts["s5"] == before
    here = threading.get_ident()
    assert {"fsync", "replace"} <= {name for thread, name in seen if thread != here}
    assert [name for thread, name in seen if thread == here] == []


EDITING = """
import sys, time
from datetime import datetime
from pathlib import Path
from PySide6.QtCore import QTimer
from gui.app import make_application, make_window
app = make_application(["nianbao"])
window = make_window(datetime.now)
window.commands.opening.new("某县水利局", "政府部门", 2025)
window.draft.save(Path(sys.argv[1]))
number = 0
def type_on():
    global number
    number += 1
    window.session.enter("t3.R01.C1", str(number))
    print(number, time.monotonic(), flush=True)
timer = QTimer(interval=40)
timer.timeout.connect(type_on)
timer.start()
app.exec()
"""


def test_after_a_kill_at_most_the_last_second_is_missing(window: MainWindow, answers: Answers, tmp_path: Path) -> None:
    draft = tmp_path / "草稿.xlsx"
    root = Path(__file__).parents[3]
    with subprocess.Popen(
        [sys.executable, "-c", EDITING, str(draft)], cwd=root, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(70)]
        process.send_signal(signal.SIGKILL)
        lines += process.stdout.readlines()
        process.wait()
    typed = [(int(number), float(when)) for number, when in (line.split() for line in lines if line.endswith("\n"))]
    killed = typed[-1][1]

    answers.choice = "恢复"
    assert window.recover()

    found = window.session.report.cells[CODE]
    assert isinstance(found, int)
    missing = [when for number, when in typed if number > found]
    # A second is what the program promises, and what the fault sweep measures; a busy machine may hold up both ends
    assert killed - min(missing, default=killed) < 3.0
    assert load_draft(draft).report.unit == "某县水利局"
    assert window.draft.path == draft


TERMINATED = """
import os, signal, sys
from datetime import datetime
from pathlib import Path
from PySide6.QtCore import QTimer
from gui.app import make_application, make_window
from gui.report.terminating import end_in_order
app = make_application(["nianbao"])
window = make_window(datetime.now)
end_in_order(window.autosave, window)
window.commands.opening.new("某县水利局", "政府部门", 2025)
window.draft.save(Path(sys.argv[1]))
def type_and_be_ended():
    window.session.enter("t3.R01.C1", "7")
    os.kill(os.getpid(), signal.SIGTERM)
QTimer.singleShot(0, type_and_be_ended)
sys.exit(app.exec())
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows closes windows instead")
def test_a_program_that_is_asked_to_end_keeps_what_was_just_typed(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    root = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "-c", TERMINATED, tmp_path / "草稿.xlsx"], cwd=root, check=False, timeout=60)
    assert done.returncode == 0
    answers.choice = "恢复"
    assert window.recover()
    assert window.session.report.cells[CODE] == 7


KILLED_IN_A_SAVE = """
import os, signal, sys, threading
from datetime import datetime
from pathlib import Path
from core.draft import draft_saving
from gui.app import make_application, make_window
app = make_application(["nianbao"])
window = make_window(datetime.now)
window.commands.opening.new("某县水利局", "政府部门", 2025)
window.draft.save(Path(sys.argv[1]))
window.session.enter("t3.R01.C1", "7")
window.autosave.keep_now()
window.session.enter("t3.R01.C1", "8")
written, go_on = threading.Event(), threading.Event()
def state_of(data, path):  # the draft was replaced, and nobody has noted it
    written.set()
    go_on.wait()
draft_saving.state_of = state_of
window.commands.run("save")
written.wait()
if sys.argv[2] == "typed on":
    window.session.enter("t3.R01.C1", "9")
    window.autosave.keep_now()
os.kill(os.getpid(), signal.SIGKILL)
"""


def killed_in_a_save(draft: Path, what: str) -> None:
    root = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "-c", KILLED_IN_A_SAVE, str(draft), what], cwd=root, check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL
    assert load_draft(draft).report.cells == {CODE: 8}


def test_a_save_that_the_program_could_not_note_any_more_is_not_blamed_on_others(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    draft = tmp_path / "草稿.xlsx"
    killed_in_a_save(draft, "typed on")
    answers.choice = "恢复"
    assert window.recover()
    assert "在这之后又有改动" not in answers.said[-1]
    answers.said.clear()
    assert window.save()
    assert answers.said == []
    assert load_draft(draft).report.cells == {CODE: 9}


def test_a_state_that_is_older_than_the_last_save_is_not_offered(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    draft = tmp_path / "草稿.xlsx"
    killed_in_a_save(draft, "typed no more")
    assert not window.recover()
    assert answers.said == []


def test_what_another_copy_of_the_program_saved_meanwhile_is_asked_about(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    draft = tmp_path / "草稿.xlsx"
    save_draft(new_report("某县水利局", "政府部门", 2025), draft)
    leave_behind(7, draft)
    window.open_path(draft)
    window.session.enter(CODE, "8")
    assert window.save()
    window.commands.run("close")
    answers.choice = "恢复"
    assert window.recover()
    assert not window.save()
    assert answers.said[-1].startswith("草稿文件已被改动")
    assert load_draft(draft).report.cells == {CODE: 8}


def test_what_is_in_its_file_is_not_told_to_be_only_autosaved(
    window: MainWindow, tmp_path: Path, answers: Answers
) -> None:
    begin(window)
    window.session.enter(CODE, "3")
    answers.save_to = tmp_path / "草稿.xlsx"
    assert window.save()
    window.autosave.kept.emit()  # a copy that was under way while the clerk saved
    assert window.commands.unsaved.kept_label.text() == ""
    window.session.enter(CODE, "4")
    window.autosave.kept.emit()
    assert window.commands.unsaved.kept_label.text() == "09:30 已自动保存，尚未存入草稿文件"
