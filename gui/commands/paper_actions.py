"""本单位的其他材料: a paper of the office, filled from the report."""

from __future__ import annotations

from pathlib import Path

from core.office import review
from core.office.papers import known, paper
from gui import dialogs
from gui.commands.area import CommandArea
from gui.commands.command import Command
from gui.dialogs import papers_dialog, reading

_TITLE = "本单位的其他材料"


class PaperActions(CommandArea):
    """The command that fills shipped templates and the office's own."""

    def commands(self) -> list[Command]:
        """Return the one command."""
        return [Command("make_paper", f"{_TITLE}…", self.make)]

    def make(self) -> None:
        """Ask which paper, fill it, and write it; what is unknown in a template is listed, and nothing is written.

        Raises:
            ReportError: The template cannot be read, or the file cannot be written; or the report is locked, and shows
                something else than its 定稿.
        """
        review.refuse_other_than_final(self._session.report)
        dialog = papers_dialog.PapersDialog(self._host.settings.values.papers, self._host.files, self._host.widget)
        is_wanted = dialogs.accepted(dialog)
        if dialog.papers != self._host.settings.values.papers:
            self._host.settings.change(papers=dialog.papers)
        if not is_wanted:
            return
        try:
            self._make(dialog.template, dialog.pattern)
        except paper.UnknownPlaceholdersError as error:
            text = f"{error.summary.splitlines()[0]}\n{error.advice}"
            dialogs.choose_with_list(self._host.widget, _TITLE, text, error.lines, ("关闭",))

    def _make(self, template: Path, pattern: str) -> None:
        session = self._session
        values = known.paper_values(session.report, session.result, today=self._clock(), last_year=session.last_year)
        name = paper.paper_name(pattern, session.form, values, template.suffix.lower())
        filled = reading.in_process(
            self._host.widget, template.name, paper.fill_paper, template, session.report.form_id, values
        )
        if filled is None:
            return
        kind = dialogs.WORD_FILTER if name.endswith(".docx") else dialogs.WORKBOOK_FILTER
        path = self._host.files.save("output", f"保存{template.stem}", name, kind)
        if path is None:
            return
        self._write(path, filled.data)
        remarks = [*filled.remarks, *paper.report_remarks(session.result, filled)]
        self._offer_to_open(path, f"，填了{filled.count}个占位。", "\n".join(remarks))
