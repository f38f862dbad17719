"""One text of a section page: its editor, what belongs to it, and last year's text beside it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from core.report.paste_cleaner import clean_pasted
from gui.look.plain_text import PlainLabel
from gui.look.still_label import StillLabel
from gui.report.last_year import LastYear
from gui.report.session import ReportSession
from gui.texts.last_year_pane import LastYearPane
from gui.texts.link_dialog import ask_field, ask_sentence
from gui.texts.text_editor import TextEditor


class TextBlock(QWidget):
    """One text with its heading, its counter, and what can be done with it.

    Attributes:
        changing: The buttons that change the text.

    Signals:
        done: One sentence about something that was done to the text.
        find_wanted: Words are to be found in the texts.
    """

    done = Signal(str)
    find_wanted = Signal()

    def __init__(self, session: ReportSession, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._code = code
        text = session.form.texts[code]
        self.editor = TextEditor(session, code)
        heading = PlainLabel(text.heading or text.name)
        heading.setObjectName("heading")
        heading.setBuddy(self.editor)
        self._count = StillLabel()
        self._count.setObjectName("hint")
        self.beside = self._button("上年文字", f"把上年的{text.name}显示在旁边", self._show_beside)
        self.beside.setCheckable(True)
        tidy = self._button("整理格式", "改好半角标点、多余空格、断行和全角数字，可以撤销", self.tidy)
        insert = self._button("插入表中数字…", "插入一个与表格保持一致的数字", self._insert_number)
        self._sentence = self._button("插入常用语句…", "只有客观事实的语句", self._insert_sentence)
        row = QHBoxLayout()
        row.addWidget(heading)
        row.addStretch()
        row.addWidget(self._count)
        self.changing = (tidy, insert, self._sentence)
        for button in (self.beside, *self.changing):
            row.addWidget(button)
        self._last_year = LastYear(session)
        self.last_text = LastYearPane()
        self.last_text.hide()
        both = QSplitter()
        both.setChildrenCollapsible(False)
        both.addWidget(self.editor)
        both.addWidget(self.last_text)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(both, 1)
        for before, after in pairwise((self.editor, self.beside, tidy, insert, self._sentence)):
            self.setTabOrder(before, after)  # from a text or number before it Tab leads to the text, not to its buttons
        self._name = text.heading or text.name
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)  # the table has its own
        find.activated.connect(self.find_wanted)
        self.editor.length_changed.connect(self._show_count)
        session.findings_changed.connect(self._follow_findings)
        session.locked_changed.connect(self._follow_lock)
        session.replaced.connect(self._follow_lock)
        self._show_count()
        self._follow_lock()
        self._offer()

    def _button(self, text: str, tip: str, does: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.setToolTip(tip)
        button.clicked.connect(lambda: does())
        return button

    def _show_beside(self) -> None:
        text = self._last_year.text(self._code)
        if text:
            self.last_text.show_text(self._last_year.name, text)
        self.last_text.setVisible(bool(text) and self.beside.isChecked())

    def tidy(self) -> None:
        """Put punctuation, blanks, broken lines and digits right, as one undo step."""
        self.editor.commit_pending()
        before = self._session.report.texts.get(self._code, "")
        after = clean_pasted(before)
        self._session.set_texts({self._code: after}, "整理格式")
        name = self._name
        self.done.emit(f"“{name}”没有需要整理的" if before == after else f"已整理“{name}”，可按 Ctrl+Z 撤销")

    def _show_count(self) -> None:
        self._count.show_text(f"{self.editor.printed_length()} 字")

    def _follow_lock(self) -> None:
        for button in self.changing:
            button.setEnabled(not self._session.is_locked)

    def _follow_findings(self) -> None:
        if self.isVisible():  # what all the hidden texts may offer costs more than the check of a keystroke
            self._offer()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._offer()

    def _offer(self) -> None:
        offered = self._session.facts.sentences(self._code)
        self._sentence.setVisible(bool(offered))
        self.editor.offer(*(offered[0] if offered and not self._session.is_locked else ("", "")))
        has_text = bool(self._last_year.text(self._code))
        self.beside.setVisible(has_text)
        if not has_text or self.beside.isChecked():
            self._show_beside()

    def _insert_number(self) -> None:
        code = ask_field(self, self._session)
        if code:
            self.editor.insert_field(code)
            self.editor.setFocus()

    def _insert_sentence(self) -> None:
        sentence = ask_sentence(self, self._session, self._code)
        if sentence:
            self.editor.append_sentence(sentence)
            self.editor.setFocus()
