"""What is left of the findings where they are folded away: how many there are, and the way back."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from core.form.form_definition import LEVEL_NAMES, LEVELS
from gui.look.colours import MARKS
from gui.look.enter_presses import let_enter_press
from gui.look.ink import Ink
from gui.look.plain_text import PlainLabel
from gui.report.session import ReportSession

_WIDTH = 34
_WORD = "问题"
_TIP = "展开问题和填报说明（F9）"


class SideStrip(QWidget):
    """A narrow strip with the number of findings of each level; what was explained waits no more.

    Attributes:
        open: Shows the findings again.
        counts: Sign and number of the findings of each level; empty where there are none.

    Signals:
        wanted: The findings are to be shown again.
    """

    wanted = Signal()

    def __init__(self, session: ReportSession, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.open = QToolButton()
        self.open.setText("\n".join(f"◂{_WORD}"))  # downwards: the strip is one character wide
        self.open.setAutoRaise(True)
        self.open.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.open.setToolTip(_TIP)
        self.open.setAccessibleName("展开问题和填报说明")
        self.open.clicked.connect(self.wanted)
        let_enter_press(self.open)
        self.counts = {level: PlainLabel() for level in LEVELS}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 8, 2, 8)
        layout.addWidget(self.open)
        for level, label in self.counts.items():
            Ink(label, level)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        layout.addStretch()
        session.findings_changed.connect(self.refresh)

    @override
    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(_WIDTH, 0))

    def refresh(self) -> None:
        """Count the findings, unless nobody sees them."""
        if not self.isVisible():
            return
        told = []
        result = self._session.facts.told
        for level, label in self.counts.items():
            count = len(result.open_warnings) if level == "warning" else result.count(level)
            text = f"{MARKS[level]}\n{count}" if count else ""
            says = f"{LEVEL_NAMES[level]}{count}个"
            told += [says] if count else []
            if label.text() != text:
                label.setText(text)
                label.setToolTip(says)
                label.setAccessibleName(says)
        says = "，".join(told) or "没有发现问题"
        self.open.setToolTip(f"{_TIP}：{says}")
        self.open.setAccessibleDescription(says)
