"""Chooses a number of the tables, or a standard sentence, to be put into a text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from core.report.entry_text import Refused
from core.report.totals import NOT_COMPUTED, spoiled_totals
from gui import dialogs
from gui.dialogs.answer_buttons import answer_buttons
from gui.dialogs.dialog_size import open_with_size
from gui.look.plain_text import PlainLabel
from gui.look.search_line import SearchLine
from gui.look.wrapped_lines import fit_lines
from gui.report.session import ReportSession

_VALUE = Qt.ItemDataRole.UserRole
_NONE = "没有找到，请换几个字，或者少写几个字。"
_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class InsertDialog(QDialog):
    """A searchable list; ``chosen`` is the value behind the accepted line, or None."""

    def __init__(self, parent: QWidget | None, title: str, choices: list[tuple[str, str]]) -> None:
        """Offer lines with the values behind them; what follows a tab in a line stands at the right."""
        super().__init__(parent)
        self.setWindowTitle(title)
        open_with_size(self, 560, 460)
        self.chosen: str | None = None
        self._search = SearchLine("输入几个字查找")
        self._list = QTreeWidget()
        self._list.setAccessibleName(title)
        is_split = any("\t" in text for text, _ in choices)
        self._list.setColumnCount(2 if is_split else 1)
        self._list.setRootIsDecorated(False)
        self._list.setWordWrap(True)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        head = self._list.header()
        head.hide()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        if is_split:
            head.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        for text, value in choices:
            item = QTreeWidgetItem(text.split("\t"))
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setData(0, _VALUE, value)
            self._list.addTopLevelItem(item)
        head.sectionResized.connect(self._fit_lines)
        buttons, self._insert = answer_buttons(self, "插入")
        self._none = PlainLabel(_NONE, objectName="hint")
        layout = QVBoxLayout(self)
        for widget in (self._search, self._none, self._list, buttons):
            layout.addWidget(widget)
        self._search.textChanged.connect(self._filter)
        self._search.returnPressed.connect(self.accept)
        self._list.itemActivated.connect(lambda _item: self.accept())
        self._filter("")

    def _fit_lines(self, column: int, _old: int, width: int) -> None:
        """Show each sentence in full: some differ at their ends only."""
        if column == 0:
            fit_lines(self._list, column, width)

    def _filter(self, text: str) -> None:
        words = text.split()
        first: QTreeWidgetItem | None = None
        for row in range(self._list.topLevelItemCount()):
            item = self._list.topLevelItem(row)
            hidden = not all(word in f"{item.text(0)} {item.text(1)}" for word in words)
            item.setHidden(hidden)
            if first is None and not hidden:
                first = item
        self._none.setVisible(first is None)
        self._insert.setEnabled(first is not None)
        if first is not None:
            self._list.setCurrentItem(first)

    @override
    def accept(self) -> None:
        """Take the current line."""
        item = self._list.currentItem()
        if item is not None and not item.isHidden():
            self.chosen = item.data(0, _VALUE)
            super().accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go up and down the list also while the words to be looked for have the focus."""
        if event.key() in _MOVES:
            self._list.keyPressEvent(event)
        else:
            super().keyPressEvent(event)


def number_choices(session: ReportSession) -> list[tuple[str, str]]:
    """Return every number that can be linked, with its value as it is put in, and its code; the totals first."""
    spoiled = spoiled_totals(session.report)
    choices = [
        (f"{cell.name}（{cell.unit}）\t{_value(session, code, spoiled)}", code)
        for code, cell in session.form.cells.items()
    ]
    return sorted(choices, key=lambda choice: not session.form.cells[choice[1]].is_derived)


def _value(session: ReportSession, code: str, spoiled: set[str]) -> str:
    if isinstance(session.report.cells.get(code), Refused):
        return "填写有误"
    return session.facts.shown(code) or (NOT_COMPUTED if code in spoiled else "未填")


def ask_field(parent: QWidget, session: ReportSession) -> str | None:
    """Ask which number to link; return its code, or None."""
    dialog = InsertDialog(parent, "插入表中数字", number_choices(session))
    return dialog.chosen if dialogs.accepted(dialog) else None


def ask_sentence(parent: QWidget, session: ReportSession, code: str) -> str | None:
    """Ask which standard sentence to put in; return it with its linked numbers as fields, or None."""
    dialog = InsertDialog(parent, "插入常用语句", session.facts.sentences(code))
    return dialog.chosen if dialogs.accepted(dialog) else None
