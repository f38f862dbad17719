"""A dialog that Esc does not close over what was filled in without asking."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from core.base.overriding import override
from gui import dialogs

_LOST = "现在关闭，刚才在这里填的、选的就不保留了。"
DROP, BACK = "不保留，关闭", "返回"


class KeepingDialog(QDialog):
    """Knows what was filled in when it was opened, and asks before it is closed over something else.

    Attributes:
        is_kept_by_accepting: Whether to accept it keeps what is filled in and does nothing else; then that is offered.
            Any other carries out a step of the office (解除定稿), which Esc and Return must not do.
    """

    is_kept_by_accepting = False

    def __init__(self, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._begun: object = None

    def filled(self) -> object:
        """Return what is filled in now."""
        raise NotImplementedError

    def begin(self) -> None:
        """Take what is filled in now for what may be dropped without asking."""
        self._begun = self.filled()

    @override
    def reject(self) -> None:
        """Close it, also by Esc; over what was filled in only after a question."""
        if self.filled() == self._begun:
            super().reject()
        elif self.is_kept_by_accepting:
            answer = dialogs.ask_unsaved(self, self.windowTitle())
            if answer == "save":
                self.accept()
            elif answer == "discard":
                super().reject()
            give_keys_back(self)
        elif dialogs.confirm(self, self.windowTitle(), _LOST, DROP, BACK):
            super().reject()
            give_keys_back(self)


def give_keys_back(dialog: QDialog) -> None:
    """Let the keyboard go on in the window behind a dialog that closed with the question it had asked.

    The window manager hands it from the question to the dialog, which is gone by then, and so to nobody.
    """
    behind = dialog.parentWidget()
    if behind is not None and not dialog.isVisible():
        behind.window().activateWindow()
