"""What comes of a comparison at the desk: lines in a table, two texts side by side, a table that was pasted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QBrush, QGuiApplication, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTableWidgetItem,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from core.office.collection.pasted_places import PastedPlaces, pasted_places
from gui.dialogs import pasted_lines
from gui.dialogs.answer_buttons import answer_buttons, close_buttons, send_by_keys
from gui.dialogs.dialog_size import open_with_size
from gui.dialogs.keeping_dialog import KeepingDialog
from gui.look.colours import colours
from gui.look.plain_text import PlainLabel, plain_tip
from gui.look.row_table import RowTable

_SHORTEST_ALIKE = 8
"""Characters from which an equal stretch is marked."""


class ResultDialog(QDialog):
    """Lists what a comparison found."""

    def __init__(
        self, title: str, intro: str, heads: Sequence[str], rows: Sequence[Sequence[str]], parent: QWidget | None = None
    ) -> None:
        """List the rows; the last column takes the room that is left."""
        super().__init__(parent)
        self.setWindowTitle(title)
        open_with_size(self, 960, 540)
        self.intro = PlainLabel(intro, wordWrap=True)
        self.table = RowTable(len(rows), heads, title)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(len(heads) - 1, QHeaderView.ResizeMode.Stretch)
        for column in range(len(heads) - 1):
            self.table.setColumnWidth(column, max(210, header.sectionSizeHint(column)))
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(plain_tip(text))
                self.table.setItem(row, column, item)
        self.table.resizeRowsToContents()
        header.sectionResized.connect(self.table.resizeRowsToContents)
        self.table.selectRow(0)
        layout = QVBoxLayout(self)
        layout.addWidget(self.intro)
        layout.addWidget(self.table, 1)
        layout.addWidget(close_buttons(self))


class AlikeDialog(QDialog):
    """Two texts side by side, with what both have marked."""

    def __init__(self, intro: str, one: tuple[str, str], other: tuple[str, str], parent: QWidget | None = None) -> None:
        """Show two texts, each with the name of its unit."""
        super().__init__(parent)
        self.setWindowTitle("对照雷同的文字")
        open_with_size(self, 1040, 600)
        self.intro = PlainLabel(intro, wordWrap=True)
        blocks = SequenceMatcher(None, one[1], other[1], autojunk=False).get_matching_blocks()
        alike = [block for block in blocks if block.size >= _SHORTEST_ALIKE]
        sides = QHBoxLayout()
        self.texts: list[QPlainTextEdit] = []
        for (name, text), starts in ((one, [b.a for b in alike]), (other, [b.b for b in alike])):
            side = QVBoxLayout()
            heading = PlainLabel(name, wordWrap=True, objectName="heading")
            side.addWidget(heading)
            shown = QPlainTextEdit(text, readOnly=True)
            shown.setAccessibleName(name)
            shown.setTabChangesFocus(True)
            self._mark(shown, [(start, block.size) for start, block in zip(starts, alike, strict=True)])
            self.texts.append(shown)
            side.addWidget(shown, 1)
            sides.addLayout(side, 1)
        layout = QVBoxLayout(self)
        layout.addWidget(self.intro)
        layout.addLayout(sides, 1)
        layout.addWidget(close_buttons(self))

    def _mark(self, shown: QPlainTextEdit, stretches: Sequence[tuple[int, int]]) -> None:
        look = QTextCharFormat()
        look.setBackground(QBrush(colours(self.palette()).warning_back))
        marks = []
        for start, size in stretches:
            mark = QTextEdit.ExtraSelection()
            mark.format = look  # type: ignore[attr-defined]  # PySide6 leaves the fields of this struct out of its types
            cursor = QTextCursor(shown.document())
            cursor.setPosition(start)
            cursor.setPosition(start + size, QTextCursor.MoveMode.KeepAnchor)
            mark.cursor = cursor  # type: ignore[attr-defined]
            marks.append(mark)
        shown.setExtraSelections(marks)


class ResendDialog(QDialog):
    """Shows the text that asks a unit for another file, to be copied into a message."""

    def __init__(self, intro: str, text: str, parent: QWidget | None = None) -> None:
        """Show a text."""
        super().__init__(parent)
        self.setWindowTitle("请单位重新报送")
        open_with_size(self, 720, 420)
        self.intro = PlainLabel(intro, wordWrap=True)
        self.text = QPlainTextEdit(text, readOnly=True)
        self.text.setAccessibleName("发给单位的文字")
        self.text.setTabChangesFocus(True)
        self.copy = QPushButton("复制")
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        layout = QVBoxLayout(self)
        layout.addWidget(self.intro)
        layout.addWidget(self.text, 1)
        layout.addWidget(close_buttons(self, self.copy))


class _TableField(QPlainTextEdit):
    """A table that is pasted, one row a line; some web editors copy it as a page alone."""

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return pasted_lines.holds_lines(source)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(pasted_lines.pasted_lines(source))


class PublicationsDialog(KeepingDialog):
    """Takes a table of units with the days and addresses of their publication."""

    def __init__(
        self,
        names: Sequence[str],
        year: int,
        today: date,
        without: Mapping[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Take the units, and of those without a report, by plain name, why in a few words."""
        super().__init__("粘贴公布网址和日期", parent)
        open_with_size(self, 760, 480)
        self._names, self._year, self._today, self._without = names, year, today, without
        self.read = PastedPlaces({}, ())
        intro = PlainLabel(
            "从 Excel、WPS 或网页复制后粘贴在这里：一个单位一行，有单位全称、公布日期、公布网址，列的先后不限。",
            wordWrap=True,
        )
        self.text = _TableField(placeholderText="某某县水利局\t2026-01-20\thttps://…")
        self.text.setAccessibleName("公布网址和日期")
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._read)
        self.found = PlainLabel(wordWrap=True, objectName="hint")
        self.rows = QListWidget()
        self.rows.setAccessibleName("没有登记或要核对的行")
        self.rows.setWordWrap(True)
        buttons, self.ok = answer_buttons(self, "登记")
        send_by_keys(self)
        layout = QVBoxLayout(self)
        layout.addWidget(intro)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.found)
        layout.addWidget(self.rows, 1)
        layout.addWidget(buttons)
        self._read()
        self.begin()

    def _read(self) -> None:
        self.read = pasted_places(self.text.toPlainText(), self._names, self._year, self._today, self._without)
        lost, notes = self.read.lost, self.read.notes
        parts = [f"认出{len(self.read.found)}个单位"]
        parts += [f"{len(lost)}行不登记，改好后再粘贴"] * bool(lost) + [f"{len(notes)}行请核对"] * bool(notes)
        self.found.setText(f"{'；'.join(parts)}。")
        self.rows.clear()
        self.rows.addItems([*(f"✕ {line}" for line in lost), *(f"！ {line}" for line in notes)])
        self.rows.setVisible(bool(lost or notes))
        self.ok.setEnabled(bool(self.read.found))

    @override
    def accept(self) -> None:
        if self.read.found:
            super().accept()

    @override
    def filled(self) -> object:
        return self.text.toPlainText().strip()
