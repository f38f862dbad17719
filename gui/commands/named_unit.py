"""Which unit a report is begun for, where the start page names another one than last year's report does."""

from __future__ import annotations

from core.report.report import Report
from gui import dialogs
from gui.commands.command import Host
from gui.pages.start_page import StartPage

RENAMED, AS_BEFORE = "是同一单位，用现在的名称", "用上年报告的单位"
_QUESTION = "上年报告的单位是“{former}”，开始页填的是“{typed}”。是同一单位更名吗？"


def ask_unit(host: Host, start: StartPage, last: Report) -> str | None:
    """Return what the unit of the new report is called; None where the clerk thinks better of it."""
    typed = start.typed_unit
    if not typed or typed == last.unit or not last.unit:
        return typed or last.unit
    # First, and on Return, what mixes nothing: 结转 of one unit in the report of another would be a wrong number
    question = _QUESTION.format(former=last.unit, typed=typed)
    answer = dialogs.choose(host.widget, "单位名称不同", question, "", (AS_BEFORE, RENAMED, "取消"))
    return {RENAMED: typed, AS_BEFORE: last.unit}.get(answer)


def with_unit(report: Report, unit: str, start: StartPage) -> Report:
    """Return a new report for the unit of this name, with the type that the start page gives to another one."""
    if unit == report.unit:
        return report
    return report.with_texts({"meta.unit": unit, "meta.unit_type": start.type_of(unit)})
