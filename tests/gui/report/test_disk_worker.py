"""One thread works beside the window, and is there no longer than it is needed."""

import threading

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
