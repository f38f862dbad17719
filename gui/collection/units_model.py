"""The model of the list of units, and what filters and sorts it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSignalBlocker,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QGuiApplication, QStandardItem, QStandardItemModel
from typing_extensions import override

from gui.collection.unit_lines import UnitLine
from gui.look.colours import colours
from gui.look.plain_text import plain_tip

AnyIndex = QModelIndex | QPersistentModelIndex

HEADS = ("单位", "类型", "已收文件", "结论", "错误／疑点", "状态", "计入汇总")
NAME, TYPE, FILES, VERDICT, COUNTS, STATE, COUNTED = range(7)
_CENTRED = {VERDICT, COUNTS, COUNTED}
_COLOURED = {VERDICT, COUNTS, STATE}


class UnitsModel(QStandardItemModel):
    """One row a unit. Qt keeps what the rows show: to paint asks nothing of Python, which is busy while files are read.

    Attributes:
        lines: What the rows show.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(0, len(HEADS), parent)
        self.setHorizontalHeaderLabels(HEADS)
        self.lines: Sequence[UnitLine] = ()

    def show_lines(self, lines: Sequence[UnitLine]) -> None:
        """Show other lines; where the units are the same ones, whoever looks at them stays where he is."""
        before, self.lines = self.lines, lines
        if [line.key for line in lines] == [line.key for line in before]:
            for row, (old, new) in enumerate(zip(before, lines, strict=True)):
                if (old.texts, old.level, old.order) != (new.texts, new.level, new.order):  # else nothing is painted
                    self._put(row, new)
                    self.dataChanged.emit(self.index(row, 0), self.index(row, len(HEADS) - 1))
            return
        self.beginResetModel()
        with QSignalBlocker(self):
            self.setRowCount(len(lines))
        for row, line in enumerate(lines):
            self._put(row, line)
        self.endResetModel()

    def colour_anew(self) -> None:
        """Show the lines in the colours of another scheme."""
        for row, line in enumerate(self.lines):
            self._put(row, line)
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, len(HEADS) - 1))

    def _put(self, row: int, line: UnitLine) -> None:
        """Put a line into a row, and tell nobody yet."""
        known = colours(QGuiApplication.palette())
        with QSignalBlocker(self):
            for column, (head, text) in enumerate(zip(HEADS, line.texts, strict=True)):
                item = QStandardItem(text)
                item.setEditable(False)
                item.setToolTip(plain_tip(text))
                item.setAccessibleText(f"{head}：{text or '空'}")
                if column in _CENTRED:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                if column in _COLOURED and line.level and text:
                    item.setBackground(known.back(line.level))
                    item.setForeground(known.ink(line.level))
                self.setItem(row, column, item)


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
