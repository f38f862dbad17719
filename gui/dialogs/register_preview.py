"""What a register counts, beside the present numbers; unread rows one by one; and the cases behind a number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QPushButton,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from core.base.errors import ReportError
from core.base.short_texts import first_lines, some_of
from core.office.register.count import RegisterCount
from core.office.register.mapping import RegisterMapping
from core.office.register.rows import UnreadRow
from core.office.register.said import told_again
from core.office.register.taking_over import counted_cells
from core.office.register.vocabulary import KIND, OUTCOME, UNDECIDED, vocabulary
from core.office.register.work import RegisterWork
from core.report.report import Report
from gui import dialogs
from gui.dialogs.dialog_size import open_with_size
from gui.dialogs.keeping_dialog import BACK, DROP, KeepingDialog, give_keys_back
from gui.dialogs.register_mapping import text_item
from gui.dialogs.register_namesakes import with_namesakes
from gui.dialogs.register_numbers import numbers_table, others_table
from gui.dialogs.register_said import SaidPage
from gui.dialogs.register_ways import AGAIN, APART, CARRY_ON, COUNT, KINDS, LEAVE_OUT, OUTCOMES, count_words, ways_said
from gui.dialogs.register_words import decided_by_choice
from gui.look.enter_presses import let_enter_press
from gui.look.plain_text import PlainLabel, plain_tip
from gui.look.row_table import RowTable

_MOST_LINES = 500
"""Lines of a list that are shown; a longer one says how many there are."""
_REASONS = ("不是政府信息公开申请", "不是本单位收到的申请", "重复登记", "备注行，不是申请")
KEEP = "留着下次用，关闭"
_HEADS = ("登记号", "所在行", "申请人", "没有读懂的原因")


class PreviewDialog(KeepingDialog):
    """Shows what a register counts beside the report, and takes nothing while a row is unread.

    Attributes:
        work: The register with what the clerk decided so far.
        counted: What it counts now.
        cells: Its numbers beside those of the report.
        chosen: Codes of the numbers to be taken, after it was accepted.
        keeps_said: Whether what was said of words and rows is kept for the next time.
        said: The page with what was said so far.
    """

    def __init__(
        self,
        work: RegisterWork,
        report: Report,
        reread: Callable[[RegisterWork], RegisterWork | None],
        parent: QWidget | None = None,
        *,
        kept: RegisterMapping | None = None,
    ) -> None:
        """Make the dialog; ``reread`` reads the file anew and returns it with all that was decided.

        ``kept`` is what was said of words before this import: whatever is said besides is not dropped unasked.
        """
        super().__init__("导入台账：核对", parent)
        open_with_size(self, 1040, 700)
        self.keeps_said = True
        self._report = report
        self._reread = reread
        self.chosen: list[str] = []
        self.summary = PlainLabel(wordWrap=True)
        self.tabs = QTabWidget()
        self._lay_out_unread()
        self.said = SaidPage(self.show_work)
        layout = QVBoxLayout(self)
        layout.addWidget(self.summary)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(PlainLabel("采用后可以一次撤销；报告里只记下数字和登记号，姓名和内容不会进入报告。"))
        layout.addWidget(self._made_buttons())
        self.work = work
        self.show_work(work)
        self._begun = _said_in(work if kept is None else replace(work, mapping=kept))

    def _made_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.again = QPushButton(AGAIN)
        self.again.clicked.connect(self._read_again)
        self.tick_all, self.tick_none = QPushButton("全部勾选"), QPushButton("全不勾选")
        self.tick_all.clicked.connect(lambda: self._tick(Qt.CheckState.Checked))
        self.tick_none.clicked.connect(lambda: self._tick(Qt.CheckState.Unchecked))
        self.take = QPushButton()
        self.take.clicked.connect(self._take)
        for button in (self.again, self.tick_all, self.tick_none):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.addButton(self.take, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        let_enter_press(self.again, self.tick_all, self.tick_none)
        self.take.setDefault(True)
        buttons.rejected.connect(self.reject)
        return buttons

    def _lay_out_unread(self) -> None:
        """Make the page of the unread rows with what can be done about them."""
        self.unread = RowTable(0, _HEADS, "没有读懂的行")
        self.unread.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.unread.horizontalHeader().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate((160, 130, 150)):
            self.unread.setColumnWidth(column, width)
        self.unread.itemSelectionChanged.connect(self._offer_what_helps)
        self.left_out, self.apart = QPushButton(LEAVE_OUT), QPushButton(APART)
        self.counted_too, self.carried_on = QPushButton(COUNT), QPushButton(CARRY_ON)
        self.ways = PlainLabel(wordWrap=True, objectName="hint")
        self.by_kind, self.by_outcome = QPushButton(KINDS), QPushButton(OUTCOMES)
        self.by_name = QPushButton()
        row = QHBoxLayout()
        for button, does in (
            (self.left_out, self.leave_out),
            (self.apart, self.set_apart),
            (self.counted_too, self.set_counted),
            (self.carried_on, self.carry_on),
            (self.by_kind, self.choose_kind),
            (self.by_outcome, self.choose_outcome),
            (self.by_name, self.kinds_by_name),
        ):
            button.clicked.connect(lambda _checked=False, does=does: does())
            row.addWidget(button)
        row.addStretch()
        self._unread_page = QWidget()
        layout = QVBoxLayout(self._unread_page)
        intro = f"这些行没有计入，处理完才能采用：在台账中改正、保存后点“{AGAIN}”，或选中后用下面的按钮逐行处理。"
        layout.addWidget(PlainLabel(intro, wordWrap=True))
        layout.addWidget(self.unread, 1)
        layout.addWidget(self.ways)
        layout.addLayout(row)

    # ------------------------------------------------------------ what is shown

    def show_work(self, work: RegisterWork) -> None:
        """Count the register and show what it gives.

        Raises:
            ReportError: No sheet has the columns that are needed.
        """
        counted = work.counted
        self.work, self.counted = work, counted
        self.cells = counted_cells(self._report, counted)
        other = sum(cell.is_other for cell in self.cells)
        said = self.said.show_work(work)
        rests = f"其中{said}项按以前或刚才选的计数，列在“已选的”里，可以改。" if said else ""
        same = "与报告中现有的数字一致，点“记下登记号”，以后按 F8 可看每个数字是哪几件。"
        arrow = "箭头左边是报告现有的数字，右边是台账数出的数字。"
        compared = f"与报告中现有的数字不同{other}格。{arrow}" if other else same
        read = "除选为不计入的以外，每一行都读懂了" if work.decisions.left_out else "每一行都读懂了"
        state = f"没有读懂{len(counted.unread)}行，处理完才能采用" if counted.unread else read
        self.summary.setText(
            f"“{work.path.name}”共{counted.rows}件，按{counted.year}年度计数；{state}。{rests}{compared}"
        )
        at, is_said = self.tabs.currentIndex(), self.tabs.currentWidget() is self.said
        while self.tabs.count():
            self.tabs.removeTab(0)
        self.numbers = numbers_table(self._report, counted, self.cells)
        self.tabs.addTab(self.numbers, "表三")
        self.others = others_table(self.cells)
        if self.others.rowCount():
            self.tabs.addTab(self.others, "表四、信息处理费")
        self._show_unread(counted)
        if counted.unread:
            self.tabs.addTab(self._unread_page, f"没有读懂的行（{len(counted.unread)}）")
            at = self.tabs.count() - 1
        if said:
            self.tabs.addTab(self.said, f"已选的（{said}）")
        self._list_the_rest(counted)
        self.tabs.setCurrentIndex(max(at, 0) if counted.unread else 0)
        if is_said and said:
            self.tabs.setCurrentWidget(self.said)
        for table in (self.numbers, self.others):
            table.itemChanged.connect(self._show_count)
        for button in (self.tick_all, self.tick_none):
            button.setEnabled(bool(other))
        self._show_count()

    def _list_the_rest(self, counted: RegisterCount) -> None:
        """Add the pages that only tell something."""
        moved = [f"{cell.name}：{cell.moved}" for cell in self.cells if cell.moved]
        found = [one.message for one in counted.beside_unread]
        lists = (
            ("请核对", found),
            ("与上次计数不同", moved),
            ("说明", [*filter(None, (self.work.told, told_again(self.work))), *counted.remarks]),
        )
        for title, lines in lists:
            if lines:
                tips = [f"规则 {one.rule}" for one in counted.beside_unread] if lines is found else []
                self.tabs.addTab(_list(title, lines, tips), f"{title}（{len(lines)}）")

    def _show_count(self, _item: object = None) -> None:
        """Say on the button how many numbers it changes; where none differs, it still notes whose cases they are."""
        count = sum(item.checkState() == Qt.CheckState.Checked for item in self._differing)
        named = f"采用勾选的（{count}格）" if count else "采用勾选的"
        self.take.setText(named if self._differing else "记下登记号")
        self.take.setEnabled(not self.counted.unread and bool(count or not self._differing))

    def _show_unread(self, counted: RegisterCount) -> None:
        self._names = self.work.applicants(counted)
        chosen = min((index.row() for index in self.unread.selectedIndexes()), default=0)  # the next one follows
        is_fitted = len(counted.unread) <= _MOST_LINES  # so many are measured in no time
        modes = QHeaderView.ResizeMode
        self.unread.verticalHeader().setSectionResizeMode(modes.ResizeToContents if is_fitted else modes.Interactive)
        self.unread.setRowCount(len(counted.unread))
        for at, row in enumerate(counted.unread):
            where = f"{f'工作表“{row.key.sheet}”' if counted.sheets > 1 else ''}第{row.key.row}行"
            why = QTableWidgetItem("\n".join(one.why for one in row.problems))
            why.setToolTip(plain_tip(row.why))  # with the numbers of the rules
            items = [text_item(text) for text in (row.key.number, where, self._names[row.key])]
            for column, item in enumerate((*items, why)):
                self.unread.setItem(at, column, item)
        self.choose_row(min(chosen, len(counted.unread) - 1))
        self._offer_what_helps()
        offered = sum(bool(row.offered_kind) for row in counted.unread)
        self.by_name.setText(f"类别按名称结尾的建议（{offered}件）…")
        self.by_name.setVisible(bool(offered))

    # ------------------------------------------------------------ unread rows

    def _offer_what_helps(self) -> None:
        """Let only those buttons be pressed that mend something in the selected rows."""
        rows = self._selected
        self.left_out.setEnabled(bool(rows))
        self.apart.setEnabled(any(row.is_double for row in rows))
        self.counted_too.setEnabled(any(row.may_count for row in rows))
        self.counted_too.setText(count_words(rows))
        self.carried_on.setEnabled(any(row.may_be_open for row in rows))
        self.ways.setText(ways_said(rows))
        self.by_kind.setEnabled(any(row.lacks_kind for row in rows))
        self.by_outcome.setEnabled(any(row.lacks_outcome for row in rows))

    def choose_row(self, row: int) -> None:
        """Select a row alone, whatever keys are held down."""
        model = self.unread.selectionModel()
        flags = model.SelectionFlag.ClearAndSelect | model.SelectionFlag.Rows
        model.setCurrentIndex(self.unread.model().index(row, 0), flags)

    @property
    def _selected(self) -> list[UnreadRow]:
        rows = sorted({index.row() for index in self.unread.selectedIndexes()})
        return [self.counted.unread[row] for row in rows]

    def leave_out(self) -> None:
        """Ask why the selected rows do not count, and leave them out."""
        rows = with_namesakes(self, self._selected, self.counted.unread, "不计入")
        what = some_of([row.key.number or f"第{row.key.row}行" for row in rows], 5)
        reason = dialogs.ask_reason(self, "不计入报告", f"{what}不计入，请写明原因。", _REASONS) if rows else None
        if reason:
            self.show_work(self.work.leave_out([row.key for row in rows], reason))

    def set_apart(self) -> None:
        """Let the rows of the selected numbers count one by one."""
        rows = [row for row in self._selected if row.key.number]
        if rows:
            self.show_work(self.work.set_apart([row.key for row in rows]))

    def set_counted(self) -> None:
        """Let the selected rows count whatever other columns say of them."""
        chosen = [row for row in self._selected if row.may_count]
        rows = with_namesakes(self, chosen, self.counted.unread, COUNT)
        if rows:
            self.show_work(self.work.set_counted([row.key for row in rows]))

    def carry_on(self) -> None:
        """Let the selected rows count as not closed yet, whatever they say of their end."""
        rows = [row for row in self._selected if row.may_be_open]
        if rows:
            self.show_work(self.work.set_open([row.key for row in rows]))

    def choose_kind(self) -> None:
        """Ask for the column of the selected rows, or of all with their word."""
        self._choose(KIND)

    def choose_outcome(self) -> None:
        """Ask for the outcome of the selected rows, or of all with their word."""
        self._choose(OUTCOME)

    def _choose(self, field: str) -> None:
        work = decided_by_choice(self, self.work, self._selected, self.counted.unread, field)
        if work is not None:
            self.show_work(work)

    def kinds_by_name(self) -> None:
        """Show what the ends of the names propose, and take it where the clerk agrees."""
        rows = [row for row in self.counted.unread if row.offered_kind]
        labels = vocabulary().kind_labels
        lines = [f"{row.key.number}　{self._names[row.key]}：{labels[row.offered_kind]}" for row in rows]
        text = "按申请人名称的结尾，建议这样归类（不是官方规定，请逐件核对）："
        answer, _ = dialogs.choose_with_list(self, "法人待归类", text, lines, ("都采用", "取消"))
        if answer == "都采用":
            self.show_work(self.work.set_kinds({row.key: row.offered_kind for row in rows}))

    def _read_again(self) -> None:
        work = self._reread(self.work)
        if work is not None:
            try:
                self.show_work(work)
            except ReportError as error:  # its columns are gone; what was read before stays
                dialogs.show_error(self, error)

    # ------------------------------------------------------------ taking over

    @property
    def _differing(self) -> list[QTableWidgetItem]:
        """The cells that can be ticked."""
        items = [
            table.item(row, column)
            for table in (self.numbers, self.others)
            for row in range(table.rowCount())
            for column in range(table.columnCount())
        ]
        return [item for item in items if item is not None and item.data(Qt.ItemDataRole.CheckStateRole) is not None]

    def _tick(self, state: Qt.CheckState) -> None:
        for item in self._differing:
            item.setCheckState(state)

    def _take(self) -> None:
        """Take what is ticked; equal numbers come along, for the cases behind them."""
        ticked = {
            item.data(Qt.ItemDataRole.UserRole)
            for item in self._differing
            if item.checkState() == Qt.CheckState.Checked
        }
        self.chosen = [cell.code for cell in self.cells if cell.code in ticked or not cell.is_other]
        self.accept()

    @override
    def filled(self) -> object:
        return _said_in(self.work)

    @override
    def accept(self) -> None:
        if not self.counted.unread:
            super().accept()

    @override
    def reject(self) -> None:
        """Close it; what was said since it was opened is dropped or kept as the clerk wants."""
        if self.filled() == self._begun:
            super().reject()
            return
        text = "现在关闭，台账不采用，报告没有改动。刚才选的写法和逐行处理，下次导入时还用吗？"
        answer = dialogs.choose(self, self.windowTitle(), text, "", (KEEP, DROP, BACK))
        if answer != BACK:
            self.keeps_said = answer != DROP
            self._begun = self.filled()
            super().reject()
            give_keys_back(self)


def _said_in(work: RegisterWork) -> object:
    """Return what was said of words and rows, for comparing."""
    words = {word: target for word, target in work.mapping.outcomes.items() if target != UNDECIDED}
    return work.decisions, words, dict(work.mapping.kinds)


def _list(title: str, lines: Sequence[str], tips: Sequence[str]) -> QListWidget:
    shown = QListWidget()
    shown.setWordWrap(True)
    shown.setAccessibleName(title)
    shown.addItems(first_lines(lines, _MOST_LINES, "条"))
    for row, tip in enumerate(tips[:_MOST_LINES]):
        shown.item(row).setToolTip(tip)
    return shown
