"""What the window of 汇总审核 offers, and what those who do it know of the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from core.office.collection.desk import UnitResult
from gui.collection.desk_runner import DeskRunner
from gui.dialogs.chosen_files import ChosenFiles
from gui.look.settings import SettingsStore


@dataclass(frozen=True)
class DeskCommand:
    """Something that can be done at the desk.

    Attributes:
        id: Name by which menu and toolbar find it.
        text: What its menu says.
        run: What it does; may raise ReportError, which is shown.
        keys: Its keys; None for none.
        writes: Whether it is refused where the desk is read only.
        works: Whether it asks something first and then has work done at the desk; so does all that writes.
    """

    id: str
    text: str
    run: Callable[[], object]
    keys: QKeySequence.StandardKey | str | None = None
    writes: bool = False
    works: bool = False


class DeskView(Protocol):
    """What commands know of the window.

    Attributes:
        widget: The parent of dialogs.
        runner: Works at the desk.
        files: Asks for files and folders.
        settings: The settings of the clerk.
    """

    widget: QWidget
    runner: DeskRunner
    files: ChosenFiles
    settings: SettingsStore

    def unit(self) -> UnitResult:
        """Return the chosen unit.

        Raises:
            ReportError: None is chosen.
        """

    def say(self, sentence: str) -> None:
        """Say something in the status bar."""

    def open_report(self, path: Path) -> None:
        """Open a draft in the wizard."""

    def open_outside(self, path: Path) -> None:
        """Open a file or folder with the program that the PC has for it."""
