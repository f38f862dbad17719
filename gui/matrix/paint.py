"""How the labels and numbers of a matrix look: fonts, colours and marks, prepared before they are painted."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPen,
    QPixmap,
    QStaticText,
    QTextOption,
)

from core.form.form_definition import GridItem
from core.form.printed_table import label_kind, narrow_lines
from gui.look.colours import Colours
from gui.look.quick_letters import quicken_letters
from gui.matrix.model import BLANK, LEVEL_OF_STATE, REFUSED, STATES, TOTAL
from gui.report.last_year import OTHERWISE, shorter

Box = tuple[int, int, int, int]


_LEVEL_WORDS = ("", "hint", "warning", "error")
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_LAST_YEAR = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_BREAK = "\u2028"  # the line break that QStaticText heeds

PADDING = 6
"""Pixels left and right of a label, at the normal size of the font."""


def em_width(font: QFont) -> int:
    """Return the pixels that a character takes."""
    return ceil(QFontMetricsF(font).horizontalAdvance("国"))


def digit_width(font: QFont) -> int:
    """Return the pixels that a digit takes."""
    return QFontMetrics(font).horizontalAdvance("8")


class Look(NamedTuple):
    """What a state looks like: back, strokes over it or None, ink, font, frame or None, and the level that marks it."""

    back: QColor
    hatch: QBrush | None
    ink: QColor
    font: QFont
    frame: QColor | None
    mark: str


class MatrixPaint:
    """Paints labels and numbers for the table and its header alike.

    Attributes:
        font: The font of numbers and labels.
        metrics: Its metrics.
        looks: The look of each state.
        line: Colour of the lines between cells.
    """

    def __init__(self, font: QFont, colours: Colours) -> None:
        self._labels: dict[tuple[GridItem, int], QStaticText] = {}
        self._marks: dict[tuple[str, float], QPixmap] = {}
        self.apply_look(font, colours)

    def apply_look(self, font: QFont, colours: Colours, *, is_locked: bool = False) -> None:
        """Take another font or other colours; the numbers of a locked report look like those nobody enters."""
        self.font = font
        self.bold = QFont(font)
        self.bold.setWeight(QFont.Weight.DemiBold)
        self.metrics = QFontMetrics(font)
        self.em, self.digit = em_width(font), digit_width(font)
        self.colours = colours
        self.line = colours.line
        self._wave = QPen(colours.error, 1)
        self._brushes = {level: QBrush(colours.ink(level)) for level in _LEVEL_WORDS}
        self._hatch = QBrush(colours.hatch, Qt.BrushStyle.BDiagPattern)
        self._labels.clear()
        self._marks.clear()
        self.looks = tuple(self._look(state, is_locked=is_locked) for state in range(STATES))

    def _look(self, state: int, *, is_locked: bool) -> Look:
        level = _LEVEL_WORDS[state & LEVEL_OF_STATE]
        colours = self.colours
        back = colours.total_back if (state & TOTAL or is_locked) and not level else colours.back(level)
        return Look(
            back=back,
            hatch=self._hatch if state & BLANK else None,
            ink=colours.error if state & REFUSED else colours.text,
            font=self.bold if state & TOTAL else self.font,
            frame=colours.error if level == "error" else None,
            mark=level,
        )

    # ------------------------------------------------------------ labels

    def label(self, item: GridItem, width: int) -> QStaticText:
        """Return a label wrapped to a width in pixels, ready to be painted."""
        key = (item, width)
        made = self._labels.get(key)
        if made is None:
            # Row labels begin at the left, as printed; headers and the tall labels of groups are centred.
            is_row = label_kind(item) == "row"
            room = max(width - 2 * self.padding(width), self.em)
            text = item.label if is_row else _BREAK.join(narrow_lines(item.label, max(room // self.em, 1)))
            option = QTextOption(Qt.AlignmentFlag.AlignLeft if is_row else Qt.AlignmentFlag.AlignHCenter)
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            made = QStaticText(text)
            made.setTextFormat(Qt.TextFormat.PlainText)
            made.setTextOption(option)
            made.setTextWidth(room)
            made.prepare(font=self.font)
            self._labels[key] = made
        return made

    def padding(self, width: int) -> int:
        """Return the room left and right of a label: narrow columns leave less, so that （三） stays in one line."""
        return min(PADDING, max((width - 3 * self.em) // 2, 1))

    def label_height(self, item: GridItem, width: int) -> int:
        """Return the pixels that the lines of a label take at a width."""
        return round(self.label(item, width).size().height())

    def forget_labels(self) -> None:
        """Drop the labels wrapped for widths that are no more."""
        self._labels.clear()

    def paint_label(
        self, painter: QPainter, box: Box, item: GridItem, *, is_active: bool, visible: int = 1_000_000
    ) -> None:
        """Paint a label in the middle of its box, that of a tall group in the middle of what is visible of it.

        Args:
            painter: Paints on the viewport.
            box: Where the label stands.
            item: The label.
            is_active: Whether it names the current number.
            visible: Height of the viewport.
        """
        colours, (x, y, width, height) = self.colours, box
        painter.fillRect(x, y, width - 1, height - 1, colours.active_back if is_active else colours.label_back)
        if item.label:
            text = self.label(item, width)
            quicken_letters(painter, x, y)
            painter.setPen(colours.accent if is_active else colours.text)
            painter.setFont(self.font)
            needed = text.size().height()
            middle = (max(y, 0) + min(y + height, visible) - needed) / 2
            slack = max(min(PADDING, height - needed), 0) / 2
            top = min(max(middle, y + slack), y + height - needed - slack)
            painter.drawStaticText(QPointF(x + self.padding(width), top), text)

    # ------------------------------------------------------------ numbers

    def paint_numbers(self, painter: QPainter, state: int, cells: Sequence[tuple[Box, str]]) -> None:
        """Paint the numbers, totals, blanks or refused texts of one state.

        A box ends with the line at its right and bottom, which is not painted over.
        """
        look = self.looks[state]
        for (x, y, width, height), _ in cells:
            painter.fillRect(x, y, width - 1, height - 1, look.back)
            if look.hatch is not None:
                painter.fillRect(x, y, width - 1, height - 1, look.hatch)
        quicken_letters(painter, *cells[0][0][:2])
        painter.setPen(look.ink)
        painter.setFont(look.font)
        draw, digit, is_refused = painter.drawText, self.digit, bool(state & REFUSED)
        for box, text in cells:
            if text:
                x, y, width, height = box
                if is_refused or len(text) * digit + 4 > width:
                    self._paint_misfit(painter, box, text, state)
                else:
                    draw(x, y, width, height, _CENTRE, text)
        if look.frame is not None:
            for (x, y, width, height), _ in cells:
                _frame(painter, x, y, width - 1, height - 1, look.frame)
        if look.mark:
            self._paint_marks(painter, look.mark, [(x, y) for (x, y, _, _), _ in cells])

    def paint_last_year(self, painter: QPainter, cells: Sequence[tuple[Box, str, str]]) -> None:
        """Paint last year's numbers small and faint at the right of the cells, where the new ones leave room."""
        if not cells:
            return
        font = QFont(self.font)
        font.setPixelSize(max(self.metrics.height() * 11 // 20, 8))
        metrics = QFontMetrics(font)
        digit = metrics.horizontalAdvance("8")
        painter.setFont(font)
        painter.setPen(self.colours.faint)
        for (x, y, width, height), text, last in cells:
            beside = (width - len(text) * self.digit) // 2 if text else width
            if OTHERWISE in last:  # the sum beside the printed total where it fits, else that there is another one
                last = next((s for s in shorter(last) if beside > metrics.horizontalAdvance(s) + 7), last)
            if beside > len(last) * digit + 8:
                painter.drawText(x, y, width - 6, height, _LAST_YEAR, last)

    def _paint_misfit(self, painter: QPainter, box: Box, text: str, state: int) -> None:
        """Paint refused text with a wave below, and a number that is too long in smaller digits, never cut."""
        rect = QRect(*box)
        room = rect.width() - 6
        painter.save()
        if state & REFUSED:
            text = self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            wide = self.metrics.horizontalAdvance(text)
            left, below = rect.center().x() - wide / 2, rect.center().y() + self.metrics.height() / 2
            painter.drawText(rect, _CENTRE, text)
            painter.setPen(self._wave)
            painter.drawPolyline([QPointF(left + 2 * i, below - 2 * (i % 2)) for i in range(wide // 2 + 1)])
        else:
            font = QFont(self.looks[state].font)
            wide = QFontMetrics(font).horizontalAdvance(text)
            if wide > room:
                font.setPixelSize(max(QFontMetrics(font).height() * 3 * room // (4 * wide), 6))
            painter.setFont(font)
            painter.drawText(rect, _CENTRE, text)
        painter.restore()

    # ------------------------------------------------------------ marks: a shape for each level

    def _paint_marks(self, painter: QPainter, level: str, places: Sequence[tuple[int, int]]) -> None:
        """Mark cells by a picture of the mark; to draw it takes twenty times as long, and a digit may bring a dozen."""
        scale = painter.device().devicePixelRatioF()
        mark = {"error": self._corner, "warning": self._diamond, "hint": self._dot}[level]
        if not scale.is_integer():  # a picture would be off by a part of a pixel
            for x, y in places:
                mark(painter, x, y)
            return
        picture = self._marks.get((level, scale))
        if picture is None:
            side = ceil(self.em * scale) + ceil(3 * scale)
            picture = self._marks[level, scale] = QPixmap(side, side)
            picture.setDevicePixelRatio(scale)
            picture.fill(Qt.GlobalColor.transparent)
            inside = QPainter(picture)
            mark(inside, 0, 0)
            inside.end()
        for x, y in places:
            painter.drawPixmap(x, y, picture)

    def _corner(self, painter: QPainter, x: int, y: int) -> None:
        size, x, y = self.em * 0.6, x + 1, y + 1  # inside the frame, for the reason given there
        self._fill(painter, "error", [QPointF(x, y), QPointF(x + size, y), QPointF(x, y + size)])

    def _diamond(self, painter: QPainter, x: int, y: int) -> None:
        half, x, y = self.em * 0.28, x + 2, y + 2
        points = [(x + half, y), (x + 2 * half, y + half), (x + half, y + 2 * half), (x, y + half)]
        self._fill(painter, "warning", [QPointF(*p) for p in points])

    def _dot(self, painter: QPainter, x: int, y: int) -> None:
        radius = self.em * 0.18
        painter.save()
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._brushes["hint"])
        painter.drawEllipse(QPointF(x + 3 + radius, y + 3 + radius), radius, radius)
        painter.restore()

    def _fill(self, painter: QPainter, level: str, points: list[QPointF]) -> None:
        painter.save()
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._brushes[level])
        painter.drawPolygon(points)
        painter.restore()


def _frame(painter: QPainter, x: int, y: int, width: int, height: int, colour: QColor) -> None:
    """Paint a frame of one pixel inside a rectangle.

    Filled, since at 125 % or 150 % Qt draws lines partly over the pixels of the neighbours, which nobody paints again.
    """
    for rect in ((x, y, width, 1), (x, y + height - 1, width, 1), (x, y, 1, height), (x + width - 1, y, 1, height)):
        painter.fillRect(*rect, colour)
