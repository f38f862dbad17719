"""核对合计: the totals of a paper table, typed beside the computed ones, so that a wrong number gives itself away."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from core.form.form_definition import FormDefinition
from core.report.entry_text import Refused, entry_as_text, format_number
from gui.look.colours import colours
from gui.look.plain_text import PlainLabel
from gui.matrix.model import AnyIndex
from gui.report.session import ReportSession

NAME, COMPUTED, PAPER, STATE = range(4)
HEADS = ("合计", "计算值", "纸上的合计", "核对")
_UNKNOWN, _ALOUD = "—", "还不能计算"
"""What stands for a sum of which a number is blank or wrong: an empty place would look like one not filled in."""
_NOT_COMPARED = "还不能比较：有未填或有误的数字"

_LEAST_STATE = "✕ 不一致　"
_INTRO = (
    "把纸质表上印的合计逐个填在“纸上的合计”一列。程序把它和各项相加的结果比较；不一致时在问题列表里推算最可能错的格子，"
    "请核对台账后再改。纸上的合计单独保存，不会印到报告里。"
)

_TEXT_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ForegroundRole,
)


def totals_of(form: FormDefinition, table_id: str) -> list[str]:
    """Return the codes of the totals of a table, none where all of it is entered."""
    return [code for code in form.tables[table_id].cells if form.cells[code].is_derived]


class ControlModel(QAbstractTableModel):
    """The totals of one table: name, computed value, paper value, and whether they agree."""

    def __init__(self, session: ReportSession, table_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.codes = totals_of(session.form, table_id)
        session.replaced.connect(self._announce_all)
        session.locked_changed.connect(self._announce_all)

    def follow(self) -> None:
        """Announce what changes from now on, for a view: without one it would cost each key of the table."""
        self._session.cells_changed.connect(self._announce)

    def _announce(self, codes: frozenset[str]) -> None:
        rows = [row for row, code in enumerate(self.codes) if code in codes]
        if rows:
            self.dataChanged.emit(self.index(rows[0], COMPUTED), self.index(rows[-1], STATE))

    def _announce_all(self) -> None:
        self._announce(frozenset(self.codes))

    def state(self, code: str) -> str:
        """Return how a total stands: 一致, 不一致, why it cannot be read or compared; "" where none was typed."""
        entry, computed = self._session.report.controls.get(code), self._session.facts.shown(code)
        if isinstance(entry, Refused):
            return f"✕ {entry.reason}"
        if entry is None:
            return ""
        if not computed:
            return _NOT_COMPARED
        return "✓ 一致" if format_number(entry) == computed else "✕ 不一致"

    @override
    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.codes)

    @override
    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(HEADS)

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        may_edit = index.column() == PAPER and not self._session.is_locked
        return flags | Qt.ItemFlag.ItemIsEditable if may_edit else flags

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole and column in (COMPUTED, PAPER):
            return Qt.AlignmentFlag.AlignCenter
        if role not in _TEXT_ROLES:  # most of what a view asks to measure its lines
            return None
        code = self.codes[index.row()]
        text = self._text(code, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = _ALOUD if text == _UNKNOWN else text or "未填"
            return f"{self._session.form.cells[code].name}，{HEADS[column]}：{said}"
        if role == Qt.ItemDataRole.ForegroundRole:
            return colours(QGuiApplication.palette()).error if column == STATE and text.startswith("✕") else None
        return text

    def _text(self, code: str, column: int) -> str:
        if column == NAME:
            return self._session.form.cells[code].name
        if column == COMPUTED:
            return self._session.facts.shown(code) or _UNKNOWN
        return self.state(code) if column == STATE else entry_as_text(self._session.report.controls.get(code))

    @override
    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or index.column() != PAPER or role != Qt.ItemDataRole.EditRole:
            return False
        self._session.enter_many({self.codes[index.row()]: str(value)}, "填写纸上的合计")
        return True

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or section < 0:
            return None
        return HEADS[section] if orientation == Qt.Orientation.Horizontal else str(section + 1)


class _TotalsView(QTableView):
    """A table in which Enter goes on to the next total and Delete takes one away.

    The numbers stand right behind the longest name, however wide the window is.
    """

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        numbers = sum(self.horizontalHeader().sectionSizeHint(column) for column in (COMPUTED, PAPER))
        room = self.viewport().width() - numbers - self.fontMetrics().horizontalAdvance(_LEAST_STATE)
        self.setColumnWidth(NAME, max(min(self.sizeHintForColumn(NAME), room), 0))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.model().setData(index, "")
        else:
            super().keyPressEvent(event)

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            below = self.currentIndex().siblingAtRow(self.currentIndex().row() + 1)
            if below.isValid():
                self.setCurrentIndex(below)


class ControlTotals(QWidget):
    """The page on which the totals of a paper table are typed.

    Its table is made when it is first needed, which in most reports is never.

    Signals:
        current_changed: Code of the total that the clerk stands on now.
    """

    current_changed = Signal(str)

    def __init__(self, session: ReportSession, table_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._name = f"{session.form.tables[table_id].name}：核对合计"
        self.model = ControlModel(session, table_id, self)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 6, 0, 8)  # at the sides it ends with the heading
        self._lines.addWidget(PlainLabel(_INTRO, wordWrap=True, objectName="hint"))

    @cached_property
    def view(self) -> _TotalsView:
        """The table of the totals."""
        view = _TotalsView()
        view.setModel(self.model)
        self.model.follow()
        view.setAccessibleName(self._name)
        view.setTabKeyNavigation(False)
        view.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        view.selectionModel().currentRowChanged.connect(
            lambda now, _before: self.current_changed.emit(self.model.codes[now.row()]) if now.isValid() else None
        )
        view.verticalHeader().hide()
        view.horizontalHeader().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Fixed)
        for column in (COMPUTED, PAPER):  # by its head, also in large print; no number is wider
            view.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        view.horizontalHeader().setSectionResizeMode(STATE, QHeaderView.ResizeMode.Stretch)
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)  # what is longer wraps
        self._lines.addWidget(view)
        self.setFocusProxy(view)
        return view

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self.view.show()
        super().showEvent(event)

    @property
    def current(self) -> str:
        """Code of the total that the clerk stands on; "" for none."""
        index = self.view.currentIndex() if self._is_made else QModelIndex()
        return self.model.codes[index.row()] if index.isValid() else ""

    @property
    def _is_made(self) -> bool:
        return "view" in self.__dict__

    def start(self) -> None:
        """Go to the first total that is not typed yet."""
        blank = (code for code in self.model.codes if code not in self._session.report.controls)
        self.go_to(next(blank, self.model.codes[0]))

    def go_to(self, code: str) -> None:
        """Stand on a total of this table."""
        index, selection = self.model.index(self.model.codes.index(code), PAPER), self.view.selectionModel()
        # Not by setCurrentIndex() of the view, which asks for the keys that are held down: Ctrl would add to them
        selection.setCurrentIndex(index, selection.SelectionFlag.ClearAndSelect)
        self.view.scrollTo(index)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit_pending(self) -> None:
        """Take over what stands in an open editor; it stays open."""
        editor = self.view.indexWidget(self.view.currentIndex()) if self._is_made else None
        if editor is not None:
            self.view.commitData(editor)
