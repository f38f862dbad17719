"""The three numbers on 信息处理费, which stand above the text of section six."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget
from typing_extensions import override

from core.report.entry_text import Refused, is_prose
from core.report.report import parse_cell
from gui.look.enter_goes_on import EnterGoesOn
from gui.look.ink import Ink
from gui.look.plain_text import PlainLabel, plain_tip
from gui.report.last_year import LastYear
from gui.report.session import ReportSession
from gui.texts.report_line import ReportLine

_LONGEST = 16
"""Characters of refused words that are repeated."""

_UNIT_TIPS = {"件": "单位是件，没有发出的填0", "元": "单位是元，不是万元"}
"""What the pointer over a field says while nothing is wrong with it, by the unit of the field."""


class FeeFields(QWidget):
    """The three numbers on 信息处理费: notices in 件, amounts in 元 (not 万元).

    Words, such as a sentence of section six, are not taken: they belong into the text below.

    Attributes:
        fields: Their lines, by code.
        last: What each was last year, faint beside it while the clerk wants to see that.
        refused: Says what was not taken, and why; hidden while there is nothing to say.
    """

    def __init__(self, session: ReportSession, codes: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._last_year = LastYear(session)
        self._shows_last = False
        self.fields: dict[str, QLineEdit] = {}
        self.last: dict[str, PlainLabel] = {}
        head = PlainLabel("信息处理费", objectName="heading")
        grid = QGridLayout(self)  # a line each: side by side they have no room in larger print
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(3, 1)
        grid.addWidget(head, 0, 0, 1, 4)
        for row, code in enumerate(codes, 1):
            cell = session.form.cells[code]
            line = ReportLine(session)
            line.setObjectName(code)
            line.setAccessibleName(f"{cell.name}，单位{cell.unit}")
            line.setFixedWidth(110)
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
            line.textEdited.connect(lambda text, code=code: self._enter(code, text))
            line.editingFinished.connect(lambda code=code: self._finish(code))
            label = PlainLabel(cell.name)
            label.setBuddy(line)
            self.fields[code] = line
            self.last[code] = PlainLabel(objectName="hint")
            for place, widget in enumerate((label, line, PlainLabel(cell.unit), self.last[code])):
                grid.addWidget(widget, row, place)
        EnterGoesOn(list(self.fields.values()), self)
        self.refused = PlainLabel(wordWrap=True)
        self._ink = Ink(self.refused, "error")
        self.refused.hide()
        grid.addWidget(self.refused, len(codes) + 1, 0, 1, 4)
        session.cells_changed.connect(self._show_changed)
        session.findings_changed.connect(self._show_findings)
        session.replaced.connect(self._begin_anew)
        self._show()

    @property
    def focused(self) -> str:
        """Code of the field with the focus; "" for none."""
        return next((code for code, field in self.fields.items() if field.hasFocus()), "")

    def show_last_year(self, *, is_wanted: bool) -> None:
        """Show last year's numbers beside the new ones, or hide them."""
        self._shows_last = is_wanted
        self._show_last()

    def _show_last(self) -> None:
        for code, label in self.last.items():
            number = self._last_year.fee(code) if self._shows_last else ""
            told = f"{self._last_year.name}：{number}" if number else ""
            if told != label.text():
                label.setText(told)

    def _show_changed(self, codes: frozenset[str]) -> None:
        if not codes.isdisjoint(self.fields):
            self._show()

    def _enter(self, code: str, text: str) -> None:
        entry = parse_cell(self._session.form, code, text)
        if isinstance(entry, Refused) and is_prose(entry):
            self._refuse(code, entry)
        else:
            self._refuse("")
            self._session.enter(code, text)

    def _refuse(self, code: str, entry: Refused | None = None) -> None:
        """Say that words were not taken for a number; "" to say nothing."""
        said = ""
        if entry is not None:
            former = self._session.facts.shown(code)
            stays = f"原来的“{former}”没有变" if former else "这一格还是未填"
            name = self._session.form.cells[code].name
            short = entry.text if len(entry.text) <= _LONGEST else f"{entry.text[:_LONGEST]}…"
            said = f"“{name}”只填数字，没有的填0：“{short}”没有填入，{stays}。文字请写在下面的文字框里。"
        self.refused.setText(said)
        self.refused.setVisible(bool(said))
        for field, line in self.fields.items():
            line.setAccessibleDescription(said if field == code else "")

    def _finish(self, code: str) -> None:
        self._session.close_edit()
        self.fields[code].setText(self._session.facts.shown(code))

    def _begin_anew(self) -> None:
        self._refuse("")
        self._show()

    def _show(self) -> None:
        for code, line in self.fields.items():
            # What is being typed stays as it is ("100.0" on the way to "100.05") while it means what the report holds
            if parse_cell(self._session.form, code, line.text()) != self._session.report.cells.get(code):
                line.setText(self._session.facts.shown(code))
            line.setEnabled(not self._session.is_locked)
        self._show_findings()

    def _show_findings(self) -> None:
        if not self.isVisible():
            return
        self._show_last()
        for code, line in self.fields.items():
            found = "\n".join(f.message for f in self._session.facts.findings_at(code))
            tip = plain_tip(found) or _UNIT_TIPS[self._session.form.cells[code].unit]
            if line.toolTip() != tip:
                line.setToolTip(tip)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()
