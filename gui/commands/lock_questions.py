"""What the clerk is asked and told about a draft that somebody else has open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from core.base.errors import ReportError
from core.base.on_disk import is_protected
from core.draft.draft_lock import HeldLock, LockOwner, LockWatch
from core.draft.other_programs import OtherProgram, open_in_program
from gui import dialogs
from gui.commands.command import Host
from gui.report.autosaving import Autosave
from gui.report.draft_file import DraftFile

_ONLY_READABLE = "“{name}”所在的位置只读，写不进去：可以填写，保存时请另存到别处"
READ_ONLY, EDIT_COPY, OPEN_ANYWAY = "只读打开", "另存一份再改…", "对方已不在，仍要打开"
SAVE_AS, SAVE_ANYWAY = "另存为…", "对方已不在，仍要保存"
OPEN_BESIDE, SAVE_BESIDE = "仍要打开", "仍要保存"
CANCEL = "取消"
_STALE = "那边已经关闭、却仍有这个提示的，是那个程序没有正常退出留下的，可以不管。"


class LockQuestions(QObject):
    """Asks about the lock of somebody else when a draft is opened or saved, and tells when it appears meanwhile."""

    def __init__(self, draft: DraftFile, autosave: Autosave, host: Host) -> None:
        super().__init__(host.widget)
        self._draft = draft
        self._host = host
        self._autosave = autosave
        self._taken_by: LockOwner | None = None
        self._known: OtherProgram | None = None
        self._is_looking = False
        draft.lock.refused.connect(self._tell_not_locked)
        autosave.lock_taken.connect(self._tell_taken)

    def who_has(self, path: Path) -> tuple[HeldLock | None, OtherProgram | None]:
        """Return who else has a draft open: with this program, and with another; the disk is asked."""
        return self._draft.lock.held_by_other(path), open_in_program(path)

    def ask_how_to_open(self, path: Path, held: HeldLock) -> str:
        """Return READ_ONLY, EDIT_COPY, OPEN_ANYWAY or CANCEL."""
        more = "两处同时修改，后保存的会盖掉先保存的。可以只读打开看看，或另存一份再改。"
        return self._ask(path, held, more, (READ_ONLY, EDIT_COPY), OPEN_ANYWAY)

    def settle(self, path: Path, save_as: Callable[[], object]) -> bool:
        """Ask if somebody else has taken the open draft over, or has it open; return whether to save it all the same.

        ``save_as`` saves it under another name.
        """
        held, other = dialogs.ask_disk(self._host.widget, path, lambda: self.who_has(path), saves=True)
        if held is None:
            return self._may_save_over(path, other, save_as)
        more = "现在保存会盖掉对方的修改。请先与对方联系，或另存为一份，再比较两份草稿。"
        answer = self._ask(path, held, more, (SAVE_AS,), SAVE_ANYWAY)
        if answer == SAVE_AS:
            save_as()
        elif answer == SAVE_ANYWAY:
            self._draft.lock.take_over()
        return answer == SAVE_ANYWAY

    def may_open_beside(self, path: Path, other: OtherProgram | None) -> bool:
        """Tell, before a draft is opened, that another program has it open; return whether to open it all the same."""
        more = f"请先在那里保存并关闭，再在这里填写；两处同时修改，后保存的会盖掉先保存的。{_STALE}"
        return other is None or self._choose(path, other, more, (OPEN_BESIDE, CANCEL)) == OPEN_BESIDE

    def _may_save_over(self, path: Path, other: OtherProgram | None, save_as: Callable[[], object]) -> bool:
        """Tell, before a draft is saved, that another program has it open; return whether to save it all the same.

        It is told once as long as that program has it open: nothing is gained by a question at each save.
        """
        if other is None or other == self._known:
            return True
        more = f"现在保存，会盖掉那边已保存的修改；那边再保存，又会盖掉这里的。请先在那里关闭。{_STALE}"
        answer = self._choose(path, other, more, (SAVE_AS, SAVE_BESIDE, CANCEL))
        if answer == SAVE_AS:
            save_as()
        elif answer == SAVE_BESIDE:
            self._known = other
        return answer == SAVE_BESIDE

    def _choose(self, path: Path, other: OtherProgram, more: str, answers: tuple[str, ...]) -> str:
        title = "草稿正在别的程序中打开"
        return dialogs.choose(self._host.widget, title, f"“{path.name}”{other.sentence}。", more, answers)

    def _ask(self, path: Path, held: HeldLock, more: str, answers: tuple[str, ...], anyway: str) -> str:
        """Ask what to do, and watch meanwhile whether the other one is still there.

        ``anyway`` is offered where that is not certain: not against another window on this PC.
        """
        watch = LockWatch(held)

        def look(tell: Callable[[str], None]) -> None:
            def seen(now: HeldLock | None) -> None:
                self._is_looking = False
                tell(f"{watch.judge(now)}\n{more}")

            if not self._is_looking:  # a share that is down answers late
                self._is_looking = True
                self._draft.lock.watch(path, seen)

        return dialogs.choose(
            self._host.widget,
            "草稿已在别处打开",
            f"“{path.name}”：{held.sentence}。",
            more if held.is_here else f"{held.last_sign}\n{more}",
            (*answers, CANCEL) if held.is_here else (*answers, anyway, CANCEL),
            watch=None if held.is_here else look,
        )

    def _tell_not_locked(self) -> None:
        text = "没能在草稿旁登记“已打开”，别人打开它时不会看到提示"
        self._host.say(text)
        self._autosave.renew_marks()  # tells if somebody else has just opened it
        path = self._draft.path
        if path is None:
            return

        def seen(protected: bool | ReportError) -> None:
            if protected is True and path == self._draft.path:
                self._host.say(_ONLY_READABLE.format(name=path.name), 0)

        self._draft.lines.of(path).submit(lambda: is_protected(path.parent), seen)

    def _tell_taken(self, owner: LockOwner) -> None:
        self._host.say(f"注意：{owner.sentence}。两处同时修改，保存时请先比较。", 0)
        if owner != self._taken_by:  # a dialog once, the status bar at each sign of life
            self._taken_by = owner
            text = f"{owner.sentence}，接过了这份草稿。"
            more = "您这里填写的内容都在。请先与对方联系；保存时会先问要不要另存一份。"
            # Not out of the worker's signal: the dialog would hold up what comes after it
            QTimer.singleShot(0, self, lambda: dialogs.inform(self._host.widget, "草稿已在别处打开", text, more))
