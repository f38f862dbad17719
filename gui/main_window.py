"""The main window: start page, wizard, findings, and the commands on the whole report."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence
from PySide6.QtWidgets import (
    QLabel,
    QMainWindow,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QToolBar,
    QWidget,
)
from typing_extensions import override

from core.errors import ReportError
from core.resources import resource_path
from gui import dialogs
from gui.draft_life import DraftLife
from gui.findings_panel import FindingsPanel
from gui.help_panel import HelpStrip
from gui.print_actions import PrintActions
from gui.publish_actions import PublishActions
from gui.report_actions import ReportActions
from gui.review_page import verdict_line
from gui.source_actions import SourceActions
from gui.start_page import StartPage
from gui.wizard import ReportWizard
from gui.zero_dialog import ZeroDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent

    from core.findings import Finding
    from gui.draft_file import DraftFile
    from gui.draft_keeper import DraftKeeper
    from gui.session import Clock, ReportSession


class MainWindow(QMainWindow):
    """Holds the start page and the wizard; every command of the menus is one method here or in ReportActions."""

    def __init__(self, session: ReportSession, draft: DraftFile, keeper: DraftKeeper, clock: Clock) -> None:
        super().__init__()
        self.session = session
        self.draft = draft
        self.keeper = keeper
        self.start = StartPage(session.form, clock().date())
        self.wizard = ReportWizard(session)
        self.findings = FindingsPanel(session)
        self.help = HelpStrip(session)
        self.actions_on_report = ReportActions(session, draft, clock, self)
        self.publishing = PublishActions(session, draft, clock, self)
        self.printing = PrintActions(session, clock, self)
        self.sources = SourceActions(session, draft, self)
        self.life = DraftLife(session, draft, keeper, clock, self)
        self._build()
        self._connect()
        self.show_start()

    # ------------------------------------------------------------ building

    def _build(self) -> None:
        side = QSplitter(Qt.Orientation.Vertical)
        side.addWidget(self.findings)
        side.addWidget(self.help)
        side.setStretchFactor(0, 1)
        side.setSizes([380, 220])
        self._side = side
        work = QSplitter()
        work.addWidget(self.wizard)
        work.addWidget(side)
        work.setStretchFactor(0, 1)
        work.setCollapsible(0, False)
        work.setSizes([1050, 300])
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start)
        self._stack.addWidget(work)
        self.setCentralWidget(self._stack)
        self._bar = QToolBar("报告", movable=False)
        self._bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.addToolBar(self._bar)
        self._build_menus()
        self._verdict = QLabel()
        self._verdict.setObjectName("heading")
        self._verdict.setAccessibleName("检查结论")
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._bar.addWidget(spacer)
        self._bar.addWidget(self._verdict)
        show = QPushButton("查看问题")
        show.clicked.connect(lambda: self.wizard.show_page("review"))
        self._bar.addWidget(show)

    def _build_menus(self) -> None:
        file = self.menuBar().addMenu("文件(&F)")
        self._add(file, "回到开始页", self.close_report, "Ctrl+N")
        self._add(file, "继续填写…", self.open_draft, QKeySequence.StandardKey.Open)
        self.sources.add_to_file(file, self._add)
        self.save_action = self._add(file, "保存", self.save_behind, QKeySequence.StandardKey.Save, bar=True)
        self.save_as_action = self._add(file, "另存为…", self.save_as, "Ctrl+Shift+S")
        file.addSeparator()
        self.life.add_to(file)
        file.addSeparator()
        self._add(file, "退出", self.close, "Ctrl+Q")
        edit = self.menuBar().addMenu("编辑(&E)")
        stack = self.session.undo_stack
        for made, name, keys in (
            (stack.createUndoAction(self, "撤销"), "撤销", QKeySequence.StandardKey.Undo),
            (stack.createRedoAction(self, "重做"), "重做", "Ctrl+Y"),
        ):
            made.setShortcut(QKeySequence(keys))
            made.setToolTip(f"{name}（{made.shortcut().toString()}）")
            edit.addAction(made)
            self._bar.addAction(made)
        self._fill_menu = edit.addMenu("空白格全部填0")
        for table in self.session.form.tables.values():
            self._add(self._fill_menu, table.name, partial(self._fill, table.cells, table.name))
        self._fill_menu.addSeparator()
        self._add(edit, "无申请、无复议诉讼：一键填0…", self.fill_zero_report)
        self._add(self._fill_menu, "全部三张表", lambda: self._fill(self.session.form.entered, "全部三张表"))
        report = self.menuBar().addMenu("报告(&R)")
        self.actions_on_report.add_to(report, self._add)
        report.addSeparator()
        self.publishing.add_to(report, self._add)
        report.addSeparator()
        self.printing.add_to(report, self._add)
        report.addSeparator()
        self.sources.add_to_report(report, self._add)
        self._help_menu = self.menuBar().addMenu("帮助(&H)")
        self.actions_on_report.add_help(self._help_menu, self._add)

    def _add(
        self,
        menu: object,
        text: str,
        slot: Callable[[], object],
        keys: QKeySequence.StandardKey | str | None = None,
        *,
        bar: bool = False,
    ) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(lambda _checked=False: slot())
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        menu.addAction(action)  # type: ignore[attr-defined]
        if bar:
            self._bar.addAction(action)
        return action

    def _connect(self) -> None:
        self.start.new_wanted.connect(self.new_report)
        self.start.open_wanted.connect(self.open_draft)
        self.start.recent_wanted.connect(self.open_path)
        self.start.sample_wanted.connect(self.open_sample)
        self.start.from_last_year_wanted.connect(lambda: self.run(self.sources.from_last_year))
        self.findings.jump_wanted.connect(self._jump)
        self.wizard.review.jump_wanted.connect(self._jump)
        self.wizard.review.stage_wanted.connect(lambda stage: self.run(lambda: self.actions_on_report.make(stage)))
        self.wizard.page_shown.connect(self._page_shown)
        self.wizard.cell_shown.connect(self.help.show_cell)
        self.wizard.table_done.connect(lambda sentence: self.statusBar().showMessage(sentence, 10000))
        self.session.findings_changed.connect(self._show_verdict)
        self.session.locked_changed.connect(self._show_verdict)
        self.session.replaced.connect(self.show_work)
        self.draft.changed.connect(self._show_title)

    # ------------------------------------------------------------ what is shown

    def show_start(self) -> None:
        """Show the start page."""
        self.start.refresh()
        self._stack.setCurrentWidget(self.start)
        self._bar.hide()
        self._show_title()
        self.start.unit.setFocus()

    def show_work(self) -> None:
        """Show the wizard on its first page."""
        self._stack.setCurrentIndex(1)
        self._bar.show()
        self.wizard.show_page("meta")
        self._show_verdict()
        self._show_title()

    def _page_shown(self, key: str) -> None:
        self._side.setVisible(key != "review")
        self.help.show_page(key)
        matrix = getattr(self.wizard.current, "matrix", None)
        if matrix is not None and matrix.current:
            self.help.show_cell(matrix.current)

    def _jump(self, finding: Finding) -> None:
        self.wizard.show_finding(finding)

    def _show_verdict(self) -> None:
        text = verdict_line(self.session)
        if self._verdict.text() != text:
            self._verdict.setText(text)

    def _show_title(self) -> None:
        if not self.draft.is_open:
            self.setWindowTitle("政府信息公开工作年度报告")
        else:
            self.setWindowTitle(f"{self.draft.name}[*] － 政府信息公开工作年度报告")
        self.setWindowModified(not self.draft.is_saved)
        for action in (self.save_action, self.save_as_action):
            action.setEnabled(self.draft.is_open)

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

    def new_report(self, unit: str, unit_type: str, year: int) -> None:
        """Begin an empty report."""
        if self.may_leave():
            self.draft.new(unit, unit_type, year)

    def open_draft(self) -> None:
        """Ask for a draft and open it."""
        path = dialogs.ask_open(self, "继续填写", str(self.actions_on_report.folder))
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
        path = dialogs.ask_save(self, "保存草稿", self.draft.proposal(self.actions_on_report.folder))
        return path is not None and self._run_save(path, waits=True)

    def close_report(self) -> None:
        """Go back to the start page."""
        if self.may_leave():
            self.draft.close()
            self.show_start()

    def may_leave(self) -> bool:
        """Ask about unsaved changes; return whether the open report may be left."""
        self.wizard.commit_pending()
        self.draft.wait()
        if self.draft.is_saved:
            return True
        answer = dialogs.ask_unsaved(self, self.draft.name)
        if answer == "discard":
            self.life.discard()
        return self.save() if answer == "save" else answer == "discard"

    def fill_zero_report(self) -> None:
        """Ask what did not occur and fill it with zeros."""
        dialog = ZeroDialog(self.session, self)
        if dialogs.accepted(dialog):
            count = dialog.apply()
            self.statusBar().showMessage(f"已把{count}个空白格填0，可按 Ctrl+Z 撤销", 8000)

    def _fill(self, codes: tuple[str, ...], where: str) -> None:
        count = self.session.fill_zeros(codes, where)
        self.statusBar().showMessage(f"{where}：已把{count}个空白格填0，可按 Ctrl+Z 撤销", 8000)

    def open_outside(self, path: Path) -> None:
        """Open a file with the program that the PC has for it."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def show_folder(self, path: Path) -> None:
        """Open the folder of a file in the file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.may_leave():
            self.draft.close()
            self.keeper.close()
            event.accept()
        else:
            event.ignore()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.life.look_at_disk()
