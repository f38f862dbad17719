"""The model of a matrix: the printed grid of a table with what the session shows in it.

Everything that painting asks for is prepared when a number changes, so that a repaint costs no thinking:
``texts`` and ``states`` by place, where a place is grid row times width plus grid column.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from core.form.form_definition import GridItem, Table
from core.form.printed_table import head_rows
from core.report.entry_text import Entry, Refused
from core.report.report import parse_cell
from gui.matrix.words import CellWords
from gui.report.session import ReportSession

AnyIndex = QModelIndex | QPersistentModelIndex


# A state is a level (0 none, 1 hint, 2 warning, 3 error) plus these bits; LABEL stands for all that is no number.
BLANK, REFUSED, TOTAL = 4, 8, 16
LABEL = -1
LEVEL_OF_STATE = 3
STATES = 32

_LEVELS: Mapping[str, int] = {"": 0, "hint": 1, "warning": 2, "error": 3}

# Plain integers: comparing enum members costs more than all the rest of data().
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_READ_ALOUD = int(Qt.ItemDataRole.AccessibleTextRole)
_DESCRIBED = int(Qt.ItemDataRole.AccessibleDescriptionRole)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_NO_FLAGS = Qt.ItemFlag.NoItemFlags
_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_WRITE = _READ | Qt.ItemFlag.ItemIsEditable


class MatrixModel(QAbstractTableModel):
    """A table of the form, label by label and number by number.

    Rows above the first number are left to the header of the view where all header rows stand on top; a table
    with header rows between its numbers keeps them all.

    Attributes:
        table: The table of the form definition.
        first_row: Grid row that is row 0 of the model.
        texts: What each place shows.
        states: The state of each place.
        words: What is said about the places.

    Signals:
        shown_changed: The places that show something else, once for a change; none where all may. Qt is told of the
            block in which they stand: each telling takes as long as painting a number.
    """

    shown_changed = Signal(object)

    def __init__(self, session: ReportSession, table_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._table_id = table_id
        self.words = CellWords(session, table_id)
        self._lay_out()
        session.cells_changed.connect(self._show_changed)
        session.replaced.connect(self._show_other_report)
        session.locked_changed.connect(self._show_all)

    # ------------------------------------------------------------ the grid

    def _lay_out(self) -> None:
        self.table: Table = self._session.form.tables[self._table_id]
        grid = self.table.grid
        self.first_row = head_rows(self.table)
        self.width = self.table.width
        self.height = len(grid) - self.first_row
        self.items: dict[int, GridItem] = {}
        self.place_of: dict[str, int] = {}
        self._owners: list[int] = [0] * (self.width * self.height)
        for item in (item for row in grid[self.first_row :] for item in row):
            place = (item.top - self.first_row) * self.width + item.left
            self.items[place] = item
            if item.code:
                self.place_of[item.code] = place
            for row in range(item.height):
                for column in range(item.width):
                    self._owners[place + row * self.width + column] = place
        self.texts = [""] * (self.width * self.height)
        self.states = [LABEL] * (self.width * self.height)
        for place, item in self.items.items():
            self.texts[place] = item.label
        self.__dict__.pop("header_items", None)
        self._look_up(self.place_of)

    @cached_property
    def header_items(self) -> tuple[GridItem, ...]:
        """The labels above the model's first row; empty where the header rows are part of the model."""
        return tuple(item for row in self.table.grid[: self.first_row] for item in row)

    def owner(self, row: int, column: int) -> int:
        """Return the place of the item that covers a row and column of the model."""
        return self._owners[row * self.width + column]

    def code_at(self, index: AnyIndex) -> str:
        """Return the code of the number at an index; "" at a label or nowhere."""
        if not index.isValid():
            return ""
        return self.items[self.owner(index.row(), index.column())].code

    def index_of(self, code: str) -> QModelIndex:
        """Return the index of a number; an invalid one for a code of another table."""
        place = self.place_of.get(code)
        return QModelIndex() if place is None else self.index(*divmod(place, self.width))

    def is_entered(self, code: str) -> bool:
        """Whether a person fills the cell in (it is no total)."""
        return not self._session.form.cells[code].is_derived

    def labels_of(self, code: str) -> frozenset[GridItem]:
        """Return the labels that name a number: those left of it in its row and the header above its column."""
        place = self.place_of[code]
        cell = self.items[place]
        columns = range(cell.left, cell.left + cell.width)
        found = [i for row in self.table.grid for i in row if i.label and i.top <= cell.top < i.top + i.height]
        for row in reversed(self.table.grid[: cell.top]):
            above = [i for i in row if i.is_header and i.left < columns.stop and i.left + i.width > columns.start]
            if not above and any(i.is_header for i in found):
                break
            found += above
        return frozenset(found)

    # ------------------------------------------------------------ what the session shows

    def _look_up(self, codes: Iterable[str]) -> list[int]:
        """Take over what these numbers show; return the places that show something else than before."""
        session, cells = self._session, self._session.form.cells
        changed = []
        for code in codes:
            place = self.place_of[code]
            text = session.facts.shown(code)
            state = _LEVELS[session.facts.level(code)]
            if cells[code].is_derived:
                state |= TOTAL
            elif not text:
                state |= BLANK
            elif isinstance(session.report.cells.get(code), Refused):
                state |= REFUSED
            if text != self.texts[place] or state != self.states[place]:
                self.texts[place], self.states[place] = text, state
                changed.append(place)
        return changed

    def _show_changed(self, changed: frozenset[str]) -> None:
        """Take over what changed and announce just that."""
        places = self._look_up(changed & self.place_of.keys())
        if len(places) > self.width * 4:
            self._announce_all()
            return
        if places:
            rows, columns = [place // self.width for place in places], [place % self.width for place in places]
            self.dataChanged.emit(self.index(min(rows), min(columns)), self.index(max(rows), max(columns)))
            self.shown_changed.emit(places)

    def _show_all(self) -> None:
        self._look_up(self.place_of)
        self._announce_all()

    def _announce_all(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(self.height - 1, self.width - 1))
        self.shown_changed.emit(())

    def _show_other_report(self) -> None:
        """Begin anew: another report may follow another form."""
        if self._table_id not in self._session.form.tables:
            return
        self.beginResetModel()
        self._lay_out()
        self.endResetModel()

    # ------------------------------------------------------------ Qt's questions

    @override
    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else self.height

    @override
    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else self.width

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return _NO_FLAGS
        state = self.states[index.row() * self.width + index.column()]
        if state == LABEL:
            return _NO_FLAGS
        return _READ if state & TOTAL or self._session.is_locked else _WRITE

    def places_in(self, rows: range, columns: range) -> set[int]:
        """Return the places of the items that cover any of these rows and columns."""
        owners, width = self._owners, self.width
        return {owners[row * width + column] for row in rows for column in columns}

    @override
    def data(self, index: AnyIndex, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        if role in (_DISPLAY, _EDIT):
            return self.texts[index.row() * self.width + index.column()]
        if role == _ALIGN:
            return _CENTRE
        words = {_TIP: self.words.tip, _READ_ALOUD: self.words.aloud, _DESCRIBED: self.words.described}.get(role)
        return words(self.items[self.owner(index.row(), index.column())]) if words else None

    @override
    def setData(self, index: AnyIndex, value: Any, role: int = _EDIT) -> bool:
        code = self.code_at(index)
        return role == _EDIT and bool(code) and self.enter(code, str(value))

    def enter(self, code: str, text: str) -> bool:
        """Hand what is being typed to the session; return whether the cell takes entries now."""
        if not self.is_entered(code) or self._session.is_locked:
            return False
        self._session.enter(code, text)
        return True

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if role != _DISPLAY or section < 0:
            return None
        # Shown nowhere, but read aloud: none may be without a name.
        if orientation == Qt.Orientation.Horizontal:
            above = [i for i in self.header_items if i.left <= section < i.left + i.width]
            return max(above, key=lambda i: i.top).label if above else f"第{section + 1}列"
        labels = [i for i in self.items.values() if i.label and i.top - self.first_row == section]
        named = [i for i in labels if i.row_key] or labels
        return named[-1].label if named else self.table.name

    # ------------------------------------------------------------ entries

    def entry_means(self, code: str, text: str) -> bool:
        """Whether a text, taken as an entry, is what the cell holds already."""
        return parse_cell(self._session.form, code, text) == self.entry(code)

    def entry(self, code: str) -> Entry:
        """Return what the cell holds."""
        return self._session.report.cells.get(code)

    def restore(self, code: str, entry: Entry) -> None:
        """Put back what the cell held before the open edit began."""
        self._session.set_entries({code: entry}, "填写", edit=code)
