"""The year on the start page: digits as wide as Chinese characters, as an input method gives them, are digits."""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox

from core.base.overriding import override

_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


class YearBox(QSpinBox):
    """A year that is typed or pasted in either width; Qt would drop ２０２５ without a word."""

    @override
    def validate(self, text: str, place: int) -> object:
        """Judge what is typed, and put it in plain digits."""
        return super().validate(text.translate(_DIGITS), place)
