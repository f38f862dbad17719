"""A text for whoever helps the clerk: to be looked over, copied or saved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from gui.dialogs.answer_buttons import close_buttons
from gui.dialogs.dialog_size import open_with_size
from gui.look.plain_text import PlainLabel


class SupportDialog(QDialog):
    """Shows a text, and has it copied or saved.

    Attributes:
        text: What is shown.
    """

    def __init__(self, title: str, intro: str, text: str, save: Callable[[], object], parent: QWidget | None) -> None:
        """Make the dialog; ``save`` asks where the text is to go."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.text = text
        shown = QPlainTextEdit(text, readOnly=True)
        shown.setAccessibleName(title)
        shown.setTabChangesFocus(True)
        self.save, self.copy = QPushButton("保存…"), QPushButton("复制")
        self.save.clicked.connect(lambda _checked=False: save())
        self.copy.clicked.connect(lambda _checked=False: QApplication.clipboard().setText(text))
        layout = QVBoxLayout(self)
        self.intro = PlainLabel(intro, wordWrap=True)
        layout.addWidget(self.intro)
        layout.addWidget(shown, 1)
        layout.addWidget(close_buttons(self, self.save, self.copy))
        open_with_size(self, 760, 520)
