"""The places that Qt's own file dialog remembers: it asks each of them before it is shown, in the window's thread.

One that has stopped answering would stop the whole program, the autosave too, whichever folder the dialog is to show.
"""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths, Qt, QUrl
from PySide6.QtWidgets import QFileDialog, QListView

from core.base import user_files
from core.base.errors import DataFolderError
from core.base.on_disk import entries_in
from core.base.place_question import PlaceQuestion

_LONGEST_WAIT = 0.4  # seconds, for all together
_LISTS = ("history", "shortcuts")
_KINDS = QStandardPaths.StandardLocation
_USUAL = {
    "桌面": _KINDS.DesktopLocation,
    "文档": _KINDS.DocumentsLocation,
    "下载": _KINDS.DownloadLocation,
    "个人文件夹": _KINDS.HomeLocation,
}
_URL = int(Qt.ItemDataRole.UserRole) + 1
"""Under which Qt keeps the address of a place at the side."""
_MEDIA = ("/media", "/run/media")
"""Where Linux shows what is plugged in, in a folder of the user."""


def keep_in_data_folder() -> None:
    """Have Qt keep what its file dialogs remember, QtProject.conf, in the data folder of the program.

    Else it would write that into ~/.config, where nobody knows whose it is. On Windows it is in the registry.
    """
    try:
        folder = str(user_files.data_folder())
    except DataFolderError:
        folder = QStandardPaths.writableLocation(_KINDS.TempLocation)  # a folder that is silent must not be asked
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, folder)


def leave_out_silent_places(folder: str) -> None:
    """Have the next file dialog begin in a folder that answers, and take from its lists the places that do not."""
    keep_in_data_folder()
    memory = QSettings(QSettings.Scope.UserScope, "QtProject")
    memory.beginGroup("FileDialog")
    last = QUrl.fromLocalFile(folder).toString()
    if memory.value("lastVisited") not in (None, last):
        memory.setValue("lastVisited", last)
    lists = {name: _texts(memory.value(name)) for name in _LISTS}
    silent = _silent({url for urls in lists.values() for url in urls})
    for name, urls in lists.items():
        if not silent.isdisjoint(urls):
            memory.setValue(name, [url for url in urls if url not in silent])


def usual_places(media: Sequence[str] = _MEDIA) -> dict[str, str]:
    """Return the folders that clerks save to, what is plugged in first, by the name that they know them by."""
    found: dict[str, str] = {}
    for base in media:
        folder = Path(base, os.environ.get("USER", ""))
        found |= {f"U盘 {stick.name}": str(stick) for stick in sorted(entries_in(folder) or [])}
    return found | {name: QStandardPaths.writableLocation(kind) for name, kind in _USUAL.items()}


def show_usual_places(dialog: QFileDialog) -> None:
    """Have Qt's own file dialog offer the usual places at its side; a dialog of the system has its own."""
    sides: list[QListView] = list(dialog.findChildren(QListView, "sidebar"))
    if not sides:
        return
    urls = {name: QUrl.fromLocalFile(path) for name, path in usual_places().items() if path}
    silent = _silent({url.toString() for url in urls.values()})
    urls = {name: url for name, url in urls.items() if url.toString() not in silent}
    dialog.setSidebarUrls(list(urls.values()))
    names = {url.toString(): name for name, url in urls.items()}
    model = sides[0].model()

    def name() -> None:
        for row in range(model.rowCount()):  # Qt leaves out what is not there
            place = model.index(row, 0)
            usual = names.get(QUrl(place.data(_URL)).toString())
            if usual and place.data() != usual:
                model.setData(place, usual)

    name()
    model.dataChanged.connect(name)  # Qt names a place anew once it has read the folder


def _texts(value: object) -> list[str]:
    """Return a list of texts, which is kept as a mere text where it has but one."""
    return [str(text) for text in (value if isinstance(value, list) else [value]) if text]


def _silent(urls: set[str]) -> set[str]:
    """Return the places that do not answer; the addresses of servers are none that Qt asks."""
    paths = {url: QUrl(url).toLocalFile() for url in urls}
    questions = {url: PlaceQuestion(Path(path)) for url, path in paths.items() if path}
    latest = time.monotonic() + _LONGEST_WAIT
    return {url for url, question in questions.items() if not question.wait(latest - time.monotonic())}
