"""基本信息: unit, year, kind of unit and what else the report needs to know."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from core.checks.findings import Place
from core.checks.rules import ASKED_AT_THE_END
from core.form.form_definition import MetaField
from gui.look.colours import MARKS
from gui.look.enter_goes_on import EnterGoesOn
from gui.look.enter_presses import let_enter_press
from gui.look.fitting_button import FittingButton
from gui.look.ink import Ink
from gui.look.plain_text import PlainLabel
from gui.look.reveal import reveal
from gui.look.steady_box import SteadyBox
from gui.pages.section_pages import FormPage
from gui.pages.year_line import YearLine
from gui.report.session import ReportSession
from gui.texts.report_line import ReportLine

_YEAR = "meta.year"
_NEEDED, _ASKED = "（必填）", "（送审前填）"
_HERE = "在“基本信息”中"
"""Where a message sends the clerk to: on this page it would only make one look for another."""
_AGAINST = "与单位全称不符，请核对"
_WIDEST, _CHOICE, _SIDE = 620, 220, 2
_FOR_LETTERS, _BESIDE_LETTERS = "以公文报送时才填", 48


class _Mark(PlainLabel):
    """Is as high as its lines at its own width: the form would share out the room, and cut what has two lines."""

    @override
    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(min(width, _WIDEST))

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(max(self.heightForWidth(self.width()), 0))


class _Choice(SteadyBox):
    """Is as wide as the others of the page where there is room, and no wider than its words where there is little."""

    @override
    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(_CHOICE, 0))


class MetaPage(FormPage):
    """The page 基本信息.

    Attributes:
        fields: The fields by code.
        marks: What is wrong with each field, below it; hidden while nothing is.
        proposals: What the name of the unit says of a field, one press to take it; hidden where it says nothing.
        year: The field 报告年度.
        letters: Opens and closes the fields that only a formal letter needs.
    """

    def __init__(self, session: ReportSession, parent: QWidget) -> None:
        super().__init__("meta", "基本信息", parent=parent)
        self._session = session
        self.fields: dict[str, QLineEdit | QComboBox] = {}
        self.marks: dict[str, PlainLabel] = {}
        self._inks: dict[str, Ink] = {}
        self.proposals: dict[str, FittingButton] = {}
        self._places: dict[str, int] = {}
        self._chosen_for: dict[str, str] = {}  # the name of the unit when a field that it speaks for was set
        self._is_open = False
        self.letters = QToolButton()
        self.letters.setAutoRaise(True)
        self.letters.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.letters.clicked.connect(lambda: self.open_letters(is_open=not self._is_open))
        let_enter_press(self.letters)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 2, 12, 2)
        layout.addWidget(self.heading)
        area = QScrollArea(self, widgetResizable=True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what lies in it takes the focus
        layout.addWidget(area)
        inside = QWidget(area)
        area.setWidget(inside)  # while it is empty: all that lies in it would be dressed anew
        self._rows = form = QFormLayout(inside)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)  # beside the panel of a narrow window
        form.setHorizontalSpacing(16)
        fields = [field for field in session.form.meta.values() if not field.is_hidden]
        letters = [field for field in fields if field.is_for_letters]
        for field in fields:
            if field not in letters:
                self._add(field)
        if letters:
            form.addRow(self.letters)
        for field in letters:
            self._add(field)
        self.open_letters(is_open=False)
        EnterGoesOn(list(self.fields.values()), self)
        form.setContentsMargins(0, 9, 9, 9)  # below the heading
        session.text_changed.connect(self._show)
        session.replaced.connect(self._chosen_for.clear)
        session.replaced.connect(self._show_all)
        session.locked_changed.connect(self._show_all)
        self._show_all()

    def _add(self, field: MetaField) -> None:
        """Add a field with its label, its proposal and room for what is wrong with it."""
        widget = self._field(field)
        widget.setObjectName(field.code)
        widget.setAccessibleName(field.name)
        widget.setAccessibleDescription(field.hint)
        widget.setToolTip(field.hint)
        widget.setMaximumWidth(_WIDEST)
        self.fields[field.code] = widget
        label = PlainLabel(field.name + _mark_of(field))
        label.setBuddy(widget)
        mark = self.marks[field.code] = _Mark(wordWrap=True)
        self._inks[field.code] = Ink(mark)
        mark.setMaximumWidth(_WIDEST)
        mark.setIndent(_SIDE)  # the sign i reaches beyond its own left edge; the style takes margins away
        mark.hide()
        row = QHBoxLayout()
        row.addWidget(widget)
        if field.suggestions:
            proposal = self.proposals[field.code] = FittingButton()
            proposal.setToolTip("从单位全称看是这样，点一下采用；不对的请自己选")
            proposal.clicked.connect(lambda: self._take(field))
            row.addWidget(proposal)
        if field.choices:
            row.addStretch()  # the list is narrow, and what is said below it has the room of the other fields
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(mark)
        self._rows.addRow(label, column)
        self._places[field.code] = self._rows.rowCount() - 1

    def _field(self, field: MetaField) -> QLineEdit | QComboBox:
        if field.choices:
            combo = _Choice()
            combo.addItem("（请选择）" if _mark_of(field) else "（可不填）", "")
            for choice in field.choices:
                combo.addItem(choice, choice)
            combo.activated.connect(lambda _i: self._session.set_text(field.code, combo.currentData()))
            return combo
        if field.code == _YEAR:
            self.year = YearLine(self._session)
            self.year.setPlaceholderText(field.hint)
            self.year.complained.connect(self._show_marks)
            self.year.editingFinished.connect(self._session.close_edit)
            return self.year
        line = ReportLine(self._session)
        line.setPlaceholderText(field.hint)
        line.textEdited.connect(lambda text: self._session.set_text(field.code, text, is_typing=True))
        line.editingFinished.connect(lambda: self._leave(field, line))
        return line

    def _leave(self, field: MetaField, line: ReportLine) -> None:
        """End what was typed into a line; blanks alone would hide what the line says where nothing is filled in."""
        if line.text() and not line.text().strip():
            line.clear()
            self._session.set_text(field.code, "", is_typing=True)
        self._session.close_edit()

    def _take(self, field: MetaField) -> None:
        """Take what is proposed for a field, and go on in it: the button goes."""
        self.fields[field.code].setFocus(Qt.FocusReason.OtherFocusReason)
        self._session.set_text(field.code, field.suggested(self._session.report.unit))

    def note_choice(self, code: str, unit: str) -> None:
        """Note for which name of the unit a field was chosen before the report began; "" for none."""
        if unit:
            self._chosen_for[code] = unit
            self._show("meta.unit")

    def open_letters(self, *, is_open: bool) -> None:
        """Show or hide the fields that only a formal letter needs."""
        self._is_open = is_open
        fields = [field for field in self._session.form.meta.values() if field.is_for_letters]
        self._name_letters()
        self.letters.setAccessibleDescription("已展开" if is_open else "已收起")
        for field in fields:
            self._rows.setRowVisible(self._places[field.code], is_open)
            self.marks[field.code].setVisible(is_open and bool(self.marks[field.code].text()))

    def _name_letters(self) -> None:
        """Say which fields it opens; in a narrow window only what for, or the page would be wider than that."""
        sign = "▾" if self._is_open else "▸"
        fields = [field.name for field in self._session.form.meta.values() if field.is_for_letters]
        words = f"{sign} {_FOR_LETTERS}：{'、'.join(fields)}"
        room = self.width() - self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent) - _BESIDE_LETTERS
        has_room = self.fontMetrics().horizontalAdvance(words) <= room
        self.letters.setText(words if has_room else f"{sign} {_FOR_LETTERS}…")
        self.letters.setToolTip("" if has_room else "、".join(fields))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_letters()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._name_letters()

    def _show_all(self) -> None:
        for code in self.fields:
            self._show(code)
        letters = [f.code for f in self._session.form.meta.values() if f.is_for_letters]
        self.open_letters(is_open=any(self._session.report.meta.get(code) for code in letters))
        self._show_marks()

    def _show(self, code: str) -> None:
        widget = self.fields.get(code)
        text = self._session.report.meta.get(code, "")
        if isinstance(widget, QComboBox):
            with QSignalBlocker(widget):
                widget.setCurrentIndex(max(0, widget.findData(text)))
        elif widget is not None and widget.text() != text:
            widget.setText(text)
            if not widget.hasFocus():
                widget.home(False)
        if widget is not None:
            widget.setEnabled(not self._session.is_locked)
        for proposed, button in self.proposals.items() if code in (*self.proposals, "meta.unit") else ():
            field, said = self._session.form.meta[proposed], self._session.report.meta.get(proposed)
            unit = self._session.report.unit
            if code == proposed:
                self._chosen_for[code] = unit
            says = field.suggested(unit)
            # What was chosen for this name stands, also against it; for quite another one it may be left over
            is_other = says not in (said, field.suggested(self._chosen_for.setdefault(proposed, unit)))
            is_open = is_other or not (said and field.knows(said))
            button.say(f"填“{says}”", f"填“{says[:2]}…”")
            button.setToolTip(f"按单位全称：{says}")
            button.setVisible(bool(says) and is_open and not self._session.is_locked)
        if code in (*self.proposals, "meta.unit"):
            self._show_marks()

    def _show_marks(self) -> None:
        """Say below each field what is wrong with it."""
        if not self.isVisible():  # read again when it is shown
            return
        said: dict[str, tuple[str, str]] = {}
        if self.year.complaint:
            said[_YEAR] = "error", f"{MARKS['error']} {self.year.complaint}"
        for finding in self._session.facts.told.findings:  # the worst first
            for code in finding.cells if finding.explained is None else ():
                said.setdefault(code, (finding.level, f"{MARKS[finding.level]} {finding.message.replace(_HERE, '')}"))
        report = self._session.report
        for field in self._session.form.meta.values():  # at once; F-01 says so when all is filled in
            if field.contradicts(report.meta.get(field.code, ""), report.unit):
                said.setdefault(field.code, ("hint", f"{MARKS['hint']} {_AGAINST}"))
        for code, mark in self.marks.items():
            level, text = said.get(code, ("", ""))
            if mark.text() != text:
                self._inks[code].show_level(level)
                mark.setText(text)
                hint = self._session.form.meta[code].hint
                self.fields[code].setAccessibleDescription(f"{text}。{hint}" if text else hint)
            mark.setVisible(bool(text) and not self.fields[code].isHidden())

    @override
    def follow_findings(self) -> None:
        self._show_marks()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_marks()

    @override
    def go_to(self, place: Place, *, is_total: bool = False) -> None:
        field = self.fields.get(place.text)
        if field is None:  # it is hidden
            return
        if self._session.form.meta[place.text].is_for_letters:
            self.open_letters(is_open=True)
        reveal(field)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def place(self) -> Place | None:
        code = next((code for code, field in self.fields.items() if field.hasFocus()), "meta.unit")
        return Place(code, 0, 0)

    @override
    def focus_first(self) -> None:
        """Put the focus into the first empty field of those that are open: one that is asked for before others."""
        known = self._session.form.meta.values()
        blank = [
            f
            for f in known
            if f.code in self.fields and not (f.is_for_letters or self._session.report.meta.get(f.code))
        ]
        asked = [f for f in blank if _mark_of(f)]
        field: QWidget = self.fields[next((f.code for f in asked or blank), "meta.unit")]
        if not field.isEnabled():  # of a locked report all are off, and the keyboard would stay where it was
            field = self.letters
        reveal(field)
        field.setFocus(Qt.FocusReason.OtherFocusReason)


def _mark_of(field: MetaField) -> str:
    """Return what stands behind the name of a field that is asked for; "" for one that may stay empty."""
    return _NEEDED if field.is_required else _ASKED if field.code in ASKED_AT_THE_END else ""
