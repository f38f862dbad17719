"""退回修改意见 before it goes out: what is struck, what is added, until when to answer, and whom to call."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from core.base.day_words import day_in_words
from core.form.form_definition import LEVEL_NAMES
from core.office.collection.decisions import Decision, item_key, own_item
from core.office.collection.desk import UnitResult
from core.office.collection.letter_items import LetterItem, in_a_line, item_of
from core.office.collection.letters import LetterFacts
from core.office.register.days import read_day
from gui import dialogs
from gui.dialogs.answer_buttons import answer_buttons, send_by_keys
from gui.dialogs.day_field import chosen_day, day_field
from gui.dialogs.dialog_size import open_with_size
from gui.dialogs.keeping_dialog import KeepingDialog, give_keys_back
from gui.look.complaint import Complaint
from gui.look.enter_presses import let_enter_press
from gui.look.plain_text import PlainLabel

KEEP, DROP, BACK = "只保存改动", "不保存", "取消"
_UNKEPT = ("划去或另加的意见还没有保存。", "保存改动不会退回，下次打开还在。")
_CHECKED = Qt.CheckState.Checked
_OWN = "另提"
_NO_DAY = "粘贴的不是日期，请写成2026年1月25日这样。"


class FactsFields(QFormLayout):
    """Until when to answer, and whom to call; the latter may stay blank and is then filled in by hand."""

    def __init__(self, facts: LetterFacts, today: date) -> None:
        """Offer the day that was said last unless it is over; else one in a week."""
        super().__init__()
        self._today = today
        self.answer_by = day_field(offered_day(facts, today).isoformat(), today, "报回日期")
        self.contact = QLineEdit(facts.contact, placeholderText="如：县政府办 李某 0000-1234567；不填的留空，手写")
        self.contact.setAccessibleName("联系人和电话")
        self.addRow("报回日期", self.answer_by)
        self.addRow("联系人和电话", self.contact)

    @property
    def facts(self) -> LetterFacts:
        """What stands there now, the day as the letter prints it."""
        return LetterFacts(day_in_words(chosen_day(self.answer_by)), self.contact.text().strip())

    @property
    def fault(self) -> str:
        """Why a letter cannot go out so; "" where it can."""
        is_over = chosen_day(self.answer_by) < self._today
        return "报回日期已经过去，请改为今天或以后的日期。" if is_over else ""


def offered_day(facts: LetterFacts, today: date) -> date:
    """Return the day that was said last unless it is over; else one in a week."""
    kept = read_day(facts.answer_by)
    return kept if kept and kept > today else _in_a_week(today)


def _in_a_week(today: date) -> date:
    """Return the same day of next week, or the Monday after where that is a Saturday or Sunday."""
    day = today + timedelta(days=7)
    return day + timedelta(days=(7 - day.weekday()) % 7 if day.weekday() > 4 else 0)


class LetterDialog(QDialog):
    """The items of one letter.

    Attributes:
        goes_out: Whether the letter is to be written now; else only what was struck and added is kept.
    """

    def __init__(
        self,
        unit: UnitResult,
        decision: Decision,
        facts: LetterFacts,
        number: int,
        today: date,
        parent: QWidget | None = None,
        offered: Sequence[LetterItem] = (),
    ) -> None:
        """Offer the items of a unit, those only ``offered`` unchosen; ``number`` says which time it is sent back."""
        super().__init__(parent)
        self.setWindowTitle(f"退回修改意见：{unit.name}")
        open_with_size(self, 860, 560)
        self._unit, self._decision = unit, decision
        self.goes_out = False
        left = self._fill(offered)
        judged = "没有打勾的另提意见由您判断。" if left else ""
        intro = PlainLabel(f"打勾的写入意见（按空格键切换）。{judged}可以在下面另加，按回车添加。", wordWrap=True)
        line = self._own_line()
        self.fields = FactsFields(facts, today)
        self._complaint = Complaint()
        self.fields.answer_by.text_pasted.connect(lambda _text: self._complaint.setText(_NO_DAY))
        buttons, self.send = answer_buttons(self, f"退回（第{number}次）")
        self.send.setObjectName("primary")  # what the dialog is for; Enter in a field adds, and is never to send
        self.send.setToolTip("Ctrl+Enter")
        send_by_keys(self)
        keep = buttons.addButton(KEEP, QDialogButtonBox.ButtonRole.ActionRole)
        let_enter_press(keep)
        keep.clicked.connect(self._keep)
        layout = QVBoxLayout(self)
        layout.addWidget(intro)
        layout.addWidget(self.items, 1)
        layout.addLayout(line)
        layout.addLayout(self.fields)
        layout.addWidget(self._complaint)
        layout.addWidget(buttons)
        self._begun = self.decision

    def _fill(self, offered: Sequence[LetterItem]) -> list[LetterItem]:
        """Make the list of items; return those that are only offered."""
        self.items = QListWidget()
        self.items.setAccessibleName("意见")
        self.items.setWordWrap(True)
        self.items.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        unit, decision = self._unit, self._decision
        struck = set(decision.struck)
        for item in unit.items:
            self._add(item, is_in=item_key(item) not in struck)
        added = decision.added if decision.about == unit.digests else ()
        left = [item for item in offered if item not in added]
        for item in (*added, *left):
            self._add(item, is_in=item in added)
        self.items.setCurrentRow(0)
        return left

    def _own_line(self) -> QHBoxLayout:
        """Make the fields of an item of the office's own."""
        self.place = QLineEdit(placeholderText="位置，如：第五部分；可不填")
        self.place.setAccessibleName("另加意见的位置")
        self.text = QLineEdit(placeholderText="另加的意见")
        self.text.setAccessibleName("另加的意见")
        self.add = QPushButton("添加", default=True)  # what Return does in a field: it never sends
        self.add.clicked.connect(self._add_own)
        line = QHBoxLayout()
        line.addWidget(self.place, 2)
        line.addWidget(self.text, 5)
        line.addWidget(self.add)
        return line

    def _add(self, item: LetterItem, *, is_in: bool) -> None:
        level = LEVEL_NAMES[item.level] if item.rule_id else _OWN
        row = QListWidgetItem(f"{level}　{in_a_line(item)}")
        row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        row.setCheckState(_CHECKED if is_in else Qt.CheckState.Unchecked)
        row.setData(int(Qt.ItemDataRole.UserRole), item)
        self.items.addItem(row)

    def _add_own(self) -> None:
        text = self.text.text().strip()
        if not text:
            self._complaint.setText(f"请先写另加的意见；没有另加的，按 Ctrl+Enter 或“{self.send.text()}”退回。")
            self.text.setFocus()
            return
        self._add(own_item(self.place.text().strip(), text), is_in=True)
        self.items.scrollToBottom()
        self._complaint.clear()
        for field in (self.place, self.text):
            field.clear()
        self.text.setFocus()

    @property
    def decision(self) -> Decision:
        """What was decided: what is struck, what is added."""
        rows = [self.items.item(row) for row in range(self.items.count())]
        chosen: list[tuple[LetterItem, bool]] = [
            (item_of(row.data(int(Qt.ItemDataRole.UserRole))), row.checkState() == _CHECKED) for row in rows
        ]
        now = {item_key(item) for item, _ in chosen if item.rule_id}
        struck = [key for key in self._decision.struck if key not in now]  # of other files of the unit
        struck += [item_key(item) for item, is_in in chosen if item.rule_id and not is_in]
        added = tuple(item for item, is_in in chosen if not item.rule_id and is_in)
        return _with_items(self._decision, struck, added, self._unit.digests)

    def _keep(self) -> None:
        """Keep what was struck and added, what is typed and not added yet included."""
        if self.text.text().strip():
            self._add_own()
        super().accept()

    @override
    def reject(self) -> None:
        """Close without a letter; what was struck or added meanwhile is not dropped by a mere Esc."""
        answer = DROP
        if self.decision != self._begun or self.text.text().strip():
            answer = dialogs.choose(self, self.windowTitle(), *_UNKEPT, (KEEP, DROP, BACK))
        if answer == KEEP:
            self._keep()
        elif answer == DROP:
            super().reject()
        give_keys_back(self)

    @override
    def accept(self) -> None:
        if self.text.text().strip():  # typed, and not added yet: nothing goes out that does not stand in the list
            self._add_own()
            self._complaint.setText("刚写的意见已添加在上面的最后一条，请看过后再退回。")
            return
        if fault := self.fields.fault:
            self._complaint.setText(fault)
            self.fields.answer_by.setFocus()
            return
        decided = self.decision
        if not decided.items(self._unit.items, self._unit.digests):
            self._complaint.setText("没有要退回的意见：请至少勾选一条，或另加一条。")
            self.items.setFocus()
            return
        self.goes_out = True
        super().accept()


def _with_items(
    decision: Decision, struck: Sequence[tuple[str, str, str]], added: tuple[LetterItem, ...], files: tuple[str, ...]
) -> Decision:
    """Return a decision with other items; a unit that is written to is not adopted any more."""
    return Decision(
        chosen=decision.chosen,
        counts=decision.counts,
        struck=tuple(struck),
        added=added,
        about=files if added else (),
        published_on=decision.published_on,
        published_url=decision.published_url,
    )


class AllLettersDialog(KeepingDialog):
    """All letters at once: to which units, until when, and whom to call."""

    def __init__(
        self, waiting: Sequence[tuple[UnitResult, int]], facts: LetterFacts, today: date, parent: QWidget | None = None
    ) -> None:
        """Offer the units that have something to mend, each with the number of its items."""
        super().__init__("全部退回", parent)
        open_with_size(self, 620, 520)
        intro = PlainLabel(
            "给下面打勾的单位各写一份退回修改意见。要划去或另加意见的，请先取消，再在单位列表中逐个退回。",
            wordWrap=True,
        )
        self.units = QListWidget()
        self.units.setAccessibleName("单位")
        for unit, count in waiting:
            row = QListWidgetItem(f"{unit.name}（{count}条，第{unit.returned + 1}次）")
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            row.setCheckState(_CHECKED)
            row.setData(int(Qt.ItemDataRole.UserRole), unit.plain)
            self.units.addItem(row)
        self.units.setCurrentRow(0)
        self.fields = FactsFields(facts, today)
        self._complaint = Complaint()
        self.fields.answer_by.text_pasted.connect(lambda _text: self._complaint.setText(_NO_DAY))
        buttons, self.send = answer_buttons(self, "")
        self.units.itemChanged.connect(self._show_count)
        self._show_count()
        send_by_keys(self)  # as where one letter is sent
        layout = QVBoxLayout(self)
        layout.addWidget(intro)
        layout.addWidget(self.units, 1)
        layout.addLayout(self.fields)
        layout.addWidget(self._complaint)
        layout.addWidget(buttons)
        self.begin()

    def _show_count(self, _row: object = None) -> None:
        """Say on the button how many units are written to; to none there is nothing to send."""
        count = len(self.chosen)
        self.send.setText(f"退回勾选的（{count}个单位）")
        self.send.setEnabled(bool(count))

    @override
    def filled(self) -> object:
        return self.chosen, self.fields.facts

    @override
    def accept(self) -> None:
        if fault := self.fields.fault:
            self._complaint.setText(fault)
            self.fields.answer_by.setFocus()
        elif self.chosen:
            super().accept()

    @property
    def chosen(self) -> list[str]:
        """Plain names of the units that are written to."""
        rows = [self.units.item(row) for row in range(self.units.count())]
        return [row.data(int(Qt.ItemDataRole.UserRole)) for row in rows if row.checkState() == _CHECKED]
