"""The page of 关于 with other people's software: a list, and beside it the licences in full."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPlainTextEdit, QWidget

from core.base.licences import shipped_software, this_system


class LicencesTab(QWidget):
    """Shows for each piece of software whose it is and under which licence it is shipped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._software = shipped_software(this_system())
        self.names = QListWidget()
        self.names.setAccessibleName("第三方软件")
        self.names.addItems([software.name for software in self._software])
        self.names.setWordWrap(True)
        self.names.setFixedWidth(230)
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName("许可证全文")
        self.text.setTabChangesFocus(True)
        self.names.currentRowChanged.connect(self._show_text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)  # as far out as the licence on the page beside it
        layout.addWidget(self.names)
        layout.addWidget(self.text, 1)
        self.names.setCurrentRow(0)

    def _show_text(self, row: int) -> None:
        self.text.setPlainText(self._software[row].text)
