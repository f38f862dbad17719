"""Help at the cell: what counts in the row of the current cell, and where that is said."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from core.checks.department_split import origin_at, origin_sentence
from core.form.help_topics import topics_for
from gui.last_year import LastYear

if TYPE_CHECKING:
    from core.form.help_topics import HelpTopic
    from gui.session import ReportSession


class HelpStrip(QScrollArea):
    """Shows the help of the row of the current cell, or what belongs on the page.

    Attributes:
        place: What is explained: a row such as ``t3.R09``, or the key of a page. It is also the anchor in the manual.
    """

    def __init__(self, session: ReportSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWidgetResizable(True)
        self.setAccessibleName("填报说明")
        self._title = QLabel(wordWrap=True)
        self._title.setObjectName("heading")
        self._text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._source = QLabel(wordWrap=True)
        self._source.setObjectName("hint")
        self._topics = QLabel(wordWrap=True, textFormat=Qt.TextFormat.RichText)
        self._topics.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._last_year = LastYear(session)
        self.place = ""
        self._cell = ""
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(10, 8, 10, 8)
        for label in (self._title, self._text, self._source, self._topics):
            layout.addWidget(label)
        layout.addStretch()
        self.setWidget(inside)
        session.findings_changed.connect(self._follow_typing)

    def show_cell(self, code: str) -> None:
        """Show the help of the row that this cell stands in."""
        self._cell = code
        cell = self._session.form.cells[code]
        line = self._session.form.tables[cell.table].rows[cell.row]
        self._show(cell.name, self._text_of_cell(), line.source)
        unit_type = self._session.report.meta.get("meta.unit_type", "")
        self.place = f"{cell.table}.{cell.row}"
        topics = topics_for(self.place, unit_type)
        self._topics.setText("".join(map(_topic_html, topics)))
        self._topics.setVisible(bool(topics))

    def _text_of_cell(self) -> str:
        """Return what is to be said of the cell now: its findings, last year's number, its origin, what counts."""
        cell = self._session.form.cells[self._cell]
        found = [finding.message for finding in self._session.findings_at(self._cell)]
        last = self._last_year.figure(self._cell)
        origin = origin_at(self._session.report, self._cell)
        came_from = origin_sentence(origin) if origin else ""
        helped = self._session.form.tables[cell.table].rows[cell.row].help
        return "\n".join(filter(None, [*found, last, came_from, helped]))

    def _follow_typing(self) -> None:
        """Say what holds of the cell now, while a number is typed in it or in another one."""
        if self._cell in self._session.form.cells:
            text = self._text_of_cell()
            if text != self._text.text():
                self._text.setText(text)

    def show_page(self, key: str) -> None:
        """Show what belongs on a page, until a cell is chosen."""
        self.place = key
        self._cell = ""
        self._topics.hide()
        form = self._session.form
        if key in form.sections:
            section = form.sections[key]
            hints = [
                f"{form.texts[c].heading or form.texts[c].name}：{form.texts[c].hint}"
                for c in section.contents
                if c in form.texts
            ]
            self._show(section.title, "\n".join(hints), section.limit_note)
        else:
            self._show("填报说明", "标题和全文都从这里取单位全称和报告年度；填报人只用于审签单，不会公开。", "")

    def _show(self, title: str, text: str, source: str) -> None:
        self._title.setText(title)
        self._text.setText(text)
        self._source.setText(f"来源：{source}")
        self._source.setVisible(bool(source))

    @override
    def sizeHint(self) -> QSize:
        return QSize(300, 170)


def _topic_html(topic: HelpTopic) -> str:
    return f"<p><b>易混：{escape(topic.title)}</b><br>{escape(topic.text)}<br><i>来源：{escape(topic.source)}</i></p>"
