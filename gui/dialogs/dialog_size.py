"""How large a dialog opens: as it is meant, or as the screen allows."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

_FRAME = QSize(16, 40)  # what the system puts around a window, with its title


def open_with_size(dialog: QDialog, width: int, height: int) -> None:
    """Let a dialog open at this size, or smaller where the screen is: its buttons must not lie below the edge."""
    dialog.resize(QSize(width, height).boundedTo(dialog.screen().availableSize() - _FRAME))
