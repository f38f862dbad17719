"""The menus of the main window and their keys; every command is reached from here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from core.base.errors import NoReportOpenError

if TYPE_CHECKING:
    from collections.abc import Callable

    from gui.main_window import MainWindow

Keys = QKeySequence.StandardKey | str | None
_UNDO, _REDO = "撤销", "重做"
CONTROL_MODE = "我有一份带合计的纸质表，要逐项核对"


class Menus(QObject):
    """Builds the menu bar and the commands of the toolbar.

    Attributes:
        actions_by_text: The commands as the menus name them, for the toolbar.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.actions_by_text: dict[str, QAction] = {}
        self._file()
        self._edit()
        self._view()
        self._report()
        settings = self._menu("设置(&S)")
        self.add(settings, "设置…", window.show_settings, "Ctrl+,", needs_report=False)
        help_menu = self._menu("帮助(&H)")
        window.help_actions.add_to(help_menu, partial(self.add, needs_report=False))

    def commands(self) -> list[QAction]:
        """Return every command of the menu bar, menu by menu."""
        # Found as children: the menu that an action gives dies with its wrapper
        menus: list[QMenu] = list(self._window.menuBar().findChildren(QMenu))
        heads = {menu.menuAction() for menu in menus}
        return [a for menu in menus for a in menu.actions() if not a.isSeparator() and a not in heads]

    def _menu(self, title: str) -> QMenu:
        return self._window.top_menus[title]

    def add(
        self,
        menu: QMenu,
        text: str,
        slot: Callable[[], object],
        keys: Keys = None,
        *,
        needs_report: bool = True,
    ) -> QAction:
        """Add a command; one that needs an open report says so while there is none."""
        action = QAction(text, self._window)
        action.triggered.connect(partial(self._run, slot, needs_report=needs_report))
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
            action.setToolTip(f"{text.rstrip('…')}（{action.shortcut().toString()}）")
        menu.addAction(action)
        self.actions_by_text[text] = action
        return action

    def _run(self, slot: Callable[[], object], _checked: object = None, *, needs_report: bool) -> None:
        if needs_report and not self._window.draft.is_open:
            self._window.run(_refuse)
        else:
            slot()

    def _file(self) -> None:
        window, file = self._window, self._menu("文件(&F)")
        free = partial(self.add, needs_report=False)
        free(file, "回到开始页", window.close_report, "Ctrl+N")
        free(file, "继续填写…", window.open_draft, QKeySequence.StandardKey.Open)
        window.sources.add_to_file(file, free)
        self.add(file, "保存", window.save_behind, QKeySequence.StandardKey.Save)
        self.add(file, "另存为…", window.save_as, "Ctrl+Shift+S")
        file.addSeparator()
        window.departments.add_to(file, self.add)
        file.addSeparator()
        window.life.add_to(file)
        file.addSeparator()
        free(file, "退出", window.close, "Ctrl+Q")

    def _edit(self) -> None:
        window, edit = self._window, self._menu("编辑(&E)")
        self.add(edit, _UNDO, window.session.undo, QKeySequence.StandardKey.Undo)
        self.add(edit, _REDO, window.session.redo, "Ctrl+Y")
        window.session.steps_changed.connect(self._show_steps)
        self._show_steps()
        edit.addSeparator()
        window.text_actions.add_to(edit, self.add)
        fill = edit.addMenu("空白格全部填0")
        fill.menuAction().setToolTip("把没有填的格填为0")
        self.actions_by_text[fill.title()] = fill.menuAction()
        for place, table in enumerate(window.session.form.tables.values()):
            self.add(fill, table.name, partial(window.fill, place))
        fill.addSeparator()
        everything = self.add(fill, window.session.form.all_tables, window.fill, "Ctrl+Shift+B")
        everything.setIconText(f"{everything.text()}空白格填0")
        self.add(edit, "无申请、无复议诉讼：一键填0…", window.fill_zero_report, "F8")

    def _show_steps(self) -> None:
        """Say in the menu what would be undone and redone."""
        steps = self._window.session.open_report
        for name, title, is_possible in (
            (_UNDO, steps.undo_title, steps.can_undo),
            (_REDO, steps.redo_title, steps.can_redo),
        ):
            action = self.actions_by_text[name]
            text = f"{name} {title}".strip()
            if action.text() != text:
                action.setText(text)
            action.setEnabled(is_possible)

    def _view(self) -> None:
        window, view = self._window, self._menu("查看(&V)")
        self.add(view, "上一页", lambda: window.wizard.turn(-1), "Ctrl+PgUp")
        self.add(view, "下一页", lambda: window.wizard.turn(1), "Ctrl+PgDown")
        view.addSeparator()
        for number, (key, name) in enumerate(window.wizard.sections.names.items(), 1):
            self.add(view, name, partial(window.show_page, key), f"Alt+{number}")
        view.addSeparator()
        self.add(view, "表格／文字", lambda: window.wizard.switch_part(), "Ctrl+T")
        self.add(view, "下一个问题", partial(window.navigation.next_finding, 1), "F4")
        self.add(view, "上一个问题", partial(window.navigation.next_finding, -1), "Shift+F4")
        self.add(view, "切换窗格", window.navigation.next_pane, "F6")
        view.addSeparator()
        self.controls = self.add(view, CONTROL_MODE, self._show_controls, "Ctrl+Shift+T")
        self.controls.setCheckable(True)
        window.session.replaced.connect(self._follow_controls)

    def _show_controls(self) -> None:
        self._window.wizard.show_controls(is_wanted=self.controls.isChecked())

    def _follow_controls(self) -> None:
        """Show the totals of paper where the report has some: an imported one has."""
        self.controls.setChecked(bool(self._window.session.report.controls))
        self._show_controls()

    def _report(self) -> None:
        window, report = self._window, self._menu("报告(&R)")
        for part in (window.actions_on_report, window.publishing, window.printing):
            part.add_to(report, self.add)
            report.addSeparator()
        window.sources.add_to_report(report, self.add)


def _refuse() -> None:
    raise NoReportOpenError
