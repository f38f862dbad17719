"""What cannot be used of what the office imported, as a note on the start page until it is mended."""

from __future__ import annotations

from gui.look.plain_text import PlainLabel
from gui.look.settings import SettingsStore


class ProblemsNote(PlainLabel):
    """The sentences; unseen where everything can be used."""

    def __init__(self, settings: SettingsStore) -> None:
        super().__init__(wordWrap=True)
        self.setAccessibleName("不能使用的设置")
        self._settings = settings
        settings.changed.connect(self.refresh)
        settings.local_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Say what cannot be used now."""
        self.setText(self._settings.problems)
        self.setVisible(bool(self.text()))
