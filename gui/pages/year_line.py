"""The field 报告年度: what is no year is refused at once, as a cell refuses what is no number."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from typing_extensions import override

from core.report.report import year_of
from gui.report.session import ReportSession
from gui.texts.report_line import ReportLine

_CODE = "meta.year"
_LONGEST = 12


class YearLine(ReportLine):
    """Gives the report a year, or none where it is empty; all else is shown in red and does not reach the report.

    Attributes:
        complaint: Why what is typed was not taken; "" where it was, or is on the way to a year.

    Signals:
        complained: The complaint is another one now.
    """

    complained = Signal()

    def __init__(self, session: ReportSession) -> None:
        super().__init__(session)
        self.complaint = ""
        self.textEdited.connect(self._take)
        self.editingFinished.connect(self._put_back)
        session.text_changed.connect(self._look_again)  # bound: the page goes where the format changes
        session.replaced.connect(self._look_at_held)

    def _take(self, text: str) -> None:
        said = text.strip()
        if not said or year_of(said) is not None:
            self._session.set_text(_CODE, text, is_typing=True)
            self._look_at_held()
        else:
            is_on_its_way = said.isdecimal() and len(said) < 4
            self._complain("" if is_on_its_way else self._sentence(said))

    def _look_again(self, code: str) -> None:
        """Say no longer what was not taken once something else is typed."""
        if code == _CODE or not self.hasFocus():
            self._look_at_held()

    def _look_at_held(self) -> None:
        """A draft that was changed in Excel may hold what is no year."""
        held = self._session.report.meta.get(_CODE, "").strip()
        self._complain(self._sentence(held) if held and year_of(held) is None else "")

    def _sentence(self, said: str) -> str:
        short = said if len(said) <= _LONGEST else f"{said[:_LONGEST]}……"
        year = self._session.report.year
        return f"“{short}”不是四位数的年份，没有采用；{f'报告年度仍是{year}年' if year else '请填报告反映的那一年'}。"

    def _put_back(self) -> None:
        """Show the year of the report again when the field is left, and still say what was not taken."""
        said, held = self.text().strip(), self._session.report.meta.get(_CODE, "")
        if said != held.strip():
            self.setText(held)
            self._complain(self._sentence(said))

    def _complain(self, sentence: str) -> None:
        if sentence != self.complaint:
            self.complaint = sentence
            self.complained.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = self._session.report.meta.get(_CODE, "")
        if event.matches(QKeySequence.StandardKey.Undo) and self.text() != held:
            self.setText(held)  # what was not taken is no step of the report
            self._complain("")
        else:
            super().keyPressEvent(event)
