"""Asks once what the headers and the words of a register stand for; the answers are kept for the unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from core.office.register.headers import Header, header_at, offered_columns, offered_header
from core.office.register.values import RegisterSheet, value_text
from core.office.register.vocabulary import NOT_COUNTED, OPEN, plain, vocabulary
from core.office.register.work import UnknownWord
from gui.dialogs.answer_buttons import answer_buttons
from gui.dialogs.dialog_size import open_with_size
from gui.dialogs.keeping_dialog import KeepingDialog
from gui.dialogs.number_item import with_number_in_the_middle
from gui.look.complaint import Complaint
from gui.look.plain_text import PlainLabel, plain_tip
from gui.look.row_table import RowTable
from gui.look.steady_box import SteadyBox

PREVIEWED = 5
_NONE, LATER = "（没有这一列）", "（请选择）"
_SHORT = 30
_BESIDE = 3
"""Fields beside each other, so that all are seen without scrolling."""


_OF_LAST_TIME = "本单位上次选的已经选好，没有变的直接点“下一步”。"
_BY_NAMES = "按列名认出的已经选好，核对后点“下一步”。"


def text_item(text: str) -> QTableWidgetItem:
    """Return an item that shows a text of others letter by letter."""
    item = QTableWidgetItem(" ".join(text.split()))
    item.setToolTip(plain_tip(text))
    return item


class ColumnsDialog(KeepingDialog):
    """Asks which column is which field, with the first rows below.

    Attributes:
        boxes: The choice of each field, by its key.
    """

    def __init__(
        self, name: str, sheets: Sequence[RegisterSheet], kept: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__("导入台账：列", parent)
        open_with_size(self, 1160, 560)
        self._kept = kept
        headers = {sheet.name: offered_header(sheet) for sheet in sheets}
        self._sheet = max(sheets, key=lambda sheet: len(_names(headers[sheet.name])))
        header = headers[self._sheet.name]
        where = f"工作表“{self._sheet.name}”的" if self._sheet.name else ""
        self.row = QSpinBox(minimum=1, maximum=10_000, value=header.last if header else self._sheet.rows[0].number)
        self.row.setAccessibleName("表头在第几行")
        self.row.valueChanged.connect(self._show_header)
        self._rows = -(-len(vocabulary().fields) // _BESIDE)
        self.fields = RowTable(self._rows, ("栏目", "台账中的列") * _BESIDE, "栏目")
        for column in range(_BESIDE):
            self.fields.horizontalHeader().setSectionResizeMode(2 * column + 1, QHeaderView.ResizeMode.Stretch)
        self.fields.setFixedHeight(_height(self.fields, self._rows))
        self.boxes: dict[str, QComboBox] = {}
        self.preview = RowTable(0, (), "台账的前几行")
        self._complaint = Complaint()
        buttons, _ = answer_buttons(self, "下一步")
        line = QHBoxLayout()
        line.addWidget(PlainLabel(f"“{name}”{where}表头在第"))
        line.addWidget(self.row)
        line.addWidget(PlainLabel(f"行。请选择各栏目对应台账的哪一列；{_OF_LAST_TIME if kept else _BY_NAMES}"))
        line.addStretch()
        layout = QVBoxLayout(self)
        layout.addLayout(line)
        layout.addWidget(self.fields)
        layout.addWidget(PlainLabel(f"台账的前{PREVIEWED}行（只在这里显示，姓名和内容不会进入报告）："))
        layout.addWidget(self.preview, 1)
        layout.addWidget(self._complaint)
        layout.addWidget(buttons)
        self._show_header()
        self.begin()

    def _show_header(self) -> None:
        """Offer the headers of the row that is chosen now."""
        offered = offered_header(self._sheet)
        header = offered if offered and offered.last == self.row.value() else header_at(self._sheet, self.row.value())
        names = _names(header)
        choices = list(dict.fromkeys(names.values()))
        proposed = offered_columns(names)
        by_plain = {plain(choice): choice for choice in choices}
        for at, field in enumerate(vocabulary().fields.values()):
            box = self.boxes.get(field.key)
            if box is None:
                self.boxes[field.key] = box = SteadyBox()
                box.setAccessibleName(f"台账中的列：{field.key}")
                row, column = at % self._rows, 2 * (at // self._rows)
                named = QTableWidgetItem(f"{field.key}{'（必选）' if field.is_needed else ''}")
                self.fields.setItem(row, column, named)
                self.fields.setCellWidget(row, column + 1, box)
            box.clear()
            box.addItems([_NONE, *choices])
            kept = by_plain.get(plain(self._kept.get(field.key, "")), "")
            box.setCurrentText(kept or proposed.get(field.key, _NONE))
        for column in range(_BESIDE):
            self.fields.resizeColumnToContents(2 * column)
        self._show_preview(names, header.last if header else self.row.value())

    def _show_preview(self, names: Mapping[int, str], last: int) -> None:
        rows = [row for row in self._sheet.rows if row.number > last][:PREVIEWED]
        self.preview.setRowCount(len(rows))
        self.preview.setColumnCount(len(names))
        self.preview.setHorizontalHeaderLabels([name[:_SHORT] for name in names.values()])
        for at, row in enumerate(rows):
            for place, column in enumerate(names):
                self.preview.setItem(at, place, text_item(value_text(row.values.get(column))))
        for place in range(len(names)):
            self.preview.setColumnWidth(place, min(max(self.preview.sizeHintForColumn(place) + 12, 90), 220))
        bar = self.preview.horizontalScrollBar().sizeHint().height()
        self.preview.setMinimumHeight(_height(self.preview, 1) + bar)
        self.preview.setMaximumHeight(_height(self.preview, PREVIEWED) + bar)

    @property
    def columns(self) -> dict[str, str]:
        """The header by the key of each field that the register has."""
        return {key: box.currentText() for key, box in self.boxes.items() if box.currentIndex() > 0}

    @override
    def filled(self) -> object:
        return self.columns

    @override
    def accept(self) -> None:
        chosen = self.columns
        missing = [key for key in vocabulary().needed if key not in chosen]
        twice = sorted({head for head in chosen.values() if list(chosen.values()).count(head) > 1})
        if missing:
            self._complaint.setText(f"还没有选：{'、'.join(missing)}。台账没有这些列的，请先在台账中补上。")
            self.boxes[missing[0]].setFocus()
        elif twice:
            self._complaint.setText(f"“{'”“'.join(twice)}”选了不止一次，一列只能是一个栏目。")
        else:
            super().accept()


def _height(table: QTableWidget, rows: int) -> int:
    """Return how high a table is that shows so many rows."""
    head = table.horizontalHeader().sizeHint().height()
    return head + rows * table.verticalHeader().defaultSectionSize() + 2 * table.frameWidth()


def _names(header: Header | None) -> Mapping[int, str]:
    return header.names if header else {}


class WordsDialog(KeepingDialog):
    """Asks what the words of a register count as that are no official labels; proposals are marked as such.

    Attributes:
        boxes: The choice of each word, in the order of the list: outcomes, then kinds.
    """

    def __init__(
        self, outcomes: Sequence[UnknownWord], kinds: Sequence[UnknownWord], parent: QWidget | None = None
    ) -> None:
        super().__init__("导入台账：办理结果和申请人类别", parent)
        open_with_size(self, 900, 560)
        words = vocabulary()
        rows: Mapping[str, str] = {**words.outcome_choices, OPEN: OPEN, NOT_COUNTED: NOT_COUNTED}
        self._asked = [("办理结果", word, rows) for word in outcomes]
        self._asked += [("申请人类别", word, words.kind_labels) for word in kinds]
        self.table = RowTable(len(self._asked), ("栏目", "台账中的写法", "行数", "计入"), "台账中的写法")
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.boxes: list[QComboBox] = []
        for at, (field, word, labels) in enumerate(self._asked):
            for column, text in enumerate((field, word.word, str(word.rows))):
                self.table.setItem(at, column, with_number_in_the_middle(text_item(text)))
            box = SteadyBox()
            box.setAccessibleName(f"{field}“{word.word}”计入")
            box.addItem(LATER, "")
            for key, label in labels.items():
                box.addItem(f"{label}（建议）" if key == word.offered else label, key)
            box.setCurrentIndex(max(0, box.findData(word.offered)) if word.offered else 0)
            self.table.setCellWidget(at, 3, box)
            self.boxes.append(box)
        self.table.resizeColumnToContents(0)
        self.table.setColumnWidth(1, 240)
        buttons, _ = answer_buttons(self, "确认")
        layout = QVBoxLayout(self)
        intro = (
            "这些写法不是官方表样上的，请逐个核对计入哪里；带“（建议）”的是本程序的建议，不是官方规定。"
            "没有选的，有这种写法的行不能计入，留到下一步逐行处理。"
        )
        layout.addWidget(PlainLabel(intro, wordWrap=True))
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)
        self.begin()

    @override
    def filled(self) -> object:
        return self.outcomes, self.kinds

    @property
    def outcomes(self) -> dict[str, str]:
        """What the outcomes count as, of those that were decided."""
        return self._chosen("办理结果")

    @property
    def kinds(self) -> dict[str, str]:
        """The columns of the kinds of applicants, of those that were decided."""
        return self._chosen("申请人类别")

    @property
    def left(self) -> list[str]:
        """The outcomes of which nothing was chosen."""
        return [word.word for field, word, _ in self._asked if field == "办理结果" and word.word not in self.outcomes]

    def _chosen(self, wanted: str) -> dict[str, str]:
        pairs = zip(self._asked, self.boxes, strict=True)
        return {
            word.word: box.currentData() for (field, word, _), box in pairs if field == wanted and box.currentData()
        }
