"""Numbers in the tables of dialogs stand in the middle, words at the left."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.draft.draft_changes import DraftDifference
from gui.dialogs.choice_dialog import ChangesTable
from gui.look.colours import colours


def test_what_is_no_number_is_marked_in_the_middle_of_its_column(qtbot: QtBot) -> None:
    table = ChangesTable("我的", "文件里的")
    qtbot.addWidget(table)
    table.show_changes([DraftDifference("本年新收·自然人", "1O", "3", is_number=True)])
    items = [table.item(0, column) for column in (1, 2)]
    assert [item.text() for item in items if item] == ["✕ 1O", "3"]
    assert all(item and item.textAlignment() == Qt.AlignmentFlag.AlignCenter for item in items)
    assert items[0] is not None
    assert items[0].foreground().color() == colours(table.palette()).error


def test_a_place_wraps_in_the_room_that_numbers_leave(qtbot: QtBot) -> None:
    table = ChangesTable("2026-01-10 09:12", "现在填报")
    qtbot.addWidget(table)
    place = "依申请公开：（四）1.本机关不掌握相关政府信息·自然人"
    table.show_changes([DraftDifference(place, "0", "1", is_number=True)])
    table.resize(460, 300)
    table.show()
    assert not table.horizontalScrollBar().isVisible()
    assert table.columnWidth(0) > table.columnWidth(1) > table.columnWidth(2) >= 100
    table.show_changes([DraftDifference(place, "一" * 40, "二" * 40, is_text=True)])
    assert abs(table.columnWidth(0) - table.columnWidth(1)) < 3  # texts need the room as well


@pytest.mark.parametrize(("shown", "is_in_the_middle"), [("14", True), ("-3.50", True), ("1O", False), ("空白", False)])
def test_a_number_stands_in_the_middle_of_its_column(qtbot: QtBot, shown: str, is_in_the_middle: bool) -> None:
    table = ChangesTable("现在填报", "文件中")
    qtbot.addWidget(table)
    table.show_changes([DraftDifference("本年新收·自然人", "0", shown)])
    item = table.item(0, 2)
    assert item is not None
    alignment = Qt.AlignmentFlag(item.textAlignment())
    assert bool(alignment & Qt.AlignmentFlag.AlignHCenter) is is_in_the_middle
