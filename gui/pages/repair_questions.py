"""What is asked before a number gives way to a computed one: the sums alone never say which of them is wrong."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from core.checks.findings import RepairStep, inner_quotes
from core.form.form_definition import FormDefinition
from core.report.entry_text import entry_as_text
from gui import dialogs
from gui.report.session import ReportSession


def may_repair(parent: QWidget | None, form: FormDefinition, changes: Sequence[RepairStep]) -> bool:
    """Ask whether the register was looked at, and says what follows from the totals."""
    lines = [
        f"“{inner_quotes(form.cells[c.cell].name)}”{'没有填' if c.value is None else f'现在是{c.value}'}，"
        f"按合计推算是{c.should_be}。"
        for c in changes
    ]
    one = len(changes) == 1
    advice = f"请先查看台账；确认{'这一格' if one else '这几格'}填错了才改。"
    does = f"改为{changes[0].should_be}" if one else f"改正这{len(changes)}格"
    return dialogs.confirm(parent, "改数字", "\n".join([*lines, advice]), f"已核对台账，{does}")


def may_adopt(parent: QWidget | None, session: ReportSession, totals: Sequence[str]) -> bool:
    """Ask whether the paper was looked at, and its totals are what is wrong."""
    form, shown, paper = session.form, session.facts.shown, session.report.controls
    lines = [
        f"“{inner_quotes(form.cells[c].name)}”纸上的合计是{entry_as_text(paper[c])}，各项相加是{shown(c)}。"
        for c in totals
    ]
    advice = "请先对照原表；确认是纸上的合计写错了才改。"
    does = f"改为{shown(totals[0])}" if len(totals) == 1 else f"改这{len(totals)}个合计"
    return dialogs.confirm(parent, "改纸上的合计", "\n".join([*lines, advice]), f"已核对原表，{does}")
