"""The buttons below the dialogs: one named by what it does, and 取消; 关闭 where there is nothing to do; or answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPushButton

from gui.look.enter_presses import let_enter_press


def answer_buttons(dialog: QDialog, does: str) -> tuple[QDialogButtonBox, QPushButton]:
    """Return the row of buttons that accept a dialog or call it off, and the accepting one."""
    buttons = QDialogButtonBox()
    accept = buttons.addButton(does, QDialogButtonBox.ButtonRole.AcceptRole)
    buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons, accept


def send_by_keys(dialog: QDialog) -> None:
    """Have Ctrl+Enter accept a dialog from anywhere, as in those in which Return means something else."""
    for keys in ("Ctrl+Return", "Ctrl+Enter"):
        QShortcut(QKeySequence(keys), dialog, dialog.accept)


def close_buttons(dialog: QDialog, *others: QPushButton) -> QDialogButtonBox:
    """Return the row of buttons of a dialog that shows something: other ones, and 关闭."""
    buttons = QDialogButtonBox()
    for other in others:
        buttons.addButton(other, QDialogButtonBox.ButtonRole.ActionRole)
    buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
    buttons.rejected.connect(dialog.reject)
    return buttons


def answer_row(
    answers: Sequence[str], default: str, answered: Callable[[str], object]
) -> tuple[QHBoxLayout, dict[str, QPushButton]]:
    """Return a row with one button an answer, and the buttons by what they say; Return gives the default."""
    row = QHBoxLayout()
    row.addStretch()
    made = {answer: QPushButton(answer, default=answer == default) for answer in answers}
    for answer, button in made.items():
        button.clicked.connect(lambda _checked=False, answer=answer: answered(answer))
        row.addWidget(button)
    return row, made


def side_button(text: str, does: Callable[[], object]) -> QPushButton:
    """Return a button inside a dialog, which Enter presses only where it has the focus."""
    button = QPushButton(text)
    let_enter_press(button)
    button.clicked.connect(lambda: does())
    return button
