"""What was not saved: kept meanwhile, offered after the program ended badly, and found again when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal

from core.base.disk_state import changed_since
from core.base.errors import ReportError
from core.base.on_disk import OnDisk, size_and_time
from core.draft import draft_saving, draft_store
from core.draft.draft_store import KeptDraft
from gui import dialogs
from gui.commands.area import CommandArea, Surroundings
from gui.commands.command import Command
from gui.look.plain_text import PlainLabel
from gui.report.autosaving import Autosave

T = TypeVar("T")

STILL_HERE = "填写的内容还在窗口里，没有丢失。"
SAVE_COPY, LEAVE_ANYWAY, BACK = "另存一份…", "仍然离开", "返回"
RESTORE, PUT_ASIDE, LATER, CANCEL = "恢复", "不恢复，以后不再问", "下次启动再问", "取消"


def _written(file: Path) -> str:
    """Return when a file was last written; "" where nobody can tell."""
    stamp = size_and_time(file)
    return f"{datetime.fromtimestamp(stamp[1] / 1e9):%Y-%m-%d %H:%M}" if stamp else ""


class UnsavedActions(CommandArea):
    """Offers what was not saved, and says in the status bar whether the newest state is kept.

    Attributes:
        kept_label: Says when the newest state was autosaved, or why it could not be.

    Signals:
        is_kept_changed: Whether nothing is lost if the program ends now; told as often as that may have changed.
    """

    is_kept_changed = Signal(bool)

    def __init__(self, given: Surroundings, autosave: Autosave) -> None:
        super().__init__(given)
        self._autosave = autosave
        self.kept_label = PlainLabel(objectName="hint")
        if autosave.file is None:
            self.kept_label.setText("自动保存不能使用（数据文件夹不能使用），请及时手动保存。")
        given.draft.changed.connect(self._follow_draft)
        autosave.failed.connect(self._tell_not_kept)
        autosave.kept.connect(self._tell_kept)

    def commands(self) -> list[Command]:
        """Return the one command."""
        return [Command("rescued", "找回未保存的内容…", self.offer_rescued, needs_report=False)]

    def offer_recovery(self) -> bool:
        """Offer what was not saved when the program ended badly; return whether one was restored.

        Raises:
            ReportError: It can be neither kept nor moved; it stays where it is.
        """
        known = draft_store.damaged()
        left = draft_store.left_behind()
        self._tell_damaged([file for file in draft_store.damaged() if file not in known])
        if not left:
            return False
        found = []
        away = self._away(left)
        for kept in left:
            if kept.draft in away:
                found.append(kept)
            elif self._ask(kept, away, partial(draft_saving.is_in_its_file, kept), False):
                draft_store.clear_autosave(kept.file)
            else:
                found.append(self._ask(kept, away, partial(draft_saving.with_own_save, kept), kept))
        if not found:
            return False
        text = "上次程序没有正常结束，发现未保存的内容。要恢复吗？"
        text += "不恢复的不会删除，可以随时从“文件－找回未保存的内容”找回。"
        answer, row = dialogs.choose_with_list(
            self._host.widget,
            "发现未保存的内容",
            text,
            [self._line(kept, away) for kept in found],
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
        every = [*draft_store.left_behind(), *draft_store.rescued()]
        found = sorted(every, key=lambda kept: kept.when, reverse=True)
        damaged = draft_store.damaged()
        if not found and not damaged:
            dialogs.inform(self._host.widget, "找回未保存的内容", "没有未保存的内容。")
            return
        away = self._away(found)
        found = [self._ask(kept, away, partial(draft_saving.with_own_save, kept), kept) for kept in found]
        text = "下列草稿退出时没有保存，最近的在前。恢复后请保存。"
        lines = [self._line(kept, away) for kept in found]
        lines += [f"已经损坏，读不出来　最后写入 {_written(file)}　{file.name}" for file in damaged]
        answer, row = dialogs.choose_with_list(self._host.widget, "找回未保存的内容", text, lines, (RESTORE, CANCEL))
        if answer == RESTORE and row >= len(found):
            self._tell_damaged([damaged[row - len(found)]])
        elif answer == RESTORE and row >= 0 and self._host.may_leave():
            self._restore(found[row], away)

    def _tell_damaged(self, files: list[Path]) -> None:
        """Tell of states that were kept and cannot be read any more, and where they lie."""
        if not files:
            return
        times = "、".join(_written(file) for file in files)
        text = f"有{len(files)}份没有保存的内容（{times}自动保存）已经损坏，读不出来，不能恢复。"
        places = "\n".join(str(file) for file in files)
        more = f"损坏的文件留在：\n{places}\n“文件－找回未保存的内容”中也列着。"
        more += "请打开草稿文件，核对最后填写的内容还在不在。"
        dialogs.inform(self._host.widget, "自动保存的内容读不出来", text, more)

    def _away(self, found: list[KeptDraft]) -> set[Path]:
        """Return the draft files that cannot be asked now, or do not answer: a share that is not there yet."""
        asked = dialogs.ask_places(self._host.widget, {kept.draft for kept in found if kept.draft})
        return {path for path, question in asked.items() if question.answer in {None, OnDisk.UNREACHABLE}}

    def _ask(self, kept: KeptDraft, away: set[Path], ask: Callable[[], T], otherwise: T) -> T:
        """Have the draft file of a kept state asked in a thread; one that does not answer is away from then."""
        if kept.draft is None:
            return ask()
        if kept.draft not in away:
            try:
                return dialogs.ask_disk(self._host.widget, kept.draft, ask)
            except ReportError:
                away.add(kept.draft)
        return otherwise

    def _line(self, kept: KeptDraft, away: set[Path]) -> str:
        report, draft, base = kept.report, kept.draft, kept.base
        is_changed = draft and base and self._ask(kept, away, lambda: changed_since(draft, base), None)
        where = draft.name if draft else "还没有草稿文件"
        if draft in away:
            where += "（现在打不开）"
        elif is_changed:
            where += "（草稿文件在这之后又有改动）"
        when = kept.when[:16].replace("T", " ")
        return f"{report.unit or '（单位未填）'}　{report.year or '　'}年　最后修改 {when}　{where}"

    def _restore(self, kept: KeptDraft, away: set[Path]) -> None:
        """Restore what was kept; where its file cannot be asked as a report that has no file yet, and say so."""
        if kept.draft not in away:
            self._autosave.restore(kept, partial(dialogs.ask_disk, self._host.widget))
            return
        assert kept.draft is not None
        self._autosave.restore(replace(kept, draft=None), partial(dialogs.ask_disk, self._host.widget))
        dialogs.inform(
            self._host.widget,
            "已恢复，还没有存入文件",
            f"“{kept.draft.name}”现在打不开，恢复的内容是一份未保存的草稿。",
            f"原来的文件在：{kept.draft.parent}\n请检查网络盘或优盘是否已接好、有没有权限，再点“另存为”保存；"
            "原来的文件没有改动。",
        )

    def kept_sentence(self) -> str:
        """Autosave the newest state; return what is true of it where its own file does not hold it."""
        try:
            self._autosave.keep_now()
        except ReportError:
            return STILL_HERE
        is_kept = self._autosave.file is not None
        return "填写的内容已自动保存在本机，没有丢失。" if is_kept else STILL_HERE

    def discard(self, save_copy: Callable[[], bool]) -> bool:
        """Put the newest state aside, since the open report is left without saving; return whether to leave it.

        ``save_copy`` saves it elsewhere, where it can be put nowhere.
        """
        try:
            elsewhere = self._autosave.discard()
        except ReportError as error:
            text = f"未保存的内容没有地方可以留存：{error.summary}"
            more = "现在离开，这些内容就找不回来了。"
            answer = dialogs.choose(self._host.widget, "不能留存", text, more, (SAVE_COPY, LEAVE_ANYWAY, BACK))
            return save_copy() if answer == SAVE_COPY else answer == LEAVE_ANYWAY
        if elsewhere is not None:
            text = "程序的数据文件夹现在不能使用，未保存的内容另存了一份："
            dialogs.inform(self._host.widget, "未保存的内容", text, str(elsewhere))
        return True

    def _follow_draft(self) -> None:
        if self._draft.is_saved and self._autosave.file is not None:
            self.kept_label.clear()
        if self._draft.is_saved:
            self.is_kept_changed.emit(True)

    def _tell_kept(self) -> None:
        if self._draft.is_saved:  # meanwhile, and told before
            return
        self.kept_label.setText(f"{self._clock():%H:%M} 已自动保存，尚未存入草稿文件")
        self.is_kept_changed.emit(True)

    def _tell_not_kept(self, error: ReportError) -> None:
        file = self._autosave.file
        summary = error.summary.replace(file.name, "自动保存文件") if file else error.summary
        self.kept_label.setText(f"自动保存没有成功：{summary}请及时手动保存。")
        self.is_kept_changed.emit(self._draft.is_saved)
