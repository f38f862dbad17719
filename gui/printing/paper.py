"""Papers laid out for print with Qt: lines of text and tables in the official shape, page by page.

A paper knows fonts, margins and line pitch from the style profile, and nothing of what it prints. Qt's own text tables
cannot keep rows whole under merged cells, so tables are drawn here: rows are never cut, header rows are repeated.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPageLayout, QPageSize, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtPrintSupport import QPrinter

from core.word.style_profile import StyleProfile

Drawing = Callable[[QPainter], None]


_POINTS_AN_INCH = 72
_MM_AN_INCH = 25.4
_RULE = 0.5  # points: width of a table line
_PADDING = 2.0  # points inside a table cell
_NARROW = 16  # mm above and below a sheet that has to fit on one page
_BELOW = 7  # mm from the type area to the page number (GB/T 9704)
_MOST_EVEN = 12  # lines of a label; what is longer was pasted into a cell by mistake
_NARROWER = 8  # steps in which the lines of a label are tried to be made equally long


@dataclass(frozen=True, slots=True)
class Box:
    """One (merged) cell of a printed table; its text stands in the middle, or at the foot where a name is signed.

    ``pitch`` of its lines is in points; 0 for what the font asks for.
    """

    top: int
    left: int
    height: int
    width: int
    text: str
    is_left: bool = False
    is_at_foot: bool = False
    pitch: float = 0.0


class Paper:
    """A document for one printer, filled from top to bottom, then painted page by page.

    Attributes:
        mark: What is printed at the head of each page, such as 草稿; "" for nothing.
        is_first_bare: Whether the first page bears neither the mark nor a number.
    """

    def __init__(
        self,
        printer: QPrinter,
        profile: StyleProfile,
        font_for: Callable[[str], str],
        *,
        mark: str = "",
        is_first_bare: bool = False,
    ) -> None:
        self.mark = mark
        self.is_first_bare = is_first_bare
        self._printer = printer
        self._profile = profile
        self._font_for = font_for
        self._dots = printer.resolution() / _POINTS_AN_INCH
        area = printer.pageLayout().paintRectPixels(printer.resolution())
        self._width, self._height = float(area.width()), float(area.height())
        self._pages: list[list[Drawing]] = [[]]
        self._y = 0.0

    @property
    def page_count(self) -> int:
        """Number of pages so far."""
        return len(self._pages)

    # ------------------------------------------------------------ filling

    def paragraph(
        self,
        text: str,
        use: str = "body",
        *,
        centred: bool = False,
        right: bool = False,
        flush: bool = False,
        underlined: Sequence[tuple[int, int]] = (),
    ) -> None:
        """Add a paragraph in the font of its use, indented by two characters unless it is set otherwise.

        ``underlined`` are stretches of the text: first character, and the one after the last.
        """
        size = self._profile.sizes.get(use, self._profile.sizes["body"])
        pitch = (self._profile.title_pitch if use == "title" else self._profile.pitch) * self._dots
        if use in ("heading", "subheading") and self._y + 2 * pitch > self._height:
            self.new_page()  # a heading never stands alone at the foot of a page
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        indent = 2 * size * self._dots
        if centred or use == "title":
            option.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        elif right:
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout = QTextLayout(text, self._font(use, size), self._printer)
        layout.setTextOption(option)
        layout.setFormats([_underline(text, start, end) for start, end in underlined])
        layout.beginLayout()
        first = True
        while (line := layout.createLine()).isValid():
            left = indent if first and not (centred or right or flush or use == "title") else 0.0
            line.setLineWidth(self._width - left)
            line.setPosition(QPointF(left, 0))
            top = self._room(pitch) + (pitch - line.height()) / 2
            self._pages[-1].append(partial(_draw_line, layout, line, top))
            first = False
        layout.endLayout()
        if first:
            self._room(pitch)

    def gap(self) -> None:
        """Add an empty line."""
        self._room(self._profile.pitch * self._dots)

    def table(
        self,
        boxes: Sequence[Box],
        widths: Sequence[int],
        size: float,
        *,
        header_rows: int = 0,
        breaks: Collection[int] | None = None,
        row_height: float = 0,
        growing: Collection[int] = (),
    ) -> None:
        """Add a table with full borders.

        Args:
            boxes: Every cell of the grid once.
            widths: Relative widths of the grid columns.
            size: Font size in points.
            header_rows: Rows that are printed again on a further page.
            breaks: Rows before which a page may end; everywhere where it is None.
            row_height: Height of a row at least, in points.
            growing: Rows that share what the table leaves free on its page.
        """
        font = self._font("table", size)
        total = sum(widths)
        lefts = [self._width * sum(widths[:i]) / total for i in range(len(widths) + 1)]
        heights = self._row_heights(boxes, lefts, font, row_height * self._dots)
        free = self._height - self._y - sum(heights) - self._dots  # rounding must not send the last row to a new page
        for row in growing:
            heights[row] += max(free, 0.0) / len(growing)
        allowed = range(len(heights)) if breaks is None else breaks
        starts = sorted({header_rows, len(heights), *(row for row in allowed if row > header_rows)})
        header = sum(heights[:header_rows])
        groups = [list(range(a, b)) for a, b in pairwise(starts)]
        shown = list(range(header_rows))
        if self._y + header + sum(heights[r] for r in groups[0]) > self._height:
            self.new_page()
        filled = self._y + header
        for group in groups:
            needed = sum(heights[r] for r in group)
            if filled + needed > self._height and len(shown) > header_rows:
                self._draw_rows(boxes, shown, lefts, heights, font)
                self.new_page()
                shown, filled = list(range(header_rows)), header
            shown += group
            filled += needed
        self._draw_rows(boxes, shown, lefts, heights, font)

    def _row_heights(self, boxes: Sequence[Box], lefts: Sequence[float], font: QFont, least: float) -> list[float]:
        metrics = QFontMetricsF(font, self._printer)
        padding = 2 * _PADDING * self._dots
        heights = [max(least, metrics.height() + padding)] * max(box.top + box.height for box in boxes)
        for box in sorted(boxes, key=lambda b: b.height):
            room = lefts[box.left + box.width] - lefts[box.left] - padding
            needed = _height(self._set(box, room, font)) + padding if box.text else 0.0
            rows = range(box.top, box.top + box.height)
            if (short := needed - sum(heights[r] for r in rows)) > 0:
                heights[rows[-1]] += short
        return heights

    def _draw_rows(
        self,
        boxes: Sequence[Box],
        rows: Sequence[int],
        lefts: Sequence[float],
        heights: Sequence[float],
        font: QFont,
    ) -> None:
        """Draw some rows of a table below each other; a merged cell is drawn over those of its rows that are there."""
        tops: dict[int, float] = {}
        for row in rows:
            tops[row] = self._y
            self._y += heights[row]
        padding = _PADDING * self._dots
        for box in boxes:
            mine = [r for r in range(box.top, box.top + box.height) if r in tops]
            if mine:
                height = sum(heights[r] for r in mine)
                place = QRectF(lefts[box.left], tops[mine[0]], lefts[box.left + box.width] - lefts[box.left], height)
                text = self._set(box, place.width() - 2 * padding, font)
                is_cut = _height(text) > height and 2 * len(mine) < box.height  # it stands on the other page
                shown = None if is_cut else text
                self._pages[-1].append(partial(_draw_box, box, place, padding, shown, _RULE * self._dots))
        self._y += padding

    def _set(self, box: Box, room: float, font: QFont) -> QTextLayout:
        """Break the text of a cell into lines by the rules of Chinese; those of a label are about equally long."""
        option = QTextOption(Qt.AlignmentFlag.AlignLeft if box.is_left else Qt.AlignmentFlag.AlignHCenter)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout = QTextLayout(box.text.replace("\n", "\u2028"), font, self._printer)
        layout.setTextOption(option)
        into = partial(_break, layout, room=room, pitch=box.pitch * self._dots)
        lines = into(room)
        if 1 < lines <= _MOST_EVEN and not box.is_left:
            step = room / lines / _NARROWER
            width = next(w for i in range(1, 99) if (w := room - i * step) <= step or into(w) > lines)
            into(width + step)
        return layout

    def _room(self, height: float) -> float:
        """Take this much of the page, of a new one where it does not fit; return where it begins."""
        if self._y + height > self._height + 1:
            self.new_page()
        top = self._y
        self._y += height
        return top

    def new_page(self) -> None:
        """Go on at the head of a new page."""
        self._pages.append([])
        self._y = 0.0

    def _font(self, use: str, size: float) -> QFont:
        font = QFont()
        fonts = self._profile.fonts
        # Where this PC has neither the font nor one in its place: in that of the window, which can write Chinese
        font.setFamilies([self._font_for(fonts.get(use, fonts["body"])), *font.families()])
        font.setPointSizeF(size)
        return font

    # ------------------------------------------------------------ painting

    def paint(self) -> None:
        """Paint the wanted pages onto the printer; page choice and order are the printer's."""
        first, last = self._printer.fromPage(), self._printer.toPage()
        wanted = [n for n in range(1, self.page_count + 1) if not first or first <= n <= last]
        if self._printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
            wanted.reverse()
        painter = QPainter(self._printer)
        painter.setPen(Qt.PenStyle.NoPen)  # black alone would be no change, and the preview would take the window's ink
        painter.setPen(Qt.GlobalColor.black)
        for i, number in enumerate(wanted):
            if i:
                self._printer.newPage()
            for draw in self._pages[number - 1]:
                draw(painter)
            self._paint_edges(painter, number)
        painter.end()

    def _paint_edges(self, painter: QPainter, number: int) -> None:
        if self.is_first_bare and number == 1:
            return
        size = self._profile.sizes["page_number"]
        painter.setFont(self._font("page_number", size))
        line = painter.fontMetrics().height()
        if self.mark:
            place = QRectF(0, -1.6 * line, self._width, line)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, self.mark)
        if self._profile.number_style != "none":
            middle = self._height + _BELOW * self._printer.resolution() / _MM_AN_INCH
            indent = size * self._dots
            side = Qt.AlignmentFlag.AlignRight if number % 2 else Qt.AlignmentFlag.AlignLeft
            if self._profile.number_position == "center":
                side = Qt.AlignmentFlag.AlignHCenter
            dash = "—" if self._profile.number_style == "dash" else ""
            place = QRectF(indent, middle - line / 2, self._width - 2 * indent, line)
            painter.drawText(place, side, f"{dash} {number} {dash}".strip())


def _draw_line(layout: QTextLayout, line: object, top: float, painter: QPainter) -> None:
    """Draw one line of a paragraph; the layout is held here so that Qt keeps the line alive."""
    del layout
    line.draw(painter, QPointF(0, top))  # type: ignore[attr-defined]


def _underline(text: str, start: int, end: int) -> QTextLayout.FormatRange:
    """Return the format of an underlined stretch; Qt counts in units of UTF-16."""
    stretch = QTextLayout.FormatRange()
    stretch.start, stretch.length = _units(text[:start]), _units(text[start:end])  # type: ignore[attr-defined]
    stretch.format.setFontUnderline(True)  # type: ignore[attr-defined]
    return stretch


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _break(layout: QTextLayout, width: float, *, room: float, pitch: float) -> int:
    """Break a text into lines of this width in the middle of the room; return how many there are."""
    y = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF((room - width) / 2, y))
        y += pitch or line.height()
    layout.endLayout()
    return layout.lineCount()


def _height(layout: QTextLayout) -> float:
    """How high the lines are together, from the head of the first one to the foot of the last one."""
    count = layout.lineCount()
    return layout.lineAt(count - 1).y() + layout.lineAt(count - 1).height() if count else 0.0


def _draw_box(
    box: Box, place: QRectF, padding: float, text: QTextLayout | None, rule: float, painter: QPainter
) -> None:
    painter.setPen(QPen(Qt.GlobalColor.black, rule))
    painter.drawRect(place)
    if text is not None:
        free = place.height() - _height(text)
        above = free - padding if box.is_at_foot else free / 2
        text.draw(painter, QPointF(place.left() + padding, place.top() + above))


def prepare(printer: QPrinter, profile: StyleProfile, *, narrow: bool = False) -> None:
    """Set A4 and the margins of the profile; ``narrow`` for a sheet that has to fit on one page."""
    wanted = profile.margins
    margins = QMarginsF(wanted["left"], wanted["top"], wanted["right"], wanted["bottom"])
    if narrow:
        margins = QMarginsF(wanted["left"], _NARROW, wanted["right"], _NARROW)
    printer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
        )
    )
    printer.setFullPage(False)
