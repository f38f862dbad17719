"""The main window: start page, wizard, findings, and the commands on the whole report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QMainWindow, QSplitter, QStackedWidget
from shiboken6 import delete

from core import NAME
from core.base.errors import ErrorText, ReportError
from core.base.resources import resource_path
from core.office.deadline import deadline_line
from gui import dialogs
from gui.pages.start_page import StartPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QCloseEvent
    from typing_extensions import override

    from core.checks.findings import Finding
    from gui.commands.department_actions import DepartmentActions
    from gui.commands.draft_life import DraftLife
    from gui.commands.help_actions import HelpActions
    from gui.commands.navigation import Navigation
    from gui.commands.print_actions import PrintActions
    from gui.commands.publish_actions import PublishActions
    from gui.commands.report_actions import ReportActions
    from gui.commands.source_actions import SourceActions
    from gui.commands.text_actions import TextActions
    from gui.dialogs.chosen_files import ChosenFiles
    from gui.look.settings import SettingsStore
    from gui.pages.findings_panel import FindingsPanel
    from gui.pages.help_panel import HelpStrip
    from gui.pages.wizard import ReportWizard
    from gui.report.draft_file import DraftFile
    from gui.report.draft_keeper import DraftKeeper
    from gui.report.session import Clock, ReportSession
else:

    def override(method: object) -> object:
        """Mark nothing at run time: typing_extensions is not to be imported before the first paint."""
        return method


_NOT_OPENED = ErrorText(
    "“{name}”打不开，这台电脑上可能没有能打开它的程序。", "请在文件管理器中找到它，用 WPS、Office 等程序打开。"
)
MENU_TITLES = ("文件(&F)", "编辑(&E)", "查看(&V)", "报告(&R)", "设置(&S)", "帮助(&H)")


class MainWindow(QMainWindow):
    """Holds the start page and the wizard; every command of the menus is one method here or in ReportActions."""

    session: ReportSession
    draft: DraftFile
    keeper: DraftKeeper
    files: ChosenFiles
    wizard: ReportWizard
    findings: FindingsPanel
    help: HelpStrip
    actions_on_report: ReportActions
    publishing: PublishActions
    printing: PrintActions
    sources: SourceActions
    departments: DepartmentActions
    help_actions: HelpActions
    text_actions: TextActions
    navigation: Navigation
    life: DraftLife

    def __init__(self, clock: Clock, settings: SettingsStore) -> None:
        """Show the start page; everything else follows in ``complete``, once there is something to look at."""
        super().__init__()
        self.settings = settings
        self._clock = clock
        self._is_complete = False
        self.start = StartPage(clock().date(), settings)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start)
        self.setCentralWidget(self._stack)
        self.setWindowTitle(NAME)
        self.menuBar().setAccessibleName("菜单")
        self.top_menus = {title: self.menuBar().addMenu(title) for title in MENU_TITLES}
        self.statusBar()
        self.start.unit.setFocus()

    def complete(self, session: ReportSession, draft: DraftFile, keeper: DraftKeeper) -> None:
        """Add what the start page does not need: the pages, the panels, the commands."""
        from gui.window_parts import make_parts  # deferred: the start page is painted before

        self.session = session
        self.draft = draft
        self.keeper = keeper
        make_parts(self, self._clock)
        self._build()
        self._connect()
        self._connect_wizard()
        self._is_complete = True
        self.show_start()

    # ------------------------------------------------------------ building

    def _build(self) -> None:
        from PySide6.QtCore import Qt  # deferred, all: Python enumerates the whole namespace Qt, in 11 ms

        from gui.commands.menus import Menus
        from gui.commands.toolbar import Toolbar

        side = QSplitter(Qt.Orientation.Vertical)
        side.addWidget(self.findings)
        side.addWidget(self.help)
        side.setStretchFactor(0, 1)
        side.setSizes([380, 220])
        self._side = side
        self._work = work = QSplitter()
        work.addWidget(self.wizard)
        work.addWidget(side)
        work.setStretchFactor(0, 1)
        work.setCollapsible(0, False)
        work.setSizes([1050, 300])
        self._stack.addWidget(work)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # Qt's own only hides the toolbar
        self.menus = Menus(self)
        self.toolbar = Toolbar()
        self.addToolBar(self.toolbar)
        self.toolbar.fill(self.menus.actions_by_text)
        self.toolbar.findings_wanted.connect(self.show_findings)
        self._days_left = QLabel()
        self._days_left.setObjectName("hint")
        self._days_left.setAccessibleName("报送期限")
        self.statusBar().addPermanentWidget(self._days_left)

    def show_findings(self) -> None:
        """Show all findings on the last page."""
        self.wizard.show_page("review")
        self.wizard.review.tabs.setCurrentIndex(0)

    def _connect(self) -> None:
        self.start.new_wanted.connect(self.new_report)
        self.start.open_wanted.connect(self.open_draft)
        self.start.recent_wanted.connect(self.open_path)
        self.start.sample_wanted.connect(self.open_sample)
        self.start.from_last_year_wanted.connect(lambda: self.run(self.sources.from_last_year))
        self.findings.jump_wanted.connect(self.jump)
        self.session.findings_changed.connect(self._show_verdict)
        self.session.locked_changed.connect(self._show_verdict)
        self.session.replaced.connect(self.show_work)
        self.draft.changed.connect(self._show_title)
        self.draft.saved.connect(lambda _saved: self.settings.remember_unit(self.session.report))
        self.settings.local_changed.connect(lambda: self.session.set_local_rules(self.settings.local))
        self.settings.changed.connect(self._show_days_left)
        self.session.findings_changed.connect(self._show_days_left)
        self.draft.changed.connect(self._show_days_left)
        self.session.form_changed.connect(self._show_other_form)

    def _connect_wizard(self) -> None:
        self.wizard.review.jump_wanted.connect(self.jump)
        self.wizard.review.stage_wanted.connect(lambda stage: self.run(lambda: self.actions_on_report.make(stage)))
        self.wizard.page_shown.connect(self._page_shown)
        self.wizard.cell_shown.connect(self._cell_shown)
        self.wizard.table_done.connect(lambda sentence: self.statusBar().showMessage(sentence, 10000))
        self.wizard.find_wanted.connect(self.text_actions.show_find)
        for matrix in self.wizard.matrices:
            matrix.zoom = self.settings.values.zoom
            matrix.zoom_changed.connect(self._zoom_all)

    def _show_other_form(self) -> None:
        """Make the pages of another format; those of the former one go at once: no code of theirs fits."""
        former = self.wizard
        self.wizard = type(former)(self.session)
        self._work.replaceWidget(0, self.wizard)
        delete(former)
        self._connect_wizard()
        self.wizard.show()

    # ------------------------------------------------------------ what is shown

    def show_start(self) -> None:
        """Show the start page."""
        self.start.refresh()
        self._stack.setCurrentWidget(self.start)
        self.toolbar.hide()
        self.sources.wanted.hide()
        self._show_title()
        self.start.unit.setFocus()

    def show_work(self) -> None:
        """Show the wizard on its first page."""
        self._stack.setCurrentIndex(1)
        self.toolbar.show()
        self.wizard.show_page("meta")
        self._page_shown("meta")  # the wizard is silent where it stands there already
        self.wizard.current.focus_first()
        self._show_verdict()
        self._show_title()

    def _page_shown(self, key: str) -> None:
        self._side.setVisible(key != "review")
        self.help.show_page(key)
        matrix = getattr(self.wizard.current, "matrix", None)
        if matrix is not None and matrix.current:
            self.help.show_cell(matrix.current)

    def _cell_shown(self, code: str) -> None:
        """Explain a cell, unless it stands on a page that is not shown: a new report chooses cells on all pages."""
        matrix = getattr(self.wizard.current, "matrix", None)
        if matrix is not None and matrix.current == code:
            self.help.show_cell(code)

    def jump(self, finding: Finding) -> None:
        """Show the place of a finding, and choose it in the list beside it."""
        self.wizard.show_finding(finding)
        self.findings.choose(finding)

    def _show_verdict(self) -> None:
        self.toolbar.show_verdict(self.wizard.review.verdict)

    def _show_title(self) -> None:
        if not self.draft.is_open:
            self.setWindowTitle(NAME)
        else:
            self.setWindowTitle(f"{self.draft.name}[*] － {NAME}")
        self.setWindowModified(not self.draft.is_saved)

    def _show_days_left(self) -> None:
        line = ""
        if self.draft.is_open:
            line = deadline_line(self.session.report, self._clock().date(), self.settings.values.deadline)
        if self._days_left.text() != line:
            self._days_left.setText(line)

    def _zoom_all(self, zoom: float) -> None:
        for matrix in self.wizard.matrices:
            matrix.zoom = zoom
        self.settings.note(zoom=zoom)

    def show_page(self, key: str) -> None:
        """Show a page of the open report."""
        self.wizard.show_page(key)

    def show_settings(self) -> None:
        """Ask for the settings."""
        from gui.dialogs.settings_dialog import SettingsDialog  # deferred: not needed at start

        dialog = SettingsDialog(self.settings, self.session.form, self.files, self)
        if dialogs.accepted(dialog):
            self.run(dialog.apply)

    def restore_place(self) -> bool:
        """Put the window where it was last time; return whether that is known."""
        from PySide6.QtCore import QByteArray

        kept = self.settings.values.geometry
        return bool(kept) and self.restoreGeometry(QByteArray.fromHex(kept.encode("ascii", "ignore")))

    # ------------------------------------------------------------ commands on the draft

    def run(self, work: Callable[[], object]) -> bool:
        """Do something that may fail for a reason the clerk can mend; say so where it does."""
        self.wizard.commit_pending()
        try:
            work()
        except ReportError as error:
            dialogs.show_error(self, error)
            return False
        return True

    def may_change(self) -> bool:
        """Return whether the open report takes changes; say why where it does not."""
        return self.run(self.draft.refuse_unchangeable)

    def new_report(self, unit: str, unit_type: str, year: int) -> None:
        """Begin an empty report."""
        if self.may_leave():
            self.draft.new(unit, unit_type, year, self.settings.profile_of(unit))

    def open_draft(self) -> None:
        """Ask for a draft and open it."""
        path = self.files.open("draft", "继续填写", dialogs.DRAFT_FILTER)
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open a draft."""
        if self.may_leave():
            self.run(lambda: self._open(path))

    def _open(self, path: Path) -> None:
        remarks = self.life.open(path)
        if remarks:
            lines = [f"{sheet} {cell}：{sentence}" for sheet, cell, sentence in remarks[:12]]
            more = f"\n……共{len(remarks)}处" if len(remarks) > len(lines) else ""
            dialogs.inform(self, "请核对", "草稿中有些内容没有读入：", "\n".join(lines) + more)

    def open_sample(self) -> None:
        """Open the shipped sample; saving asks for another place."""
        if self.may_leave():
            self.run(lambda: self.draft.open_copy(resource_path("samples", "示例.xlsx")))

    def recover(self) -> bool:
        """Offer what was not saved when the program ended badly; return whether something was restored."""
        restored: list[bool] = []
        return self.run(lambda: restored.append(self.life.offer_recovery())) and restored[0]

    def save(self) -> bool:
        """Save the draft and wait until it is written; ask where, the first time."""
        return self._save(waits=True)

    def save_behind(self) -> bool:
        """Save the draft while typing goes on; ask where, the first time."""
        return self._save(waits=False)

    def _save(self, *, waits: bool) -> bool:
        path = self.draft.path
        if path is None or self.draft.is_read_only:
            return self.save_as()
        return self._run_save(path, waits=waits)

    def _run_save(self, path: Path, *, waits: bool) -> bool:
        saved: list[bool] = []
        return self.run(lambda: saved.append(self.life.save(path, waits=waits))) and saved[0]

    def save_as(self) -> bool:
        """Save the draft under another name."""
        self.wizard.commit_pending()
        path = self.files.save("draft", "保存草稿", self.draft.proposal(Path()).name, dialogs.DRAFT_FILTER)
        return path is not None and self._run_save(path, waits=True)

    def close_report(self) -> None:
        """Go back to the start page."""
        if self.may_leave():
            self.draft.close()
            self.show_start()

    def may_leave(self) -> bool:
        """Ask about unsaved changes; return whether the open report may be left."""
        self.wizard.commit_pending()
        self.life.wait()
        if self.draft.is_saved:
            return True
        answer = dialogs.ask_unsaved(self, self.draft.name)
        if answer == "discard":
            return self.life.discard()
        return answer == "save" and self.save()

    def fill_zero_report(self) -> None:
        """Ask what did not occur and fill it with zeros."""
        from gui.dialogs.zero_dialog import ZeroDialog  # deferred: not needed at start

        if not self.may_change():
            return
        dialog = ZeroDialog(self.session, self)
        if dialogs.accepted(dialog):
            self._tell_filled(dialog.apply())

    def fill(self, place: int | None = None) -> None:
        """Put 0 into the blank cells of one table by its place in the form (which may change), or of all."""
        if not self.may_change():
            return
        form = self.session.form
        codes, where = form.entered, form.all_tables
        if place is not None:
            table = list(form.tables.values())[place]
            codes, where = table.cells, table.name
        self._tell_filled(self.session.fill_zeros(codes, where), f"{where}：")

    def _tell_filled(self, count: int, where: str = "") -> None:
        self.statusBar().showMessage(f"{where}已把{count}个空白格填0，可按 Ctrl+Z 撤销", 8000)

    def open_outside(self, path: Path) -> None:
        """Open a file or folder with the program that the PC has for it; say so where it has none."""
        from PySide6.QtCore import QUrl  # deferred, both: not needed at start
        from PySide6.QtGui import QDesktopServices

        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            dialogs.show_error(self, _NOT_OPENED.of(path))

    def show_folder(self, path: Path) -> None:
        """Open the folder of a file in the file manager."""
        self.open_outside(path.parent)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved changes first."""
        if self.may_leave():
            self.settings.note(geometry=bytes(self.saveGeometry().toHex().data()).decode("ascii"))
            self.draft.close()
            self.draft.wait()  # until its lock is given back
            self.keeper.close()
            event.accept()
        else:
            event.ignore()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Look whether another program changed the draft when the window is come back to."""
        super().changeEvent(event)
        if self._is_complete and event.type() == event.Type.ActivationChange and self.isActiveWindow():
            self.life.look_at_disk()
