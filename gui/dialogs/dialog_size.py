"""How large a dialog opens: as it is meant, or as the screen allows."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

_FRAME = QSize(16, 40)  # what the system puts around a window, with its title


_USUAL = 10  # points of the print for which sizes are given


def place_over_parent(window: QWidget) -> None:
    """Put a window that is not shown yet over the middle of its parent, with its title on the screen.

    Qt, which does not know the frame yet, takes it off twice, and the title ends up above the screen.
    """
    room, over = window.screen().availableGeometry(), window.parentWidget() or window
    size = window.size() + _FRAME
    x, y = over.frameGeometry().center().x() - size.width() // 2, room.center().y() - size.height() // 2
    window.move(max(room.left(), min(x, room.right() - size.width())), max(room.top(), y))


def open_with_size(dialog: QDialog, width: int, height: int, *, grows: bool = False) -> None:
    """Let a dialog open at this size, or smaller where the screen is: its buttons must not lie below the edge.

    One that ``grows`` is larger in larger print: it is wide for what stands in it, or would cut it.
    """
    meant = QSize(width, height)
    if grows and dialog.font().pointSizeF() > _USUAL:
        meant *= dialog.font().pointSizeF() / _USUAL
    dialog.resize(meant.boundedTo(dialog.screen().availableSize() - _FRAME))
