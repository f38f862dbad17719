"""无申请、无复议诉讼：一键填0: one box with all that a report of zeros is asked; nothing is ticked beforehand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget
from typing_extensions import override

from core.form.form_definition import FormDefinition
from core.form.known_cells import CARRIED_OUT
from core.report.totals import report_numbers
from core.texts.rules.standard_sentences import standard_sentences
from gui.dialogs.answer_buttons import answer_buttons
from gui.dialogs.keeping_dialog import KeepingDialog
from gui.look.plain_text import PlainLabel
from gui.report.session import ReportSession

_FULL = {"s2": "表已填满", "s3": "表已填满", "s4": "表已填满", "s6": "信息处理费已填"}
"""What is said of a part that cannot be ticked: no statement, which would be false where a case is entered."""


class ZeroDialog(KeepingDialog):
    """Asks what did not occur this year.

    Attributes:
        everything: Ticks all that may be ticked.
        no_others: What is blank in the table of section 二 is 0; refused where nothing is.
        no_requests: 本年新收、上年结转均为0; refused where last year carried cases over or cases are entered already.
        no_cases: 无复议、诉讼; refused, as the others, where its table is filled in.
        no_fees: 无信息处理费; refused where its numbers are filled in.
        with_sentences: Whether the plain facts are written into the texts that are still empty.
        written: How many texts got their sentence.
        fill: The button that fills; nothing to be filled, nothing to press.
    """

    def __init__(self, session: ReportSession, parent: QWidget | None = None) -> None:
        super().__init__("无申请、无复议诉讼：一键填0", parent)
        self._session = session
        self._codes = _codes(session.form)
        self.written = 0
        blank = {part: [c for c in codes if c not in session.report.cells] for part, codes in self._codes.items()}
        refused, given = self._refusal()
        self.everything = QCheckBox("下面各项都没有（全部勾选）")
        said = self._statements(blank) | {part: _FULL[part] for part, codes in blank.items() if not codes}
        said |= {"s3": given} if given else {}
        self.no_others = QCheckBox(f"第二部分：{said['s2']}")
        self.no_requests = QCheckBox(f"第三部分：{said['s3']}")
        self.no_cases = QCheckBox(f"第四部分：{said['s4']}")
        self.no_fees = QCheckBox(f"第六部分：{said['s6']}")
        self._parts = {"s2": self.no_others, "s3": self.no_requests, "s4": self.no_cases, "s6": self.no_fees}
        self.with_sentences = QCheckBox("同时在第三、四、六部分还空着的文字处写入相应的一句话")
        self.with_sentences.setChecked(True)
        self.why = PlainLabel(wordWrap=True, objectName="hint")
        buttons, self.fill = answer_buttons(self, "填0")
        self.fill.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        for widget in (self.everything, *self._parts.values(), self.with_sentences, self.why, buttons):
            layout.addWidget(widget)
        for part, box in self._parts.items():
            box.setEnabled(bool(blank[part]) and not (part == "s3" and refused))
        self.why.setText(refused or "只填空白的格子，已经填的数字不变；可以撤销。")
        if not any(box.isEnabled() for box in self._parts.values()):
            self.everything.setEnabled(False)
            self.with_sentences.setEnabled(False)
            self.with_sentences.setChecked(False)
            self.why.setText(f"{refused}其他各项" if refused else "各项")
            self.why.setText(f"{self.why.text()}都已经填了，没有空白的格子可以填0。")
        self.everything.clicked.connect(self._tick)
        for box in self._parts.values():
            box.toggled.connect(self._follow)
        self._follow()
        self.begin()

    @override
    def filled(self) -> object:
        return [box.isChecked() for box in (*self._parts.values(), self.with_sentences)]

    def _tick(self, is_ticked: bool) -> None:
        for box in self._parts.values():
            box.setChecked(is_ticked and box.isEnabled())

    def _follow(self) -> None:
        ticked = [box.isChecked() for box in self._parts.values()]
        self.fill.setEnabled(any(ticked))
        mine = [box for box in self._parts.values() if box.isEnabled()]
        self.everything.setChecked(bool(mine) and all(box.isChecked() for box in mine))

    def _statements(self, blank: Mapping[str, Sequence[str]]) -> dict[str, str]:
        """Return what the clerk states of each part by ticking it."""
        fees = len(blank["s6"])
        how = f"{fees}项都填0" if fees == len(self._codes["s6"]) else f"还空着的{fees}项填0"
        rest = {part: f"表中还空着的{len(codes)}格都是0" for part, codes in blank.items()}
        rest["s6"] = f"信息处理费还空着的{fees}项都是0"
        none = {
            "s3": "本年新收、上年结转的申请都是0件（表全部填0）",
            "s4": "没有因政府信息公开被申请行政复议、被提起诉讼（表全部填0）",
            "s6": f"没有发出收取信息处理费的通知（{how}）",
        }
        given = self._session.report.cells
        empty = [part for part in none if not any(map(given.get, self._codes[part]))]
        return rest | {part: none[part] for part in empty}

    def _refusal(self) -> tuple[str, str]:
        """Return why there cannot have been no requests, in a sentence and in a few words; "" where there can."""
        last = self._session.last_year
        carried = report_numbers(last).get(CARRIED_OUT, 0) if last else 0
        if carried:
            return f"上年报告结转了{carried}件申请，第三部分不能全部填0。", "上年有结转"
        mine = [code for code in self._codes["s3"] if self._session.report.cells.get(code)]
        if mine:
            name = self._session.form.cells[mine[0]].name
            shown = self._session.facts.shown(mine[0])
            return f"第三部分的表中已填了数字（“{name}”为{shown}），不能全部填0。", "已填了数字"
        return "", ""

    def apply(self) -> int:
        """Fill in what was ticked as one undo step and return how many cells that were."""
        filled = self._session.report
        parts = [part for part, box in self._parts.items() if box.isChecked()]
        blanks = [code for part in parts for code in self._codes[part] if code not in filled.cells]
        filled = filled.with_cells(dict.fromkeys(blanks, 0))
        if self.with_sentences.isChecked():
            none = {part for part, codes in self._codes.items() if all(filled.cells.get(code) == 0 for code in codes)}
            for code, _, sentence in standard_sentences(filled):
                if code in {*parts, *none} and not filled.texts.get(code):
                    filled = filled.with_texts({code: sentence})
                    self.written += 1
        log = f"无申请、无复议诉讼：{len(blanks)}个空白格填0" if blanks else ""
        self._session.adopt(filled, "一键填0", log)
        return len(blanks)


def _codes(form: FormDefinition) -> dict[str, list[str]]:
    """Return the entered numbers of each part that may be all 0."""
    codes: dict[str, list[str]] = {part: [] for part in ("s2", "s3", "s4", "s6")}
    for table in form.tables.values():
        codes[table.section] += [code for code in table.cells if not form.cells[code].is_derived]
    codes["s6"] += form.outside_tables
    return codes
