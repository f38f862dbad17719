"""The places that Qt's own file dialog remembers: it asks each of them before it is shown, in the window's thread.

One that has stopped answering would stop the whole program, the autosave too, whichever folder the dialog is to show.
"""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QSettings, QUrl

from core.base.place_question import PlaceQuestion

_LONGEST_WAIT = 0.4  # seconds, for all together
_LISTS = ("history", "shortcuts")


def leave_out_silent_places(folder: str) -> None:
    """Have the next file dialog begin in a folder that answers, and take from its lists the places that do not."""
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


def _texts(value: object) -> list[str]:
    """Return a list of texts, which is kept as a mere text where it has but one."""
    return [str(text) for text in (value if isinstance(value, list) else [value]) if text]


def _silent(urls: set[str]) -> set[str]:
    """Return the places that do not answer; the addresses of servers are none that Qt asks."""
    paths = {url: QUrl(url).toLocalFile() for url in urls}
    questions = {url: PlaceQuestion(Path(path)) for url, path in paths.items() if path}
    latest = time.monotonic() + _LONGEST_WAIT
    return {url for url, question in questions.items() if not question.wait(latest - time.monotonic())}
