"""On no page and in no usual size of the window does anything lie over something else or have its words cut."""

import pytest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from core.base.resources import resource_path
from core.draft.workbook import load_draft
from gui.look.layout_faults import SIZES, layout_faults
from gui.main_window import MainWindow
from gui.pages.live_places import LivePlaces

SAMPLE = resource_path("samples", "示例.xlsx")


def laid_out() -> None:
    for _ in range(4):  # what one round of events asks for comes in the next
        QApplication.processEvents()


def faults_in(window: MainWindow) -> list[str]:
    """Return what is laid out badly, also when what was told meanwhile (已自动保存) has been laid out."""
    laid_out()
    if layout_faults(window):
        laid_out()
    own = window.work.live.window
    return layout_faults(window) + (layout_faults(own) if own is not None and own.isVisible() else [])


@pytest.mark.parametrize("state", ["findings", "small screen", "large print"])
def test_nothing_overlaps_or_is_cut_on_any_page_in_any_size(
    window: MainWindow, state: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where two windows have room, the printed report has its own; on a small screen it stands for the findings."""
    monkeypatch.setattr(LivePlaces, "may_be_apart", state == "findings")
    assert faults_in(window) == []
    found: list[tuple[str, tuple[int, int], str]] = []
    window.open_sample()
    window.session.set_last_year(load_draft(SAMPLE).report.with_texts({"meta.year": "2024"}))
    window.work.show_last_year(is_wanted=True)
    window.session.enter_many({"t3.R01.C1": "123456", "t3.R03.C1": "1O"}, "填写")
    if state == "findings":
        window.menus.actions["controls"].trigger()
        window.menus.actions["live_page"].trigger()
    elif state == "small screen":
        window.menus.actions["live_page"].trigger()
    else:
        window.settings.change(points=14)
        window.work.fold(is_folded=True)
    for size in SIZES if state == "findings" else SIZES[:2]:
        window.resize(*size)
        for key in window.wizard.pages:
            window.wizard.show_page(key)
            found += [(key, size, fault) for fault in faults_in(window)]
            window.wizard.switch_part()
            found += [(key, size, fault) for fault in faults_in(window)]
    window.settings.change(points=10)
    assert found == []
    assert (window.work.live.window is not None) == (state == "findings")  # it was looked at in the small sizes
    assert (window.work.live.pane is not None) == (state != "large print")


@pytest.mark.parametrize("points", [14, 18])
def test_nothing_is_cut_beside_the_pages_in_large_print(window: MainWindow, points: int) -> None:
    window.resize(*SIZES[1])
    window.settings.change(points=points)
    found = [("start", fault) for fault in faults_in(window)]
    window.open_sample()
    window.session.enter_many({"t3.R01.C1": "12", "t3.R03.C1": "1O", "t3.R02.C1": ""}, "填写")
    window.session.set_text("s5", "[bookmark: _GoBack]存在的问题。")
    window.work.fold(is_folded=False)
    for key in ("meta", "s1", "s3", "s6", "review"):
        window.wizard.show_page(key)
        window.work.fold(is_folded=False)  # also where it folds by itself
        found += [(key, fault) for fault in faults_in(window)]
    for row in range(window.work.findings.list.count()):  # what can be done opens below each
        window.work.findings.list.setCurrentRow(row)
        found += [(f"line {row}", fault) for fault in faults_in(window)]
    window.settings.change(points=10)
    assert found == []


def test_what_is_laid_out_badly_is_found(qtbot: QtBot, qapp: QApplication) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    number, unit = QLabel("123456"), QLabel("万元")
    row.addWidget(number)
    row.addWidget(unit)
    window.show()
    assert layout_faults(window) == []
    unit.move(number.geometry().center())
    assert len(layout_faults(window)) == 1
    unit.setFixedWidth(5)
    unit.move(window.width() - 2, 0)
    faults = layout_faults(window)
    assert [" beyond " in fault for fault in faults] == [True, False]
    assert faults[1].endswith("is cut")


def test_in_the_largest_print_no_page_makes_the_window_wider_than_a_small_screen(window: MainWindow) -> None:
    window.settings.change(points=18)
    window.open_sample()
    window.resize(1366, 697)
    window.session.set_last_year(load_draft(SAMPLE).report.with_texts({"meta.year": "2024"}))
    window.work.fold(is_folded=False)
    widths = []
    for is_wanted in (False, True):
        window.work.show_last_year(is_wanted=is_wanted)
        for key in window.wizard.pages:
            window.wizard.show_page(key)
            window.work.fold(is_folded=False)  # also where it folds by itself
            laid_out()
            window.wizard.switch_part()
            laid_out()
            widths.append((key, window.width()))
    window.settings.change(points=10)
    assert {width for _, width in widths} == {1366}, widths
