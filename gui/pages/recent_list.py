"""The list of recent drafts: unit, year, coloured state and day in one line each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget

from core.base.overriding import override
from core.base.user_files import RecentFile
from gui.pages import recent_lines
from gui.pages.recent_item import AROUND, RecentItem, items_of

_AROUND_WORDS = 8
"""Pixels around what is said where there is no draft."""


class RecentList(QListWidget):
    """Shows as many of the recent drafts as there is room for, the latest first; it never scrolls.

    How high a line is stands in its item, and the room is asked of the list: to ask the delegate or the viewport has
    PySide make a hundred classes, before anything is painted.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("最近的草稿")
        self.setWordWrap(True)  # of what is said where there is no draft
        self._is_dressed = False

    def show_files(self, files: Sequence[RecentFile], today: date) -> None:
        """List drafts."""
        self.clear()
        same = Counter((file.unit, file.year) for file in files)
        for file in files:
            self.addItem(RecentItem(file, today, is_double=same[file.unit, file.year] > 1))
        self.setEnabled(bool(files))
        if files and not self._is_dressed:
            self._is_dressed = True
            self.setItemDelegate(recent_lines.RecentLines(self))
        margin = 0 if files else _AROUND_WORDS
        self.setViewportMargins(margin, margin, margin, margin)
        if not files:
            self.addItem("还没有草稿。填写左边三项，点“新建本年报告”开始。")
        self._hide_rest()

    def items_shown(self) -> list[RecentItem]:
        """Return the drafts of the list."""
        return items_of(self)

    def _hide_rest(self) -> None:
        room = self.contentsRect().height()
        line = self.fontMetrics().height()
        for row, item in enumerate(self.items_shown()):
            height = line * (2 if item.is_double else 1) + AROUND
            item.setSizeHint(QSize(0, height))
            room -= height
            self.setRowHidden(row, row > 0 and room < 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for now."""
        super().resizeEvent(event)
        self._hide_rest()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Give each line its room anew in another size of print."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._hide_rest()
