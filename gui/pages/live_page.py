"""The report as it will be printed, beside the work: made anew at each pause, and following the section."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFrame, QScrollArea, QStyle, QWidget
from typing_extensions import override

from gui.printing.paper import Paper
from gui.report.session import ReportSession

LayOut: TypeAlias = Callable[[QPrinter], Paper]
"""Lays the report out for a printer."""

_PAUSE_MS = 600
"""To lay the report out takes as long as ten keystrokes: not while somebody types."""

_GAP = 10
_METRE_IN_INCHES = 1 / 0.0254
_SHEET_INCHES = 210 / 25.4

_SOON = "正在准备印出的样子……"


def full_width(place: QWidget) -> int:
    """Return the pixels that sheets as large as on paper take with what is around them."""
    bar = place.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
    return round(_SHEET_INCHES * place.logicalDpiX()) + 2 * _GAP + bar


class _Sheets(QWidget):
    """Paints sheets of paper one below the other, and says where there are none yet that they are being made.

    Attributes:
        images: The sheets.
    """

    def __init__(self) -> None:
        super().__init__()
        self.images: list[QImage] = []

    def show_count(self, count: int, size: QSize) -> None:
        """Make room for so many sheets of a size; those that are known stay until they are painted anew."""
        blank = QImage(size, QImage.Format.Format_RGB32)
        blank.fill(Qt.GlobalColor.white)
        self.images = [*self.images[:count], *[blank] * (count - len(self.images))]
        self.setFixedSize(size.width() + 2 * _GAP, count * (size.height() + _GAP) + _GAP)

    def put(self, number: int, image: QImage) -> None:
        """Show a sheet, from 0."""
        self.images[number] = image
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self.images:
            place = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter
            painter.setPen(self.palette().placeholderText().color())
            painter.drawText(self.rect().adjusted(0, 6 * _GAP, 0, 0), place, _SOON)
        painter.setPen(self.palette().mid().color())
        count = max(len(self.images), 1)
        high = (self.height() - _GAP) // count - _GAP
        for number, image in enumerate(self.images):
            sheet = QRect(_GAP, _GAP + number * (high + _GAP), self.width() - 2 * _GAP, high)
            if sheet.intersects(event.rect()):
                painter.drawImage(sheet, image)
                painter.drawRect(sheet.adjusted(-1, -1, 0, 0))
        painter.end()


class LivePage(QScrollArea):
    """Shows the sheets of the report.

    They are laid out once nothing was typed for a while, and painted one at a time, so that no key waits for them.

    Attributes:
        sheets: The sheets as they are painted by now.
    """

    def __init__(self, session: ReportSession, lay_out: LayOut) -> None:
        super().__init__()
        self._lay_out = lay_out
        self._printer: QPrinter | None = None
        self._paper: Paper | None = None
        self._left: list[int] = []
        self._heading = ""
        self._followed: str | None = None
        self.setAccessibleName("印出的样子")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # the sheets are as wide as it leaves
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(300)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.sheets = _Sheets()
        self.setWidget(self.sheets)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._make)
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._paint_next)
        session.steps_changed.connect(self.refresh)
        session.replaced.connect(self._begin_anew)

    def follow(self, heading: str) -> None:
        """Show the part with this heading; "" for the beginning."""
        self._heading = heading
        self._show_heading()

    def _begin_anew(self) -> None:
        """Show nothing of the report before."""
        self._paper = self._followed = None
        self._left = []
        self.sheets.images = []
        self.sheets.setFixedSize(self.viewport().size())
        self.refresh()

    def refresh(self) -> None:
        """Make all of it anew after the next pause, unless nobody sees it."""
        if self.isVisible():
            self._next.stop()
            self._pause.start()

    def _make(self) -> None:
        if self._printer is None:
            self._printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
            self._printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)  # no printer is asked for anything
        self._paper = self._lay_out(self._printer)
        count = self._paper.page_count
        self.sheets.show_count(count, self._sheet())
        self._left = list(range(count))
        self._show_heading()
        self._next.start()

    def _sheet(self) -> QSize:
        """Return the size of a sheet in pixels of the window, at most that of paper."""
        assert self._paper is not None
        whole = self._paper.sheet
        width = min(max(self.viewport().width() - 2 * _GAP, 1), whole.width())
        return QSize(width, width * whole.height() // whole.width())

    def _paint_next(self) -> None:
        if not self._left or self._paper is None or self._printer is None:
            return
        number = self._left.pop(0)
        scale = self.devicePixelRatioF()
        image = QImage(self._sheet() * scale, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        dots = round(self._printer.resolution() * _METRE_IN_INCHES)
        image.setDotsPerMeterX(dots)  # so that print is as large as on the printer that it was laid out for
        image.setDotsPerMeterY(dots)
        painter = QPainter(image)
        painter.scale(image.width() / self._paper.sheet.width(), image.height() / self._paper.sheet.height())
        self._paper.paint_page(painter, number)
        painter.end()
        self.sheets.put(number, image)
        if self._left:
            self._next.start()

    def _show_heading(self) -> None:
        """Scroll to the part that is worked on, where another one is than before."""
        if self._paper is None or self._followed == self._heading:
            return
        self._followed = self._heading
        sheet = self._sheet()
        marks = [mark for mark in self._paper.bookmarks if self._heading and mark.title == self._heading]
        places = [
            _GAP + mark.page * (sheet.height() + _GAP) + mark.top * sheet.height() / self._paper.sheet_points
            for mark in marks
        ]
        self.verticalScrollBar().setValue(round(places[0]) - 3 * _GAP if places else 0)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._followed = None  # the place is another one with sheets of another size
        if not self.sheets.images:
            self.sheets.setFixedSize(self.viewport().size())
        self.refresh()
