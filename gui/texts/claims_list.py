"""文中数字 ↔ 表中数字: what each number in the texts was taken to be, beside what the tables say."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QBrush, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from core.checks.findings import Finding, Place
from core.texts.language import text_names
from gui.look.colours import colours
from gui.look.plain_text import plain_tip
from gui.look.wrapped_lines import AROUND_TEXT, fit_lines
from gui.report.session import ReportSession

_PLACE = Qt.ItemDataRole.UserRole
_QUOTE, _MEANING = 2, 4
"""The columns of sentences: the first is as wide as its longest, up to half of their room, and what is longer wraps."""
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
        self.tree.setHeaderLabels(["核对", "所在文字", "文中写法", "表中数字", "对应的项目"])
        head = self.tree.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(_QUOTE, QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(_MEANING, QHeaderView.ResizeMode.Stretch)
        head.sectionResized.connect(self._fit_lines)
        self.tree.setWordWrap(True)
        self.tree.itemActivated.connect(self._jump)
        self.tree.itemClicked.connect(self._jump)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 8)  # it begins and ends as what stands above it
        layout.addWidget(self.tree)

    def refresh(self) -> None:
        """Read the texts again."""
        self.tree.clear()
        warning = QBrush(colours(self.palette()).ink("warning"))
        for claim in sorted(self._session.facts.claims(), key=lambda claim: claim.agrees is not False):
            place = text_names.text_name(self._session.form, claim.place.text)
            item = QTreeWidgetItem([_SAID[claim.agrees], place, claim.quote, claim.table_value or "—", claim.meaning])
            item.setData(0, _PLACE, claim.place)
            for column in range(item.columnCount()):
                if claim.agrees is False:
                    item.setForeground(column, warning)
                item.setToolTip(column, plain_tip(item.text(column)))
            self.tree.addTopLevelItem(item)
        self._share_room()

    def _share_room(self) -> None:
        """Give each column of sentences what it needs, and both as much where they need more than there is."""
        others = sum(self.tree.columnWidth(c) for c in range(self.tree.columnCount()) if c not in (_QUOTE, _MEANING))
        room = self.tree.viewport().width() - others
        quote, meaning = (self._needed(column) for column in (_QUOTE, _MEANING))
        if quote + meaning > room:
            quote = min(quote, max(room // 2, room - meaning))
        self.tree.setColumnWidth(_QUOTE, quote)
        for column in (_QUOTE, _MEANING):
            fit_lines(self.tree, column, self.tree.columnWidth(column))

    def _fit_lines(self, column: int, _old: int, width: int) -> None:
        if column in (_QUOTE, _MEANING):
            fit_lines(self.tree, column, width)

    def _needed(self, column: int) -> int:
        texts = [self.tree.headerItem().text(column)]
        texts += [self.tree.topLevelItem(row).text(column) for row in range(self.tree.topLevelItemCount())]
        return max(map(self.tree.fontMetrics().horizontalAdvance, texts)) + AROUND_TEXT

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and self.tree.topLevelItemCount():
            self.refresh()  # each line has its own ink

    def _jump(self, item: QTreeWidgetItem) -> None:
        place = Place(*item.data(0, _PLACE))  # Qt gives a tuple back as a list
        self.jump_wanted.emit(Finding("", "hint", "", places=(place,)))
