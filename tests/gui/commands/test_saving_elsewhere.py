"""A draft that cannot be written where it is: another place is offered, whatever refuses it."""

import errno
import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.base.errors import writing_failed
from core.base.hidden_file import TEMPORARY_PREFIX
from core.draft import draft_store
from core.draft.workbook import load_draft, save_draft
from core.report.report import new_report
from core.report.stages import Stage
from gui.commands.saving_actions import CANCEL, RETRY
from gui.commands.unsaved_actions import BACK, LEAVE_ANYWAY, SAVE_COPY
from gui.main_window import MainWindow
from gui.report import autosaving
from tests.window_fixtures import Answers

CODE = "t3.R01.C1"
OFFERED = (RETRY, SAVE_COPY, CANCEL)


class RefusingFolder:
    """A folder in which no file can be written, also by root."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.number = folder, 0
        self._open = os.open
        monkeypatch.setattr(os, "open", self.open)

    def open(self, path: "os.PathLike[str] | str", flags: int, mode: int = 0o777) -> int:
        file = Path(path)
        if self.number and file.parent == self.folder and file.name.startswith(TEMPORARY_PREFIX):
            raise OSError(self.number, os.strerror(self.number), str(path))
        return self._open(path, flags, mode)


@pytest.fixture
def refusing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RefusingFolder:
    folder = tmp_path / "优盘"
    folder.mkdir()
    save_draft(new_report("某县水利局", "政府部门", 2025).with_cells({CODE: 1}), folder / "草稿.xlsx")
    return RefusingFolder(folder, monkeypatch)


@pytest.fixture
def draft(refusing: RefusingFolder, window: MainWindow) -> Path:
    """Return a draft that is open, with a change that is not saved."""
    path = refusing.folder / "草稿.xlsx"
    window.open_path(path)
    window.draft.wait()
    window.session.enter(CODE, "9")
    return path


def number_in(path: Path) -> object:
    return load_draft(path).report.cells.get(CODE)


@pytest.mark.parametrize("waits", [True, False])
@pytest.mark.parametrize(
    ("number", "why"),
    [
        (errno.EACCES, "无法在文件夹“优盘”中写入文件，没有写入权限。"),
        (errno.EROFS, "无法在文件夹“优盘”中写入文件，没有写入权限。"),
        (errno.ENOSPC, "无法写入“草稿.xlsx”，磁盘空间不足。"),
        (errno.EIO, "无法写入“草稿.xlsx”，磁盘或优盘出错，也可能已被拔出。"),
    ],
)
def test_a_draft_that_its_place_refuses_is_saved_elsewhere(
    window: MainWindow,
    refusing: RefusingFolder,
    draft: Path,
    answers: Answers,
    qtbot: QtBot,
    number: int,
    why: str,
    waits: bool,
) -> None:
    refusing.number = number
    save = window.save if waits else window.commands.saving.save_behind
    save()
    qtbot.waitUntil(lambda: bool(answers.said))
    assert answers.said[0].startswith(f"没有保存：{why}")
    assert answers.said[0].endswith("填写的内容还在窗口里，没有丢失。")
    assert answers.offered == OFFERED
    assert (number_in(draft), window.draft.is_saved) == (1, False)

    answers.choice, answers.save_to = SAVE_COPY, refusing.folder.parent / "本机.xlsx"
    save()
    qtbot.waitUntil(lambda: window.draft.path == answers.save_to)
    assert (number_in(draft), number_in(answers.save_to), window.draft.is_saved) == (1, 9, True)


def test_the_copy_is_not_proposed_in_the_folder_that_refuses_it(
    window: MainWindow, refusing: RefusingFolder, draft: Path, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[Path] = []
    monkeypatch.setattr("gui.dialogs.ask_save", lambda _parent, _title, path, *_: proposed.append(path))
    refusing.number, answers.choice = errno.EACCES, SAVE_COPY
    assert not window.save()
    assert [path.name for path in proposed] == ["草稿.xlsx"]
    assert proposed[0].parent not in {refusing.folder, Path()}


def test_a_new_report_saved_first_in_a_place_that_refuses_it_is_saved_elsewhere(
    window: MainWindow, refusing: RefusingFolder, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.commands.opening.new("某县水利局", "政府部门", 2025)
    places = iter([refusing.folder / "新.xlsx", refusing.folder.parent / "新.xlsx"])
    monkeypatch.setattr("gui.dialogs.ask_save", lambda *_: next(places))
    refusing.number, answers.choice = errno.ENOSPC, SAVE_COPY
    assert window.save()
    assert window.draft.path == refusing.folder.parent / "新.xlsx"


@pytest.mark.parametrize("number", [errno.EACCES, errno.ENOSPC])
def test_closing_with_changes_that_cannot_be_saved_leads_elsewhere(
    window: MainWindow, refusing: RefusingFolder, draft: Path, answers: Answers, number: int
) -> None:
    refusing.number, answers.unsaved = number, "save"
    assert not window.close()
    assert answers.offered == OFFERED
    answers.choice, answers.save_to = SAVE_COPY, refusing.folder.parent / "本机.xlsx"
    assert window.close()
    assert number_in(answers.save_to) == 9


def test_changes_that_can_be_put_nowhere_are_saved_elsewhere_before_leaving(
    window: MainWindow, refusing: RefusingFolder, draft: Path, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(file: Path, *_: object) -> None:
        raise writing_failed(OSError(errno.ENOSPC, ""), file)

    monkeypatch.setattr(draft_store, "write_autosave", full)
    monkeypatch.setattr(draft_store, "write_rescue", lambda *_: full(Path("抢救草稿.xlsx")))
    answers.unsaved = "discard"
    assert not window.close()
    assert answers.said[-1] == (
        "不能留存：未保存的内容没有地方可以留存：无法写入“抢救草稿.xlsx”，磁盘空间不足。"
        "现在离开，这些内容就找不回来了。"
    )
    assert answers.offered == (SAVE_COPY, LEAVE_ANYWAY, BACK)
    answers.choice, answers.save_to = SAVE_COPY, refusing.folder.parent / "本机.xlsx"
    assert window.close()
    assert number_in(answers.save_to) == 9


def test_while_the_autosave_fails_a_button_leads_to_a_copy(
    window: MainWindow,
    refusing: RefusingFolder,
    draft: Path,
    answers: Answers,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    button = window.commands.saving.copy_wanted
    monkeypatch.setattr(autosaving, "_AGAIN_MS", 20)
    with qtbot.waitSignal(window.autosave.kept):
        window.session.enter(CODE, "8")
    assert not button.isVisible()
    with monkeypatch.context() as patch:

        def full(file: Path, *_: object) -> None:
            raise writing_failed(OSError(errno.ENOSPC, ""), file)

        patch.setattr(draft_store, "write_autosave", full)
        window.session.enter(CODE, "7")
        qtbot.waitUntil(button.isVisible)
    qtbot.waitUntil(lambda: not button.isVisible())  # the disk is free again

    monkeypatch.setattr(draft_store, "write_autosave", full)
    window.session.enter(CODE, "6")
    qtbot.waitUntil(button.isVisible)
    answers.save_to = refusing.folder.parent / "本机.xlsx"
    button.click()
    assert (window.draft.path, number_in(answers.save_to)) == (answers.save_to, 6)
    assert not button.isVisible()
    assert answers.said == []


@pytest.mark.parametrize(
    ("stage", "made", "left"),
    [
        ("review", "送审稿已生成在“送审”中，但没有记入草稿。", "下一稿的稿次会重复"),
        ("final", "定稿已生成在“送审”中，但没有记入草稿。", "再打开时报告还不是定稿"),
    ],
)
def test_a_report_that_is_made_but_not_noted_is_no_plain_success(
    window: MainWindow, refusing: RefusingFolder, answers: Answers, stage: Stage, made: str, left: str
) -> None:
    window.open_sample()
    answers.save_to = refusing.folder / "报告.xlsx"
    assert window.save()
    refusing.number = errno.EACCES
    answers.save_to = refusing.folder.parent / "送审" / "报告.docx"
    answers.save_to.parent.mkdir()
    window.wizard.review.buttons[stage].click()
    refused, told = answers.said[-2:]
    assert refused.startswith(f"没有保存：{made}无法在文件夹“优盘”中写入文件")
    assert told.startswith("已生成，没有记入草稿：")
    assert left in told
    assert answers.offered[0] == "另存草稿…"
    assert answers.save_to.exists()


def test_a_round_that_could_be_noted_elsewhere_is_told_as_made(
    window: MainWindow, refusing: RefusingFolder, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_sample()
    answers.save_to = refusing.folder / "报告.xlsx"
    assert window.save()
    refusing.number, answers.choice = errno.EACCES, SAVE_COPY
    places = iter([refusing.folder.parent / "报告.docx", refusing.folder.parent / "本机.xlsx"])
    monkeypatch.setattr("gui.dialogs.ask_save", lambda *_: next(places))
    window.wizard.review.buttons["review"].click()
    assert answers.said[-1].startswith("已生成：")
    assert len(load_draft(refusing.folder.parent / "本机.xlsx").report.rounds) == 1
