"""Finds and replaces words in all texts of the report; a replacement is one undo step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.checks.findings import Finding, Place
from core.report.linked_text import field, literal, pieces
from core.texts.text_names import text_name
from gui.dialogs.dialog_size import open_with_size
from gui.look.plain_text import PlainLabel
from gui.look.search_line import SearchLine
from gui.report.session import ReportSession

_PLACE = Qt.ItemDataRole.UserRole
_AROUND = 12


def places_of(session: ReportSession, words: str) -> list[tuple[Place, str]]:
    """Return every place of some words in the texts, in the order of the form, with what stands around it.

    Linked numbers are not searched: they are no words of the text.
    """
    found = []
    for code in session.form.texts:
        for piece, start, link in pieces(session.report.texts.get(code, ""), {}):
            at = -1 if link or not words else piece.find(words)
            while at >= 0:
                end = at + len(words)
                around = f"{piece[max(0, at - _AROUND) : at]}【{words}】{piece[end : end + _AROUND]}".replace("\n", " ")
                found.append((Place(code, start + at, start + end), around))
                at = piece.find(words, end)
    return found


def replaced(source: str, words: str, other: str) -> str:
    """Return a source text with other words in place of some; linked numbers stay."""
    return "".join(
        field(link) if link else literal(piece.replace(words, other)) for piece, _, link in pieces(source, {})
    )


def replaced_at(source: str, place: Place, other: str) -> str:
    """Return a source text with other words at one place; linked numbers stay."""
    parts = []
    for piece, start, link in pieces(source, {}):
        if not link and start <= place.start < start + len(piece):
            at, end = place.start - start, place.end - start
            piece = piece[:at] + other + piece[end:]
        parts.append(field(link) if link else literal(piece))
    return "".join(parts)


class FindReplace(QDialog):
    """Stays open beside the work.

    Signals:
        jump_wanted: A finding-like value whose place is to be shown.
    """

    jump_wanted = Signal(object)

    def __init__(self, session: ReportSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle("查找和替换（全部文字）")
        open_with_size(self, 620, 380)
        self.words = SearchLine()
        self.other = QLineEdit()
        self.other.setAcceptDrops(False)
        form = QFormLayout()
        for name, line in (("查找", self.words), ("替换为", self.other)):
            label = PlainLabel(name)
            label.setBuddy(line)
            line.setAccessibleName(name)
            form.addRow(label, line)
        self.list = QListWidget()
        self.list.setAccessibleName("找到的地方")
        self.list.setWordWrap(True)
        self.list.itemActivated.connect(self._jump)
        self.list.itemClicked.connect(self._jump)
        self.said = PlainLabel(wordWrap=True, objectName="hint")
        self.next = QPushButton("查找下一处")
        self.next.setDefault(True)
        self.next.clicked.connect(self.find_next)
        self.one = QPushButton("替换这一处")
        self.one.setAutoDefault(False)
        self.one.clicked.connect(self.replace_one)
        self.all = QPushButton("全部替换")
        self.all.setAutoDefault(False)
        self.all.clicked.connect(self.replace_all)
        close = QPushButton("关闭")
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch()
        for button in (self.next, self.one, self.all, close):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.said)
        layout.addLayout(row)
        self.words.textChanged.connect(self._refresh)
        session.text_changed.connect(self._refresh)
        session.replaced.connect(self._refresh)
        session.locked_changed.connect(self._refresh)
        self._refresh()

    def start(self) -> None:
        """Show the dialog, ready for typing."""
        self.show()
        self.activateWindow()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()
        self._refresh()

    def _refresh(self, _changed: object = None) -> None:
        row = self.list.currentRow()
        self.list.clear()
        for place, around in places_of(self._session, self.words.text()):
            item = QListWidgetItem(f"{text_name(self._session.form, place.text)}：…{around}…")
            item.setData(_PLACE, place)
            self.list.addItem(item)
        count = self.list.count()
        self.list.setCurrentRow(min(row, count - 1))
        for button in (self.one, self.all):
            button.setEnabled(bool(count) and not self._session.is_locked)
        self.next.setEnabled(bool(count))
        self.said.setText("" if not self.words.text() else f"找到 {count} 处" if count else "没有找到")

    def find_next(self) -> None:
        """Show the next place, round and round."""
        if self.list.count():
            self.list.setCurrentRow((self.list.currentRow() + 1) % self.list.count())
            self._jump(self.list.currentItem())

    def replace_one(self) -> None:
        """Replace the words at the chosen place, the first one where none is chosen, and show the next one."""
        item = self.list.item(max(self.list.currentRow(), 0))
        place, other = _place(item), self.other.text()
        here = place.text, place.start + len(other)
        source = self._session.report.texts[place.text]
        self._session.set_texts({place.text: replaced_at(source, place, other)}, "替换")
        order = list(self._session.form.texts)
        places = [_place(self.list.item(row)) for row in range(self.list.count())]
        later = [
            row
            for row, other_place in enumerate(places)
            if (order.index(other_place.text), other_place.start) >= (order.index(here[0]), here[1])
        ]
        self.said.setText(f"已替换 1 处，还有 {len(places)} 处；可按 Ctrl+Z 撤销")
        if places:  # what was put in is passed over, also where it holds the words again
            self.list.setCurrentRow(later[0] if later else 0)
            self._jump(self.list.currentItem())

    def replace_all(self) -> None:
        """Replace the words everywhere, as one undo step."""
        words, other = self.words.text(), self.other.text()
        count = self.list.count()
        texts = self._session.report.texts
        self._session.set_texts({code: replaced(texts[code], words, other) for code in list(texts)}, "全部替换")
        self.said.setText(f"已替换 {count} 处，可按 Ctrl+Z 一次撤销")

    def _jump(self, item: QListWidgetItem) -> None:
        place = _place(item)
        self.jump_wanted.emit(Finding("", "hint", "", places=(place,)))


def _place(item: QListWidgetItem) -> Place:
    """Return the place of a line; Qt gives a tuple back as a list."""
    return Place(*item.data(_PLACE))
