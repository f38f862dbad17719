"""The findings follow the hand: what is chosen is about the cell or text one is in, and what is done leads on."""

from __future__ import annotations

import random

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.base.resources import resource_path
from core.checks.findings import Finding
from gui.main_window import MainWindow
from gui.matrix.view import MatrixView
from gui.pages.findings_panel import FindingsPanel
from gui.pages.section_pages import SectionPage
from tests.window_fixtures import Answers

SAMPLE = resource_path("samples", "示例.xlsx")
WRONG = {"t3.R01.C1": "14", "t3.R07.C2": "1O", "t3.R25.C4": "2", "t3.R05.C3": "7", "t2.fees.amount": "1234567"}


@pytest.fixture
def panel(window: MainWindow) -> FindingsPanel:
    window.open_sample()
    for code, text in WRONG.items():
        window.session.enter(code, text)
        window.session.close_edit()
    window.session.set_text("s5", "全年新收申请3件，")
    window.work.findings.pause.setInterval(0)
    return window.work.findings


def page_of(window: MainWindow, key: str) -> SectionPage:
    window.wizard.show_page(key)
    page = window.wizard.pages[key]
    assert isinstance(page, SectionPage)
    return page


def table(window: MainWindow) -> MatrixView:
    matrix = page_of(window, "s3").matrix
    assert matrix is not None
    return matrix


def is_about(finding: Finding | None, code: str) -> bool:
    return finding is not None and (code in finding.cells or code in [place.text for place in finding.places])


def test_the_chosen_finding_is_about_the_current_cell_whenever_that_has_one(
    panel: FindingsPanel, window: MainWindow, qtbot: QtBot
) -> None:
    matrix, rng, met = table(window), random.Random(3), 0
    marked = [code for code in matrix.model.table.cells if window.session.facts.level(code)]
    for move in range(200):
        if move % 3:
            matrix.grid.go(rng.choice(["above", "below", "left", "right", "next", "down"]))
        else:
            matrix.grid.select(rng.choice(marked))
        if window.session.facts.level(matrix.current):
            met += 1
            qtbot.waitUntil(lambda: not panel.pause.isActive())
            assert is_about(panel.current(), matrix.current)
            row = panel.list.visualItemRect(panel.list.currentItem())
            assert panel.list.viewport().rect().contains(row.topLeft())
    assert met > 60


def test_a_text_with_a_finding_has_it_chosen_when_it_is_entered(
    panel: FindingsPanel, window: MainWindow, qtbot: QtBot
) -> None:
    editor = page_of(window, "s5").blocks["s5"].editor
    table(window)
    page_of(window, "s5")
    qtbot.waitUntil(editor.hasFocus)
    qtbot.waitUntil(lambda: is_about(panel.current(), "s5"))


def test_what_can_be_done_opens_below_the_chosen_finding(
    panel: FindingsPanel, window: MainWindow, qtbot: QtBot
) -> None:
    matrix = table(window)
    matrix.grid.select("t3.R07.C2")
    qtbot.waitUntil(lambda: is_about(panel.current(), "t3.R07.C2"))
    details, item = panel.details, panel.list.currentItem()
    assert details.isVisible()
    assert details.parentWidget() is panel.list.viewport()
    assert panel.list.visualItemRect(item).contains(details.geometry().topLeft())
    height = panel.list.height()
    panel.list.setCurrentRow(-1)
    assert not details.isVisible()
    assert panel.list.height() == height  # nothing squeezes the list


def test_blanks_stand_in_the_list_and_are_filled_from_there(panel: FindingsPanel, window: MainWindow) -> None:
    cells = ("t2.rules.issued", "t2.rules.repealed")
    window.session.enter_many(dict.fromkeys(cells, ""), "清空")
    window.session.set_text("s6", "")
    lines = [panel.list.item(row).text() for row in range(panel.list.count())]
    assert "○ 第二部分的表：未填2格" in lines
    assert "○ 第六部分：没有文字" in lines
    panel.list.setCurrentRow(lines.index("○ 第二部分的表：未填2格"))
    panel.details.jump.click()
    assert window.wizard.current.key == "s2"
    assert page_of(window, "s2").matrix.current == cells[0]  # type: ignore[union-attr]
    panel.list.setCurrentRow(lines.index("○ 第二部分的表：未填2格"))
    panel.details.fill.click()
    assert [window.session.report.cells[code] for code in cells] == [0, 0]
    window.session.undo()
    assert cells[0] not in window.session.report.cells


def test_after_a_repair_or_an_explanation_the_next_finding_is_chosen(
    panel: FindingsPanel, window: MainWindow, answers: Answers, qtbot: QtBot
) -> None:
    table(window)
    answers.reason = "已核对"
    done = 0
    while (finding := next(iter(window.session.result.open_warnings), None)) is not None:
        panel.choose(finding)
        panel.details.explain.click()
        qtbot.waitUntil(panel.list.hasFocus)
        assert QApplication.focusWidget() is panel.list
        current = panel.current()
        assert current is None or current.explained is None
        done += 1
        if done == 3:
            break
    assert done
