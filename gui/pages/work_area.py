"""What is shown of the open report: the wizard, and beside it the findings and the help of its page."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QWidget
from shiboken6 import delete
from typing_extensions import override

from core.checks.findings import Finding, Place
from core.office.collection import sum_parts
from core.office.review import ToDo
from core.report.change import Change
from core.report.step_words import step_place, step_words
from gui.look.settings import SettingsStore
from gui.matrix.delegate import CellEditor
from gui.matrix.grid import MatrixGrid
from gui.pages import live_page, live_places
from gui.pages.remark_answer import page_of, place_of
from gui.pages.section_pages import SectionPage
from gui.pages.side_panel import SidePanel
from gui.pages.side_strip import SideStrip
from gui.pages.wizard import ReportWizard
from gui.report.session import ReportSession

_NARROW = 1100
"""Pixels of a window in which the findings leave the tables too little room, as at 150 % on a small screen."""

SIDE_WIDTH = 300
"""Pixels that the findings take."""


class WorkArea(QSplitter):
    """Keeps wizard, findings and help together.

    Attributes:
        wizard: The pages of the form that holds now; another form has other pages.
        findings: The findings beside the pages.
        help: The help below the findings.
        strip: What stands in their place while they are folded.
        live: The report as it will be printed, beside the work or in its own window.
        lay_out: Lays the report out for print.

    Signals:
        said: One sentence about something that was done to a table or a text.
        listed: Whether a list of findings is in view now.
        turned: Place of the page that is shown now, and how many there are.
    """

    lay_out: live_page.LayOut

    said = Signal(str)
    listed = Signal(bool)
    turned = Signal(int, int)

    def __init__(self, session: ReportSession, settings: SettingsStore, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._actions: Mapping[str, QAction] = {}
        # What is made inside a splitter is added to it, from left to right
        self.wizard = ReportWizard(session, self)
        self._side = SidePanel(session, self)
        self.findings, self.help = self._side.findings, self._side.help
        self.findings.jump_wanted.connect(self.show_finding)
        self.strip = SideStrip(session, self)
        self.strip.wanted.connect(self._open_side)
        self.live = live_places.LivePlaces(
            self,
            session,
            settings,
            lambda printer: self.lay_out(printer),
            lambda: self.wizard.least_width() + self.strip.width() + self.count() * self.handleWidth(),
        )
        self.live.closed.connect(lambda: self._actions["live_page"].setChecked(False))
        self.live.moved.connect(self._show_side)
        self.setStretchFactor(0, 1)
        self.setChildrenCollapsible(False)  # what is 0 pixels wide would come back so when it is shown again
        self.setSizes([1050, SIDE_WIDTH, 0])
        self._side_width = SIDE_WIDTH
        self._opened_on = ""
        self._fitting = QTimer(self, singleShot=True, interval=0)  # once the tables know another print
        self._fitting.timeout.connect(self._show_side)
        self._giving = QTimer(self, singleShot=True, interval=0)  # once the page is laid out
        self._giving.timeout.connect(self._give_room)
        session.form_changed.connect(self._show_other_form)
        self._has_controls = False
        session.replaced.connect(lambda: self._follow_controls(is_other=True))
        session.steps_changed.connect(self._follow_controls)
        session.stepped.connect(self._show_step)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    def use_actions(self, actions: Mapping[str, QAction]) -> None:
        """Offer commands, by their ids, on the pages as well."""
        self._actions = actions
        self.findings.details.compare_wanted.connect(actions["compare_last_year"].trigger)
        self._connect_wizard()

    def _connect_wizard(self) -> None:
        wizard = self.wizard
        wizard.review.use_actions(self._actions)
        wizard.review.jump_wanted.connect(self.show_finding)
        wizard.review.findings.details.compare_wanted.connect(self._actions["compare_last_year"].trigger)
        wizard.page_shown.connect(self._page_shown)
        wizard.cell_shown.connect(self._cell_shown)
        wizard.table_done.connect(self.said)
        wizard.find_wanted.connect(self._actions["find"].trigger)
        wizard.last_year_wanted.connect(lambda _is_wanted: self._actions["last_year"].trigger())
        self._actions["live_page"].setChecked(self._settings.values.live_page)
        self._actions["last_year"].setChecked(self._settings.values.last_year)
        wizard.zoom = self._settings.values.zoom
        wizard.zoom_changed.connect(lambda zoom: self._settings.note(zoom=zoom))
        wizard.page_made.connect(self._complete_page)

    def _complete_page(self, page: SectionPage) -> None:
        """Let a page that was just made show what the clerk wants to see, and do what it offers."""
        page.show_last_year(is_wanted=self._actions["last_year"].isChecked())
        if page.tabs is None:
            return
        page.tabs.menu.addAction(self._actions["last_year"])
        page.tabs.show_controls(is_wanted=self._actions["controls"].isChecked())
        if page.tabs.controls is not None:
            page.tabs.controls.current_changed.connect(self.help.show_cell)
            page.tabs.controls.current_changed.connect(self.findings.follow)
        page.tabs.matrix.cases_wanted.connect(self._show_origin)

    def _show_origin(self) -> None:
        """List what the current number comes from: units in a summed report, else cases of the register."""
        is_sum = sum_parts.STATUS in self._session.report.status
        self._actions["sum_parts" if is_sum else "register_cases"].trigger()

    def _show_other_form(self) -> None:
        """Make the pages of another format; those of the former one go at once: no code of theirs fits."""
        former = self.wizard
        self.wizard = ReportWizard(self._session)
        self.replaceWidget(0, self.wizard)
        delete(former)
        self._connect_wizard()
        self.wizard.show()

    def show_controls(self, *, is_wanted: bool) -> None:
        """Show the pages on which the totals of a paper table are typed, or hide them."""
        self._actions["controls"].setChecked(is_wanted)
        self.wizard.show_controls(is_wanted=is_wanted)

    def _follow_controls(self, *, is_other: bool = False) -> None:
        """Show the totals of paper once a report has some; they stay until the clerk hides them or opens another."""
        had, self._has_controls = self._has_controls and not is_other, bool(self._session.report.controls)
        if is_other or (self._has_controls and not had):
            self.show_controls(is_wanted=self._has_controls)

    def show_first_page(self) -> None:
        """Show the first page and begin in its first empty field."""
        self.wizard.show_page("meta")
        self._page_shown("meta")  # the wizard is silent where it stands there already
        self.wizard.current.focus_first()

    def show_findings(self) -> None:
        """Show all findings on the last page."""
        self.wizard.show_page("review")
        self.wizard.review.tabs.setCurrentIndex(0)

    def show_finding(self, what: Finding | ToDo) -> None:
        """Show the place of a finding or a remark, and choose it in the list beside it.

        Where only the page of a remark is certain, the focus stays with the remark: who types at once must not write
        over a number that nobody spoke of.
        """
        finding = place_of(self._session.report, what) if isinstance(what, ToDo) else what
        if finding is None:
            assert isinstance(what, ToDo)
            self.show_remarks(what)
            return
        if self._session.facts.wrong_totals(finding):  # they may be hidden
            self.show_controls(is_wanted=True)
        self.wizard.show_finding(finding)
        self.findings.lead_to(finding)

    def show_last_year(self, *, is_wanted: bool) -> None:
        """Show last year's numbers and texts with the new ones from now on, or hide them."""
        self._settings.note(last_year=is_wanted)
        self.wizard.show_last_year(is_wanted=is_wanted)

    def _show_step(self, change: Change, done: str) -> None:
        """Show what was undone or redone where it stands, and name it: it may be on another page."""
        form = self._session.form
        place = step_place(form, change)
        is_paper = place is not None and place.code in change.controls and place.code not in change.cells
        if place is not None and not (is_paper and self.wizard.show_control(place.code)):
            places = (Place(place.code, place.end, place.end),) if place.code in form.texts else ()
            self.wizard.show_finding(Finding("", "hint", "", () if places else (place.code,), places))
        words = step_words(form, change)
        self.said.emit(f"{done}：{words}" if words else done)  # last: to turn the page ends what was said before

    def show_remarks(self, wanted: ToDo | None = None) -> None:
        """Choose a remark beside its page, or the page that is shown; on the last page where nothing is beside it.

        None for the first open one.
        """
        if wanted is not None and (page := page_of(self._session.report, wanted)):
            self.wizard.show_page(page)
        if self.is_folded:
            self.fold(is_folded=False)
        if self._side.isHidden():
            self.show_findings()
            self.wizard.review.findings.choose_remark(wanted)
        else:
            self.findings.choose_remark(wanted)

    def remark_in_hand(self) -> ToDo | None:
        """Return the remark on which the clerk is in the list of findings; None elsewhere."""
        focus = QApplication.focusWidget()
        panels = (self.findings, self.wizard.review.findings)
        chosen = next((panel.chosen() for panel in panels if focus and panel.isAncestorOf(focus)), None)
        return chosen if isinstance(chosen, ToDo) else None

    def _page_shown(self, key: str) -> None:
        if key != self._opened_on:
            self._opened_on = ""
        self._show_side()
        form = self._session.form
        if key != "review":
            self.findings.turn_to(form.meta if key == "meta" else form.pages[key])
        self.turned.emit(list(self.wizard.pages).index(key), len(self.wizard.pages))
        self.help.show_page(key, self.wizard.current_cell)

    @property
    def is_folded(self) -> bool:
        """Whether findings and help are folded to a strip.

        Until the clerk says other, they are in a narrow window, and where a table would lose columns beside them; and
        while the printed report takes their place. Who says other in a wide window does not mean the table of a narrow
        one: there they are opened for the page on which the clerk is.
        """
        if self.live.takes_side:
            return True
        chosen = self._settings.values.panel
        if chosen == "folded":
            return True
        side = max(SIDE_WIDTH, self._side.minimumSizeHint().width())
        if chosen:
            is_opened_here = self._opened_on == self.wizard.current.key
            return not is_opened_here and self.width() < self.wizard.least_width_here() + side
        return self.width() < max(_NARROW, self.wizard.least_width() + side)

    def fold(self, *, is_folded: bool) -> None:
        """Fold findings and help to a strip, or show them again, also in place of the printed report."""
        if not is_folded and self.live.takes_side:
            self.live.ask(is_wanted=False)
            self._actions["live_page"].setChecked(False)
        self._settings.note(panel="folded" if is_folded else "open")
        self._opened_on = "" if is_folded else self.wizard.current.key
        had_focus = self._side.isAncestorOf(QApplication.focusWidget() or self)
        self._show_side()
        if is_folded and had_focus:  # what had it is hidden
            self.wizard.current.focus_first()

    def _open_side(self) -> None:
        """Show findings and help in place of the strip; who came to its button by keys goes on in the list."""
        had_focus = self.strip.open.hasFocus()
        self.fold(is_folded=False)
        if had_focus:
            self.findings.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_side(self) -> None:
        is_beside = self.wizard.current is not self.wizard.review
        was_shown, is_shown = not self._side.isHidden(), is_beside and not self.is_folded
        if self._side.isVisible() and not is_shown:  # behind the start page it never had a width
            self._side_width = self._side.width()
        self._side.setVisible(is_shown)
        self.strip.setVisible(is_beside and self.is_folded)
        self.strip.refresh()
        self.listed.emit(is_shown or not is_beside)
        section = self._session.form.sections.get(self.wizard.current.key)
        self.live.follow(section.title if section else "", is_beside=is_beside)
        if is_shown and not was_shown:
            _make_second(self, self._side_width)  # the splitter has given it away meanwhile
        self._giving.start()

    def _give_room(self) -> None:
        """Leave the texts of the page as much as they need: nobody scrolls sideways to write."""
        page = self.wizard.current
        lacking = page.lacking_width if isinstance(page, SectionPage) and self._side.isVisible() else 0
        if lacking > 0:
            _make_second(self, self._side.width() - lacking)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_side()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fitting.start()

    def _cell_shown(self, code: str) -> None:
        """Explain a cell, unless it stands on a page that is not shown: a new report chooses cells on all pages."""
        matrix = self.wizard.current.matrix
        if matrix is not None and matrix.current == code:
            self.help.show_cell(code)
            self.findings.follow(code)

    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        """Tell findings and help which text, field or table the clerk is in now."""
        # The focus comes and goes with each number between a table and the editor of its cell
        is_in_table = isinstance(now, CellEditor) or (isinstance(before, CellEditor) and isinstance(now, MatrixGrid))
        if now is None or is_in_table or not self.wizard.isAncestorOf(now):
            return
        page = self.wizard.current
        if isinstance(page, SectionPage) and page.focus_moved(now):
            self._giving.start()  # the buttons of a text ask for theirs once they are shown
        code = now.code if isinstance(now, MatrixGrid) else now.objectName().removeprefix("text-")
        controls = page.tabs.controls if isinstance(page, SectionPage) and page.tabs is not None else None
        if controls is not None and controls.isAncestorOf(now):
            code = controls.current
        form = self._session.form
        if any(code in known for known in (form.cells, form.texts, form.meta)):
            self.findings.follow(code)
            cell = form.cells.get(code)
            if cell is not None and cell.table and code != self.help.code:
                self.help.show_cell(code)
            elif self.help.code and code != self.help.code:
                self.help.show_page(page.key)


def _make_second(area: QSplitter, width: int) -> None:
    """Give the second of the widgets side by side a width; the first one has what is left."""
    others = [area.widget(place) for place in range(2, area.count())]
    widths = [0 if widget.isHidden() else widget.width() for widget in others]
    handles = (area.count() - 1 - widths.count(0)) * area.handleWidth()
    area.setSizes([area.width() - handles - sum(widths) - width, width, *widths])
