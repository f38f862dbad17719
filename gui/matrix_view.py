"""A table of the form in its official shape, for typing, copying and pasting as in a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.matrix_grid import MatrixGrid
from gui.matrix_model import MatrixModel

if TYPE_CHECKING:
    from gui.session import ReportSession

ZOOMS = (0.8, 0.9, 1.0, 1.1, 1.25, 1.4, 1.6, 1.8, 2.0)


class MatrixView(QWidget):
    """One table of the open report.

    Signals:
        current_changed: Code of the current cell.
        zoom_changed: The new size of the print, 1.0 for that of the window.
    """

    current_changed = Signal(str)
    zoom_changed = Signal(float)

    def __init__(self, session: ReportSession, table_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"matrix-{table_id}")
        self._session = session
        self._zoom = 1.0
        self.model = MatrixModel(session, table_id, self)
        self.grid = MatrixGrid(self.model)
        self.grid.setObjectName(f"grid-{table_id}")
        self.grid.setAccessibleName(self.model.table.name)
        self.grid.setAccessibleDescription("方向键移动，直接输入数字，F2 修改，Esc 恢复原内容")
        self.grid.code_changed.connect(self.current_changed)
        self.grid.zoom_wanted.connect(self.step_zoom)
        self.grid.delegate.closeEditor.connect(session.close_edit)
        self.setFocusProxy(self.grid)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.grid)

    @property
    def current(self) -> str:
        """Code of the current cell."""
        return self.grid.code

    def go_to(self, code: str) -> None:
        """Show a cell, select it and take the focus."""
        self.grid.close_editor()
        self.grid.select(code)
        self.grid.setFocus()

    def commit_pending(self) -> None:
        """Take over what is being typed or composed; the editor closes."""
        self.grid.close_editor()

    # ------------------------------------------------------------ zoom

    @property
    def zoom(self) -> float:
        """Size of the print, 1.0 for that of the window."""
        return self._zoom

    @zoom.setter
    def zoom(self, zoom: float) -> None:
        zoom = min(max(zoom, ZOOMS[0]), ZOOMS[-1])
        if zoom == self._zoom:
            return
        self.grid.close_editor()
        self._zoom = zoom
        font = QFont(self.font())
        font.setPointSizeF(self.font().pointSizeF() * zoom)
        self.grid.setFont(font)
        self.zoom_changed.emit(zoom)

    def step_zoom(self, direction: int) -> None:
        """Go to the next larger (1) or smaller (-1) size."""
        larger = [z for z in ZOOMS if z > self._zoom + 0.001]
        smaller = [z for z in ZOOMS if z < self._zoom - 0.001]
        if direction > 0 and larger:
            self.zoom = larger[0]
        elif direction < 0 and smaller:
            self.zoom = smaller[-1]
