"""The room of the window: the whole table in view, the findings folded, the check line, never beyond the screen."""

from __future__ import annotations

import struct
from itertools import combinations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from gui.app import place_window
from gui.main_window import MainWindow
from gui.matrix.view import MatrixView
from gui.pages.section_pages import SectionPage
from gui.pages.table_part import CONTROLS, TABLE, TEXTS
from gui.pages.work_area import SIDE_WIDTH
from tests.window_fixtures import commit_text, page_of


@pytest.fixture
def table(window: MainWindow) -> MatrixView:
    window.commands.opening.new("某县水利局", "政府部门", 2025)
    window.wizard.show_page("s3")
    page = window.wizard.pages["s3"]
    assert isinstance(page, SectionPage)
    assert page.matrix is not None
    return page.matrix


def rows_in_view(table: MatrixView) -> int:
    grid = table.grid
    tops = [grid.rowViewportPosition(row) for row in range(grid.matrix.height)]
    ends = [top + grid.rowHeight(row) for row, top in enumerate(tops)]
    return sum(top >= 0 and end <= grid.viewport().height() for top, end in zip(tops, ends, strict=True))


def test_the_table_is_in_view_in_a_maximised_window(window: MainWindow, table: MatrixView) -> None:
    for width, height, is_folded, least in [
        (1920, 1009, False, 25),
        (1366, 697, True, 20),
        (1366, 697, False, 20),
        (1280, 649, True, 17),
    ]:
        window.work.fold(is_folded=is_folded)
        window.resize(width, height)
        QApplication.processEvents()
        grid = table.grid
        assert rows_in_view(table) >= least, (width, height)
        for item in (*grid.matrix.header_items, *grid.matrix.items.values()):  # and nothing is cut for it
            wide = sum(grid.columnWidth(c) for c in range(item.left, item.left + item.width))
            heights = grid.header.heights + [grid.rowHeight(row) for row in range(grid.matrix.height)]
            high = sum(heights[item.top : item.top + item.height])
            assert (grid.ink.label_height(item, wide) if item.label else grid.ink.metrics.height()) < high, width
        page = window.wizard.pages["s3"]
        assert page.heading.sizeHint().width() <= page.heading.width(), (width, height)
        bar = page.tabs.tabBar()  # type: ignore[attr-defined]
        assert page.heading.geometry().right() < bar.geometry().left(), (width, height)


def test_no_empty_strip_below_the_rows_makes_the_table_look_finished(window: MainWindow, table: MatrixView) -> None:
    window.work.fold(is_folded=True)
    for width, height in [(853, 440), (910, 512), (1280, 649), (1280, 660)]:
        window.resize(width, height)
        QApplication.processEvents()
        grid, shown = table.grid, rows_in_view(table)
        assert 0 < shown < grid.matrix.height, (width, height)
        assert grid.rowViewportPosition(shown) == grid.viewport().height(), (width, height)


def test_no_row_is_cut_at_the_lower_edge(window: MainWindow, table: MatrixView) -> None:
    window.resize(1280, 649)
    QApplication.processEvents()
    grid = table.grid
    for step in (1, 7, 20):
        grid.verticalScrollBar().setValue(step)
        QApplication.processEvents()
        height = grid.viewport().height()
        row = grid.rowAt(height - 1)
        top = grid.rowViewportPosition(row)
        assert top + grid.rowHeight(row) > height, "else this says nothing"
        shown = grid.viewport().grab().toImage()
        ground = grid.palette().window().color().name()
        edge = [shown.pixelColor(x, y).name() for x in range(5, shown.width(), 3) for y in range(top, height)]
        assert set(edge) == {ground}


def test_the_sums_below_the_table_are_written_the_same_way_in_all_columns(
    window: MainWindow, table: MatrixView
) -> None:
    window.work.fold(is_folded=False)
    window.resize(1280, 649)
    zeros = dict.fromkeys(set(table.model.table.cells).intersection(window.session.form.entered), 0)
    window.session.set_entries({**zeros, "t3.R01.C1": 11, "t3.R03.C1": 11}, "填写")
    QApplication.processEvents()
    shown = [table.checks.shown(column) for column in table.checks.equations]
    first = shown[0]
    assert "11" in first
    assert "差" not in first
    assert shown == [first, *[first.replace("11", "0")] * 5, first]


def test_the_line_below_the_table_compares_the_sums_of_each_column(window: MainWindow, table: MatrixView) -> None:
    checks = table.checks
    column = next(column for column, check in checks.equations.items() if check.item == "C1")
    assert checks.shown(column) == "未填完"
    window.session.fill_zeros(table.model.table.cells, "")
    assert checks.shown(column) == "0＝0 ✓"
    window.session.enter_many({"t3.R01.C1": "14", "t3.R02.C1": "2"}, "填写")
    assert checks.shown(column) == "差16"
    assert "自然人：16与0相差16" in checks.accessibleDescription()
    window.session.enter("t3.R03.C1", "13")
    assert checks.shown(column) == "差3"
    window.session.enter("t3.R25.C1", "3")
    assert checks.shown(column) == "16＝16 ✓"
    page = window.wizard.pages["s4"]
    assert isinstance(page, SectionPage)
    assert page.matrix is not None
    assert page.matrix.checks.isHidden()  # its equations compute its totals


def test_the_findings_fold_to_a_strip_that_counts_them(window: MainWindow, table: MatrixView) -> None:
    work = window.work
    window.session.enter("t3.R01.C1", "1O")
    table.setFocus()
    window.commands.run("fold")
    assert not work.findings.isVisible()
    assert work.strip.isVisible()
    QApplication.processEvents()
    assert work.sizes()[2] == work.strip.width()
    assert any(label.accessibleName() == "错误1个" for label in work.strip.counts.values())
    assert work.strip.open.text().replace("\n", "") == "◂问题"
    assert work.strip.open.sizeHint().width() <= work.strip.open.width()
    assert work.strip.open.accessibleDescription() == "错误1个"
    window.commands.run("next_finding")  # is read also while it is folded
    assert table.current == "t3.R01.C1"
    assert window.settings.values.panel == "folded"
    work.strip.open.click()
    assert work.findings.isVisible()
    assert not work.strip.isVisible()
    QApplication.processEvents()
    assert work.findings.width() > 200


def test_a_narrow_window_folds_the_findings_by_itself_until_the_clerk_chooses(
    window: MainWindow, table: MatrixView
) -> None:
    window.resize(1000, 600)
    QApplication.processEvents()
    assert window.work.is_folded
    window.commands.run("fold")
    assert window.work.findings.isVisible()


@pytest.mark.parametrize(("key", "is_whole"), [("s3", True), ("s4", True), ("s5", False)])
def test_findings_opened_in_a_wide_window_leave_a_table_its_columns_in_a_narrow_one(
    window: MainWindow, table: MatrixView, key: str, is_whole: bool
) -> None:
    window.work.fold(is_folded=False)
    window.resize(910, 512)
    for _ in range(2):
        window.wizard.show_page("s1")
        window.wizard.show_page(key)
        QApplication.processEvents()
        assert window.work.strip.isVisible() == is_whole
        assert window.work.findings.isVisible() != is_whole
        page = window.wizard.current
        if is_whole and isinstance(page, SectionPage) and page.matrix is not None:
            assert page.matrix.grid.horizontalScrollBar().maximum() == 0
        if is_whole:
            window.commands.run("fold")  # it is brought back here, and stays until the page is turned
            assert window.work.findings.isVisible()
            window.resize(920, 512)
            assert window.work.findings.isVisible()
    window.resize(1366, 697)
    assert window.work.findings.isVisible()


def test_large_print_folds_the_findings_where_a_table_would_lose_columns(window: MainWindow, table: MatrixView) -> None:
    window.session.fill_zeros(table.model.table.cells, "")
    window.resize(1366, 697)
    QApplication.processEvents()
    assert not window.work.is_folded
    window.settings.change(points=18)
    QApplication.processEvents()
    grid, names = table.grid, window.wizard.sections.list
    assert window.work.strip.isVisible()
    assert sum(grid.columnWidth(column) for column in range(table.model.width)) <= grid.viewport().width()
    window.session.enter_many({"t3.R25.C2": "", "t3.R01.C2": "3", "t3.R01.C3": "3", "t3.R01.C4": "123456"}, "填写")
    shown = [table.checks.shown(column) for column in table.checks.equations]
    assert shown == ["✓", "未填", "差3", "差", "✓", "✓", "未填"]
    assert "商业企业：一边是3，另一边还没有填完，不能比较" in table.checks.accessibleDescription()
    for column in table.checks.equations:  # nor do the texts below it touch
        assert grid.ink.metrics.horizontalAdvance(table.checks.shown(column)) + 10 < grid.columnWidth(column)
    longest = max(names.fontMetrics().horizontalAdvance(name) for name in window.wizard.sections.names.values())
    assert longest + names.fontMetrics().height() + 20 < names.viewport().width()
    window.settings.change(points=10)


def test_the_lines_between_columns_go_on_between_what_is_compared_below_them(
    window: MainWindow, table: MatrixView
) -> None:
    window.session.fill_zeros(table.model.table.cells, "")
    QApplication.processEvents()
    checks, grid = table.checks, table.grid
    shown = checks.grab().toImage()
    for column in checks.equations:
        line = grid.columnViewportPosition(column) + grid.columnWidth(column) - 1
        assert shown.pixelColor(line, 3) == grid.ink.line, column


def test_the_findings_have_their_width_also_where_the_look_changed_before_the_first_report(window: MainWindow) -> None:
    window.resize(1366, 697)
    window.settings.change(scheme="dark")
    QApplication.processEvents()
    window.commands.opening.new("某县水利局", "政府部门", 2025)
    QApplication.processEvents()
    assert window.work.findings.isVisible()
    assert window.work.sizes()[1] == SIDE_WIDTH


def test_the_deadlines_are_in_view_on_a_screen_at_twice_the_scale(window: MainWindow, qtbot: QtBot) -> None:
    start = window.start
    for own in [(), ("departments", "submit", "file", "summary")]:
        for width, height in [(960, 510), (853, 440)]:
            window.settings.change(deadlines=dict.fromkeys(own, "01-21"))
            window.resize(width, height)
            QApplication.processEvents()
            assert start.due.isVisible(), (width, height, own)
            qtbot.waitUntil(lambda: start.due.mapTo(start, start.due.rect().bottomLeft()).y() < start.height())
            hint = start.unit.fontMetrics().horizontalAdvance(start.unit.placeholderText())
            assert hint < start.unit.width() - 2 * start.unit.fontMetrics().height(), (width, height, own)


@pytest.mark.parametrize(
    ("room", "is_whole", "width"), [(QRect(0, 0, 1280, 690), True, 1152), (QRect(0, 20, 2560, 1400), False, 2304)]
)
def test_the_first_window_takes_the_screen_and_never_more(
    window: MainWindow, room: QRect, is_whole: bool, width: int
) -> None:
    window.hide()
    place_window(window, room)
    assert window.isMaximized() == is_whole
    assert window.normalGeometry().width() in (width, window.width())
    window.setWindowState(window.windowState() & ~window.windowState().WindowMaximized)
    window.resize(2049, 1091)
    window.settings.note(geometry=bytes(window.saveGeometry().toHex().data()).decode("ascii"))
    place_window(window, QRect(0, 0, 1280, 690))
    assert window.width() <= 1280
    assert window.height() <= 690


def test_a_window_noted_without_a_size_gets_one(window: MainWindow) -> None:
    """As Qt notes a maximised window that never had another size."""
    window.hide()
    none = (0, 0, -2, -2)
    wide = window.screen().geometry().width()
    noted = struct.pack(">IHH8iiBBi4i", 0x1D9D0CB, 3, 0, *none, *none, 0, True, False, wide, *none)
    window.settings.note(geometry=noted.hex())
    assert window.restore_place()
    place_window(window, QRect(0, 0, 1280, 690))
    assert 960 <= window.normalGeometry().width() <= 1280  # Qt had some screens give it a size, and most none


def test_the_window_fits_a_small_screen_with_and_without_a_report(window: MainWindow) -> None:
    for _ in range(2):
        QApplication.processEvents()
        least = window.minimumSizeHint().expandedTo(window.minimumSize())
        assert least.width() <= 960  # 1920×1080 at 200 %, less the bar of the system
        assert least.height() <= 480
        window.commands.opening.new("某县水利局", "政府部门", 2025)


def test_table_four_is_not_scrolled_sideways_for_the_air_around_its_print(window: MainWindow) -> None:
    for points, digits in [(10, "1234567"), (12, "12345"), (14, "123"), (16, "12")]:
        window.commands.opening.new("某县水利局", "政府部门", 2025)
        window.settings.change(points=points)
        window.resize(1366, 697)
        table = window.session.form.tables["t4"]
        window.session.enter_many(
            {c: digits for c in table.cells if not window.session.form.cells[c].is_derived}, "填写"
        )
        page = page_of(window, "s4")
        window.work.fold(is_folded=False)
        QApplication.processEvents()
        assert page.matrix is not None, points
        assert window.work.findings.isVisible(), points
        beyond = page.matrix.grid.horizontalScrollBar().maximum()
        window.settings.change(points=10)
        assert beyond == 0, points


def test_the_units_of_the_fees_stand_beside_their_numbers(window: MainWindow) -> None:
    window.commands.opening.new("某县水利局", "政府部门", 2025)
    window.wizard.show_page("s6")
    page = window.wizard.pages["s6"]
    assert isinstance(page, SectionPage)
    assert page.fees is not None
    window.work.fold(is_folded=False)
    window.resize(1280, 649)
    commit_text(page.fees.fields["fee.billed"], "本年度没有收取信息处理费")
    assert page.fees.refused.isVisible()
    QApplication.processEvents()
    inside: list[QWidget] = list(page.fees.findChildren(QWidget))
    shown = [widget for widget in inside if isinstance(widget, QLabel | QLineEdit)]
    for one, other in combinations(shown, 2):
        assert not one.geometry().intersects(other.geometry())
    assert all(page.fees.rect().contains(widget.geometry()) for widget in shown)


def test_all_steps_are_in_view_also_in_a_low_window(window: MainWindow, table: MatrixView) -> None:
    for width, height in [(853, 440), (910, 472), (960, 500), (1366, 697)]:
        window.resize(width, height)
        QApplication.processEvents()
        assert window.height() <= height, (width, height)
        sections = window.wizard.sections
        shown, last = sections.list, sections.list.item(sections.list.count() - 1)
        assert shown.count() == 8, (width, height)
        assert not shown.verticalScrollBar().isVisible(), (width, height)
        assert shown.viewport().rect().contains(shown.visualItemRect(last)), (width, height)
        assert shown.visualItemRect(last).height() >= shown.fontMetrics().height() + 4, (width, height)
        labels: list[QLabel] = list(sections.findChildren(QLabel))
        words = [label for label in labels if "其中数字" in label.text()]
        assert [label.isVisible() for label in words] == [height > 600], (width, height)
        assert any("其中数字" in label.toolTip() for label in labels if label.isVisible()) or height > 600, height


def _is_cut(window: MainWindow) -> tuple[bool, bool]:
    """Whether the list and the help beside the page have to be scrolled."""
    return (
        window.work.findings.list.verticalScrollBar().maximum() > 0,
        window.work.help.verticalScrollBar().maximum() > 0,
    )


def test_help_is_not_cut_while_the_list_above_it_is_empty(window: MainWindow, qtbot: QtBot) -> None:
    window.open_sample()
    window.resize(1366, 728)
    window.work.fold(is_folded=False)
    for key in window.wizard.pages:
        if key != "review":
            window.wizard.show_page(key)
            qtbot.waitUntil(lambda: _is_cut(window) == (False, False))


def test_a_list_that_is_scrolled_has_the_room_that_the_help_does_not_need(window: MainWindow, qtbot: QtBot) -> None:
    window.open_sample()
    window.resize(1366, 728)
    window.work.fold(is_folded=False)
    for row in range(1, 9):
        window.session.enter_many({f"t3.R0{row}.C2": "1O", f"t3.R0{row}.C3": "1O"}, "")
    window.session.catch_up()
    window.wizard.show_page("s1")
    long_help, short_help = window.work.help, "meta"
    window.wizard.show_page(short_help)
    qtbot.waitUntil(lambda: long_help.height() <= long_help.needed_height() + 1 and _is_cut(window) == (True, False))
    before = window.work.findings.height()
    window.work.help.show_cell("t3.R09.C1")  # the list does not jump where it needs its room itself
    qtbot.wait(200)
    window.work.help.show_cell("t3.R03.C1")
    qtbot.wait(200)
    assert window.work.findings.height() >= window.work.help.height()
    assert before >= window.work.findings.height()


def test_what_the_clerk_drags_between_list_and_help_stays(window: MainWindow, qtbot: QtBot) -> None:
    window.open_sample()
    window.resize(1366, 728)
    window.work.fold(is_folded=False)
    window.wizard.show_page("s2")
    qtbot.wait(50)
    side = window.work.findings.parent()
    assert isinstance(side, QSplitter)
    side.moveSplitter(200, 1)
    height = window.work.findings.height()
    window.wizard.show_page("s1")
    qtbot.wait(50)
    assert window.work.findings.height() == height


def test_what_can_be_done_with_the_table_is_offered_beside_the_table_alone(
    window: MainWindow, table: MatrixView
) -> None:
    window.resize(1280, 649)
    window.work.show_controls(is_wanted=True)
    tabs = page_of(window, "s3").tabs
    assert tabs is not None
    commands, shown = tabs.cornerWidget(), []
    places: set[tuple[int, int]] = set()
    for part in (TABLE, TEXTS, CONTROLS, TABLE):
        tabs.enter(part)
        QApplication.processEvents()
        shown.append(commands.isVisible())
        places.add((tabs.heading.y(), tabs.tabBar().y()))
    assert shown == [True, False, False, True]
    assert len(places) == 1  # nothing jumps


def test_below_a_column_stands_that_it_is_not_filled_in_or_that_something_in_it_is_wrong(
    window: MainWindow, table: MatrixView
) -> None:
    checks = table.checks
    columns = list(checks.equations)
    assert {checks.shown(column) for column in columns} == {"未填完"}
    window.session.fill_zeros(table.model.table.cells, "")
    window.session.enter("t3.R07.C2", "1O")
    assert [checks.shown(column)[:2] for column in (columns[1], columns[-1])] == ["有错", "有错"]
    assert "商业企业：一边是0，另一边有不能识别的内容，不能比较" in checks.accessibleDescription()
    assert checks._boxes[columns[1]][-1]  # in the ink of errors
    for typed, said in (("", "未填完"), ("abc", "有错"), ("", "未填完")):  # below the total too, which stays open
        window.session.enter("t3.R07.C2", typed)
        assert [checks.shown(column) for column in (columns[1], columns[-1])] == [said, said]
    window.session.enter("t3.R07.C2", "0")
    assert "有错" not in {checks.shown(column) for column in columns}


def test_the_strip_counts_no_doubt_that_was_explained(window: MainWindow, table: MatrixView) -> None:
    session = window.session
    session.enter("t2.rules.issued", "3")
    window.commands.run("fold")
    QApplication.processEvents()
    strip = window.work.strip
    first, *rest = session.facts.told.open_warnings
    assert strip.counts["warning"].text().endswith(str(1 + len(rest)))
    for finding in (first, *rest):
        session.explain(finding, "已核对", "文书")
    assert session.facts.told.count("warning") == 1 + len(rest)
    assert strip.counts["warning"].text() == ""
