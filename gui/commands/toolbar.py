"""The bar of the commands used most, with the one verdict line at its end."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QCursor, QPalette, QResizeEvent
from PySide6.QtWidgets import QLayout, QPushButton, QSizePolicy, QToolBar, QToolButton, QWidget
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

_WORDS = "查看问题"
_STYLE = Qt.ToolButtonStyle
_WITH_WORDS = (
    (_STYLE.ToolButtonTextBesideIcon, _WORDS),
    (_STYLE.ToolButtonTextBesideIcon, ""),
    (_STYLE.ToolButtonIconOnly, _WORDS),
    (_STYLE.ToolButtonIconOnly, ""),
)
"""How commands and the button for the findings look, from the widest window to the narrowest."""
_SMALLEST_ICON = 20
_BEHIND_VERDICT = 5
_LOOKS = (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange)
"""The style sheet comes last, and with it the room around the words."""
_USUAL = "○ 填写中：未填169格、7处文字、行政层级"
"""As long as a verdict usually gets: room is kept for it, so that the bar looks alike whatever the verdict is now."""
_LEVEL_OF_MARK = {"✕": "error", "！": "warning", "↩": "warning"}


class Toolbar(QToolBar):
    """Commands with icon and text; with the icon alone where a verdict would not find room beside them.

    Signals:
        findings_wanted: The clerk wants to see all findings.
    """

    findings_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("报告", movable=False)
        self.setAccessibleName("常用命令")
        self._icons: dict[str, QAction] = {}
        self._others = dict.fromkeys(_WITH_WORDS, 0)
        self._usual = 0
        self._show = QPushButton(_WORDS)
        self._verdict = StillLabel()
        self._verdict.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._show.setAccessibleName(_WORDS)
        self._show.setToolTip(_WORDS)

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
        self._verdict.setContentsMargins(0, 0, _BEHIND_VERDICT, 0)
        self._verdict.setForegroundRole(QPalette.ColorRole.WindowText)  # in a tool bar a label takes another
        self._verdict.setBackgroundRole(QPalette.ColorRole.Base)  # that of the bar, which Qt need not paint below it
        self._verdict.setAutoFillBackground(True)
        self._ink = Ink(self._verdict)
        self._verdict.setAccessibleName("检查结论")
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._show.clicked.connect(self.findings_wanted)
        for widget in (spacer, self._verdict):
            self.addWidget(widget)
        self._showing = self.addWidget(self._show)
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
        self._verdict.shrink()
        self._others = {look: self._needed(*look) for look in self._others}
        self._usual = self._verdict.fontMetrics().horizontalAdvance(_USUAL) + _BEHIND_VERDICT
        self._fit()

    def offer_findings(self, *, is_wanted: bool) -> None:
        """Have a button for the list of findings, where that is not open."""
        if self._showing.isVisible() != is_wanted:
            self._showing.setVisible(is_wanted)
            self._fit()

    def _fit(self) -> None:
        """Have words on the buttons by the width alone, unless the verdict is longer than usual."""
        verdict = max(self._usual, self._verdict.sizeHint().width())
        fitting = (look for look, others in self._others.items() if others + verdict <= self.width())
        style, words = look = next(fitting, _WITH_WORDS[-1])
        if (self.toolButtonStyle(), self._show.text()) != look:
            self._verdict.shrink()
            self.setToolButtonStyle(style)
            self._show.setText(words)
            _layout(self).update()  # Qt hides what finds no room, and does not ask again what is hidden
        elif self._others[look] + self._verdict.width() > self.width():  # it had a longer text before
            self._verdict.shrink()

    def _needed(self, style: Qt.ToolButtonStyle, words: str) -> int:
        """Return the pixels of all but the verdict; the button for the findings counts also while it is not there."""
        margins, spacing = _layout(self).contentsMargins(), _layout(self).spacing()
        pixels = margins.left() + margins.right()
        for action in self.actions():
            widget = self.widgetForAction(action)
            if isinstance(widget, QToolButton):
                before = widget.toolButtonStyle()
                widget.setToolButtonStyle(style)
                pixels += widget.sizeHint().width()
                widget.setToolButtonStyle(before)
            elif widget is self._show:
                pixels += self._show.sizeHint().width()
                pixels -= self._show.fontMetrics().horizontalAdvance(self._show.text())
                pixels += self._show.fontMetrics().horizontalAdvance(words)
            elif widget is not self._verdict:
                pixels += widget.sizeHint().width()
            pixels += spacing
        return pixels

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if self._icons and event.type() in _LOOKS:
            self._dress()


def _layout(bar: QToolBar) -> QLayout:
    layout = bar.layout()
    assert layout is not None
    return layout


def _let_go(button: QToolButton) -> None:
    """Let a button look as it does without the mouse; a dialog that its menu opens keeps Qt from telling it."""
    here = button.mapFromGlobal(QCursor.pos())
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, button.rect().contains(here))
    button.update()
