"""The model of the list of units, and what filters and sorts it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QGuiApplication
from typing_extensions import override

from gui.collection.unit_lines import UnitLine
from gui.look.colours import colours
from gui.look.plain_text import plain_tip

AnyIndex = QModelIndex | QPersistentModelIndex

HEADS = ("单位", "类型", "已收文件", "结论", "错误／疑点", "状态", "计入汇总")
NAME, TYPE, FILES, VERDICT, COUNTS, STATE, COUNTED = range(7)
_CENTRED = {VERDICT, COUNTS, COUNTED}
_COLOURED = {VERDICT, COUNTS, STATE}
_DISPLAY, _TIP = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole)
_ALIGN, _BACK = int(Qt.ItemDataRole.TextAlignmentRole), int(Qt.ItemDataRole.BackgroundRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_INK = int(Qt.ItemDataRole.ForegroundRole)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


class UnitsModel(QAbstractTableModel):
    """One row a unit.

    Attributes:
        lines: What the rows show.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: Sequence[UnitLine] = ()

    def show_lines(self, lines: Sequence[UnitLine]) -> None:
        """Show other lines; where the units are the same ones, whoever looks at them stays where he is."""
        if [line.key for line in lines] == [line.key for line in self.lines]:
            before, self.lines = self.lines, lines
            for row, (old, new) in enumerate(zip(before, lines, strict=True)):
                if (old.texts, old.level, old.order) != (new.texts, new.level, new.order):  # else nothing is painted
                    self.dataChanged.emit(self.index(row, 0), self.index(row, len(HEADS) - 1))
            return
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    @override
    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.lines)

    @override
    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(HEADS)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == _DISPLAY and 0 <= section < len(HEADS):
            return HEADS[section]
        return None

    @override
    def data(self, index: AnyIndex, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], index.column()
        if role == _DISPLAY:
            return line.texts[column]
        if role == _TIP:
            return plain_tip(line.texts[column])
        if role == _SPOKEN:
            return f"{HEADS[column]}：{line.texts[column] or '空'}"
        if role == _ALIGN:
            return _CENTRE if column in _CENTRED else None
        if role in (_BACK, _INK) and column in _COLOURED and line.level and line.texts[column]:
            known = colours(QGuiApplication.palette())
            return known.back(line.level) if role == _BACK else known.ink(line.level)
        return None


class UnitsFilter(QSortFilterProxyModel):
    """Shows the units that are looked for, in the order that is wanted."""

    def __init__(self, source: UnitsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._words = ""
        self._state = ""
        self.setSourceModel(source)
        self.setDynamicSortFilter(True)

    def look_for(self, words: str, state: str) -> None:
        """Show the lines in which the words stand, of units that are in this state; "" for all."""
        self._words, self._state = words.strip().casefold(), state
        self.invalidateFilter()

    def line(self, row: int) -> UnitLine:
        """Return what a row shows."""
        return self._source.lines[self.mapToSource(self.index(row, 0)).row()]

    def row_of(self, key: str) -> int:
        """Return the row of a unit; -1 where it is not shown."""
        return next((row for row in range(self.rowCount()) if self.line(row).key == key), -1)

    @override
    def filterAcceptsRow(self, source_row: int, source_parent: AnyIndex) -> bool:
        line = self._source.lines[source_row]
        is_found = not self._words or any(self._words in text.casefold() for text in line.texts)
        is_in_state = not self._state or (line.unit is not None and line.unit.state == self._state)
        return is_found and is_in_state

    @override
    def lessThan(self, source_left: AnyIndex, source_right: AnyIndex) -> bool:
        left, right = self._source.lines[source_left.row()], self._source.lines[source_right.row()]
        column = source_left.column()
        return (left.order[column], left.order[0]) < (right.order[column], right.order[0])
