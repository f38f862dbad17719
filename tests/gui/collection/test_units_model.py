"""The list of units paints anew what has changed and nothing else, so that reading does not hold up the window."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from gui.collection.unit_lines import UnitLine
from gui.collection.units_model import HEADS, UnitsModel


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
