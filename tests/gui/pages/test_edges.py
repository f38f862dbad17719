"""Where lines end: on a wide screen nothing is stretched beyond reading, and what ends at the right ends together."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from gui.main_window import MainWindow
from tests.window_fixtures import page_of


@pytest.fixture
def wide(window: MainWindow) -> MainWindow:
    window.open_sample()
    window.resize(2560, 1400)
    QApplication.processEvents()
    return window


def right_of(widget: QWidget) -> int:
    return widget.mapTo(widget.window(), QPoint(widget.width(), 0)).x()


def test_no_line_of_text_and_no_row_of_a_table_is_longer_than_is_read(wide: MainWindow) -> None:
    character = wide.fontMetrics().horizontalAdvance("字")
    wide.wizard.show_page("s5")
    QApplication.processEvents()
    assert 50 * character < page_of(wide, "s5").blocks["s5"].editor.width() <= 67 * character
    wide.wizard.show_page("s2")
    QApplication.processEvents()
    matrix = page_of(wide, "s2").matrix
    assert matrix is not None
    assert 100 * character < matrix.grid.width() <= 111 * character


def test_two_texts_side_by_side_have_more_room(wide: MainWindow) -> None:
    wide.wizard.show_page("s5")
    QApplication.processEvents()
    alone = page_of(wide, "s5").blocks["s5"].width()
    wide.session.set_last_year(wide.session.report)
    wide.wizard.show_last_year(is_wanted=True)
    QApplication.processEvents()
    assert page_of(wide, "s5").blocks["s5"].width() > 1.5 * alone


def test_the_steps_of_the_way_stay_beside_each_other(wide: MainWindow) -> None:
    wide.wizard.show_page("review")
    QApplication.processEvents()
    strip = wide.wizard.review.strip
    character = wide.fontMetrics().horizontalAdvance("字")
    assert {button.width() <= 14 * character for button in strip.buttons.values()} == {True}
    last = strip.buttons["archive"]
    assert abs(right_of(last) - right_of(strip.heads)) <= 8


def test_what_ends_at_the_right_ends_together(wide: MainWindow) -> None:
    wide.wizard.show_page("s5")
    QApplication.processEvents()
    assert wide.work.findings.isVisible()
    assert abs(right_of(wide.turns.on) - right_of(wide.work.findings.list)) <= 4


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_line_beside_the_pages_runs_down_to_the_footer(wide: MainWindow, scheme: str) -> None:
    wide.settings.change(scheme=scheme)
    QApplication.processEvents()
    strip = wide.wizard.sections
    shown = strip.grab().toImage()
    line = strip.palette().color(QPalette.ColorRole.Mid)
    x = strip.width() - 1
    assert {shown.pixelColor(x, y).name() for y in range(2, strip.height(), 7)} == {line.name()}


def test_a_text_keeps_off_the_footer(wide: MainWindow) -> None:
    page = page_of(wide, "s5")
    wide.wizard.show_page("s5")
    QApplication.processEvents()
    editor = page.blocks["s5"].editor
    assert page.height() - editor.mapTo(page, QPoint(0, editor.height())).y() >= 8


def test_a_small_window_with_large_print_cuts_nothing_of_the_footer_and_scrolls_no_field_sideways(
    window: MainWindow,
) -> None:
    window.open_sample()
    window.session.enter("t3.R01.C1", "14")
    window.resize(910, 512)
    window.settings.change(points=18)
    QApplication.processEvents()
    kept = window.commands.unsaved.kept_label
    kept.setText("09:30 已自动保存，尚未存入草稿文件")
    window._said.fit()
    window.wizard.show_page("meta")
    QApplication.processEvents()
    assert window.work.is_folded
    assert kept.isVisible()
    assert kept.width() >= kept.fontMetrics().horizontalAdvance(kept.text())
    areas: list[QScrollArea] = list(window.wizard.meta.findChildren(QScrollArea))
    (area,) = areas
    assert area.horizontalScrollBar().maximum() == 0
    assert window.wizard.meta.letters.text() == "▸ 以公文报送时才填…"

    window.resize(1500, 700)
    QApplication.processEvents()
    assert window._days_left.isVisible()
    assert window.wizard.meta.letters.text().endswith("：发文字号、主送机关、落款单位、成文日期")
    window.settings.change(points=10)


def test_no_label_of_a_row_wraps_beside_empty_columns_on_a_wide_screen(wide: MainWindow) -> None:
    wide.resize(1920, 1009)
    wide.wizard.show_page("s3")
    QApplication.processEvents()
    matrix = page_of(wide, "s3").matrix
    assert matrix is not None
    grid = matrix.grid
    rows = [item for item in grid.matrix.items.values() if item.label and item.height == 1]
    assert len(rows) > 20
    for item in rows:
        width = sum(grid.columnWidth(column) for column in range(item.left, item.left + item.width))
        assert grid.ink.label_height(item, width) < 1.5 * grid.ink.metrics.height(), item.label
