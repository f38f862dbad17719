"""A draft that others have open or change, and a save that would drop something."""

import errno
import os
import shutil
import threading
import time
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.base.instances import Instance
from core.base.user_files import autosave_folder, logs_folder
from core.draft import draft_lock
from core.draft.draft_lock import LockOwner, held_lock, lock_file, renew_lock, take_lock, this_owner
from core.draft.draft_versions import list_versions, read_version
from core.draft.workbook import load_draft, save_draft
from core.report.report import Origin, Report, new_report
from gui import dialogs
from gui.dialogs.waiting import WaitDialog
from gui.main_window import MainWindow
from tests.window_fixtures import Answers, tables_of

CODE = "t3.R01.C1"
HELD = "“草稿.xlsx”正被其他程序使用，正在重试。请在 WPS、Word 或 Excel 中关闭它。"
PROTECTED = "“草稿.xlsx”所在的位置只读，写不进去：可以填写，保存时请另存到别处"
COLLEAGUE = LockOwner("李四", "PC-2", "2026-01-12T09:00:00", "elsewhere")


def a_report(cell: int = 5) -> Report:
    report = new_report("某县水利局", "政府部门", 2025)
    return report.with_cells({CODE: cell})


def number_in(path: Path) -> object:
    return load_draft(path).report.cells.get(CODE)


def is_locked_by_colleague(draft: Path) -> bool:
    held = held_lock(draft, "another")
    return held is not None and held.owner == COLLEAGUE


def protect(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: not (path == folder and mode == os.W_OK))


def has_unsaved(window: MainWindow) -> bool:
    return not window.draft.is_saved


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "草稿.xlsx"
    save_draft(a_report(1), path)
    return path


# ------------------------------------------------------------ open elsewhere


def test_an_open_draft_is_locked_for_others_until_it_is_left(window: MainWindow, draft: Path) -> None:
    window.open_path(draft)
    window.draft.wait()
    held = held_lock(draft, "another")
    assert held is not None
    assert held.owner.since == "2026-01-12T09:30:00"
    window.commands.run("close")
    window.draft.wait()
    assert not lock_file(draft).exists()


def test_what_a_killed_program_left_beside_a_draft_is_gone_when_it_is_opened(window: MainWindow, draft: Path) -> None:
    old, young, other = (draft.with_name(name) for name in (".~nianbao-aa.tmp", ".~nianbao-bb.tmp", "说明.tmp"))
    for path in (old, young, other):
        path.write_bytes(b"x")
    for path in (old, other):
        os.utime(path, (1, 1))
    window.open_path(draft)
    assert [path.exists() for path in (old, young, other)] == [False, True, True]


def test_a_draft_that_a_colleague_has_open_can_be_looked_at(
    window: MainWindow, draft: Path, answers: Answers, tmp_path: Path
) -> None:
    take_lock(draft, COLLEAGUE)
    answers.choice = "只读打开"
    window.open_path(draft)
    assert answers.said[0].startswith(
        "草稿已在别处打开：“草稿.xlsx”：李四在电脑“PC-2”上已打开（2026-01-12 09:00）。"
        "对方一分多钟内还有更新，正在使用。"
    )
    assert answers.offered == ("只读打开", "另存一份再改…", "对方已不在，仍要打开", "取消")
    assert window.windowTitle().startswith("草稿.xlsx（只读）")

    window.session.enter(CODE, "9")
    window.session.set_text("s5", "新")
    assert window.session.report.cells == {CODE: 1}
    assert window.draft.is_saved
    assert window.wizard.pages["s5"].blocks["s5"].editor.isReadOnly()  # type: ignore[attr-defined]
    assert tables_of(window)[1].model.words.locked_hint == "草稿是只读打开的，如需修改请先“另存为”"
    assert is_locked_by_colleague(draft)  # looking takes nothing away

    answers.save_to = tmp_path / "我的.xlsx"
    assert window.save()  # asks for another place
    assert not window.draft.is_read_only
    window.session.enter(CODE, "9")
    assert window.save()
    assert (number_in(draft), number_in(answers.save_to)) == (1, 9)


def test_a_read_only_draft_makes_no_review_copy(window: MainWindow, draft: Path, answers: Answers) -> None:
    take_lock(draft, COLLEAGUE)
    answers.choice = "只读打开"
    window.open_path(draft)
    answers.choice = ""
    window.commands.run("make.review")
    assert answers.said[-1] == (
        "没有完成：“草稿.xlsx”是只读打开的，不能修改、送审或定稿。请先点“另存为”保存一份，再在那一份上继续。"
    )
    assert answers.offered == ("另存为…", "取消")
    assert window.draft.is_read_only


def test_a_read_only_draft_is_saved_elsewhere_from_the_box_that_says_so(
    window: MainWindow, draft: Path, answers: Answers, tmp_path: Path
) -> None:
    take_lock(draft, COLLEAGUE)
    answers.choice = "只读打开"
    window.open_path(draft)
    answers.choice, answers.save_to = "另存为…", tmp_path / "我的.xlsx"
    window.commands.run("fill")
    assert (window.draft.path, window.draft.is_read_only) == (answers.save_to, False)
    assert number_in(answers.save_to) == 1


def test_a_copy_of_a_draft_that_a_colleague_has_open_can_be_edited(
    window: MainWindow, draft: Path, answers: Answers, tmp_path: Path
) -> None:
    take_lock(draft, COLLEAGUE)
    answers.choice = "另存一份再改…"
    answers.save_to = tmp_path / "副本.xlsx"
    window.open_path(draft)
    assert window.draft.path == answers.save_to
    assert not window.draft.is_read_only
    window.session.enter(CODE, "9")
    assert window.save()
    assert (number_in(draft), number_in(answers.save_to)) == (1, 9)


def test_the_proposed_name_of_a_draft_has_no_lone_year(window: MainWindow) -> None:
    window.draft.new("某局", "政府部门", 2025, {})
    assert window.draft.proposal(Path()).name == "某局2025年政府信息公开工作年度报告（草稿）.xlsx"
    window.session.set_text("meta.year", "")
    assert window.draft.proposal(Path()).name == "某局政府信息公开工作年度报告（草稿）.xlsx"


def test_cancelling_leaves_the_start_page(window: MainWindow, draft: Path, answers: Answers) -> None:
    take_lock(draft, COLLEAGUE)
    window.open_path(draft)
    assert not window.draft.is_open


def test_nothing_is_saved_over_a_draft_that_a_colleague_took(
    window: MainWindow, draft: Path, answers: Answers, qtbot: QtBot
) -> None:
    window.open_path(draft)
    window.draft.wait()
    window.session.enter(CODE, "9")
    take_lock(draft, COLLEAGUE, takes_over=True)
    for _ in range(2):
        with qtbot.waitSignal(window.autosave.lock_taken):
            window.autosave.renew_marks()
    assert "李四在电脑“PC-2”上已打开" in window.statusBar().currentMessage()
    qtbot.waitUntil(lambda: bool(answers.said))
    assert answers.said == [
        "草稿已在别处打开：李四在电脑“PC-2”上已打开（2026-01-12 09:00），接过了这份草稿。"
        "您这里填写的内容都在。请先与对方联系；保存时会先问要不要另存一份。"
    ]
    assert not window.save()
    assert "现在保存会盖掉对方的修改" in answers.said[-1]
    assert answers.offered == ("另存为…", "对方已不在，仍要保存", "取消")
    assert number_in(draft) == 1

    answers.choice = "对方已不在，仍要保存"
    assert window.save()
    assert number_in(draft) == 9
    assert not is_locked_by_colleague(draft)
    answers.said.clear()
    window.session.enter(CODE, "8")
    assert window.save()
    assert answers.said == []


@pytest.mark.parametrize("hours", [-8, 8])
def test_a_clock_eight_hours_off_takes_nothing_in_silence_and_blocks_nothing_for_ever(
    window: MainWindow, draft: Path, answers: Answers, hours: int
) -> None:
    take_lock(draft, COLLEAGUE)
    written = time.time() + hours * 3600
    os.utime(lock_file(draft), (written, written))
    window.open_path(draft)
    assert len(answers.said) == 1  # asked, and 取消
    assert is_locked_by_colleague(draft)

    answers.choice = "对方已不在，仍要打开"
    window.open_path(draft)
    window.draft.wait()
    assert window.draft.path == draft
    assert not window.draft.is_read_only
    assert not is_locked_by_colleague(draft)
    assert renew_lock(draft, COLLEAGUE) is not None  # the colleague's window is told
    assert "填报人确认对方已不在" in (logs_folder() / "nianbao.log").read_text(encoding="utf-8")
    window.session.enter(CODE, "9")
    assert window.save()


def test_the_question_about_a_lock_follows_what_is_seen_of_its_owner(
    window: MainWindow, draft: Path, answers: Answers, qtbot: QtBot
) -> None:
    take_lock(draft, COLLEAGUE)
    window.open_path(draft)
    assert answers.watch is not None
    told: list[str] = []
    answers.watch(told.append)
    qtbot.waitUntil(lambda: len(told) == 1)
    assert "正在观察对方有没有更新" in told[0]
    renew_lock(draft, COLLEAGUE)
    answers.watch(told.append)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[1].startswith("对方还在使用：刚才又有更新。\n两处同时修改")


def test_a_second_window_on_this_pc_is_called_so(window: MainWindow, draft: Path, answers: Answers) -> None:
    other = Instance(autosave_folder())
    take_lock(draft, this_owner(other.id, "2026-01-12T09:00:00"))
    window.open_path(draft)
    other.close()
    assert answers.said[0].startswith(
        "草稿已在别处打开：“草稿.xlsx”：已在本机另一个窗口中打开（2026-01-12 09:00）。两处"
    )
    assert answers.offered == ("只读打开", "另存一份再改…", "取消")


def test_a_draft_on_a_protected_stick_says_so_as_soon_as_it_is_open(
    window: MainWindow, draft: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(draft_lock, "take_lock", lambda *_given, **_named: False)
    protect(draft.parent, monkeypatch)
    window.open_path(draft)
    qtbot.waitUntil(lambda: window.statusBar().currentMessage() == PROTECTED)


def test_a_lock_of_our_own_crash_that_cannot_be_removed_is_told_as_a_protected_place(
    window: MainWindow, draft: Path, answers: Answers, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_lock(draft, this_owner("ended", "2026-01-12T08:00:00"))
    unlink = Path.unlink

    def refused(path: Path, missing_ok: bool = False) -> None:
        if path == lock_file(draft):
            raise PermissionError(errno.EACCES, "read-only", str(path))
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", refused)
    protect(draft.parent, monkeypatch)
    window.open_path(draft)
    qtbot.waitUntil(lambda: window.statusBar().currentMessage() == PROTECTED)
    window.autosave.renew_marks()  # as each minute
    window.draft.wait()
    qtbot.wait(50)
    assert window.statusBar().currentMessage() == PROTECTED
    assert answers.said == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_a_pipe_in_the_place_of_the_lock_holds_nothing_up_and_is_said(
    window: MainWindow, draft: Path, answers: Answers
) -> None:
    os.mkfifo(lock_file(draft))
    window.open_path(draft)
    window.draft.wait()
    assert window.draft.path == draft
    assert window.statusBar().currentMessage() == "没能在草稿旁登记“已打开”，别人打开它时不会看到提示"
    window.session.enter(CODE, "9")
    assert window.save()
    assert answers.said == []


def test_a_draft_that_libreoffice_has_open_is_told_before_it_is_opened_and_once_before_it_is_saved_over(
    window: MainWindow, draft: Path, answers: Answers, tmp_path: Path
) -> None:
    mark = draft.with_name(f".~lock.{draft.name}#")
    mark.write_text(",zhang,PC-2,28.11.2026 09:00,file:///home/zhang/.config/libreoffice/4;", encoding="utf-8")
    answers.choice = "取消"
    window.open_path(draft)
    assert "“草稿.xlsx”正在别的程序（LibreOffice 等）中打开，打开的人是zhang（电脑“PC-2”）。" in answers.said[-1]
    assert not window.draft.is_open
    answers.choice = "仍要打开"
    window.open_path(draft)
    assert window.draft.path == draft

    window.session.enter(CODE, "7")
    answers.choice = "取消"
    assert not window.save()
    assert "会盖掉那边已保存的修改" in answers.said[-1]
    assert answers.offered[0] == "另存为…"  # what Return presses wipes nothing out
    assert number_in(draft) == 1
    answers.choice = "仍要保存"
    assert window.save()
    assert number_in(draft) == 7
    asked = len(answers.said)
    window.session.enter(CODE, "8")
    assert window.save()
    assert len(answers.said) == asked  # known by now
    mark.unlink()
    mark.write_text(",li,PC-3,28.11.2026 10:00,file:///home/li/.config/libreoffice/4;", encoding="utf-8")
    window.session.enter(CODE, "9")
    answers.choice = "另存为…"
    answers.save_to = tmp_path / "我的.xlsx"
    window.save()
    assert "打开的人是li" in answers.said[asked]
    assert (number_in(draft), number_in(answers.save_to)) == (8, 9)


def test_the_shipped_sample_gets_no_lock_beside_it(window: MainWindow) -> None:
    from core.base.resources import resource_path

    sample = resource_path("samples", "示例.xlsx")
    before = sorted(sample.parent.iterdir())
    window.open_sample()
    window.draft.wait()
    assert sorted(sample.parent.iterdir()) == before
    assert window.draft.path is None
    assert window.draft.is_saved


# ------------------------------------------------------------ changed by another program


def edit_elsewhere(draft: Path, cell: int) -> None:
    """Change the draft as a colleague does in WPS."""
    report = load_draft(draft).report
    report = report.with_cells({CODE: cell})
    save_draft(report, draft)


def activate(window: MainWindow) -> None:
    """Come back to the window from another program."""
    window.activateWindow()
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))


def test_a_change_on_disk_is_noticed_when_the_window_is_activated(
    window: MainWindow, draft: Path, answers: Answers, qtbot: QtBot
) -> None:
    window.open_path(draft)
    window.session.enter(CODE, "9")
    edit_elsewhere(draft, 7)
    activate(window)
    qtbot.waitUntil(lambda: bool(answers.said))
    cell = window.session.form.cells[CODE].name
    assert answers.said == [
        "草稿文件已被改动：“草稿.xlsx”已被其他程序（如 WPS）或汇总审核改动，与现在填报的有1处不同。以哪一份为准？\n"
        "“用文件里的”：换下我的，可以撤销。“保留我的”：存入文件，盖掉文件里的。"
        f"没有采用的一份会留在“版本历史”中，不会丢失。{window.session.form.sections['s3'].name}：{cell}：9 → 7"
    ]
    window.commands.saving.disk.look()  # 以后再说: not asked again at each activation
    window.draft.wait()
    qtbot.wait(20)
    assert len(answers.said) == 1


def test_where_nothing_is_unsaved_the_new_file_is_taken_without_a_question(
    window: MainWindow, draft: Path, answers: Answers, qtbot: QtBot
) -> None:
    window.open_path(draft)
    edit_elsewhere(draft, 7)
    activate(window)
    qtbot.waitUntil(lambda: window.session.report.cells == {CODE: 7})
    assert answers.said == []
    assert window.statusBar().currentMessage() == (
        "“草稿.xlsx”已被其他程序或汇总审核改动，这里已换成新的（1处不同）；原来的在“版本历史”中。"
    )
    assert window.draft.is_saved
    assert [(read_version(v).cells[CODE], v.kind) for v in list_versions(draft)] == [(1, "mine")]
    window.session.undo()
    assert window.session.report.cells == {CODE: 1}
    assert window.save()
    assert (number_in(draft), answers.said) == (1, [])


def test_a_new_count_of_the_same_numbers_is_taken_with_where_they_come_from(
    window: MainWindow, draft: Path, answers: Answers, qtbot: QtBot
) -> None:
    window.open_path(draft)
    save_draft(replace(load_draft(draft).report, origins={"t3.R01": Origin("甲局", "", "2026-01-20", "")}), draft)
    activate(window)
    qtbot.waitUntil(lambda: "t3.R01" in window.session.report.origins)
    assert answers.said == []
    assert window.draft.is_saved


@pytest.mark.parametrize("change", [{"unit": "某县林业局"}, {"locked": True}])
def test_another_report_in_its_place_and_a_finished_one_are_asked_about(
    change: dict[str, object], window: MainWindow, draft: Path, answers: Answers, qtbot: QtBot
) -> None:
    window.open_path(draft)
    report = load_draft(draft).report
    if "unit" in change:
        report = report.with_texts({"meta.unit": str(change["unit"])})
    else:
        report = replace(report, status={"locked_on": "2026-01-20"}).with_cells({CODE: 7})
    save_draft(report, draft)
    activate(window)
    qtbot.waitUntil(lambda: bool(answers.said))
    assert window.session.report.cells == {CODE: 1}


def test_what_wps_saved_is_taken_over_and_comes_back_by_undo(window: MainWindow, draft: Path, answers: Answers) -> None:
    window.open_path(draft)
    window.session.enter(CODE, "9")
    edit_elsewhere(draft, 7)
    answers.choice = "用文件里的"
    assert not window.save()  # nothing to be saved: the file holds what is on the screen
    assert window.session.report.cells == {CODE: 7}
    assert window.draft.is_saved
    assert [(read_version(v).cells[CODE], v.kind) for v in list_versions(draft)] == [(9, "mine")]
    window.session.undo()
    assert window.session.report.cells == {CODE: 9}
    assert has_unsaved(window)
    assert window.save()
    assert number_in(draft) == 9


def test_what_is_on_the_screen_is_kept_and_the_file_stays_as_a_version(
    window: MainWindow, draft: Path, answers: Answers
) -> None:
    window.open_path(draft)
    window.session.enter(CODE, "9")
    edit_elsewhere(draft, 7)
    answers.choice = "保留我的"
    assert window.save()
    assert number_in(draft) == 9
    assert [read_version(v).cells[CODE] for v in list_versions(draft)] == [7]


def test_who_keeps_the_own_report_when_a_change_is_seen_has_it_in_the_file(
    window: MainWindow, draft: Path, answers: Answers, qtbot: QtBot
) -> None:
    window.open_path(draft)
    window.session.enter(CODE, "9")
    edit_elsewhere(draft, 7)
    answers.choice = "保留我的"
    window.commands.saving.disk.look()
    qtbot.waitUntil(lambda: window.draft.is_saved)
    assert (number_in(draft), has_unsaved(window), len(answers.said)) == (9, False, 1)
    assert 7 in [read_version(v).cells[CODE] for v in list_versions(draft)]


def test_mine_can_be_saved_elsewhere(window: MainWindow, draft: Path, answers: Answers, tmp_path: Path) -> None:
    window.open_path(draft)
    window.session.enter(CODE, "9")
    edit_elsewhere(draft, 7)
    answers.choice = "我的另存为…"
    answers.save_to = tmp_path / "我的.xlsx"
    window.save()
    assert (number_in(draft), number_in(answers.save_to)) == (7, 9)
    assert window.draft.path == answers.save_to
    assert window.draft.is_saved


def test_a_draft_that_another_program_broke_is_not_saved_over_without_asking(
    window: MainWindow, draft: Path, answers: Answers
) -> None:
    window.open_path(draft)
    window.session.enter(CODE, "9")
    draft.write_bytes(b"PK\x03\x04 broken")
    assert not window.save()
    assert "而且现在读不出来" in answers.said[-1]
    assert draft.read_bytes() == b"PK\x03\x04 broken"
    answers.choice = "保留我的"
    assert window.save()
    assert number_in(draft) == 9
    assert list_versions(draft)[0].file.read_bytes() == b"PK\x03\x04 broken"


def test_a_draft_stored_anew_without_a_change_is_no_question(window: MainWindow, draft: Path, answers: Answers) -> None:
    window.open_path(draft)
    save_draft(a_report(1), draft)
    window.session.enter(CODE, "9")
    window.session.undo()
    assert window.commands.saving.disk._settle_changed()
    assert answers.said == []


# ------------------------------------------------------------ no longer where it was


@pytest.mark.parametrize("waits", [True, False])
def test_a_draft_that_vanished_is_not_written_anew_unasked(
    window: MainWindow, draft: Path, answers: Answers, waits: bool
) -> None:
    save = window.save if waits else window.commands.saving.save_behind
    window.open_path(draft)
    draft.rename(draft.with_name("改名.xlsx"))
    window.session.enter(CODE, "9")
    assert not save()
    assert answers.said[-1].startswith(
        f"还没有保存：原处的文件不见了（可能已改名、移动或磁盘已断开）：{draft}优盘或网络盘断开时"
    )
    assert not draft.exists()
    assert has_unsaved(window)

    answers.choice = "重新写在原处"
    assert save()
    window.draft.wait()
    assert (number_in(draft), number_in(draft.with_name("改名.xlsx"))) == (9, 1)

    answers.said.clear()
    window.session.enter(CODE, "8")
    assert save()
    window.draft.wait()
    assert answers.said == []


def test_a_draft_that_vanished_can_be_saved_elsewhere(
    window: MainWindow, draft: Path, answers: Answers, tmp_path: Path
) -> None:
    window.open_path(draft)
    draft.unlink()
    window.session.enter(CODE, "9")
    answers.choice, answers.save_to = "另存为…", tmp_path / "我的.xlsx"
    window.save()
    assert not draft.exists()
    assert window.draft.path == answers.save_to
    assert window.draft.is_saved
    assert number_in(answers.save_to) == 9


def test_closing_and_a_review_copy_ask_about_a_draft_that_vanished_too(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    window.open_sample()
    answers.save_to = tmp_path / "草稿.xlsx"
    assert window.save()
    (tmp_path / "草稿.xlsx").unlink()
    window.commands.report._after("review")
    assert answers.said.pop().startswith("还没有保存：原处的文件不见了")

    answers.unsaved = "save"
    assert not window.close()
    assert answers.said.pop().startswith("还没有保存：原处的文件不见了")
    assert not answers.save_to.exists()


def test_the_folder_of_a_draft_is_not_made_anew(window: MainWindow, answers: Answers, tmp_path: Path) -> None:
    folder = tmp_path / "优盘"
    folder.mkdir()
    save_draft(a_report(1), folder / "草稿.xlsx")
    window.open_path(folder / "草稿.xlsx")
    window.draft.wait()
    folder.rename(tmp_path / "改名")
    window.session.enter(CODE, "9")
    assert not window.save()
    assert answers.said[-1].startswith("还没有保存：原处的文件夹不见了")
    assert answers.offered == ("另存为…", "取消")
    assert not folder.exists()
    (tmp_path / "改名").rename(folder)
    assert window.save()
    assert number_in(folder / "草稿.xlsx") == 9
    shutil.rmtree(folder)
    folder.write_bytes(b"")  # what stands there now is no folder
    window.session.enter(CODE, "8")
    assert not window.save()
    assert answers.said[-1].startswith("还没有保存：原处的文件夹不见了")
    assert answers.offered == ("另存为…", "取消")


# ------------------------------------------------------------ a save that would drop something


def test_a_copy_of_a_sheet_is_told_when_the_draft_is_opened(window: MainWindow, draft: Path, answers: Answers) -> None:
    book = openpyxl.load_workbook(draft)
    book.copy_worksheet(book["三、依申请公开（表）"])
    book.save(draft)
    window.open_path(draft)
    assert "要核对：工作表“三、依申请公开（表） Copy”与“三、依申请公开（表）”重复，没有读入；请核对" in answers.said[0]


def test_what_a_save_would_drop_is_named_first(window: MainWindow, draft: Path, answers: Answers) -> None:
    workbook = openpyxl.load_workbook(draft)
    workbook.create_sheet("台账")["A1"] = "小王核对过"
    workbook.save(draft)
    window.open_path(draft)
    window.session.enter(CODE, "9")
    before = draft.read_bytes()

    answers.said.clear()
    assert not window.save()
    assert len(answers.said) == 1
    assert "工作表“台账”（1格有内容）不属于草稿，保存时不会保留。\n原文件会留在“版本历史”中" in answers.said[0]
    assert draft.read_bytes() == before

    answers.choice = "仍然保存"
    assert window.save()
    assert number_in(draft) == 9
    assert list_versions(draft)[0].file.read_bytes() == before

    answers.said.clear()
    window.session.enter(CODE, "8")
    assert window.save()
    assert answers.said == []  # the new file holds nothing foreign


class Holder:
    """Another program that holds the draft until it lets go; the save waits for it without a clock."""

    def __init__(self, draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.draft = draft
        self.lets_go = threading.Event()
        self._replace = Path.replace
        monkeypatch.setattr(Path, "replace", lambda path, target: self.replace(path, target))
        self.pause = lambda: self.lets_go.wait(0.02)
        monkeypatch.setattr(time, "sleep", lambda _seconds: self.pause())

    def replace(self, path: Path, target: Path) -> Path:
        if target == self.draft and not self.lets_go.is_set():
            raise PermissionError(13, "in use")
        return self._replace(path, target)


def test_a_draft_held_for_a_moment_is_saved_beside_the_typing(
    window: MainWindow, draft: Path, answers: Answers, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window.open_path(draft)
    window.session.enter(CODE, "9")
    holder = Holder(draft, monkeypatch)
    holder.pause = lambda: holder.lets_go.wait(60)
    assert window.commands.saving.save_behind()
    qtbot.waitUntil(lambda: window.statusBar().currentMessage() == HELD)
    window.session.enter("t3.R01.C2", "7")  # typing goes on
    assert window.draft.is_saving

    holder.lets_go.set()
    qtbot.waitUntil(lambda: not window.draft.is_saving)
    assert number_in(draft) == 9
    assert window.statusBar().currentMessage() == "已保存“草稿.xlsx”（09:30）"
    assert answers.said == []
    assert {path.name for path in draft.parent.iterdir()} == {draft.name, lock_file(draft).name}


def test_closing_waits_for_a_held_draft_with_the_window_painted(
    window: MainWindow, draft: Path, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_path(draft)
    window.session.enter(CODE, "9")
    holder = Holder(draft, monkeypatch)
    holder.pause = lambda: holder.lets_go.wait(60)
    monkeypatch.setattr(dialogs, "_MOMENT_MS", 0)
    said: list[str] = []

    def look() -> None:
        shown = QApplication.activeModalWidget()
        if isinstance(shown, WaitDialog) and shown.label.text() == HELD:
            said.append(shown.label.text())
            shown.reject()  # Esc does not leave it
            holder.lets_go.set()

    timer = QTimer(interval=10)
    timer.timeout.connect(look)
    timer.start()
    answers.unsaved = "save"
    assert window.close()
    timer.stop()
    assert said
    assert number_in(draft) == 9


def test_a_held_draft_that_was_left_is_not_asked_about_any_more(
    window: MainWindow, draft: Path, answers: Answers, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tmp_path: Path
) -> None:
    other = tmp_path / "另一份.xlsx"
    save_draft(a_report(3), other)
    window.open_path(draft)
    window.session.enter(CODE, "9")
    Holder(draft, monkeypatch)
    monkeypatch.setattr(dialogs, "_MOMENT_MS", 60_000)  # nothing is asked while it is waited for
    answers.choice = "再试一次"  # would write the other report over this one
    window.commands.run("save")
    window.open_path(other)  # 不保存
    qtbot.wait(50)
    assert window.draft.path == other
    assert answers.said == []
    assert (number_in(draft), number_in(other)) == (1, 3)


@pytest.mark.parametrize("waits", [True, False])
def test_a_draft_that_stays_held_is_asked_about_and_forks_only_by_answer(
    window: MainWindow, draft: Path, answers: Answers, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, waits: bool
) -> None:
    window.open_path(draft)
    window.session.enter(CODE, "9")
    holder = Holder(draft, monkeypatch)
    save = window.save if waits else window.commands.saving.save_behind
    assert save() is not waits
    qtbot.waitUntil(lambda: bool(answers.said))
    assert answers.said == [
        "没有保存：无法写入“草稿.xlsx”，它可能正被其他程序打开，或者不允许修改。请先在 Word、Excel 或 "
        "WPS 中关闭该文件，再试一次；仍不行时请换一个文件名保存。填写的内容还在窗口里，没有丢失。"
    ]
    assert answers.offered == ("再试一次", "另存一份…", "取消")
    assert window.statusBar().currentMessage() == ""
    assert {path.name for path in draft.parent.iterdir()} == {draft.name, lock_file(draft).name}
    assert has_unsaved(window)

    answers.choice = "另存一份…"
    beside = answers.save_to = draft.with_name("草稿(1).xlsx")
    assert save() is True
    qtbot.waitUntil(lambda: window.draft.path == beside)
    assert (number_in(draft), number_in(beside)) == (1, 9)
    window.draft.wait()
    assert held_lock(beside, "another") is not None
    assert not lock_file(draft).exists()

    answers.choice = "再试一次"
    holder.draft = beside
    window.session.enter(CODE, "8")
    tries: list[int] = []

    def try_again(*_args: object, **_options: object) -> str:
        tries.append(1)
        holder.lets_go.set()
        return "再试一次"

    monkeypatch.setattr(dialogs, "choose", try_again)
    assert save() is True
    qtbot.waitUntil(lambda: window.draft.is_saved)
    assert tries == [1]
    assert number_in(beside) == 8
