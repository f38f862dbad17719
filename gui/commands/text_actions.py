"""Commands on all texts of the report: find and replace, put in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.report.paste_cleaner import clean_pasted

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu

    from gui.main_window import MainWindow
    from gui.report.session import ReportSession
    from gui.texts.find_replace import FindReplace


class TextActions(QObject):
    """Commands of the menu 编辑 on the texts.

    Attributes:
        find: The dialog that finds and replaces; None until it was opened.
    """

    def __init__(self, session: ReportSession, window: MainWindow) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self.find: FindReplace | None = None

    def add_to(self, menu: QMenu, add: Callable[..., object]) -> None:
        """Put the commands into the menu 编辑."""
        add(menu, "查找和替换…", self.show_find, "Ctrl+H")
        add(menu, "整理全部文字的格式", self.tidy_all, "Ctrl+Shift+F")

    def show_find(self) -> None:
        """Search all texts, and replace words in them."""
        from gui.texts.find_replace import FindReplace  # deferred: not needed at start

        if self.find is None:
            self.find = FindReplace(self._session, self._window)
            self.find.jump_wanted.connect(self._window.jump)
        self._window.wizard.commit_pending()
        self.find.start()

    def tidy_all(self) -> None:
        """Put punctuation, blanks, broken lines and digits right in all texts, as one undo step."""
        if not self._window.may_change():
            return
        texts = self._session.report.texts
        tidied = {code: clean_pasted(text) for code, text in texts.items()}
        count = sum(tidied[code] != text for code, text in texts.items())
        self._session.set_texts(tidied, "整理格式")
        said = f"已整理{count}处文字，可按 Ctrl+Z 撤销" if count else "没有需要整理的文字"
        self._window.statusBar().showMessage(said, 8000)
