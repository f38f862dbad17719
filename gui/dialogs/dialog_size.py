"""How large a dialog opens: as it is meant, or as the screen allows."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

_FRAME = QSize(16, 40)  # what the system puts around a window, with its title


_USUAL = 10  # points of the print for which sizes are given


def open_with_size(dialog: QDialog, width: int, height: int, *, grows: bool = False) -> None:
    """Let a dialog open at this size, or smaller where the screen is: its buttons must not lie below the edge.

    One that ``grows`` is larger in larger print: it is wide for what stands in it, or would cut it.
    """
    meant = QSize(width, height)
    if grows and dialog.font().pointSizeF() > _USUAL:
        meant *= dialog.font().pointSizeF() / _USUAL
    dialog.resize(meant.boundedTo(dialog.screen().availableSize() - _FRAME))
