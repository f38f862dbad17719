"""The view of a matrix as far as it is seen: merges, sizes and painting."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QPainter, QPaintEvent, QPen, QPixmap, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget
from typing_extensions import override

from core.form.form_definition import GridItem
from gui.look.colours import colours
from gui.matrix.fit import best_heights, column_widths, cut_height
from gui.matrix.header import MatrixHeader
from gui.matrix.model import LABEL, AnyIndex, MatrixModel
from gui.matrix.paint import Box, MatrixPaint

_Look = tuple["Box", int, str, bool, str]
"""What a cell of the kept picture shows: its place in the viewport, its state and text, whether its label is tinted,
and last year's number."""


_SHORT = 5
"""Characters for which every column has room."""


class _OwnPainter(QTableView):
    """A table that paints what changed by itself."""

    matrix: MatrixModel

    @override
    def dataChanged(self, topLeft: AnyIndex, bottomRight: AnyIndex, roles: Sequence[int] = ()) -> None:
        """Do nothing: ``tell_qt`` tells Qt of less."""

    def tell_qt(self, places: Sequence[int]) -> None:
        """Tell Qt of what the open editor and who has the table read aloud have to follow; of all where none is named.

        To have a cell painted it would take longer than painting it.
        """
        model, current = self.matrix, self.currentIndex()
        if not places:
            super().dataChanged(model.index(0, 0), model.index(model.height - 1, model.width - 1))
        elif QAccessible.isActive():
            for place in places:
                index = model.index(*divmod(place, model.width))
                super().dataChanged(index, index)
        elif current.row() * model.width + current.column() in places:
            super().dataChanged(current, current)


class MatrixCanvas(_OwnPainter):
    """A table in its printed shape, as wide as the window.

    Attributes:
        matrix: The model.
        ink: Fonts and colours, shared with the header.
        header: The printed header rows; hidden where the table keeps them among its rows.
        active: The labels of the current number.
        selected_indexes: What is selected, where that is more than one number.
        last_year: What last year's report has at each place, where that is to be shown.

    Signals:
        fitted: Columns and rows may have other sizes.
    """

    fitted = Signal()

    def __init__(self, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.matrix = model
        self.ink = MatrixPaint(self.font(), colours(self.palette()))
        self.header = MatrixHeader(model, self.ink)
        self.active: frozenset[GridItem] = frozenset()
        self._is_locked = False
        self.selected_indexes: list[QModelIndex] = []
        self.last_year: Mapping[int, str] = {}
        self._fitted = self._fitted_height = 0
        self._picture = QPixmap()
        self._painted: dict[int, _Look] = {}
        self._made_for: tuple[int, int, float, int, int] | None = None
        self._xs, self._ys = [0], [0]
        self.setHorizontalHeader(self.header)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(8)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        # All of it is painted here, so that Qt need not paint what lies below first
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        model.shown_changed.connect(self._show_changed)
        # Qt moves what is painted, with the lower edge
        self.verticalScrollBar().valueChanged.connect(lambda _at: self.viewport().update())

    # ------------------------------------------------------------ shape

    def lay_out(self) -> None:
        """Set the merges of the printed form and fit everything to the window."""
        self.clearSpans()
        for place, item in self.matrix.items.items():
            if item.height > 1 or item.width > 1:
                self.setSpan(*divmod(place, self.matrix.width), item.height, item.width)
        self.header.setVisible(bool(self.matrix.header_items))
        self.active = frozenset()
        self.fit()

    def fit(self) -> None:
        """Make the columns fill the window and the rows hold their labels."""
        self._fit_once()
        if self.viewport().width() != self._fitted:  # a scroll bar came or went, and told no one while being shown
            self._fit_once()

    def _fit_once(self) -> None:
        model, ink = self.matrix, self.ink
        self._fitted, self._fitted_height = self.viewport().width(), self.height()
        widths = column_widths(model, ink, self._fitted)
        ink.forget_labels()
        header, heights = best_heights(model, ink, widths, self._fitted_height - self._bar_below(sum(widths)))
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        for row, height in enumerate(heights):
            self.setRowHeight(row, height)
        self._xs, self._ys = [0, *accumulate(widths)], [0, *accumulate(heights)]
        self._made_for = None  # paint all anew
        self.header.fit(header)
        self.updateGeometries()
        self.viewport().update()
        self.header.viewport().update()
        self.fitted.emit()

    def height_in(self, room: int) -> int:
        """Return how many pixels all rows take with as much air as lets them stand in a room; more if none does."""
        widths = column_widths(self.matrix, self.ink, self.width())
        header, rows = best_heights(self.matrix, self.ink, widths, room)
        return sum(header) + sum(rows) + self._bar_below(sum(widths))

    @property
    def full_height(self) -> int:
        """The pixels that all rows take as they are now."""
        return sum(self.header.heights) + self._ys[-1] + self._bar_below(self._xs[-1])

    def _bar_below(self, width: int) -> int:
        return self.horizontalScrollBar().sizeHint().height() if width > self.width() else 0

    def renew(self, index: QModelIndex) -> None:
        """Have a cell painted again, with a pixel all around: at 125 % what Qt takes for the cell may end before it."""
        self.viewport().update(self.visualRect(index).adjusted(-1, -1, 1, 1))

    def _show_changed(self, places: Sequence[int]) -> None:
        """Have cells painted again, all where none is named, and fit anew where one needs it."""
        self.tell_qt(places)
        model, xs, ys = self.matrix, self._xs, self._ys
        across, down, update = self.horizontalOffset(), self.verticalOffset(), self.viewport().update
        for place in places:
            row, column = divmod(place, model.width)
            item, x, y = model.items[place], xs[column], ys[row]
            right, below = xs[column + item.width], ys[row + item.height]
            update(x - across - 1, y - down - 1, right - x + 1, below - y + 1)  # as by renew()
            if len(model.texts[place]) > _SHORT:
                index = model.index(row, column)
                if self.indexWidget(index) is None:
                    self.widen(index)

    def widen(self, index: QModelIndex) -> None:
        """Fit anew where a number no longer fits its column."""
        text = self.matrix.texts[index.row() * self.matrix.width + index.column()] if index.isValid() else ""
        if len(text) > _SHORT and len(text) * self.ink.digit + 4 > self.visualRect(index).width():
            self.fit()

    def apply_look(self) -> None:
        """Take the widget's font and palette, and fit again."""
        self.ink.apply_look(self.font(), colours(self.palette()), is_locked=self._is_locked)
        self.fit()

    def show_locked(self, *, is_locked: bool) -> None:
        """Show whether numbers can be entered."""
        if self._is_locked != is_locked:
            self._is_locked = is_locked
            self.apply_look()
            self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (self.viewport().width(), self.height()) != (self._fitted, self._fitted_height):
            self.fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Qt also tells a table that is put into a page of a new style, though font and colours stay
        is_look = event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange)
        if is_look and (self.ink.font, self.ink.colours) != (self.font(), colours(self.palette())):
            self.apply_look()

    def show_active(self, labels: frozenset[GridItem]) -> None:
        """Tint these labels and no others."""
        for item in labels ^ self.active:
            if item.top >= self.matrix.first_row:
                self.renew(self.matrix.index(item.top - self.matrix.first_row, item.left))
        self.active = labels
        self.header.show_active(labels)

    # ------------------------------------------------------------ painting

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._keep_picture(super().focusInEvent, event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._keep_picture(super().focusOutEvent, event)

    def _keep_picture(self, handle: Callable[[QFocusEvent], None], event: QFocusEvent) -> None:
        """Let Qt handle a change of the focus, but not paint the whole table and its scroll bars for it.

        The focus comes or goes with the first digit and the last key in each cell. Only the frame of the current cell
        says where it is.
        """
        if not self.updatesEnabled():  # while a page is turned; the wizard alone may end that, for all inside as well
            handle(event)
            return
        attribute = Qt.WidgetAttribute.WA_UpdatesDisabled  # setUpdatesEnabled() paints all when it is over
        for widget in (self, self.viewport()):
            widget.setAttribute(attribute)
        handle(event)
        for widget in (self, self.viewport()):
            widget.setAttribute(attribute, False)
        self.renew(self.currentIndex())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        # By itself, since QTableView would ask flags() and a delegate in Python for every cell of a full repaint.
        across, down = self.horizontalOffset(), self.verticalOffset()
        picture = self._brought_up_to_date(event.region(), across, down)
        painter = QPainter(self.viewport())
        painter.drawPixmap(0, 0, picture)  # whole, of which Qt takes the region: parts would be off a pixel at 150 %
        self._paint_frames(painter, event.rect(), QPoint(-across, -down))
        width, height = self.viewport().width(), self.viewport().height()
        cut = cut_height(self._ys, down, height)
        if cut:
            painter.fillRect(0, height - cut, width, cut, self.palette().window())
        painter.end()

    def _brought_up_to_date(self, region: QRegion, across: int, down: int) -> QPixmap:
        """Return a picture of the viewport in which the cells of a region look as they are to look now.

        What each cell of the picture shows is known, and only one that is to show something else is painted.
        """
        model, xs, ys, visible = self.matrix, self._xs, self._ys, self.viewport().height()
        last_year = self.last_year
        picture, painted = self._fitting_picture()
        labels: list[tuple[Box, GridItem, bool]] = []
        numbers: dict[int, list[tuple[Box, str]]] = {}
        faint: list[tuple[Box, str, str]] = []
        for place in self._places_in(region, across, down):
            item = model.items[place]
            row, column = divmod(place, model.width)
            x, y = xs[column], ys[row]
            box = (x - across, y - down, xs[column + item.width] - x, ys[row + item.height] - y)
            state = model.states[place]
            is_active = state == LABEL and item in self.active
            look = (box, state, model.texts[place], is_active, last_year.get(place, "") if last_year else "")
            if painted.get(place) == look:
                continue
            painted[place] = look
            if state == LABEL:
                labels.append((box, item, is_active))
            else:
                numbers.setdefault(state, []).append((box, model.texts[place]))
                if look[4]:
                    faint.append((box, model.texts[place], look[4]))
        if labels or numbers:
            painter = QPainter(picture)
            painter.setFont(self.font())
            for box, item, is_active in labels:
                self.ink.paint_label(painter, box, item, is_active=is_active, visible=visible)
            for state, cells in numbers.items():
                self.ink.paint_numbers(painter, state, cells)
            self.ink.paint_last_year(painter, faint)
            painter.end()
        return picture

    def _fitting_picture(self) -> tuple[QPixmap, dict[int, _Look]]:
        """Return the picture and what its cells show; a new one after another size, scrolling or other colours."""
        scale = self.viewport().devicePixelRatioF()
        size = self.viewport().size()
        made_for = (size.width(), size.height(), scale, self.horizontalOffset(), self.verticalOffset())
        if made_for != self._made_for:
            former, self._made_for = self._made_for, made_for
            if former is not None and former[:4] == made_for[:4] and scale.is_integer():
                self._scroll_picture(former[4] - made_for[4], int(scale))
            else:
                self._painted = {}
                self._picture = QPixmap(size * scale)
                self._picture.setDevicePixelRatio(scale)
                self._clear(QRect(QPoint(), size))
        return self._picture, self._painted

    def _scroll_picture(self, down: int, scale: int) -> None:
        """Move the picture by so many pixels; what comes in, is cut at an edge or is a merged label is painted anew."""
        width, height = self.viewport().width(), self.viewport().height()
        self._picture.scroll(0, down * scale, self._picture.rect())
        self._clear(QRect(0, 0 if down > 0 else height + down, width, abs(down)))
        painted, self._painted = self._painted, {}
        for place, ((x, y, across, high), state, text, is_active, last) in painted.items():
            stays = min(y, y + down) >= 0 and max(y, y + down) + high <= height
            if stays and text and self.matrix.items[place].height == 1:  # the hatching of a blank stays with the window
                self._painted[place] = (x, y + down, across, high), state, text, is_active, last

    def _clear(self, part: QRect) -> None:
        """Make a part of the picture a table without cells: the colour of its lines, and of the window beyond it."""
        painter = QPainter(self._picture)
        painter.fillRect(part, self.palette().window())
        table = QRect(-self.horizontalOffset(), -self.verticalOffset(), self._xs[-1], self._ys[-1])
        painter.fillRect(table & part, self.ink.line)
        painter.end()

    def _places_in(self, region: QRegion, across: int, down: int) -> set[int]:
        xs, ys = self._xs, self._ys
        places: set[int] = set()
        for rect in region:  # type: ignore[attr-defined]  # PySide iterates over its rectangles
            rows = range(bisect_right(ys, rect.top() + down) - 1, bisect_left(ys, rect.bottom() + 1 + down))
            columns = range(bisect_right(xs, rect.left() + across) - 1, bisect_left(xs, rect.right() + 1 + across))
            places |= self.matrix.places_in(
                rows[: max(len(ys) - 1 - rows.start, 0)], columns[: max(len(xs) - 1 - columns.start, 0)]
            )
        return places

    def _paint_frames(self, painter: QPainter, dirty: QRect, origin: QPoint) -> None:
        """Paint the outer lines that no cell has, the veil over the selection and the frame of the current cell."""
        shades = self.ink.colours
        painter.setPen(shades.line)
        if dirty.left() <= origin.x():
            painter.drawLine(origin.x(), origin.y(), origin.x(), origin.y() + self._ys[-1] - 1)
        if self.header.isHidden() and dirty.top() <= origin.y():
            painter.drawLine(origin.x(), origin.y(), origin.x() + self._xs[-1] - 1, origin.y())
        for index in self.selected_indexes:
            rect = self.visualRect(index)
            if rect.intersects(dirty):
                painter.fillRect(rect, shades.selection())
        current = self.visualRect(self.currentIndex())
        if current.intersects(dirty):
            is_active = self.hasFocus() or self.state() == QAbstractItemView.State.EditingState
            painter.setPen(QPen(shades.accent if is_active else shades.faint, 2))
            painter.drawRect(current.adjusted(1, 1, -2, -2))
