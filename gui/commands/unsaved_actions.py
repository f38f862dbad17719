"""What was not saved: kept meanwhile, offered after the program ended badly, and found again when it is asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.base.disk_state import changed_since
from core.base.errors import ReportError
from core.base.on_disk import OnDisk
from core.draft import draft_store
from gui import dialogs
from gui.commands.command import Command
from gui.look.plain_text import PlainLabel

if TYPE_CHECKING:
    from pathlib import Path

    from core.draft.draft_store import KeptDraft
    from gui.commands.command import Desk
    from gui.report.draft_file import DraftFile
    from gui.report.draft_keeper import DraftKeeper
    from gui.report.session import Clock

RESTORE, PUT_ASIDE, LATER, CANCEL = "恢复", "不用了", "以后再说", "取消"


class UnsavedActions(QObject):
    """Offers what was not saved, and says in the status bar whether the newest state is kept.

    Attributes:
        kept_label: Says when the newest state was autosaved, or why it could not be.
    """

    def __init__(self, draft: DraftFile, keeper: DraftKeeper, clock: Clock, desk: Desk) -> None:
        super().__init__(desk.widget)
        self._draft = draft
        self._keeper = keeper
        self._clock = clock
        self._desk = desk
        self.kept_label = PlainLabel()
        self.kept_label.setObjectName("hint")
        if keeper.file is None:
            self.kept_label.setText("自动保存不能使用（无法建立数据文件夹），请及时手动保存。")
        draft.changed.connect(self._follow_draft)
        keeper.failed.connect(self._tell_not_kept)
        keeper.kept.connect(self._tell_kept)

    def commands(self) -> list[Command]:
        """Return the one command."""
        return [Command("rescued", "找回未保存的内容…", self.offer_rescued, needs_report=False)]

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
            self._desk.widget,
            "发现未保存的内容",
            text,
            [_line(kept, away) for kept in found],
            (RESTORE, PUT_ASIDE, LATER),
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
            dialogs.inform(self._desk.widget, "找回未保存的内容", "没有未保存的内容。")
            return
        away = self._away(found)
        found = [kept if kept.draft in away else with_own_save(kept) for kept in found]
        text = "以下内容没有保存就离开了，按时间排列。恢复后请保存。"
        answer, row = dialogs.choose_with_list(
            self._desk.widget, "找回未保存的内容", text, [_line(kept, away) for kept in found], (RESTORE, CANCEL)
        )
        if answer == RESTORE and row >= 0 and self._desk.may_leave():
            self._restore(found[row], away)

    def _away(self, found: list[KeptDraft]) -> set[Path]:
        """Return the draft files that cannot be asked now, or do not answer: a share that is not there yet."""
        asked = dialogs.ask_places(self._desk.widget, {kept.draft for kept in found if kept.draft})
        return {path for path, question in asked.items() if question.answer in {None, OnDisk.UNREACHABLE}}

    def _restore(self, kept: KeptDraft, away: set[Path]) -> None:
        """Restore what was kept; where its file cannot be asked as a report that has no file yet, and say so."""
        if kept.draft not in away:
            self._keeper.restore(kept)
            return
        assert kept.draft is not None
        self._keeper.restore(replace(kept, draft=None))
        dialogs.inform(
            self._desk.widget,
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
            return dialogs.confirm(self._desk.widget, "不能留存", question, "仍然离开", "返回")
        if elsewhere is not None:
            text = "程序的数据文件夹现在不能使用，未保存的内容另存了一份："
            dialogs.inform(self._desk.widget, "未保存的内容", text, str(elsewhere))
        return True

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
