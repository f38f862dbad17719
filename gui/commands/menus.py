"""The menus of the main window: every command is reached from here."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6 import QtGui
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from core.office.collection import sum_parts
from core.report.status_names import REGISTER_CASES
from gui.commands import all_commands
from gui.commands import command as commands_command
from gui.commands.menu_entries import LINE, MENUS, Submenu
from gui.matrix import words
from gui.report import session as report_session

_F8 = ("zero_report", "register_cases", "sum_parts")
"""The commands of which one has that key."""

_TOOLS_THAT_CHANGE = ("zeros", "make.review")
"""The commands of the toolbar that a locked report refuses; 保存, 打印 and 继续填写 work on it."""


class Menus(QObject):
    """Makes the commands into actions and fills the menus with them.

    Attributes:
        actions: The action of each command and submenu by its id.
    """

    def __init__(
        self, commands: all_commands.AllCommands, top_menus: Mapping[str, QMenu], session: report_session.ReportSession
    ) -> None:
        super().__init__(commands)
        self._commands = commands
        self._session = session
        self.actions = {command.id: self._action(command) for command in commands.by_id.values()}
        self._listed: list[QtGui.QAction] = []
        self._tips: dict[str, str] = {}
        self._cases_of: Mapping[str, str] | None = None
        for title, entries in MENUS.items():
            self._fill(top_menus[title], entries)
        session.steps_changed.connect(self._follow_steps)
        session.replaced.connect(self._show_locked)
        session.locked_changed.connect(self._show_locked)
        self._show_steps()

    def commands(self) -> list[QtGui.QAction]:
        """Return the action of every command, menu by menu."""
        return [*self._listed]

    def _action(self, command: commands_command.Command) -> QtGui.QAction:
        action = QtGui.QAction(command.text, self)
        name = command.text.rstrip("…")
        action.setIconText(command.name or name)  # also while the menu says which step is undone
        if command.is_checkable:
            action.setCheckable(True)
            action.triggered.connect(lambda is_on: self._commands.run(command.id, is_on))
        else:
            action.triggered.connect(lambda _checked: self._commands.run(command.id))
        if command.keys is not None:
            action.setShortcut(QtGui.QKeySequence(command.keys))
            action.setToolTip(f"{name}（{action.shortcut().toString()}）")
        return action

    def _fill(self, menu: QMenu, entries: tuple[str | Submenu, ...]) -> None:
        for entry in entries:
            if isinstance(entry, Submenu):
                submenu = menu.addMenu(entry.title)
                submenu.menuAction().setToolTip(entry.hint or entry.title)
                self.actions[entry.id] = submenu.menuAction()
                self._fill(submenu, entry.entries)
            elif entry == LINE:
                menu.addSeparator()
            elif entry.endswith("*"):
                actions = [a for name, a in self.actions.items() if name.startswith(entry[:-1])]
                menu.addActions(actions)
                self._listed += actions
            else:
                menu.addAction(self.actions[entry])
                self._listed.append(self.actions[entry])

    def _follow_steps(self) -> None:
        self._show_steps()
        self._follow_cases()

    def _show_steps(self) -> None:
        """Say in the menu what would be undone and redone."""
        steps = self._session.open_report
        for name, title, is_possible in (
            ("undo", steps.undo_title, steps.can_undo),
            ("redo", steps.redo_title, steps.can_redo),
        ):
            action = self.actions[name]
            text = f"{self._commands.by_id[name].text} {title}".strip()
            if action.text() != text:
                action.setText(text)
            action.setEnabled(is_possible)

    def _show_locked(self) -> None:
        """Take what a locked report refuses out of reach in the toolbar, and say why."""
        hint = words.locked_hint(self._session)
        for name in _TOOLS_THAT_CHANGE:
            action = self.actions[name]
            action.setEnabled(not hint)
            tip = self._tips.setdefault(name, action.toolTip())
            action.setToolTip(hint or tip)

    def _follow_cases(self) -> None:
        """Give F8 to what lies behind a number, where there is something: nothing is to be filled with 0 there."""
        status = self._session.report.status
        if status is self._cases_of:  # as at each key in a table
            return
        self._cases_of = status
        owner = "register_cases" if REGISTER_CASES in status else "zero_report"
        owner = "sum_parts" if sum_parts.STATUS in status else owner
        if self.actions[owner].shortcut().isEmpty():
            former = next(self.actions[name] for name in _F8 if not self.actions[name].shortcut().isEmpty())
            keys = former.shortcut()
            former.setShortcut(QtGui.QKeySequence())
            self.actions[owner].setShortcut(keys)
