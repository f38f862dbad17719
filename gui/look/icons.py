"""The program's own icons."""

from __future__ import annotations

from PySide6.QtGui import QIcon, QPalette

from core.base.resources import resource_path
from gui.look.colours import DARK, colours


def icon(name: str, palette: QPalette) -> QIcon:
    """Return an icon in the ink that suits a palette; the file is read when it is painted."""
    scheme = "dark" if colours(palette).scheme is DARK else "light"
    return QIcon(str(resource_path("icons", f"{name}-{scheme}.svg")))
