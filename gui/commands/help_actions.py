"""The commands of the menu 帮助."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction

from core.base.user_files import logs_folder
from core.office import whole_rule_book as office_whole_rule_book
from gui import dialogs
from gui.commands.area import CommandArea, Surroundings
from gui.commands.command import Command
from gui.dialogs import help_window
from gui.pages.help_panel import HelpStrip


class HelpActions(CommandArea):
    """Opens the manual at the place where the clerk is, the rules, the keys, and what there is to know else.

    Attributes:
        manual: The window of the manual; None until it was opened.
        rules: The window of the rules; likewise.
    """

    def __init__(self, given: Surroundings, strip: HelpStrip, in_menus: Callable[[], list[QAction]]) -> None:
        """Open nothing yet; ``in_menus`` returns the actions menu by menu."""
        super().__init__(given)
        self._strip = strip
        self._in_menus = in_menus
        self.manual: help_window.HelpWindow | None = None
        self.rules: help_window.HelpWindow | None = None

    def commands(self) -> list[Command]:
        """Return the commands."""
        return [
            Command("manual", "填报手册", self.show_here, "F1", needs_report=False),
            Command("keys", "键盘操作", partial(self.show_manual, "keys"), "Shift+F1", needs_report=False),
            Command("rules", "规则手册", self.show_rules, "Ctrl+F1", needs_report=False),
            Command("logs", "打开日志文件夹", self.open_logs, needs_report=False),
            Command("about", "关于…", self.show_about, needs_report=False),
        ]

    def show_here(self) -> None:
        """Open the manual at what the clerk is looking at: the cell, the page or the start."""
        self.show_manual(self._strip.place if self._draft.is_open else "start")

    def show_manual(self, anchor: str) -> None:
        """Open the manual at a place."""
        if self.manual is None:
            page = help_window.manual_html(self._session.form, self._in_menus())
            self.manual = help_window.HelpWindow("填报手册", page, self._host.widget)
        self.manual.show_place(anchor)

    def show_rules(self) -> None:
        """Open the rule book as it holds now, local rules included."""
        if self.rules is not None:
            self.rules.deleteLater()
        page = office_whole_rule_book.whole_rule_book(self._session.form, self._session.local_rules)
        self.rules = help_window.HelpWindow("规则手册", page, self._host.widget)
        self.rules.show_place("")

    def show_about(self) -> None:
        """Tell version and licences."""
        dialogs.accepted(help_window.AboutDialog(self._host.widget))

    def open_logs(self) -> None:
        """Open the folder of the logs in the file manager.

        Raises:
            DataFolderError: It cannot be made.
        """
        self._host.open_outside(logs_folder())
