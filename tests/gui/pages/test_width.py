"""No page is wider than the window on a small or enlarged screen: nobody has to scroll sideways to read or fill it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from core.base.resources import resource_path
from core.draft.workbook import load_draft
from gui.main_window import MainWindow
from gui.pages.section_pages import SectionPage
from gui.pages.work_area import SIDE_WIDTH

SAMPLE = resource_path("samples", "示例.xlsx")
_FRAME = 71  # task bar and title
_SCREENS = {
    "1280x720": (1280, 720 - _FRAME),
    "1280x720 at 150 %": (853, 480 - _FRAME),
    "1366x768 at 125 %": (1092, 614 - _FRAME),
}


def _beyond(window: MainWindow) -> list[str]:
    """Return what has to be scrolled sideways."""
    for _ in range(4):  # what one round of events asks for comes in the next
        QApplication.processEvents()
    areas: list[QAbstractScrollArea] = list(window.findChildren(QAbstractScrollArea))
    wide = [area for area in areas if area.isVisible() and area.horizontalScrollBar().maximum()]
    return [f"{type(a).__name__} {a.accessibleName()} by {a.horizontalScrollBar().maximum()}" for a in wide]


def _pages_wider_than(window: MainWindow, width: int) -> list[tuple[str, list[str]]]:
    """Show every page with each of its tabs; return those on which something is wider than its room."""
    found = []
    for key in window.wizard.pages:
        window.wizard.show_page(key)
        tabs = getattr(window.wizard.current, "tabs", None)
        for _ in range(tabs.count() if tabs is not None else 1):
            found.append((key, _beyond(window)))
            if window.width() != width:
                found.append((key, [f"window grew to {window.width()}"]))
            window.wizard.switch_part()
    return [(key, wide) for key, wide in found if wide]


def _begin(window: MainWindow, state: str) -> None:
    if state == "begun":
        # Each field is asked for, and the longest proposal stands beside two of them
        window.commands.opening.new("云岭市经济技术开发区某某镇人民政府", "政府部门", 2025)
        return
    window.open_sample()
    window.wizard.meta.open_letters(is_open=True)
    if state == "wrong":
        window.menus.actions["controls"].trigger()
        wrong = {"t3.R01.C1": "123456", "t3.R03.C1": "1O", "t3.R25.C2": "", "t3.R01.C2": "3"}
        window.session.enter_many(wrong, "填写")
        window.session.set_text("meta.unit", "云岭市经济技术开发区某某镇人民政府")
    elif state == "last year":
        window.session.set_last_year(load_draft(SAMPLE).report.with_texts({"meta.year": "2024"}))
        window.work.show_last_year(is_wanted=True)


@pytest.mark.parametrize("state", ["begun", "filled", "wrong", "last year"])
@pytest.mark.parametrize("screen", _SCREENS)
def test_no_page_is_wider_than_a_small_or_enlarged_screen(window: MainWindow, screen: str, state: str) -> None:
    window.resize(*_SCREENS[screen])
    assert _beyond(window) == []
    _begin(window, state)
    width = window.width()
    assert _pages_wider_than(window, width) == []
    window.wizard.show_page("meta")
    window.work.fold(is_folded=False)  # it folds again where a table would lose columns
    assert _pages_wider_than(window, width) == []


@pytest.mark.parametrize("state", ["begun", "filled", "last year"])
def test_the_panel_gives_way_to_the_buttons_of_the_text_in_hand(window: MainWindow, state: str) -> None:
    window.resize(*_SCREENS["1280x720 at 150 %"])
    _begin(window, state)
    _beyond(window)
    window.work.fold(is_folded=False)
    window.wizard.show_page("s1")
    assert _beyond(window) == []
    page = window.wizard.current
    assert isinstance(page, SectionPage)
    for block in page.blocks.values():
        block.editor.setFocus()
        assert (_beyond(window), window.width()) == ([], 853)
    window.work.fold(is_folded=True)
    _beyond(window)
    window.work.fold(is_folded=False)  # beside the text in hand
    assert (_beyond(window), window.width()) == ([], 853)
    assert (window.work.sizes()[1] == SIDE_WIDTH) is (state == "begun")  # no more than they need


def test_a_panel_that_comes_back_behind_a_table_makes_no_window_larger(window: MainWindow) -> None:
    """It folds where the table would lose columns; the page behind it is laid out before it is there again."""
    window.open_sample()
    window.work.fold(is_folded=False)
    _pages_wider_than(window, window.width())  # each was laid out once
    window.resize(*_SCREENS["1280x720 at 150 %"])
    widths = []
    for key in window.wizard.pages:
        window.wizard.show_page(key)
        for _ in range(4):
            QApplication.processEvents()
        widths.append((key, window.width(), window.work.is_folded))
    assert widths == [(key, 853, key in ("s3", "s4")) for key in window.wizard.pages]
