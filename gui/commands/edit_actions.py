"""Commands of the menu 编辑 on the numbers: steps back and forth, blank cells filled with 0."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QKeySequence

from gui import dialogs
from gui.commands.area import CommandArea
from gui.commands.command import Command
from gui.dialogs import zero_dialog


class EditActions(CommandArea):
    """Undoes, redoes and fills in zeros."""

    def commands(self) -> list[Command]:
        """Return the commands; ``fill_table.0`` and so on fill the tables in the order of the form."""
        form = self._session.form
        tables = [
            Command(f"fill_table.{place}", table.name, partial(self.fill, place), changes_report=True)
            for place, table in enumerate(form.tables.values())
        ]
        everything = f"{form.all_tables}空白格填0"
        return [
            Command("undo", "撤销", self._session.undo, QKeySequence.StandardKey.Undo, keeps_edit=True),
            Command("redo", "重做", self._session.redo, "Ctrl+Y", keeps_edit=True),
            *tables,
            Command("fill", form.all_tables, self.fill, "Ctrl+Shift+B", name=everything, changes_report=True),
            Command("zero_report", "无申请、无复议诉讼：一键填0…", self.fill_zero_report, "F8", changes_report=True),
        ]

    def fill(self, place: int | None = None) -> None:
        """Put 0 into the blank cells of one table by its place in the form (which may change), or of all."""
        form = self._session.form
        codes, where = form.entered, form.all_tables
        if place is not None:
            table = list(form.tables.values())[place]
            codes, where = table.cells, table.name
        self._tell_filled(self._session.fill_zeros(codes, where), f"{where}：")

    def fill_zero_report(self) -> None:
        """Ask what did not occur and fill it with zeros; where nothing can be filled, say why."""
        dialog = zero_dialog.ZeroDialog(self._session, self._host.widget)
        if not dialog.everything.isEnabled():
            dialogs.inform(self._host.widget, dialog.windowTitle(), dialog.why.text())
        elif dialogs.accepted(dialog):
            count = dialog.apply()
            self._tell_filled(count, more=f"，写入{dialog.written}句话" if dialog.written else "")

    def _tell_filled(self, count: int, where: str = "", more: str = "") -> None:
        self._host.say(f"{where}已把{count}个空白格填0{more}，可按 Ctrl+Z 撤销")
