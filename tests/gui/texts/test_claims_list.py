"""文中数字 ↔ 表中数字: every line can be read, and says where its number stands."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from gui.main_window import MainWindow


@pytest.mark.parametrize("width", [1366, 1000])
def test_no_column_is_pushed_out_of_sight(window: MainWindow, width: int) -> None:
    window.resize(width, 728)
    window.open_sample()
    window.session.enter("t3.R01.C1", "1234567")
    window.work.show_findings()
    window.wizard.review.tabs.setCurrentIndex(1)
    QApplication.processEvents()
    tree = window.wizard.review.claims.tree
    columns = range(tree.columnCount())
    assert sum(tree.columnWidth(column) for column in columns) <= tree.viewport().width()
    for row in range(tree.topLevelItemCount()):
        item = tree.topLevelItem(row)
        assert item is not None
        for column in columns:
            text = item.text(column)
            fits = tree.fontMetrics().horizontalAdvance(text) <= tree.columnWidth(column)
            assert fits or (width < 1366 and item.toolTip(column) == text), text


def test_a_line_says_in_words_whether_it_agrees_and_where_it_stands(window: MainWindow) -> None:
    window.open_sample()
    window.session.enter("t3.R01.C1", "5")
    window.work.show_findings()
    window.wizard.review.tabs.setCurrentIndex(1)
    tree = window.wizard.review.claims.tree
    items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    said = {(item.text(0), item.text(1)) for item in items if item is not None}
    assert ("！ 不一致", "第三部分表前文字") in said
    assert ("✓ 一致", "第一部分“依申请公开”") in said
