"""The help beside the table says of the current cell what holds now."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.report.report import new_report
from gui.main_window import MainWindow
from gui.pages.section_pages import SectionPage
from gui.report.last_year import LastYear


def said(window: MainWindow) -> str:
    labels: list[QLabel] = list(window.work.help.findChildren(QLabel))
    return "\n".join(label.text() for label in labels if label.isVisibleTo(window.work.help))


def test_the_help_follows_a_number_typed_in_this_cell_and_in_another(window: MainWindow, qtbot: QtBot) -> None:
    window.open_sample()
    window.wizard.show_page("s3")
    page = window.wizard.current
    assert isinstance(page, SectionPage)
    assert page.matrix is not None
    page.matrix.go_to("t3.R01.C1")
    assert "相差" not in said(window)
    was = window.session.facts.shown("t3.R01.C1")
    window.session.enter("t3.R01.C1", str(int(was) + 1))
    qtbot.waitUntil(lambda: "相差1" in said(window))  # until then test_keystroke_work: nothing, and nothing old
    other = window.session.facts.shown("t3.R02.C1")
    window.session.enter("t3.R02.C1", str(int(other) + 2))
    qtbot.waitUntil(lambda: "相差3" in said(window))
    assert "相差1" not in said(window)
    window.session.enter_many({"t3.R01.C1": was, "t3.R02.C1": other}, "改回")
    qtbot.waitUntil(lambda: "相差" not in said(window))


def test_last_years_figure_that_is_carried_over_stands_before_that_of_the_same_cell(window: MainWindow) -> None:
    window.open_sample()
    last = new_report(window.session.report.unit, "政府部门", 2024)
    last = last.with_cells({"t3.R25.C1": 2, "t3.R02.C1": 1})
    window.session.set_last_year(last)
    help_on = LastYear(window.session)
    assert help_on.figure("t3.R02.C1") == "2024年“结转下年·自然人”：2件；2024年这一格：1件"
    assert help_on.figure("t3.R25.C1") == "2024年：2件"
    assert help_on.figure("t3.R01.C1") == "2024年：没有这一项"


def test_an_outcome_of_table_four_is_explained_beside_its_row(window: MainWindow, qtbot: QtBot) -> None:
    window.open_sample()
    window.work.help.show_cell("t4.review.corrected")
    qtbot.waitUntil(lambda: "结果纠正（建议）：变更、撤销" in said(window))
    assert "按结果各计一次" in said(window)


def test_a_page_without_a_cell_is_left_alone(window: MainWindow) -> None:
    window.open_sample()
    window.wizard.show_page("s3")
    window.wizard.show_page("s5")
    before = said(window)
    window.session.enter("t3.R01.C1", "99")
    assert said(window) == before
