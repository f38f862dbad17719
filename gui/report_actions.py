"""The commands that make something of the report, and its way through the office."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

from core import review
from core.export import STAGE_NAMES, export_report, refusal
from gui import dialogs

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu

    from core.export import Exported, Stage
    from gui.draft_file import DraftFile
    from gui.main_window import MainWindow
    from gui.session import Clock, ReportSession


class ReportActions(QObject):
    """Commands on the open report; each is reached from the menu 报告 or the last page."""

    def __init__(self, session: ReportSession, draft: DraftFile, clock: Clock, window: MainWindow) -> None:
        super().__init__(window)
        self._session = session
        self._draft = draft
        self._clock = clock
        self._window = window

    @property
    def folder(self) -> Path:
        """The folder that is proposed for files: that of the draft, else the user's documents."""
        if self._draft.path is not None:
            return self._draft.path.parent
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or ".")

    def add_to(self, menu: QMenu, add: Callable[..., object]) -> None:
        """Put the commands into the menu 报告."""
        for stage in ("draft", "review", "final"):
            add(menu, f"生成{STAGE_NAMES[stage]}…", lambda stage=stage: self._window.run(lambda: self.make(stage)))

    def add_help(self, menu: QMenu, add: Callable[..., object]) -> None:
        """Put the commands into the menu 帮助."""

    def make(self, stage: Stage) -> None:
        """Make the Word report of a stage, or say what is still in the way.

        Raises:
            ReportError: The file cannot be written or does not read back equal.
        """
        from core.word_report import report_file_name  # deferred: python-docx must not be imported at start

        report = self._session.report
        result = self._session.final_result() if stage != "draft" else self._session.result
        refused = refusal(result, stage)
        if refused:
            self._show_refusal(refused)
            return
        number = review.next_round(report) if stage == "review" else None
        proposal = self.folder / report_file_name(report, stage, number)
        path = dialogs.ask_save(self._window, f"生成{STAGE_NAMES[stage]}", proposal, dialogs.WORD_FILTER)
        if path is None:
            return
        today = self._clock().date()
        made = export_report(report, path, stage=stage, today=today, last_year=self._session.last_year)
        if not made.written:
            self._show_refusal(made.sentence)
            return
        self._after(stage)
        self._tell_made(path, stage, made)

    def _after(self, stage: Stage) -> None:
        """Pin the 送审稿 or lock the 定稿 in the draft, and save it where it has a file."""
        today = self._clock().date()
        if stage == "review":
            review.submit(self._session.report, today)
        elif stage == "final":
            review.finalise(self._session.report, today)
        else:
            return
        self._session.touch()
        self._draft.mark_unsaved()
        if self._draft.path is not None:
            self._draft.save(self._draft.path)

    def _show_refusal(self, sentence: str) -> None:
        if dialogs.confirm(self._window, "还不能生成", sentence, "查看问题", "关闭"):
            self._window.wizard.show_page("review")
            first = next(iter(self._session.final_result().blocking), None)
            if first is not None:
                self._window.wizard.show_finding(first)

    def _tell_made(self, path: Path, stage: Stage, made: Exported) -> None:
        text = f"已生成{STAGE_NAMES[stage]}：{path.name}"
        answer = dialogs.choose(
            self._window,
            "已生成",
            text,
            f"{made.sentence}\n校验码：{made.checksum}",
            ("打开报告", "打开所在文件夹", "关闭"),
        )
        if answer == "打开报告":
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        elif answer == "打开所在文件夹":
            self._window.show_folder(path)

    def from_last_year(self) -> None:
        """Begin this year's report from last year's file."""
        raise NotImplementedError
