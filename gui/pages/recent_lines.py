"""Paints the lines of the list of recent drafts; loaded where there is one, since painting needs many types of Qt."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem

from core.base.overriding import override
from gui.look.colours import colours
from gui.pages.recent_item import AROUND, RecentItem, items_of

AnyIndex = QModelIndex | QPersistentModelIndex

_LEVELS = {"有错误": "error", "待核实": "warning", "退回修改": "warning"}
_UNFINISHED = "填写中"
_MARGIN, _GAP = 8, 16
_ROLES = QPalette.ColorRole


class RecentLines(QStyledItemDelegate):
    """Paints a draft: what it is at the left, its state and the day in columns at the right."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    def _item(self, index: AnyIndex) -> RecentItem | None:
        item = self._view.item(index.row())
        return item if isinstance(item, RecentItem) else None

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Leave the text out."""
        super().initStyleOption(option, index)
        if self._item(index) is not None:
            option.text = ""  # type: ignore[attr-defined]  # it is written below

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Write what there is to say."""
        super().paint(painter, option, index)
        item = self._item(index)
        if item is None:
            return
        fields: Any = option  # the stubs know none of them
        is_chosen = item.isSelected()
        plain, faint = fields.palette.color(_ROLES.Text), fields.palette.color(_ROLES.PlaceholderText)
        if is_chosen:
            plain = faint = fields.palette.color(_ROLES.HighlightedText)
        metrics, above = self._view.fontMetrics(), AROUND // 2
        rect, line = fields.rect.adjusted(_MARGIN, above, -_MARGIN, -above), metrics.height()
        base = rect.top() + metrics.ascent()
        items = items_of(self._view)
        days = max(metrics.horizontalAdvance(other.day) for other in items)
        states = max(metrics.horizontalAdvance(other.note or other.file.state) for other in items)
        painter.save()
        painter.setPen(faint)
        painter.drawText(rect.right() - metrics.horizontalAdvance(item.day), base, item.day)
        level = "warning" if item.note else _LEVELS.get(item.file.state, "")
        known = faint if item.file.state == _UNFINISHED else colours(fields.palette).accent
        painter.setPen(plain if is_chosen else colours(fields.palette).ink(level) if level else known)
        left = rect.right() - days - _GAP - states
        painter.drawText(left, base, item.note or item.file.state)
        painter.setPen(plain)
        year = metrics.horizontalAdvance(item.year)
        bold = QFont(self._view.font())
        bold.setBold(True)
        painter.setFont(bold)
        unit = _cut(item.unit, QFontMetrics(bold), left - _GAP - rect.left() - year - _GAP // 2)
        painter.drawText(rect.left(), base, unit)
        painter.setFont(self._view.font())
        painter.drawText(rect.left() + QFontMetrics(bold).horizontalAdvance(unit) + _GAP // 2, base, item.year)
        if item.shows_file:
            painter.setPen(faint)
            painter.drawText(rect.left(), base + line, _cut(item.file_name, metrics, rect.width()))
        painter.restore()


def _cut(text: str, metrics: QFontMetrics, width: int) -> str:
    """Return as much of a text as there is room for; Qt's own way needs a namespace that costs 11 ms at start."""
    if metrics.horizontalAdvance(text) <= width:
        return text
    while text and metrics.horizontalAdvance(text + "…") > width:
        text = text[:-1]
    return text + "…"
