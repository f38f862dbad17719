"""The list of findings: wrapped lines that Qt lays out and paints once, not at every keystroke."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QStaticText, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from gui.look.quick_letters import quicken_letters

AnyIndex = QModelIndex | QPersistentModelIndex


_MOST_KEPT = 100
_BESIDE_QUOTES = re.compile(r"(?<=[^\s“‘（《〈])(?=[“‘])|(?<=[”’])(?=[^\s”’）》〉，。；：！？、…])")
_INDENT = 10
"""Pixels by which what is open below a line stands to the right of it."""
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_FONT, _INK = int(Qt.ItemDataRole.FontRole), int(Qt.ItemDataRole.ForegroundRole)
_WRAPPED = QTextOption()
_WRAPPED.setWrapMode(QTextOption.WrapMode.WordWrap)
_SIZE = int(Qt.ItemDataRole.SizeHintRole)
_FLAGS = QStyle.StateFlag
_MARKED = _FLAGS.State_Selected | _FLAGS.State_HasFocus | _FLAGS.State_MouseOver
_ACTIONS = QAbstractItemView.CursorAction
_LINE_FOR_PAGE = {_ACTIONS.MovePageUp: _ACTIONS.MoveUp, _ACTIONS.MovePageDown: _ACTIONS.MoveDown}


@dataclass(frozen=True, slots=True)
class _LineLook:
    """How a line is laid out, and how it looks while it is not chosen.

    Attributes:
        text: The wrapped text.
        room: The room it takes.
        is_cut: Whether a word is wider than the list; the style cuts it with an ellipsis.
        pictures: What it looks like, by the scale of the screen; None where it was painted once and may change soon.
    """

    text: QStaticText
    room: QSize
    is_cut: bool
    pictures: dict[float, QPixmap | None] = field(default_factory=dict)


class _LineDelegate(QStyledItemDelegate):
    """Remembers how lines are laid out and look.

    Wrapping and blending the Chinese characters of one line takes a tenth of a millisecond, of a list several. The
    style wraps a line three times, once for its height and twice to paint it; here it is done once.
    """

    def __init__(self, view: QListWidget, look: int) -> None:
        """Remember by text and by ``look``, the role that says how a line is shown otherwise."""
        super().__init__(view)
        self._view = view
        self._look = look
        self._margin = _margin(view)
        self._lines: dict[tuple[str, object, int], _LineLook] = {}

    def forget(self) -> None:
        """Lay out and paint anew: font or colours changed."""
        self._margin = _margin(self._view)
        self._lines.clear()

    def _line(self, index: AnyIndex | QListWidgetItem) -> _LineLook:
        # With the width, which changes to and fro with the scroll bar: at a key that brings one finding more or less
        width = self._view.viewport().width() - 2 * self._view.spacing()
        key = index.data(_DISPLAY), index.data(self._look), width
        line = self._lines.pop(key, None)
        if line is None:
            text = QStaticText(with_breaks(key[0]))
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setTextOption(_WRAPPED)
            text.setTextWidth(width - 2 * self._margin)
            text.prepare(font=self._font(index))
            size = text.size()
            line = _LineLook(text, QSize(width, math.ceil(size.height())), size.width() > text.textWidth())
            if len(self._lines) >= _MOST_KEPT:
                del self._lines[next(iter(self._lines))]  # which was not asked for the longest time
        self._lines[key] = line
        return line

    def _font(self, index: AnyIndex | QListWidgetItem) -> QFont:
        return index.data(_FONT) or self._view.font()

    def room(self, item: QListWidgetItem) -> QSize:
        """Return the room that a line takes."""
        return self._line(item).room

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().initStyleOption(option, index)
        option.text = with_breaks(option.text)  # type: ignore[attr-defined]

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        line = self._line(index)
        rect = QRect(option.rect.topLeft(), line.room)  # type: ignore[attr-defined]  # more may be open below the text
        option.rect = rect  # type: ignore[attr-defined]
        if line.is_cut or option.state & _MARKED:  # type: ignore[attr-defined]
            super().paint(painter, option, index)
            return
        scale = painter.device().devicePixelRatioF()
        if scale not in line.pictures:  # at the next key it may say something else, and a picture would be for nothing
            line.pictures[scale] = None
            self._write(painter, rect.topLeft(), line, index)
            return
        picture = line.pictures[scale]
        if picture is None:
            picture = line.pictures[scale] = self._painted(line, index, scale)
        painter.drawPixmap(rect.topLeft(), picture)

    def _painted(self, line: _LineLook, index: AnyIndex, scale: float) -> QPixmap:
        picture = QPixmap(line.room * scale)
        picture.setDevicePixelRatio(scale)
        picture.fill(self._view.palette().base().color())
        painter = QPainter(picture)
        self._write(painter, QPoint(), line, index)
        painter.end()
        return picture

    def _write(self, painter: QPainter, at: QPoint, line: _LineLook, index: AnyIndex) -> None:
        """Write a line on the plain ground."""
        quicken_letters(painter, at.x(), at.y())
        painter.setFont(self._font(index))
        painter.setPen(index.data(_INK).color())
        painter.drawStaticText(at.x() + self._margin, at.y(), line.text)


def with_breaks(text: str) -> str:
    """Return a text that may be wrapped before “ and behind ”, as Chinese is; Qt keeps them with what is beside."""
    return _BESIDE_QUOTES.sub("\u200b", text)


def _margin(view: QListWidget) -> int:
    """Return how far from its left and right edge a style writes a line of a list."""
    return view.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, view) + 1


class Below(QWidget):
    """A widget that can stand below a line of the list."""

    def height_for(self, width: int) -> int:
        """Return the pixels that it needs at a width."""
        raise NotImplementedError

    def put_first(self, *, are_buttons: bool) -> None:
        """Put its buttons above what it says, or below: what is below does not fit into the list."""
        raise NotImplementedError


class FindingsList(QListWidget):
    """A list of wrapped lines that is laid out anew only where a line becomes higher or lower.

    Signals:
        released: The button of the mouse was released that was pressed on a line.
    """

    released = Signal()

    def __init__(self, look: int, parent: QWidget | None = None) -> None:
        """Show lines by their text and by ``look``, the role that says how a line is shown otherwise."""
        super().__init__(parent)
        self._below: Below | None = None
        self._open: QListWidgetItem | None = None
        self._was_pressed = False
        self._lines = _LineDelegate(self, look)
        self.setItemDelegate(self._lines)
        self.setWordWrap(True)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)  # a line with all that is open below it may be high
        # Its ground is painted here, so that Qt need not paint that of six widgets below first
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setViewportMargins(1, 1, 1, 1)  # beside the frame, which is wider while the list has the focus

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().base())
        painter.end()
        super().paintEvent(event)

    @override
    def moveCursor(self, action: _ACTIONS, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Go where a key leads; from a line that fills most of the list, where Qt stays, a page is one line."""
        index = super().moveCursor(action, modifiers)
        if index == self.currentIndex() and action in _LINE_FOR_PAGE:
            return super().moveCursor(_LINE_FOR_PAGE[action], modifiers)
        return index

    @property
    def is_pressed(self) -> bool:
        """Whether the mouse is held down on a line; moved away below it, the line would not count as clicked."""
        return self._was_pressed and QApplication.mouseButtons() != Qt.MouseButton.NoButton

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._was_pressed = True
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._was_pressed = False
        super().mouseReleaseEvent(event)
        self.released.emit()

    @override
    def dataChanged(self, topLeft: AnyIndex, bottomRight: AnyIndex, roles: Sequence[int] = ()) -> None:
        if _SIZE in roles:
            super().dataChanged(topLeft, bottomRight, roles)
            return
        item = self.item(topLeft.row())
        # While updates are off for the page, nothing is painted; on for the viewport alone, Qt would leave what is open
        # in it off for good
        is_painted = item is not None and item is self._open and self.viewport().updatesEnabled()
        if is_painted:  # what is open below it would be painted as well, which takes as long as all the rest of a key
            self.viewport().setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled)
        QAbstractItemView.dataChanged(self, topLeft, bottomRight, roles)  # past QListView, which lays all out anew
        if is_painted:
            self.viewport().setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, False)
            self.viewport().update(QRect(self.visualItemRect(item).topLeft(), self._lines.room(item)))

    def fit(self, item: QListWidgetItem) -> None:
        """Give a line the room that its text takes; to be called when text, look or font were set."""
        room = self._lines.room(item)
        if item is self._open and self._below is not None:
            room = QSize(room.width(), room.height() + self._below.height_for(room.width() - _INDENT))
        item.setSizeHint(room)

    def use_below(self, below: Below) -> None:
        """Take a widget that is to stand below one line."""
        self._below = below
        below.setParent(self.viewport())
        below.hide()

    def open_below(self, item: QListWidgetItem | None) -> None:
        """Open the widget below a line, and nowhere else; both are brought into view, the line before all."""
        former, self._open = self._open, item
        if former is None and item is None:
            return
        if former is not None and former is not item and former.listWidget() is self:
            self.fit(former)
        if item is not None:
            self.fit(item)
        self.executeDelayedItemsLayout()
        self.place_below()
        if item is not None and former is not item:
            self._show_whole(item)

    def _show_whole(self, item: QListWidgetItem) -> None:
        """Scroll to a line with what is open below it, and the heading above it where there is room for that too."""
        self.scrollToItem(item)
        rect, height = self.visualItemRect(item), self.viewport().height()
        above = self.item(self.row(item) - 1)
        is_headed = above is not None and not above.flags() & Qt.ItemFlag.ItemIsSelectable
        first = self.visualItemRect(above).top() if is_headed else rect.top()
        if rect.bottom() + 1 - first > height:
            first = rect.top()
        beyond = max(rect.bottom() + 1 - height, 0)
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + min(beyond or min(first, 0), first))

    def place_below(self) -> None:
        """Put what is open below its line; while lines are exchanged, with signals blocked, it waits for the end."""
        if self._below is None:
            return
        if self._open is None:
            self._below.hide()
            return
        rect = self.visualItemRect(self._open)
        self._below.put_first(are_buttons=rect.height() > self.viewport().height())
        self._below.setGeometry(rect.adjusted(_INDENT, self._lines.room(self._open).height(), 0, 0))
        self._below.show()

    @override
    def doItemsLayout(self) -> None:
        super().doItemsLayout()
        if not self.signalsBlocked():
            self.place_below()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if not self.signalsBlocked():
            self.place_below()

    def _fit_all(self) -> None:
        with QSignalBlocker(self.model()):  # told line by line, Qt would ask each time what that means
            for row in range(self.count()):
                self.fit(self.item(row))
        self.scheduleDelayedItemsLayout()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_all()
        super().resizeEvent(event)
        if self._open is not None:
            self.executeDelayedItemsLayout()
            self._show_whole(self._open)

    @override
    def changeEvent(self, event: QEvent) -> None:
        self._lines.forget()
        self._fit_all()
        super().changeEvent(event)
