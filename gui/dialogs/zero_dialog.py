"""无申请、无复议诉讼：一键填0: two questions; what they cover is filled, the plain facts are offered as sentences."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QDialog, QVBoxLayout, QWidget

from core.report.totals import report_numbers
from core.texts.standard_sentences import standard_sentences
from gui.dialogs.answer_buttons import answer_buttons
from gui.look.plain_text import PlainLabel
from gui.report.session import ReportSession

_CARRIED = "t3.R25.C7"


class ZeroDialog(QDialog):
    """Asks what did not occur this year.

    Attributes:
        no_requests: 本年新收、上年结转均为0; refused where last year carried cases over or cases are entered already.
        no_cases: 无复议、诉讼.
        with_sentences: Whether the plain facts are written into the texts that are still empty.
        fill: The button that fills; nothing to be filled, nothing to press.
    """

    def __init__(self, session: ReportSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle("无申请、无复议诉讼：一键填0")
        self.no_requests = QCheckBox("本年新收、上年结转的申请都是0件（第三部分的表全部填0）")
        self.no_cases = QCheckBox("没有因政府信息公开被申请行政复议、被提起诉讼（第四部分的表全部填0）")
        self.with_sentences = QCheckBox("同时在第三、四部分还空着的文字处写入相应的一句话")
        self.with_sentences.setChecked(True)
        self.why = PlainLabel(wordWrap=True)
        self.why.setObjectName("hint")
        buttons, self.fill = answer_buttons(self, "填0")
        layout = QVBoxLayout(self)
        for widget in (self.no_requests, self.no_cases, self.with_sentences, self.why, buttons):
            layout.addWidget(widget)
        for box in (self.no_requests, self.no_cases):
            box.toggled.connect(self._follow)
        self._follow()
        refused = self._refusal()
        self.no_requests.setEnabled(not refused)
        self.why.setText(refused or "只填空白的格子，已经填的数字不变；可以撤销。")

    def _follow(self) -> None:
        self.fill.setEnabled(self.no_requests.isChecked() or self.no_cases.isChecked())

    def _refusal(self) -> str:
        """Return why there cannot have been no requests; "" where there can."""
        last = self._session.last_year
        carried = report_numbers(last).get(_CARRIED, 0) if last else 0
        if carried:
            return f"上年报告结转了{carried}件申请，第三部分不能全部填0。"
        mine = [c for c in self._session.form.tables["t3"].cells if self._session.report.cells.get(c)]
        if mine:
            name = self._session.form.cells[mine[0]].name
            return f"第三部分的表中已填了数字（“{name}”为{self._session.facts.shown(mine[0])}），不能全部填0。"
        return ""

    def apply(self) -> int:
        """Fill in what was ticked as one undo step and return how many cells that were."""
        form, filled = self._session.form, self._session.report
        tables = [form.tables[t] for t, box in (("t3", self.no_requests), ("t4", self.no_cases)) if box.isChecked()]
        cells = [code for table in tables for code in table.cells if not form.cells[code].is_derived]
        blanks = [code for code in cells if code not in filled.cells]
        filled = filled.with_cells(dict.fromkeys(blanks, 0))
        if self.with_sentences.isChecked():
            for code, _, sentence in standard_sentences(filled):
                if any(table.section == code for table in tables) and not filled.texts.get(code):
                    filled = filled.with_texts({code: sentence})
        log = f"无申请、无复议诉讼：{len(blanks)}个空白格填0" if blanks else ""
        self._session.adopt(filled, "一键填0", log)
        return len(blanks)
