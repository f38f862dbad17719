"""Asks why each number and text of a published report is corrected."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from core.office.correction import Correction
from core.report.differences import BLANK
from gui.dialogs.answer_buttons import answer_buttons
from gui.dialogs.dialog_size import open_with_size
from gui.dialogs.keeping_dialog import KeepingDialog
from gui.look.plain_text import PlainLabel, plain_tip

_HINT = "没有写原因的，用灰色的那一句。"
_LONGEST, _BEFORE = 120, 12  # characters of a text that are shown, and before its first change; the tip has all of it


class CorrectionDialog(KeepingDialog):
    """Lists the corrections, old and new, with a field for the reason of each.

    Attributes:
        fields: The field of each reason, by the key of its correction.
    """

    def __init__(self, corrections: Sequence[Correction], parent: QWidget | None = None) -> None:
        super().__init__("更正说明", parent)
        open_with_size(self, 860, 420)
        self.fields: dict[str, QLineEdit] = {}
        area = QScrollArea(widgetResizable=True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._rows(corrections))
        hint = PlainLabel(_HINT, objectName="hint")
        layout = QVBoxLayout(self)
        layout.addWidget(PlainLabel(f"与公布时相比，有{len(corrections)}处更正。请写明每一处的原因："))
        layout.addWidget(area, 1)
        layout.addWidget(hint)
        layout.addWidget(answer_buttons(self, "生成更正说明")[0])
        self.begin()

    @property
    def reasons(self) -> dict[str, str]:
        """The reasons by the key of their correction; "" where none was written."""
        return {key: field.text() for key, field in self.fields.items()}

    @override
    def filled(self) -> object:
        return self.reasons

    def _rows(self, corrections: Sequence[Correction]) -> QWidget:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 4, 8, 4)
        for column, (title, stretch) in enumerate((("位置", 2), ("原", 2), ("现", 2), ("原因", 3))):
            head = PlainLabel(title, objectName="heading")
            grid.addWidget(head, 0, column)
            grid.setColumnStretch(column, stretch)
        for row, one in enumerate(corrections, 1):
            field = QLineEdit(one.reason, placeholderText=one.usual)
            field.setAccessibleName(f"原因：{one.place}")
            self.fields[one.key] = field
            start = max(_same_start(one.before, one.after) - _BEFORE, 0)
            texts = (_label(one.place), _label(one.before or BLANK, start), _label(one.after or BLANK, start))
            for column, widget in enumerate((*texts, field)):
                grid.addWidget(widget, row, column)
        grid.setRowStretch(len(corrections) + 1, 1)
        return inside


def _same_start(one: str, other: str) -> int:
    """Return how many characters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _label(text: str, start: int = 0) -> PlainLabel:
    """Return a label with a text; of a long one what begins shortly before the first change."""
    first = start if len(text) > _LONGEST else 0
    part = text[first : first + _LONGEST]
    end = "……" if first + len(part) < len(text) else ""
    label = PlainLabel(f"{'……' if first else ''}{part}{end}", wordWrap=True)
    label.setToolTip(plain_tip(text))
    return label
