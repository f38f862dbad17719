"""What a command is, and what commands may ask of the window that offers them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from core.checks.findings import Finding
from gui.dialogs.chosen_files import ChosenFiles
from gui.look.settings import SettingsStore


@dataclass(frozen=True)
class Command:
    """Something the clerk can have done.

    Attributes:
        id: Name by which menus, toolbar and pages find it; those of one kind begin alike, such as "page.s3".
        text: What its menu says.
        run: What it does, a checkable one given whether it is on now; may raise ReportError, which is shown.
        keys: Its keys; None for none.
        name: What it is called outside its menu, where that differs from its text.
        needs_report: Whether it is refused while no report is open.
        changes_report: Whether it is refused while the open report takes no changes.
        keeps_edit: Whether what is being typed into a cell stays open.
        is_checkable: Whether it is switched on and off.
    """

    id: str
    text: str
    run: Callable[..., object]
    keys: QKeySequence.StandardKey | str | None = None
    name: str = ""
    needs_report: bool = True
    changes_report: bool = False
    keeps_edit: bool = False
    is_checkable: bool = False


class Host(Protocol):
    """What commands know of the window.

    Attributes:
        widget: The window as the parent of dialogs.
        files: Asks for files and folders.
        settings: The settings of the clerk.
    """

    widget: QWidget
    files: ChosenFiles
    settings: SettingsStore

    def run(self, work: Callable[[], object], *, keeps_edit: bool = False) -> bool:
        """Do something that may raise ReportError, and show it; return whether nothing was raised.

        What is being typed is taken over first, unless ``keeps_edit``.
        """

    def say(self, sentence: str, milliseconds: int = 8000) -> None:
        """Say something in the status bar for a while, 0 for until something else is said."""

    def show_page(self, key: str) -> None:
        """Show a page of the open report."""

    def show_finding(self, finding: Finding) -> None:
        """Show the place of a finding, and choose it in the list beside it."""

    def show_remarks(self) -> None:
        """Show the remarks of the last return, the first open one chosen."""

    def may_leave(self) -> bool:
        """Ask about unsaved changes; return whether the open report may be left."""

    def save(self, done: str = "") -> bool:
        """Save the draft and wait until it is written; return whether it is.

        ``done`` says what was done already and would be noted in it, for where it cannot be written.
        """

    def open_outside(self, path: Path) -> None:
        """Open a file or folder with the program that the PC has for it; say so where it has none."""
