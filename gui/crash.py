"""What happens when the program itself is at fault: a log, a rescue draft, and a few honest words."""

from __future__ import annotations

import faulthandler
import sys
import threading
from io import BufferedWriter
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from core.base.crash_log import describe, masked, take_faults, write_log
from core.base.errors import ReportError
from core.base.resources import broken_installation
from core.report.report import Report
from gui.dialogs.dialog_size import open_with_size
from gui.look.plain_text import PlainLabel
from gui.report.autosaving import Autosave
from gui.report.session import Clock

_LOGGED = {QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}
_MOST_REPEATS = 3
_MOST_MESSAGES = 200


class CrashDialog(QDialog):
    """Says what happened and where the rescue draft is.

    Attributes:
        wants_to_close: Whether the clerk chose to close the program.
    """

    def __init__(
        self, parent: QWidget | None, details: str, rescue: Path | None, cause: ReportError | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("程序出了问题")
        self.wants_to_close = False
        where = (
            f"填报内容已另存一份：\n{rescue}" if rescue else "现在没有未保存的填报内容，或未能另存；请尽快手动保存。"
        )
        text = PlainLabel(
            f"{cause or '程序内部出错，刚才的操作可能没有完成。这不是您填报的问题。'}\n\n{where}\n\n"
            "可以继续填写，建议先保存，再关闭程序重新打开。把错误信息发给技术支持有助于改正；其中不含填报内容。",
            wordWrap=True,
        )
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        shown = QPlainTextEdit(details, readOnly=True)
        shown.setAccessibleName("错误信息")
        self.copy = QPushButton("复制错误信息")
        self.copy.clicked.connect(lambda: QApplication.clipboard().setText(details))
        self.go_on = QPushButton("继续")
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self.reject)
        self.close_program = QPushButton("关闭程序")
        self.close_program.clicked.connect(self._close_program)
        row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addStretch()
        row.addWidget(self.go_on)
        row.addWidget(self.close_program)
        layout = QVBoxLayout(self)
        layout.addWidget(text)
        layout.addWidget(PlainLabel("错误信息（供技术支持查看）："))
        layout.addWidget(shown, 1)
        layout.addLayout(row)
        open_with_size(self, 640, 400)
        self.go_on.setFocus()

    def _close_program(self) -> None:
        self.wants_to_close = True
        self.accept()


class CrashHandler(QObject):
    """Takes over every error that nobody has caught."""

    _elsewhere = Signal(str, object)

    def __init__(self, autosave: Autosave, clock: Clock, window: QWidget) -> None:
        super().__init__(window)
        self._autosave = autosave
        self._clock = clock
        self._window = window
        self._seen: dict[str, int] = {}
        self._messages = 0
        self._is_shown = False
        self._rescued: tuple[Report, Path] | None = None
        self._faults: BufferedWriter | None = None
        self._elsewhere.connect(self._meet, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Hear of every error from now on: Python's, those of threads and destructors, Qt's, and dead crashes."""
        sys.excepthook = self.caught
        threading.excepthook = self._caught_in_thread
        sys.unraisablehook = self._caught_unraisable
        qInstallMessageHandler(self._note_qt)
        path = take_faults(self._clock())
        if path is not None:
            self._faults = path.open("wb", buffering=0)  # type: ignore[assignment]
            faulthandler.enable(self._faults)  # type: ignore[arg-type]

    # ------------------------------------------------------------ hooks

    def caught(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """Meet an error that nobody has caught (``sys.excepthook``)."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.exit(1)
            return
        details = describe(kind, error, trace)
        if threading.current_thread() is threading.main_thread():
            self._meet(details, broken_installation(error))
        else:
            self._elsewhere.emit(details, broken_installation(error))

    def _caught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if not issubclass(args.exc_type, SystemExit):
            details = describe(args.exc_type, args.exc_value, args.exc_traceback)
            self._elsewhere.emit(details, broken_installation(args.exc_value))

    def _caught_unraisable(self, args: sys.UnraisableHookArgs) -> None:
        """Only logged: it was raised where nothing could be told, and nothing was broken off."""
        self._log("无法上报的错误：\n" + describe(args.exc_type, args.exc_value, args.exc_traceback))

    def _note_qt(self, kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind in _LOGGED and self._messages < _MOST_MESSAGES:
            self._messages += 1
            self._log(f"Qt {kind.name}：{masked(message)}")

    # ------------------------------------------------------------ what is done about it

    def _log(self, text: str) -> None:
        self._seen[text] = self._seen.get(text, 0) + 1
        if self._seen[text] <= _MOST_REPEATS:
            write_log(text, self._clock())

    def _meet(self, details: str, cause: ReportError | None) -> None:
        self._log(details)
        if self._is_shown:  # an error while painting comes again and again
            return
        self._is_shown = True
        try:
            rescue = self._rescue()
            dialog = CrashDialog(self._window, details, rescue, cause)
            dialog.exec()
            if dialog.wants_to_close:
                QApplication.exit(1)  # not by closing the window: the autosave stays and is offered at the next start
        finally:
            self._is_shown = False

    def _rescue(self) -> Path | None:
        """Keep what is typed twice over: as autosave for the next start, and as a draft that any Excel opens.

        Return what could be written; None where nothing could, or had to be. Never raises: the dialog is to come.
        """
        kept: Path | None = None
        try:
            self._autosave.keep_now()
            kept = self._autosave.file
        except Exception as error:  # noqa: BLE001 - the second way may still work
            self._log("自动保存失败：\n" + describe(type(error), error, error.__traceback__))
        try:
            if not self._autosave.has_unsaved:
                return None
            state = self._autosave.newest()
            if self._rescued is None or self._rescued[0] != state:
                self._rescued = state, self._autosave.rescue()
        except Exception as error:  # noqa: BLE001 - the clerk is told in the dialog
            self._log("抢救草稿失败：\n" + describe(type(error), error, error.__traceback__))
            return kept
        return self._rescued[1]
