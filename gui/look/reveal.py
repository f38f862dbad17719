"""Scrolls a page to the field that is to be worked on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QTextEdit, QWidget

_LINES = 4
"""Lines in view around the cursor of a text: what is selected may begin above it, and a row of buttons lie over one."""


def scrolled_page(widget: QWidget) -> QScrollArea | None:
    """Return the page that scrolls in which a widget lies; None where it lies in none."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    return area


def reveal(widget: QWidget) -> None:
    """Bring a widget, of a text its cursor, into view where it lies in a page that scrolls."""
    if scrolled_page(widget) is not None:  # once a page that was turned to just now is laid out
        show = partial(_show, widget)
        QTimer.singleShot(0, widget, show)
        # Of a text that shrinks the page follows a turn later, and leaves the place where it was shown
        QTimer.singleShot(0, widget, lambda: QTimer.singleShot(0, widget, show))


def _show(widget: QWidget) -> None:
    area = scrolled_page(widget)  # asked only now: a page that is arranged anew moves its texts into another one
    if area is None:
        return
    around = min(widget.fontMetrics().lineSpacing() * _LINES, area.viewport().height() // 3)
    if isinstance(widget, QTextEdit):  # Qt leaves a cursor that is just in view where it is, with nothing around it
        cursor = widget.viewport().mapTo(area.widget(), widget.cursorRect().center())
        area.ensureVisible(cursor.x(), cursor.y(), around, around)
    else:
        area.ensureWidgetVisible(widget, around, around)
