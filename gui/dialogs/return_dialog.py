"""The way through the office: sent back by whom, when, with which remarks, what was done about each; published."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QFormLayout,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from core.office.review import FOLLOWED, NOT_FOLLOWED
from gui import dialogs
from gui.dialogs.answer_buttons import answer_buttons
from gui.dialogs.room import open_at
from gui.look.plain_text import PlainLabel
from gui.look.steady_box import SteadyBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.report.report import Remark, ReviewRound


_OPEN = "未处理"


class _KeepingDialog(QDialog):
    """A dialog that is not closed by Esc over what was filled in without asking."""

    def __init__(self, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._begun: object = None

    def _filled(self) -> object:
        """Return what is filled in now."""
        raise NotImplementedError

    @override
    def reject(self) -> None:
        answer = "discard" if self._filled() == self._begun else dialogs.ask_unsaved(self, self.windowTitle())
        if answer == "save":
            self.accept()
        elif answer == "discard":
            super().reject()


class ReturnDialog(_KeepingDialog):
    """Registers a return; one remark a line. What was registered before can be added to and put right."""

    def __init__(self, last: ReviewRound, today: date, parent: QWidget | None = None) -> None:
        super().__init__("登记退回意见", parent)
        open_at(self, 520, 380)
        self.by = QLineEdit(last.returned_by, placeholderText="退回的领导或科室")
        self.by.setAccessibleName("退回人")
        self.on = _day_field(last.returned_on, today, "退回日期")
        noted = "\n".join(remark.text for remark in last.remarks)
        self.remarks = QPlainTextEdit(noted, placeholderText="一行写一条意见")
        self.remarks.setAccessibleName("退回意见")
        self.remarks.setTabChangesFocus(True)
        self._complaint = PlainLabel("这一稿已登记过退回意见，可以补充、改正。" if noted else "")
        self._complaint.setObjectName("hint")
        form = QFormLayout()
        form.addRow("送审稿", PlainLabel(f"第{last.number}稿（{last.date}，校验码 {last.checksum}）"))
        form.addRow("退回人", self.by)
        form.addRow("退回日期", self.on)
        form.addRow("退回意见", self.remarks)
        buttons, _ = answer_buttons(self, "登记")
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._complaint)
        layout.addWidget(buttons)
        self._begun = self._filled()

    @override
    def _filled(self) -> object:
        return self.by.text(), self.on.date(), self.remarks.toPlainText()

    @property
    def lines(self) -> list[str]:
        """The remarks, one a line."""
        return [line.strip() for line in self.remarks.toPlainText().splitlines() if line.strip()]

    @override
    def accept(self) -> None:
        if not self.by.text().strip():
            self._complaint.setText("请填写退回人。")
            self.by.setFocus()
        elif not self.lines:
            self._complaint.setText("请至少写一条意见，一行一条。")
            self.remarks.setFocus()
        else:
            super().accept()


class PublicationDialog(_KeepingDialog):
    """Registers where the report was published, and on which day."""

    def __init__(self, url: str, noted: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__("登记公布网址和日期", parent)
        self.setMinimumWidth(520)
        self.url = QLineEdit(url, placeholderText="报告在网站上的网址")
        self.url.setAccessibleName("公布网址")
        self.on = _day_field(noted, today, "公布日期")
        self._complaint = PlainLabel()
        self._complaint.setObjectName("hint")
        form = QFormLayout()
        form.addRow("公布网址", self.url)
        form.addRow("公布日期", self.on)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._complaint)
        layout.addWidget(answer_buttons(self, "登记")[0])
        self._begun = self._filled()

    @override
    def _filled(self) -> object:
        return self.url.text(), self.on.date()

    @override
    def accept(self) -> None:
        if self.url.text().strip():
            super().accept()
        else:
            self._complaint.setText("请填写公布网址。")
            self.url.setFocus()


class AnswerDialog(_KeepingDialog):
    """Says of each remark whether it was followed, or why not.

    Attributes:
        choices: What was done about each remark, in order.
        reasons: Why a remark was not followed, in order.
    """

    def __init__(self, returned: ReviewRound, parent: QWidget | None = None) -> None:
        super().__init__(f"第{returned.number}稿退回意见的处理", parent)
        open_at(self, 760, 360)
        self.choices: list[QComboBox] = []
        self.reasons: list[QLineEdit] = []
        area = QScrollArea(widgetResizable=True)  # it follows the focus, a table does not
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._rows(returned.remarks))
        self._complaint = PlainLabel("改好了选“已改”；不改的选“不改”并写明理由。")
        self._complaint.setObjectName("hint")
        layout = QVBoxLayout(self)
        layout.addWidget(PlainLabel(f"退回人：{returned.returned_by}　退回日期：{returned.returned_on}"))
        layout.addWidget(area, 1)
        layout.addWidget(self._complaint)
        layout.addWidget(answer_buttons(self, "保存")[0])
        self._begun = self._filled()

    def _rows(self, remarks: Sequence[Remark]) -> QWidget:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 4, 8, 4)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(2, 2)
        for column, title in enumerate(("意见", "处理", "不改的理由")):
            head = PlainLabel(title)
            head.setObjectName("heading")
            grid.addWidget(head, 0, column)
        for row, remark in enumerate(remarks, 1):
            choice = SteadyBox()
            choice.addItems([_OPEN, FOLLOWED, NOT_FOLLOWED])
            choice.setCurrentText(remark.answer or _OPEN)
            choice.setAccessibleName(f"处理：{remark.text}")
            reason = QLineEdit(remark.reason)
            reason.setAccessibleName(f"不改的理由：{remark.text}")
            self.choices.append(choice)
            self.reasons.append(reason)
            for column, widget in enumerate((PlainLabel(f"{row}．{remark.text}", wordWrap=True), choice, reason)):
                grid.addWidget(widget, row, column)
        grid.setRowStretch(len(remarks) + 1, 1)
        return inside

    @override
    def _filled(self) -> object:
        return [
            (choice.currentText(), reason.text()) for choice, reason in zip(self.choices, self.reasons, strict=True)
        ]

    @property
    def answers(self) -> list[tuple[str, str]]:
        """Answer and reason of each remark, in order; "" for one that is open."""
        result = []
        for choice, reason in zip(self.choices, self.reasons, strict=True):
            answer = choice.currentText() if choice.currentIndex() else ""
            why = "".join(line.strip() for line in reason.text().splitlines())  # a pasted one may have several lines
            result.append((answer, why if answer == NOT_FOLLOWED else ""))
        return result

    @override
    def accept(self) -> None:
        filled = list(zip(self.answers, self.reasons, strict=True))
        lacking = next((row for row, ((a, why), _) in enumerate(filled) if a == NOT_FOLLOWED and not why), None)
        unsaid = next((row for row, ((a, _), box) in enumerate(filled) if a == "" and box.text().strip()), None)
        if lacking is not None:
            self._complaint.setText(f"第{lacking + 1}条选了“不改”，请写明理由。")
            self.reasons[lacking].setFocus()
        elif unsaid is not None:
            self._complaint.setText(f"第{unsaid + 1}条写了不改的理由，请选“不改”。")
            self.choices[unsaid].setFocus()
        else:
            super().accept()


def _day_field(noted: str, today: date, name: str) -> QDateEdit:
    """Return a field with the day that was noted; with today where none was, or nothing that is a day."""
    day = QDate.fromString(noted, Qt.DateFormat.ISODate)
    field = QDateEdit(day if day.isValid() else QDate(today.year, today.month, today.day))
    field.setCalendarPopup(True)
    field.setDisplayFormat("yyyy年M月d日")
    field.setAccessibleName(name)
    return field


def chosen_day(field: QDateEdit) -> date:
    """Return the day that a field holds."""
    day = field.date()
    return date(day.year(), day.month(), day.day())
