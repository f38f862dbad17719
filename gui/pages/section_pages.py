"""The pages of the wizard, one page a section; each knows its section and the session."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QMenu,
    QScrollArea,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)
from typing_extensions import override

from core.checks.findings import Finding
from core.form.form_definition import Section
from gui.look.composing import ComposedLine
from gui.look.still_label import StillLabel
from gui.matrix.control_totals import ControlTotals
from gui.matrix.view import MatrixView
from gui.pages.fee_fields import FeeFields
from gui.pages.page_heading import PageHeading
from gui.report.session import ReportSession
from gui.texts.text_block import TextBlock
from gui.texts.text_editor import TextEditor

CONTROLS_TAB = 2
_BESIDE_HEADING = 60
"""Pixels beside the heading of a page with a table that are taken: margins, and what Qt leaves beside tabs."""


class FormPage(QWizardPage):
    """A page that belongs to a part of the form.

    Attributes:
        key: ``meta`` or the key of the section.
        heading: What the page is called; Qt's own title would take two rows of the table.
    """

    def __init__(self, key: str, title: str, short: str = "") -> None:
        super().__init__()
        self.key = key
        self.heading = PageHeading(title, short or title)
        self.setObjectName(f"page-{key}")
        self.setAccessibleName(title)

    def go_to(self, finding: Finding) -> bool:
        """Show the place of a finding; return whether it stands on this page."""
        raise NotImplementedError

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
    """

    current_cell_changed = Signal(str)
    table_done = Signal(str)
    find_wanted = Signal()

    def __init__(self, session: ReportSession, section: Section) -> None:
        super().__init__(section.key, section.title, f"{section.title.partition('、')[0]}、{section.name}")
        self._session = session
        self._section = section
        self.matrix: MatrixView | None = None
        self.blocks: dict[str, TextBlock] = {}
        self.fees: FeeFields | None = None
        self.controls: ControlTotals | None = None
        codes = [c for c in section.contents if c in session.form.texts]
        if section.key == next(iter(session.form.sections)):
            codes.insert(0, "lead")
        for code in codes:
            self.blocks[code] = TextBlock(session, code)
            self.blocks[code].done.connect(self.table_done)
            self.blocks[code].find_wanted.connect(self.find_wanted)
        tables = [c for c in section.contents if c in session.form.tables]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 4, 12, 4)
        if not tables:
            layout.addWidget(self.heading)
        self._limit = StillLabel()
        self._limit.setObjectName("hint")
        self._limit.setVisible(bool(section.limit))
        if section.limit:
            layout.addWidget(self._limit)
            session.text_changed.connect(self._show_limit)
            session.prints_changed.connect(self._show_limit)
            session.replaced.connect(self._show_limit)
        if tables:
            self.tabs = self._with_table(tables[0])
            layout.addWidget(self.tabs)
        elif len(codes) > 1:
            layout.addWidget(self._stacked())
        else:
            self._single(layout, codes[0])
        fields: list[QWidget] = list(self.fees.fields.values()) if self.fees is not None else []
        fields += [block.editor for block in self.blocks.values()]
        for before, after in pairwise(fields):  # Tab goes from text to text, and then to the buttons
            self.setTabOrder(before, after)

    def _with_table(self, table_id: str) -> QTabWidget:
        tabs = QTabWidget()
        tabs.setAccessibleName(f"{self._section.title}：表格和文字")
        tabs.tabBar().setAccessibleName(f"{self._section.title}：表格和文字")
        self.matrix = MatrixView(self._session, table_id)
        self.matrix.current_changed.connect(self.current_cell_changed)
        self.matrix.done.connect(self.table_done)
        tabs.addTab(self.matrix, "表格")
        commands = QToolButton()
        commands.setObjectName("command")
        commands.setText("表格操作")
        commands.setAccessibleName("表格操作")
        commands.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(commands)
        menu.addActions(self.matrix.actions_of_table())
        commands.setMenu(menu)
        tabs.setCornerWidget(commands)
        tabs.setCornerWidget(self.heading, Qt.Corner.TopLeftCorner)
        texts = QWidget()
        column = QVBoxLayout(texts)
        column.setContentsMargins(0, 8, 0, 0)
        for block in self.blocks.values():
            column.addWidget(block)
        tabs.addTab(texts, "文字（表前文字、表下注）")
        controls = ControlTotals(self._session, table_id)
        if controls.model.codes:
            self.controls = controls
            tabs.addTab(controls, "核对合计")
            tabs.setTabVisible(CONTROLS_TAB, False)
        tabs.tabBarClicked.connect(lambda part: self._enter_part(part) if part >= 0 else None)
        return tabs

    def show_controls(self, *, is_wanted: bool) -> None:
        """Show or hide the page on which the totals of a paper table are typed."""
        if self.controls is not None:
            self.tabs.setTabVisible(CONTROLS_TAB, is_wanted)

    def _stacked(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(14)
        for block in self.blocks.values():
            block.editor.setMinimumHeight(110)
            column.addWidget(block)
        area = QScrollArea(widgetResizable=True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what lies in it takes the focus
        area.setWidget(inside)
        return area

    def _single(self, layout: QVBoxLayout, code: str) -> None:
        fees = [c.code for c in self._session.form.cells.values() if not c.table] if self._section.key == "s6" else []
        if fees:
            self.fees = FeeFields(self._session, fees)
            layout.addWidget(self.fees)
        layout.addWidget(self.blocks[code])

    def _show_limit(self, _changed: object = None) -> None:
        if not (self._section.limit and self.isVisible()):
            return
        count = sum(self.blocks[c].editor.printed_length() for c in self._section.contents if c in self.blocks)
        left = self._section.limit - count
        rest = f"还可写 {left} 字" if left >= 0 else f"超出 {-left} 字"
        self._limit.show_text(f"本部分共 {count} 字，{rest}。{self._section.limit_note}")

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_limit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.matrix is not None:
            beside = self.tabs.tabBar().sizeHint().width() + self.tabs.cornerWidget().sizeHint().width()
            self.heading.fit(self.width() - beside - _BESIDE_HEADING)

    @override
    def go_to(self, finding: Finding) -> bool:
        if self.matrix is not None:
            for code in finding.cells:
                if (
                    self._session.form.cells.get(code)
                    and self._session.form.cells[code].table in self._section.contents
                ):
                    self.tabs.setCurrentIndex(0)
                    self.matrix.go_to(code)
                    return True
        for place in finding.places:
            if place.text in self.blocks:
                if self.matrix is not None:
                    self.tabs.setCurrentIndex(1)
                self.blocks[place.text].editor.show_place(place)
                return True
        if self.fees is not None:
            for code in finding.cells:
                if code in self.fees.fields:
                    self.fees.fields[code].setFocus(Qt.FocusReason.OtherFocusReason)
                    return True
        return False

    @override
    def focus_first(self) -> None:
        if self.matrix is not None:
            self.tabs.setCurrentIndex(0)
            self.matrix.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.fees is not None:
            next(iter(self.fees.fields.values())).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            next(iter(self.blocks.values())).editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def switch_part(self) -> None:
        if self.matrix is None:
            return
        shown = [i for i in range(self.tabs.count()) if self.tabs.isTabVisible(i)]
        self._enter_part(shown[(shown.index(self.tabs.currentIndex()) + 1) % len(shown)])

    def _enter_part(self, part: int) -> None:
        """Show a part and put the focus where work in it begins."""
        self.tabs.setCurrentIndex(part)
        if part == 0 and self.matrix is not None:
            self.matrix.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif part == CONTROLS_TAB and self.controls is not None:
            self.controls.start()
        else:
            next(iter(self.blocks.values())).editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def commit_pending(self) -> None:
        super().commit_pending()
        if self.matrix is not None:
            self.matrix.commit_pending()
        if self.controls is not None:
            self.controls.commit_pending()
