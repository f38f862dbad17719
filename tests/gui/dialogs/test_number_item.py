"""Numbers in the tables of dialogs stand in the middle, words at the left."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.draft.draft_changes import DraftDifference
from gui.dialogs.choice_dialog import ChangesTable


@pytest.mark.parametrize(("shown", "is_in_the_middle"), [("14", True), ("-3.50", True), ("1O", False), ("空白", False)])
def test_a_number_stands_in_the_middle_of_its_column(qtbot: QtBot, shown: str, is_in_the_middle: bool) -> None:
    table = ChangesTable("现在填报", "文件中")
    qtbot.addWidget(table)
    table.show_changes([DraftDifference("本年新收·自然人", "0", shown)])
    item = table.item(0, 2)
    assert item is not None
    alignment = Qt.AlignmentFlag(item.textAlignment())
    assert bool(alignment & Qt.AlignmentFlag.AlignHCenter) is is_in_the_middle
