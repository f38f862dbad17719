"""The way through the office: sent back by whom, when, with which remarks; published."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from core.base.addresses import NO_ADDRESS, is_address
from core.office import remarks_in_word
from core.office.review import split_remarks
from core.report.report import SENT_IN, ReviewRound
from gui import dialogs
from gui.dialogs import pasted_lines
from gui.dialogs.answer_buttons import answer_buttons
from gui.dialogs.day_field import chosen_day, day_field
from gui.dialogs.dialog_size import open_with_size
from gui.dialogs.keeping_dialog import KeepingDialog
from gui.look.complaint import Complaint
from gui.look.enter_presses import let_enter_press
from gui.look.plain_text import PlainLabel

_SENT_IN = f"{SENT_IN}（还没有生成过送审稿，意见记在报告现在的内容上）"

_NO_NAME, _NO_REMARK = "请填写退回人。", "请至少写一条意见，一行一条。"


class _NameField(QLineEdit):
    """A name; several lines that are pasted are none.

    Signals:
        list_pasted: The lines that were pasted in place of a name.
    """

    list_pasted = Signal(str)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_paste = event.matches(QKeySequence.StandardKey.Paste)
        pasted = (
            pasted_lines.pasted_lines(QApplication.clipboard().mimeData() or QMimeData()).strip() if is_paste else ""
        )
        if "\n" in pasted:
            self.list_pasted.emit(pasted)
        else:
            super().keyPressEvent(event)


class _RemarksField(QPlainTextEdit):
    """One remark a line, also of a numbered list that was pasted."""

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return pasted_lines.holds_lines(source)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insert_remarks(pasted_lines.pasted_lines(source))

    def insert_remarks(self, text: str) -> None:
        """Insert what was pasted, of a list one remark a line."""
        self.insertPlainText("\n".join(split_remarks(text)) if "\n" in text else text)


class ReturnDialog(KeepingDialog):
    """Registers a return; one remark a line. What was registered before can be added to and put right.

    Attributes:
        came_back: What came back; of several papers that may have, the one that is chosen.
    """

    def __init__(
        self,
        sent: Sequence[ReviewRound],
        today: date,
        read: Callable[[ReturnDialog], remarks_in_word.ReadRemarks | None],
        parent: QWidget | None,
    ) -> None:
        """Make the dialog.

        Args:
            sent: What may have come back, the likeliest first.
            today: The day that is offered.
            read: Asks for a Word file and returns the remarks in it, None where there are none.
            parent: The window it belongs to.
        """
        super().__init__("登记退回意见", parent)
        open_with_size(self, 620, 420)
        self._read = read
        self.came_back = last = sent[0]
        self.by = _NameField(last.returned_by, placeholderText="退回的领导或科室")
        self.by.setAccessibleName("退回人")
        self.on = day_field(last.returned_on, today, "退回日期")
        noted = "\n".join(remark.text for remark in last.remarks)
        self.remarks = _RemarksField(noted, placeholderText="一行写一条意见；可以粘贴编了号的意见")
        self.remarks.setAccessibleName("退回意见")
        self.remarks.setTabChangesFocus(True)
        self.by.list_pasted.connect(lambda text: self._take_pasted(text, "粘贴的有多行"))
        self.on.text_pasted.connect(lambda text: self._take_pasted(text, "粘贴的不是日期"))
        for field in (self.by, self.remarks):
            field.installEventFilter(self)
            field.textChanged.connect(self._settle_complaint)
        self.from_word = QPushButton("从 Word 读取…")
        self.from_word.setToolTip("退回修改意见（.docx），或者写有批注的报告")
        let_enter_press(self.from_word)
        self.from_word.clicked.connect(self._add_from_word)
        self._complaint = Complaint("这一稿已登记过退回意见，可以补充、改正。" if noted else "")
        form = QFormLayout()
        self.returned = PlainLabel(_named(last), wordWrap=True)
        self.choices = {} if len(sent) == 1 else {made.name: QRadioButton(_named(made)) for made in sent}
        form.addRow("退回的是", self._choices(sent) if self.choices else self.returned)
        form.addRow("退回人", self.by)
        form.addRow("退回日期", self.on)
        form.addRow("退回意见", self.remarks)
        buttons, _ = answer_buttons(self, "登记")
        buttons.addButton(self.from_word, QDialogButtonBox.ButtonRole.ResetRole)  # at the left end, as helpers are
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._complaint)
        layout.addWidget(buttons)
        self.begin()

    def _choices(self, sent: Sequence[ReviewRound]) -> QVBoxLayout:
        """Return the papers that may have come back, one of them chosen."""
        layout = QVBoxLayout()
        layout.setSpacing(2)
        for made in sent:
            button = self.choices[made.name]
            button.setChecked(made is self.came_back)
            button.setAccessibleName(f"退回的是{button.text()}")
            button.clicked.connect(lambda _checked=False, made=made: self._choose(made))
            layout.addWidget(button)
        return layout

    def _choose(self, made: ReviewRound) -> None:
        """Take another paper for the one that came back: what was noted of it stands before what was typed."""
        before, self.came_back = self.came_back, made
        noted, known = ([remark.text for remark in one.remarks] for one in (made, before))
        self.remarks.setPlainText("\n".join([*noted, *(line for line in self.lines if line not in (*noted, *known))]))
        if self.by.text() in ("", before.returned_by):
            self.by.setText(made.returned_by)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the fields from typing the 4 of Alt+4, which turns a page only in the window."""
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_key and event.modifiers() == Qt.KeyboardModifier.AltModifier and event.text().isprintable():  # type: ignore[attr-defined]
            return bool(event.text())  # type: ignore[attr-defined]
        return super().eventFilter(watched, event)

    @override
    def filled(self) -> object:
        return self.by.text(), self.on.date(), self.remarks.toPlainText(), self.came_back.name

    def _take_pasted(self, text: str, why: str) -> None:
        """Put what was pasted elsewhere where it belongs, below the remarks that are there, and say so."""
        lines = self.remarks.toPlainText()
        self.remarks.moveCursor(QTextCursor.MoveOperation.End)
        if lines and not lines.endswith("\n"):
            self.remarks.insertPlainText("\n")
        self.remarks.insert_remarks(text)
        self.remarks.setFocus()
        self._complaint.setText(f"{why}，已放入“退回意见”，请核对。")

    def _add_from_word(self) -> None:
        read = self._read(self)
        if read is not None:
            self.add_remarks(read)

    def add_remarks(self, read: remarks_in_word.ReadRemarks) -> None:
        """Add the remarks of a Word file below those that are there."""
        lines = self.lines
        added = [remark for remark in read.remarks if remark not in lines]
        self.remarks.setPlainText("\n".join([*lines, *added]))
        self.by.setText(self.by.text() or read.by)
        until = f"要求{read.answer_by}前报回修改后的报告。" if read.answer_by else ""
        self._complaint.setText(f"已读入{len(added)}条意见，请核对后登记。{until}")
        (self.remarks if self.by.text() else self.by).setFocus()

    @property
    def lines(self) -> list[str]:
        """The remarks, one a line."""
        return [line.strip() for line in self.remarks.toPlainText().splitlines() if line.strip()]

    def _settle_complaint(self) -> None:
        """Take back what was missing once it is there."""
        said = self._complaint.text()
        if (said == _NO_NAME and self.by.text().strip()) or (said == _NO_REMARK and self.lines):
            self._complaint.setText("")

    @override
    def accept(self) -> None:
        if not self.by.text().strip():
            self._complaint.setText(_NO_NAME)
            self.by.setFocus()
        elif not self.lines:
            self._complaint.setText(_NO_REMARK)
            self.remarks.setFocus()
        else:
            super().accept()


def _named(made: ReviewRound) -> str:
    """Return what came back as the paper itself says: its name, day and 校验码."""
    if not (made.number or made.is_final):
        return _SENT_IN
    return f"{made.short_name}（{made.date}，校验码 {made.checksum}）"


class PublicationDialog(KeepingDialog):
    """Registers where the report was published, and on which day."""

    def __init__(
        self,
        url: str,
        noted: str,
        today: date,
        parent: QWidget | None = None,
        doubts: Callable[[str, date], Sequence[str]] = lambda _url, _on: (),
    ) -> None:
        """Lay it out; ``doubts`` says what speaks against an address and a day, which is asked about."""
        super().__init__("登记公布网址和日期", parent)
        self._doubts = doubts
        self.setMinimumWidth(520)
        self.url = QLineEdit(url, placeholderText="报告在网站上的网址")
        self.url.setAccessibleName("公布网址")
        self.url.selectAll()  # what is pasted takes its place
        self.on = day_field(noted, today, "公布日期")
        self._complaint = Complaint()
        self.url.textEdited.connect(self._complaint.clear)
        self.on.text_pasted.connect(lambda _text: self._complaint.setText("粘贴的不是日期，请写成2026年1月10日这样。"))
        form = QFormLayout()
        form.addRow("公布网址", self.url)
        form.addRow("公布日期", self.on)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._complaint)
        layout.addWidget(answer_buttons(self, "登记")[0])
        self.begin()

    @override
    def filled(self) -> object:
        return self.url.text(), self.on.date()

    @override
    def accept(self) -> None:
        url = self.url.text().strip()
        if is_address(url):
            doubts = self._doubts(url, chosen_day(self.on))
            if not doubts or dialogs.confirm(self, "登记公布", "\n".join(doubts), "仍然登记", "返回修改"):
                super().accept()
            return
        self._complaint.setText(f"公布{NO_ADDRESS.format(url)}，请从浏览器复制。" if url else "请填写公布网址。")
        self.url.setFocus()
