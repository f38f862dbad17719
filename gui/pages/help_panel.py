"""Help at the cell: what counts in the row of the current cell, and where that is said."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from core.form.help_topics import HelpTopic, topics_for
from core.office.collection import sum_parts
from core.office.department_split import origin_sentence
from core.office.register import taking_over
from gui.look.colours import MARKS
from gui.look.plain_text import PlainLabel
from gui.look.source_line import source_line
from gui.report.last_year import LastYear
from gui.report.session import ReportSession

_PAUSE_MS = 80
"""Wrapping and painting the help takes longer than all the rest of a keystroke: it waits until the clerk has stayed
in a cell this long, so that nobody walking through cells waits for it."""
_FEES = "信息处理费：没有收取的，三格都填0；金额的单位是元，第二部分表中的收费是万元"


class _FoundLabel(PlainLabel):
    """The findings at the current cell; nothing from the moment on when they are no longer true.

    Attributes:
        is_outdated: Whether others are to be shown at the next pause.
    """

    is_outdated = False

    def __init__(self) -> None:
        super().__init__(wordWrap=True)
        # Its ground is painted here, so that Qt need not paint that of seven widgets below first
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def wipe(self) -> None:
        """Show nothing until others are said; once, however many keys come before that."""
        if not self.is_outdated:
            self.is_outdated = True
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.palette().window())
        painter.end()
        if not self.is_outdated:
            super().paintEvent(event)


class HelpStrip(QScrollArea):
    """Shows the help of the row of the current cell, or what belongs on the page.

    Attributes:
        place: What is explained: a row such as ``t3.R09``, or the key of a page. It is also the anchor in the manual.
        code: The cell that is explained; "" where it is a page.

    Signals:
        explained: Something else is explained now; whether that is a page.
    """

    explained = Signal(bool)

    def __init__(self, session: ReportSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWidgetResizable(True)
        self.setAccessibleName("填报说明")
        self._title = PlainLabel(wordWrap=True, objectName="heading")
        self._found = _FoundLabel()
        self._text = PlainLabel(wordWrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._source = PlainLabel(wordWrap=True, objectName="hint")
        self._topics = QLabel(wordWrap=True, textFormat=Qt.TextFormat.RichText)
        self._topics.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._last_year = LastYear(session)
        self.place = ""
        self.code = ""
        self._origins = session.report.origins
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._explain_cell)
        session.findings_changed.connect(self._follow_findings)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(10, 8, 10, 8)
        for label in (self._title, self._found, self._text, self._source, self._topics):
            layout.addWidget(label)
        layout.addStretch()
        self.setWidget(inside)

    def show_cell(self, code: str) -> None:
        """Show the help of the row that this cell stands in, once the clerk stays there."""
        cell = self._session.form.cells[code]
        self.code = code
        self.place = f"{cell.table}.{cell.row}"
        self._pause.start()

    def _explain_cell(self) -> None:
        code, form = self.code, self._session.form
        if code not in form.cells:  # another form was opened meanwhile
            return
        cell = form.cells[code]
        table = form.tables[cell.table]
        line, column = table.rows[cell.row], table.columns[cell.column]
        last = self._last_year.figure(code)
        self._origins = self._session.report.origins
        report = self._session.report
        origin = sum_parts.origin_of_cell(report, code) or taking_over.origin_of_cell(report, code)
        came_from = origin_sentence(origin) if origin else ""
        said = "\n".join(filter(None, [last, came_from, line.help, column.help]))
        self._show(cell.name, said, "；".join(dict.fromkeys(filter(None, [line.source, column.source]))))
        self._say_found(self._findings())
        topics = topics_for(self.place, self._session.report.meta.get("meta.unit_type", ""))
        self._topics.setText("".join(map(_topic_html, topics)))
        self._topics.setVisible(bool(topics))
        self._lay_out()
        self.explained.emit(False)

    def _findings(self) -> str:
        found = self._session.facts.findings_at(self.code) if self.code else []
        is_one = len(found) == 1  # its level is told by its colour in the table
        return "\n".join(f.message if is_one else f"{MARKS[f.level]} {f.message}" for f in found)

    def _say_found(self, found: str) -> None:
        self._found.setText(found)
        self._found.setVisible(bool(found))
        self._found.is_outdated = False
        self._found.update()  # Qt does not by itself where the text is the one that was wiped out

    def _follow_findings(self) -> None:
        is_other = bool(self.code) and self._findings() != self._found.text()
        if is_other:
            self._found.wipe()
        if is_other or (self.code and self._session.report.origins is not self._origins):
            self._pause.start()  # also where the numbers were counted anew meanwhile

    def _lay_out(self) -> None:
        """Lay the lines out at once: painted before Qt does so they are squeezed into the height of those before."""
        layout = self.widget().layout()
        assert layout is not None
        layout.activate()
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def show_page(self, key: str, code: str = "") -> None:
        """Show what belongs on a page, or to the cell at which it opens, until a cell is chosen."""
        if code:
            self.explained.emit(True)
            self.show_cell(code)
            self._pause.stop()
            self._explain_cell()
            return
        self.place = key
        self.code = ""
        self._pause.stop()
        self._say_found("")
        self._topics.hide()
        form = self._session.form
        if key in form.sections:
            section = form.sections[key]
            hints = [
                f"{form.texts[c].heading or form.texts[c].name}：{form.texts[c].hint}"
                for c in section.contents
                if c in form.texts
            ]
            hints += [_FEES] * any(code in form.pages[key] for code in form.outside_tables)
            self._show(section.title, "\n".join(hints), section.limit_note)
        else:
            self._show("填报说明", "标题和全文都从这里取单位全称和报告年度；填报人只用于审签单，不会公开。", "")
        self._lay_out()
        self.explained.emit(True)

    def needed_height(self) -> int:
        """Return the pixels of all that is said now, at the present width."""
        return self.widget().heightForWidth(self.width() - 2 * self.frameWidth()) + 2 * self.frameWidth()

    def _show(self, title: str, text: str, source: str) -> None:
        self._title.setText(title)
        self._text.setText(text)
        self._source.setText(source_line(source))
        self._source.setVisible(bool(source))

    @override
    def sizeHint(self) -> QSize:
        return QSize(300, 170)


def _topic_html(topic: HelpTopic) -> str:
    source = escape(source_line(topic.source))
    return f"<p><b>易混：{escape(topic.title)}</b><br>{escape(topic.text)}<br>{source}</p>"
