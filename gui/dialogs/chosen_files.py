"""Asks for files and folders, and begins where the clerk was last time for the same purpose."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from core.base.on_disk import OnDisk, is_file
from core.base.place_question import PlaceQuestion, first_folder
from gui import dialogs
from gui.look.settings import SettingsStore
from gui.report.draft_file import DraftFile

Purpose = Literal[
    "draft", "output", "source", "returned", "sheets", "register", "template", "setup", "archive", "collection"
]
"""Why a file is asked for: the draft; what is made of it; last year's or published reports; a Word file that came back;
sheets of departments; the register of applications; the office's own templates; style and local rules; an archive;
the reports of all units."""

_LONGEST_WAIT = 0.4
"""Seconds, in which the window stands still; a folder that is silent longer is not proposed."""

_BESIDE = "beside"
"""Folder of the draft for which the folder of ``output`` was chosen."""


class ChosenFiles:
    """Asks which file is meant; remembers the folder for each purpose, in the settings.

    Attributes:
        incoming: Where the reports of others come in; None where no such folder is known. Nothing is proposed to be
            saved there: it would count as another report.
        results: Where 汇总审核 writes; None where none is open.
    """

    def __init__(self, settings: SettingsStore, draft: DraftFile, window: QWidget) -> None:
        self._settings = settings
        self._draft = draft
        self._window = window
        self.incoming: Path | None = None
        self.results: Path | None = None
        self._chosen: dict[str, tuple[Path, str]] = {}  # what was last to be saved, and the folder before that

    def open(self, purpose: Purpose, title: str, name_filter: str, parent: QWidget | None = None) -> Path | None:
        """Ask which file to open; None where the clerk thought better of it."""
        path = dialogs.ask_open(parent or self._window, title, str(self.folder(purpose)), name_filter)
        return self._noted(purpose, path)

    def open_many(self, purpose: Purpose, title: str, name_filter: str) -> list[Path]:
        """Ask which files to open; none where the clerk thought better of it."""
        paths = dialogs.ask_open_many(self._window, title, str(self.folder(purpose)), name_filter)
        self._noted(purpose, paths[0] if paths else None)
        return paths

    def choose_folder(self, purpose: Purpose, title: str, parent: QWidget | None = None) -> Path | None:
        """Ask for a folder; None where the clerk thought better of it.

        The dialog raises the window that it belongs to: without ``parent`` the main window, over any other one.
        """
        folder = dialogs.ask_folder(parent or self._window, title, str(self.folder(purpose)))
        if folder is not None:
            self._note(purpose, folder)
        return folder

    def save(
        self,
        purpose: Purpose,
        title: str,
        name: str,
        name_filter: str,
        parent: QWidget | None = None,
        *,
        not_in: Path | None = None,
    ) -> Path | None:
        """Ask where to save; None where the clerk thought better of it. ``not_in`` is a folder not to be proposed.

        For a draft a name is proposed that is still free: what has the usual one may be the 定稿 of another year.
        """
        self._leave_refusing_folders()
        former = self._settings.values.folders.get(purpose, "")
        proposal = self._saving_folder(purpose, not_in) / name
        free = _free(proposal) if purpose == "draft" else proposal
        path = dialogs.ask_save(parent or self._window, title, free, name_filter)
        if path is not None:
            self._chosen[purpose] = path, former
        return self._noted(purpose, path)

    def _leave_refusing_folders(self) -> None:
        """Go back to the former folder where nothing could be written, as on a stick that is protected."""
        folders = dict(self._settings.values.folders)
        for purpose, (path, former) in self._chosen.items():
            question = PlaceQuestion(path)
            is_refused = question.wait(_LONGEST_WAIT) and question.answer is OnDisk.MISSING
            if is_refused and folders.pop(purpose, "") and former:
                folders[purpose] = former
        self._chosen.clear()
        if folders != self._settings.values.folders:
            self._settings.note(folders=folders)

    def folder(self, purpose: Purpose) -> Path:
        """Return the folder that is proposed: one that is there.

        Drafts and what is made of them lie together: another draft's folder is no place for them.
        """
        self._leave_refusing_folders()
        return self._saving_folder(purpose) if purpose == "output" else self._first(self._wanted(purpose))

    def _saving_folder(self, purpose: Purpose, not_in: Path | None = None) -> Path:
        """Return the folder in which saving is proposed."""
        wanted, incoming = [folder for folder in self._wanted(purpose) if folder != not_in], self.incoming
        return self._first([f for f in wanted if incoming is None or not f.is_relative_to(incoming)])

    def _wanted(self, purpose: Purpose) -> list[Path]:
        kept = self._settings.values.folders
        own = self._draft.path.parent if self._draft.path is not None else None
        last = Path(kept[purpose]) if kept.get(purpose) else None
        is_elsewhere = purpose == "output" and own is not None and kept.get(_BESIDE) != str(own)
        first = [own, last] if purpose == "draft" or is_elsewhere else [last, own]
        drafts = Path(kept["draft"]) if kept.get("draft") else None
        if purpose == "collection":
            first = [last, self.results, own]
        return [folder for folder in (*first, drafts, _documents(), Path.home()) if folder is not None]

    def _first(self, wanted: list[Path]) -> Path:
        return first_folder(wanted, _LONGEST_WAIT) or Path()

    def _noted(self, purpose: Purpose, path: Path | None) -> Path | None:
        if path is not None:
            self._note(purpose, path.parent)
        return path

    def _note(self, purpose: Purpose, folder: Path) -> None:
        folders = {**self._settings.values.folders, purpose: str(folder)}
        if purpose == "output" and self._draft.path is not None:
            folders[_BESIDE] = str(self._draft.path.parent)
        self._settings.note(folders=folders)


def _free(path: Path) -> Path:
    numbered = (path.with_stem(f"{path.stem}（{number}）") for number in count(2))
    return path if not is_file(path) else next(other for other in numbered if not is_file(other))


def _documents() -> Path | None:
    name = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(name) if name else None
