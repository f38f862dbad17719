"""The commands of the menu 帮助."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.base.user_files import logs_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu

    from gui.dialogs.help_window import HelpWindow
    from gui.main_window import MainWindow


class HelpActions(QObject):
    """Opens the manual at the place where the clerk is, the rules, the keys, and what there is to know else.

    Attributes:
        manual: The window of the manual; None until it was opened.
        rules: The window of the rules; likewise.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.manual: HelpWindow | None = None
        self.rules: HelpWindow | None = None

    def add_to(self, menu: QMenu, add: Callable[..., object]) -> None:
        """Put the commands into the menu 帮助."""
        add(menu, "填报手册", self.show_here, "F1")
        add(menu, "键盘操作", partial(self.show_manual, "keys"), "Shift+F1")
        add(menu, "规则手册", self.show_rules, "Ctrl+F1")
        menu.addSeparator()
        add(menu, "打开日志文件夹", partial(self._window.run, self.open_logs))
        add(menu, "关于…", self.show_about)

    def show_here(self) -> None:
        """Open the manual at what the clerk is looking at: the cell, the page or the start."""
        self.show_manual(self._window.help.place if self._window.draft.is_open else "start")

    def show_manual(self, anchor: str) -> None:
        """Open the manual at a place."""
        from gui.dialogs.help_window import HelpWindow, manual_html  # deferred, as all here: not needed at start

        if self.manual is None:
            page = manual_html(self._window.session.form, self._window.menus.commands())
            self.manual = HelpWindow("填报手册", page, self._window)
        self.manual.show_place(anchor)

    def show_rules(self) -> None:
        """Open the rule book as it holds now, local rules included."""
        from core.validation.rule_book import rule_book_html
        from gui.dialogs.help_window import HelpWindow

        if self.rules is not None:
            self.rules.deleteLater()
        page = rule_book_html(self._window.session.form, self._window.session.local_rules)
        self.rules = HelpWindow("规则手册", page, self._window, is_paper=True)
        self.rules.show_place("")

    def show_about(self) -> None:
        """Tell version and licences."""
        from gui import dialogs
        from gui.dialogs.help_window import AboutDialog

        dialogs.accepted(AboutDialog(self._window))

    def open_logs(self) -> None:
        """Open the folder of the logs in the file manager.

        Raises:
            DataFolderError: It cannot be made.
        """
        self._window.open_outside(logs_folder())
