"""Which department supplies what, and what the sheets that came back would change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialogButtonBox,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from core.form.blocks import DepartmentBlock
from core.office.department_merge import Merge, MergeCell, MergeKind
from core.office.department_split import SentSheet, department_name, departments_of
from core.report.entry_text import Entry, Refused, entry_as_text, shown_entry
from gui.dialogs.answer_buttons import answer_buttons
from gui.dialogs.dialog_size import open_with_size
from gui.dialogs.keeping_dialog import KeepingDialog
from gui.dialogs.number_item import with_number_in_the_middle
from gui.look.complaint import Complaint
from gui.look.plain_text import PlainLabel, plain_tip
from gui.look.steady_box import SteadyBox

_UNDECIDED = "（请选择）"
_TALLEST_LIST = 150
_LEFT = "还有{}处冲突没有选择。请对照台账，逐处选用科室的数字或保留现有数字。"
_ORDER = (MergeKind.CONFLICT, MergeKind.REFUSED, MergeKind.BLANK, MergeKind.FILL)
_COUNTED = (
    (MergeKind.FILL, "填入{}格"),
    (MergeKind.SAME, "与现有数字相同{}格"),
    (MergeKind.CONFLICT, "冲突{}格"),
    (MergeKind.REFUSED, "填写有误{}格"),
    (MergeKind.BLANK, "科室未填{}格"),
)


class SendDialog(KeepingDialog):
    """Asks which department supplies which numbers, and which departments get a sheet now."""

    def __init__(
        self,
        blocks: Sequence[DepartmentBlock],
        split: Mapping[str, str],
        sent: Sequence[SentSheet],
        parent: QWidget | None = None,
        *,
        to_refill: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        """Make the dialog; ``to_refill`` names the cells that a department has to fill in again."""
        super().__init__("发出科室填报表", parent)
        open_with_size(self, 640, 690)
        self._blocks = blocks
        self._sent = {sheet.department: sheet for sheet in sent}
        self._to_refill = to_refill or {}
        names = list(dict.fromkeys(filter(None, (*split.values(), *(b.department for b in blocks)))))
        self.table = QTableWidget(len(blocks), 2)
        self.table.setHorizontalHeaderLabels(["数字", "提供的科室"])
        self.table.setAccessibleName("科室分工")
        self.table.verticalHeader().hide()
        self.table.setTabKeyNavigation(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(1, 220)
        self.boxes: list[QComboBox] = []
        for row, block in enumerate(blocks):
            self.table.setItem(row, 0, QTableWidgetItem(block.name))
            box = self._make_box(block, names, split.get(block.code, ""))
            self.table.setCellWidget(row, 1, box)
            self.boxes.append(box)
        self.departments = QListWidget()
        self.departments.setAccessibleName("发给哪些科室")
        self._complaint = Complaint()
        self._lay_out()
        self._list_departments()
        self.begin()

    def _make_box(self, block: DepartmentBlock, names: Sequence[str], department: str) -> QComboBox:
        box = SteadyBox(editable=True)
        box.setCompleter(None)  # type: ignore[arg-type]  # it would turn a name half typed into another department
        box.addItems(list(names))
        box.setCurrentText(department)
        box.setAccessibleName(f"提供的科室：{block.name}")
        edit = box.lineEdit()
        assert edit is not None
        edit.setPlaceholderText("不发出")
        edit.textEdited.connect(self._list_departments)
        box.activated.connect(self._list_departments)
        return box

    def _lay_out(self) -> None:
        usual = QPushButton("恢复常用分工")
        usual.clicked.connect(self.use_usual_split)
        buttons, _ = answer_buttons(self, "选择文件夹并生成填报表…")
        buttons.addButton(usual, QDialogButtonBox.ButtonRole.ResetRole)
        layout = QVBoxLayout(self)
        intro = PlainLabel("每项数字由哪个科室提供？科室名称可以改；不需要别的科室提供的，把科室清空。", wordWrap=True)
        layout.addWidget(intro)
        layout.addWidget(self.table, 1)
        layout.addWidget(PlainLabel("这次发给（每个科室一份，生成后请自行发给各科室）："))
        layout.addWidget(self.departments)
        layout.addWidget(self._complaint)
        layout.addWidget(buttons)

    def use_usual_split(self) -> None:
        """Put the usual departments back."""
        for block, box in zip(self._blocks, self.boxes, strict=True):
            box.setCurrentText(block.department)
        self._list_departments()

    def _list_departments(self) -> None:
        """List the departments of the split as it stands; ticks stay; who has a sheet already gets none at first."""
        items = [self.departments.item(row) for row in range(self.departments.count())]
        ticks = {i.data(Qt.ItemDataRole.UserRole): i.checkState() for i in items}
        with QSignalBlocker(self.departments):
            self.departments.clear()
            for name in departments_of(self.split):
                item = QListWidgetItem(name + self._what_became(name))
                item.setData(Qt.ItemDataRole.UserRole, name)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                usual = Qt.CheckState.Unchecked if name in self._sent else Qt.CheckState.Checked
                item.setCheckState(ticks.get(name, usual))
                self.departments.addItem(item)
        lines = self.departments.sizeHintForRow(0) * self.departments.count() + 2 * self.departments.frameWidth()
        self.departments.setFixedHeight(min(lines, _TALLEST_LIST))  # what it leaves is the table's

    def _what_became(self, name: str) -> str:
        sheet = self._sent.get(name)
        if sheet is None:
            return ""
        cells = self._to_refill.get(name)
        became = (
            f"{len(cells)}格要重填" if cells else f"{sheet.returned_on}已收回" if sheet.returned_on else "还没有收回"
        )
        return f"（{sheet.sent_on}已发出，{became}）"

    @property
    def split(self) -> dict[str, str]:
        """The department of each block, "" for none."""
        boxes = zip(self._blocks, self.boxes, strict=True)
        return {block.code: department_name(box.currentText()) for block, box in boxes}

    @property
    def chosen(self) -> list[str]:
        """The departments that get a sheet now."""
        items = (self.departments.item(row) for row in range(self.departments.count()))
        return [i.data(Qt.ItemDataRole.UserRole) for i in items if i.checkState() == Qt.CheckState.Checked]

    @override
    def filled(self) -> object:
        return self.split

    @override
    def accept(self) -> None:
        if self.chosen:
            super().accept()
        else:
            self._complaint.setText("请至少勾选一个科室。")


class MergeDialog(KeepingDialog):
    """Shows what the sheets that came back would change; the clerk decides each conflict."""

    def __init__(self, merged: Merge, unreadable: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__("收回科室填报表", parent)
        open_with_size(self, 960, 640)
        self._merged = merged
        self._left_out = len(unreadable) + len(merged.rejected)
        self.cells = [cell for kind in _ORDER for cell in merged.of_kind(kind)]
        self.choices: dict[str, QComboBox] = {}
        self.remarks = QListWidget()
        self.remarks.setAccessibleName("请注意")
        self.remarks.setWordWrap(True)
        said = [f"没有读入：{one}" for one in (*unreadable, *merged.rejected)]
        said += [f"请核对：{one}" for one in merged.remarks]
        self.remarks.addItems(said)
        self.remarks.setMaximumHeight(min(24 * len(said) + 12, 140))
        self.table = QTableWidget(len(self.cells), 4)
        self.table.setAccessibleName("科室填报的数字")
        self.table.setHorizontalHeaderLabels(["位置", "现有数字", "科室填报", "处理"])
        self.table.verticalHeader().hide()
        # Both numbers of a conflict are to be read without a tool tip
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.setTabKeyNavigation(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        for row, cell in enumerate(self.cells):
            self._put_row(row, cell)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, most in ((1, 100), (2, 220), (3, 260)):  # the place has what these can spare
            self.table.setColumnWidth(column, min(most, self._needed(column)))
        self._complaint = Complaint()
        self._lay_out()
        self.begin()

    def _lay_out(self) -> None:
        counts = [text.format(n) for kind, text in _COUNTED if (n := len(self._merged.of_kind(kind)))]
        left_out = f"（另有{self._left_out}份没有读入）" if self._left_out else ""
        read = f"{len(self._merged.returns)}份填报表{left_out}"
        summary = PlainLabel(f"{read}：{'，'.join(counts) or '没有数字'}。", wordWrap=True, objectName="heading")
        buttons, self.merge = answer_buttons(self, "合并")
        if self.choices:
            theirs, mine = QPushButton("冲突都用科室的"), QPushButton("冲突都保留现有的")
            theirs.clicked.connect(self.take_theirs)
            mine.clicked.connect(self.keep_mine)
            buttons.addButton(theirs, QDialogButtonBox.ButtonRole.ActionRole)
            buttons.addButton(mine, QDialogButtonBox.ButtonRole.ActionRole)
        layout = QVBoxLayout(self)
        layout.addWidget(summary)
        if self.remarks.count():
            layout.addWidget(self.remarks)
        layout.addWidget(self.table, 1)
        layout.addWidget(PlainLabel("合并后可以一次撤销；数字来源会记在草稿里，用于审签单的会签。"))
        layout.addWidget(self._complaint)
        layout.addWidget(buttons)
        for box in self.choices.values():
            box.currentIndexChanged.connect(self._follow)
        self._follow()

    def _needed(self, column: int) -> int:
        """Return how wide a column is with all that stands in it, the boxes included."""
        boxes = [self.table.cellWidget(row, column) for row in range(self.table.rowCount())]
        widest = max((box.sizeHint().width() for box in boxes if box), default=0)
        return max(widest, self.table.sizeHintForColumn(column), self.table.horizontalHeader().sectionSizeHint(column))

    def _follow(self, _index: int = 0) -> None:
        """Say how many conflicts are not decided yet; until then there is nothing to merge."""
        left = len(self.choices) - len(self.decided)
        self.merge.setEnabled(not left)
        self._complaint.setText(_LEFT.format(left) if left else "")

    def _put_row(self, row: int, cell: MergeCell) -> None:
        given = "／".join(f"{entry_as_text(n)}（{cell.givers(n)}）" for n in cell.numbers)
        if cell.kind is MergeKind.REFUSED:
            refused = [offer for offer in cell.offers if isinstance(offer.entry, Refused)]
            given = "／".join(f"{entry_as_text(o.entry)}（{o.source.origin.department}）" for o in refused)
        elif cell.kind is MergeKind.BLANK:
            given = shown_entry(None)
        for column, text in enumerate((cell.place, shown_entry(cell.old), given, _what_becomes(cell))):
            item = QTableWidgetItem(text)
            item.setToolTip(plain_tip(text))
            self.table.setItem(row, column, with_number_in_the_middle(item))
        if cell.kind is MergeKind.CONFLICT:
            box = SteadyBox()
            box.setAccessibleName(f"处理：{cell.place}")
            box.addItem(_UNDECIDED)
            for number in cell.numbers:
                box.addItem(f"用{entry_as_text(number)}（{cell.givers(number)}）")
            box.addItem("先不填" if cell.old is None else f"保留现有的{shown_entry(cell.old)}")
            self.choices[cell.code] = box
            self.table.setCellWidget(row, 3, box)

    def take_theirs(self) -> None:
        """Take the department's number in each conflict where only one was given."""
        for cell in self._merged.of_kind(MergeKind.CONFLICT):
            if len(cell.numbers) == 1:
                self.choices[cell.code].setCurrentIndex(1)

    def keep_mine(self) -> None:
        """Keep what stands there in each conflict."""
        for box in self.choices.values():
            box.setCurrentIndex(box.count() - 1)

    @property
    def decided(self) -> dict[str, Entry]:
        """What stands in each decided conflict afterwards, by code."""
        found: dict[str, Entry] = {}
        for cell in self._merged.of_kind(MergeKind.CONFLICT):
            index = self.choices[cell.code].currentIndex()
            if index > 0:
                found[cell.code] = cell.numbers[index - 1] if index <= len(cell.numbers) else cell.old
        return found

    @override
    def filled(self) -> object:
        return self.decided

    @override
    def accept(self) -> None:
        undecided = [row for row, c in enumerate(self.cells) if c.code in self.choices and c.code not in self.decided]
        if not undecided:
            super().accept()
            return
        self.table.setCurrentCell(undecided[0], 3)
        self.choices[self.cells[undecided[0]].code].setFocus()


def _what_becomes(cell: MergeCell) -> str:
    if cell.kind is MergeKind.FILL:
        return "填入"
    if cell.kind is MergeKind.REFUSED:
        reasons = (offer.entry.reason for offer in cell.offers if isinstance(offer.entry, Refused))
        return f"不采用：{next(reasons)}"
    if cell.kind is MergeKind.BLANK:
        return "仍未填" if cell.old is None else "保留现有数字"
    return ""
