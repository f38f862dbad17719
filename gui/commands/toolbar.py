"""The bar of the commands used most, with the one verdict line at its end."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QCursor, QPalette, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolBar, QToolButton, QWidget
from typing_extensions import override

from gui.look.icons import icon
from gui.look.ink import Ink
from gui.look.still_label import StillLabel

COMMANDS = {
    "open": "open",
    "save": "save",
    "undo": "undo",
    "redo": "redo",
    "zeros": "zero",
    "make.review": "generate",
    "print_report": "print",
}
"""The commands of the bar by their ids, each with the name of its icon."""

_STYLE = Qt.ToolButtonStyle
_SMALLEST_ICON = 20
_LEVEL_OF_MARK = {"✕": "error", "！": "warning", "↩": "warning"}


class Toolbar(QToolBar):
    """Commands with icon and text; with the icon alone where the verdict would not find room beside them.

    Signals:
        findings_wanted: The clerk wants to see all findings.
    """

    findings_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("报告", movable=False)
        self.setAccessibleName("常用命令")
        self._icons: dict[str, QAction] = {}
        self._show = QPushButton("查看问题")
        self._verdict = StillLabel()
        self._verdict.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._others = 0

    def fill(self, actions: Mapping[str, QAction]) -> None:
        """Take the commands from those of the menus, by their ids."""
        for command, name in COMMANDS.items():
            action = actions[command]
            self.addAction(action)
            button = self.widgetForAction(action)
            if isinstance(button, QToolButton) and action.menu() is not None:
                button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
                action.menu().aboutToHide.connect(partial(_let_go, button))  # type: ignore[attr-defined]
            if name in ("save", "redo", "zero"):
                self.addSeparator()
            self._icons[name] = action
        self._verdict.setObjectName("heading")
        self._verdict.setForegroundRole(QPalette.ColorRole.WindowText)  # in a tool bar a label takes another
        self._ink = Ink(self._verdict)
        self._verdict.setAccessibleName("检查结论")
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._show.clicked.connect(self.findings_wanted)
        for widget in (spacer, self._verdict, self._show):
            self.addWidget(widget)
        self._dress()

    @property
    def verdict(self) -> str:
        """What is said of the report now."""
        return self._verdict.text()

    def show_verdict(self, text: str) -> None:
        """Say how the report stands."""
        if self._verdict.text() != text:
            self._verdict.show_text(text)
            self._ink.show_level(_LEVEL_OF_MARK.get(text[:1], ""))
            self._fit()

    def _dress(self) -> None:
        """Take icons and sizes from palette and font, and measure anew."""
        side = max(_SMALLEST_ICON, self.fontMetrics().height())
        self.setIconSize(QSize(side, side))
        for name, action in self._icons.items():
            action.setIcon(icon(name, self.palette(), has_off=True))
        self._show.setIcon(icon("findings", self.palette()))
        self.setToolButtonStyle(_STYLE.ToolButtonTextBesideIcon)
        self._verdict.shrink()
        self._others = self.sizeHint().width() - self._verdict.sizeHint().width()
        self._fit()

    def _fit(self) -> None:
        fits = self._others + self._verdict.sizeHint().width() <= self.width()
        wanted = _STYLE.ToolButtonTextBesideIcon if fits else _STYLE.ToolButtonIconOnly
        if self.toolButtonStyle() != wanted:
            self._verdict.shrink()  # it fits, or does not fit, by what it says now
            self.setToolButtonStyle(wanted)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if self._icons and event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._dress()


def _let_go(button: QToolButton) -> None:
    """Let a button look as it does without the mouse; a dialog that its menu opens keeps Qt from telling it."""
    here = button.mapFromGlobal(QCursor.pos())
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, button.rect().contains(here))
    button.update()
