"""Last year's text beside the new one, its years and numbers marked, and what stands in the new one again."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtWidgets import QTextBrowser, QWidget

from core.office import compare
from gui.texts.same_marks import SameMarks

_OPEN, _CLOSE = "［", "］"


def marked_html(text: str) -> str:
    """Return a text as HTML with every year and number in square brackets."""
    parts: list[str] = []
    end = 0
    for start, stop in compare.number_marks(text):
        parts += [escape(text[end:start]), f"{_OPEN}{escape(text[start:stop])}{_CLOSE}"]
        end = stop
    parts.append(escape(text[end:]))
    return "".join(f"<p>{line}</p>" for line in "".join(parts).split("\n"))


class LastYearPane(QTextBrowser):
    """Shows last year's text for reading and copying from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("last-year")
        self._shown = ("", "")
        self._same: Sequence[tuple[int, int]] = ()
        self._marks = SameMarks(self)
        self.document().setDocumentMargin(8)
        # Line beside line, as in the new text, and every blank, so that the places of the marks are those in the text
        self.document().setDefaultStyleSheet("p { margin: 0; white-space: pre-wrap }")
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)

    def show_text(self, year: str, text: str) -> None:
        """Show a text of last year."""
        if self._shown == (year, text):
            return
        self._shown = year, text
        self._same = ()
        self.setAccessibleName(f"{year}的文字，年份和数字已标出")
        self.setToolTip(f"{year}的文字，方括号里的年份和数字不要照抄；有底色的字与本年的相同")
        self.setHtml(marked_html(text).replace("<p>", f"<p><b>{escape(year)}：</b>", 1))

    def mark_same(self, spans: Sequence[tuple[int, int]]) -> None:
        """Mark the stretches of the text that stand in the new one again; what is selected and scrolled to stays."""
        if spans == self._same:
            return
        self._same = spans
        numbers = compare.number_marks(self._shown[1])
        places = []
        for start, end in spans:
            start = next((stop for first, stop in numbers if first < start < stop), start)  # 年 of a marked 2024年
            places.append((self._position(start, numbers), self._position(end, numbers)))
        self._marks.show(places)

    def _position(self, offset: int, numbers: Sequence[tuple[int, int]]) -> int:
        """Return the place in the document of a place in the text, which counts no brackets and no year."""
        year, text = self._shown
        brackets = sum((start < offset) + (end <= offset) for start, end in numbers)
        return units(f"{year}：") + units(text[:offset]) + brackets


def units(text: str) -> int:
    """Return how many places a text takes in a document, in which rare characters count twice."""
    return len(text) + sum(char > "\uffff" for char in text)
