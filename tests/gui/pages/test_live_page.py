"""The printed report beside the work: made at a pause, following the section, where there is room."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.look.settings import SettingsStore
from gui.main_window import MainWindow
from gui.pages.live_page import LivePage


def shown(window: MainWindow, qtbot: QtBot) -> LivePage:
    """Show the printed report in a wide window and wait until all its sheets are painted."""
    window.resize(1920, 1009)
    window.menus.actions["live_page"].trigger()
    live = window.work.live
    assert live is not None
    qtbot.waitUntil(lambda: is_whole(live))
    return live


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


def test_it_is_shown_in_wide_windows_only_and_remembered(window: MainWindow, qtbot: QtBot) -> None:
    window.open_sample()
    window.resize(1366, 697)
    QApplication.processEvents()
    window.menus.actions["live_page"].trigger()
    assert window.findChild(LivePage) is None
    assert "放大窗口" in window.statusBar().currentMessage()
    assert SettingsStore().values.live_page
    window.resize(1920, 1009)
    QApplication.processEvents()
    live = window.work.live
    assert live is not None
    assert live.isVisible()
    assert window.work.wizard.width() > 900
    window.menus.actions["live_page"].trigger()
    assert not live.isVisible()
    assert not SettingsStore().values.live_page
