"""Widgets that nobody needs any more go in the window's thread, whatever runs beside it."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gui.garbage import Garbage
from gui.report.disk_worker import DiskWorker


class Dialog:
    """Stands for a dialog: it refers to itself, as widgets do by their slots."""

    def __init__(self) -> None:
        self.parent = self


def test_garbage_is_left_alone_by_a_save_and_collected_between_events(qtbot: QtBot) -> None:
    worker = DiskWorker()
    garbage = Garbage(worker)
    died_in: list[threading.Thread] = []
    for _ in range(1000):  # as much as Python itself would collect
        weakref.finalize(Dialog(), lambda: died_in.append(threading.current_thread()))

    worker.submit(lambda: [[n] for n in range(1_000_000)] and None, lambda _none: None)
    worker.wait()
    assert died_in == []

    garbage.collect()
    assert died_in == [threading.main_thread()] * 1000


def test_the_oldest_generation_that_is_due_is_collected(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    collected: list[int] = []
    monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))
    monkeypatch.setattr(gc, "collect", collected.append)
    garbage = Garbage(QObject())
    for count in ((701, 10, 0), (701, 11, 10), (0, 11, 11), (700, 10, 10)):
        monkeypatch.setattr(gc, "get_count", lambda count=count: count)
        garbage.collect()
    assert collected == [0, 1, 2]
