"""What stands on the screen is what painting everything anew would show, whatever was done before.

Tables and lists keep pictures of what they painted, and have only that painted which changed.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial
from itertools import pairwise, product

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from core.base.resources import resource_path
from core.checks.findings import Finding
from gui.main_window import MainWindow
from gui.matrix.view import MatrixView
from gui.pages.finding_lines import FindingsLine, finding_lines
from gui.pages.findings_panel import FindingsPanel
from tests.gui.matrix.matrix_driver import settle
from tests.window_fixtures import tables_of

STEPS = 60


def on_screen(window: MainWindow) -> QImage:
    picture = window.backingStore().paintDevice()
    assert isinstance(picture, QImage)
    return picture.copy()


def painted_anew(window: MainWindow) -> QImage:
    """Have everything laid out and painted, nothing from what was kept; return what the screen shows then."""
    for matrix in tables_of(window):
        matrix.grid._made_for = None
    window.work.findings.list._lines.forget()
    window.work.findings.list.scheduleDelayedItemsLayout()
    widgets: list[QWidget] = list(window.findChildren(QWidget))
    for widget in widgets:
        assert widget.updatesEnabled(), f"{widget} is never painted"
        QWidget.update(widget)
    settle()
    return on_screen(window)


class Hand:
    """Does something at random to the open report."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self._window = window
        self._chance = random.Random(seed)

    def act(self) -> str:
        """Do something and return what."""
        act = self._chance.choice([self._enter] * 4 + [self._type, self._undo, self._look, self._turn, self._go])
        return act()

    @property
    def _matrix(self) -> MatrixView:
        matrix = getattr(self._window.wizard.current, "matrix", None)
        if matrix is None:
            self._window.wizard.show_page("s3")
            return self._matrix
        assert isinstance(matrix, MatrixView)
        return matrix

    def _enter(self) -> str:
        code = self._chance.choice(self._matrix.model.table.cells)
        text = self._chance.choice(("", "0", "1", "12", "abc", "1234567", "14"))
        self._window.session.enter(code, text)
        return f"{code} {text}"

    def _type(self) -> str:
        self._matrix.grid.setFocus()
        QTest.keyClick(self._matrix.grid, Qt.Key.Key_5)
        if self._chance.random() < 0.5:
            self._window.work.findings.filter.setFocus()
        return "5"

    def _undo(self) -> str:
        session = self._window.session
        self._chance.choice((session.undo, session.redo))()
        return "undo or redo"

    def _look(self) -> str:
        window = self._window
        does: list[Callable[[], object]] = [
            lambda: window.settings.change(scheme=self._chance.choice(("light", "dark"))),
            lambda: window.settings.change(points=self._chance.choice((9, 10, 12))),
            lambda: self._matrix.step_zoom(self._chance.choice((1, -1))),
            lambda: window.work.setSizes([1050, self._chance.choice((250, 300, 400))]),
            lambda: window.session.set_read_only(not window.session.open_report.is_read_only),
        ]
        which = self._chance.randrange(len(does))
        does[which]()
        return f"look {which}"

    def _turn(self) -> str:
        page = self._chance.choice(("s2", "s3", "s4", "s5", "s3"))
        self._window.wizard.show_page(page)
        return page

    def _go(self) -> str:
        matrix = self._matrix
        matrix.go_to(self._chance.choice(matrix.model.table.cells))
        if self._chance.random() < 0.5:
            QTest.keyClick(matrix.grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        return f"at {matrix.current}"


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_screen_shows_what_painting_all_anew_would_show(window: MainWindow, seed: int) -> None:
    window.open_path(resource_path("samples", "示例.xlsx"))
    values, flashing = window.settings.values, QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)
    window.work.help.hide()  # says what it has to say a while later, as the status bar does
    window.work.findings.pause.setInterval(0)
    window.statusBar().hide()
    bars: list[QProgressBar] = list(window.findChildren(QProgressBar))
    for bar in bars:
        bar.hide()  # Qt leaves out steps that it thinks too small to be seen
    hand, done = Hand(window, seed), []
    try:
        for _ in range(STEPS):
            done.append(hand.act())
            if len(done) % 2:  # what texts say of a number comes later, maybe while both pictures are taken
                window.session.catch_up()
            window.session._later.stop()
            settle()
            assert on_screen(window) == painted_anew(window), f"the screen is behind after {done[-5:]}"
    finally:
        QApplication.setCursorFlashTime(flashing)
        window.settings.change(scheme=values.scheme, points=values.points, zoom=values.zoom)


def _is_of_another_height(panel: FindingsPanel, lines: list[FindingsLine], row: int, before: int) -> bool:
    """Show lines once more, since what is found a moment after typing takes their place; say whether one changed."""
    panel._show_lines(lines)
    settle()
    return panel.list.visualItemRect(panel.list.item(row)).height() != before


def test_a_line_that_becomes_higher_moves_those_below_it(window: MainWindow, qtbot: QtBot) -> None:
    window.open_path(resource_path("samples", "示例.xlsx"))
    for column in range(1, 7):
        window.session.enter(f"t3.R01.C{column}", "4321")
    window.wizard.show_page("s3")
    settle()
    panel = window.work.findings
    shown, lines = panel.list, finding_lines(window.session, "", hints_open=False)
    for row, text in ((2, "长" * 99), (len(lines) - 1, "长" * 99), (2, "短"), (len(lines) - 1, "短")):
        before = shown.visualItemRect(shown.item(row)).height()
        lines = [line._replace(text=text) if number == row else line for number, line in enumerate(lines)]
        qtbot.waitUntil(partial(_is_of_another_height, panel, lines, row, before))
        rects = [shown.visualItemRect(shown.item(line)) for line in range(shown.count())]
        assert {low.top() - high.bottom() for high, low in pairwise(rects)} == {2 * shown.spacing() + 1}
        assert shown.contentsSize().height() == rects[-1].bottom() + shown.verticalOffset() + 1 + shown.spacing()


def test_a_finding_in_the_place_of_a_heading_is_measured_in_its_own_font(window: MainWindow) -> None:
    window.open_path(resource_path("samples", "示例.xlsx"))
    window.wizard.show_page("s3")
    settle()
    panel = window.work.findings
    finding = Finding("T3-01", "error", "“自然人”列：新收14＋结转2＝16，办理总计13＋结转下年2＝15，" * 3)
    for more in range(20):  # some length at which bold letters need a line more
        line = FindingsLine(finding.message + "长" * more, "error", finding)
        panel._show_lines([FindingsLine(line.text + "。", "error", None)])
        settle()
        panel._show_lines([line])
        settle()
        kept = panel.list.visualItemRect(panel.list.item(0)).height()
        panel.list._lines.forget()
        panel.list.scheduleDelayedItemsLayout()
        settle()
        assert kept == panel.list.visualItemRect(panel.list.item(0)).height(), more


def test_the_frame_of_a_cell_is_faint_once_its_editor_is_gone(window: MainWindow) -> None:
    window.open_path(resource_path("samples", "示例.xlsx"))
    window.wizard.show_page("s3")
    matrix = tables_of(window)[1]
    matrix.grid.setFocus()
    settle()
    QTest.keyClick(matrix.grid, Qt.Key.Key_5)
    settle()
    window.work.findings.filter.setFocus()
    settle()
    frame = matrix.grid.viewport().mapTo(window, matrix.grid.visualRect(matrix.grid.currentIndex()).topLeft())
    scale = window.devicePixelRatio()
    colour = on_screen(window).pixelColor(int((frame.x() + 1) * scale), int((frame.y() + 9) * scale))
    assert colour == matrix.grid.ink.colours.faint


def test_findings_that_come_back_before_the_pause_are_shown_again(window: MainWindow, qtbot: QtBot) -> None:
    window.open_path(resource_path("samples", "示例.xlsx"))
    window.session.enter("t3.R01.C1", "4321")
    window.wizard.show_page("s3")
    tables_of(window)[1].go_to("t3.R01.C1")
    found = window.work.help._found
    qtbot.waitUntil(lambda: found.isVisible() and bool(found.text()))
    settle()

    def is_seen() -> bool:  # wherever it stands: list and help share their height anew
        shown = on_screen(window).copy(QRect(found.mapTo(window, QPoint()), found.size()))
        return len({shown.pixel(x, y) for x in range(shown.width()) for y in range(shown.height())}) > 1

    assert is_seen()
    window.work.help._pause.setInterval(60_000)
    window.session.undo()
    settle()
    assert found.is_outdated
    assert not is_seen()
    window.work.help._pause.setInterval(0)
    window.session.redo()
    qtbot.waitUntil(lambda: not found.is_outdated)
    settle()
    assert is_seen()


def test_a_cell_leaves_nothing_on_its_neighbours(window: MainWindow) -> None:
    """At 150 % a pixel belongs to two cells half and half; what is no longer an error has to go all the same."""
    ink = tables_of(window)[1].grid.ink

    def painted(scale: float, *states: int) -> QImage:
        picture = QPixmap(int(300 * scale), int(100 * scale))
        picture.setDevicePixelRatio(scale)
        picture.fill(ink.line)
        painter = QPainter(picture)
        for state in states:
            ink.paint_numbers(painter, state, [((left, left // 4, 41, 23), "12") for left in (9, 50, 91, 132, 205)])
        painter.end()
        return picture.toImage()

    for scale, level in product((1.0, 1.25, 1.5, 1.75, 2.0), (1, 2, 3)):
        assert painted(scale, level) != painted(scale, 0), (scale, level)
        assert painted(scale, level, 0) == painted(scale, 0), (scale, level)


def test_a_number_in_brackets_is_not_broken_in_the_least_column(window: MainWindow) -> None:
    for points in [10, 14, 18]:
        window.settings.change(points=points)
        window.open_sample()
        window.wizard.show_page("s3")
        settle()
        grid = next(matrix.grid for matrix in tables_of(window) if matrix.model.table.id == "t3")
        ink = grid.ink
        number = next(i for i in grid.matrix.items.values() if i.label.startswith("（三）") and i.height > 1)
        room = ink.label(number, 3 * ink.em + 6).textWidth()
        assert room >= ink.metrics.horizontalAdvance("（三）"), points
        window.settings.change(points=10)
