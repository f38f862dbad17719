"""The wizard: every page of the report in order, with the list of sections at its side."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget, QWizard
from typing_extensions import override

from core.checks.findings import Finding
from gui.pages.meta_page import MetaPage
from gui.pages.next_place import landing
from gui.pages.pasted_tables import PastedTables
from gui.pages.review_page import ReviewPage
from gui.pages.section_list import SectionList
from gui.pages.section_pages import FormPage, SectionPage
from gui.report.session import ReportSession

_AROUND_TABLE = 60
"""Pixels beside a table: margins, handles and its scroll bar."""


class _ToldPages(QObject):
    """Tells the pages what changed in the report: a slot for each of them would cost every key in a table."""

    def __init__(self, session: ReportSession, wizard: ReportWizard) -> None:
        super().__init__(wizard)
        self._wizard = wizard
        session.findings_changed.connect(self._tell_findings)
        session.prints_changed.connect(self._tell_prints)

    def _tell_findings(self) -> None:
        page = self._wizard.current
        if page.isVisible():  # the others read them again when they are shown
            page.follow_findings()

    def _tell_prints(self, codes: frozenset[str]) -> None:
        for page in self._wizard.section_pages:
            page.follow_prints(codes)


class ReportWizard(QWizard):
    """The pages 基本信息, the six sections and 检查与生成; leaving one unfinished is always allowed.

    Attributes:
        zoom: Size of the print of the tables, 1.0 for that of the window; set before any is made.

    Signals:
        zoom_changed: The new size of the print of the tables.
        page_made: What stands on the page of a section was made: when it was first needed.
        page_shown: Key of the page that is shown now.
        cell_shown: Code of the current cell of a table.
        table_done: One sentence about something that was done to a table or a text.
        find_wanted: Words are to be found in the texts.
        last_year_wanted: Last year's numbers and texts are to be shown with the new ones, or not any more.
    """

    zoom = 1.0
    zoom_changed = Signal(float)
    page_made = Signal(SectionPage)
    page_shown = Signal(str)
    cell_shown = Signal(str)
    table_done = Signal(str)
    find_wanted = Signal()
    last_year_wanted = Signal(bool)

    def __init__(self, session: ReportSession, parent: QWidget | None = None) -> None:
        super().__init__()
        if parent is not None:
            self.setParent(parent)  # a dialog made inside another widget would be a window of its own
        self._session = session
        self.setAccessibleName("填报向导")
        self.setWizardStyle(QWizard.WizardStyle.ModernStyle)
        option = QWizard.WizardOption
        # IndependentPages: Back must not wipe fields; NoDefaultButton: Return in a cell must not turn the page
        self.setOptions(option.IndependentPages | option.NoDefaultButton | option.NoCancelButton)
        # No buttons of its own: a row of the window goes to the table instead, and its own history holds no way back
        # after a jump. 上一步 and 下一步 stand in the status bar
        self.setButtonLayout([])
        self.pages: dict[str, FormPage] = {}
        self.meta = meta = MetaPage(session, self)
        self._add(meta)
        inside = meta.parentWidget()
        assert inside is not None
        for section in session.form.sections.values():
            section_page = SectionPage(session, section, inside)
            section_page.current_cell_changed.connect(self.cell_shown)
            section_page.table_done.connect(self.table_done)
            section_page.find_wanted.connect(self.find_wanted)
            section_page.last_year_wanted.connect(self.last_year_wanted)
            section_page.made.connect(partial(self._complete, section_page))
            self._add(section_page)
        self._pasted = PastedTables(session, self.section_pages, self.show_page)
        self.page_made.connect(self._pasted.watch)
        self.review = ReviewPage(session, inside)
        self._add(self.review)
        self.sections = SectionList(session, self)
        self.sections.page_wanted.connect(self.show_page)
        self.setSideWidget(self.sections)
        self.currentIdChanged.connect(self._page_changed)
        self._told = _ToldPages(session, self)
        self.restart()

    def _add(self, page: FormPage) -> None:
        """Put a page behind the others, into the frame that holds them all."""
        self.setPage(len(self.pages), page)
        self.pages[page.key] = page

    @property
    def current(self) -> FormPage:
        """The page that is shown."""
        return self.pages[list(self.pages)[max(0, self.currentId())]]

    @property
    def current_cell(self) -> str:
        """Code of the cell where the clerk is; "" where the page that is shown has no table."""
        matrix = self.current.matrix
        return matrix.current if matrix is not None else ""

    def show_page(self, key: str) -> None:
        """Show the page with this key."""
        self.commit_pending()
        number = list(self.pages).index(key)
        if number != self.currentId():
            # WORKAROUND: setCurrentId takes a page off the wizard's history at each step back, also where jumps have
            # left nothing to take, and the program dies at the step after; begun anew, the history is this one page
            self.setStartId(number)
            self.restart()

    def turn(self, step: int) -> None:
        """Show the next page (1) or the one before (-1); stay where there is none."""
        keys = list(self.pages)
        self.show_page(keys[min(max(self.currentId() + step, 0), len(keys) - 1)])

    def switch_part(self) -> None:
        """Go from the table of the page to its texts, or back."""
        self.current.switch_part()

    @property
    def section_pages(self) -> list[SectionPage]:
        """The pages of the sections."""
        return [page for page in self.pages.values() if isinstance(page, SectionPage)]

    def show_controls(self, *, is_wanted: bool) -> None:
        """Show or hide the pages on which the totals of a paper table are typed."""
        for page in self.section_pages:
            if page.is_made and page.tabs is not None:
                page.tabs.show_controls(is_wanted=is_wanted)

    def show_last_year(self, *, is_wanted: bool) -> None:
        """Show last year's numbers in the cells and its texts beside the new ones, or hide them."""
        for page in self.section_pages:
            page.show_last_year(is_wanted=is_wanted)

    def least_width(self) -> int:
        """Return the pixels that the widest table needs with the list of sections beside it."""
        return max(self._width_with(page) for page in self.section_pages if page.table is not None)

    def least_width_here(self) -> int:
        """Return the pixels that the table of the page that is shown needs so; 0 where it has none."""
        page = self.current
        return self._width_with(page) if isinstance(page, SectionPage) and page.table is not None else 0

    def _width_with(self, page: SectionPage) -> int:
        return self.sections.minimumWidth() + page.least_width(self.zoom) + _AROUND_TABLE

    def _complete(self, page: SectionPage) -> None:
        """Let a page that was just made have the print of the others, and tell of it."""
        if page.matrix is not None:
            page.matrix.zoom = self.zoom
            page.matrix.zoom_changed.connect(self._zoom_all)
        self.page_made.emit(page)

    def _zoom_all(self, zoom: float) -> None:
        if zoom != self.zoom:
            self.zoom = zoom
            for page in self.section_pages:
                if page.is_made and page.matrix is not None:
                    page.matrix.zoom = zoom
            self.zoom_changed.emit(zoom)

    def show_finding(self, finding: Finding) -> None:
        """Show the page to which the finding leads, and its place there; stay where it names none."""
        place = landing(self._session, finding)
        key = self._page_of(place.text)
        if key:
            self.show_page(key)
            self.pages[key].go_to(place, is_total=bool(self._session.facts.wrong_totals(finding)))

    def show_control(self, code: str) -> bool:
        """Show a total of paper; return whether these are shown."""
        for page in self.section_pages:
            if code in self._session.form.pages[page.key] and page.tabs is not None and page.tabs.has_control(code):
                self.show_page(page.key)
                return page.tabs.go_to_control(code)
        return False

    def commit_pending(self) -> None:
        """Take over what an input method has not committed yet on the current page."""
        if self.currentId() >= 0:
            self.current.commit_pending()

    def _page_of(self, code: str) -> str:
        """Return the key of the page that shows a cell, a text or a line of the metadata; "" for none."""
        form = self._session.form
        return "meta" if code in form.meta else next((key for key, codes in form.pages.items() if code in codes), "")

    def _page_changed(self, number: int) -> None:
        if number < 0:
            return
        self._session.close_edit()
        page = self.current
        self.sections.show_current(page.key)
        self._fit_page()
        page.focus_first()
        self.page_shown.emit(page.key)

    def _fit_page(self) -> None:
        """Be as wide as the page that is shown needs, at least.

        Qt takes the width that the page before it needed: with the panel, which may come back beside this one, the
        window would grow beyond its screen.
        """
        inside, least = self.current.parentWidget(), 0
        while inside is not None and inside is not self:
            layout = inside.layout()
            if layout is not None:
                layout.activate()
                least = layout.minimumSize().width()
            inside = inside.parentWidget()
        self.setMinimumWidth(least)  # that of the outermost, which holds the list of sections as well

    def _close_up(self) -> None:
        """Take away the room that Qt keeps for the row of its buttons."""
        rows: list[QHBoxLayout] = list(self.findChildren(QHBoxLayout))
        for layout in rows:
            if isinstance(layout.parent(), QGridLayout) and not layout.count():
                layout.setContentsMargins(0, 0, 0, 0)

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (event.Type.LayoutRequest, event.Type.StyleChange, event.Type.Polish):
            self._close_up()  # Qt lays the rows out anew where its style changed
            if self.currentId() >= 0:
                self._fit_page()
        return done

    @override
    def accept(self) -> None:
        """Stay: Finish would hide an embedded wizard."""

    @override
    def reject(self) -> None:
        """Stay: Esc would hide an embedded wizard."""
