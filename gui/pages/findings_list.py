"""The list of findings: wrapped lines that Qt lays out and paints once, not at every keystroke."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem
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
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_SEEN = frozenset(map(int, (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.FontRole, Qt.ItemDataRole.SizeHintRole)))
_FLAGS = QStyle.StateFlag
_MARKED = _FLAGS.State_Selected | _FLAGS.State_HasFocus | _FLAGS.State_MouseOver


class _LineDelegate(QStyledItemDelegate):
    """Remembers how high a line is and how it looks while it is not chosen.

    Wrapping and blending the Chinese characters of one line takes a tenth of a millisecond, of a list several.
    """

    def __init__(self, view: QListWidget, look: int) -> None:
        """Remember by text and by ``look``, the role that says how a line is shown otherwise."""
        super().__init__(view)
        self._view = view
        self._look = look
        self._margin = _margin(view)
        self._sizes: dict[tuple[str, object], QSize] = {}
        self._pictures: dict[tuple[str, object, int, int, float], QPixmap] = {}

    def forget(self) -> None:
        """Lay out and paint anew: width, font or colours changed."""
        self._margin = _margin(self._view)
        self._sizes.clear()
        self._pictures.clear()

    def _key(self, index: AnyIndex) -> tuple[str, object]:
        return index.data(_DISPLAY), index.data(self._look)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        key = self._key(index)
        size = self._sizes.get(key)
        if size is None:
            if len(self._sizes) >= _MOST_KEPT:
                self._sizes.clear()
            fitted = QStyleOptionViewItem(option)  # Qt asks for widths that differ by the spacing
            width = self._view.viewport().width() - 2 * self._view.spacing()
            fitted.rect = QRect(0, 0, width, 1)  # type: ignore[attr-defined]  # in an empty one Qt wraps nothing
            size = self._sizes[key] = QSize(width, super().sizeHint(fitted, index).height())
        return size

    def keeps_height(self, index: AnyIndex) -> bool:
        """Whether a line that changed is as high as before."""
        option = QStyleOptionViewItem()
        self._view.initViewItemOption(option)
        return self._view.visualRect(index).height() == self.sizeHint(option, index).height()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        if option.state & _MARKED:  # type: ignore[attr-defined]
            super().paint(painter, option, index)
            return
        rect, scale = option.rect, painter.device().devicePixelRatioF()  # type: ignore[attr-defined]
        key = (*self._key(index), rect.width(), rect.height(), scale)
        picture = self._pictures.get(key)
        if picture is None:
            if len(self._pictures) >= _MOST_KEPT:
                self._pictures.clear()
            picture = self._pictures[key] = self._painted(option, index, scale)
        painter.drawPixmap(rect.topLeft(), picture)

    def _painted(self, option: QStyleOptionViewItem, index: AnyIndex, scale: float) -> QPixmap:
        size = option.rect.size()  # type: ignore[attr-defined]
        picture = QPixmap(size * scale)
        picture.setDevicePixelRatio(scale)
        picture.fill(self._view.palette().base().color())
        whole = QRect(QPoint(), size)
        inside = whole.adjusted(self._margin, 0, -self._margin, 0)
        painter = QPainter(picture)
        painter.setFont(index.data(_FONT))
        painter.setPen(index.data(_INK).color())
        taken = painter.drawText(inside, _WRAPPED, index.data(_DISPLAY))  # the style lays each line out twice
        if not inside.contains(taken):  # a word wider than the list, which the style cuts with an ellipsis
            picture.fill(self._view.palette().base().color())
            moved = QStyleOptionViewItem(option)
            moved.rect = whole  # type: ignore[attr-defined]
            super().paint(painter, moved, index)
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
        is_seen = not roles or not _SEEN.isdisjoint(roles)
        if not is_seen or (topLeft == bottomRight and self._lines.keeps_height(topLeft)):
            QAbstractItemView.dataChanged(self, topLeft, bottomRight, roles)  # past QListView, which lays all out anew
        else:
            super().dataChanged(topLeft, bottomRight, roles)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lines.forget()
        super().resizeEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        self._lines.forget()
        super().changeEvent(event)
