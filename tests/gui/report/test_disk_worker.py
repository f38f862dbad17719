"""One thread works for the window, and is there no longer than it is needed."""

import threading
import time
from typing import ClassVar

import pytest
from pytestqt.qtbot import QtBot

from gui.report.disk_worker import DiskWorker


def test_work_that_comes_soon_is_done_by_the_thread_that_is_there(qtbot: QtBot) -> None:
    worker = DiskWorker(linger=5.0)
    threads: list[object] = []
    for _ in range(3):
        worker.submit(threading.current_thread, threads.append)
        assert worker.wait(5000)
    assert len(threads) == 3
    assert len(set(threads)) == 1
    assert threads[0] is not threading.main_thread()


@pytest.mark.parametrize("linger", [0, 0.01])
def test_the_thread_ends_where_no_work_comes_and_later_work_is_done_all_the_same(qtbot: QtBot, linger: float) -> None:
    worker = DiskWorker(linger=linger)
    threads: list[threading.Thread] = []
    for _ in range(2):
        worker.submit(threading.current_thread, lambda thread: threads.append(thread))  # type: ignore[arg-type]
        assert worker.wait(5000)
        threads[-1].join(5)
        assert not threads[-1].is_alive()
    assert len(threads) == 2


def test_work_given_while_the_thread_works_is_waited_for(qtbot: QtBot) -> None:
    worker = DiskWorker(linger=5.0)
    done: list[object] = []
    begun, may_end = threading.Event(), threading.Event()

    def slow() -> str:
        begun.set()
        may_end.wait(5)
        return "slow"

    worker.submit(slow, done.append)
    assert begun.wait(5)
    worker.submit(lambda: "next", done.append)
    assert not worker.wait(10)
    may_end.set()
    assert worker.wait(5000)
    assert done == ["slow", "next"]


class Dying:
    """Notes in which thread it dies."""

    threads: ClassVar[list[threading.Thread]] = []

    def __del__(self) -> None:
        self.threads.append(threading.current_thread())


def test_what_only_a_piece_of_work_holds_dies_in_the_thread_of_the_window(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A widget that dies in a thread takes the program with it."""
    carry_out = DiskWorker._carry_out

    def slowly(self: DiskWorker, piece: object) -> None:
        carry_out(self, piece)  # type: ignore[arg-type]
        time.sleep(0.05)  # the window has long been told

    monkeypatch.setattr(DiskWorker, "_carry_out", slowly)
    Dying.threads.clear()
    worker = DiskWorker(linger=5.0)
    handed: list[object] = []

    def give(asks: Dying, is_told: Dying) -> None:
        worker.submit(lambda: (asks, None)[1], lambda what: handed.append((is_told, what)[1]))

    give(Dying(), Dying())
    qtbot.waitUntil(lambda: bool(handed))
    assert worker.wait(5000)
    assert Dying.threads == [threading.main_thread()] * 2
