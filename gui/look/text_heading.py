"""The heading of a text beside its buttons, broken at most once where the page is narrow."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSize
from typing_extensions import override

from gui.look.plain_text import PlainLabel

_ONE_LINE = 8  # signs, as in （二）依申请公开


class TextHeading(PlainLabel):
    """A heading that asks for the width of its only line, or of the first of two where it is long."""

    def __init__(self, name: str) -> None:
        super().__init__(name, objectName="heading", wordWrap=len(name) > _ONE_LINE)

    @override
    def minimumSizeHint(self) -> QSize:
        name, least = self.text(), super().minimumSizeHint()
        first = name if len(name) <= _ONE_LINE else name[: ceil(len(name) / 2) + 1]
        return QSize(max(least.width(), self.fontMetrics().horizontalAdvance(first)), least.height())
