"""The pages of the wizard, one page a section; each knows its section and the session."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)
from typing_extensions import override

from core.checks.findings import Place
from core.form.form_definition import Section
from gui.look.composing import ComposedLine
from gui.matrix.fit import least_width
from gui.matrix.view import MatrixView, zoomed
from gui.pages.fee_fields import FeeFields
from gui.pages.page_heading import PageHeading
from gui.pages.section_parts import SectionParts
from gui.pages.table_part import TABLE, TablePart
from gui.report.session import ReportSession
from gui.texts.text_block import TextBlock
from gui.texts.text_editor import TextEditor

_MARGINS = (12, 2, 12, 2)
_BELOW_TEXT = 8
"""Pixels between a text and the footer; a table has none to give away."""
_LONGEST_LINE, _WIDEST_TABLE = 66, 110
"""Characters of a line of text that can be read, and of a table or two texts side by side in which the eye does not
slip from a number to another row: a page is no wider, however large the screen is."""

_SELECTED = Qt.FocusReason.TabFocusReason
"""Coming so, Qt selects the number of a field: what is typed at once replaces it, as in the tables."""


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

    def go_to(self, place: Place, *, is_total: bool = False) -> None:
        """Show a place of this page; ``is_total`` asks for the total of paper (核对合计) where one is shown."""
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

    What stands on it is made when it is first needed: to be shown, jumped to or asked for.

    Attributes:
        table: What the form says of its table; None where it has none.

    Signals:
        made: What stands on it was made.
        current_cell_changed: Code of the current cell of the table.
        table_done: One sentence about something that was done to the table or a text.
        find_wanted: Words are to be found in the texts.
        last_year_wanted: Last year's texts and numbers are to be shown with the new ones, or not any more.
    """

    made = Signal()
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
        self._made: SectionParts | None = None
        self._is_beside = False
        self._active: TextBlock | None = None
        self._last: TextBlock

    # ------------------------------------------------------------ what stands on it

    @property
    def is_made(self) -> bool:
        """Whether what stands on it is there already."""
        return self._made is not None

    @property
    def _parts(self) -> SectionParts:
        """What stands on it, made at the first call."""
        return self._made or self._make()

    def _make(self) -> SectionParts:
        self._made = parts = SectionParts(self._session, self._section, self.heading, self)
        layout = QVBoxLayout(self)
        layout.addWidget(parts)
        _put_into_tab_order(parts, parts.fees or next(iter(parts.blocks.values())), behind=self)
        if parts.tabs is not None:
            parts.tabs.matrix.current_changed.connect(self.current_cell_changed)
            parts.tabs.matrix.done.connect(self.table_done)
        for block in parts.blocks.values():
            block.done.connect(self.table_done)
            block.find_wanted.connect(self.find_wanted)
            block.last_year_wanted.connect(self.last_year_wanted)
        self._begin_anew()
        self._session.replaced.connect(self._begin_anew)
        self._session.replaced.connect(self._limit_width)
        self.made.emit()
        return parts

    @property
    def fees(self) -> FeeFields | None:
        """The numbers on 信息处理费; None but in section six. All on the page is made at the first call."""
        return self._parts.fees

    @property
    def blocks(self) -> dict[str, TextBlock]:
        """The texts by their codes. All on the page is made at the first call."""
        return self._parts.blocks

    @property
    def tabs(self) -> TablePart | None:
        """The table with the texts around it; None where there is none. All on the page is made at the first call."""
        return self._parts.tabs

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
        column = self._parts.column
        return 0 if column is None else max(block.least_width for block in self.blocks.values()) - column.room

    def show_last_year(self, *, is_wanted: bool) -> None:
        """Show last year's numbers in the cells and its texts beside the new ones, or hide them."""
        self._is_beside = is_wanted
        if not self.is_made:  # who is told of ``made`` asks again
            return
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

    @override
    def follow_findings(self) -> None:
        for block in self.blocks.values():
            block.follow()
        self._parts.show_repetition()

    def follow_prints(self, codes: frozenset[str]) -> None:
        """Show the values that linked numbers in these texts have now."""
        for code, block in self.blocks.items() if self.is_made else ():
            if code in codes:
                block.editor.show_values()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._limit_width()

    def _limit_width(self) -> None:
        column = self.layout()
        if column is None:  # nothing stands on it yet
            return
        has_table = self.table is not None
        left, top, right, bottom = _MARGINS if has_table else (*_MARGINS[:3], _BELOW_TEXT)
        is_beside = self._is_beside and self._session.last_year is not None
        longest = _WIDEST_TABLE if is_beside or has_table else _LONGEST_LINE
        beyond = self.width() - self.fontMetrics().horizontalAdvance("字") * longest - left
        column.setContentsMargins(left, top, max(right, beyond), bottom)

    @override
    def initializePage(self) -> None:
        """Make what stands on the page, where it is about to be shown for the first time."""
        if not self.is_made:
            self._make()

    @override
    def go_to(self, place: Place, *, is_total: bool = False) -> None:
        code = place.text
        if code in self.blocks:
            if self.tabs is not None:
                self.tabs.setCurrentIndex(self.tabs.place_of_texts)
            self.blocks[code].editor.show_place(place)
        elif self.fees is not None and code in self.fees.fields:
            self.fees.fields[code].setFocus(_SELECTED)
        elif self.tabs is not None and not (is_total and self.tabs.go_to_control(code)):
            self.tabs.setCurrentIndex(TABLE)
            self.tabs.matrix.go_to(code)

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
            next(iter(self.fees.fields.values())).setFocus(_SELECTED)
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


def _put_into_tab_order(parts: QWidget, first: QWidget, *, behind: QWidget) -> None:
    """Have Tab come to what was just made where its page is, not behind all that was made before.

    Qt moves a widget together with all that was made in it, if the focus passes on from it to something in it, here to
    ``first``, and if Tab leads to it. Walking by nextInFocusChain is no way: PySide then takes each widget for a child
    of the one before, and it dies with that.
    """
    for widget in (behind, parts):
        widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    parts.setFocusProxy(first)
    QWidget.setTabOrder(behind, parts)
    parts.setFocusProxy(None)  # type: ignore[arg-type]  # wrong in the stubs: the focus passes on no more
    for widget in (behind, parts):
        widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
