"""A label that makes do with the room that others leave."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from gui.look.plain_text import PlainLabel, plain_tip


class FittingLabel(PlainLabel):
    """A label of one line that asks for no width: it shows the first of its texts that fits, or nothing.

    What has no room may be read in the tool tip.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._texts: tuple[str, ...] = ()
        self._tip = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_first(self, texts: tuple[str, ...], tip: str = "") -> None:
        """Show one of the texts, the longest one first; none for an empty label."""
        if (texts, tip) == (self._texts, self._tip):
            return
        self._texts, self._tip = texts, tip
        self.setToolTip(plain_tip("\n".join((*texts[:1], tip)) if texts else ""))
        self.setAccessibleName(texts[0] if texts else "")
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        fitting = (text for text in self._texts if metrics.horizontalAdvance(text) <= self.width())
        text = next(fitting, "")
        if text != self.text():
            self.setText(text)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())
