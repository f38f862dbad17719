"""The pages of the wizard, one page a section; each knows its section and the session."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)
from typing_extensions import override

from core.checks.findings import Finding, Place
from core.form.form_definition import Section
from gui.look.composing import ComposedLine
from gui.look.fitting_label import FittingLabel
from gui.look.plain_text import PlainLabel
from gui.look.still_label import StillLabel
from gui.matrix.view import MatrixView
from gui.pages.fee_fields import FeeFields
from gui.pages.page_heading import PageHeading
from gui.pages.table_part import TABLE, ScrolledColumn, TablePart
from gui.report.session import ReportSession
from gui.texts.text_block import TextBlock
from gui.texts.text_editor import TextEditor

_REPETITION_TIP = "与上年同一部分成段相同的字占多少；数字、标点、名称和人人都要写的话不算。"
_MARGINS = (12, 2, 12, 2)
_LONGEST_LINE = 110
"""Characters of a line of text that can be read; a page of texts is no wider, however large the screen is."""


class FormPage(QWizardPage):
    """A page that belongs to a part of the form.

    Attributes:
        key: ``meta`` or the key of the section.
        heading: What the page is called; Qt's own title would take two rows of the table.
    """

    def __init__(self, key: str, title: str, short: str = "", *, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key
        self.heading = PageHeading(title, short or title, self)
        self.setObjectName(f"page-{key}")
        self.setAccessibleName(title)

    def go_to(self, finding: Finding) -> bool:
        """Show the place of a finding; return whether it stands on this page."""
        raise NotImplementedError

    def place(self) -> Place | None:
        """Return where on the page the clerk is: a cell, a field, or a place in a text; None for nowhere."""
        return None

    def focus_first(self) -> None:
        """Put the focus where work on this page begins."""
        raise NotImplementedError

    def switch_part(self) -> None:
        """Go to the other part of the page, where it has two."""

    def commit_pending(self) -> None:
        """Take over what an input method has not committed yet, whatever has the focus."""
        QGuiApplication.inputMethod().commit()
        focus = QApplication.focusWidget()
        if isinstance(focus, ComposedLine):
            focus.commit_preedit()
        elif isinstance(focus, TextEditor):
            focus.commit_pending()


class SectionPage(FormPage):
    """One section: its texts, and its table in the official shape.

    Signals:
        current_cell_changed: Code of the current cell of the table.
        table_done: One sentence about something that was done to the table or a text.
        find_wanted: Words are to be found in the texts.
        last_year_wanted: Last year's texts and numbers are to be shown with the new ones, or not any more.
    """

    current_cell_changed = Signal(str)
    table_done = Signal(str)
    find_wanted = Signal()
    last_year_wanted = Signal(bool)

    def __init__(self, session: ReportSession, section: Section, parent: QWidget) -> None:
        short = f"{section.title.partition('、')[0]}、{section.name}"
        super().__init__(section.key, section.title, short, parent=parent)
        self._session = session
        self._section = section
        self.tabs: TablePart | None = None
        fees = session.form.outside_tables if section.key == "s6" else ()
        self.fees = FeeFields(session, fees, self) if fees else None  # before the texts, also for Tab
        self._active: TextBlock | None = None
        self._last: TextBlock
        codes = session.form.texts_of(section.key)
        if section.key == next(iter(session.form.sections)):
            codes.insert(0, "lead")
        self.blocks = {code: self._block(code) for code in codes}
        self._begin_anew()
        session.replaced.connect(self._begin_anew)
        tables = [c for c in section.contents if c in session.form.tables]
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(*_MARGINS)
        if not tables:
            layout.addWidget(self.heading)
        self._limit = StillLabel()
        self._limit.setObjectName("hint")
        self._limit.setVisible(bool(section.limit))
        session.findings_changed.connect(self._show_repetition)
        self._repeated = next(self.blocks[code] for code in codes if code in section.contents).repeated
        if section.limit:
            self._repeated = FittingLabel()
            self._repeated.setObjectName("hint")
            note = PlainLabel(section.limit_note, wordWrap=True, objectName="hint")
            row = QHBoxLayout()
            row.addWidget(self._limit)
            row.addWidget(self._repeated, 1)
            layout.addLayout(row)
            layout.addWidget(note)
            session.text_changed.connect(self._show_limit)
            session.prints_changed.connect(self._show_limit)
            session.replaced.connect(self._show_limit)
        if tables:
            self.tabs = TablePart(session, section, self.blocks, self.heading, self)
            self.tabs.matrix.current_changed.connect(self.current_cell_changed)
            self.tabs.matrix.done.connect(self.table_done)
            layout.addWidget(self.tabs)
        elif len(codes) > 1:
            layout.addWidget(self._stacked())
        else:
            self._single(layout, codes[0])

    def _block(self, code: str) -> TextBlock:
        block = TextBlock(self._session, code, self)
        block.done.connect(self.table_done)
        block.find_wanted.connect(self.find_wanted)
        block.last_year_wanted.connect(self.last_year_wanted)
        return block

    @property
    def matrix(self) -> MatrixView | None:
        """The table; None where the section has none."""
        return None if self.tabs is None else self.tabs.matrix

    def show_controls(self, *, is_wanted: bool) -> None:
        """Show or hide the page on which the totals of a paper table are typed."""
        if self.tabs is not None:
            self.tabs.show_controls(is_wanted=is_wanted)

    def show_last_year(self, *, is_wanted: bool) -> None:
        """Show last year's numbers in the cells and its texts beside the new ones, or hide them."""
        for block in self.blocks.values():
            block.show_last_year(is_wanted=is_wanted)
        if self.fees is not None:
            self.fees.show_last_year(is_wanted=is_wanted)
        if self.tabs is not None:
            self.tabs.matrix.last_year.show(is_wanted=is_wanted)
            self.tabs.arrange()

    def focus_moved(self, now: QWidget) -> None:
        """Show what can be done with the text that the clerk works in, and with no other of the page."""
        active = next((block for block in self.blocks.values() if block.isAncestorOf(now)), None)
        if active is not self._active:  # the focus comes and goes with each digit in a table
            for block in (self._active, active):
                if block is not None:
                    block.tools.setVisible(block is active)
            for block in self.blocks.values():
                if active is not None and block is not active:
                    block.editor.jumped.end()
            self._active = active
            self._last = active or self._last

    def _begin_anew(self) -> None:
        """Begin with the first text of another report."""
        self._last = next(iter(self.blocks.values()))

    def _stacked(self) -> ScrolledColumn:
        area = ScrolledColumn(self, beside=8)
        for block in self.blocks.values():
            block.grow()
            area.put(block)
            area.verticalScrollBar().valueChanged.connect(block.keep_tools_in_view)
        return area

    def _single(self, layout: QVBoxLayout, code: str) -> None:
        if self.fees is not None:
            layout.addWidget(self.fees)
        layout.addWidget(self.blocks[code])

    def _show_limit(self, _changed: object = None) -> None:
        if not (self._section.limit and self.isVisible()):
            return
        count = sum(self.blocks[c].editor.printed_length() for c in self._section.contents if c in self.blocks)
        left = self._section.limit - count
        rest = f"还可写 {left} 字" if left >= 0 else f"超出 {-left} 字"
        self._limit.show_text(f"本部分共 {count} 字，{rest}。")

    def _show_repetition(self) -> None:
        """Show how much of the section is the same as last year, and the limit that local rules set."""
        if not self.isVisible():
            return
        found = self._session.facts.repetition(self._section.key)
        if found is None:
            self._repeated.show_first(())
            return
        local = self._session.local_rules
        limit = local.limit_of(self._section.key) if local else None
        words, tip = f"与上年相同约 {found.percent}%", _REPETITION_TIP
        if limit is None:
            self._repeated.show_first((words,), tip)
            return
        against = f"，超过界限 {limit.percent}%" if found.percent > limit.percent else f"（界限 {limit.percent}%）"
        self._repeated.show_first((words + against, words), f"{tip}\n界限由本地口径规定：{limit.source}")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.tabs is None:
            left, top, right, bottom = _MARGINS
            beyond = self.width() - self.fontMetrics().horizontalAdvance("字") * _LONGEST_LINE - left
            self._column.setContentsMargins(left, top, max(right, beyond), bottom)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_repetition()
        self._show_limit()

    @override
    def go_to(self, finding: Finding) -> bool:
        if self.tabs is not None:
            wrong = self._session.facts.wrong_totals(finding)
            if wrong and self.tabs.go_to_control(wrong[0]):
                return True
            for code in finding.cells:
                if (
                    self._session.form.cells.get(code)
                    and self._session.form.cells[code].table in self._section.contents
                ):
                    self.tabs.setCurrentIndex(TABLE)
                    self.tabs.matrix.go_to(code)
                    return True
        for place in finding.places:
            if place.text in self.blocks:
                if self.tabs is not None:
                    self.tabs.setCurrentIndex(self.tabs.place_of_texts)
                self.blocks[place.text].editor.show_place(place)
                return True
        if self.fees is not None:
            for code in finding.cells:
                if code in self.fees.fields:
                    self.fees.fields[code].setFocus(Qt.FocusReason.OtherFocusReason)
                    return True
        return False

    @override
    def place(self) -> Place | None:
        if self._active is None and self.tabs is not None and (code := self.tabs.current):
            return Place(code, 0, 0)
        if self._active is None and self.fees is not None and (code := self.fees.focused):
            return Place(code, 0, 0)
        return (self._active or self._last).editor.place

    @override
    def focus_first(self) -> None:
        if self.tabs is not None:
            self.tabs.setCurrentIndex(TABLE)
            self.tabs.matrix.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.fees is not None:
            next(iter(self.fees.fields.values())).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._last.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def switch_part(self) -> None:
        if self.tabs is not None:
            self.tabs.enter_next()

    @override
    def commit_pending(self) -> None:
        super().commit_pending()
        if self.tabs is not None:
            self.tabs.commit_pending()
