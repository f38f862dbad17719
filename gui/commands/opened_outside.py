"""Opens files and folders with the programs that the PC has for them, and says so where none comes up."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from core.base.errors import ErrorText
from core.base.on_disk import is_folder
from gui import dialogs

_WHY = "“{name}”没有能打开：这台电脑上没有能打开它的程序，或那个程序一启动就出错了{code}。"
_FILE_NOT_OPENED = ErrorText(_WHY, "它在：{where}\n请在文件管理器中找到它，用 WPS、Office 等程序打开。")
_FOLDER_NOT_OPENED = ErrorText(_WHY, "它在：{where}\n请在文件管理器的地址栏里输入它来打开。")
_OPENER = "xdg-open"
"""What Qt would start on Linux too; but Qt does not look at what comes of it."""
_POLL_MS = 200
_LONGEST_MS = 30_000
"""For how long an opener is watched: the program may run in it until the clerk closes it."""


def open_outside(parent: QWidget, path: Path) -> None:
    """Open a file or folder with the program that the PC has for it; say so where it has none, or that one fails."""
    if sys.platform.startswith("linux") and shutil.which(_OPENER):
        _Opening(parent, path)
    elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        _tell(parent, path, "")


def _tell(parent: QWidget, path: Path, code: str) -> None:
    said = _FOLDER_NOT_OPENED if is_folder(path) else _FILE_NOT_OPENED
    dialogs.show_error(parent, said.of(path, where=path, code=code))


class _Opening(QTimer):
    """Watches the program that opens a file until it ends, or long enough."""

    def __init__(self, parent: QWidget, path: Path) -> None:
        super().__init__(parent)
        self._window = parent
        self._path = path
        self._latest = QDeadlineTimer(_LONGEST_MS)
        nothing = subprocess.DEVNULL
        # In a session of its own, since what is opened is to stay when this program ends
        self._process = subprocess.Popen(
            [_OPENER, path], stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
        )
        self.timeout.connect(self._look)
        self.start(_POLL_MS)

    def _look(self) -> None:
        code = self._process.poll()
        if code is None and not self._latest.hasExpired():
            return
        self.stop()
        self.deleteLater()
        if code:
            _tell(self._window, self._path, f"（退出码{code}）")
