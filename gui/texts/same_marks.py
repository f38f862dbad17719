"""Marks in a text what stands in another one as well, quietly: a thin ground and dots below; and what is doubted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit
from typing_extensions import override

from gui.look.colours import colours

_GROUND, _LINE = 40, 150
"""Opacity of the ground and of the dots, of 255."""


class SameMarks(QObject):
    """Marks stretches of a text; neither its contents nor what is selected and scrolled to changes by it."""

    def __init__(self, box: QTextEdit) -> None:
        super().__init__(box)
        self._box = box
        self._spans: Sequence[tuple[int, int]] = ()
        self._doubted: Sequence[tuple[int, int, str]] = ()
        self._cursors: list[QTextCursor] = []
        box.installEventFilter(self)

    def show(self, spans: Sequence[tuple[int, int]], doubted: Sequence[tuple[int, int, str]] = ()) -> None:
        """Mark these stretches, from and to places in the document, and no others.

        ``doubted`` are those that a finding is about, with its level: a wave in the ink of that.
        """
        if (spans, doubted) != (self._spans, self._doubted) or self._has_moved:
            self._spans, self._doubted = spans, doubted
            self._paint()

    @property
    def _has_moved(self) -> bool:
        """Whether something was written or taken away since, with which the marks moved."""
        places = [*self._spans, *[(start, end) for start, end, _ in self._doubted]]
        return [(cursor.selectionStart(), cursor.selectionEnd()) for cursor in self._cursors] != places

    def _paint(self) -> None:
        look = QTextCharFormat()
        look.setBackground(self._thin(_GROUND))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        look.setUnderlineColor(self._thin(_LINE))
        marks = [self._mark(start, end, look) for start, end in self._spans]
        for start, end, level in self._doubted:
            wave = QTextCharFormat()
            wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            wave.setUnderlineColor(colours(self._box.palette()).ink(level))
            marks.append(self._mark(start, end, wave))
        self._cursors = [QTextCursor(mark.cursor) for mark in marks]  # type: ignore[attr-defined]  # its own goes with it
        self._box.setExtraSelections(marks)

    def _mark(self, start: int, end: int, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        last, cursor = self._box.document().characterCount() - 1, QTextCursor(self._box.document())
        cursor.setPosition(min(start, last))
        cursor.setPosition(min(max(start, end), last), QTextCursor.MoveMode.KeepAnchor)
        mark = QTextEdit.ExtraSelection()
        mark.cursor, mark.format = cursor, look  # type: ignore[attr-defined]  # missing in the stubs
        return mark

    def _thin(self, opacity: int) -> QColor:
        color = self._box.palette().highlight().color()
        color.setAlpha(opacity)
        return color

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.PaletteChange and (self._spans or self._doubted):
            self._paint()
        return super().eventFilter(watched, event)
