"""The main window: its menus, toolbar and status bar around the start page and the open report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6 import QtCore
from PySide6.QtCore import QEvent
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from core import NAME
from core.base.errors import ReportError, reading_failed
from core.base.overriding import override
from core.checks import findings
from core.office.deadline import deadline_line
from gui import dialogs
from gui.commands import (
    all_commands,
    dropped_files,
    lock_line,
    menus,
    opened_outside,
    said_words,
    toolbar,
    turn_buttons,
)
from gui.commands.menu_entries import MENUS
from gui.look.plain_text import PlainLabel
from gui.look.settings import SettingsStore
from gui.pages import wizard as pages_wizard
from gui.pages import work_area
from gui.pages.start_page import StartPage
from gui.report import autosaving, draft_file
from gui.report import session as report_session

_FAREWELL_MS = 3000
_BESIDE_NOTE = 8
"""Pixels on both sides of each note in the status bar, or two of them would read as one."""


class MainWindow(QMainWindow):
    """Holds the start page and the open report, and is the host of all commands."""

    session: report_session.ReportSession
    draft: draft_file.DraftFile
    autosave: autosaving.Autosave
    files: dialogs.chosen_files.ChosenFiles
    work: work_area.WorkArea
    commands: all_commands.AllCommands

    def __init__(self, clock: report_session.Clock, settings: SettingsStore) -> None:
        """Show the start page; everything else follows in ``complete``, once there is something to look at."""
        super().__init__()
        self.widget: QWidget = self
        self.settings = settings
        self._clock = clock
        self._is_complete = False
        self._due_of: tuple[object, ...] = ()
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self.start = StartPage(clock().date(), settings, self._stack)
        self._stack.addWidget(self.start)
        self.setWindowTitle(NAME)
        self.menuBar().setAccessibleName("菜单")
        self.top_menus = {title: self.menuBar().addMenu(title) for title in MENUS}
        self.statusBar().setSizeGripEnabled(False)  # the buttons end where all else does
        self.start.unit.setFocus()

    def complete(
        self, session: report_session.ReportSession, draft: draft_file.DraftFile, autosave: autosaving.Autosave
    ) -> None:
        """Add what the start page does not need: the pages, the panels, the commands."""
        self.session = session
        self.draft = draft
        self.autosave = autosave
        self.files = dialogs.chosen_files.ChosenFiles(self.settings, draft, self)
        self.work = work_area.WorkArea(session, self.settings, self._stack)
        self.commands = all_commands.AllCommands(
            session,
            draft,
            autosave,
            self._clock,
            self,
            start=self.start,
            work=self.work,
            in_menus=lambda: self.menus.commands(),
        )
        self._build()
        self._connect()
        self._is_complete = True
        self.show_start()

    # ------------------------------------------------------------ building

    def _build(self) -> None:
        self._stack.addWidget(self.work)
        self._said = said_words.SaidWords(self.statusBar(), self.session)
        self.setContextMenuPolicy(QtCore.Qt.ContextMenuPolicy.NoContextMenu)  # Qt's own only hides the toolbar
        self.menus = menus.Menus(self.commands, self.top_menus, self.session)
        self.work.use_actions(self.menus.actions)
        self.toolbar = toolbar.Toolbar()
        self.addToolBar(self.toolbar)
        self.toolbar.fill(self.menus.actions)
        self._days_left = PlainLabel(objectName="hint")
        self._days_left.setAccessibleName("最近的期限")
        self.turns = turn_buttons.TurnButtons(self.menus.actions["previous_page"], self.menus.actions["next_page"])
        self._locked = lock_line.LockLine(self.session, self.draft)
        beside = (
            self._locked,
            self.commands.sources.wanted,
            self.commands.unsaved.kept_label,
            self.commands.saving.copy_wanted,
            self._days_left,
            self.turns,
        )
        for label in (self._locked, self.commands.unsaved.kept_label, self._days_left):
            label.setContentsMargins(_BESIDE_NOTE, 0, _BESIDE_NOTE, 0)
        for widget in beside:
            self.statusBar().addPermanentWidget(widget)
        self._said.make_room_of((self._days_left, self.commands.unsaved.kept_label, self._locked), beside)

    def _connect(self) -> None:
        opening = self.commands.opening
        self._dropped = dropped_files.DroppedFiles(self, self.session, self.draft, opening, self.commands.run, self)
        self.start.new_wanted.connect(opening.begin)
        opening.begun.connect(lambda: self.wizard.meta.note_choice("meta.unit_type", self.start.type_chosen_for))
        self.start.open_wanted.connect(opening.ask_and_open)
        self.start.recent_wanted.connect(opening.open)
        self.start.sample_wanted.connect(opening.open_sample)
        self.start.from_last_year_wanted.connect(self.menus.actions["new_from_last_year"].trigger)
        self.start.from_register_wanted.connect(self._begin_with_register)
        self.start.collection_wanted.connect(self.menus.actions["collection"].trigger)
        opening.closed.connect(self.show_start)
        self.toolbar.findings_wanted.connect(self.work.show_findings)
        self.work.listed.connect(lambda is_in_view: self.toolbar.offer_findings(is_wanted=not is_in_view))
        self.work.turned.connect(self.turns.show_place)
        self.work.turned.connect(lambda: self._said.end())
        self.work.said.connect(lambda sentence: self.say(sentence, 10000))
        self.session.findings_changed.connect(self._show_verdict)
        self.session.locked_changed.connect(self._show_verdict)
        self.session.replaced.connect(self.show_work)
        self.draft.changed.connect(self._show_title)
        self.session.text_changed.connect(lambda code: self._show_title() if code.startswith("meta.") else None)
        self.draft.saved.connect(lambda _saved: self.settings.remember_unit(self.session.report))
        self.settings.local_changed.connect(lambda: self.session.set_local_rules(self.settings.local))
        self.commands.unsaved.is_kept_changed.connect(lambda: self._said.fit())
        self.settings.changed.connect(self._show_days_left)
        self.session.findings_changed.connect(self._show_days_left)
        self.draft.changed.connect(self._show_days_left)

    # ------------------------------------------------------------ what is shown

    @property
    def wizard(self) -> pages_wizard.ReportWizard:
        """The pages of the open report."""
        return self.work.wizard

    def show_start(self) -> None:
        """Show the start page."""
        is_typing = self.start.isVisible() and self.start.unit.hasFocus()
        self.statusBar().clearMessage()  # it was about a report that is left
        self.start.refresh(self._clock().date())
        self._stack.setCurrentWidget(self.start)
        self.toolbar.hide()
        self.turns.hide()
        self.commands.sources.wanted.hide()
        self._show_title()
        self.start.unit.setFocus()
        if not is_typing:
            self.start.unit.selectAll()  # what is typed now is another name, not the rest of this one

    def show_work(self) -> None:
        """Show the wizard on its first page."""
        self.statusBar().clearMessage()  # it was about another report
        self._stack.setCurrentWidget(self.work)
        self.toolbar.show()
        self.turns.show()
        self.work.show_first_page()
        self._show_verdict()
        self._show_title()

    def _begin_with_register(self, unit: str, unit_type: str, year: int) -> None:
        """Begin a report and have its table 三 counted from a register."""
        self.start.new_wanted.emit(unit, unit_type, year)
        if self.draft.is_open:
            self.menus.actions["import_register"].trigger()

    def _show_verdict(self) -> None:
        self.toolbar.show_verdict(self.wizard.review.verdict)

    def _show_title(self) -> None:
        if not self.draft.is_open:
            self.setWindowTitle(NAME)
        else:
            self.setWindowTitle(f"{self.draft.name}[*] － {NAME}")
        self.setWindowModified(not self.draft.is_saved)

    def _show_days_left(self) -> None:
        report, days, today = self.session.report, self.settings.values.deadlines, self._clock().date()
        about = self.draft.is_open, report.meta, report.status, report.rounds, days, today
        if about == self._due_of:  # as at each key in a table
            return
        self._due_of = about
        line = deadline_line(report, days, today) if self.draft.is_open else ""
        if self._days_left.text() != line:
            self._days_left.setText(line)
            self._said.fit()

    def restore_place(self) -> bool:
        """Put the window where it was last time; return whether that is known."""
        kept = self.settings.values.geometry
        return bool(kept) and self.restoreGeometry(QtCore.QByteArray.fromHex(kept.encode("ascii", "ignore")))

    def open_path(self, path: Path) -> None:
        """Take what the program is started with as if it were dropped: a draft is opened, of others is asked."""
        with self.start.sign.opening():
            found = dialogs.ask_places(self, [path])[path]
            if found.error is not None:
                dialogs.show_error(self, reading_failed(found.error, path))
            else:
                self.run(lambda: self._dropped.take([path]))

    def open_sample(self) -> None:
        """Open the shipped sample."""
        self.commands.opening.open_sample()

    def recover(self) -> bool:
        """Offer what was not saved when the program ended badly; return whether something was restored."""
        restored: list[bool] = []
        return self.run(lambda: restored.append(self.commands.unsaved.offer_recovery())) and restored[0]

    # ------------------------------------------------------------ the host of the commands

    def run(self, work: Callable[[], object], *, keeps_edit: bool = False) -> bool:
        """Do something that may fail for a reason the clerk can mend; say so where it does."""
        if not keeps_edit:
            self.wizard.commit_pending()
        self._said.end()
        try:
            work()
        except draft_file.ReadOnlyDraftError as error:
            self.commands.saving.offer_copy(error)
            return False
        except ReportError as error:
            dialogs.show_error(self, error)
            return False
        return True

    def say(self, sentence: str, milliseconds: int = 8000) -> None:
        """Say something in the status bar until the next thing is done, so long at most; 0: until the next sentence."""
        self._said.say(sentence, milliseconds)

    def show_page(self, key: str) -> None:
        """Show a page of the open report."""
        self.wizard.show_page(key)

    def show_finding(self, finding: findings.Finding) -> None:
        """Show the place of a finding, and choose it in the list beside it."""
        self.work.show_finding(finding)

    def show_remarks(self) -> None:
        """Show the remarks of the last return, the first open one chosen."""
        self.work.show_remarks()

    def may_leave(self) -> bool:
        """Ask about unsaved changes; return whether the open report may be left."""
        self.wizard.commit_pending()
        return self.commands.saving.may_leave()

    def save(self, done: str = "") -> bool:
        """Save the draft and wait until it is written; return whether it is. ``done``: what would be noted in it."""
        self.wizard.commit_pending()
        return self.commands.saving.save(done)

    def open_outside(self, path: Path) -> None:
        """Open a file or folder with the program that the PC has for it; say so where it has none, or it fails."""
        opened_outside.open_outside(self, path)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved changes first; of a report that was opened from 汇总审核, leave nothing but that report."""
        if self.commands.collection.go_back():
            event.ignore()
        elif self.may_leave():
            self.settings.note(geometry=bytes(self.saveGeometry().toHex().data()).decode("ascii"))
            self.draft.close()
            self.commands.collection.close()
            # Until its lock is given back; not for ever, since its place may have stopped answering
            dialogs.wait_for(self, lambda: "正在关闭……", self.draft.wait, longest_ms=_FAREWELL_MS)
            self.autosave.close()
            event.accept()
        else:
            event.ignore()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Look whether another program changed the draft when the window is come back to."""
        super().changeEvent(event)
        if self._is_complete and event.type() == event.Type.ActivationChange and self.isActiveWindow():
            self.commands.saving.disk.look()
