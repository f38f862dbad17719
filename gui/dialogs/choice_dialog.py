"""A question with a list in its middle and answers named by what they do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QListWidget,
    QPlainTextEdit,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.draft.draft_changes import DraftDifference
from gui.dialogs.answer_buttons import answer_row
from gui.dialogs.dialog_size import open_with_size
from gui.dialogs.number_item import is_number, with_number_in_the_middle
from gui.look.colours import colours
from gui.look.plain_text import PlainLabel, plain_tip
from gui.look.row_table import RowTable

_NARROWEST = 100
_SHORT = 12
"""Letters up to which a content needs no more room than it takes in one line."""
_BLANK = "空白"


class ChoiceDialog(QDialog):
    """Shows a text, a widget below it, and one button an answer.

    Attributes:
        choice: The answer that was pressed; the last one, which changes nothing, where the dialog was closed.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        text: str,
        middle: QWidget,
        answers: Sequence[str],
        *,
        default: str | None = None,
    ) -> None:
        """Lay it out; Return gives the default, the first answer where none is named."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.choice = answers[-1]
        label = PlainLabel(text, wordWrap=True)
        row, buttons = answer_row(answers, default or answers[0], self._answer)
        layout = QVBoxLayout(self)
        layout.addWidget(label)
        layout.addWidget(middle, 1)
        layout.addLayout(row)
        self._deciding = [buttons[answer] for answer in answers[:-1]]
        open_with_size(self, 760, 420)

    def wait_for_choice(self, listed: QListWidget) -> None:
        """Hold all answers but the last back while the first line of a list is chosen, which only asks."""
        for button in self._deciding:
            button.setEnabled(False)
            listed.currentRowChanged.connect(lambda row, button=button: button.setEnabled(row > 0))

    def _answer(self, answer: str) -> None:
        self.choice = answer
        self.accept()


def long_text(name: str, text: str) -> QPlainTextEdit:
    """Return a text that is read by scrolling; Tab leaves it."""
    shown = QPlainTextEdit(text, readOnly=True, tabChangesFocus=True)
    shown.setAccessibleName(name)
    return shown


class ChangesTable(RowTable):
    """Lists what differs between two states of a report: the place and both contents, in full."""

    def __init__(self, before: str, after: str) -> None:
        """Name the two states in the header."""
        super().__init__(0, ("位置", before, after), "不同之处")
        header = self.horizontalHeader()
        header.setMinimumSectionSize(_NARROWEST)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.sectionResized.connect(self.resizeRowsToContents)

    def name_states(self, before: str, after: str) -> None:
        """Name the two states anew."""
        self.setHorizontalHeaderLabels(["位置", before, after])

    def show_changes(self, changes: Sequence[DraftDifference]) -> None:
        """List these differences in place of the former ones."""
        self.setRowCount(len(changes))
        for row, change in enumerate(changes):
            states = change.before, change.after
            for column, (text, whole) in enumerate(
                ((change.place, change.place), *zip(change.marked, states, strict=True))
            ):
                item = with_number_in_the_middle(QTableWidgetItem(text or _BLANK))
                if change.is_number and column:
                    self._mark_refused(item, text)
                item.setToolTip(plain_tip(whole or _BLANK))
                self.setItem(row, column, item)
        longest = max((len(text) for change in changes for text in change.marked), default=0)
        modes = QHeaderView.ResizeMode  # the place wraps in the room that numbers leave; long texts share it with them
        for column in (1, 2):
            mode = modes.ResizeToContents if longest <= _SHORT else modes.Stretch
            self.horizontalHeader().setSectionResizeMode(column, mode)
        self.resizeRowsToContents()

    def _mark_refused(self, item: QTableWidgetItem, text: str) -> None:
        """Put what stands in place of a number in the middle as numbers are, and mark what is none."""
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        if text and not is_number(text):
            item.setText(f"✕ {text}")
            item.setForeground(colours(self.palette()).error)
