"""The table view of a matrix: keys, selection and the editor, as in a spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from typing_extensions import override

from core.form.form_definition import GridItem
from gui.matrix.canvas import MatrixCanvas
from gui.matrix.delegate import CellEditor, MatrixDelegate, move_of
from gui.matrix.model import AnyIndex, MatrixModel
from gui.matrix.moves import TabbedRow, edge, following, next_blank, step
from gui.matrix.note import EntryNote
from gui.matrix.words import TABLE_END_HINT, TOTAL_HINT

_ACTIONS = QAbstractItemView.CursorAction
_TRIGGERS = QAbstractItemView.EditTrigger
_DIRECTIONS = {
    _ACTIONS.MoveUp: "above",
    _ACTIONS.MoveDown: "below",
    _ACTIONS.MoveLeft: "left",
    _ACTIONS.MoveRight: "right",
}
_SELECTING: Mapping[int, QAbstractItemView.CursorAction] = {
    Qt.Key.Key_Up: _ACTIONS.MoveUp,
    Qt.Key.Key_Down: _ACTIONS.MoveDown,
    Qt.Key.Key_Left: _ACTIONS.MoveLeft,
    Qt.Key.Key_Right: _ACTIONS.MoveRight,
    Qt.Key.Key_Home: _ACTIONS.MoveHome,
    Qt.Key.Key_End: _ACTIONS.MoveEnd,
    Qt.Key.Key_PageUp: _ACTIONS.MovePageUp,
    Qt.Key.Key_PageDown: _ACTIONS.MovePageDown,
}
_PAGE = 8
"""Rows that PageUp and PageDown go."""


class MatrixGrid(MatrixCanvas):
    """The numbers of one table with their labels.

    Attributes:
        note: The line that says why an entry was refused.

    Signals:
        code_changed: Code of the number that became current.
        selection_changed: Which numbers are selected changed.
        zoom_wanted: Ctrl and the wheel ask for larger (1) or smaller (-1) print.
        block_pasted: Several cells were pasted into the editor of one.
    """

    code_changed = Signal(str)
    selection_changed = Signal()
    zoom_wanted = Signal(int)
    block_pasted = Signal()

    def __init__(self, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.delegate = MatrixDelegate(model, self.ink, self)
        self.setItemDelegate(self.delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(_TRIGGERS.AnyKeyPressed | _TRIGGERS.EditKeyPressed | _TRIGGERS.DoubleClicked)
        self.note = EntryNote(
            self.viewport(), lambda: (self.visualRect(self.currentIndex()), self.matrix.words.refusal(self.code))
        )
        self.note.apply_look(self.ink.colours)
        self._anchor = QPersistentModelIndex()
        self._row = TabbedRow(model)
        self._gap = ""  # the blank cell that Enter led to past the end of the table
        self.delegate.typed.connect(self.note.show_lasting)
        self.delegate.move_wanted.connect(self.go)
        self.delegate.block_pasted.connect(self.block_pasted)
        self.delegate.closeEditor.connect(self._show_closed)
        self.header.label_pressed.connect(self._select_labelled)
        self.setModel(model)
        model.modelReset.connect(self._begin_anew)
        model.shown_changed.connect(self.note.renew)
        self._begin_anew()

    def _begin_anew(self) -> None:
        """Show the model from its first number on; runs after Qt's own reset, which forgets sizes."""
        self.selected_indexes = []
        self.lay_out()
        self.select(self.matrix.table.cells[0])

    @override
    def apply_look(self) -> None:
        super().apply_look()
        self.note.apply_look(self.ink.colours)

    # ------------------------------------------------------------ current and selected

    @property
    def code(self) -> str:
        """Code of the current number; "" where there is none."""
        return self.matrix.code_at(self.currentIndex())

    def selected_codes(self) -> list[str]:
        """Return the codes of the selected numbers in reading order; the current one where none is selected."""
        codes = {self.matrix.code_at(index) for index in self.selectedIndexes()} or {self.code}
        return [code for code in self.matrix.table.cells if code in codes]

    def select(self, code: str) -> None:
        """Make a number current and show it."""
        index = self.matrix.index_of(code)
        if index.isValid():
            # Not by setCurrentIndex(), which asks for the keys that are held down: Ctrl would add to the selection.
            self.selectionModel().setCurrentIndex(index, self.selectionModel().SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    @override
    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        code = self.matrix.code_at(current)
        self._gap = ""
        self.show_active(self.matrix.labels_of(code) if code else frozenset())
        self.note.show_lasting()
        if code:
            self._anchor = QPersistentModelIndex(current)
            self.code_changed.emit(code)

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        indexes = self.selectedIndexes()
        self.selected_indexes = indexes if len(indexes) > 1 else []
        self.selection_changed.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        is_left = event.button() == Qt.MouseButton.LeftButton
        if index.isValid() and not self.matrix.code_at(index):
            if is_left:
                self._select_labelled(self.matrix.items[self.matrix.owner(index.row(), index.column())])
        elif is_left and index.isValid() and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self._extend_to(index)
        else:
            super().mousePressEvent(event)

    def _extend_to(self, index: QModelIndex) -> None:
        """Select the block from the anchor to an index, which becomes current.

        Qt's own anchor stays where the last key or click was, also after a jump to a finding.
        """
        anchor = self._anchor
        model = self.matrix
        ends = [model.items[model.owner(i.row(), i.column())] for i in (anchor, index)]
        top, left = (min(getattr(i, side) for i in ends) for side in ("top", "left"))
        bottom, right = max(i.top + i.height for i in ends) - 1, max(i.left + i.width for i in ends) - 1
        block = QItemSelection(model.index(top - model.first_row, left), model.index(bottom - model.first_row, right))
        flags = self.selectionModel().SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.NoUpdate)
        self._anchor = anchor
        self.selectionModel().select(block, flags.ClearAndSelect)

    def _select_labelled(self, label: GridItem) -> None:
        """Select the numbers that a label names."""
        named = [code for code in self.matrix.table.cells if label in self.matrix.labels_of(code)]
        if named:
            flags = self.selectionModel().SelectionFlag
            self.selectionModel().setCurrentIndex(self.matrix.index_of(named[0]), flags.NoUpdate)
            chosen = QItemSelection()
            for code in named:
                chosen.select(self.matrix.index_of(code), self.matrix.index_of(code))
            self.selectionModel().select(chosen, flags.ClearAndSelect)

    # ------------------------------------------------------------ keys

    def go(self, move: str) -> bool:
        """Make another number current: down, up, next, previous, or a neighbour; False at the end."""
        code = self.code or self.matrix.table.cells[0]
        neighbour = move in _DIRECTIONS.values()
        gap = ""
        # As in a spreadsheet: Enter at the end of a row that Tab went along leads below its beginning
        found = self._row.below(code) if move == "down" else ""
        if not found and not (move == "down" and (self._row.ends(code) or self._gap == code)):
            found = step(self.matrix, code, move) if neighbour else following(self.matrix, code, move)
        if not found and move == "down":
            # From the end on only to blank ones, also after the first of these: what follows it was filled in before
            found = gap = next_blank(self.matrix, code)
            if not found and not self.matrix.words.refusal(code):
                self.note.show_hint(self.visualRect(self.currentIndex()), TABLE_END_HINT)
        if move == "next":
            self._row.follow(code, found)
        if found:
            self.select(found)
            self._gap = gap
        elif move in ("next", "previous"):
            self.focusNextPrevChild(move == "next")
        return bool(found)

    @override
    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        model, code = self.matrix, self.code
        is_far = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if not code:
            return model.index_of(model.table.cells[0])
        if action in _DIRECTIONS:
            found = (edge if is_far else step)(model, code, _DIRECTIONS[action])
        elif action in (_ACTIONS.MoveHome, _ACTIONS.MoveEnd):
            is_home = action == _ACTIONS.MoveHome
            if is_far:
                found = model.table.cells[0 if is_home else -1]
            else:
                found = edge(model, code, "left" if is_home else "right")
        elif action in (_ACTIONS.MovePageUp, _ACTIONS.MovePageDown):
            found = code
            for _ in range(_PAGE):
                found = step(model, found, "above" if action == _ACTIONS.MovePageUp else "below")
        else:
            move = "next" if action == _ACTIONS.MoveNext else "previous"
            found = following(model, code, move)
            if move == "next":
                self._row.follow(code, found)
        return model.index_of(found)

    @override
    def focusNextPrevChild(self, forwards: bool) -> bool:
        # Tab goes through the cells; from the last one it leaves the table, so that no one is caught in it.
        if not following(self.matrix, self.code or self.matrix.table.cells[0], "next" if forwards else "previous"):
            self.setTabKeyNavigation(False)
            moved = super().focusNextPrevChild(forwards)
            self.setTabKeyNavigation(True)
            return moved
        return super().focusNextPrevChild(forwards)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = move_of(event)
        action = _SELECTING.get(event.key())
        if move in ("down", "up"):
            self.go(move)
        elif action is not None and event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self.code:
            self._extend_to(self.moveCursor(action, event.modifiers()))
        elif action is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            found = self.moveCursor(action, event.modifiers())  # Qt would leave the cell before selected, to be cleared
            self.selectionModel().setCurrentIndex(found, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        elif event.key() == Qt.Key.Key_Backspace:
            self._clear_current()
        elif event.key() != Qt.Key.Key_Space:  # a blank would wipe the number out
            super().keyPressEvent(event)
            if self.editor() is not None:  # Qt would offer the digit to ten more widgets
                event.accept()

    def _clear_current(self) -> None:
        if self.code:
            self._explain_refusal(self.currentIndex())
            self.matrix.setData(self.currentIndex(), "")

    @override
    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters typed at a total must not jump to a label."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    # ------------------------------------------------------------ the editor

    @override
    def edit(  # type: ignore[override]
        self,
        index: AnyIndex,
        trigger: QAbstractItemView.EditTrigger = _TRIGGERS.AllEditTriggers,
        event: QEvent | None = None,
    ) -> bool:
        self.delegate.is_replacing = trigger == _TRIGGERS.AnyKeyPressed
        if trigger in (_TRIGGERS.AnyKeyPressed, _TRIGGERS.EditKeyPressed, _TRIGGERS.DoubleClicked):
            self._explain_refusal(index)
        opened = super().edit(index, trigger, event)  # type: ignore[arg-type]  # Qt takes none as well
        editor = self.editor()
        if editor is not None and trigger in (_TRIGGERS.EditKeyPressed, _TRIGGERS.DoubleClicked):
            editor.end(False)  # as in a spreadsheet: F2 continues behind the last digit
        return opened

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString() and self.editor() is None:  # handed over without having been composed here
            self.edit(self.currentIndex(), _TRIGGERS.AnyKeyPressed)
            editor = self.editor()
            if editor is not None:
                QApplication.sendEvent(editor, event)
            return
        super().inputMethodEvent(event)

    def editor(self) -> CellEditor | None:
        """Return the open editor, if there is one."""
        widget = self.indexWidget(self.currentIndex())
        return widget if isinstance(widget, CellEditor) else None

    def close_editor(self) -> None:
        """Take over what is being typed or composed and close the editor."""
        editor = self.editor()
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, MatrixDelegate.EndEditHint.NoHint)

    def _show_closed(self) -> None:
        """Show the current cell without its editor: the frame says whether the keys still go there."""
        self.widen(self.currentIndex())
        self.renew(self.currentIndex())

    def _explain_refusal(self, index: AnyIndex) -> None:
        """Say why a cell takes no entry, where it takes none."""
        code = self.matrix.code_at(index)
        if code and not self.matrix.flags(index) & Qt.ItemFlag.ItemIsEditable:
            text = self.matrix.words.locked_hint if self.matrix.is_entered(code) else TOTAL_HINT
            self.note.show_hint(self.visualRect(index), text)

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.viewport().update()  # tall labels stand in the middle of what is visible of them
        self.note.show_lasting()
