"""The print preview: Qt's, with its print button in front and named."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtPrintSupport import QPrinter as QPrinter
from PySide6.QtPrintSupport import QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import QGraphicsView, QLineEdit, QToolBar, QToolButton, QWidget
from typing_extensions import override

from gui.dialogs.dialog_size import open_with_size
from gui.dialogs.remembered_places import keep_in_data_folder
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

_FOCUS = "QToolButton:focus { border: 2px solid palette(highlight); }"
_PAGES = "QGraphicsView { border: 2px solid palette(mid); } QGraphicsView:focus { border-color: palette(highlight); }"
"""Qt shows neither in a tool bar nor beside the pages where the focus is."""

_LEAST_READ = 0.6
"""Scale below which a whole page is not read."""
_ZOOM = {"Ctrl++": "Zoom in", "Ctrl+=": "Zoom in", "Ctrl+-": "Zoom out"}
_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)
_WHOLE = {Qt.Key.Key_PageUp.value: -1, Qt.Key.Key_PageDown.value: 1}
_STEPS = {**_WHOLE, Qt.Key.Key_Up.value: -1, Qt.Key.Key_Down.value: 1}


class PrintPreview(QPrintPreviewDialog):
    """Shows a paper page by page, which the keys turn and enlarge; Return prints it.

    Qt puts printing at the very end of its bar, where a narrow window hides it. Its choices of page shape go: a paper
    sets its page itself, they would do nothing.
    """

    def __init__(self, printer: QPrinter, paint: Painting, parent: QWidget | None = None) -> None:
        super().__init__(printer, parent)
        keep_in_data_folder()  # Qt may ask for a file itself
        self._printer = printer  # Qt goes on to paint on it as long as this lives
        self.setWindowTitle("打印预览")
        open_with_size(self, 980, 720)
        self.paintRequested.connect(paint)
        bars: list[QToolBar] = list(self.findChildren(QToolBar))
        self._arrange(*bars)
        shown: list[QPrintPreviewWidget] = list(self.findChildren(QPrintPreviewWidget))
        views: list[QGraphicsView] = list(self.findChildren(QGraphicsView))
        (self._shown,), (self._pages,) = shown, views
        self._pages.setAccessibleName("页面")
        self._pages.setStyleSheet(_PAGES)
        self._pages.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pages.installEventFilter(self)

    def _arrange(self, bar: QToolBar) -> None:
        bar.setMovable(False)  # else it can be torn off by accident
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
        for keys, name in _ZOOM.items():  # Qt listens to these buttons, not to their actions
            zoom = bar.widgetForAction(actions[_qt_name(name)])
            assert isinstance(zoom, QToolButton)
            QShortcut(QKeySequence(keys), self, zoom.click)
        for action in bar.actions():
            widget = bar.widgetForAction(action)
            if isinstance(widget, QToolButton):
                widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # those of a tool bar are left out by Qt
        bar.setStyleSheet(_FOCUS)
        self._printing, self._fit_width = printing, actions[_qt_name("Fit width")]

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._pages.setFocus(Qt.FocusReason.OtherFocusReason)
        # Qt lays out the pages later, and goes to the first field of the bar with them
        QTimer.singleShot(0, self._pages, self._begin)

    def _begin(self) -> None:
        """Show the page as wide as the window where the whole page could not be read."""
        self._pages.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._shown.zoomFactor() < _LEAST_READ:
            self._fit_width.trigger()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._pages and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._turn(event.key())
        return super().eventFilter(watched, event)

    def _turn(self, key: int) -> bool:
        """Go to another page or part of one; return whether the key does that."""
        shown, bar = self._shown, self._pages.verticalScrollBar()
        if key in _ENDS:
            shown.setCurrentPage(1 if key == Qt.Key.Key_Home else shown.pageCount())
            bar.setValue(bar.minimum() if key == Qt.Key.Key_Home else bar.maximum())
        elif key in _STEPS and shown.zoomMode() == QPrintPreviewWidget.ZoomMode.FitInView:
            shown.setCurrentPage(min(max(shown.currentPage() + _STEPS[key], 1), shown.pageCount()))
        elif key in _STEPS:
            step = bar.pageStep() if key in _WHOLE else 3 * bar.singleStep()
            bar.setValue(bar.value() + _STEPS[key] * step)
        is_turned = key in _ENDS or key in _STEPS
        if is_turned:  # Qt says so of its buttons alone, and its box would name the page before
            shown.previewChanged.emit()
        return is_turned

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
