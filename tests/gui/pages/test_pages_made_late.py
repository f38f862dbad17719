"""The pages of the sections are made when they are first needed, and nobody can tell."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from core.report.report import new_report
from gui.main_window import MainWindow
from gui.pages.table_part import CONTROLS
from tests.window_fixtures import page_of


class WindowsShown(QObject):
    """Notes every window that is shown, for however short a time."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.names.append(type(watched).__name__)
        return False


def made(window: MainWindow) -> list[str]:
    return [page.key for page in window.wizard.section_pages if page.is_made]


def test_a_page_is_made_when_it_is_first_shown(window: MainWindow) -> None:
    window.open_sample()
    assert made(window) == []
    window.resize(900, 600)  # the findings fold by the widths of all tables
    window.resize(1366, 728)
    assert made(window) == []
    page_of(window, "s3")
    window.wizard.show_page("meta")
    assert made(window) == ["s3"]


def test_no_page_shows_a_window_of_its_own_while_it_is_made(window: MainWindow) -> None:
    window.open_sample()
    shown = WindowsShown()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(shown)
    for key in window.session.form.sections:
        page_of(window, key)
    app.removeEventFilter(shown)
    assert shown.names == []
    assert window.isActiveWindow()


def test_a_page_made_late_follows_what_was_chosen_before(window: MainWindow) -> None:
    window.open_sample()
    first = page_of(window, "s2").matrix
    assert first is not None
    first.step_zoom(1)
    window.menus.actions["last_year"].trigger()
    window.work.show_controls(is_wanted=True)
    page = page_of(window, "s3")
    assert page.matrix is not None
    assert page.tabs is not None
    assert page.matrix.zoom == first.zoom == window.settings.values.zoom != 1.0
    assert page.tabs.isTabVisible(CONTROLS)
    assert all(block.beside.isChecked() for block in page.blocks.values())
    page.matrix.step_zoom(-1)
    assert first.zoom == page.matrix.zoom == window.settings.values.zoom


def test_a_page_made_late_of_a_locked_report_takes_nothing(window: MainWindow) -> None:
    window.draft.take(new_report("某某县水利局", "政府部门", 2025), None)  # its texts are blank
    window.session.set_read_only(True)
    for key in window.session.form.sections:
        page = page_of(window, key)
        assert all(block.editor.isReadOnly() for block in page.blocks.values()), key
        assert page.fees is None or not any(field.isEnabled() for field in page.fees.fields.values())
        assert page.matrix is None or not page.matrix._changing[0].isEnabled()


def tab_stops(window: MainWindow, key: str) -> list[str]:
    """Return where Tab leads beyond a page, until it comes back to that."""
    page = page_of(window, key)
    start = QApplication.focusWidget()
    stops: list[str] = []
    for _ in range(60):
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        widget = QApplication.focusWidget()
        if widget is start:
            return stops
        assert widget is not None
        if not page.isAncestorOf(widget):
            stops.append(f"{type(widget).__name__} {widget.accessibleName() or widget.objectName()}")
    raise AssertionError(stops)


@pytest.mark.parametrize("first", ["s1", "s5", "s6"])
def test_tab_leads_the_same_way_whichever_was_made_first(window: MainWindow, first: str) -> None:
    window.open_sample()
    window.resize(1900, 900)
    page_of(window, first)
    window.menus.actions["live_page"].trigger()  # made behind all that was there
    way = tab_stops(window, first)
    assert len(way) > 5
    assert [stop for stop in way if "LivePage" in stop] == way[-1:]
    assert tab_stops(window, "s5") == tab_stops(window, "s6") == tab_stops(window, "s1") == way


def test_a_number_typed_at_once_replaces_the_old_one_of_a_fee(window: MainWindow) -> None:
    window.open_sample()
    for typed in ("12", "7"):  # when the page is made, and when it is come back to
        window.session.enter("fee.notices", "70")
        page_of(window, "s6")
        field = QApplication.focusWidget()
        assert field is not None
        QTest.keyClicks(field, typed)
        window.wizard.show_page("s5")
        assert window.session.report.cells["fee.notices"] == int(typed)
