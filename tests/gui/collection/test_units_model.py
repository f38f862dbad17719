"""The list of units paints anew what has changed and nothing else, so that reading does not hold up the window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.collection.desk_pane import DeskPane
from gui.collection.unit_lines import UnitLine
from gui.collection.units_model import COUNTED, COUNTS, HEADS, STATE, VERDICT, UnitsModel
from gui.look import theme
from gui.look.colours import colours


def line(key: str, state: str) -> UnitLine:
    return UnitLine(None, key, (key, *[""] * (len(HEADS) - 3), state, ""), "", (key, *[0] * (len(HEADS) - 1)))


def test_only_the_rows_that_changed_are_told(qtbot: QtBot) -> None:
    model = UnitsModel()
    lines = [line("水利局", "已收"), line("教育局", "未报"), line("体育局", "未报")]
    model.show_lines(lines)
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last, _roles: told.append((first.row(), last.row())))

    model.show_lines([replace(one) for one in lines])
    assert told == []

    model.show_lines([lines[0], line("教育局", "已收"), replace(lines[2], level="error")])
    assert told == [(1, 1), (2, 2)]
    assert model.lines[1].texts[-2] == "已收"


@pytest.mark.parametrize("points", [9, 18])
def test_short_columns_hold_their_words_in_letters_of_any_size(qtbot: QtBot, points: int) -> None:
    pane = DeskPane()
    qtbot.addWidget(pane)
    font = pane.font()
    font.setPointSize(points)
    pane.setFont(font)
    pane.table.setFont(font)
    for column, words in ((VERDICT, "待核实"), (COUNTS, HEADS[COUNTS]), (COUNTED, HEADS[COUNTED])):
        assert pane.table.columnWidth(column) > pane.table.fontMetrics().horizontalAdvance(words) + 8


def test_the_state_of_a_unit_is_in_sight_in_a_narrow_window(qtbot: QtBot) -> None:
    """Of a screen of 1280x720 at 150 % 853x409 are left."""
    pane = DeskPane()
    qtbot.addWidget(pane)
    pane.resize(853, 330)
    with qtbot.waitExposed(pane):
        pane.show()
    table = pane.table
    for column in (STATE, VERDICT):
        assert table.columnViewportPosition(column) + table.columnWidth(column) <= table.viewport().width()


def test_a_long_state_is_not_cut_where_the_names_of_files_can_spare_the_room(qtbot: QtBot) -> None:
    pane = DeskPane()
    qtbot.addWidget(pane)
    pane.resize(1900, 400)
    with qtbot.waitExposed(pane):
        pane.show()
    said = "△ 有疑点（采用后又来件，有改动，公布日期早于采用，退回过12次）"
    unit = line("水利局", "有疑点")
    pane.model.show_lines([replace(unit, texts=(*unit.texts[:STATE], said, *unit.texts[STATE + 1 :]))])
    pane.table.fit_states()
    assert pane.table.columnWidth(STATE) > pane.table.fontMetrics().horizontalAdvance(said)
    assert pane.table.columnViewportPosition(COUNTED) < pane.table.viewport().width()


def test_lines_take_the_colours_of_another_scheme(qtbot: QtBot, qapp: QApplication) -> None:
    pane = DeskPane()
    qtbot.addWidget(pane)
    pane.show()
    pane.model.show_lines([replace(line("水利局", "有错误"), level="error")])
    state = pane.model.index(0, STATE)
    shown = []
    try:
        for scheme in ("light", "dark"):
            theme.apply(qapp, scheme=scheme)
            qapp.processEvents()
            shown.append((state.data(Qt.ItemDataRole.BackgroundRole).color(), colours(qapp.palette()).back("error")))
    finally:
        theme.apply(qapp)
    (light, its_back), (dark, its_dark_back) = shown
    assert light == its_back
    assert dark == its_dark_back
    assert light != dark
