"""The bar that finds a row, column or number of a matrix."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from core.report.entry_text import entry_as_text, parse_entry
from gui.look.plain_text import PlainLabel
from gui.look.search_line import SearchLine
from gui.matrix.model import MatrixModel

_DECIMALS = 6  # as many as any cell allows


def matches(model: MatrixModel, wanted: str) -> list[str]:
    """Return the numbers that a search leads to, in reading order.

    A number, typed in any way in which a cell takes it, finds the cells that show it; any other text finds the first
    cell of each row, or column, whose label contains it.
    """
    wanted = wanted.strip()
    if not wanted:
        return []
    codes = model.table.cells
    number = entry_as_text(parse_entry(wanted, decimals=_DECIMALS, is_signed=True))
    shown = [code for code in codes if model.texts[model.place_of[code]] in (wanted, number)]
    if shown:
        return shown
    found: dict[object, str] = {}
    for code in codes:
        for label in model.labels_of(code):
            if wanted in label.label:
                found.setdefault(label, code)
    order = {code: i for i, code in enumerate(codes)}
    return sorted(set(found.values()), key=order.__getitem__)


class FindBar(QWidget):
    """A line to search in, with the number of places found.

    Signals:
        found: Code of the number to go to.
        closed: The clerk is done searching.
    """

    found = Signal(str)
    closed = Signal()

    def __init__(self, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._places: list[str] = []
        self._at = -1
        self.setObjectName("matrix-find")
        self.line = SearchLine("查找行名、列名或数字")
        self.line.textEdited.connect(self._search)
        self.count = PlainLabel(objectName="hint")
        earlier, later, close = QPushButton("上一处"), QPushButton("下一处"), QPushButton("关闭")
        earlier.clicked.connect(lambda: self.step(-1))
        later.clicked.connect(lambda: self.step(1))
        close.clicked.connect(self.closed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.addWidget(self.line, 1)
        for widget in (self.count, earlier, later, close):
            layout.addWidget(widget)

    def start(self) -> None:
        """Show the bar and take the focus."""
        self.show()
        self.line.setFocus()
        self.line.selectAll()

    def _search(self, wanted: str) -> None:
        self._places, self._at = matches(self._model, wanted), -1
        if self._places:
            self.step(1)
        else:
            self.count.setText(f"没有找到“{wanted.strip()}”" if wanted.strip() else "")

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) place; after the last comes the first."""
        if self._places:
            self._at = (self._at + direction) % len(self._places)
            self.count.setText(f"第 {self._at + 1} 处，共 {len(self._places)} 处")
            self.found.emit(self._places[self._at])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)
