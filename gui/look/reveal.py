"""Scrolls a page to the field that is to be worked on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget


def reveal(widget: QWidget) -> None:
    """Bring a widget, of a text its cursor, into view where it lies in a page that scrolls."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if isinstance(area, QScrollArea):  # once a page that was turned to just now is laid out
        QTimer.singleShot(0, widget, partial(area.ensureWidgetVisible, widget))
