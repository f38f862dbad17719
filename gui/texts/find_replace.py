"""Finds and replaces words in all texts of the report; a replacement is one undo step."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from core.checks.findings import Finding, Place
from core.report.linked_text import field, literal, pieces
from core.texts.language.text_names import text_name
from gui.dialogs.dialog_size import open_with_size
from gui.look.enter_presses import let_enter_press
from gui.look.plain_text import PlainLabel
from gui.look.search_line import SearchLine
from gui.report.session import ReportSession

_PLACE = int(Qt.ItemDataRole.UserRole)
_LINKED = _PLACE + 1
_IN_LONGER = _PLACE + 2
_NOT_REPLACED = "表中数字不在这里替换，请改表格"
_LEFT = "{}处在更长的数字里，没有替换；确要替换的，用“替换这一处”"
_DIGIT_BEFORE, _DIGIT_BEHIND = re.compile(r"\d[.,]?$"), re.compile(r"[.,]?\d")
_AROUND = 14
_FIND, _SKIP = "查找下一处", "跳过"
_LINES = 3
"""Lines of a text that are kept free around what was found in it."""


class FoundPlace(NamedTuple):
    """A place of some words in the texts as they are printed.

    Attributes:
        place: The place in the source text; of a linked number the whole field.
        around: The words with what stands before and behind them.
        is_linked: Whether some of it is a linked number, which only the table changes.
        is_in_longer: Whether digits go on before or behind it, so that another number is meant: 9件 in 19件.
    """

    place: Place
    around: str
    is_linked: bool
    is_in_longer: bool = False


def places_of(session: ReportSession, words: str) -> list[FoundPlace]:
    """Return every place of some words in the printed texts, in the order of the form; linked numbers by their value.

    What a search finds has to be what is on the screen: whoever looks for 18 means the linked 18 too.
    """
    found = []
    for code in session.form.texts if words else ():
        parts = _printed_parts(session, session.report.texts.get(code, ""))
        printed = "".join(text for text, _, _ in parts)
        at = printed.find(words)
        while at >= 0:
            end = at + len(words)
            place, is_linked = _place_in_source(code, parts, at, end)
            around = f"{printed[max(0, at - _AROUND) : at]}【{words}】{printed[end : end + _AROUND]}".replace("\n", " ")
            found.append(FoundPlace(place, around, is_linked, _is_in_longer(printed, at, end)))
            at = printed.find(words, end)
    return found


def _is_in_longer(printed: str, at: int, end: int) -> bool:
    before = printed[at].isdecimal() and _DIGIT_BEFORE.search(printed[max(0, at - 2) : at])
    return bool(before or (printed[end - 1].isdecimal() and _DIGIT_BEHIND.match(printed[end : end + 2])))


def _printed_parts(session: ReportSession, source: str) -> list[tuple[str, int, str]]:
    """Return a text in pieces as ``pieces`` does, with the values of linked numbers, "" for a blank one."""
    return [(session.facts.shown(link) if link else text, start, link) for text, start, link in pieces(source, {})]


def _place_in_source(code: str, parts: list[tuple[str, int, str]], first: int, end: int) -> tuple[Place, bool]:
    """Return where a stretch of the printed text stands in the source, and whether a linked number is in it."""
    touched: list[tuple[int, int, bool]] = []
    at = 0
    for text, start, link in parts:
        if at < end and at + len(text) > first:
            inside = max(first - at, 0), min(end - at, len(text))
            whole = start, start + len(field(link))
            touched.append((*(whole if link else (start + inside[0], start + inside[1])), bool(link)))
        at += len(text)
    return Place(code, touched[0][0], touched[-1][1]), any(is_link for _, _, is_link in touched)


def replaced_at(source: str, place: Place, other: str) -> str:
    """Return a source text with other words at one place; linked numbers stay."""
    parts = []
    for piece, start, link in pieces(source, {}):
        if not link and start <= place.start < start + len(piece):
            at, end = place.start - start, place.end - start
            piece = piece[:at] + other + piece[end:]
        parts.append(field(link) if link else literal(piece))
    return "".join(parts)


def replaced_everywhere(source: str, places: Sequence[Place], other: str) -> str:
    """Return a source text with other words at all these places, which are in reading order."""
    for place in reversed(places):  # from the end, so that earlier ones keep their place
        source = replaced_at(source, place, other)
    return source


def clear_place(dialog: QRect, shown: QRect, screen: QRect) -> QPoint:
    """Return where a dialog goes so as not to lie over what it shows; where it is if there is no room.

    As near as can be: below, above, at the right, at the left.
    """
    if not dialog.intersects(shown):
        return dialog.topLeft()
    right, bottom = screen.right() + 1 - dialog.width(), screen.bottom() + 1 - dialog.height()
    left, top = max(screen.left(), min(dialog.left(), right)), max(screen.top(), min(dialog.top(), bottom))
    places = (
        QPoint(left, shown.bottom() + 1),
        QPoint(left, shown.top() - dialog.height()),
        QPoint(right, top),
        QPoint(screen.left(), top),
    )
    moved = (QRect(place, dialog.size()) for place in places)
    fitting = (rect for rect in moved if screen.contains(rect) and not rect.intersects(shown))
    return next((rect.topLeft() for rect in fitting), dialog.topLeft())


class FindReplace(QDialog):
    """Stays open beside the work, and out of the way of what it found; nothing is replaced that was not shown.

    Signals:
        jump_wanted: A finding-like value whose place is to be shown.
    """

    jump_wanted = Signal(object)

    def __init__(self, session: ReportSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_shown = False
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
        self.next = QPushButton(_FIND)
        self.next.setDefault(True)
        self.next.clicked.connect(self.find_next)
        self.one = QPushButton("替换这一处")
        self.one.clicked.connect(self.replace_one)
        self.all = QPushButton("全部替换")
        self.all.clicked.connect(self.replace_all)
        close = QPushButton("关闭")
        close.clicked.connect(self.reject)
        let_enter_press(self.one, self.all, close)
        row = QHBoxLayout()
        row.addStretch()
        for button in (self.next, self.one, self.all, close):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.said)
        layout.addLayout(row)
        self.words.textChanged.connect(self._look_anew)
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
        places = places_of(self._session, self.words.text())
        for place, around, is_linked, is_in_longer in places:
            note = "（表中数字）" if is_linked else "（在更长的数字里）" * is_in_longer
            item = QListWidgetItem(f"{text_name(self._session.form, place.text)}：…{around}…{note}")
            item.setData(_PLACE, place)
            item.setData(_LINKED, is_linked)
            item.setData(_IN_LONGER, is_in_longer)
            self.list.addItem(item)
        count = len(places)
        self.list.setCurrentRow(min(row, count - 1))
        own = [found for found in places if not found.is_linked]
        self.one.setEnabled(bool(own) and not self._session.is_locked)
        self.all.setEnabled(not all(found.is_in_longer for found in own) and not self._session.is_locked)
        self.next.setEnabled(bool(count))
        self._name_next()
        found = f"找到{count}处" + "；报告已锁定，不能替换" * self._session.is_locked
        self.said.setText("" if not self.words.text() else found if count else "没有找到")

    def _name_next(self) -> None:
        is_skipping = self._is_shown and self.one.isEnabled()
        self.next.setText(_SKIP if is_skipping else _FIND)

    def _look_anew(self) -> None:
        self._is_shown = False
        self.list.setCurrentRow(-1)
        self._refresh()

    def find_next(self) -> None:
        """Show the next place, round and round."""
        count, row = self.list.count(), self.list.currentRow() + 1
        if count:
            self.list.setCurrentRow(row % count)
            self._jump(self.list.currentItem())
            self.said.setText(f"第{row % count + 1}处，共{count}处" + "；已从头开始" * (row == count))

    def replace_one(self) -> None:
        """Replace the words at the place that is shown, and show the next one; where none is shown only show one."""
        item = self.list.currentItem()
        if not self._is_shown or item is None:
            self.list.setCurrentRow(max(self.list.currentRow(), 0))
            self._jump(self.list.currentItem())
            count = self.list.count()
            self.said.setText(f"第{self.list.currentRow() + 1}处，共{count}处：要替换的，再按一次“替换这一处”")
            return
        if item.data(_LINKED):
            self.find_next()
            self.said.setText(f"{_NOT_REPLACED}，已跳过。{self.said.text()}")
            return
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
        self._is_shown = False
        if later:  # what was put in is passed over, also where it holds the words again
            self.list.setCurrentRow(later[0])
            self._jump(self.list.currentItem())
        else:  # to begin again is the clerk's to say: what was skipped is there, and what holds the words again
            self.list.setCurrentRow(-1)
        self._name_next()
        left = f"后面还有{len(later)}处" if later else f"后面没有了，前面还有{len(places)}处" if places else "没有了"
        self.said.setText(f"已替换1处，{left}；可按 Ctrl+Z 撤销")

    def replace_all(self) -> None:
        """Replace the words everywhere, as one undo step; not in a longer number, nor in one of a table."""
        items = [self.list.item(row) for row in range(self.list.count())]
        own = [item for item in items if not item.data(_LINKED)]
        places = [_place(item) for item in own if not item.data(_IN_LONGER)]
        longer, texts = len(own) - len(places), self._session.report.texts
        changed = {
            code: replaced_everywhere(texts[code], [p for p in places if p.text == code], self.other.text())
            for code in dict.fromkeys(place.text for place in places)
        }
        self._session.set_texts(changed, "全部替换")
        left = [_LEFT.format(longer)] * bool(longer) + [_NOT_REPLACED] * (len(own) < len(items))
        self.said.setText("；".join((f"已替换{len(places)}处，可按 Ctrl+Z 一次撤销", *left)))

    def _jump(self, item: QListWidgetItem) -> None:
        place = _place(item)
        self.jump_wanted.emit(Finding("", "hint", "", places=(place,)))
        self._is_shown = True
        self._name_next()
        QTimer.singleShot(0, self, self._clear_the_way)  # once the page has scrolled to it

    def _clear_the_way(self) -> None:
        """Move away from what is shown, which would be hidden below."""
        window = self.parentWidget()
        box = window.focusWidget() if window is not None else None
        if not isinstance(box, QTextEdit):
            return
        line = box.cursorRect()
        line.adjust(0, -_LINES * line.height(), 0, _LINES * line.height())
        shown = QRect(box.viewport().mapToGlobal(QPoint(0, line.top())), line.size())
        shown.setWidth(box.viewport().width())
        frame = self.frameGeometry()
        self.move(clear_place(frame, shown, self.screen().availableGeometry()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Replace, or show what would be, with Enter behind the words to put in; elsewhere Enter goes to the next."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.other.hasFocus():
            self.one.click()
        else:
            super().keyPressEvent(event)


def _place(item: QListWidgetItem) -> Place:
    """Return the place of a line; Qt gives a tuple back as a list."""
    return Place(*item.data(_PLACE))
