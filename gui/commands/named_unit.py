"""Which unit a report is begun for, where the start page names another one than last year's report does."""

from __future__ import annotations

from core.office.carry_over import as_same_unit
from core.office.collection.short_unit_names import is_short_for
from core.report.report import Report
from gui import dialogs
from gui.commands.command import Host
from gui.pages.start_page import StartPage

RENAMED, AS_BEFORE, _CANCEL = "是同一单位，用开始页的名称", "用上年报告的单位", "取消"
_QUESTION = "上年报告的单位是“{former}”，开始页填的是“{named}”。是同一单位吗？"
_MORE = "选错了上年报告的，请取消后重选。是同一单位的，新报告的单位名称、落款都用“{named}”，结转照带。"


def ask_unit(host: Host, start: StartPage, last: Report) -> str | None:
    """Return what the unit of the new report is called; None where the clerk thinks better of it."""
    named = start.named_unit
    if not named or named == last.unit or not last.unit:
        return last.unit or named
    # Return drops nothing that was typed, and mixes nothing: it may be the wrong file
    answers, default = (AS_BEFORE, RENAMED, _CANCEL), _CANCEL
    if is_short_for(last.unit, named) or is_short_for(named, last.unit):
        answers, default = (RENAMED, AS_BEFORE, _CANCEL), RENAMED
    question = _QUESTION.format(former=last.unit, named=named)
    answer = dialogs.choose(host.widget, "单位名称不同", question, _MORE.format(named=named), answers, default=default)
    return {RENAMED: named, AS_BEFORE: last.unit}.get(answer)


def with_unit(report: Report, unit: str, start: StartPage) -> Report:
    """Return a new report for the unit of this name, with the type that the start page gives to another one."""
    if unit == report.unit:
        return report
    former, report = report.unit, report.with_texts({"meta.unit": unit, "meta.unit_type": start.type_of(unit)})
    return as_same_unit(report, former, unit) if former else report
