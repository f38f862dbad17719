"""文中数字 ↔ 表中数字: what each number in the texts was taken to be, beside what the tables say."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from core.checks.findings import Finding, Place
from core.texts import text_names
from gui.look.plain_text import plain_tip
from gui.report.session import ReportSession

_PLACE = Qt.ItemDataRole.UserRole
_SENTENCES = (2, 3)
"""Columns that share the room which the others leave; what is cut in a narrow window is in the tooltip."""
_SAID = {True: "✓ 一致", False: "！ 不一致", None: "—"}


class ClaimsList(QWidget):
    """Shows the numbers found in the texts; a click leads to the place.

    Signals:
        jump_wanted: A finding-like value whose place in a text is to be shown.
    """

    jump_wanted = Signal(object)

    def __init__(self, session: ReportSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.tree = QTreeWidget()
        self.tree.setAccessibleName("文中数字与表中数字对照")
        self.tree.setRootIsDecorated(False)
        self.tree.setHeaderLabels(["核对", "所在文字", "文中数字", "理解为", "表中数字"])
        head = self.tree.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in _SENTENCES:
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.tree.itemActivated.connect(self._jump)
        self.tree.itemClicked.connect(self._jump)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.tree)

    def refresh(self) -> None:
        """Read the texts again."""
        self.tree.clear()
        for claim in self._session.facts.claims():
            place = text_names.text_name(self._session.form, claim.place.text)
            item = QTreeWidgetItem([_SAID[claim.agrees], place, claim.quote, claim.meaning, claim.table_value or "—"])
            item.setData(0, _PLACE, claim.place)
            for column in _SENTENCES:
                item.setToolTip(column, plain_tip(item.text(column)))
            self.tree.addTopLevelItem(item)

    def _jump(self, item: QTreeWidgetItem) -> None:
        place = Place(*item.data(0, _PLACE))  # Qt gives a tuple back as a list
        self.jump_wanted.emit(Finding("", "hint", "", places=(place,)))
