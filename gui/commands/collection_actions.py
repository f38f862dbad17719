"""Opens 汇总审核, and what is wanted from there in the wizard: a report of a unit, the draft of the sum."""

from __future__ import annotations

import shutil
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from core.base import resources, user_files
from core.base.errors import ErrorText, ReportError
from core.checks import findings
from core.office import report_source
from core.office.collection import collected, sum_parts
from gui import dialogs
from gui.collection import collection_window, desk_runner, parts_dialog, setup_dialog
from gui.commands.area import CommandArea, Surroundings
from gui.commands.command import Command
from gui.commands.opening_actions import OpeningActions
from gui.dialogs import reading
from gui.pages import start_page
from gui.pages.work_area import WorkArea

SAMPLE, SAMPLE_YEAR = "汇总审核", 2025
"""The shipped folder, below ``resources/samples``."""

_NO_PARTS = ErrorText("这一格没有记下来自哪些单位。", "请打开汇总审核生成的汇总稿，把光标放在表格的数字上。")


_BACK = "已关闭这份报告，回到汇总审核；要退出程序，请再关闭主窗口"
_HOW_BACK = "从汇总审核打开，只读；关闭窗口或按 Ctrl+Shift+H 回到汇总审核"


class CollectionActions(CommandArea):
    """Keeps the window of 汇总审核, of which there is one; what belongs to it is imported at the first use.

    Signals:
        help_wanted: The manual is to be opened; carries the place.
    """

    help_wanted = Signal(str)

    def __init__(self, given: Surroundings, opening: OpeningActions, work: WorkArea) -> None:
        super().__init__(given)
        self._opening = opening
        self._area = work
        self.window: collection_window.CollectionWindow | None = None
        self._shown: Path | None = None

    def commands(self) -> list[Command]:
        """Return the commands."""
        return [
            Command("collection", "汇总审核…", self.begin, "Ctrl+Shift+H", needs_report=False),
            Command("sum_parts", "这个数字来自哪些单位", self.show_parts),
        ]

    def begin(self, folder: Path | None = None) -> None:
        """Ask what to open, and open it; where a desk is open already, show it."""
        if self.window is not None and folder is None:
            _bring(self.window)
            return
        self._ask(folder)

    def _ask(self, folder: Path | None = None, refused: ReportError | None = None) -> None:
        """Ask what to open, and open it; say first why what was asked for before could not be read."""
        dialog = setup_dialog.SetupDialog(
            self._host.settings,
            self._host.files,
            start_page.usual_year(self._clock().date()),
            folder,
            self._host.widget,
        )
        dialog.sample_wanted.connect(lambda: self._host.run(self.open_sample))
        if refused is not None:
            dialog.complain(refused)
        if dialogs.accepted(dialog):
            self.open(dialog.request(self._clock().date()))

    def _ask_again(self, window: collection_window.CollectionWindow, error: ReportError) -> None:
        """Go back to what was filled in where nothing could be read with it; an empty window is no use to anybody."""
        if self.window is window:
            window.close()
            _bring(self._host.widget)
            self._host.run(partial(self._ask, refused=error))

    def open(self, request: collected.Request) -> None:
        """Open a desk in the place of the one that is open."""
        if self.window is not None:
            self.window.close()
        self._host.files.incoming, self._host.files.results = request.folder, request.out
        runner = desk_runner.DeskRunner(request, self._clock, self._draft.lock.instance_id)
        runner.unsaved = lambda: None if self._draft.is_saved else self._draft.path
        runner.save_unsaved = self._save_in_place
        self.window = window = collection_window.CollectionWindow(runner, self._host.files, self._host.settings)
        window.report_wanted.connect(lambda path, finding: self._host.run(partial(self._show_report, path, finding)))
        window.draft_wanted.connect(self._open_draft)
        window.outside_wanted.connect(self._host.open_outside)
        window.help_wanted.connect(lambda: self.help_wanted.emit("collect"))
        window.closed.connect(self._forget)
        # Once the runner is done with its work: its window dies with this
        window.refused.connect(lambda error: QTimer.singleShot(0, self, partial(self._ask_again, window, error)))
        window.year_wanted.connect(lambda year: QTimer.singleShot(0, self, partial(self._open_year, window, year)))
        _bring(window)
        window.pane.table.setFocus()
        runner.open()

    def _save_in_place(self) -> bool:
        path = self._draft.path
        return self._host.save() and self._draft.path == path and self._draft.is_saved

    def _open_year(self, window: collection_window.CollectionWindow, year: int) -> None:
        """Open the desk anew for another year, which is offered from then on."""
        if self.window is window:
            self._host.settings.note(collection={**self._host.settings.values.collection, "year": str(year)})
            self.open(replace(window.runner.request, year=year))

    def open_sample(self) -> None:
        """Open the shipped folder of twelve invented units; what is decided there is forgotten the next time.

        Raises:
            DataFolderError: There is no place for the results.
        """
        sample = resources.resource_path("samples", SAMPLE)
        out = user_files.data_folder() / SAMPLE
        if self.window is not None:
            self.window.close()
        shutil.rmtree(out, ignore_errors=True)
        request = collected.Request(
            sample / "来件", SAMPLE_YEAR, out, self._clock().date(), unit_list=sample / "名单.xlsx"
        )
        self.open(request)

    def close(self) -> None:
        """Close the window with the program."""
        if self.window is not None:
            self.window.close()

    def _forget(self) -> None:
        self.window = None

    def _show_report(self, path: Path, finding: findings.Finding | None) -> None:
        """Open the report of a unit read only, at a finding.

        Raises:
            ReportError: It cannot be read.
        """
        assert self.window is not None
        source = reading.in_process(self.window, path.name, report_source.open_report, path)
        if source is None or not self._host.may_leave():
            return
        self._draft.take(source.report, path, is_fresh=False, is_read_only=True)
        self._shown = path
        self._host.say(_HOW_BACK, 0)
        _bring(self._host.widget)
        if finding is not None:
            self._host.show_finding(finding)

    def go_back(self) -> bool:
        """Leave a report that was opened from the desk and show the desk again; return whether there is such a one.

        Who closes the window over it is done with that report, and with neither the desk nor the program.
        """
        is_shown = self._draft.is_open and self._draft.is_read_only and self._draft.path == self._shown
        program = QApplication.instance()
        is_logging_off = isinstance(program, QApplication) and program.isSavingSession()
        if self.window is None or self._shown is None or not is_shown or is_logging_off:
            return False
        self._opening.close()
        _bring(self.window)
        self.window.say(_BACK)
        return True

    def _open_draft(self, path: Path) -> None:
        _bring(self._host.widget)
        self._opening.open(path)

    def show_parts(self) -> None:
        """List which units the current number comes from.

        Raises:
            ReportError: The report is no sum, or no number is chosen.
        """
        code = self._area.wizard.current_cell
        parts = sum_parts.kept_parts(self._session.report, code) if code else None
        if parts is None:
            raise _NO_PARTS.error()
        dialogs.accepted(parts_dialog.PartsDialog(self._session.report, code, parts, self._host.widget))


def _bring(window: QWidget) -> None:
    """Show a window and give it the keyboard."""
    if window.isMinimized():
        window.showNormal()
    window.show()
    window.activateWindow()
