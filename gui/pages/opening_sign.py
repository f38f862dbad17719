"""Shows on the start page that a file is being opened; the window takes no clicks and keys until that has ended."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from core.base.overriding import override
from gui.look.plain_text import PlainLabel

_WORDS = "正在打开，请稍候……"
_AROUND = 24
"""Pixels around the words."""

_AFTER_MS = 50
"""How long what was pressed meanwhile has to arrive, and is passed over: no place of the next page was meant."""

_INPUT = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.KeyPress,
    QEvent.Type.KeyRelease,
    QEvent.Type.Wheel,
}


class OpeningSign(QObject):
    """The words over a page, and what keeps input from its window; dialogs above it take theirs.

    Attributes:
        label: The words.
    """

    def __init__(self, page: QWidget, below: QWidget) -> None:
        """Stand over ``page``, whose whole content ``below`` is, once something is opened."""
        super().__init__(page)
        self._page = page
        self._below = below
        self.label = PlainLabel(_WORDS, page)
        self.label.setMargin(_AROUND)
        self.label.setAutoFillBackground(True)
        self.label.setFrameShape(PlainLabel.Shape.Box)
        self.label.hide()
        self._depth = 0
        self._had_focus: QWidget | None = None
        self._held: QObject | None = None
        self._after = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._after.timeout.connect(self._let_go)
        page.installEventFilter(self)

    @contextmanager
    def opening(self) -> Iterator[None]:
        """Stand there while a file is opened."""
        self.begin()
        try:
            yield
        finally:
            self.end()

    def begin(self) -> None:
        """Say that a file is being opened, and hold the input of the window back; each call needs its ``end``."""
        self._depth += 1
        if self._depth == 1:
            self._had_focus = self._below.window().focusWidget()
            self._below.setEnabled(False)
            self._place()
            self.label.show()
            self.label.raise_()
            if self._page.isVisible():
                self._page.repaint()  # what follows may leave no time for it
        self.hold()

    def hold(self) -> None:
        """Hold the input of the window back, once the window has a place on the screen."""
        handle = self._page.window().windowHandle()
        if self._depth and self._held is None and handle is not None:
            self._held = handle
            handle.installEventFilter(self)
        self._after.stop()

    def end(self) -> None:
        """Take the words away where nothing more is being opened."""
        self._depth -= 1
        if self._depth == 0:
            self.label.hide()
            self._below.setEnabled(True)
            if self._had_focus is not None and self._page.isVisible():
                self._had_focus.setFocus()
            self._had_focus = None
            self._after.start()

    def _let_go(self) -> None:
        if self._held is not None:
            self._held.removeEventFilter(self)
            self._held = None

    def _place(self) -> None:
        """Put the words in the middle of the page."""
        self.label.adjustSize()
        self.label.move(
            (self._page.width() - self.label.width()) // 2, (self._page.height() - self.label.height()) // 2
        )

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass over what is pressed, and stay in the middle of a page of another size."""
        if watched is self._page:
            if event.type() == QEvent.Type.Resize and self._depth:
                self._place()
            return False
        return event.type() in _INPUT
