"""Commands that save the draft, and what is asked where that could lose something."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton

from core.base.atomic_file import free_sibling
from core.base.errors import ErrorText, FileError, FileInUseError, FileProtectedError, ReportError, writing_failed
from core.draft import draft_saving
from gui import dialogs
from gui.commands.area import CommandArea, Surroundings
from gui.commands.command import Command
from gui.commands.disk_questions import DiskQuestions
from gui.commands.lock_questions import SAVE_AS, LockQuestions
from gui.commands.unsaved_actions import SAVE_COPY, STILL_HERE, UnsavedActions

RETRY, CANCEL, LEAVE = "再试一次", "取消", "离开"

_NOT_KEPT = (
    "草稿本身已经存好。上一版留存在本机的数据文件夹中，请检查那里的磁盘空间和写入权限；在此之前，要留底的请用“另存为”"
    "另存一份。这个提示不再弹出，只在窗口下方显示。"
)
_UNANSWERED = ErrorText(
    "“{name}”所在的位置一直没有应答，还没有存好。",
    "请检查网络盘或优盘是否已接好，再试一次，或另存一份到本机。",
)


class SavingActions(CommandArea):
    """Saves the draft and says how that went.

    Attributes:
        disk: Asks about the file as it lies on the disk.
        copy_wanted: Leads to a copy while the autosave fails; hidden elsewhere.
    """

    def __init__(self, given: Surroundings, locks: LockQuestions, unsaved: UnsavedActions) -> None:
        super().__init__(given)
        self._locks = locks
        self._unsaved = unsaved
        self.disk = DiskQuestions(given, self.save_behind, self.save_as)
        self._is_wanted_again = False
        self._is_held = False
        self._writing = Path()
        self._done = ""
        self._is_leaving = self._is_unanswered = False
        self._has_told_notes = False
        given.draft.saved.connect(self._tell_saved)
        given.draft.save_failed.connect(self._tell_not_saved)
        given.draft.waiting.connect(self._tell_held)
        self.copy_wanted = QPushButton(SAVE_COPY)
        self.copy_wanted.setToolTip("自动保存没有成功。点此把草稿另存到写得进去的地方，例如另一个磁盘。")
        self.copy_wanted.hide()
        self.copy_wanted.clicked.connect(lambda: self._save_copy())
        unsaved.is_kept_changed.connect(lambda is_kept: self.copy_wanted.setVisible(not is_kept))

    def commands(self) -> list[Command]:
        """Return the commands."""
        return [
            Command("save", "保存", self.save_behind, QKeySequence.StandardKey.Save),
            Command("save_as", "另存为…", self.save_as, "Ctrl+Shift+S"),
        ]

    def save(self, done: str = "") -> bool:
        """Save the draft and wait until it is written; ask where, the first time. Return whether it was saved.

        ``done`` says what was done already and would be noted in it, for where it cannot be written.
        """
        self._done = done
        try:
            return self._save(waits=True)
        finally:
            self._done = ""

    def save_behind(self) -> bool:
        """Save the draft while typing goes on; ask where, the first time. Return whether it is being saved."""
        return self._save(waits=False)

    def _save(self, *, waits: bool) -> bool:
        path = self._draft.path
        if path is None or self._draft.is_read_only:
            return self.save_as()
        return self._run_save(path, waits=waits)

    def _run_save(self, path: Path, *, waits: bool) -> bool:
        saved: list[bool] = []
        return self._host.run(lambda: saved.append(self._save_to(path, waits=waits))) and saved[0]

    def save_as(self) -> bool:
        """Save the draft under another name; return whether it was saved."""
        proposal = self._draft.proposal(Path()).name
        path = self._host.files.save("draft", "保存草稿", proposal, dialogs.DRAFT_FILTER)
        return path is not None and self._run_save(path, waits=True)

    def _save_copy(self, refusing: Path | None = None) -> bool:
        """Save the draft elsewhere, proposed outside a folder that cannot be written; return whether it was saved."""
        path = self._place_of_copy(refusing)
        return path is not None and self._run_save(path, waits=True)

    def offer_copy(self, error: ReportError) -> None:
        """Say that the draft takes no changes, and offer to save it under another name, which does."""
        answer = dialogs.choose(self._host.widget, "没有完成", error.summary, error.advice, (SAVE_AS, CANCEL))
        if answer == SAVE_AS:
            self.save_as()

    def may_leave(self) -> bool:
        """Ask about unsaved changes; return whether the open report may be left."""
        path = self._draft.path
        if path is not None and self._draft.is_saving and not self.wait(path):
            return self._leave_unanswered()
        if self._draft.is_saved:
            return True
        answer = dialogs.ask_unsaved(self._host.widget, self._draft.name)
        if answer == "discard":
            return self._unsaved.discard(self._save_copy)
        self._is_leaving, self._is_unanswered = True, False
        try:
            is_saved = answer == "save" and self.save()
        finally:
            self._is_leaving = False
        return is_saved or ((self._is_unanswered or self._draft.is_saving) and self._leave_unanswered())

    def _leave_unanswered(self) -> bool:
        """Ask whether to leave a draft whose place has not answered to a save; return whether to leave it."""
        answer = dialogs.choose(
            self._host.widget,
            "没有存好",
            f"“{self._draft.name}”所在的位置一直没有应答，还没有存好。",
            "现在离开，填写的内容也不会丢失：它留存在本机，可以随时从“文件－找回未保存的内容”找回。",
            (SAVE_COPY, LEAVE, CANCEL),
        )
        if answer == SAVE_COPY:
            return self._save_copy(self._writing.parent)
        return answer == LEAVE and self._unsaved.discard(self._save_copy)

    def _save_to(self, path: Path, *, waits: bool) -> bool:
        """Save the draft if nothing speaks against it; return whether it was saved or is being saved.

        Where it cannot be written another try or another place is offered; the old file is whole.

        Args:
            path: The draft file, or another for 另存为.
            waits: Whether to wait until it is written; else typing goes on.

        Raises:
            ReportError: It can be written nowhere.
        """
        try:
            return self._try_to_save(path, waits=waits)
        except FileError as error:
            refused = error
        return self._ask_elsewhere(refused, path, waits=waits)

    def _try_to_save(self, path: Path, *, waits: bool) -> bool:
        place = dialogs.ask_places(self._host.widget, [path])[path]
        if place.answer is None and place.error is not None:  # silent: what follows would wait for it in the window
            raise writing_failed(place.error, path) from place.error
        self._is_held = self._is_held and self._draft.is_saving
        self._writing = path
        if waits:
            if not self.wait(path):
                return self._ask_unanswered(path)
        elif self._draft.is_saving:
            self._is_wanted_again = True
            return True
        if path == self._draft.path and not (self._locks.settle(path, self.save_as) and self.disk.settle()):
            return False
        if not waits:
            self._draft.save_behind(path)
            return True
        saved = self._draft.save(path, partial(self.wait, path))
        self._is_unanswered = saved is None
        if saved is None and not self._is_leaving:
            return self._ask_unanswered(path)
        return saved is not None

    def wait(self, path: Path) -> bool:
        """Wait until a file is written, with the window painted and the reason said; return whether it is."""
        return dialogs.wait_for(
            self._host.widget,
            lambda: dialogs.held_sentence(path.name) if self._is_held else "正在保存……",
            self._draft.lines.of(path).wait,
        )

    def _ask_unanswered(self, path: Path) -> bool:
        """Ask what to do about a save that nobody waits for any longer; return whether it was saved."""
        return self._ask_elsewhere(_UNANSWERED.of(path), path, waits=True, kept=self._unsaved.kept_sentence())

    def _ask_elsewhere(self, error: FileError, path: Path, *, waits: bool, kept: str = STILL_HERE) -> bool:
        """Ask what to do about a file that cannot be written now; return whether it was saved or is being saved.

        ``kept`` says where the newest state is meanwhile.
        """
        self._host.say("")
        more = f"{error.advice}{kept}"
        summary = f"{self._done}{error.summary}"
        answer = dialogs.choose(self._host.widget, "没有保存", summary, more, (RETRY, SAVE_COPY, CANCEL))
        if answer == RETRY:
            return self._save_to(path, waits=waits)
        if answer == SAVE_COPY:
            is_beside = isinstance(error, FileInUseError | FileProtectedError)  # the folder itself can be written
            copy = self._ask_beside(path) if is_beside else self._place_of_copy(path.parent)
            return copy is not None and self._save_to(copy, waits=True)
        return False

    def _ask_beside(self, path: Path) -> Path | None:
        return dialogs.ask_save(self._host.widget, "另存一份", free_sibling(path))

    def _place_of_copy(self, refusing: Path | None) -> Path | None:
        """Ask where to save a copy, proposed outside the folder that cannot be written; None for nowhere."""
        name = self._draft.path.name if self._draft.path else self._draft.proposal(Path()).name
        return self._host.files.save("draft", "另存一份", name, dialogs.DRAFT_FILTER, not_in=refusing)

    def _tell_held(self) -> None:
        if not self._draft.is_saving:  # told too late
            return
        self._is_held = True
        self._host.say(dialogs.held_sentence(self._writing.name), 10_000)

    def _tell_saved(self, saved: draft_saving.SavedDraft) -> None:
        without = "，但上一版没有留存" if saved.notes else ""
        self._host.say(f"已保存“{saved.path.name}”（{self._clock():%H:%M}）{without}")
        if saved.notes and not self._has_told_notes:
            self._has_told_notes = True
            dialogs.inform(self._host.widget, "已保存", "\n".join(saved.notes), _NOT_KEPT)
        if self._is_wanted_again:
            self._is_wanted_again = False
            self.save_behind()

    def _tell_not_saved(self, error: ReportError) -> None:
        self._is_wanted_again = False
        path = self._writing
        if not isinstance(error, FileError):
            dialogs.show_error(self._host.widget, error)
            return

        def ask() -> None:
            if path == self._draft.path and not self._draft.is_saved:  # it may have been left or saved meanwhile
                self._host.run(lambda: self._ask_elsewhere(error, path, waits=False))

        QTimer.singleShot(0, self, ask)  # not out of the worker's signal: it would hold up what comes after it
