"""A choice that only a deliberate act changes."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox
from typing_extensions import override


class SteadyBox(QComboBox):
    """A choice over which the wheel turns the page or table it lies in, never the choice."""

    @override
    def wheelEvent(self, e: QWheelEvent) -> None:
        e.ignore()
