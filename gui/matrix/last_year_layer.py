"""Last year's numbers in the cells of a table, small and faint, while the clerk wants to see them."""

from __future__ import annotations

from PySide6.QtCore import QObject

from gui.matrix.canvas import MatrixCanvas
from gui.report.last_year import LastYear
from gui.report.session import ReportSession


class LastYearLayer(QObject):
    """Tells a table what last year's report has at its places."""

    def __init__(self, session: ReportSession, grid: MatrixCanvas) -> None:
        super().__init__(grid)
        self._grid = grid
        self._last_year = LastYear(session)
        self._is_wanted = False
        session.last_year_changed.connect(self._renew)
        session.replaced.connect(self._renew)

    def show(self, *, is_wanted: bool) -> None:
        """Show last year's numbers, or hide them."""
        self._is_wanted = is_wanted
        self._renew()

    def _renew(self) -> None:
        numbers = self._last_year.numbers() if self._is_wanted else {}
        self._grid.last_year = {
            place: numbers[code] for code, place in self._grid.matrix.place_of.items() if code in numbers
        }
        self._grid.viewport().update()
