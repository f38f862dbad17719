"""What the clerk is asked where the draft file is no longer as it was last read or written here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer

from core.base.disk_state import DiskState
from core.base.errors import ReportError
from core.base.on_disk import OnDisk, on_disk
from core.base.short_texts import first_lines
from core.draft import draft_versions, workbook
from core.draft.draft_changes import report_changes
from core.office.review import take_over_file
from core.report.report import Report
from gui import dialogs
from gui.commands.area import Surroundings

T = TypeVar("T")

MINE, THEIRS = "我的（现在填报）", "文件里的"
USE_FILE, KEEP_MINE, SAVE_MINE_AS, LATER = "用文件里的", "保留我的", "我的另存为…", "以后再说"
_KEPT = "没有采用的一份会留在“版本历史”中，不会丢失。"
_AT_STAKE = f"以哪一份为准？\n“{USE_FILE}”：换下我的，可以撤销。“{KEEP_MINE}”：存入文件，盖掉文件里的。{_KEPT}"
_TAKEN = "“{name}”已被其他程序或汇总审核改动，这里已换成新的（{what}）{kept}。"
_NO_CHANGE = "数字和文字没有变"
_TAKEN_KEPT = "；原来的在“版本历史”中"
SAVE_ANYWAY, SAVE_AS, WRITE_ANEW, CANCEL = "仍然保存", "另存为…", "重新写在原处", "取消"


class DiskQuestions(QObject):
    """Asks about a file that is gone, was changed by another program, or holds what is not ours."""

    def __init__(self, given: Surroundings, save: Callable[[], bool], save_as: Callable[[], bool]) -> None:
        """Ask nothing yet; ``save`` saves the draft, ``save_as`` under another name."""
        super().__init__(given.host.widget)
        self._session, self._draft, self._clock, self._host = given
        self._save = save
        self._save_as = save_as
        self._keeps_mine = False
        self._is_asking = False
        self._asked: DiskState | None = None
        given.draft.saved.connect(self._forget_asked)

    def settle(self) -> bool:
        """Ask about everything that speaks against saving the draft over its file; return whether to save."""
        return self._settle_missing() and self._settle_changed() and self._settle_foreign()

    def _ask_disk(self, path: Path, ask: Callable[[], T]) -> T:
        """Have the disk asked in a thread.

        Raises:
            ReportError: It does not answer; or what ``ask`` raised.
        """
        return dialogs.ask_disk(self._host.widget, path, ask, saves=True)

    def _forget_asked(self, _saved: object) -> None:
        self._asked = None

    def _settle_missing(self) -> bool:
        """Ask what to do if the file is no longer where it was; return whether to write it there anew.

        Its folder may be gone as well, and is not made anew: what is written there is out of sight once the stick or
        share is back. So it is where a pulled stick leaves an empty folder.
        """
        path = self._draft.path
        if path is None or self._draft.disk is None:
            return True
        if self._ask_disk(path, lambda: on_disk(path)) is not OnDisk.MISSING:
            return True  # a save says best what is wrong there
        has_folder = self._ask_disk(path, lambda: on_disk(path.parent)) is OnDisk.FOLDER
        answer = dialogs.choose(
            self._host.widget,
            "还没有保存",
            f"原处的{'文件' if has_folder else '文件夹'}不见了（可能已改名、移动或磁盘已断开）：{path}",
            "优盘或网络盘断开时，请先接好再保存；已改名或移动时，请用“另存为”，以免两份内容不同的草稿并存。",
            (SAVE_AS, WRITE_ANEW, CANCEL) if has_folder else (SAVE_AS, CANCEL),
        )
        if answer == SAVE_AS:
            self._save_as()
        return answer == WRITE_ANEW

    def _settle_foreign(self) -> bool:
        """Name what stands in the file and saving would drop; return whether to save all the same."""
        foreign = self._ask_disk(self._draft.path, self._draft.foreign) if self._draft.path else ()
        if not foreign:
            return True
        answer = dialogs.choose(
            self._host.widget,
            "文件中有草稿以外的内容",
            "文件中有些内容不属于草稿，保存后不会保留：",
            "\n".join([*first_lines(foreign), "原文件会留在“版本历史”中。也可以另存为新文件，原文件不动。"]),
            (SAVE_AS, SAVE_ANYWAY, CANCEL),
        )
        if answer == SAVE_AS:
            self._save_as()
        return answer == SAVE_ANYWAY

    def look(self) -> None:
        """Look whether another program changed the draft; called when the window is activated."""
        if not self._is_asking:
            self._draft.check_disk_behind(self._found_changed)

    def _found_changed(self, state: DiskState) -> None:
        if state != self._asked and not self._is_asking:
            # Not out of the worker's signal: the question would hold up what comes after it
            QTimer.singleShot(0, self, lambda: self._host.run(self._settle_seen))

    def _settle_seen(self) -> None:
        """Ask about a change that was seen; who keeps the own report wants it in the file and is not asked twice."""
        self._keeps_mine = False
        if self._settle_changed() and self._keeps_mine and not self._draft.is_read_only:
            self._save()

    def _settle_changed(self) -> bool:
        """Ask what holds if another program changed the file; return whether the open report may be saved over it."""
        path = self._draft.path
        state = self._ask_disk(path, self._draft.changed_on_disk) if path else None
        if state is None or path is None or path != self._draft.path:
            return True
        self._asked = state
        self._is_asking = True
        try:
            return self._ask_which(path, state)
        finally:
            self._is_asking = False

    def _ask_which(self, path: Path, state: DiskState) -> bool:
        found, text = self._read_theirs(path)
        mine, theirs = self._session.report, found.report if found else None
        changes = report_changes(mine, theirs) if theirs else []
        if found and (changes or _is_of_other_parts(mine, found.report)) and self._may_just_take(found):
            self._take(path, state, found.report)
            what = f"{len(changes)}处不同" if changes else _NO_CHANGE
            kept = "" if self._draft.is_read_only else _TAKEN_KEPT
            self._host.say(_TAKEN.format(name=path.name, what=what, kept=kept), 0)
            return True
        if theirs and not changes:  # only stored anew
            self._draft.accept_disk(state, is_unsaved=not self._draft.is_saved)
            return True
        if theirs:
            text = f"“{path.name}”已被其他程序（如 WPS）或汇总审核改动，与现在填报的有{len(changes)}处不同。{_AT_STAKE}"
        answers = (*((USE_FILE,) if theirs else ()), KEEP_MINE, SAVE_MINE_AS, LATER)
        answer = dialogs.choose_with_changes(
            self._host.widget, "草稿文件已被改动", text, changes, (MINE, THEIRS), answers
        )
        if answer == USE_FILE and theirs:
            self._take(path, state, theirs)
        elif answer == KEEP_MINE:
            self._ask_disk(path, lambda: draft_versions.keep_file(path, self._clock(), "file"))
            self._draft.accept_disk(state, is_unsaved=True)
            self._keeps_mine = True
            return True
        elif answer == SAVE_MINE_AS:
            self._save_as()
        return False

    def _may_just_take(self, found: workbook.LoadedDraft) -> bool:
        """Whether nobody need be asked: nothing is unsaved here, and the file is the same report and read whole."""
        mine, theirs = self._session.report, found.report
        is_same = (mine.unit, mine.year, mine.form_id) == (theirs.unit, theirs.year, theirs.form_id)
        is_final = any(report.status.get("locked_on") for report in (mine, theirs))
        return self._draft.is_saved and is_same and not is_final and not found.remarks

    def _take(self, path: Path, state: DiskState, theirs: Report) -> None:
        """Put what the file holds in the place of the open report, which is kept as a version."""
        mine = self._session.report
        if not self._draft.is_read_only:
            draft_versions.keep_version(path, workbook.draft_bytes(mine), self._clock(), "mine")
        self._session.record(take_over_file(mine, theirs), "改用文件里的内容")
        self._draft.accept_disk(state, is_unsaved=self._session.report != theirs)

    def _read_theirs(self, path: Path) -> tuple[workbook.LoadedDraft | None, str]:
        """Return what the file holds now; else None, and what to say of that."""
        try:
            found = self._ask_disk(path, lambda: workbook.load_draft(path))
        except ReportError as error:
            return None, f"“{path.name}”已被其他程序改动，而且现在读不出来：{error.summary}{_KEPT}"
        return found, ""


def _is_of_other_parts(mine: Report, theirs: Report) -> bool:
    """Whether a new count left numbers and texts as they were, but tells otherwise where they come from."""
    return (mine.origins, mine.status) != (theirs.origins, theirs.status)
