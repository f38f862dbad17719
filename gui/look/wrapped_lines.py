"""Makes the lines of a tree as high as their wrapped texts, which a tree does not do by itself."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QTreeWidget

AROUND_TEXT = 16
_AROUND_LINE = 4
"""Pixels beside a text in its column, and above and below it."""
_HIGHEST = 9999


def fit_lines(tree: QTreeWidget, column: int, width: int) -> None:
    """Make each line as high as its text needs in a column that is so wide from now on."""
    room = QRect(0, 0, width - AROUND_TEXT, _HIGHEST)
    for row in range(tree.topLevelItemCount()):
        item = tree.topLevelItem(row)
        needed = tree.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, item.text(column)).height()
        item.setSizeHint(column, QSize(0, needed + _AROUND_LINE))
