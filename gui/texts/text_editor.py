"""An editor for one text of the report: tells the session each change and shows linked numbers as their values."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPointF, QRect, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QTextEdit, QWidget
from typing_extensions import override

from core.checks.findings import Place
from core.report.entry_text import LONGEST_TEXT
from core.report.linked_text import BLANK, field, literal, pieces
from core.report.paste_cleaner import clean_pasted
from core.texts.claims.linking import LINK, linked_source, replaced_number, touched_number
from gui import dialogs
from gui.look.composing import hand_over
from gui.look.reveal import reveal
from gui.report.session import ReportSession
from gui.report.undo_steps import undo_by_key
from gui.texts import pasted_report, pasted_text
from gui.texts.jumped_selection import JumpedSelection

LINK_TYPE = QTextFormat.ObjectTypes.UserObject + 1
LINK_CODE = QTextFormat.Property.UserProperty + 1
_OBJECT = LINK
_WAITS = "\n上面的信息处理费填好（没有的填0）后，可按 Ctrl+Enter 写入相应的一句话"
_CONTROL = Qt.KeyboardModifier.ControlModifier
_BASELINE = QTextCharFormat.VerticalAlignment.AlignBaseline  # of its digits, with room for what lies below
_PAUSE_MS = 1500  # a pause this long ends an undo step


class _LinkPainter(QPyTextObject):
    """Paints a linked number: its value on a quiet ground, one character wide for the cursor.

    Nothing is painted beyond its rectangle: Qt wipes out no more than that when the number goes.
    """

    def __init__(self, editor: TextEditor) -> None:
        super().__init__(editor)
        self._editor = editor

    @override
    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:
        metrics = QFontMetricsF(self._editor.font())
        return QSizeF(metrics.horizontalAdvance(self._editor.value_of(format)) + 6, metrics.height())

    @override
    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,
        format: QTextFormat,
    ) -> None:
        palette = self._editor.palette()
        metrics = QFontMetricsF(self._editor.font())
        ground = QRectF(rect).adjusted(1, 0, -1, -1)
        tint = palette.highlight().color()
        tint.setAlpha(36)
        painter.save()
        painter.fillRect(ground, tint)
        painter.setPen(palette.highlight().color())
        painter.drawLine(ground.bottomLeft(), ground.bottomRight())
        of_selection = format.toCharFormat().foreground()  # a linked number has no colour of its own
        is_selected = of_selection.style() != Qt.BrushStyle.NoBrush
        painter.setPen(of_selection.color() if is_selected else palette.text().color())
        painter.setFont(self._editor.font())
        painter.drawText(QPointF(rect.left() + 3, rect.bottom() - metrics.descent()), self._editor.value_of(format))
        painter.restore()


class TextEditor(QTextEdit):
    """Edits one text of the report.

    Attributes:
        preedit: What an input method is composing and has not handed over yet.
        is_taken: Told the page and the text that are pasted, says whether they have gone elsewhere.

    Signals:
        length_changed: The number of printed characters changed.
        mended: One sentence about what was put right in a text that was pasted, or which number was replaced.
    """

    length_changed = Signal()
    mended = Signal(str)
    preedit = ""

    def __init__(self, session: ReportSession, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._code = code
        self.is_taken: Callable[[str, str], bool] = lambda _html, _text: False
        self._loading = False
        self._offered = ""
        self.setObjectName(f"text-{code}")
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)  # undo goes through the session, with the numbers
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(8)
        text_field = session.form.texts[code]
        self.setAccessibleName(text_field.heading or text_field.name)
        self.setAccessibleDescription(text_field.hint)
        self.setPlaceholderText(text_field.hint)
        self._painter = _LinkPainter(self)
        self.document().documentLayout().registerHandler(LINK_TYPE, self._painter)
        self.jumped = JumpedSelection(self)
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(session.close_edit)
        self.textChanged.connect(self._tell)
        session.text_changed.connect(self._text_changed)
        session.replaced.connect(self._load)
        session.locked_changed.connect(self._follow_lock)
        self._follow_lock()
        self._load()

    # ------------------------------------------------------------ between document and source text

    def value_of(self, link: QTextFormat) -> str:
        """Return the printed value of a linked number."""
        code = str(link.property(LINK_CODE))
        return self._session.facts.shown(code) or BLANK

    def source_text(self) -> str:
        """Return the text with linked numbers as fields."""
        return self._source(0, self.document().characterCount() - 1)

    def _source(self, start: int, end: int) -> str:
        parts: list[str] = []
        block = self.document().findBlock(start)
        while block.isValid() and block.position() <= end:
            if block.position() > start:
                parts.append("\n")
            iterator = block.begin()
            while not iterator.atEnd():
                fragment = iterator.fragment()
                first, last = max(start, fragment.position()), min(end, fragment.position() + fragment.length())
                if first < last:
                    text = fragment.text()[first - fragment.position() : last - fragment.position()]
                    code = fragment.charFormat().property(LINK_CODE)
                    # What is typed behind a linked number takes over its format, but is text all the same
                    plain = literal(text)
                    parts.append(plain.replace(_OBJECT, field(str(code))) if code else plain)
                iterator += 1
            block = block.next()
        return "".join(parts).replace("\u2028", "\n")

    def _insert_source(self, cursor: QTextCursor, source: str) -> None:
        for printed, _, code in pieces(source, {}):
            if code and code in self._session.form.cells:
                link = QTextCharFormat()
                link.setObjectType(LINK_TYPE)
                link.setVerticalAlignment(_BASELINE)
                link.setProperty(LINK_CODE, code)
                cursor.insertText(_OBJECT, link)
            elif code:
                cursor.insertText(field(code), QTextCharFormat())
            else:
                cursor.insertText(printed, QTextCharFormat())

    def _load(self) -> None:
        source = self._session.report.texts.get(self._code, "")
        if source == self.source_text():
            return
        self._loading = True
        position = self.textCursor().position()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        self._insert_source(cursor, source)
        cursor.endEditBlock()
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self._loading = False
        self._follow_lock()
        self.length_changed.emit()

    def _tell(self) -> None:
        if self._loading:
            return
        self._session.set_text(self._code, self.source_text(), is_typing=True)
        self._pause.start()
        self.length_changed.emit()

    def _text_changed(self, code: str) -> None:
        if code == self._code:
            self._load()

    def show_values(self) -> None:
        """Show the values that its linked numbers have now; told by its page."""
        self.document().markContentsDirty(0, self.document().characterCount())
        self.length_changed.emit()

    def _follow_lock(self) -> None:
        self.setReadOnly(self._session.is_locked)
        self.update()  # Qt does not, though a locked one looks otherwise

    # ------------------------------------------------------------ what the page does with it

    def printed_length(self) -> int:
        """Return the number of characters as 1000字 counts them, linked numbers by their values."""
        return len("".join(self._session.facts.printed_text(self._code).split()))

    def commit_pending(self) -> None:
        """Take over what an input method is composing, so that nothing typed is lost."""
        hand_over(self, self.preedit)

    def insert_field(self, code: str) -> None:
        """Put a linked number in place of the number that is selected or at the cursor, whose unit stays; else insert.

        Of selected words only the number is replaced. What number went is said: it may have been another one.
        """
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        document = self.document()
        line, last = document.findBlock(start), document.findBlock(end)
        before = _plain(document, line.position(), start)
        after = _plain(document, end, last.position() + last.length() - 1)
        # Lengths, not places: these count characters of two units otherwise than Qt, and a number has none of them
        earlier, later = touched_number(before, _plain(document, start, end), after)
        start, end = start - earlier, end + later
        words = self._source(start, end) if end > start else ""
        gone = replaced_number("".join(self._session.facts.shown(c) if c else p for p, _, c in pieces(words, {})))
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._session.close_edit()  # a step of its own, apart from what is typed before and behind it
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        self._insert_source(cursor, linked_source(self._session.form, words, code))
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self._session.close_edit()
        if gone:
            shown = self._session.facts.shown(code) or BLANK
            self.mended.emit(f"已用表中数字 {shown} 换掉“{gone}”（可撤销）")

    def offer(self, printed: str, sentence: str, *, waits: bool = False) -> None:
        """Offer a standard sentence while the text is empty: as it is printed, and with its linked numbers.

        Where it waits for the numbers on 信息处理费, say so: while they are blank no sentence is known to be true.
        """
        self._offered = sentence
        hint = self._session.form.texts[self._code].hint
        told = f"{hint}\n按 Ctrl+Enter 写入：{printed}" if sentence else f"{hint}{_WAITS * waits}"
        if told != self.placeholderText():
            self.setPlaceholderText(told)
            self.setAccessibleDescription(told)

    def append_sentence(self, sentence: str) -> None:
        """Add a sentence with its linked numbers as a paragraph of its own at the end."""
        self._session.close_edit()  # a step of its own
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if self.toPlainText().strip():
            cursor.insertText("\n")
        self._insert_source(cursor, sentence)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self._session.close_edit()

    @property
    def place(self) -> Place:
        """The stretch of the source text that is selected, or where the cursor is."""
        cursor = self.textCursor()
        start = len(self._source(0, cursor.selectionStart()))
        return Place(self._code, start, start + len(self._source(cursor.selectionStart(), cursor.selectionEnd())))

    def stretch(self, place: Place) -> tuple[int, int]:
        """Return the places in the document where a stretch of the source text begins and ends."""
        source = self._session.report.texts.get(self._code, "")
        return _document_position(source, place.start), _document_position(source, place.end)

    def show_place(self, place: Place) -> None:
        """Select a stretch of the source text that a finding speaks of."""
        start, end = self.stretch(place)
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.jumped.keep()
        self.ensureCursorVisible()
        reveal(self)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------ Qt overrides

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        takes_offer = e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and e.modifiers() & _CONTROL
        if takes_offer and self._offered and not self.isReadOnly() and not self.toPlainText():
            self.append_sentence(self._offered)
        elif not undo_by_key(self._session, e):
            super().keyPressEvent(e)

    @override
    def inputMethodEvent(self, e: QInputMethodEvent) -> None:
        if self.isReadOnly():  # Qt takes it where the keyboard may select
            e.ignore()
            return
        self.preedit = e.preeditString()  # first, since the text changes in the next line
        super().inputMethodEvent(e)

    @override
    def mousePressEvent(self, e: QMouseEvent) -> None:
        self.commit_pending()
        super().mousePressEvent(e)

    @override
    def focusOutEvent(self, e: QFocusEvent) -> None:
        self.commit_pending()
        super().focusOutEvent(e)
        self._session.close_edit()

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        cursor = self.textCursor()
        source = self._source(cursor.selectionStart(), cursor.selectionEnd())
        data = QMimeData()
        data.setText(
            "".join(self._session.facts.shown(code) if code else printed for printed, _, code in pieces(source, {}))
        )
        return data

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Leave files to the window: their paths are no text of the report."""
        return not source.hasUrls() and (source.hasHtml() or super().canInsertFromMimeData(source))

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste cleaned text; what Word or a web page drags along stays behind."""
        text, cursor = pasted_text.text_of(source), self.textCursor()
        replaced = cursor.selectionEnd() - cursor.selectionStart()
        left = max(LONGEST_TEXT - len(self.toPlainText()) + replaced, 0)
        if len(text) > left:
            dialogs.inform(
                self.window(),
                "没有粘贴",
                f"剪贴板中有{len(text)}个字，“{self.accessibleName()}”最多写{LONGEST_TEXT}个字，还能写{left}个字。",
                "没有粘贴。请只复制需要的段落，再粘贴。",
            )
        elif text:
            is_spread = pasted_report.spread(self._session, self._code, text, self.window(), self.mended.emit)
            if is_spread is None:  # one text, or a table
                is_spread = self.is_taken(source.html() if source.hasHtml() else "", source.text())
            if not is_spread:
                cleaned = clean_pasted(text)
                cursor.insertText(cleaned)
                self.ensureCursorVisible()
                if said := pasted_text.said_of(text, cleaned):
                    self.mended.emit(said)


def _plain(document: QTextDocument, start: int, end: int) -> str:
    """Return what stands between two places, each linked number as one character."""
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def _document_position(source: str, offset: int) -> int:
    """Return the position in the document of an offset in the source text."""
    position = result = 0
    for printed, start, code in pieces(source, {}):
        if offset <= start:
            break
        length = 1 if code else len(printed)
        result = position + min(offset - start, length)
        position += length
    return result
