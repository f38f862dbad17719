"""Enter presses the button that has the focus, where Qt would give it to another one or to none."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton

from core.base.overriding import override

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _EnterPresses(QObject):
    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or event.key() not in _ENTER:
            return False
        if not isinstance(watched, QAbstractButton) or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if not event.isAutoRepeat():  # a key that is held down presses once
            watched.click()
        return True


def let_enter_press(*buttons: QAbstractButton) -> None:
    """Have Enter press these buttons where they have the focus, and only there.

    A button that Qt lets Enter press (``autoDefault``) takes it from the fields of the dialog too. One that Qt does not
    leaves it to the default button of the dialog: who stands on 从 Word 读取… would register. A tool button knows Space
    only.
    """
    for button in buttons:
        if isinstance(button, QPushButton):
            button.setAutoDefault(False)
        button.installEventFilter(_EnterPresses(button))
