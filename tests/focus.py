"""Whether a widget has the focus, asked with patience: an X server gives it some time after it was asked for."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

_PATIENCE = 5_000
_STEP = 10


def has_focus(widget: QWidget) -> bool:
    """Return whether a widget gets the focus within 5 seconds; at once where it has it already."""
    for _ in range(_PATIENCE // _STEP):
        if widget.hasFocus():
            return True
        QTest.qWait(_STEP)
    return widget.hasFocus()
