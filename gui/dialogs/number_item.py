"""A number in a table of a dialog stands in the middle of its column, as in the tables of the report."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtWidgets import QTableWidgetItem

_ALSO = str.maketrans("", "", "-.,")


def is_number(text: str) -> bool:
    """Return whether a text is a bare number."""
    return text.translate(_ALSO).isdecimal()


def with_number_in_the_middle(item: QTableWidgetItem) -> QTableWidgetItem:
    """Return the item, centred where it shows a bare number."""
    if is_number(item.text()):
        item.setTextAlignment(QtCore.Qt.AlignmentFlag.AlignCenter)
    return item
