"""One text of a section page: its editor, what belongs to it, and last year's text beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from core.report.paste_cleaner import clean_pasted
from gui.look.fitting_button import FittingButton
from gui.look.fitting_label import FittingLabel
from gui.look.reveal import scrolled_page
from gui.look.still_label import StillLabel
from gui.look.text_heading import TextHeading
from gui.report.last_year import LastYear
from gui.report.session import ReportSession
from gui.texts import growth
from gui.texts.last_year_pane import LastYearPane, units
from gui.texts.link_dialog import ask_field, ask_sentence
from gui.texts.same_marks import SameMarks
from gui.texts.text_editor import TextEditor

_ALONE = "正文"
"""Heading of a text that is called as its page is."""
_GAP = 4


class TextBlock(QWidget):
    """One text with its heading, its counter, and what can be done with it.

    What can be done stands above the text that was worked in last. In the order of Tab it comes before the text: Tab
    goes on to the next text, where nothing of that kind is shown yet, and Shift+Tab to what can be done.

    Attributes:
        tools: What can be done with the text; hidden until the clerk works in it.
        changing: The buttons that change the text.
        repeated: How much of it, or of its section, is the same as last year.

    Signals:
        done: One sentence about something that was done to the text.
        find_wanted: Words are to be found in the texts.
        last_year_wanted: Last year's texts are to be shown beside the new ones, or not any more.
    """

    done = Signal(str)
    find_wanted = Signal()
    last_year_wanted = Signal(bool)

    def __init__(self, session: ReportSession, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._code = code
        text = session.form.texts[code]
        self.editor = TextEditor(session, code)
        name = text.heading or text.name
        section = session.form.sections.get(text.section)
        heading = TextHeading(_ALONE if section is not None and section.title.endswith(f"、{name}") else name)
        heading.setBuddy(self.editor)
        self._count = StillLabel()
        self._count.setObjectName("hint")
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.repeated = FittingLabel()
        self.repeated.setObjectName("hint")
        self.tools = self._made_tools()
        self._head = row = QHBoxLayout()
        row.addWidget(heading)
        row.addWidget(self.repeated, 1)
        row.addWidget(self.tools)
        row.addWidget(self._count)
        self._last_year = LastYear(session)
        self.last_text = LastYearPane()
        self.last_text.hide()
        self._own_marks = SameMarks(self.editor)
        self._both = growth.SideBySide()
        self._both.row.addWidget(self.editor, 1)
        self._both.row.addWidget(self.last_text, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        layout.addLayout(row)
        layout.addWidget(self._both, 1)
        self._grows = False
        self._name = name
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)  # the table has its own
        find.activated.connect(self.find_wanted)
        self.editor.length_changed.connect(self._show_count)
        self.editor.mended.connect(self.done)
        session.locked_changed.connect(self.follow)
        self._show_count()
        self._offer()

    def _made_tools(self) -> QWidget:
        """Return the row of buttons, hidden but with its room, so that nothing moves where they come."""
        tools = QWidget()
        self.beside = self._button(
            "上年文字", "上年", "把上年的文字显示在旁边，上年的数字显示在格内", self._want_last_year
        )
        self.beside.setCheckable(True)
        tip = "改好半角标点、多余空格、断行和全角数字，可以撤销"
        self._tidy = tidy = self._button("整理格式", "整理", tip, self.tidy)
        insert = self._button("插入表中数字…", "数字", "插入一个与表格保持一致的数字", self._insert_number)
        self._sentence = self._button("插入常用语句…", "语句", "只有客观事实的语句", self._insert_sentence)
        self.changing = (tidy, insert, self._sentence)
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch()
        for button in (self.beside, *self.changing):
            row.addWidget(button)
        policy = tools.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        tools.setSizePolicy(policy)
        tools.hide()
        return tools

    def _button(self, text: str, short: str, tip: str, does: Callable[[], object]) -> QPushButton:
        button = FittingButton(text, short)
        button.setObjectName("tool")
        button.setAutoDefault(True)  # Enter presses it
        button.setToolTip(tip)
        button.clicked.connect(lambda: does())
        return button

    # ------------------------------------------------------------ its place on the page

    def grow(self) -> None:
        """Be as high as the texts need from now on: the page scrolls, not what lies in it."""
        for box in (self.editor, self.last_text):
            box.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            box.document().documentLayout().documentSizeChanged.connect(self._fit_height)
        self.last_text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # all of it is in view, and Tab leads to the next text
        for moves in (self.editor.cursorPositionChanged, self._both.grown):
            moves.connect(lambda: growth.follow_cursor(self.editor))
        self.tools.setAutoFillBackground(True)  # it can come to lie over the text
        self.tools.installEventFilter(self)  # its row puts it back
        self._grows = True
        self._fit_height()

    def keep_tools_in_view(self) -> None:
        """Put what can be done below the upper edge of the page while the head of a long text is above that."""
        head = self._head.geometry()
        usual = head.y() + (head.height() - self.tools.height()) // 2  # not by center(): of even heights it is off
        area = scrolled_page(self)
        # Not by visibleRegion(), of which the tools themselves cover a part
        top = self.mapFrom(area.viewport(), QPoint()).y() if area is not None else 0
        lowest = max(self.height() - self.tools.height(), usual)
        place = min(max(usual, top), lowest) if top < self.height() else usual
        if not self.tools.isVisible() or self.tools.y() == place:
            return
        if place == usual:
            self._head.invalidate()
            self._head.activate()
        else:  # over the whole width: beside it half a line of the text would be seen
            self.tools.setGeometry(0, place, self.width(), self.tools.height())
            self.tools.raise_()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.tools and event.type() in (QEvent.Type.Move, QEvent.Type.Show):
            self.keep_tools_in_view()
        return super().eventFilter(watched, event)

    @property
    def _boxes(self) -> list[QTextEdit]:
        return [box for box in (self.editor, self.last_text) if not box.isHidden()]

    def height_at(self, width: int) -> int:
        """Return the height that it has at a width, all of its text in view."""
        boxes = self._boxes
        growth.set_width(boxes, (width - (len(boxes) - 1) * self._both.row.spacing()) // len(boxes))
        return self._head.sizeHint().height() + _GAP + growth.needed_height(boxes)

    @property
    def least_width(self) -> int:
        """The width that its head needs: it asks for none of the room of its buttons while they are hidden."""
        parts = [item.widget().minimumSizeHint().width() for item in map(self._head.itemAt, range(self._head.count()))]
        return sum(parts) + (len(parts) - 1) * self._head.spacing()

    def _fit_height(self) -> None:
        if self._grows:
            self._both.need(growth.needed_height(self._boxes))

    # ------------------------------------------------------------ what can be done

    def _want_last_year(self) -> None:
        self.last_year_wanted.emit(self.beside.isChecked())

    def show_last_year(self, *, is_wanted: bool) -> None:
        """Show last year's text beside the new one, where there is one, or hide it."""
        self.beside.setChecked(is_wanted)
        self._show_beside()

    def _show_beside(self) -> None:
        text = self._last_year.text(self._code) if self.beside.isChecked() else ""
        if text:
            self.last_text.show_text(self._last_year.name, text)
            self.last_text.mark_same(self._session.facts.same_in_last_year(self._code))
        same = self._session.facts.same_as_last_year(self._code) if text else []
        own = [(self._document_place(start), self._document_place(end)) for start, end in same]
        self._own_marks.show(own, self._doubted())
        if bool(text) == self.last_text.isHidden():
            self.last_text.setVisible(bool(text))
            self._fit_height()

    def _doubted(self) -> list[tuple[int, int, str]]:
        """Return the stretches in the editor that findings are about; not where that is the whole text."""
        whole = len(self._session.report.texts.get(self._code, ""))
        found: list[tuple[int, int, str]] = []
        for finding in self._session.facts.findings_at(self._code):
            level = "" if finding.explained or finding.level == "hint" else finding.level
            places = [p for p in finding.places if p.text == self._code and 0 < p.end - p.start < whole]
            found += [(*self.editor.stretch(place), level) for place in places if level]
        return found

    def _document_place(self, offset: int) -> int:
        """Return the place in the editor of a place in the printed text; a linked number is one character there."""
        place = 0
        for printed, link in self._session.facts.printed_pieces(self._code):
            if offset <= len(printed):
                return place + ((1 if offset else 0) if link else units(printed[:offset]))
            place += 1 if link else units(printed)
            offset -= len(printed)
        return place

    def tidy(self) -> None:
        """Put punctuation, blanks, broken lines and digits right, as one undo step."""
        self.editor.commit_pending()
        before = self._session.report.texts.get(self._code, "")
        after = clean_pasted(before)
        self._session.set_texts({self._code: after}, "整理格式")
        name = self._name
        self.done.emit(f"“{name}”没有需要整理的" if before == after else f"已整理“{name}”，可按 Ctrl+Z 撤销")

    def _show_count(self) -> None:
        length = self.editor.printed_length()
        self._count.show_text(f"{length} 字")
        self._tidy.setEnabled(bool(length))

    def follow(self) -> None:
        """Bring up to date what is offered."""
        if self.isVisible():  # what all the hidden texts may offer costs more than the check of a keystroke
            self._offer()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._offer()

    def _offer(self) -> None:
        """Offer what can be done with the text; nothing that would change that of a locked report."""
        offered = [] if self._session.is_locked else self._session.facts.sentences(self._code)
        for button in self.changing:
            button.setHidden(self._session.is_locked or (button is self._sentence and not offered))
        form, report = self._session.form, self._session.report
        page = form.pages.get(form.texts[self._code].section, ())
        waits = any(code in page and code not in report.cells for code in form.outside_tables)
        self.editor.offer(*(offered[0] if offered else ("", "")), waits=waits and not self._session.is_locked)
        self.beside.setVisible(bool(self._last_year.text(self._code)))
        self._show_beside()
        self._fit_height()

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
