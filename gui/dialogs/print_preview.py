"""The print preview: Qt's, with its print button in front and named."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtPrintSupport import QPrinter as QPrinter
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QLineEdit, QToolBar, QToolButton, QWidget
from typing_extensions import override

from gui.dialogs.dialog_size import open_with_size
from gui.look.icons import icon

Painting = Callable[[QPrinter], None]
"""Paints a paper."""

_ICONS = {
    "Print": "print",
    "Fit width": "fit-width",
    "Fit page": "fit-page",
    "Zoom out": "zoom-out",
    "Zoom in": "zoom-in",
    "First page": "first",
    "Previous page": "previous",
    "Next page": "next",
    "Last page": "last",
    "Show single page": "single",
    "Show facing pages": "facing",
    "Show overview of all pages": "overview",
}
"""Our own icons by what Qt calls its buttons."""


class PrintPreview(QPrintPreviewDialog):
    """Shows a paper page by page; Return prints it.

    Qt puts printing at the very end of its bar, where a narrow window hides it. Its choices of page shape go: a paper
    sets its page itself, they would do nothing.
    """

    def __init__(self, printer: QPrinter, paint: Painting, parent: QWidget | None = None) -> None:
        super().__init__(printer, parent)
        self._printer = printer  # Qt goes on to paint on it as long as this lives
        self.setWindowTitle("打印预览")
        open_with_size(self, 980, 720)
        self.paintRequested.connect(paint)
        bars: list[QToolBar] = list(self.findChildren(QToolBar))
        self._arrange(*bars)

    def _arrange(self, bar: QToolBar) -> None:
        actions = {action.text(): action for action in bar.actions()}
        printing = actions[_qt_name("Print")]
        for name, drawn in _ICONS.items():
            actions[_qt_name(name)].setIcon(icon(drawn, self.palette()))
        for name in ("Portrait", "Landscape", "Page setup"):
            bar.removeAction(actions[_qt_name(name)])
        bar.removeAction(printing)
        for one, other in pairwise(bar.actions()):
            if one.isSeparator() and other.isSeparator():
                bar.removeAction(one)
        bar.removeAction(bar.actions()[-1])  # the line before what went
        first = bar.actions()[0]
        bar.insertAction(first, printing)
        bar.insertSeparator(first)
        button = bar.widgetForAction(printing)
        assert isinstance(button, QToolButton)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        printing.setShortcut(QKeySequence(QKeySequence.StandardKey.Print))
        for action in bar.actions():
            widget = bar.widgetForAction(action)
            if isinstance(widget, QToolButton):
                widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # those of a tool bar are left out by Qt
        self._printing = printing
        self._first = button

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter print, unless it belongs to the page number or to another button."""
        focus = self.focusWidget()
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or isinstance(focus, QLineEdit):
            super().keyPressEvent(event)
        elif isinstance(focus, QToolButton):
            focus.click()
        else:
            self._printing.trigger()


def _qt_name(name: str) -> str:
    """Return what Qt calls one of its buttons in the language of the program."""
    return QCoreApplication.translate("QPrintPreviewDialog", name)
