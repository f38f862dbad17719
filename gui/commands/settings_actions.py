"""The command of the menu 设置."""

from __future__ import annotations

from core.form.form_reader import load_form
from gui import dialogs
from gui.commands.area import CommandArea
from gui.commands.command import Command
from gui.dialogs import settings_dialog


class SettingsActions(CommandArea):
    """Asks for the settings."""

    def commands(self) -> list[Command]:
        """Return the one command."""
        return [Command("settings", "设置…", self.show, "Ctrl+,", needs_report=False)]

    def show(self) -> None:
        """Ask for the settings and take them over.

        Raises:
            ReportError: They cannot be kept.
        """
        host = self._host
        dialog = settings_dialog.SettingsDialog(host.settings, load_form(), host.files, host.widget)
        if dialogs.accepted(dialog):
            dialog.apply()
