"""Shows two reports side by side, and lets the clerk take over what a leader changed in the Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
)

from gui.dialogs.room import open_at
from gui.look.plain_text import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from core.report.differences import Difference


class ComparisonDialog(QDialog):
    """A comparison as a page, which can be saved."""

    def __init__(self, title: str, page: str, save: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        open_at(self, 1040, 680)
        self.view = QTextBrowser()
        self.view.setAccessibleName(title)
        self.view.setOpenLinks(False)
        self.view.setHtml(page)
        keep = QPushButton("保存为网页…")
        keep.clicked.connect(lambda: save(page))
        buttons = QDialogButtonBox()
        buttons.addButton(keep, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.view)
        layout.addWidget(buttons)


class DifferencesDialog(QDialog):
    """Lists what a Word file shows differently; what is ticked is taken over.

    Attributes:
        chosen: The differences that were ticked, after it was accepted.
    """

    def __init__(
        self, name: str, found: Sequence[Difference], strange: str = "", parent: QWidget | None = None
    ) -> None:
        """Make the dialog; ``strange`` says what in the file is not as in the form, "" for nothing."""
        super().__init__(parent)
        self.setWindowTitle("核对 Word 文件")
        open_at(self, 760, 480)
        self._found = list(found)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setAccessibleName("不同之处")
        for difference in self._found:
            item = QListWidgetItem(difference.sentence)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.list.addItem(item)
        intro = PlainLabel(f"“{name}”与填报内容有{len(found)}处不同。勾选要采用的，其余不变；可以撤销。", wordWrap=True)
        self.warning = PlainLabel(f"{strange}数字按表样的位置读取，可能错行错列，请先核对文件再勾选。", wordWrap=True)
        self.warning.setObjectName("heading")
        self.warning.setVisible(bool(strange))
        everything = QPushButton("全部勾选")
        everything.clicked.connect(self.tick_all)
        buttons = QDialogButtonBox()
        buttons.addButton(everything, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton("采用勾选的", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("都不采用", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (intro, self.warning, self.list, buttons):
            layout.addWidget(widget)

    def tick_all(self) -> None:
        """Tick every difference."""
        for row in range(self.list.count()):
            self.list.item(row).setCheckState(Qt.CheckState.Checked)

    @property
    def chosen(self) -> list[Difference]:
        """The differences that are ticked."""
        return [d for row, d in enumerate(self._found) if self.list.item(row).checkState() == Qt.CheckState.Checked]
