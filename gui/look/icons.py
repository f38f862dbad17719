"""The program's own icons."""

from __future__ import annotations

from PySide6.QtGui import QIcon, QPalette

from core.base.resources import resource_path
from gui.look.colours import DARK, colours


def icon(name: str, palette: QPalette, *, has_off: bool = False) -> QIcon:
    """Return an icon in the ink that suits a palette; the file is read when it is painted.

    With ``has_off`` a disabled button has a drawing of its own: what Qt makes of one differs too little in the dark.
    """
    scheme = "dark" if colours(palette).scheme is DARK else "light"
    made = QIcon(str(resource_path("icons", f"{name}-{scheme}.svg")))
    if has_off:
        made.addFile(str(resource_path("icons", f"{name}-off-{scheme}.svg")), mode=QIcon.Mode.Disabled)
    return made
