"""Last year's text beside the new one, its years and numbers marked: they must not be copied."""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QTextBrowser, QWidget

from core.office import compare


def marked_html(text: str) -> str:
    """Return a text as HTML with every year and number in square brackets."""
    parts: list[str] = []
    end = 0
    for start, stop in compare.number_marks(text):
        parts += [escape(text[end:start]), f"［{escape(text[start:stop])}］"]
        end = stop
    parts.append(escape(text[end:]))
    return "".join(f"<p>{line}</p>" for line in "".join(parts).split("\n"))


class LastYearPane(QTextBrowser):
    """Shows last year's text for reading and copying from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("last-year")
        self._shown = ("", "")
        self.document().setDocumentMargin(8)
        self.document().setDefaultStyleSheet("p { margin: 0 }")  # line beside line, as in the new text
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)

    def show_text(self, year: str, text: str) -> None:
        """Show a text of last year."""
        if self._shown == (year, text):
            return
        self._shown = year, text
        self.setAccessibleName(f"{year}的文字，年份和数字已标出")
        self.setToolTip(f"{year}的文字，方括号里的年份和数字不要照抄")
        self.setHtml(marked_html(text).replace("<p>", f"<p><i>{escape(year)}：</i>", 1))
