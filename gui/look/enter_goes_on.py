"""Enter goes on to the next field of a page, Shift+Enter back, as in the tables."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gui.look.reveal import reveal

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MODIFIERS = Qt.KeyboardModifier


class EnterGoesOn(QObject):
    """Leads from field to field; at the end Enter means what it always does."""

    def __init__(self, fields: Sequence[QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._fields = list(fields)
        for field in self._fields:
            field.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or event.key() not in _ENTER:
            return False
        modifiers = event.modifiers() & ~_MODIFIERS.KeypadModifier
        if modifiers not in (_MODIFIERS.NoModifier, _MODIFIERS.ShiftModifier) or watched not in self._fields:
            return False
        place = self._fields.index(watched)
        is_back = modifiers == _MODIFIERS.ShiftModifier
        others = self._fields[:place][::-1] if is_back else self._fields[place + 1 :]
        field = next((field for field in others if field.isVisible() and field.isEnabled()), None)
        if field is None:
            return False
        reveal(field)
        field.setFocus(Qt.FocusReason.BacktabFocusReason if is_back else Qt.FocusReason.TabFocusReason)
        return True
