"""The delegate of a matrix: opens the editor of a number and listens to its keys."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QHideEvent, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from core.report.entry_text import Entry
from gui.look.composing import hand_over
from gui.matrix.model import AnyIndex, MatrixModel
from gui.matrix.paint import MatrixPaint

_KEY_PRESS = QEvent.Type.KeyPress
_HEEDED = (QKeyEvent, QFocusEvent, QHideEvent)
"""What Qt's own delegate heeds of all that an editor is told; to ask it about the rest would cost every key."""
_KEYS = Qt.Key
_MOVES: Mapping[tuple[int, bool], str] = {
    (_KEYS.Key_Return, False): "down",
    (_KEYS.Key_Return, True): "up",
    (_KEYS.Key_Enter, False): "down",
    (_KEYS.Key_Enter, True): "up",
    (_KEYS.Key_Tab, False): "next",
    (_KEYS.Key_Backtab, True): "previous",
    (_KEYS.Key_Backtab, False): "previous",
}
_MOVING = {key for key, _ in _MOVES}
_ARROWS: Mapping[int, str] = {
    _KEYS.Key_Up: "above",
    _KEYS.Key_Down: "below",
    _KEYS.Key_Left: "left",
    _KEYS.Key_Right: "right",
}


def move_of(event: QKeyEvent) -> str:
    """Return the move that Enter or Tab asks for: down, up, next or previous; "" for other keys."""
    if event.key() not in _MOVING:  # as at every digit: combinations of enum members take long
        return ""
    modifiers = event.modifiers()
    if modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
        return ""
    return _MOVES.get((event.key(), bool(modifiers & Qt.KeyboardModifier.ShiftModifier)), "")


def _may_lead(event: QKeyEvent) -> bool:
    """Whether a key may do something else than type its character: a digit does not, and need not be asked."""
    return not event.text().isdecimal() and event.type() == _KEY_PRESS


class CellEditor(QLineEdit):
    """The editor of one number at a time.

    Attributes:
        code: Code of the number.
        old: What the cell held before, for Esc.
        is_replacing: Whether it was opened by typing, so that arrow keys leave the cell.
        preedit: What an input method is composing and has not handed over yet.
        has_typed: Whether anything was typed, so that an empty editor means a blank cell.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = parent
        self.code = ""
        self.old: Entry = None
        self.is_replacing = False
        self.preedit = ""
        self.has_typed = False
        self._was_composing = False  # also after Esc, which takes nothing over
        self.setFrame(False)
        self.setAcceptDrops(False)  # of a file Qt would write the path
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setObjectName("matrix-editor")  # its look stands with all others: a sheet of its own takes a millisecond
        self.ensurePolished()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # so that the table below it is not painted first

    def begin(self, code: str, old: Entry, *, is_replacing: bool) -> None:
        """Forget the number before, and what an input method may have left, and edit another one."""
        self.setFocusProxy(None)  # type: ignore[arg-type]  # the stubs know no widget without one
        self.code, self.old, self.is_replacing = code, old, is_replacing
        blocked = self.blockSignals(True)
        if self._was_composing:
            QApplication.sendEvent(self, QInputMethodEvent())
        self.clear()
        self.blockSignals(blocked)
        self.has_typed = False

    def put_away(self) -> None:
        """Leave the focus to the table: a menu gives it back to whatever had it, and unseen it would swallow keys."""
        self.setFocusProxy(self._table)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.preedit = event.preeditString()  # first, since the text changes in the next line
        self._was_composing = bool(self.preedit)
        super().inputMethodEvent(event)

    def commit_preedit(self) -> None:
        """Take over what is still being composed, as if the clerk had confirmed it."""
        hand_over(self, self.preedit)


class MatrixDelegate(QStyledItemDelegate):
    """Edits the numbers of a matrix, telling the session at each keystroke; the view paints by itself.

    Signals:
        typed: Code of the number whose text changed in the editor.
        move_wanted: The editor was left by a key: down, up, next, previous, above, below, left or right.
        block_pasted: Several cells were pasted into the editor of one.
    """

    typed = Signal(str)
    move_wanted = Signal(str)
    block_pasted = Signal()

    def __init__(self, model: MatrixModel, paint: MatrixPaint, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._paint = paint
        self._spare: CellEditor | None = None
        self.is_replacing = False

    # ------------------------------------------------------------ the editor

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> QWidget:
        # The editor of the cell before, where there is one: a new one is dressed by the style sheet at the first digit
        editor, self._spare = self._spare or self._new_editor(parent), None
        code = self._model.code_at(index)
        editor.begin(code, self._model.entry(code), is_replacing=self.is_replacing)
        editor.setFont(self._paint.font)
        editor.setAccessibleName(self._model.words.name(code))
        return editor

    def _new_editor(self, parent: QWidget) -> CellEditor:
        editor = CellEditor(parent)
        editor.textEdited.connect(lambda text: self._take(editor, text))
        return editor

    @override
    def destroyEditor(self, editor: QWidget, index: AnyIndex) -> None:
        if self._spare is None and isinstance(editor, CellEditor):
            self._spare = editor
            editor.put_away()
        else:
            super().destroyEditor(editor, index)

    def _take(self, editor: CellEditor, text: str) -> None:
        if editor.preedit and not text and not editor.has_typed:
            return  # composing has just begun over the old number; it may still be called off
        editor.has_typed = True
        self._model.enter(editor.code, text)
        self.typed.emit(editor.code)

    @override
    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        # Each keystroke changes the cell, and the view hands the cell back. What is being typed stays as it is
        # ("1,23" on the way to "1,234"), unless the cell was changed by something else (undo, a repair).
        if isinstance(editor, CellEditor) and not self._model.entry_means(editor.code, editor.text()):
            editor.setText(self._model.texts[self._model.place_of[editor.code]])

    @override
    def setModelData(self, editor: QWidget, model: object, index: AnyIndex) -> None:
        if isinstance(editor, CellEditor):
            editor.commit_preedit()  # everything else is in the session already

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        editor.setGeometry(option.rect.adjusted(2, 2, -3, -3))  # type: ignore[attr-defined]  # the frame stays visible

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, _HEEDED):
            return False
        if isinstance(event, QKeyEvent) and _may_lead(event) and isinstance(watched, CellEditor):
            if event.matches(QKeySequence.StandardKey.Paste) and _holds_block():
                self._leave(watched)
                self.block_pasted.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._model.restore(watched.code, watched.old)
                watched.preedit = ""
                self.closeEditor.emit(watched, QStyledItemDelegate.EndEditHint.NoHint)
                return True
            move = move_of(event) or self._arrow_move(watched, event)
            if move:
                self._leave(watched)
                self.move_wanted.emit(move)
                return True
        return super().eventFilter(watched, event)

    def _arrow_move(self, editor: CellEditor, event: QKeyEvent) -> str:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return ""
        move = _ARROWS.get(event.key(), "")
        return "" if move in ("left", "right") and not editor.is_replacing else move

    def _leave(self, editor: CellEditor) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)


def _holds_block() -> bool:
    """Whether the clipboard holds more than one cell."""
    return any(char in QGuiApplication.clipboard().text().strip("\r\n") for char in "\t\n")
