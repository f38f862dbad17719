"""A table in which whole rows are chosen: Home and End lead to the first and the last row, as in a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView, QTableWidget
from typing_extensions import override

_ACTIONS = QAbstractItemView.CursorAction


def first_or_last_row(table: QTableView, action: _ACTIONS) -> QModelIndex | None:
    """Return where Home or End leads in whole rows; Qt would go to the first or last cell of the row, unseen."""
    is_by_rows = table.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectRows
    if not is_by_rows or action not in (_ACTIONS.MoveHome, _ACTIONS.MoveEnd) or not table.model().rowCount():
        return None
    row = 0 if action == _ACTIONS.MoveHome else table.model().rowCount() - 1
    return table.model().index(row, max(table.currentIndex().column(), 0))


class RowTable(QTableWidget):
    """A table that is only looked at and chosen from."""

    def __init__(self, rows: int, heads: Sequence[str], name: str) -> None:
        """Make the table, with what stands above its columns, and its name for screen readers."""
        super().__init__(rows, len(heads))
        self.setHorizontalHeaderLabels(list(heads))
        self.setAccessibleName(name)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)

    @override
    def moveCursor(self, action: _ACTIONS, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        end = first_or_last_row(self, action)
        return super().moveCursor(action, modifiers) if end is None else end
