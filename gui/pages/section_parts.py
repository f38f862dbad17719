"""What stands on the page of a section: its texts, and its table or numbers."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from core.form.form_definition import Section
from gui.look import theme
from gui.look.fitting_label import FittingLabel
from gui.look.ink import Ink
from gui.look.plain_text import PlainLabel
from gui.look.still_label import StillLabel
from gui.pages.fee_fields import FeeFields
from gui.pages.page_heading import PageHeading
from gui.pages.table_part import ScrolledColumn, TablePart
from gui.report.session import ReportSession
from gui.texts.text_block import TextBlock

_REPETITION_TIP = "与上年同一部分成段相同的字占多少；数字、标点、名称和人人都要写的话不算。"
_ON_REPETITION = ("same_as_last_year", "repetition_limits")
"""Functions of the rules that ask about texts which are those of last year."""
_NEARLY_ALL = 99
"""Percent from which a text is said to be that of last year."""


class SectionParts(QWidget):
    """The parts of a section, one below the other.

    Attributes:
        fees: The numbers on 信息处理费; None but in section six.
        blocks: The texts by their codes.
        tabs: The table with the texts around it; None where the section has no table.
        column: What texts stand in that are scrolled together; None where there is one text, or a table.
        limit: How much may still be written.
        repeated: How much is the same as last year.
    """

    def __init__(self, session: ReportSession, section: Section, heading: PageHeading, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._section = session, section
        numbers = session.form.outside_tables if section.key == "s6" else ()
        self.fees = FeeFields(session, numbers, self) if numbers else None  # before the texts, also for Tab
        codes = session.form.texts_of(section.key)
        if section.key == next(iter(session.form.sections)):
            codes.insert(0, "lead")
        has_table = any(code in session.form.tables for code in section.contents)
        self.tabs = TablePart(session, section, codes, heading, self) if has_table else None
        self.column = None if has_table or len(codes) == 1 else ScrolledColumn(self, beside=8)
        inside = self if self.column is None else self.column.inside
        self.blocks = blocks = self.tabs.blocks if self.tabs else {c: TextBlock(session, c, inside) for c in codes}
        if self.column is not None:
            _stack(blocks.values(), self.column)
        self.limit = StillLabel(parent=self)
        self.limit.setObjectName("hint")
        self.limit.setVisible(bool(section.limit))
        self.repeated = next(blocks[code] for code in codes if code in section.contents).repeated
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        if self.tabs is None:
            layout.addWidget(heading)
        if section.limit:
            self.repeated = self._limits(layout, section.limit_note)
            for changed in (session.text_changed, session.prints_changed, session.replaced):
                changed.connect(self._show_limit)
        self._ink = Ink(self.repeated)
        alone = (self.fees, blocks[codes[0]]) if self.tabs is None and self.column is None else ()
        for part in (self.tabs, self.column, *alone):
            if part is not None:
                layout.addWidget(part)

    def _limits(self, layout: QVBoxLayout, note: str) -> FittingLabel:
        """Say in a row how much may be written, and below it why; return where repetition is told."""
        repeated = FittingLabel(parent=self)
        repeated.setObjectName("hint")
        row = QHBoxLayout()
        row.addWidget(self.limit)
        row.addWidget(repeated, 1)
        layout.addLayout(row)
        layout.addWidget(PlainLabel(note, self, wordWrap=True, objectName="hint"))
        return repeated

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_repetition()
        self._show_limit()

    def _show_limit(self, _changed: object = None) -> None:
        if not (self._section.limit and self.isVisible()):
            return
        count = sum(self.blocks[c].editor.printed_length() for c in self._section.contents if c in self.blocks)
        left = self._section.limit - count
        rest = f"还可写 {left} 字" if left >= 0 else f"超出 {-left} 字"
        without = "（不含引言）" if "lead" in self.blocks else ""
        self.limit.show_text(f"本部分共 {count} 字{without}，{rest}。")

    def show_repetition(self) -> None:
        """Show how much of the section is the same as last year, and the limit that local rules set."""
        found = self._session.facts.repetition(self._section.key)
        if found is None:
            self.repeated.show_first(())
            self._warn(is_open=False)
            return
        local = self._session.local_rules
        limit = local.limit_of(self._section.key) if local else None
        is_all = found.percent >= _NEARLY_ALL
        words, tip = "与上年几乎全部相同" if is_all else f"约{found.percent}%与上年相同", _REPETITION_TIP
        self._warn(is_open=self._is_repeated_too_much())
        if limit is None:
            self.repeated.show_first((words,), tip)
            return
        against = f"，超过界限 {limit.percent}%" if found.percent > limit.percent else f"（界限 {limit.percent}%）"
        self.repeated.show_first((words + against, words), f"{tip}\n界限由本地口径规定：{limit.source}")

    def _is_repeated_too_much(self) -> bool:
        """Whether a 疑点 is that the texts are those of last year."""
        rules, texts = self._session.form.rules, {*self._section.contents}
        about = (f for f in self._session.facts.told.open_warnings if rules[f.rule_id].function in _ON_REPETITION)
        return any(not texts.isdisjoint(place.text for place in finding.places) for finding in about)

    def _warn(self, *, is_open: bool) -> None:
        """Tell repetition in the ink of a 疑点, where it is one."""
        if theme.dress(self.repeated, "" if is_open else "hint"):
            self._ink.show_level("warning" if is_open else "")


def _stack(blocks: Iterable[TextBlock], column: ScrolledColumn) -> None:
    for block in blocks:
        block.grow()
        column.put(block)
        column.verticalScrollBar().valueChanged.connect(block.keep_tools_in_view)
