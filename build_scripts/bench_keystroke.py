"""How long a keystroke takes until its check is painted: table 三 beside the list of findings.

``python build_scripts/bench_keystroke.py [ROUNDS]`` prints milliseconds, and beside them the floor: one number painted
in a small widget. It uses the offscreen platform unless QT_QPA_PLATFORM says otherwise.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from typing_extensions import override

from core.content.report import new_report
from gui import theme
from gui.findings_panel import FindingsPanel
from gui.matrix_view import MatrixView
from gui.session import ReportSession

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

_WARM_UP = 20
_DIGITS = (Qt.Key.Key_1, Qt.Key.Key_4, Qt.Key.Key_7)


class OneNumber(QWidget):
    """The floor: what painting a single cell costs any program."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), "123")
        painter.end()


def main(arguments: list[str]) -> int:
    """Measure and print; return 0."""
    rounds = int(arguments[0]) if arguments else 300
    app = QApplication([])
    theme.apply(app)
    session = ReportSession(lambda: datetime(2026, 1, 5, 10, 0))
    window, matrix = _window(session)
    floor = OneNumber()
    floor.setGeometry(QRect(0, 0, 100, 22))
    for widget in (window, floor):
        widget.show()
        QTest.qWaitForWindowExposed(widget)
    app.processEvents()

    _report("floor: one number painted", _times(lambda: _repaint(app, floor), rounds))
    keys = _key_times(app, matrix, rounds)
    _report("key in the open editor -> checked and painted", keys)
    _report("  of which the session (parse, check, undo step)", _session_times(session, rounds))
    _report("whole table repainted", _times(lambda: _repaint(app, matrix.grid.viewport()), rounds))
    _report("table fitted to another width", _times(_resizer(app, window), min(rounds, 60)))
    print(f"findings at the end: {len(session.result.findings)}")
    return 0


def _window(session: ReportSession) -> tuple[QWidget, MatrixView]:
    report = new_report("某某县水利局", "政府部门", 2025, with_zeros=True)
    session.replace(report)
    window = QWidget()
    window.resize(1156, 640)  # what the list of sections leaves of a screen of 1366
    layout = QHBoxLayout(window)
    matrix = MatrixView(session, "t3")
    panel = FindingsPanel(session)
    panel.setFixedWidth(300)
    layout.addWidget(matrix, 1)
    layout.addWidget(panel)
    return window, matrix


def _key_times(app: QApplication, matrix: MatrixView, rounds: int) -> list[float]:
    """Type a digit into random cells; stop the clock when nothing is left to paint."""
    chance = random.Random(1)
    codes = [code for code in matrix.model.table.cells if matrix.model.is_entered(code)]
    times = []
    for _ in range(rounds + _WARM_UP):
        matrix.go_to(chance.choice(codes))
        QTest.keyClick(matrix.grid, Qt.Key.Key_F2)
        app.processEvents()
        editor = matrix.grid.editor()
        if editor is None:
            raise RuntimeError("no editor was opened")
        start = time.perf_counter()
        QTest.keyClick(editor, chance.choice(_DIGITS))
        app.processEvents()
        times.append(time.perf_counter() - start)
        QTest.keyClick(editor, Qt.Key.Key_Escape if chance.random() < 0.7 else Qt.Key.Key_Return)
        app.processEvents()
    return times[_WARM_UP:]


def _session_times(session: ReportSession, rounds: int) -> list[float]:
    chance = random.Random(2)
    codes = [code for code in session.form.tables["t3"].cells if not session.form.cells[code].is_derived]

    def enter() -> None:
        session.enter(chance.choice(codes), str(chance.randrange(10)))

    blocked = session.blockSignals(True)
    times = _times(enter, rounds)
    session.blockSignals(blocked)
    session.touch()
    return times


def _repaint(app: QApplication, widget: QWidget) -> None:
    widget.update()
    app.processEvents()


def _resizer(app: QApplication, window: QWidget) -> Callable[[], None]:
    widths = [1156, 1400] * 200

    def resize() -> None:
        window.resize(widths.pop(), 640)
        app.processEvents()

    return resize


def _times(action: Callable[[], None], rounds: int) -> list[float]:
    times = []
    for _ in range(rounds + _WARM_UP):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return times[_WARM_UP:]


def _report(name: str, times: list[float]) -> None:
    ordered = sorted(times)
    median, p95 = statistics.median(ordered) * 1e3, ordered[int(len(ordered) * 0.95)] * 1e3
    print(f"{name:50s} median {median:7.3f} ms   p95 {p95:7.3f} ms   n {len(ordered)}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
