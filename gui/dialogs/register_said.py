"""The page of a register that lists what the clerk said of words and rows, where each can be changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QPushButton, QVBoxLayout, QWidget

from core.office.register.said import Said, said_otherwise, said_so_far
from core.office.register.vocabulary import KIND, NOT_COUNTED, OPEN, OUTCOME, vocabulary
from core.office.register.work import RegisterWork
from gui import dialogs
from gui.dialogs.register_mapping import LATER, text_item
from gui.look.plain_text import PlainLabel
from gui.look.row_table import RowTable

_HEADS = ("选的是", "台账中的写法、登记号", "行", "计入")
_INTRO = "这些是以前或刚才选的，这次计数照用。选错了的，选中后点“改为…”；点“取消这项”，有关的行重新逐行处理。"


class SaidPage(QWidget):
    """Lists what was said so far.

    Attributes:
        table: One line for each word and row.
        change: Asks what the selected ones count as instead.
        take_back: Takes back what was said of the selected ones.
    """

    def __init__(self, changed: Callable[[RegisterWork], None]) -> None:
        """Make the page; ``changed`` is given the register with something else said."""
        super().__init__()
        self._changed = changed
        self._work: RegisterWork | None = None
        self._said: Sequence[Said] = ()
        self.table = RowTable(0, _HEADS, "已选的写法和行")
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.horizontalHeader().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate((130, 240, 110)):
            self.table.setColumnWidth(column, width)
        self.table.itemSelectionChanged.connect(self._offer_what_can_be_done)
        self.change, self.take_back = QPushButton("改为…"), QPushButton("取消这项")
        self.change.clicked.connect(lambda _checked=False: self._ask())
        self.take_back.clicked.connect(lambda _checked=False: self._say(""))
        row = QHBoxLayout()
        row.addWidget(self.change)
        row.addWidget(self.take_back)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.addWidget(PlainLabel(_INTRO, wordWrap=True))
        layout.addWidget(self.table, 1)
        layout.addLayout(row)

    def show_work(self, work: RegisterWork) -> int:
        """List what was said of a register; return how much it is."""
        self._work, self._said = work, said_so_far(work)
        self.table.setRowCount(len(self._said))
        for at, one in enumerate(self._said):
            where = f"{one.rows}行" if one.word else f"第{one.key.row}行" if one.key else ""
            counts_as = "各计一件" if not one.word and one.key is None else one.counts_as
            texts = (one.field, one.word or one.number or "（没有登记号）", where, counts_as)
            for column, text in enumerate(texts):
                self.table.setItem(at, column, text_item(text))
        self._offer_what_can_be_done()
        return len(self._said)

    @property
    def selected(self) -> list[Said]:
        """What is selected, in the order of the list."""
        return [self._said[row] for row in sorted({index.row() for index in self.table.selectedIndexes()})]

    def _offer_what_can_be_done(self) -> None:
        fields = {one.field for one in self.selected}
        self.change.setEnabled(len(fields) == 1 and fields <= {OUTCOME, KIND})
        self.take_back.setEnabled(bool(fields))

    def _ask(self) -> None:
        field = self.selected[0].field
        labels = dict(vocabulary().kind_labels if field == KIND else vocabulary().outcome_choices)
        if field == OUTCOME:
            labels[OPEN] = OPEN
            if all(one.word for one in self.selected):
                labels[NOT_COUNTED] = NOT_COUNTED
        named = "、".join(f"“{one.word or one.number}”" for one in self.selected[:5])
        text = f"{named}{'等' if len(self.selected) > 5 else ''}的{field}改为："
        answer, at = dialogs.choose_with_list(self, field, text, list(labels.values()), ("改为", "返回"), LATER)
        if answer == "改为" and at >= 0:
            self._say(list(labels)[at])

    def _say(self, target: str) -> None:
        if self._work is not None and self.selected:
            self._changed(said_otherwise(self._work, self.selected, target))
