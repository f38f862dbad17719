"""Asks for a written reason; common ones are offered, and none is taken unless the clerk chose or wrote it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from core.base.overriding import override
from gui.dialogs.answer_buttons import answer_buttons, send_by_keys
from gui.dialogs.dialog_size import open_with_size
from gui.dialogs.keeping_dialog import KeepingDialog
from gui.look.plain_text import PlainLabel

_WIDTH = 560


class ReasonDialog(KeepingDialog):
    """Says what a reason is wanted for; it is accepted only with one.

    Attributes:
        box: Where it is written or chosen.
    """

    def __init__(self, parent: QWidget | None, title: str, what: str, offered: Sequence[str], old: str) -> None:
        super().__init__(title, parent)
        self._old = old
        self.setMinimumWidth(_WIDTH)
        label = PlainLabel(what, wordWrap=True)
        self.box = QComboBox(editable=True)
        self.box.setAccessibleName(title)
        self.box.setCompleter(None)  # type: ignore[arg-type]  # it would turn a reason half typed into a common one
        self.box.addItems([reason for reason in offered if reason != old])
        edit = self.box.lineEdit()
        assert edit is not None
        edit.setAccessibleName(title)
        edit.setPlaceholderText("请填写，或点右边的箭头选常用的" if offered else "请填写")
        buttons, self.ok = answer_buttons(self, "确定")
        send_by_keys(self)
        layout = QVBoxLayout(self)
        for widget in (label, self.box, buttons):
            layout.addWidget(widget)
        open_with_size(
            self, _WIDTH, layout.heightForWidth(_WIDTH)
        )  # else a long finding makes it as wide as the screen allows
        self.box.editTextChanged.connect(self._follow)
        self.box.setCurrentIndex(-1)
        self.box.setEditText(old)
        self._follow()
        edit.selectAll()
        self.begin()

    @override
    def accept(self) -> None:
        """Accept it with a reason only, whichever key was pressed."""
        if self.reason:
            super().accept()

    @override
    def filled(self) -> object:
        """Return what is written; the old reason stays where nothing is written in its place."""
        return self.reason or self._old

    def _follow(self) -> None:
        self.ok.setEnabled(bool(self.reason))

    @property
    def reason(self) -> str:
        """What is written now, without blanks around it."""
        return self.box.currentText().strip()
