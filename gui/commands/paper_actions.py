"""本单位的其他材料: a paper of the office, filled from the report."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from core.base import atomic_file
from core.office.papers import known, paper
from gui import dialogs
from gui.commands.command import Command, Desk
from gui.dialogs import papers_dialog, reading
from gui.report.session import Clock, ReportSession

_TITLE = "本单位的其他材料"


class PaperActions(QObject):
    """The command that fills shipped templates and the office's own."""

    def __init__(self, session: ReportSession, clock: Clock, desk: Desk) -> None:
        super().__init__(desk.widget)
        self._session = session
        self._clock = clock
        self._desk = desk

    def commands(self) -> list[Command]:
        """Return the one command."""
        return [Command("make_paper", f"{_TITLE}…", self.make)]

    def make(self) -> None:
        """Ask which paper, fill it, and write it; what is unknown in a template is listed, and nothing is written.

        Raises:
            ReportError: The template cannot be read, or the file cannot be written.
        """
        dialog = papers_dialog.PapersDialog(self._desk.settings.values.papers, self._desk.files, self._desk.widget)
        is_wanted = dialogs.accepted(dialog)
        if dialog.papers != self._desk.settings.values.papers:
            self._desk.settings.change(papers=dialog.papers)
        if not is_wanted:
            return
        try:
            self._make(dialog.template, dialog.pattern)
        except paper.UnknownPlaceholdersError as error:
            text = f"{error.summary.splitlines()[0]}\n{error.advice}"
            dialogs.choose_with_list(self._desk.widget, _TITLE, text, error.lines, ("关闭",))

    def _make(self, template: Path, pattern: str) -> None:
        session = self._session
        values = known.paper_values(session.report, session.result, today=self._clock(), last_year=session.last_year)
        name = paper.paper_name(pattern, session.form, values, template.suffix.lower())
        filled = reading.read_behind(
            self._desk.widget, template.name, paper.fill_paper, template, session.report.form_id, values
        )
        if filled is None:
            return
        kind = dialogs.WORD_FILTER if name.endswith(".docx") else dialogs.WORKBOOK_FILTER
        path = self._desk.files.save("output", f"保存{template.stem}", name, kind)
        if path is None:
            return
        dialogs.beside(self._desk.widget, "正在保存……", partial(atomic_file.replace_file, path, filled.data))
        text = f"已生成：{path.name}，填了{filled.count}个占位。"
        if dialogs.choose(self._desk.widget, "已生成", text, "\n".join(filled.remarks), ("打开", "关闭")) == "打开":
            self._desk.open_outside(path)
