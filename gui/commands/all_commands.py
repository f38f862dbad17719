"""All commands of the program, and the one place that says when one is refused."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from gui.commands.archive_actions import ArchiveActions
from gui.commands.area import Surroundings
from gui.commands.collection_actions import CollectionActions
from gui.commands.command import Command, Host
from gui.commands.comparison_actions import ComparisonActions
from gui.commands.department_actions import DepartmentActions
from gui.commands.edit_actions import EditActions
from gui.commands.help_actions import HelpActions
from gui.commands.history_actions import HistoryActions
from gui.commands.lock_questions import LockQuestions
from gui.commands.opening_actions import OpeningActions
from gui.commands.paper_actions import PaperActions
from gui.commands.print_actions import PrintActions
from gui.commands.publish_actions import PublishActions
from gui.commands.register_actions import RegisterActions
from gui.commands.report_actions import ReportActions
from gui.commands.returned_actions import ReturnedActions
from gui.commands.saving_actions import SavingActions
from gui.commands.settings_actions import SettingsActions
from gui.commands.source_actions import SourceActions
from gui.commands.support_actions import SupportActions
from gui.commands.text_actions import TextActions
from gui.commands.unsaved_actions import UnsavedActions
from gui.commands.view_actions import ViewActions
from gui.pages.start_page import StartPage
from gui.pages.work_area import WorkArea
from gui.report.autosaving import Autosave
from gui.report.draft_file import NO_REPORT_OPEN, DraftFile
from gui.report.session import Clock, ReportSession


class AllCommands(QObject):
    """Makes the areas and knows their commands by id.

    Attributes:
        by_id: Every command.
    """

    def __init__(
        self,
        session: ReportSession,
        draft: DraftFile,
        autosave: Autosave,
        clock: Clock,
        host: Host,
        *,
        start: StartPage,
        work: WorkArea,
        in_menus: Callable[[], list[QAction]],
    ) -> None:
        """Make them; ``in_menus`` returns the actions menu by menu, for the manual."""
        super().__init__(host.widget)
        self._draft = draft
        self._host = host
        given = Surroundings(session, draft, clock, host)
        locks = LockQuestions(draft, autosave, host)
        self.opening = OpeningActions(given, locks, start)
        self.unsaved = UnsavedActions(given, autosave)
        self.saving = SavingActions(given, locks, self.unsaved)
        self.history = HistoryActions(given)
        self.sources = SourceActions(given, start)
        comparing = ComparisonActions(given, self.sources)
        self.departments = DepartmentActions(given)
        self.registers = RegisterActions(given, work)
        self.collection = CollectionActions(given, self.opening, work)
        self.edit = EditActions(given)
        self.texts = TextActions(given)
        self.view = ViewActions(given, work)
        self.report = ReportActions(given, self.run)
        self.returned = ReturnedActions(given)
        self.printing = PrintActions(given, self.report)
        work.lay_out = self.printing.report_paper
        self.publishing = PublishActions(given, self.report, self.printing)
        self.archives = ArchiveActions(given, self.printing)
        self.help = HelpActions(given, work.help, in_menus)
        self.collection.help_wanted.connect(self.help.show_manual)
        areas = (
            *(self.opening, self.saving, self.unsaved, self.history, self.sources, comparing),
            *(self.departments, self.registers, self.collection, self.edit, self.texts, self.view),
            *(self.report, self.returned, self.publishing, self.printing, self.archives),
            *(PaperActions(given), SettingsActions(given), self.help, SupportActions(given)),
        )
        self.by_id: dict[str, Command] = {command.id: command for area in areas for command in area.commands()}

    def run(self, command_id: str, *given: object) -> bool:
        """Carry a command out, or say why it cannot be; return whether it raised nothing."""
        command = self.by_id[command_id]

        def work() -> None:
            if command.changes_report:
                self._draft.refuse_unchangeable()
            elif command.needs_report and not self._draft.is_open:
                raise NO_REPORT_OPEN.error()
            command.run(*given)

        return self._host.run(work, keeps_edit=command.keeps_edit)
