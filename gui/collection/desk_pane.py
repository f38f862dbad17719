"""What the window of 汇总审核 shows: the line of totals, the units with what finds and orders them, one unit beside."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from core.base.short_texts import some_of
from core.office.collection.added_up import summed_in_words
from core.office.collection.collected import Collected
from core.office.collection.desk import STATES
from core.office.collection.desk_workbook import totals_in_words
from gui.collection.unit_lines import UnitLine, unit_lines
from gui.collection.unit_panel import UnitPanel, report_of
from gui.collection.units_model import (
    COUNTED,
    COUNTS,
    FILES,
    HEADS,
    NAME,
    STATE,
    TYPE,
    VERDICT,
    UnitsFilter,
    UnitsModel,
)
from gui.look.plain_text import PlainLabel
from gui.look.row_table import first_or_last_row
from gui.look.search_line import SearchLine
from gui.look.steady_box import SteadyBox

_ORDER = (NAME, STATE, VERDICT, COUNTS, COUNTED, TYPE, FILES)
"""What matters most stands first: in a narrow window the last ones are out of sight."""
_WIDTHS = (200, 104, 150, 70, 84, 190, 84)
_LONGEST = {VERDICT: "有错误", COUNTS: HEADS[COUNTS], COUNTED: HEADS[COUNTED]}
"""The longest words of the columns that nobody can read when they are cut."""
_A_FILE = "水利局年报"
"""What of the name of a file has room, however large the letters are, without moving the state far out of sight."""
_NONE_FOUND = "没有找到这样的单位或文件，请换几个字，或改为“全部单位”。"
_WAITING = "新放入或改过、待读取：{names}。"
_NAMED = 3
_BESIDE = 16  # pixels beside the words of a cell


class DeskPane(QWidget):
    """Shows how a desk stands.

    Attributes:
        model: The units.
        shown: Those that are looked for, in the wanted order.
        totals: The line of totals.
        panel: What is known of the chosen unit.

    Signals:
        report_wanted: A report is to be opened; carries the Target.
    """

    report_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._collected: Collected | None = None
        self.search = SearchLine("查找单位、文件（Ctrl+F）")
        self.state = SteadyBox()
        self.state.setAccessibleName("显示哪些单位")
        self.state.addItem("全部单位", "")
        for state in STATES:
            self.state.addItem(f"只看{state}", state)
        self.order = SteadyBox()
        self.order.setAccessibleName("按什么排序")
        for column, head in enumerate(HEADS):
            self.order.addItem("按名单的顺序" if column == NAME else f"按{head}排序", column)
        self.totals = PlainLabel(wordWrap=True, objectName="heading")
        self.model = UnitsModel(self)
        self.shown = UnitsFilter(self.model, self)
        self.table = self._made_table()
        self.panel = UnitPanel()
        self.panel.report_wanted.connect(self.report_wanted)
        self._lay_out()
        self.search.textChanged.connect(self._filter)
        down = QShortcut(QKeySequence("Down"), self.search, self._go_to_table)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)  # as an argument it is not heeded, and no list goes down
        self.state.activated.connect(self._filter)
        self.order.activated.connect(self._sort)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        for widget in (self.search, self.state, self.order):
            line.addWidget(widget, 1 if widget is self.search else 0)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line)
        column.addWidget(self.table, 1)
        split = QSplitter()
        for side, weight in ((left, 3), (self.panel, 2)):
            split.addWidget(side)
            split.setStretchFactor(split.count() - 1, weight)
        split.setSizes([900, 420])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 4)
        layout.addWidget(self.totals)
        layout.addWidget(split, 1)

    def _made_table(self) -> _UnitsTable:
        table = _UnitsTable()
        table.setModel(self.shown)
        table.row_activated.connect(self.open_current)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for place, head in enumerate(_ORDER):
            header.moveSection(header.visualIndex(head), place)
        header.setSortIndicator(NAME, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(True)
        table.fit_columns()
        table.selectionModel().currentRowChanged.connect(self._show_unit)
        return table

    def offer(self, actions: list[QAction]) -> None:
        """Offer commands on a unit in the context menu of the table."""
        self.table.addActions(actions)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def show_desk(self, collected: Collected, *, is_read_only: bool, waiting: Sequence[str] = ()) -> None:
        """Show how the desk stands now; the chosen unit stays chosen. ``waiting`` are the files not read yet."""
        self.show_part(collected, waiting)
        desk = collected.desk
        words = f"{totals_in_words(desk)}；计入汇总{summed_in_words(desk, collected.ledger)}。"
        more = _WAITING.format(names=some_of(waiting, _NAMED, "个")) if waiting else ""
        self.totals.setText(f"{'【只读】' if is_read_only else ''}{words}{more}")

    def show_part(self, collected: Collected, waiting: Sequence[str] = ()) -> None:
        """Show the units whose files were read so far; who looks at one of them goes on doing so."""
        self._collected = collected
        chosen = self.line
        self.model.show_lines(unit_lines(collected, waiting))
        self.table.fit_states()
        self._choose(chosen)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Show the list in the colours of another scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.model.colour_anew()

    def clear(self) -> None:
        """Show no unit: what was read so far is not all."""
        self._collected = None
        self.model.show_lines([])
        self._show_unit()

    @property
    def line(self) -> UnitLine | None:
        """The chosen line."""
        index = self.table.currentIndex()
        return self.shown.line(index.row()) if index.isValid() else None

    def _choose(self, line: UnitLine | None) -> None:
        """Choose a line where it is shown, else the first one."""
        row = max(self.shown.row_of(line.key), 0) if line else 0
        if row < self.shown.rowCount():
            self.table.setCurrentIndex(self.shown.index(row, max(self.table.currentIndex().column(), 0)))
        self._show_unit()

    def _show_unit(self, *_rows: QModelIndex | QPersistentModelIndex) -> None:
        self.panel.show_line(self.line, self._collected)
        if self.model.rowCount() and not self.shown.rowCount():
            self.panel.title.setText(_NONE_FOUND)

    def _filter(self) -> None:
        chosen = self.line
        self.shown.look_for(self.search.text(), self.state.currentData())
        self._choose(chosen)

    def _sort(self) -> None:
        column = self.order.currentData()
        order = Qt.SortOrder.DescendingOrder if column == COUNTS else Qt.SortOrder.AscendingOrder
        self.table.sortByColumn(column, order)
        self._choose(None)

    def go_to_search(self) -> None:
        """Put the keyboard where units are looked for."""
        self.search.setFocus()
        self.search.selectAll()

    def _go_to_table(self) -> None:
        """Put the keyboard from the search line onto the units that were found."""
        self.table.setFocus()

    def switch_pane(self) -> None:
        """Put the keyboard into the list of findings, or back into the table."""
        (self.table if self.panel.list.hasFocus() else self.panel.list).setFocus()

    def open_current(self) -> None:
        """Open the report of the chosen unit."""
        target = report_of(self.line.unit) if self.line and self.line.unit else None
        if target is not None:
            self.report_wanted.emit(target)


class _UnitsTable(QTableView):
    """The units; Enter and a double click open the report of the row.

    Signals:
        row_activated: Enter was pressed on the current row, or it was clicked twice.
    """

    row_activated = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("各单位")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.doubleClicked.connect(lambda _index: self.row_activated.emit())

    def fit_columns(self) -> None:
        """Make the short columns wide enough for their words in letters of any size."""
        header = self.horizontalHeader()
        for column, width in enumerate(_WIDTHS):
            words = self.fontMetrics().horizontalAdvance(_LONGEST.get(column, ""))
            least = max(words + _BESIDE, header.sectionSizeHint(column)) if words else 0
            self.setColumnWidth(column, max(width, least))
        self._fit_files()

    def fit_states(self) -> None:
        """Give the longest state the room that it lacks, as far as the names of files can spare it."""
        model, column = self.model(), STATE
        texts = [str(model.index(row, column).data()) for row in range(model.rowCount())]
        words = max(map(self.fontMetrics().horizontalAdvance, texts), default=0)
        spare = self.columnWidth(FILES) - self.fontMetrics().horizontalAdvance(_A_FILE) - _BESIDE
        lacking = words + _BESIDE - self.columnWidth(column)
        if min(lacking, spare) > 0:
            self.setColumnWidth(column, self.columnWidth(column) + min(lacking, spare))
            self._fit_files()

    def _fit_files(self) -> None:
        """Give the names of files the room that is left, and enough for one of them in any case."""
        header, least = self.horizontalHeader(), self.fontMetrics().horizontalAdvance(_A_FILE) + _BESIDE
        left = self.viewport().width() - header.length() + header.sectionSize(FILES)
        is_enough = left >= least
        modes = QHeaderView.ResizeMode
        header.setSectionResizeMode(FILES, modes.Stretch if is_enough else modes.Interactive)
        if not is_enough:
            self.setColumnWidth(FILES, least)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_files()

    @override
    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        end = first_or_last_row(self, action)
        return super().moveCursor(action, modifiers) if end is None else end

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.row_activated.emit()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Fit the columns to letters of another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.model() is not None:
            self.fit_columns()
