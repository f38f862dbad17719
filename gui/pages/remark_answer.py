"""What is said of a remark in the list of findings, and the buttons that answer it."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from core.checks.findings import Finding, Place
from core.office.remark_places import find_place
from core.office.review import FOLLOWED, NOT_FOLLOWED, ToDo, answer_remark
from core.report.report import Report
from gui import dialogs
from gui.look.button_rows import ButtonRows
from gui.report.session import ReportSession

_QUOTED = re.compile("“([^”]+?)(?:……)?”")
_REASONS = ("数字已与台账核对无误", "已在其他部分写明", "已与退回人商定不改")
UNCHANGED = "，但没有改动"
_STEP = "处理退回意见"


class RemarkAnswer(QWidget):
    """Leads to the place of a remark, and answers it: 已改, or 不改 and why.

    Attributes:
        buttons: All its buttons.

    Signals:
        jump_wanted: The remark whose place the clerk wants to see.
        answered: The remark was answered.
    """

    jump_wanted = Signal(object)
    answered = Signal()

    def __init__(self, session: ReportSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: ToDo | None = None
        self.jump = QPushButton("定位")
        self.followed = QPushButton()
        self.not_followed = QPushButton("不改…")
        self.jump.clicked.connect(self.go)
        self.followed.clicked.connect(self._tick)
        self.not_followed.clicked.connect(self._refuse)
        self.buttons = (self.jump, self.followed, self.not_followed)
        row = ButtonRows()
        self.setLayout(row)
        for button in self.buttons:
            row.addWidget(button)

    def show_remark(self, what: ToDo | None) -> None:
        """Offer what can be done about a remark; nothing where there is none."""
        self._shown = what
        self.setVisible(what is not None)
        if what is None:
            return
        self.jump.setEnabled(bool(page_of(self._session.report, what)))
        self.jump.setToolTip("" if self.jump.isEnabled() else "意见里没有写明是哪一部分、哪一格")
        self.followed.setText("改回未处理" if what.remark.answer else FOLLOWED)
        self.not_followed.setText("修改理由…" if what.remark.answer == NOT_FOLLOWED else "不改…")
        for button in (self.followed, self.not_followed):
            button.setEnabled(not self._session.open_report.is_read_only)

    def go(self) -> None:
        """Lead to the place that the remark names, where it names one."""
        if self._shown is not None and page_of(self._session.report, self._shown):
            self.jump_wanted.emit(self._shown)

    def _tick(self) -> None:
        if self._shown is not None:
            answer = "" if self._shown.remark.answer else FOLLOWED
            self._session.record(answer_remark(self._session.report, self._shown, answer), _STEP)
            self.answered.emit()

    def _refuse(self) -> None:
        what = self._shown
        if what is not None:
            reason = dialogs.ask_reason(self, "不改的理由", what.remark.text, _REASONS, what.remark.reason)
            if reason:
                self._session.record(answer_remark(self._session.report, what, NOT_FOLLOWED, reason), _STEP)
                self.answered.emit()


def remark_line(what: ToDo, *, is_unchanged: bool = False) -> str:
    """Return the line of a remark: its sign, its number, what it says and what was done about it.

    ``is_unchanged``: it is noted as followed, but the report shows what it did.
    """
    remark = what.remark
    text = f"{what.number}．{remark.text}"
    if not remark.answer:
        return f"□ {text}"
    if is_unchanged:
        return f"！ {text}（{remark.answer}{UNCHANGED}）"
    return f"✓ {text}（{remark.answer}{'：' if remark.reason else ''}{remark.reason}）"


def origin_line(what: ToDo) -> str:
    """Return who sent the report back, and when."""
    made = what.made
    return "，".join(filter(None, (f"{made.short_name}退回意见", made.returned_by, made.returned_on)))


def page_of(report: Report, what: ToDo) -> str:
    """Return the key of the page that a remark is about, "" where it names none."""
    return find_place(report.form, what.remark.text).page


def place_of(report: Report, what: ToDo) -> Finding | None:
    """Return the place that a remark names, as a finding of no rule; None where it names none, or a page at most.

    In a text that is the words it quotes, where they stand there as quoted; they also tell which text of a page.
    """
    said = what.remark.text
    named = find_place(report.form, said)
    if named.code and named.code not in report.form.texts:
        return Finding("", "hint", said, cells=(named.code,))
    texts = [named.code] if named.code else [c for c in report.form.pages.get(named.page, ()) if c in report.form.texts]
    quotes = [match[1] for match in _QUOTED.finditer(said)]
    found = [(code, quote) for quote in quotes for code in texts if quote in report.texts.get(code, "")]
    if not named.code and len({code for code, _quote in found}) != 1:
        return None
    code, quoted = found[0] if found else (named.code, "")
    start = report.texts.get(code, "").index(quoted)
    return Finding("", "hint", said, places=(Place(code, start, start + len(quoted)),))
