"""What the clerk is asked in the life of a draft: a colleague has it open, WPS changed it, the program ended badly."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel

from core.base.archive_limits import read_limited
from core.base.atomic_file import free_sibling, replace_file
from core.base.disk_state import changed_since
from core.base.errors import FileInUseError, FileProtectedError, ReportError, reading_failed, writing_failed
from core.base.on_disk import OnDisk, is_folder, on_disk
from core.draft import draft_store
from core.draft.draft_changes import report_changes
from core.office.review import take_over_file
from gui import dialogs
from gui.commands.lock_questions import EDIT_COPY, OPEN_ANYWAY, READ_ONLY, LockQuestions

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QMenu

    from core.base.disk_state import DiskState
    from core.draft.draft_saving import SavedDraft
    from core.draft.draft_store import KeptDraft
    from core.draft.draft_versions import Version
    from core.report.report import Report
    from gui.main_window import MainWindow
    from gui.report.draft_file import DraftFile
    from gui.report.draft_keeper import DraftKeeper
    from gui.report.session import Clock, ReportSession

RETRY, SAVE_COPY, CANCEL = "再试一次", "另存一份…", "取消"
USE_FILE, KEEP_MINE, SAVE_MINE_AS, LATER = "用文件里的", "保留我的", "我的另存为…", "以后再说"
RESTORE, PUT_ASIDE = "恢复", "不用了"
SAVE_ANYWAY, SAVE_AS, WRITE_ANEW = "仍然保存", "另存为…", "重新写在原处"


class DraftLife(QObject):
    """Opens and saves the draft for the window, and asks where that could lose something."""

    def __init__(
        self, session: ReportSession, draft: DraftFile, keeper: DraftKeeper, clock: Clock, window: MainWindow
    ) -> None:
        super().__init__(window)
        self._session = session
        self._draft = draft
        self._keeper = keeper
        self._clock = clock
        self._window = window
        self._is_asking = False
        self._is_wanted_again = False
        self._asked: DiskState | None = None
        self._locks = LockQuestions(draft, keeper, window)
        self._is_held = False
        self.kept_label = QLabel()
        self.kept_label.setObjectName("hint")
        window.statusBar().addPermanentWidget(self.kept_label)
        if keeper.file is None:
            self.kept_label.setText("自动保存不能使用（无法建立数据文件夹），请及时手动保存。")
        draft.changed.connect(self._follow_draft)
        draft.saved.connect(self._tell_saved)
        draft.save_failed.connect(self._tell_not_saved)
        draft.waiting.connect(self._tell_held)
        keeper.failed.connect(self._tell_not_kept)
        keeper.kept.connect(self._tell_kept)

    def add_to(self, menu: QMenu) -> None:
        """Put the commands into the menu 文件."""
        menu.addAction("版本历史…").triggered.connect(lambda: self._window.run(self.show_history))
        menu.addAction("找回未保存的内容…").triggered.connect(lambda: self._window.run(self.offer_rescued))

    # ------------------------------------------------------------ opening

    def open(self, path: Path) -> tuple[tuple[str, str, str], ...]:
        """Open a draft; where somebody else has it open, ask how. Return what could not be read.

        Raises:
            ReportError: It cannot be read, or a copy cannot be written; the open report is untouched.
        """
        error = dialogs.ask_places(self._window, [path])[path].error
        if error is not None:
            raise reading_failed(error, path) from error
        held = self._draft.owner_of(path)
        if held is None:
            return self._draft.open(path)
        answer = self._locks.ask_how_to_open(path, held)
        if answer == READ_ONLY:
            return self._draft.open(path, is_read_only=True)
        if answer == OPEN_ANYWAY:
            return self._draft.open(path, takes_over=True)
        if answer == EDIT_COPY:
            copy = dialogs.ask_save(self._window, "另存一份", path.with_name(f"{path.stem}（副本）.xlsx"))
            if copy is not None and copy != path:
                dialogs.beside(self._window, "正在另存……", lambda: replace_file(copy, read_limited(path)))
                return self._draft.open(copy)
        return ()

    # ------------------------------------------------------------ saving

    def save(self, path: Path, *, waits: bool) -> bool:
        """Save the draft if nothing speaks against it; return whether it was saved or is being saved.

        Args:
            path: The draft file, or another for 另存为.
            waits: Whether to wait until it is written; else typing goes on.

        Raises:
            ReportError: It cannot be written; the old file is whole.
        """
        place = dialogs.ask_places(self._window, [path])[path]
        if place.answer is None and place.error is not None:  # silent: what follows would wait for it in the window
            raise writing_failed(place.error, path) from place.error
        self._is_held = self._is_held and self._draft.is_saving
        if waits:
            self.wait()
        elif self._draft.is_saving:
            self._is_wanted_again = True
            return True
        if path == self._draft.path and not self._is_settled(path):
            return False
        if not waits:
            self._draft.save_behind(path)
            return True
        try:
            self._draft.save(path, self.wait)
        except (FileInUseError, FileProtectedError) as error:
            return self._ask_held(error, path, waits=True)
        return True

    def wait(self) -> None:
        """Wait until the draft is written, with the window painted and the reason said."""
        dialogs.wait_for(self._window, lambda: dialogs.HELD if self._is_held else "正在保存……", self._draft.wait)

    def _ask_held(self, error: FileInUseError | FileProtectedError, path: Path, *, waits: bool) -> bool:
        """Ask what to do about a file that cannot be written now; return whether it was saved or is being saved."""
        self._window.statusBar().clearMessage()
        more = f"{error.advice}填写的内容还在窗口里，没有丢失。"
        answer = dialogs.choose(self._window, "没有保存", error.summary, more, (RETRY, SAVE_COPY, CANCEL))
        if answer == RETRY:
            return self.save(path, waits=waits)
        if answer == SAVE_COPY:
            copy = dialogs.ask_save(self._window, "另存一份", free_sibling(path))
            return copy is not None and self.save(copy, waits=True)
        return False

    def _is_settled(self, path: Path) -> bool:
        """Ask about everything that speaks against saving the draft over its file; return whether to save."""
        return self._locks.settle(path) and self._settle_missing() and self._settle_disk() and self._settle_foreign()

    def _settle_missing(self) -> bool:
        """Ask what to do if the file is no longer where it was; return whether to write it there anew.

        Its folder may be there all the same: the empty one that a pulled stick or a lost share leaves. What is written
        into that is out of sight once they are back.
        """
        path = self._draft.path
        if path is None or self._draft.disk is None:
            return True
        if on_disk(path) is not OnDisk.MISSING or not is_folder(path.parent):  # a save says best what is wrong there
            return True
        answer = dialogs.choose(
            self._window,
            "还没有保存",
            f"原处的文件不见了（可能已改名、移动或磁盘已断开）：{path}",
            "优盘或网络盘断开时，请先接好再保存；文件已改名或移动时，请用“另存为”，以免两份内容不同的草稿并存。",
            (SAVE_AS, WRITE_ANEW, CANCEL),
        )
        if answer == SAVE_AS:
            self._window.save_as()
        return answer == WRITE_ANEW

    def _settle_foreign(self) -> bool:
        """Name what stands in the file and saving would drop; return whether to save all the same."""
        foreign = self._draft.foreign()
        if not foreign:
            return True
        lines = "\n".join(foreign[:12]) + (f"\n……共{len(foreign)}处" if len(foreign) > 12 else "")
        answer = dialogs.choose(
            self._window,
            "文件中有草稿以外的内容",
            "文件中有些内容不属于草稿，保存后不会保留：",
            f"{lines}\n原文件会留在“版本历史”中。也可以另存为新文件，原文件不动。",
            (SAVE_AS, SAVE_ANYWAY, CANCEL),
        )
        if answer == SAVE_AS:
            self._window.save_as()
        return answer == SAVE_ANYWAY

    def _tell_held(self) -> None:
        if not self._draft.is_saving:  # told too late
            return
        self._is_held = True
        self._window.statusBar().showMessage(dialogs.HELD, 10_000)

    def _tell_saved(self, saved: SavedDraft) -> None:
        self._asked = None
        self._window.statusBar().showMessage(f"已保存“{saved.path.name}”（{self._clock():%H:%M}）", 8000)
        if saved.notes:
            dialogs.inform(self._window, "已保存", "\n".join(saved.notes))
        if self._is_wanted_again:
            self._is_wanted_again = False
            self._window.save_behind()

    def _tell_not_saved(self, error: ReportError) -> None:
        self._is_wanted_again = False
        path = self._draft.path
        if path is None or not isinstance(error, FileInUseError | FileProtectedError):
            dialogs.show_error(self._window, error)
            return

        def ask() -> None:
            if path == self._draft.path and not self._draft.is_saved:  # it may have been left or saved meanwhile
                self._window.run(lambda: self._ask_held(error, path, waits=False))

        QTimer.singleShot(0, self, ask)  # not out of the worker's signal: it would hold up what comes after it

    # ------------------------------------------------------------ changed by another program

    def look_at_disk(self) -> None:
        """Look whether another program changed the draft; called when the window is activated."""
        if not self._is_asking:
            self._draft.check_disk_behind(self._found_changed)

    def _found_changed(self, state: DiskState) -> None:
        if state != self._asked and not self._is_asking:
            # Not out of the worker's signal: the question would hold up what comes after it
            QTimer.singleShot(0, self, lambda: self._window.run(self._settle_disk))

    def _settle_disk(self) -> bool:
        """Ask what holds if another program changed the file; return whether the open report may be saved over it."""
        state = self._draft.changed_on_disk()
        if state is None or self._draft.path is None:
            return True
        self._asked = state
        self._is_asking = True
        try:
            return self._ask_which(self._draft.path, state)
        finally:
            self._is_asking = False

    def _ask_which(self, path: Path, state: DiskState) -> bool:
        from core.draft.draft_versions import (  # deferred: openpyxl must not be imported at start
            keep_file,
            keep_version,
        )
        from core.draft.workbook import draft_bytes

        theirs, text = self._read_theirs(path)
        mine = self._session.report
        changes = report_changes(mine, theirs) if theirs else []
        if theirs and not changes:  # only stored anew
            self._draft.accept_disk(state, is_unsaved=not self._draft.is_saved)
            return True
        answers = (*((USE_FILE,) if theirs else ()), KEEP_MINE, SAVE_MINE_AS, LATER)
        answer = dialogs.choose_with_changes(
            self._window, "草稿文件已被改动", text, changes, ("现在填报", "文件中"), answers
        )
        if answer == USE_FILE and theirs:
            keep_version(path, draft_bytes(mine), self._clock(), "mine")
            self._session.record(take_over_file(mine, theirs), "改用文件里的内容")
            self._draft.accept_disk(state, is_unsaved=self._session.report != theirs)
        elif answer == KEEP_MINE:
            keep_file(path, self._clock(), "file")
            self._draft.accept_disk(state, is_unsaved=True)
            return True
        elif answer == SAVE_MINE_AS:
            self._window.save_as()
        return False

    def _read_theirs(self, path: Path) -> tuple[Report | None, str]:
        """Return what the file holds now, and how to ask about it."""
        from core.draft.workbook import load_draft  # deferred: see _ask_which

        kept = "没有选中的一份会留在“版本历史”中，不会丢失。"
        try:
            report = load_draft(path).report
        except ReportError as error:
            return None, f"“{path.name}”已被其他程序改动，而且现在读不出来：{error.summary}{kept}"
        return report, f"“{path.name}”已被其他程序（如 WPS）改动，与现在填报的不同。以哪一份为准？{kept}"

    # ------------------------------------------------------------ what was not saved

    def offer_recovery(self) -> bool:
        """Offer what was not saved when the program ended badly; return whether one was restored.

        Raises:
            ReportError: It can be neither kept nor moved; it stays where it is.
        """
        left = draft_store.left_behind()
        if not left:
            return False
        from core.draft.draft_saving import is_in_its_file, with_own_save  # deferred: only after a crash

        found = []
        away = self._away(left)
        for kept in left:
            if kept.draft in away:
                found.append(kept)
            elif is_in_its_file(kept):
                draft_store.clear_autosave(kept.file)
            else:
                found.append(with_own_save(kept))
        if not found:
            return False
        text = "上次程序没有正常结束，发现未保存的内容。要恢复吗？不恢复的可以随时从“文件－找回未保存的内容”找回。"
        answer, row = dialogs.choose_with_list(
            self._window, "发现未保存的内容", text, [_line(kept, away) for kept in found], (RESTORE, PUT_ASIDE, LATER)
        )
        if answer == RESTORE and row >= 0:
            self._restore(found[row], away)
            return True
        if answer == PUT_ASIDE:
            for kept in found:
                draft_store.put_aside(kept)
        return False

    def offer_rescued(self) -> None:
        """Offer everything that was not saved and put aside.

        Raises:
            ReportError: It cannot be kept anew.
        """
        from core.draft.draft_saving import with_own_save  # deferred: openpyxl must not be imported at start

        found = [*draft_store.left_behind(), *draft_store.rescued()]
        if not found:
            dialogs.inform(self._window, "找回未保存的内容", "没有未保存的内容。")
            return
        away = self._away(found)
        found = [kept if kept.draft in away else with_own_save(kept) for kept in found]
        text = "以下内容没有保存就离开了，按时间排列。恢复后请保存。"
        answer, row = dialogs.choose_with_list(
            self._window, "找回未保存的内容", text, [_line(kept, away) for kept in found], (RESTORE, CANCEL)
        )
        if answer == RESTORE and row >= 0 and self._window.may_leave():
            self._restore(found[row], away)

    def _away(self, found: list[KeptDraft]) -> set[Path]:
        """Return the draft files that cannot be asked now, or do not answer: a share that is not there yet."""
        asked = dialogs.ask_places(self._window, {kept.draft for kept in found if kept.draft})
        return {path for path, question in asked.items() if question.answer in {None, OnDisk.UNREACHABLE}}

    def _restore(self, kept: KeptDraft, away: set[Path]) -> None:
        """Restore what was kept; where its file cannot be asked as a report that has no file yet, and say so."""
        if kept.draft not in away:
            self._keeper.restore(kept)
            return
        assert kept.draft is not None
        self._keeper.restore(replace(kept, draft=None))
        dialogs.inform(
            self._window,
            "已恢复，还没有存入文件",
            f"“{kept.draft.name}”现在打不开，恢复的内容是一份未保存的草稿。",
            f"原来的文件在：{kept.draft.parent}\n请检查网络盘或优盘是否已接好、有没有权限，再点“另存为”保存；"
            "原来的文件没有改动。",
        )

    def discard(self) -> bool:
        """Put the newest state aside, since the open report is left without saving; return whether to leave it."""
        try:
            elsewhere = self._keeper.discard()
        except ReportError as error:
            question = f"未保存的内容没有地方可以留存：{error.summary}现在离开，这些内容就找不回来了。"
            return dialogs.confirm(self._window, "不能留存", question, "仍然离开", "返回")
        if elsewhere is not None:
            text = "程序的数据文件夹现在不能使用，未保存的内容另存了一份："
            dialogs.inform(self._window, "未保存的内容", text, str(elsewhere))
        return True

    # ------------------------------------------------------------ history

    def show_history(self) -> None:
        """Show the kept versions of the draft.

        Raises:
            ReportError: The data folder cannot be used.
        """
        from core.draft.draft_versions import list_versions  # deferred: openpyxl must not be imported at start

        if self._draft.path is None:
            dialogs.inform(
                self._window, "版本历史", "这份报告还没有保存过，没有版本。", "保存草稿后，每次保存前的文件都会留存。"
            )
            return
        versions = list_versions(self._draft.path)
        if not versions:
            dialogs.inform(self._window, "版本历史", "还没有留存的版本。", "再次保存时，保存前的文件会留存在这里。")
            return
        may_restore = not self._session.is_locked
        version = dialogs.choose_version(self._window, versions, self._session.report, may_restore=may_restore)
        if version is not None:
            self.restore_version(version)

    def restore_version(self, version: Version) -> None:
        """Put the numbers and texts of an older version in place of the open ones, which are kept as a version.

        They come back by 撤销. Rounds, log and status go on: they tell of papers that are out of the house.

        Raises:
            ReportError: The version cannot be read or the present state cannot be kept; nothing is changed.
        """
        from core.draft.draft_versions import keep_version, read_version  # deferred: see show_history
        from core.draft.workbook import draft_bytes

        report = read_version(version)
        if self._draft.path is not None:
            keep_version(self._draft.path, draft_bytes(self._session.report), self._clock(), "restored")
        self._session.adopt(report, f"恢复{version.when:%m月%d日 %H:%M}的版本")

    # ------------------------------------------------------------ quiet words in the status bar

    def _follow_draft(self) -> None:
        if self._draft.is_saved and self._keeper.file is not None:
            self.kept_label.clear()

    def _tell_kept(self) -> None:
        self.kept_label.setText(f"{self._clock():%H:%M} 已自动保存，尚未存入草稿文件")

    def _tell_not_kept(self, error: ReportError) -> None:
        file = self._keeper.file
        summary = error.summary.replace(file.name, "自动保存文件") if file else error.summary
        self.kept_label.setText(f"自动保存没有成功：{summary}请及时手动保存。")


def _line(kept: KeptDraft, away: set[Path]) -> str:
    report = kept.report
    where = kept.draft.name if kept.draft else "还没有草稿文件"
    if kept.draft in away:
        where += "（现在打不开）"
    elif kept.draft and kept.base and changed_since(kept.draft, kept.base):
        where += "（草稿文件在这之后又有改动）"
    return f"{report.unit or '（单位未填）'}　{report.year or '　'}年　{kept.when[:16].replace('T', ' ')}　{where}"
