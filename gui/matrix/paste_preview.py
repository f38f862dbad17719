"""The preview of a paste: what goes where, what is refused, what falls on totals and what finds no place."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from core.report.entry_text import entry_as_text
from core.report.report import parse_cell
from gui.dialogs.answer_buttons import answer_buttons
from gui.dialogs.dialog_size import open_with_size
from gui.look.colours import colours
from gui.look.plain_text import PlainLabel, plain_tip
from gui.look.steady_box import SteadyBox
from gui.matrix.landings import BLANK, LOST, NUMBER, REFUSED, TOTAL, Landing, PastePlan, names_of

_LINE = 4
"""Characters of a head of the table in a line, as the form prints them."""


@dataclass(frozen=True, slots=True)
class PasteChoice:
    """What the clerk decided.

    Attributes:
        keeps_totals: Whether the pasted totals are kept as control totals.
        dashes_as: What is entered for a dash or 无; "" leaves its cell blank, None keeps it as refused.
    """

    keeps_totals: bool = False
    dashes_as: str | None = None


def ask(plan: PastePlan, parent: QWidget | None) -> PasteChoice | None:
    """Show what a paste would do; return None where the clerk thought better of it."""
    dialog = PastePreview(plan, parent)
    return dialog.choice() if dialog.exec() == QDialog.DialogCode.Accepted else None


class PastePreview(QDialog):
    """Shows a plan in the shape of the table, with all that is out of the ordinary in words."""

    def __init__(self, plan: PastePlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self._first_wrong: QTableWidgetItem | None = None
        self._has_new = False
        self.setObjectName("paste-preview")
        self.setWindowTitle("粘贴预览")
        layout = QVBoxLayout(self)
        if plan.where:
            layout.addWidget(PlainLabel(f"对应方式：{plan.where}", wordWrap=True))
        self.summary = PlainLabel("\n".join(summary_lines(plan)), wordWrap=True)
        layout.addWidget(self.summary)
        self.table = self._filled_table()
        if self._has_new and plan.of_kind(TOTAL):
            layout.addWidget(PlainLabel("粗体：有变化；括号：粘贴内容中的合计，不填入。", objectName="hint"))
        layout.addWidget(self.table, 1)
        self.table.setVisible(not plan.problem)
        if plan.problem:
            layout.addStretch(1)  # else the only sentence stands in the middle of nothing
        self.lost = self._lost_list()
        layout.addWidget(self.lost)
        self.dashes = SteadyBox()
        layout.addWidget(self._dashes_row())
        self.dashes.currentIndexChanged.connect(self._show_dashes)
        self.totals = QCheckBox(f"同时把粘贴的{len(plan.totals)}个合计存为核对合计，用来发现抄错的数字")
        self._may_keep_totals = plan.has_all_totals or bool(plan.wrong_totals)
        self.totals.setVisible(self._may_keep_totals)
        # By them the wrong cell is found; where most of them are wrong they are those of something else
        self.totals.setChecked(bool(plan.wrong_totals) and plan.may_be_totals)
        layout.addWidget(self.totals)
        buttons, self.accept_button = answer_buttons(self, "粘贴")
        self.accept_button.setEnabled(bool(plan.typed))
        layout.addWidget(buttons)
        both: list[QPushButton] = list(buttons.findChildren(QPushButton))
        closing = next(button for button in both if button is not self.accept_button)
        # Return fills in, and never wipes anything out, nor takes the few numbers of another table that find a place
        is_whole = not _is_mostly_lost(plan) and plan.may_be_totals and not plan.columns_without_numbers
        is_plain = plan.of_kind(NUMBER) and not plan.cleared and is_whole
        (self.accept_button if is_plain else closing).setDefault(True)
        rows = self.table.verticalHeader().length() + self.table.horizontalHeader().sizeHint().height()
        beside = self.sizeHint().height() - self.table.sizeHint().height()
        tallest = self.screen().availableSize().height() * 4 // 5
        least = 160 if plan.problem else 580
        needed = max(least, min(rows + beside + 2 * self.table.frameWidth() + 16, tallest))
        open_with_size(self, 980, needed, grows=True)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._first_wrong is not None:
            self.table.scrollToItem(self._first_wrong)

    def choice(self) -> PasteChoice:
        """Return what is ticked."""
        return PasteChoice(
            self.totals.isChecked() and self._may_keep_totals,
            self.dashes.currentData(),
        )

    def _dashes_row(self) -> QWidget:
        """Return the question what the dashes stand for, with only those signs that occur."""
        signs = Counter(self._plan.typed[code].strip() for code in self._plan.dashes)
        named = "、".join(f"“{sign}”{count}处" for sign, count in signs.items())
        for what, entered in (("标为错误", None), ("填0", "0"), ("留空", "")):
            self.dashes.addItem(what, entered)
        self.dashes.setAccessibleName(f"{named}怎样填")
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(PlainLabel(f"{named}："))
        line.addWidget(self.dashes)
        line.addStretch()
        row.setVisible(bool(signs))
        return row

    def _show_dashes(self) -> None:
        """Show what the paste would do with the dashes as they are chosen."""
        shown = self._plan.with_dashes_as(self.dashes.currentData())
        self.summary.setText("\n".join(summary_lines(shown)))
        landed = {landing.code: landing for landing in shown.of_kind(NUMBER, BLANK, REFUSED, TOTAL)}
        self._first_wrong = None  # it goes with the cells that are put anew
        for code, (row, column) in self._places.items():
            self.table.setItem(row, column, self._item(landed[code], shown))

    # ------------------------------------------------------------ the table

    def _filled_table(self) -> QTableWidget:
        """Lay the landings out by the rows and columns of the form that they go to."""
        plan = self._plan
        cells = plan.form.cells
        landed = {landing.code: landing for landing in plan.of_kind(NUMBER, BLANK, REFUSED, TOTAL)}
        codes = [code for code in plan.table.cells if code in landed]
        rows = list(dict.fromkeys(cells[code].row for code in codes))
        columns = [key for key in plan.table.columns if any(cells[code].column == key for code in codes)]
        table = QTableWidget(len(rows), len(columns))
        table.setAccessibleName("粘贴后的内容")
        names = [plan.table.columns[key].name for key in columns]
        table.setHorizontalHeaderLabels([f"{name[:_LINE]}\n{name[_LINE:]}".strip() for name in names])
        table.setVerticalHeaderLabels([plan.table.rows[key].name for key in rows])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        self._places = {code: (rows.index(cells[code].row), columns.index(cells[code].column)) for code in codes}
        for code, place in self._places.items():
            item = self._item(landed[code], plan)
            table.setItem(*place, item)
            if self._first_wrong is None and (landed[code].kind == REFUSED or code in plan.wrong_totals):
                self._first_wrong = item
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        head = table.horizontalHeader()
        wrong = {columns.index(cells[code].column) for code in plan.wrong_totals}  # these name their sum as well
        widest = max((table.sizeHintForColumn(c) for c in range(len(columns)) if c not in wrong), default=0)
        heads = max((head.sectionSizeHint(c) for c in range(len(columns))), default=0)
        head.setMinimumSectionSize(max(widest, heads))  # a large number or 清空（原 …） is never cut
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in wrong:
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        return table

    def _item(self, landing: Landing, plan: PastePlan) -> QTableWidgetItem:
        """Return the cell of a landing: told by its words, and by colour besides."""
        shades = colours(self.palette())
        old = entry_as_text(plan.old.get(landing.code))
        text = entry_as_text(parse_cell(plan.form, landing.code, landing.text))
        ink, back, tip = shades.text, shades.base, f"原来是 {old}" if old else ""
        if landing.kind == REFUSED:
            text, ink, back, tip = f"✕ {text}", shades.error, shades.error_back, landing.why
        elif landing.kind == TOTAL:
            text, ink, back, tip = f"（{text}）", shades.faint, shades.label_back, "合计由程序计算，不填入"
            if right := plan.wrong_totals.get(landing.code):
                text, ink, back = f"✕ {text[1:-1]}，相加 {right}", shades.error, shades.error_back
                tip = f"粘贴的合计与各项相加不符，各项相加是 {right}"
        elif landing.kind == BLANK:
            text, ink = (f"清空（原 {old}）", shades.warning) if old else ("未填", shades.faint)
            back = shades.warning_back if old else shades.base
        is_new = bool(text) and landing.kind == NUMBER and text != old
        self._has_new |= is_new
        return _made_item(text, ink, back, tip, is_new=is_new)

    def _lost_list(self) -> QListWidget:
        entries = QListWidget()
        entries.setAccessibleName("没有填入的内容")
        for landing in () if self._plan.problem else self._plan.of_kind(LOST):  # of all of it the sentence says why
            entries.addItem(f"第{landing.row + 1}行第{landing.column + 1}列“{landing.text}”：{landing.why}")
        rows = min(entries.count(), 5)
        entries.setFixedHeight(entries.sizeHintForRow(0) * rows + 12 if rows else 0)
        entries.setVisible(rows > 0)
        return entries


def _made_item(text: str, ink: QColor, back: QColor, tip: str, *, is_new: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
    item.setForeground(QBrush(ink))
    item.setBackground(QBrush(back))
    item.setToolTip(plain_tip(tip))
    if is_new:
        font = QFont()
        font.setBold(True)
        item.setFont(font)
    return item


def _is_mostly_lost(plan: PastePlan) -> bool:
    return len(plan.of_kind(LOST)) > len(plan.of_kind(NUMBER))


def summary_lines(plan: PastePlan) -> list[str]:
    """Return in sentences what a paste would do; the ordinary first, then whatever the clerk should know."""
    if plan.problem:
        return [f"没有可以填入的内容。{plan.problem}"]
    numbers = len(plan.of_kind(NUMBER))
    lines = [f"将填入{numbers}个数字。" if numbers else f"没有可以填入的{'数字' if plan.typed else '内容'}。"]
    blanks = len(plan.of_kind(BLANK)) - len(plan.cleared)
    refused, totals, lost = plan.of_kind(REFUSED), plan.of_kind(TOTAL), plan.of_kind(LOST)
    if blanks:
        lines.append(f"{blanks}格没有内容，保持未填。")
    if plan.cleared:
        lines.append(f"{len(plan.cleared)}格原有内容将被清空：{names_of(plan.form, plan.cleared)}。")
    if refused:
        names = names_of(plan.form, [landing.code for landing in refused])
        lines.append(f"{len(refused)}格不能识别，将保留原文并标为错误：{names}。")
    if plan.columns_without_numbers:
        names = "、".join(f"“{name}”" for name in plan.columns_without_numbers)
        lines.append(f"将填入{names}列的都不是数字，各列可能错开了，请连表头一起复制。")
    if totals:
        lines.append(f"{len(totals)}个合计不填入，由程序计算。")
    if plan.wrong_totals:
        names = names_of(plan.form, list(plan.wrong_totals))
        lines.append(f"{len(plan.wrong_totals)}个合计与各项相加不符，已标红：{names}。")
        if not plan.may_be_totals:
            lines.append("多数合计与各项相加不符，各列可能错开了，请核对表头和列数。")
    if lost:
        lines.append(f"{len(lost)}处内容在表中没有位置，不会填入，列在下方。")
    if _is_mostly_lost(plan):
        lines.append("没有位置的比填入的多，请核对复制的是不是这张表。")
    lines += [f"{sentence}。" for sentence in plan.told]
    if plan.is_cut:
        lines.append("粘贴的内容过大，只看了前一部分，请只复制本表的内容。")
    return lines
