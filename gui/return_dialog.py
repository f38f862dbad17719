"""登记退回意见: who sent the 送审稿 back, when, the remarks one by one, and what was done about each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)
from typing_extensions import override

from core.files.review import FOLLOWED, NOT_FOLLOWED

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from core.content.report import ReviewRound


class ReturnDialog(QDialog):
    """Registers a return; one remark a line."""

    def __init__(self, last: ReviewRound, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("登记退回意见")
        self.resize(520, 380)
        self.by = QLineEdit(placeholderText="退回的领导或科室")
        self.by.setAccessibleName("退回人")
        self.on = QDateEdit(QDate(today.year, today.month, today.day))
        self.on.setCalendarPopup(True)
        self.on.setDisplayFormat("yyyy年M月d日")
        self.on.setAccessibleName("退回日期")
        self.remarks = QPlainTextEdit(placeholderText="一行写一条意见")
        self.remarks.setAccessibleName("退回意见")
        self.remarks.setTabChangesFocus(True)
        self._complaint = QLabel()
        self._complaint.setObjectName("hint")
        form = QFormLayout()
        form.addRow("送审稿", QLabel(f"第{last.number}稿（{last.date}，校验码 {last.checksum}）"))
        form.addRow("退回人", self.by)
        form.addRow("退回日期", self.on)
        form.addRow("退回意见", self.remarks)
        buttons = _buttons(self, "登记")
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._complaint)
        layout.addWidget(buttons)

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


class AnswerDialog(QDialog):
    """Says of each remark whether it was followed, or why not."""

    def __init__(self, returned: ReviewRound, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"第{returned.number}稿退回意见的处理")
        self.resize(720, 360)
        self.table = QTableWidget(len(returned.remarks), 3)
        self.table.setHorizontalHeaderLabels(["意见", "处理", "不改的理由"])
        self.table.setAccessibleName("退回意见")
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.setWordWrap(True)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(2, 240)
        self.choices: list[QComboBox] = []
        for row, remark in enumerate(returned.remarks):
            text = QTableWidgetItem(remark.text)
            text.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.table.setItem(row, 0, text)
            choice = QComboBox()
            choice.addItems(["未处理", FOLLOWED, NOT_FOLLOWED])
            choice.setCurrentText(remark.answer or "未处理")
            choice.setAccessibleName(f"处理：{remark.text}")
            self.choices.append(choice)
            self.table.setCellWidget(row, 1, choice)
            reason = QTableWidgetItem(remark.reason)
            for column, item, name in ((1, QTableWidgetItem(), "处理"), (2, reason, "不改的理由")):
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}：{remark.text}")
                self.table.setItem(row, column, item)
        self.table.resizeRowsToContents()
        self._complaint = QLabel("改好了选“已改”；不改的选“不改”并写明理由。")
        self._complaint.setObjectName("hint")
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(f"退回人：{returned.returned_by}　退回日期：{returned.returned_on}"))
        layout.addWidget(self.table)
        layout.addWidget(self._complaint)
        layout.addWidget(_buttons(self, "保存"))

    @property
    def answers(self) -> list[tuple[str, str]]:
        """Answer and reason of each remark, in order; "" for one that is open."""
        result = []
        for row, choice in enumerate(self.choices):
            answer = choice.currentText() if choice.currentIndex() else ""
            item = self.table.item(row, 2)
            result.append((answer, item.text().strip() if item and answer == NOT_FOLLOWED else ""))
        return result

    @override
    def accept(self) -> None:
        missing = next((row for row, (a, why) in enumerate(self.answers) if a == NOT_FOLLOWED and not why), None)
        if missing is None:
            super().accept()
        else:
            self._complaint.setText(f"第{missing + 1}条选了“不改”，请写明理由。")
            self.table.setCurrentCell(missing, 2)


def _buttons(dialog: QDialog, yes: str) -> QDialogButtonBox:
    buttons = QDialogButtonBox()
    buttons.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
    buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons
