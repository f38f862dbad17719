"""The window of 汇总审核: one row a unit, beside it what was found, above it how far the collecting is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import (
    QMainWindow,
    QProgressBar,
    QToolBar,
    QWidget,
)
from typing_extensions import override

from core.base.errors import ErrorText, ReportError
from core.draft.draft_lock import HeldLock
from core.office.collection.desk import UnitResult
from core.office.collection.other_year import other_year
from gui import dialogs
from gui.collection.desk_command import DeskCommand
from gui.collection.desk_pane import DeskPane
from gui.collection.desk_runner import DeskRunner
from gui.collection.sum_actions import SumActions
from gui.collection.unit_actions import UnitActions
from gui.collection.unit_panel import Target
from gui.dialogs.chosen_files import ChosenFiles
from gui.look.settings import SettingsStore

READ_ONLY, OPEN_ANYWAY, CANCEL = "只读打开", "对方已不在，仍要打开", "取消"
_SIZE, _FRAME = QSize(1500, 860), QSize(20, 60)
"""What the window takes at most, and what a smaller screen needs besides."""

_FAREWELL_MS = 3000
_BY_YEAR = "按{year}年度核对"
_NO_UNIT = ErrorText("没有选中单位。", "请先在左边的表中选一个单位。")
_IS_READ_ONLY = ErrorText("{who}；这里是只读打开的，不能改动。", "请在对方关闭后按 F5 再打开；急用时请与对方联系。")
_MENUS = {
    "审核(&D)": ("read", "stop", "-", "open_out", "-", "close"),
    "单位(&U)": (
        *(
            "open_report",
            "-",
            "send_back",
            "send_back_all",
            "open_letter",
            "show_alike",
            "-",
            "adopt",
            "choose_file",
            "-",
        ),
        *("count_yes", "count_no", "count_apart"),
    ),
    "汇总(&S)": ("write_sums", "compare_own", "-", "paste_places", "compare_pages"),
    "查看(&V)": ("search", "next_pane"),
    "帮助(&H)": ("help",),
}
_TOOLS = ("read", "stop", "send_back", "send_back_all", "adopt", "write_sums")


class CollectionWindow(QMainWindow):
    """Shows a desk; everything slow is done in a thread.

    Attributes:
        runner: Works at the desk.
        actions_by_id: What the menus offer, by id.

    Signals:
        report_wanted: A report of a unit is to be looked at; carries path and finding, None for its beginning.
        draft_wanted: A draft is to be opened in the wizard; carries its path.
        outside_wanted: A file or folder is to be opened with the program that the PC has for it.
        help_wanted: The manual is to be opened at the chapter on this.
        refused: Nothing could be read with what was asked for; carries the ReportError.
        closed: The window was closed.
    """

    report_wanted = Signal(object, object)
    draft_wanted = Signal(object)
    outside_wanted = Signal(object)
    help_wanted = Signal()
    refused = Signal(object)
    year_wanted = Signal(int)
    closed = Signal()

    def __init__(self, runner: DeskRunner, files: ChosenFiles, settings: SettingsStore) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.widget: QWidget = self
        self.runner = runner
        self.files = files
        self.settings = settings
        runner.setParent(self)
        request = runner.request
        self.setWindowTitle(f"汇总审核　{request.year}年度　{request.folder.name}")
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - _FRAME))
        self._build()
        self._make_commands()
        runner.changed.connect(self._show_desk)
        runner.waiting_changed.connect(self._show_desk)
        self._has_asked_year = False
        runner.busy_changed.connect(self._show_busy)
        runner.progressed.connect(self._show_progress)
        runner.partly_read.connect(self.pane.show_part)
        runner.failed.connect(self._show_failure)
        runner.told.connect(self.say)
        runner.away.connect(self.statusBar().showMessage)
        runner.held.connect(self._ask_how)
        self._show_busy()

    # ------------------------------------------------------------ building

    def _build(self) -> None:
        self.pane = DeskPane()
        self.pane.report_wanted.connect(self._open_target)
        self.setCentralWidget(self.pane)
        self._progress = QProgressBar(textVisible=False)  # beside it stands how many files were read
        self._progress.setAccessibleName("读取进度")
        self._progress.setFixedWidth(220)
        self.statusBar().addPermanentWidget(self._progress)
        self.menuBar().setAccessibleName("菜单")

    def _make_commands(self) -> None:
        own = [
            DeskCommand("read", "重新读取", self._read, "F5"),
            DeskCommand("stop", "停止", self.runner.stop, "Ctrl+."),
            DeskCommand("open_out", "打开结果文件夹", lambda: self.open_outside(self.runner.request.out), "Ctrl+E"),
            DeskCommand("close", "关闭", self.close, "Ctrl+W"),
            DeskCommand("open_report", "打开报告（只读）", self.pane.open_current, "Ctrl+O"),
            DeskCommand("help", "汇总审核怎样用", self.help_wanted.emit, "F1"),
            DeskCommand("search", "查找", self.pane.go_to_search, QKeySequence.StandardKey.Find),
            DeskCommand("next_pane", "转到问题列表或单位表", self.pane.switch_pane, "F6"),
        ]
        commands = [*own, *UnitActions(self).commands(), *SumActions(self).commands()]
        self.actions_by_id = {command.id: self._action(command) for command in commands}
        for title, entries in _MENUS.items():
            menu = self.menuBar().addMenu(title)
            for entry in entries:
                if entry == "-":
                    menu.addSeparator()
                else:
                    menu.addAction(self.actions_by_id[entry])
        bar = QToolBar("审核", movable=False)
        bar.setAccessibleName("常用命令")
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name in _TOOLS:
            bar.addAction(self.actions_by_id[name])
        self.addToolBar(bar)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.pane.offer([self.actions_by_id[entry] for entry in _MENUS["单位(&U)"] if entry != "-"])

    def _action(self, command: DeskCommand) -> QAction:
        action = QAction(command.text, self)
        action.setIconText(command.text.rstrip("…"))
        action.triggered.connect(lambda _checked: self._run(command))
        if command.keys is not None:
            action.setShortcut(QKeySequence(command.keys))
            action.setToolTip(f"{command.text.rstrip('…')}（{action.shortcut().toString()}）")
        return action

    def _run(self, command: DeskCommand) -> None:
        def work() -> None:
            if command.writes and self.runner.is_read_only:
                raise _IS_READ_ONLY.error(who=self.runner.held_by)
            if (command.writes or command.works) and not self._is_free():
                return
            with self.runner.undisturbed():
                command.run()

        self.run(work)

    def _is_free(self) -> bool:
        """Wait for what is under way, before anything is typed that could not be done then."""
        runner = self.runner
        if not runner.busy or runner.collected is None:
            return True

        def wait(milliseconds: int) -> bool:
            runner.wait(milliseconds)
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
            return not runner.busy

        return dialogs.wait_for(self, lambda: runner.busy or "正在读取……", wait)

    def run(self, work: Callable[[], object]) -> None:
        """Do something that may fail for a reason the clerk can mend; say so where it does."""
        try:
            work()
        except ReportError as error:
            dialogs.show_error(self, error)

    # ------------------------------------------------------------ what is shown

    def _show_desk(self) -> None:
        runner = self.runner
        if runner.collected is not None:
            self.pane.show_desk(runner.collected, is_read_only=runner.is_read_only, waiting=runner.waiting)
            if not self._has_asked_year:
                self._has_asked_year = True
                QTimer.singleShot(0, self, self._ask_year)

    def _show_busy(self) -> None:
        doing = self.runner.busy
        self._progress.setVisible(bool(doing))
        self._progress.setRange(0, 0)
        self.actions_by_id["stop"].setEnabled(bool(doing))
        self.actions_by_id["read"].setEnabled(not doing)
        if doing:
            self.statusBar().showMessage(doing)
            if self.runner.collected is None:
                self.pane.totals.setText(doing)
        else:
            self.statusBar().clearMessage()

    def _show_progress(self, doing: str, done: int, of: int) -> None:
        if self.runner.busy:
            self._progress.setRange(0, of)
            self._progress.setValue(done)
            sentence = f"{doing}：{done}／{of}份"
            self.statusBar().showMessage(sentence)
            if self.runner.collected is None:
                self.pane.totals.setText(sentence)

    def _show_failure(self, error: ReportError) -> None:
        if self.runner.collected is None:
            self.pane.clear()
            self.pane.totals.setText(error.summary)
            if not self.runner.is_stopped:
                self.refused.emit(error)
                return
        dialogs.show_error(self, error)

    # ------------------------------------------------------------ what is done here

    def _ask_how(self, held: HeldLock) -> None:
        """Ask how to go on where somebody else has the desk open."""
        more = "两处同时审核，会互相盖掉。可以只读打开看看；要改动时请与对方联系。"
        answers = (READ_ONLY, CANCEL) if held.is_here else (READ_ONLY, OPEN_ANYWAY, CANCEL)
        text = f"{self.runner.request.out.name}：{held.sentence}。"
        more = more if held.is_here else f"{held.last_sign}\n{more}"
        answer = dialogs.choose(self, "汇总审核已在别处打开", text, more, answers)
        if answer == CANCEL:
            self.close()
        else:
            self.runner.go_on(is_read_only=answer == READ_ONLY, takes_over=answer == OPEN_ANYWAY)

    def _ask_year(self) -> None:
        """Ask, once, whether the other year is meant of which most of the reports are."""
        collected, runner = self.runner.collected, self.runner
        found = other_year(collected.desk) if collected and not runner.is_read_only else None
        if found is None:
            return
        this, other = _BY_YEAR.format(year=runner.request.year), _BY_YEAR.format(year=found.year)
        text = f"来件多是{found.year}年度的报告，{other}吗？"
        more = (
            f"写明年度的{found.total}份报告中{found.of_it}份是{found.year}年度的，现在选的是{runner.request.year}年度。"
        )
        with runner.undisturbed():
            answer = dialogs.choose(self, "报告年度", text, more, (other, f"仍{this}"))
        if answer == other:
            self.year_wanted.emit(found.year)

    def _read(self) -> None:
        """Read what changed; a desk that somebody else had open is opened anew."""
        if self.runner.busy:
            return
        if self.runner.is_read_only:
            self.runner.open()
        else:
            self.runner.read()

    def _open_target(self, target: Target) -> None:
        self.report_wanted.emit(self.runner.request.folder / target.file, target.finding)

    # ------------------------------------------------------------ the view of the commands

    def unit(self) -> UnitResult:
        """Return the chosen unit.

        Raises:
            ReportError: None is chosen.
        """
        line = self.pane.line
        if line is None or line.unit is None:
            raise _NO_UNIT.error()
        return line.unit

    def say(self, sentence: str) -> None:
        """Say something in the status bar."""
        self.statusBar().showMessage(sentence, 10_000)

    def open_report(self, path: Path) -> None:
        """Open a draft in the wizard."""
        self.draft_wanted.emit(path)

    def open_outside(self, path: Path) -> None:
        """Open a file or folder with the program that the PC has for it."""
        self.outside_wanted.emit(path)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Give the lock back; a place that does not answer is not waited for."""
        self.runner.close()
        dialogs.wait_for(self, lambda: "正在关闭……", self.runner.wait, longest_ms=_FAREWELL_MS)
        event.accept()
        self.closed.emit()
