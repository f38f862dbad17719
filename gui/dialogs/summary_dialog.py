"""The one question before a 送审稿 or 定稿 is made: what is verified, what is open, what changed since the last one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from core.checks.findings import Finding
from core.office import summary as office_summary
from gui.dialogs.answer_buttons import answer_row
from gui.dialogs.dialog_size import open_with_size
from gui.look.colours import colours
from gui.look.plain_text import PlainLabel

PROBLEMS, REMARKS, SHEETS, ALL_THE_SAME, CANCEL = "先看问题", "先去处理", "先收科室填报表", "仍然生成", "取消"
NEW_ROUND, FINAL_ALL_THE_SAME = "生成送审稿", "仍然定稿"
"""What is offered where a 定稿 would say something else than the last 送审稿."""
_WIDTH, _TALLEST = 760, 560


def answers_to(summary: office_summary.Summary, makes: str) -> tuple[str, ...]:
    """Return the answers that are offered, from left to right; the first is that of a mere Return.

    It makes no 定稿 that nobody approved.
    """
    if not (summary.asks or summary.is_other):
        return makes, CANCEL
    unsettled = summary.remarks or summary.unchanged or summary.unfound
    about_remarks = unsettled or (summary.since and summary.since.is_question)
    has_problems = bool(summary.open or summary.boxes or summary.private or summary.unsigned)
    first = [REMARKS] * bool(about_remarks) + [SHEETS] * bool(summary.sheets) + [PROBLEMS] * has_problems
    return (NEW_ROUND, *first, FINAL_ALL_THE_SAME, CANCEL) if summary.is_other else (*first, ALL_THE_SAME, CANCEL)


class SummaryDialog(QDialog):
    """Shows a summary, with one button an answer.

    Attributes:
        choice: The answer that was pressed; 取消 where the dialog was closed.
        finding: The 疑点 that was chosen then; the first one where none was.
    """

    def __init__(self, parent: QWidget | None, makes: str, summary: office_summary.Summary) -> None:
        """Lay it out; ``makes`` is what is about to be done, such as 生成送审稿第2稿."""
        super().__init__(parent)
        self.setWindowTitle(makes)
        self.choice = CANCEL
        self.finding: Finding | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addWidget(PlainLabel(summary.proof, wordWrap=True))
        self.list = self._listed(summary.parts)
        layout.addWidget(self.list, 1)
        answers = answers_to(summary, makes)
        default = answers[0]
        row, self.buttons = answer_row(answers, default, self._answer)
        layout.addLayout(row)
        self.buttons[default].setFocus()
        open_with_size(self, _WIDTH, min(_TALLEST, 170 + self.list.count() * (self.fontMetrics().height() + 8)))

    def _listed(self, parts: Sequence[office_summary.Part]) -> QListWidget:
        listed = QListWidget()
        listed.setAccessibleName("生成前请看")
        listed.setWordWrap(True)
        listed.setSpacing(2)
        listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bold = self.font()
        bold.setBold(True)
        for part in parts:
            head = QListWidgetItem(part.heading, listed)
            head.setFont(bold)
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            for row, text in enumerate(part.lines):
                line = QListWidgetItem(f"{'！' if part.findings else '·'} {text}", listed)
                if part.findings:
                    line.setData(Qt.ItemDataRole.UserRole, part.findings[row])
                    line.setForeground(colours(self.palette()).ink(part.findings[row].level))
        listed.itemActivated.connect(self._activate)
        return listed

    def _activate(self, item: QListWidgetItem) -> None:
        """Go to a 疑点 by a double click or Return."""
        if item.data(Qt.ItemDataRole.UserRole) is not None:
            self._answer(PROBLEMS)

    def _answer(self, answer: str) -> None:
        rows = [self.list.currentRow(), *range(self.list.count())]
        found = (self.list.item(row).data(Qt.ItemDataRole.UserRole) for row in rows if row >= 0)
        self.choice, self.finding = answer, next(filter(None, found), None)
        self.accept()
