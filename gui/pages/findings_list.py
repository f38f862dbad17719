"""The list of findings: wrapped lines that Qt lays out and paints once, not at every keystroke."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QStaticText, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    AnyIndex = QModelIndex | QPersistentModelIndex

_MOST_KEPT = 100
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_FONT, _INK = int(Qt.ItemDataRole.FontRole), int(Qt.ItemDataRole.ForegroundRole)
_WRAPPED = QTextOption()
_WRAPPED.setWrapMode(QTextOption.WrapMode.WordWrap)
_SIZE = int(Qt.ItemDataRole.SizeHintRole)
_FLAGS = QStyle.StateFlag
_MARKED = _FLAGS.State_Selected | _FLAGS.State_HasFocus | _FLAGS.State_MouseOver


class _LineDelegate(QStyledItemDelegate):
    """Remembers how a line is laid out and how it looks while it is not chosen.

    Wrapping and blending the Chinese characters of one line takes a tenth of a millisecond, of a list several. The
    style wraps a line three times, once for its height and twice to paint it; here it is done once.
    """

    def __init__(self, view: QListWidget, look: int) -> None:
        """Remember by text and by ``look``, the role that says how a line is shown otherwise."""
        super().__init__(view)
        self._view = view
        self._look = look
        self._margin = _margin(view)
        self._laid_out: dict[tuple[str, object], tuple[QStaticText, QSize]] = {}
        self._pictures: dict[tuple[str, object, int, int, float], QPixmap] = {}

    def forget(self) -> None:
        """Lay out and paint anew: width, font or colours changed."""
        self._margin = _margin(self._view)
        self._laid_out.clear()
        self._pictures.clear()

    def _key(self, index: AnyIndex | QListWidgetItem) -> tuple[str, object]:
        return index.data(_DISPLAY), index.data(self._look)

    def line(self, index: AnyIndex | QListWidgetItem) -> tuple[QStaticText, QSize]:
        """Return the wrapped text of a line and the room it takes."""
        key = self._key(index)
        line = self._laid_out.get(key)
        if line is None:
            if len(self._laid_out) >= _MOST_KEPT:
                self._laid_out.clear()
            width = self._view.viewport().width() - 2 * self._view.spacing()
            text = QStaticText(key[0])
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setTextOption(_WRAPPED)
            text.setTextWidth(width - 2 * self._margin)
            text.prepare(font=index.data(_FONT) or self._view.font())
            line = self._laid_out[key] = text, QSize(width, math.ceil(text.size().height()))
        return line

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        rect, scale = option.rect, painter.device().devicePixelRatioF()  # type: ignore[attr-defined]
        text, room = self.line(index)
        is_cut = text.size().width() > text.textWidth()  # a word wider than the list, to be cut with an ellipsis
        if is_cut or rect.size() != room or option.state & _MARKED:  # type: ignore[attr-defined]
            super().paint(painter, option, index)
            return
        key = (*self._key(index), rect.width(), rect.height(), scale)
        picture = self._pictures.get(key)
        if picture is None:
            if len(self._pictures) >= _MOST_KEPT:
                self._pictures.clear()
            picture = self._pictures[key] = self._painted(text, room, index, scale)
        painter.drawPixmap(rect.topLeft(), picture)

    def _painted(self, text: QStaticText, room: QSize, index: AnyIndex, scale: float) -> QPixmap:
        picture = QPixmap(room * scale)
        picture.setDevicePixelRatio(scale)
        picture.fill(self._view.palette().base().color())
        painter = QPainter(picture)
        painter.setFont(index.data(_FONT) or self._view.font())
        painter.setPen(index.data(_INK).color())
        painter.drawStaticText(self._margin, 0, text)
        painter.end()
        return picture


def _margin(view: QListWidget) -> int:
    """Return how far from its left and right edge a style writes a line of a list."""
    return view.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, view) + 1


class FindingsList(QListWidget):
    """A list of wrapped lines that is laid out anew only where a line becomes higher or lower."""

    def __init__(self, look: int, parent: QWidget | None = None) -> None:
        """Show lines by their text and by ``look``, the role that says how a line is shown otherwise."""
        super().__init__(parent)
        self._lines = _LineDelegate(self, look)
        self.setItemDelegate(self._lines)
        self.setWordWrap(True)

    @override
    def dataChanged(self, topLeft: AnyIndex, bottomRight: AnyIndex, roles: Sequence[int] = ()) -> None:
        if _SIZE in roles:
            super().dataChanged(topLeft, bottomRight, roles)
        else:
            QAbstractItemView.dataChanged(self, topLeft, bottomRight, roles)  # past QListView, which lays all out anew

    def fit(self, item: QListWidgetItem) -> None:
        """Give a line the room that its text takes; to be called when text, look or font were set."""
        item.setSizeHint(self._lines.line(item)[1])

    def _fit_all(self) -> None:
        self._lines.forget()
        for row in range(self.count()):
            self.fit(self.item(row))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_all()
        super().resizeEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        self._fit_all()
        super().changeEvent(event)
