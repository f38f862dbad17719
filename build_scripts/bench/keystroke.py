"""How long a keystroke takes until its check is painted, in the whole window: table, findings, verdict, sections.

``python -m build_scripts.bench.keystroke [ROUNDS]`` types into table 三 of two reports, then into section 五 while
nothing else goes on and while the draft is saved on a slow disk. The clock stops when nothing is left to paint.

Milliseconds are by the clock, and beside them those the window's thread was on the processor. By the clock, other
programs of a busy machine count as well; ``alone`` is p95 by the clock of the keystrokes that none of them
interrupted, and how many those were: the goals are for these. The floor is one number painted in a small widget.
It uses the offscreen platform unless QT_QPA_PLATFORM says otherwise, and a data folder of its own. Exits with 1
where a goal is missed.
"""

from __future__ import annotations

import contextlib
import gc
import os
import random
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QInputMethodEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from core.base.resources import resource_path
from core.draft.workbook import load_draft
from gui.app import make_application, make_window
from gui.pages.section_pages import SectionPage

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]
from collections.abc import Callable, Iterable, Iterator

from PySide6.QtGui import QPaintEvent

from core.report.report import Report
from gui.main_window import MainWindow

KEY_GOAL, SAVE_GOAL = 2.0, 5.0
"""Milliseconds of p95: a digit in a table, and a character of a text while the draft is saved."""

_WARM_UP = 20
_DIGITS = (Qt.Key.Key_1, Qt.Key.Key_4, Qt.Key.Key_7)
_SLOW_DISK_S = 0.5
_PAUSE_MS = 20  # between two characters of a text: faster than anybody types
_WRONG_CELLS = 40


class OneNumber(QWidget):
    """The floor: what painting a single cell costs any program."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), "123")
        painter.end()


@dataclass
class Times:
    """What was measured: seconds by the clock, on the processor, and by the clock where nobody interrupted."""

    clock: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    undisturbed: list[float] = field(default_factory=list)

    @classmethod
    def of_all(cls, parts: Iterable[Times]) -> Times:
        """Return several together."""
        whole = cls()
        for part in parts:
            whole.clock += part.clock
            whole.processor += part.processor
            whole.undisturbed += part.undisturbed
        return whole

    def measure(self, action: Callable[[], object], *, counts: bool = True) -> None:
        """Carry out an action and whatever is to be painted then; note how long it took where it counts."""
        interruptions, processor, clock = _interruptions(), time.thread_time(), time.perf_counter()
        action()
        settle()
        if counts:
            self.clock.append(time.perf_counter() - clock)
            self.processor.append(time.thread_time() - processor)
            if _interruptions() == interruptions:
                self.undisturbed.append(self.clock[-1])

    def report(self, name: str, goal: float | None = None) -> bool:
        """Print one line; return whether the goal is met. Of a few rounds a kind of key may have had none."""
        if not self.clock:
            return True
        ordered = sorted(self.clock), sorted(self.processor)
        numbers = [f(times) * 1e3 for times in ordered for f in (statistics.median, _p95)]
        alone = _p95(sorted(self.undisturbed)) * 1e3 if self.undisturbed else numbers[1]
        columns = "".join(f"{number:9.3f}" for number in (*numbers, alone))
        said = "" if goal is None else f"   goal {goal:g}"
        print(f"{name:50s}{columns}{len(self.undisturbed):6d} of {len(self.clock)}{said}")
        return goal is None or alone < goal


def _p95(ordered: list[float]) -> float:
    return ordered[int(len(ordered) * 0.95)]


def _interruptions() -> int:
    return resource.getrusage(resource.RUSAGE_THREAD).ru_nivcsw if resource and sys.platform == "linux" else 0


def settle() -> None:
    """Let everything be laid out and painted: what one round of events asks for comes in the next."""
    for _ in range(4):
        QApplication.processEvents()


def main(arguments: list[str]) -> int:
    """Measure and print; return 1 where a goal is missed."""
    rounds = int(arguments[0]) if arguments else 300
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["NIANBAO_HOME"] = folder
        make_application(["nianbao"])
        window = make_window(lambda: datetime(2026, 1, 12, 9, 30))
        window.resize(1366, 728)
        floor = OneNumber()
        floor.setGeometry(QRect(0, 0, 100, 22))
        for widget in (window, floor):
            widget.show()
            QTest.qWaitForWindowExposed(widget)
        window.activateWindow()
        gc.freeze()  # as the program does
        print(f"{'milliseconds':50s}{'median':>9s}{'p95':>9s}{'cpu':>9s}{'cpu p95':>9s}{'alone':>9s}")
        _repainted(floor, rounds).report("floor: one number painted")
        is_met = _tables(window, rounds)
        is_met &= _texts(window, Path(folder), rounds)
        window.draft.wait()
        window.draft.close()
        window.close()
    return int(not is_met)


def _tables(window: MainWindow, rounds: int) -> bool:
    right = load_draft(resource_path("samples", "示例.xlsx")).report
    is_met = True
    for name, report in (("the sample", right), (f"the sample, {_WRONG_CELLS} numbers wrong", _spoilt(right))):
        window.draft.take(report, None)
        print(f"table 三 of {name}, {len(window.session.result.findings)} findings")
        keys = _keys(window, rounds)
        for key, times in keys.items():
            is_met &= times.report(f"  {key}", KEY_GOAL)
        is_met &= Times.of_all(keys.values()).report("  all of these keys", KEY_GOAL)
    session_only = Times()
    session, chance = window.session, random.Random(2)
    codes = [code for code in session.form.tables["t3"].cells if not session.form.cells[code].is_derived]
    blocked = session.blockSignals(True)
    for _ in range(rounds):
        session_only.measure(lambda: session.enter(chance.choice(codes), str(chance.randrange(10))))
    session.blockSignals(blocked)
    session_only.report("  of a digit the session: parse, check, undo step")
    matrix = _page(window, "s3").matrix
    assert matrix is not None
    _repainted(matrix.grid.viewport(), rounds).report("  whole table repainted, nothing changed")
    return is_met


def _spoilt(report: Report) -> Report:
    """Return the report with many wrong numbers, so that the list of findings is long."""
    chance = random.Random(3)
    codes = [code for code in report.form.entered if report.form.cells[code].table in ("t3", "t4")]
    return report.with_cells({code: chance.randrange(1000, 10_000) for code in chance.sample(codes, _WRONG_CELLS)})


def _page(window: MainWindow, key: str) -> SectionPage:
    page = window.wizard.pages[key]
    assert isinstance(page, SectionPage)
    return page


def _keys(window: MainWindow, rounds: int) -> dict[str, Times]:
    """Type two digits into random cells of table 三 and leave them by Enter or Esc."""
    window.wizard.show_page("s3")
    matrix = _page(window, "s3").matrix
    assert matrix is not None
    chance = random.Random(1)
    first, further, enter, escape = Times(), Times(), Times(), Times()
    codes = [code for code in matrix.model.table.cells if matrix.model.is_entered(code)]
    for number in range(rounds + _WARM_UP):
        counts = number >= _WARM_UP
        matrix.go_to(chance.choice(codes))
        settle()
        first.measure(partial(QTest.keyClick, matrix.grid, chance.choice(_DIGITS)), counts=counts)
        editor = matrix.grid.editor()
        assert editor is not None
        further.measure(partial(QTest.keyClick, editor, chance.choice(_DIGITS)), counts=counts)
        if chance.random() < 0.7:
            escape.measure(partial(QTest.keyClick, editor, Qt.Key.Key_Escape), counts=counts)
        else:
            enter.measure(partial(QTest.keyClick, editor, Qt.Key.Key_Return), counts=counts)
    return {"first digit, which opens the editor": first, "further digit": further, "Enter": enter, "Esc": escape}


def _texts(window: MainWindow, folder: Path, rounds: int) -> bool:
    """Type into section 五 as an input method does."""
    window.draft.take(load_draft(resource_path("samples", "示例.xlsx")).report, None)
    window.draft.save(folder / "草稿.xlsx")
    window.wizard.show_page("s5")
    editor = _page(window, "s5").blocks["s5"].editor
    editor.moveCursor(editor.textCursor().MoveOperation.End)

    def type_one(times: Times, *, counts: bool = True) -> None:
        event = QInputMethodEvent()
        event.setCommitString("改进"[len(times.clock) % 2])
        times.measure(lambda: QApplication.sendEvent(editor, event), counts=counts)
        QTest.qWait(_PAUSE_MS)

    quiet, saving = Times(), Times()
    for number in range(rounds + _WARM_UP):
        type_one(quiet, counts=number >= _WARM_UP)
    with _slow_disk():
        while len(saving.clock) < rounds:
            window.commands.run("save")
            while window.draft.is_saving:
                type_one(saving)
    quiet.report("character in section 五")
    return saving.report("  while the draft is saved on a slow disk", SAVE_GOAL)


@contextlib.contextmanager
def _slow_disk() -> Iterator[None]:
    original = os.fsync

    def slow(descriptor: int) -> None:
        time.sleep(_SLOW_DISK_S)
        original(descriptor)

    with patch.object(os, "fsync", slow):
        yield


def _repainted(widget: QWidget, rounds: int) -> Times:
    times = Times()
    for _ in range(rounds):
        times.measure(widget.update)
    return times


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
