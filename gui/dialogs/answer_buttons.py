"""The two buttons below most dialogs: one named by what it does, and 取消."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton


def answer_buttons(dialog: QDialog, does: str) -> tuple[QDialogButtonBox, QPushButton]:
    """Return the row of buttons that accept a dialog or call it off, and the accepting one."""
    buttons = QDialogButtonBox()
    accept = buttons.addButton(does, QDialogButtonBox.ButtonRole.AcceptRole)
    buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons, accept
