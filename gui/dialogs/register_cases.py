"""The cases behind a number of table 三, by 登记号."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHeaderView, QPushButton, QVBoxLayout, QWidget

from core.office.register.count import RegisterCount
from core.office.register.counting import worth_a_look
from core.office.register.rows import Case
from core.office.register.taking_over import cases_of
from core.office.register.vocabulary import vocabulary
from core.report.counted_cells import kept_cases
from core.report.report import Report
from core.report.totals import report_numbers
from gui.dialogs.answer_buttons import close_buttons
from gui.dialogs.dialog_size import open_with_size
from gui.dialogs.register_mapping import text_item
from gui.look.plain_text import PlainLabel
from gui.look.row_table import RowTable

_HEADS = ("登记号", "收到日期", "办结日期", "办理结果", "计入", "请留意")
_OUTCOME, _COUNTED, _LOOK = 3, 4, 5
_MOST_WIDE = 180
_MOST_FITTED = 500
"""Rows whose height is measured; of more, the clerk would wait for it."""
_UNKNOWN = "（重新计数后显示）"


class CasesDialog(QDialog):
    """Lists the cases of one cell; days and outcomes where the register was read since the program started.

    Attributes:
        wanted: Code of the cell to go to; "" where the dialog was only looked at.
    """

    def __init__(self, report: Report, code: str, counted: RegisterCount | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form = report.form
        self.setWindowTitle(f"登记号：{form.cells[code].name}")
        open_with_size(self, 1040, 480)
        self.wanted = ""
        numbers = cases_of(report, code)
        known = _known_cases(counted)
        places: dict[str, list[str]] = {}
        for other, listed in kept_cases(report).items():
            if other in form.cells:
                for number in listed:
                    places.setdefault(number, []).append(other)
        self._places = [[other for other in places[number] if other != code] for number in numbers]
        self.table = RowTable(len(numbers), _HEADS, "登记号")
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_COUNTED, QHeaderView.ResizeMode.Stretch)
        labels = vocabulary().outcome_labels
        for at, number in enumerate(numbers):
            case = known.get(number)
            names = "；".join(form.cells[other].name for other in places[number])
            facts = (str(case.received), str(case.closed or ""), labels.get(case.outcome, case.outcome)) if case else ()
            look = worth_a_look(case, counted.year) if case and counted else ""
            for column, text in enumerate((number, *(facts or (_UNKNOWN,) * 3), names, look)):
                self.table.setItem(at, column, text_item(text))
        for column in (_OUTCOME, _LOOK):  # what is longer than that wraps, as what it counts as does
            width = self.table.columnWidth(column)
            if width > _MOST_WIDE:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
                self.table.setColumnWidth(column, _MOST_WIDE)
        if len(numbers) <= _MOST_FITTED:
            self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._names = [form.cells[others[0]].name if others else "" for others in self._places]
        self.go = QPushButton()
        self.go.clicked.connect(self._go)
        self.table.itemSelectionChanged.connect(self._name_other)
        layout = QVBoxLayout(self)
        self.intro = PlainLabel(_intro(report, code, len(numbers)), wordWrap=True)
        layout.addWidget(self.intro)
        layout.addWidget(self.table, 1)
        layout.addWidget(close_buttons(self, self.go))
        self.table.selectRow(0)
        self._name_other()

    def _name_other(self) -> None:
        """Name on the button where it leads: to another number in which the chosen case counts."""
        row = self.table.currentRow()
        name = self._names[row] if 0 <= row < len(self._names) else ""
        self.go.setText(f"转到这件申请计入的另一格：{name}" if name else "这件申请没有计入别的格")
        self.go.setEnabled(bool(name))

    def _go(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._places) and self._places[row]:
            self.wanted = self._places[row][0]
            self.accept()


def _intro(report: Report, code: str, count: int) -> str:
    """Say how many cases there are, and whether the number was changed by hand since."""
    now = report_numbers(report).get(code)
    if report.form.cells[code].unit != "件" or now == count:
        return f"“{report.form.cells[code].name}”由台账中的{count}件申请得出："
    shown = "空白" if now is None else now
    return f"上次用台账计数是{count}件，格中现在是{shown}，两者不同，请核对。上次计数的是这些申请："


def _known_cases(counted: RegisterCount | None) -> dict[str, Case]:
    """Return the cases by 登记号, of the register as it was read last."""
    if counted is None:
        return {}
    return {case.key.number: case for cases in counted.counted.cases.values() for case in cases}
