"""The header of a matrix: the printed header rows with their merges, fixed while the numbers scroll."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QToolTip
from typing_extensions import override

from core.form.form_definition import GridItem
from gui.matrix.model import MatrixModel
from gui.matrix.paint import MatrixPaint


class MatrixHeader(QHeaderView):
    """Paints all header rows of a table over the columns of its view.

    Attributes:
        active: The labels above the current number.
        heights: Of the header rows in pixels.

    Signals:
        label_pressed: The label that was clicked, a GridItem.
    """

    label_pressed = Signal(object)

    def __init__(self, model: MatrixModel, paint: MatrixPaint) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._matrix = model
        self._paint = paint
        self.heights: list[int] = []
        self.active: frozenset[GridItem] = frozenset()
        self.setMinimumSectionSize(8)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)

    def fit(self, heights: Sequence[int]) -> None:
        """Give the header rows these heights."""
        self.heights = list(heights)
        self.setFixedHeight(sum(heights))

    def show_active(self, labels: frozenset[GridItem]) -> None:
        """Tint these labels and no others."""
        for item in labels ^ self.active:
            if item in self._matrix.header_items:
                self.viewport().update(self.item_rect(item))
        self.active = labels

    def item_rect(self, item: GridItem) -> QRect:
        """Return where a header label stands in the viewport."""
        top = sum(self.heights[: item.top])
        last = item.left + item.width - 1
        left = self.sectionViewportPosition(item.left)
        right = self.sectionViewportPosition(last) + self.sectionSize(last)
        return QRect(left, top, right - left, sum(self.heights[item.top : item.top + item.height]))

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), sum(self.heights))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(0, 0, self.length() + self.sectionViewportPosition(0), self.height(), self._paint.line)
        for item in self._matrix.header_items:
            rect = self.item_rect(item)
            if rect.intersects(event.rect()):
                box = (rect.x(), rect.y(), rect.width(), rect.height())
                self._paint.paint_label(painter, box, item, is_active=item in self.active)
        painter.setPen(self._paint.line)
        left = self.sectionViewportPosition(0)
        painter.drawLine(left, 0, left, self.height())
        painter.drawLine(left, 0, self.length() + left - 1, 0)
        painter.end()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self)
            return True
        return super().viewportEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        item = self.item_at(event.position().toPoint())
        if item is not None and event.button() == Qt.MouseButton.LeftButton:
            self.label_pressed.emit(item)
        else:
            super().mousePressEvent(event)

    def item_at(self, position: QPoint) -> GridItem | None:
        """Return the label at a position of the viewport."""
        return next((i for i in self._matrix.header_items if self.item_rect(i).contains(position)), None)

    def tip_at(self, position: QPoint) -> str:
        """Return the label at a position, with its help where it has one."""
        item = self.item_at(position)
        table = self._matrix.table
        line = table.rows.get(item.row_key) or table.columns.get(item.column_key) if item else None
        return "\n".join(filter(None, (item.label if item else "", line.help if line else "")))
