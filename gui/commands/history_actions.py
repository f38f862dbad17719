"""The command 版本历史."""

from __future__ import annotations

from core.draft import draft_versions, workbook
from gui import dialogs
from gui.commands.area import CommandArea
from gui.commands.command import Command


class HistoryActions(CommandArea):
    """Shows the kept versions of the draft, and takes one back."""

    def commands(self) -> list[Command]:
        """Return the one command."""
        return [Command("history", "版本历史…", self.show_history, needs_report=False)]

    def show_history(self) -> None:
        """Show the kept versions of the draft.

        Raises:
            ReportError: The data folder cannot be used.
        """
        if self._draft.path is None:
            dialogs.inform(
                self._host.widget,
                "版本历史",
                "这份报告还没有保存过，没有版本。",
                "保存草稿后，每次保存前的文件都会留存。",
            )
            return
        versions = draft_versions.list_versions(self._draft.path)
        if not versions:
            dialogs.inform(
                self._host.widget, "版本历史", "还没有留存的版本。", "再次保存时，保存前的文件会留存在这里。"
            )
            return
        may_restore = not self._session.is_locked
        version = dialogs.choose_version(self._host.widget, versions, self._session.report, may_restore=may_restore)
        if version is not None:
            self.restore_version(version)

    def restore_version(self, version: draft_versions.Version) -> None:
        """Put the numbers and texts of an older version in place of the open ones, which are kept as a version.

        They come back by 撤销. Rounds, log and status go on: they tell of papers that are out of the house.

        Raises:
            ReportError: The version cannot be read or the present state cannot be kept; nothing is changed.
        """
        report = draft_versions.read_version(version)
        if self._draft.path is not None:
            draft_versions.keep_version(
                self._draft.path, workbook.draft_bytes(self._session.report), self._clock(), "restored"
            )
        title = f"恢复{version.when:%m月%d日 %H:%M}的版本"
        self._session.adopt(report, title, log=title)
        self._host.say(f"已{title}，只换回数字和文字，送审记录不变；可按 Ctrl+Z 撤销", 15000)
