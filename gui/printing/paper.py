"""Papers laid out for print with Qt: lines of text and tables in the official shape, page by page.

A paper knows fonts, margins and line pitch from the style profile, and nothing of what it prints. Where lines and pages
end is decided by the rules of ``core.word``, which the Word file follows too: Qt breaks no line here, it only measures
words and draws. Rows are never cut, header rows are repeated, and what has to stay together does.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPageLayout, QPageSize, QPainter, QPen
from PySide6.QtPrintSupport import QPrinter

from core.word.lines import Line, set_lines
from core.word.looks import Look
from core.word.page_flow import Box, Flow, Page, Table, Unit, line_units, row_heights
from core.word.plan import BORDER, setting
from core.word.style_profile import StyleProfile
from gui.printing.drawn_glyphs import DrawnGlyphs
from gui.printing.pdf_marks import Bookmark

_POINTS_AN_INCH = 72
_MM_AN_INCH = 25.4
_NARROW = 16  # mm above and below a sheet that has to fit on one page
_BELOW = 7  # mm from the type area to the page number (GB/T 9704)
_MEASURED = 1000  # pixels of the font in which words are measured


class Paper:
    """A document for one printer, filled from top to bottom, then painted page by page.

    Attributes:
        title: What a PDF of it is called.
        mark: What is printed at the head of each page, such as 草稿; "" for nothing.
        is_first_bare: Whether the first page bears neither the mark nor a number.
        drawn: Takes in what ``paint`` draws, for a PDF; None where nobody asks.
    """

    def __init__(
        self,
        printer: QPrinter,
        profile: StyleProfile,
        font_for: Callable[[str], str],
        *,
        title: str = "",
        mark: str = "",
        is_first_bare: bool = False,
    ) -> None:
        self.title = title
        self.mark = mark
        self.is_first_bare = is_first_bare
        self.drawn: DrawnGlyphs | None = None
        self._printer = printer
        self._profile = profile
        self._font_for = font_for
        self._dots = printer.resolution() / _POINTS_AN_INCH
        area = printer.pageLayout().paintRectPixels(printer.resolution())
        self._width, self._height = area.width() / self._dots, area.height() / self._dots
        self._units: list[Unit] = []
        self._starts_page = False
        self._below = 0.0  # left free below the last paragraph
        self._widths: dict[str, float] = {}
        self._measured = QFontMetricsF(self._font("latin", None))

    @property
    def page_count(self) -> int:
        """Number of pages so far."""
        return len(self._flow().pages)

    @property
    def bookmarks(self) -> list[Bookmark]:
        """The headings on the wanted pages, and where they stand."""
        above = self._printer.pageLayout().margins(QPageLayout.Unit.Point).top()
        pages = self._flow().pages
        return [
            Bookmark(unit.heading, unit.level, place, above + top)
            for place, number in enumerate(self._wanted(len(pages)))
            for unit, top in pages[number - 1]
            if unit.heading
        ]

    # ------------------------------------------------------------ filling

    def paragraph(
        self, text: str, look: Look, *, before: float = 0, underlined: Sequence[tuple[int, int]] = ()
    ) -> None:
        """Add a paragraph in a look; a line feed begins a new line of it.

        ``before`` are points left free above it. ``underlined`` are stretches of the text: first sign, and the one
        after the last.
        """
        lines = set_lines(text, setting(look, self._profile, self._width), self.measure(look.size))
        units = line_units(len(lines), look, before=before)
        for unit, line in zip(units, lines, strict=False):  # a paragraph without signs has no line to draw
            unit.draw = partial(self._draw_line, line, look.font, look.size, look.pitch, 0.0, underlined)
        if look.level:
            units[0].heading, units[0].level = text, look.level
        for unit in units:
            self._add(unit)
        self._below = look.after

    def table(
        self,
        boxes: Sequence[Box],
        widths: Sequence[float],
        side: float,
        *,
        heads: int = 0,
        keeping: Collection[int] = (),
        row_height: float = 0,
        growing: Collection[int] = (),
    ) -> None:
        """Add a table with full borders.

        Args:
            boxes: Every cell of the grid once.
            widths: Relative widths of the grid columns.
            side: Left free on both sides of each cell, in points.
            heads: Rows that are printed again on a further page.
            keeping: Rows that stand on the same page as the next one.
            row_height: Height of a row at least, in points.
            growing: Rows that share what the table leaves free on its page.
        """
        total = sum(widths)
        lefts = [self._width * sum(widths[:i]) / total for i in range(len(widths) + 1)]
        set_boxes = [(box, set_lines(box.text, box.lines, self.measure(box.lines.size))) for box in boxes]
        cells = [(box.top, box.height, len(lines), box.pitch) for box, lines in set_boxes]
        heights = row_heights(cells, row_height)
        free = self._height - self._flow().y - sum(heights) - 1  # rounding must not send the last row to a new page
        for row in growing:
            heights[row] += max(free, 0.0) / len(growing)
        table = Table(set_boxes, lefts, heights, side, heads)
        for row, height in enumerate(heights):
            self._add(Unit(height, table=table, row=row, keeps_next=row in keeping))
        self._add(Unit(BORDER, keeps_next=len(heights) - 1 in keeping))

    def new_page(self) -> None:
        """Go on at the head of a new page."""
        self._starts_page = True

    def measure(self, size: float) -> Callable[[str], float]:
        """Return what tells how wide a word of digits and letters is at a size, in points."""

        def width(word: str) -> float:
            if word not in self._widths:
                self._widths[word] = self._measured.horizontalAdvance(word) / _MEASURED
            return self._widths[word] * size

        return width

    def _add(self, unit: Unit) -> None:
        unit.starts_page, self._starts_page = self._starts_page, False
        unit.before, self._below = unit.before + self._below, 0
        self._units.append(unit)

    def _flow(self) -> Flow:
        flow = Flow(self._height)
        flow.add(self._units)
        return flow

    def _font(self, use: str, size: float | None) -> QFont:
        """Return a font of the profile; without a size the one in which words are measured."""
        font = QFont()
        fonts = self._profile.fonts
        # Where this PC has neither the font nor one in its place: in that of the window, which can write Chinese
        font.setFamilies([self._font_for(fonts.get(use, fonts["body"])), *font.families()])
        if size is None:
            font.setPixelSize(_MEASURED)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        else:
            font.setPointSizeF(size)
        return font

    # ------------------------------------------------------------ painting

    @property
    def sheet(self) -> QSize:
        """Size of a sheet in dots of the printer."""
        return self._printer.pageLayout().fullRectPixels(self._printer.resolution()).size()

    @property
    def sheet_points(self) -> int:
        """Height of a sheet in points, as that of the headings in ``bookmarks``."""
        return self._printer.pageLayout().fullRectPoints().height()

    def paint_page(self, painter: QPainter, number: int) -> None:
        """Paint one page, from 0, into a picture of its sheet in dots of the printer."""
        area = self._printer.pageLayout().paintRectPixels(self._printer.resolution())
        painter.translate(area.topLeft())
        painter.setPen(Qt.GlobalColor.black)
        self._paint_page(painter, self._flow().pages[number])
        self._paint_edges(painter, number + 1)

    def paint(self) -> None:
        """Paint the wanted pages onto the printer; page choice and order are the printer's."""
        file_name = self._printer.docName()
        self._printer.setDocName(self.title)
        pages = self._flow().pages
        painter = QPainter(self._printer)
        painter.setPen(Qt.PenStyle.NoPen)  # black alone would be no change, and the preview would take the window's ink
        painter.setPen(Qt.GlobalColor.black)
        for i, number in enumerate(self._wanted(len(pages))):
            if i:
                self._printer.newPage()
            self._paint_page(painter, pages[number - 1])
            self._paint_edges(painter, number)
        painter.end()
        self._printer.setDocName(file_name)  # the print dialog makes its proposal of it after the preview was painted

    def _wanted(self, page_count: int) -> list[int]:
        """Return the pages to print in the order in which they are printed, from 1."""
        first, last = self._printer.fromPage(), self._printer.toPage()
        wanted = [n for n in range(1, page_count + 1) if not first or first <= n <= last]
        return wanted[::-1] if self._printer.pageOrder() == QPrinter.PageOrder.LastPageFirst else wanted

    def _paint_page(self, painter: QPainter, page: Page) -> None:
        for table, placed in groupby(page, key=lambda one: id(one[0].table) if one[0].table else 0):
            rows = list(placed)
            if table and rows[0][0].table:
                self._draw_rows(painter, rows[0][0].table, {unit.row: top for unit, top in rows})
                continue
            for unit, top in rows:
                if unit.draw is not None:
                    unit.draw(painter, top)

    def _draw_rows(self, painter: QPainter, table: Table, tops: dict[int, float]) -> None:
        """Draw some rows of a table below each other; a merged cell is drawn over those of its rows that are there."""
        for box, lines in table.boxes:
            mine = [row for row in range(box.top, box.top + box.height) if row in tops]
            if not mine:
                continue
            left, top = table.lefts[box.left], tops[mine[0]]
            height = sum(table.heights[row] for row in mine)
            place = QRectF(left, top, table.lefts[box.left + box.width] - left, height)
            painter.setPen(QPen(Qt.GlobalColor.black, BORDER * self._dots))
            painter.drawRect(QRectF(place.topLeft() * self._dots, place.bottomRight() * self._dots))
            needed = len(lines) * box.pitch
            if needed > height and 2 * len(mine) < box.height:
                continue  # it stands on the other page
            free = height - needed
            top += free if box.is_at_foot else free / 2
            for line in lines:
                self._draw_line(line, box.font, box.lines.size, box.pitch, left + table.side, (), painter, top)
                top += box.pitch

    def _draw_line(
        self,
        line: Line,
        use: str,
        size: float,
        pitch: float,
        left: float,
        underlined: Sequence[tuple[int, int]],
        painter: QPainter,
        top: float,
    ) -> None:
        """Draw one line, its signs in the middle of its pitch; digits and letters in their own font."""
        chinese, latin = self._font(use, size), self._font("latin", size)
        metrics = QFontMetricsF(chinese, self._printer)
        base = (top + pitch / 2) * self._dots + (metrics.ascent() - metrics.descent()) / 2
        for piece in line.pieces:
            x = left + line.left + piece.left
            font = latin if piece.is_latin else chinese
            for text, is_marked in _stretches(piece.text, piece.start, underlined):
                font.setUnderline(is_marked)
                painter.setFont(font)
                for word in [text] if piece.is_latin else text:  # Qt would round what stands between Chinese signs
                    painter.drawText(QPointF(x * self._dots, base), word)
                    self._note(painter, word)
                    x += self.measure(size)(word) if piece.is_latin else size + piece.spacing

    def _paint_edges(self, painter: QPainter, number: int) -> None:
        if self.is_first_bare and number == 1:
            return
        size = self._profile.sizes["page_number"]
        painter.setFont(self._font("page_number", size))
        line = painter.fontMetrics().height()
        width, height = self._width * self._dots, self._height * self._dots
        if self.mark:
            place = QRectF(0, -1.6 * line, width, line)
            painter.setFont(self._font("heading", size))
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, self.mark)
            self._note(painter, self.mark)
            painter.setFont(self._font("page_number", size))
        if self._profile.number_style != "none":
            middle = height + _BELOW * self._printer.resolution() / _MM_AN_INCH
            indent = size * self._dots
            side = Qt.AlignmentFlag.AlignRight if number % 2 else Qt.AlignmentFlag.AlignLeft
            if self._profile.number_position == "center":
                side = Qt.AlignmentFlag.AlignHCenter
            dash = "—" if self._profile.number_style == "dash" else ""
            place = QRectF(indent, middle - line / 2, width - 2 * indent, line)
            shown = f"{dash} {number} {dash}".strip()
            painter.drawText(place, side, shown)
            self._note(painter, shown)

    def _note(self, painter: QPainter, text: str) -> None:
        if self.drawn is not None:
            self.drawn.add(painter.font(), text)


def _stretches(text: str, start: int, underlined: Sequence[tuple[int, int]]) -> list[tuple[str, bool]]:
    """Divide the signs of a piece, which begins at a place of its paragraph, where an underline begins or ends."""
    marks = [any(first <= start + at < last for first, last in underlined) for at in range(len(text))]
    pairs = groupby(zip(text, marks, strict=True), key=lambda pair: pair[1])
    return [("".join(sign for sign, _ in group), is_marked) for is_marked, group in pairs]


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
