"""Last year's numbers in the cells of a table, small and faint, while the clerk wants to see them."""

from __future__ import annotations

from PySide6.QtCore import QObject

from core.report.report import Report
from gui.matrix.canvas import MatrixCanvas
from gui.report.last_year import LastYear
from gui.report.session import ReportSession


class LastYearLayer(QObject):
    """Tells a table what last year's report has at its places."""

    def __init__(self, session: ReportSession, grid: MatrixCanvas) -> None:
        super().__init__(grid)
        self._session = session
        self._grid = grid
        self._last_year = LastYear(session)
        self._read: Report | None = None
        self._is_wanted = False
        session.findings_changed.connect(self._follow)
        session.replaced.connect(self._renew)

    def show(self, *, is_wanted: bool) -> None:
        """Show last year's numbers, or hide them."""
        self._is_wanted = is_wanted
        self._renew()

    def _follow(self) -> None:
        if self._session.last_year is not self._read:
            self._renew()

    def _renew(self) -> None:
        self._read = self._session.last_year
        numbers = self._last_year.numbers() if self._is_wanted else {}
        self._grid.last_year = {
            place: numbers[code] for code, place in self._grid.matrix.place_of.items() if code in numbers
        }
        self._grid.viewport().update()
