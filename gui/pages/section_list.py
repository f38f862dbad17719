"""The list at the side of the wizard: all pages with their state, and a jump to any of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from core.validation.progress import DONE, EMPTY, ERRORS, OPEN, PARTLY, SectionProgress
from gui.look.colours import colours
from gui.look.plain_text import PlainLabel
from gui.look.still_label import StillLabel
from gui.report.session import ReportSession

AnyIndex = QModelIndex | QPersistentModelIndex


_PAGE = int(Qt.ItemDataRole.UserRole)
_MARK = _PAGE + 1
_MARK_LEFT = 6
_ROLES = QPalette.ColorRole
_REVIEW_MARK = "▣"
_WIDTH = 200
_ROW, _SPACING = 40, 2
_AROUND_TEXT = 6
"""Pixels that a row keeps above and below its name together in a low window."""
_LINES_BELOW = 5
"""Lines that all below the rows takes together."""
_BESIDE_NAME = 36
"""Pixels beside a name: the column of the mark begins after a margin, and gaps on both sides of the name."""
_WORD_JOINER = "\u2060"
"""Unseen between two letters: no line ends there."""
_LEVEL_OF_MARK = {"✕": "error", "！": "warning"}
_MARKS = {EMPTY: "○", PARTLY: "◐", ERRORS: "✕", OPEN: "！", DONE: "✓"}


class _EvenList(QListWidget):
    """A list whose lines are equally high, so that another text never has it laid out anew; all are in view.

    Signals:
        left: The focus went elsewhere.
    """

    left = Signal()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    @override
    def dataChanged(self, topLeft: AnyIndex, bottomRight: AnyIndex, roles: Sequence[int] = ()) -> None:
        QAbstractItemView.dataChanged(self, topLeft, bottomRight, roles)  # past QListView, which lays all out anew

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_rows()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit_rows()

    def fit_rows(self) -> None:
        """Make the rows as high as they find room, down to what their print needs."""
        room = self.viewport().height() // max(self.count(), 1) - 2 * _SPACING
        row = min(max(room, self.fontMetrics().height() + _AROUND_TEXT), _ROW)
        for at in range(self.count()):
            if self.item(at).sizeHint().height() != row:
                self.item(at).setSizeHint(QSize(0, row))
                self.scheduleDelayedItemsLayout()


class _WithMark(QStyledItemDelegate):
    """Paints the mark of a page in a column of its own, so that the names stand below each other."""

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().initStyleOption(option, index)
        fields: Any = option  # the stubs know none of them
        fields.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration  # leaves room, and paints nothing
        fields.decorationSize = QSize(fields.fontMetrics.height(), 1)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().paint(painter, option, index)
        fields: Any = option
        is_selected = fields.state & QStyle.StateFlag.State_Selected
        painter.save()
        mark = index.data(_MARK) or ""
        ink = colours(fields.palette).ink(_LEVEL_OF_MARK.get(mark, ""))  # as the findings of that level
        painter.setPen(fields.palette.color(_ROLES.HighlightedText) if is_selected else ink)
        place = fields.rect.adjusted(_MARK_LEFT, 0, 0, 0)
        place.setWidth(fields.fontMetrics.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, mark)
        painter.restore()


class SectionList(QWidget):
    """Shows every page of the wizard with its state.

    Attributes:
        list: The list itself.
        names: Short name of each page by its key, in order.

    Signals:
        page_wanted: Key of the page that the clerk wants: ``meta``, a section key or ``review``.
    """

    page_wanted = Signal(str)

    def __init__(self, session: ReportSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._items: dict[str, QListWidgetItem] = {}
        self._shown: tuple[list[SectionProgress], int] = [], 0
        self._open = ""
        self.names: dict[str, str] = {}
        self.setAccessibleName("各部分和进度")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.list = _EvenList()
        self.list.setObjectName("sections")
        self.list.setAccessibleName("各部分")
        self.list.setSpacing(_SPACING)
        self.list.setItemDelegate(_WithMark(self.list))
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(6)
        self._progress.setAccessibleName("总进度")
        self._total, self._what = StillLabel(), PlainLabel(wordWrap=True)
        for label in (self._total, self._what):
            label.setObjectName("hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 1, 8)  # right of it the line beside the page, down to the footer
        layout.addWidget(self.list, 1)
        for widget in (self._total, self._what, self._progress):
            row = QVBoxLayout()
            row.setContentsMargins(12, 0, 12, 0)
            row.addWidget(widget)
            layout.addLayout(row)
        sections = [(s.key, f"{s.title.partition('、')[0]}、{s.name}") for s in session.form.sections.values()]
        for key, name in [("meta", "基本信息"), *sections, ("review", "检查与生成")]:
            item = QListWidgetItem(name)
            item.setData(_PAGE, key)
            item.setData(_MARK, _REVIEW_MARK)
            item.setSizeHint(QSize(0, _ROW))
            self.list.addItem(item)
            self._items[key], self.names[key] = item, name
        self._fit_names()
        self.list.itemClicked.connect(self._want)
        self.list.itemActivated.connect(self._want)
        self.list.left.connect(lambda: self.show_current(self._open))  # not where the arrows went without Enter
        session.findings_changed.connect(self._refresh)
        self._refresh()

    def _fit_names(self) -> None:
        """Be as wide as the longest name."""
        metrics = self.fontMetrics()
        longest = max(map(metrics.horizontalAdvance, self.names.values()))
        self.setMinimumWidth(max(_WIDTH, longest + metrics.height() + _BESIDE_NAME))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.names:
            self._fit_names()
            self._fit_words()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_words()

    def _fit_words(self) -> None:
        """Let what is counted give way to the pages in a low window."""
        rows, below = self.list.count() * (_ROW + 2 * _SPACING), _LINES_BELOW * self.fontMetrics().height()
        self._what.setVisible(self.height() >= rows + below)

    def show_current(self, key: str) -> None:
        """Mark the page that is open."""
        self._open = key
        item = self._items.get(key)
        if item is not None:
            self.list.setCurrentItem(item)

    def _want(self, item: QListWidgetItem) -> None:
        self.page_wanted.emit(item.data(_PAGE))

    def _refresh(self) -> None:
        parts, wrong = self._session.facts.progress(), len(self._session.facts.told.refused)
        if (parts, wrong) == self._shown:  # as at most keystrokes: each change would be laid out and painted anew
            return
        self._shown = parts, wrong
        for part in parts:
            item = self._items[part.key]
            if item.data(_MARK) != _MARKS[part.state]:
                item.setData(_MARK, _MARKS[part.state])
            hint = f"{part.state}（{part.filled}/{part.required}）"
            if item.toolTip() != hint:
                item.setToolTip(hint)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{self.names[part.key]}，{hint}")
        filled, required = sum(p.filled for p in parts), sum(p.required for p in parts)
        self._progress.setRange(0, required)
        self._progress.setValue(filled)
        self._total.show_text(f"已填 {filled}／{required} 项")
        form = self._session.form
        texts = sum(text.is_required for text in form.texts.values())
        basics = next(part.required for part in parts if part.key == "meta")
        middle = _WORD_JOINER.join(f"文字{texts}处、")  # goes into the next line as a whole
        what = f"其中数字{required - texts - basics}格、{middle}\n基本信息{basics}项"
        what += f"；填错{wrong}格" if wrong else ""
        if self._what.text() != what:
            self._what.setText(what)
            self._total.setToolTip(what)  # in a low window it is nowhere else

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), 400)
