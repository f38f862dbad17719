"""The pages of the wizard, one page a section; each knows its section and the session."""

from __future__ import annotations

from collections.abc import Iterable

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
from gui.look import theme
from gui.look.composing import ComposedLine
from gui.look.fitting_label import FittingLabel
from gui.look.ink import Ink
from gui.look.plain_text import PlainLabel
from gui.look.still_label import StillLabel
from gui.matrix.fit import least_width
from gui.matrix.view import MatrixView, zoomed
from gui.pages.fee_fields import FeeFields
from gui.pages.page_heading import PageHeading
from gui.pages.table_part import TABLE, ScrolledColumn, TablePart
from gui.report.session import ReportSession
from gui.texts.text_block import TextBlock
from gui.texts.text_editor import TextEditor

_REPETITION_TIP = "与上年同一部分成段相同的字占多少；数字、标点、名称和人人都要写的话不算。"
_ON_REPETITION = ("same_as_last_year", "repetition_limits")
"""Functions of the rules that ask about texts which are those of last year."""
_NEARLY_ALL = 99
"""Percent from which a text is said to be that of last year."""
_MARGINS = (12, 2, 12, 2)
_BELOW_TEXT = 8
"""Pixels between a text and the footer; a table has none to give away."""
_LONGEST_LINE, _WIDEST_TABLE = 66, 110
"""Characters of a line of text that can be read, and of a table or two texts side by side in which the eye does not
slip from a number to another row: a page is no wider, however large the screen is."""


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

    @property
    def matrix(self) -> MatrixView | None:
        """The table of the page; None where it has none."""
        return None

    def go_to(self, finding: Finding) -> bool:
        """Show the place of a finding; return whether it stands on this page."""
        raise NotImplementedError

    def place(self) -> Place | None:
        """Return where on the page the clerk is: a cell, a field, or a place in a text; None for nowhere."""
        return None

    def follow_findings(self) -> None:
        """Show what is found now; told by the wizard while the page is in view: a slot each would cost every key."""

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

    Attributes:
        table: What the form says of its table; None where it has none.

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
        tables = session.form.tables
        self.table = next((tables[code] for code in section.contents if code in tables), None)
        self._is_beside = False
        self._column: ScrolledColumn | None = None
        self._active: TextBlock | None = None
        self._last: TextBlock
        self._make()
        self._begin_anew()
        session.replaced.connect(self._begin_anew)
        session.replaced.connect(self._limit_width)

    # ------------------------------------------------------------ what stands on it

    def _make(self) -> None:
        session, section = self._session, self._section
        numbers = session.form.outside_tables if section.key == "s6" else ()
        self.fees = FeeFields(session, numbers, self) if numbers else None  # before the texts, also for Tab
        codes = session.form.texts_of(section.key)
        if section.key == next(iter(session.form.sections)):
            codes.insert(0, "lead")
        self.blocks = blocks = {code: self._block(code) for code in codes}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*_MARGINS)
        self.tabs: TablePart | None = None
        if self.table is None:
            layout.addWidget(self.heading)
        self._limit = StillLabel(parent=self)
        self._limit.setObjectName("hint")
        self._limit.setVisible(bool(section.limit))
        self._repeated = next(blocks[code] for code in codes if code in section.contents).repeated
        if section.limit:
            self._repeated = self._limits(layout)
        self._ink = Ink(self._repeated)
        if self.table is not None:
            self.tabs = TablePart(session, section, blocks, self.heading, self)
            self.tabs.matrix.current_changed.connect(self.current_cell_changed)
            self.tabs.matrix.done.connect(self.table_done)
            layout.addWidget(self.tabs)
        elif len(codes) > 1:
            self._column = _stacked(blocks.values(), self)
            layout.addWidget(self._column)
        else:
            for part in (self.fees, blocks[codes[0]]):
                if part is not None:
                    layout.addWidget(part)

    def _limits(self, layout: QVBoxLayout) -> FittingLabel:
        """Say in a row how much may be written, and below it why; return where repetition is told."""
        repeated = FittingLabel(parent=self)
        repeated.setObjectName("hint")
        row = QHBoxLayout()
        row.addWidget(self._limit)
        row.addWidget(repeated, 1)
        layout.addLayout(row)
        layout.addWidget(PlainLabel(self._section.limit_note, self, wordWrap=True, objectName="hint"))
        for changed in (self._session.text_changed, self._session.prints_changed, self._session.replaced):
            changed.connect(self._show_limit)
        return repeated

    def _block(self, code: str) -> TextBlock:
        block = TextBlock(self._session, code, self)
        block.done.connect(self.table_done)
        block.find_wanted.connect(self.find_wanted)
        block.last_year_wanted.connect(self.last_year_wanted)
        return block

    @property
    @override
    def matrix(self) -> MatrixView | None:
        """The table; None where the section has none."""
        return None if self.tabs is None else self.tabs.matrix

    def least_width(self, zoom: float) -> int:
        """Return the pixels that its table needs in a size of print; 0 where it has none."""
        return least_width(self.table, zoomed(self.font(), zoom)) if self.table is not None else 0

    @property
    def lacking_width(self) -> int:
        """The pixels by which the heads of texts one below the other are wider than the page; not above 0: none."""
        if self._column is None:
            return 0
        return max(block.least_width for block in self.blocks.values()) - self._column.room

    def show_last_year(self, *, is_wanted: bool) -> None:
        """Show last year's numbers in the cells and its texts beside the new ones, or hide them."""
        self._is_beside = is_wanted
        self._limit_width()
        for block in self.blocks.values():
            block.show_last_year(is_wanted=is_wanted)
        if self.fees is not None:
            self.fees.show_last_year(is_wanted=is_wanted)
        if self.tabs is not None:
            self.tabs.matrix.last_year.show(is_wanted=is_wanted)
            self.tabs.arrange()

    def focus_moved(self, now: QWidget) -> bool:
        """Show what can be done with the text that the clerk works in, and with no other of the page.

        Return whether that is another text than before, or none any more.
        """
        active = next((block for block in self.blocks.values() if block.isAncestorOf(now)), None)
        if active is self._active:
            return False
        for block in (self._active, active):
            if block is not None:
                block.tools.setVisible(block is active)
        for block in self.blocks.values():
            if active is not None and block is not active:
                block.editor.jumped.end()
        self._active = active
        self._last = active or self._last
        return True

    def _begin_anew(self) -> None:
        """Begin with the first text of another report."""
        self._last = next(iter(self.blocks.values()))

    def _show_limit(self, _changed: object = None) -> None:
        if not (self._section.limit and self.isVisible()):
            return
        count = sum(self.blocks[c].editor.printed_length() for c in self._section.contents if c in self.blocks)
        left = self._section.limit - count
        rest = f"还可写 {left} 字" if left >= 0 else f"超出 {-left} 字"
        without = "（不含引言）" if "lead" in self.blocks else ""
        self._limit.show_text(f"本部分共 {count} 字{without}，{rest}。")

    @override
    def follow_findings(self) -> None:
        for block in self.blocks.values():
            block.follow()
        self._show_repetition()

    def follow_prints(self, codes: frozenset[str]) -> None:
        """Show the values that linked numbers in these texts have now."""
        for code, block in self.blocks.items():
            if code in codes:
                block.editor.show_values()

    def _show_repetition(self) -> None:
        """Show how much of the section is the same as last year, and the limit that local rules set."""
        found = self._session.facts.repetition(self._section.key)
        if found is None:
            self._repeated.show_first(())
            self._warn(is_open=False)
            return
        local = self._session.local_rules
        limit = local.limit_of(self._section.key) if local else None
        is_all = found.percent >= _NEARLY_ALL
        words, tip = "与上年几乎全部相同" if is_all else f"约{found.percent}%与上年相同", _REPETITION_TIP
        self._warn(is_open=self._is_repeated_too_much())
        if limit is None:
            self._repeated.show_first((words,), tip)
            return
        against = f"，超过界限 {limit.percent}%" if found.percent > limit.percent else f"（界限 {limit.percent}%）"
        self._repeated.show_first((words + against, words), f"{tip}\n界限由本地口径规定：{limit.source}")

    def _is_repeated_too_much(self) -> bool:
        """Whether a 疑点 is that the texts are those of last year."""
        rules, texts = self._session.form.rules, {*self._section.contents}
        about = (f for f in self._session.facts.told.open_warnings if rules[f.rule_id].function in _ON_REPETITION)
        return any(not texts.isdisjoint(place.text for place in finding.places) for finding in about)

    def _warn(self, *, is_open: bool) -> None:
        """Tell repetition in the ink of a 疑点, where it is one."""
        if theme.dress(self._repeated, "" if is_open else "hint"):
            self._ink.show_level("warning" if is_open else "")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._limit_width()

    def _limit_width(self) -> None:
        column = self.layout()
        if column is None:  # while it is being made
            return
        has_table = self.table is not None
        left, top, right, bottom = _MARGINS if has_table else (*_MARGINS[:3], _BELOW_TEXT)
        is_beside = self._is_beside and self._session.last_year is not None
        longest = _WIDEST_TABLE if is_beside or has_table else _LONGEST_LINE
        beyond = self.width() - self.fontMetrics().horizontalAdvance("字") * longest - left
        column.setContentsMargins(left, top, max(right, beyond), bottom)

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


def _stacked(blocks: Iterable[TextBlock], page: QWidget) -> ScrolledColumn:
    area = ScrolledColumn(page, beside=8)
    for block in blocks:
        block.grow()
        area.put(block)
        area.verticalScrollBar().valueChanged.connect(block.keep_tools_in_view)
    return area
