"""The printed report beside the work or in its own window: made at a pause, following the section."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.look.settings import SettingsStore
from gui.main_window import MainWindow
from gui.pages import live_places
from gui.pages.live_page import LivePage
from gui.pages.live_places import LivePlaces, LiveWindow


def shown(window: MainWindow, qtbot: QtBot) -> LivePage:
    """Show the printed report in a wide window and wait until all its sheets are painted."""
    window.resize(1920, 1009)
    window.menus.actions["live_page"].trigger()
    pane = window.work.live.pane
    assert pane is not None
    qtbot.waitUntil(lambda: is_whole(pane.page))
    return pane.page


def is_whole(live: LivePage) -> bool:
    return bool(live.sheets.images) and not live._left and not live._pause.isActive()


def test_the_printed_report_follows_what_is_typed_once_the_clerk_pauses(window: MainWindow, qtbot: QtBot) -> None:
    window.open_sample()
    live = shown(window, qtbot)
    assert live.isVisible()
    assert len(live.sheets.images) > 3
    before = [image.copy() for image in live.sheets.images]
    window.session.enter("t3.R01.C1", "77")
    QApplication.processEvents()
    assert live.sheets.images == before  # nobody waits for it
    qtbot.waitUntil(lambda: is_whole(live))
    changed = [one != other for one, other in zip(live.sheets.images, before, strict=True)]
    assert changed == [True, False, False, True, False]  # the table, and a text with its number in it


def test_it_says_that_it_is_being_made_and_shows_nothing_of_another_report(window: MainWindow, qtbot: QtBot) -> None:
    window.open_sample()
    live = shown(window, qtbot)
    window.session.replace(window.session.report.with_texts({"meta.unit": "某某县另一个局"}))
    assert live.sheets.images == []
    assert live.sheets.size() == live.viewport().size()
    words = live.sheets.grab().toImage()
    points = [words.pixel(x, y) for x in range(0, words.width(), 3) for y in range(0, words.height() // 4, 3)]
    assert len(set(points)) > 1
    qtbot.waitUntil(lambda: is_whole(live))


def test_the_printed_report_shows_the_section_that_is_worked_on(window: MainWindow, qtbot: QtBot) -> None:
    window.open_sample()
    live = shown(window, qtbot)
    bar, places = live.verticalScrollBar(), []
    for key in ("meta", "s1", "s3", "s5"):
        window.wizard.show_page(key)
        places.append(bar.value())
    assert places == sorted(set(places))
    window.wizard.show_page("review")
    assert not live.isVisible()


@pytest.fixture
def large_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two windows have room beside each other, whatever screen the tests run on."""
    monkeypatch.setattr(LivePlaces, "may_be_apart", True)


def opened(window: MainWindow, qtbot: QtBot) -> tuple[LiveWindow, LivePage]:
    """Return the window of the printed report once its sheets are painted, and the report in it."""
    qtbot.waitUntil(lambda: window.work.live.window is not None and window.work.live.window.isVisible())
    own, pane = window.work.live.window, window.work.live.pane
    assert own is not None
    assert pane is not None
    assert pane.window() is own
    qtbot.waitUntil(lambda: is_whole(pane.page))
    return own, pane.page


@pytest.mark.usefixtures("large_screen")
def test_its_own_window_never_lies_above_the_work_and_gives_the_focus_back(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1366, 697)
    window.open_sample()
    window.wizard.show_page("s3")
    window.activateWindow()
    window.wizard.current.focus_first()
    window.menus.actions["live_page"].trigger()
    own, page = opened(window, qtbot)
    assert own.screen().availableGeometry().contains(own.frameGeometry())
    assert own.parent() is None  # a window of the main one stays above it, and covers what is filled in
    assert own.windowFlags() & Qt.WindowType.WindowType_Mask == Qt.WindowType.Window
    qtbot.waitUntil(page.hasFocus)  # it was asked for
    qtbot.keyClick(page, Qt.Key.Key_F6)
    qtbot.waitUntil(window.isActiveWindow)
    assert window.wizard.current.isAncestorOf(window.focusWidget() or window)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F6)  # and once more to it
    qtbot.waitUntil(page.hasFocus)
    qtbot.keyClick(page, Qt.Key.Key_F6)
    qtbot.waitUntil(window.isActiveWindow)
    place = page.verticalScrollBar().value()
    assert place  # the part that was worked on before
    window.wizard.show_page("s5")
    assert page.verticalScrollBar().value() > place
    own.resize(400, 300)
    window.session.enter("t3.R01.C1", "3")
    qtbot.waitUntil(lambda: not is_whole(page))
    qtbot.waitUntil(lambda: is_whole(page))
    assert window.isActiveWindow()  # it was painted anew
    own.activateWindow()
    page.setFocus()
    qtbot.waitUntil(page.hasFocus)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.wizard.current.isAncestorOf(QApplication.focusWidget() or window))
    assert not own.isVisible()
    assert not window.menus.actions["live_page"].isChecked()
    kept = SettingsStore()
    assert not kept.values.live_page
    again = LiveWindow(kept, window)
    assert (again.width(), again.height()) == (400, 300)


@pytest.mark.usefixtures("large_screen")
def test_its_window_is_closed_with_the_report_and_comes_with_the_next_one(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1366, 697)
    window.open_sample()
    window.menus.actions["live_page"].trigger()
    own, _page = opened(window, qtbot)
    window.show_start()
    assert not own.isVisible()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_work()
    opened(window, qtbot)
    qtbot.wait(50)
    assert window.isActiveWindow()  # nobody asked for it now
    assert own.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_on_one_small_screen_it_takes_the_place_of_the_findings(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A window of its own would lie behind the main one at the first click into that."""
    monkeypatch.setattr(LivePlaces, "may_be_apart", False)
    window.resize(1366, 697)
    window.open_sample()
    window.wizard.show_page("s3")
    live, work = window.menus.actions["live_page"], window.work
    assert work.findings.isVisible()
    room = work.findings.width()
    live.trigger()
    pane = work.live.pane
    assert pane is not None
    qtbot.waitUntil(lambda: is_whole(pane.page))
    assert work.live.window is None
    assert pane.isVisible()
    assert pane.window() is window
    assert pane.turn.isHidden()  # it leads to nothing that can be seen
    assert pane.width() >= 300
    assert work.wizard.width() >= work.wizard.least_width()  # no table loses a column
    assert (work.findings.isVisible(), work.strip.isVisible()) == (False, True)
    assert "F9" in window.statusBar().currentMessage()
    window.menus.actions["fold"].trigger()
    assert (work.findings.isVisible(), pane.isVisible(), live.isChecked()) == (True, False, False)
    assert work.findings.width() == room
    assert not SettingsStore().values.live_page
    live.trigger()
    assert (work.findings.isVisible(), pane.isVisible()) == (False, True)
    live.trigger()
    assert (work.findings.isVisible(), pane.isVisible()) == (True, False)
    assert work.findings.width() == room


def test_a_large_window_shows_it_beside_the_work_or_in_its_own_by_one_button(window: MainWindow, qtbot: QtBot) -> None:
    window.open_sample()
    page = shown(window, qtbot)
    pane = window.work.live.pane
    assert pane is not None
    assert window.work.wizard.width() > 900
    narrow = pane.width()
    window.resize(2560, 1369)
    qtbot.waitUntil(lambda: is_whole(page))
    assert narrow < 500 < 800 < pane.width() < 900  # a sheet as large as on paper
    assert page.sheets.images[0].width() <= 794 * page.devicePixelRatioF()
    window.activateWindow()
    pane.turn.setFocus()
    qtbot.waitUntil(pane.turn.hasFocus)
    pane.turn.click()
    opened(window, qtbot)
    qtbot.waitUntil(page.hasFocus)
    left = window.focusWidget()
    assert left is not None
    assert not pane.isAncestorOf(left)
    assert window.isAncestorOf(left)  # the next Tab in the main window goes on from there
    assert SettingsStore().values.live_apart
    pane.turn.click()
    assert pane.window() is window
    assert pane.isVisible()
    window.menus.actions["live_page"].trigger()
    assert not pane.isVisible()
    assert not SettingsStore().values.live_page


def test_where_large_print_leaves_it_no_room_to_be_read_it_opens_its_own_window(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live_places, "LIVE_FROM", 9999)  # as on a screen no larger than the window
    window.resize(1366, 697)
    window.open_sample()
    window.wizard.show_page("s3")
    live, work = window.menus.actions["live_page"], window.work
    live.trigger()
    assert work.live.pane is not None
    qtbot.waitUntil(lambda: work.live.pane is not None and work.live.pane.window() is window)
    live.trigger()
    window.settings.change(points=18)
    QApplication.processEvents()
    live.trigger()
    qtbot.waitUntil(lambda: work.live.window is not None and work.live.window.isVisible())
    assert work.live.pane.window() is work.live.window
    assert "单独的窗口" in window.statusBar().currentMessage()
    live.trigger()
    window.settings.change(points=10)
