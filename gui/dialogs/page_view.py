"""A page of HTML to be read in a window: in the colours of the window, whatever those are that it has on paper."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QTextBrowser, QWidget
from typing_extensions import override

from gui.look.colours import Scheme, colours
from gui.look.theme import HANDLE

_SHEET_END = "</style>"


class PageView(QTextBrowser):
    """Shows the manual, the rule book or a comparison, also after the window changed from light to dark."""

    def __init__(self, name: str, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._page = page
        self._shown_in: Scheme | None = None

    def refresh(self) -> None:
        """Show the page in the colours that hold now; it stays where it was scrolled to."""
        scheme = colours(self.palette()).scheme
        if scheme is self._shown_in:  # there are changes of the palette that change no colour
            return
        self._shown_in = scheme
        at = self.verticalScrollBar().value()
        self.setHtml(_dressed(self._page, scheme))
        self.verticalScrollBar().setValue(at)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._shown_in is not None:
            self.refresh()


def _dressed(page: str, scheme: Scheme) -> str:
    """Return a page with more rules at the end of its style sheet: those of a second sheet Qt does not let win.

    Chinese has no italics: Qt only slants it.
    """
    more = (
        f"body {{ color: {scheme.text}; background: {scheme.base}; }} a {{ color: {scheme.accent}; }}"
        f"i {{ font-style: normal; color: {scheme.faint}; }} .off, .q {{ color: {scheme.faint}; }}"
        f"th {{ color: {scheme.text}; }} div.rule th {{ color: {scheme.faint}; }}"
        f"table.lines {{ border-collapse: collapse; }} .lines th, .lines td {{ border: 1px solid {HANDLE}; }}"
        f".error {{ color: {scheme.error}; }} .warning {{ color: {scheme.warning}; }} .hint {{ color: {scheme.hint}; }}"
        f"tr.d, li.b {{ background: {scheme.warning_back}; }} p.local {{ border-left-color: {scheme.warning}; }}"
        f"del {{ background: {scheme.error_back}; }} ins {{ background: {scheme.active_back}; }}"
    )
    if _SHEET_END in page:
        return page.replace(_SHEET_END, f"{more}{_SHEET_END}", 1)
    return f"<style>{more}{_SHEET_END}{page}"
