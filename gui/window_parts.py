"""The parts of the main window that the start page does not need; imported once the start page is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.commands.department_actions import DepartmentActions
from gui.commands.draft_life import DraftLife
from gui.commands.help_actions import HelpActions
from gui.commands.navigation import Navigation
from gui.commands.print_actions import PrintActions
from gui.commands.publish_actions import PublishActions
from gui.commands.report_actions import ReportActions
from gui.commands.source_actions import SourceActions
from gui.commands.text_actions import TextActions
from gui.dialogs.chosen_files import ChosenFiles
from gui.pages.findings_panel import FindingsPanel
from gui.pages.help_panel import HelpStrip
from gui.pages.wizard import ReportWizard

if TYPE_CHECKING:
    from gui.main_window import MainWindow
    from gui.report.session import Clock


def make_parts(window: MainWindow, clock: Clock) -> None:
    """Give the window its pages, panels and commands; its session, draft and keeper are there already."""
    session, draft = window.session, window.draft
    window.files = ChosenFiles(window.settings, draft, window)
    window.wizard = ReportWizard(session)
    window.findings = FindingsPanel(session)
    window.help = HelpStrip(session)
    window.actions_on_report = ReportActions(session, draft, clock, window)
    window.publishing = PublishActions(session, draft, clock, window)
    window.printing = PrintActions(session, clock, window)
    window.sources = SourceActions(session, draft, window)
    window.departments = DepartmentActions(session, draft, clock, window)
    window.help_actions = HelpActions(window)
    window.text_actions = TextActions(session, window)
    window.navigation = Navigation(window)
    window.life = DraftLife(session, draft, window.keeper, clock, window)
