"""While a file is being opened, the start page says so and takes no clicks: they were meant for no other page."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from core.draft.workbook import save_draft
from core.report.report import new_report
from gui import dialogs
from gui.main_window import MainWindow
from tests.window_fixtures import Answers


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "草稿.xlsx"
    save_draft(new_report("某县财政局", "政府部门", 2025), path)
    return path


def click(window: MainWindow, button: QPushButton) -> None:
    """Click as the system does: on the place in the window where the button stands."""
    place = button.mapTo(window, QPoint(button.width() // 2, button.height() // 2))
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


@pytest.fixture
def seen(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[tuple[bool, bool]]:
    """Return, for each time the disk is asked, whether the page says what goes on and whether its button is dead."""
    states: list[tuple[bool, bool]] = []
    asked = dialogs.ask_disk

    def ask(*given: object, **more: object) -> object:
        states.append((window.start.sign.label.isVisible(), not window.start.begin.isEnabled()))
        return asked(*given, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(dialogs, "ask_disk", ask)
    return states


@pytest.mark.parametrize(
    "opened",
    [lambda window, path: window.open_path(path), lambda window, path: window.start.recent_wanted.emit(path)],
)
def test_the_start_page_says_that_a_file_is_being_opened(
    opened: Callable[[MainWindow, Path], None], window: MainWindow, draft: Path, seen: list[tuple[bool, bool]]
) -> None:
    opened(window, draft)
    assert seen
    assert set(seen) == {(True, True)}
    assert window.draft.path == draft
    assert not window.start.sign.label.isVisibleTo(window.start)
    assert window.start.begin.isEnabled()


def test_what_cannot_be_opened_gives_the_page_and_its_focus_back(
    window: MainWindow, tmp_path: Path, answers: Answers, qtbot: QtBot
) -> None:
    window.start.unit.setFocus()
    window.open_path(tmp_path / "没有.xlsx")
    assert len(answers.said) == 1
    assert not window.start.sign.label.isVisible()
    assert window.focusWidget() is window.start.unit
    qtbot.waitUntil(lambda: window.start.sign._held is None)
    pressed: list[object] = []
    window.start.open_wanted.disconnect()
    window.start.open_wanted.connect(lambda: pressed.append(1))
    found: list[QObject] = [*window.start.findChildren(QPushButton)]
    named = {one.text(): one for one in found if isinstance(one, QPushButton)}
    click(window, named["继续填写…"])
    assert pressed


def test_clicks_that_come_while_a_file_is_opened_reach_no_page(window: MainWindow, draft: Path, qtbot: QtBot) -> None:
    turned: list[object] = []
    window.open_path(draft)
    window.work.turned.connect(lambda: turned.append(1))
    button = window.turns.on
    click(window, button)  # made before, it arrives now
    assert not turned
    qtbot.waitUntil(lambda: window.start.sign._held is None)
    click(window, button)
    assert turned


STARTED = """
import sys
from PySide6.QtCore import QTimer
from gui import app

complete, begin = app.complete_window, app._begin
def page(window):
    print(window.start.sign.label.isVisible(), window.start.begin.isEnabled(), window.start.sign._held is not None)
def seen_and_completed(window, clock):
    page(window)
    complete(window, clock)
def seen_and_begun(window, given):
    page(window)
    begin(window, given)
    QTimer.singleShot(500, window, lambda: (page(window), print(window.draft.path.name), window.close()))
app.complete_window, app._begin = seen_and_completed, seen_and_begun
sys.exit(app.main(sys.argv[1:]))
"""


def test_the_program_that_is_started_with_a_file_says_so_from_the_first_paint(draft: Path) -> None:
    command = [sys.executable, "-c", STARTED, str(draft)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split("\n")[:4] == ["True False True", "True False True", "False True False", draft.name]
