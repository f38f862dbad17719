"""The lines of the list of findings: remarks of superiors, findings level by level, what is not filled in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from core.checks.findings import WITHDRAWN, Finding
from core.form.form_definition import LEVEL_NAMES, LEVELS, Level
from core.office.remark_list import remarks_to_do
from core.office.review import FOLLOWED, ToDo
from gui.look.colours import MARKS
from gui.pages.blank_groups import BlankGroup, blank_groups
from gui.pages.next_place import unchanged_remarks
from gui.pages.remark_answer import UNCHANGED, remark_line
from gui.report.session import ReportSession

_GROUPED_FROM = 3
_TITLES = {"error": "错误（必须改）", "warning": "疑点（核实或说明）", "hint": "提示（供参考）"}


class FindingsLine(NamedTuple):
    """A line of the list: a heading, which may fold what stands below it, a finding, or a remark of a superior."""

    text: str
    level: Level | Literal[""]
    finding: Finding | ToDo | BlankGroup | None
    folds: bool = False


def finding_lines(session: ReportSession, wanted: str, *, hints_open: bool) -> list[FindingsLine]:
    """Return what the list shows: a heading for each group with what belongs to it below.

    Args:
        session: The open report.
        wanted: The one level that is to be shown; "" for all there is.
        hints_open: Whether the hints are unfolded.
    """
    result = session.facts.told
    lines = [] if wanted else _remarks(session)
    for level in [level for level in LEVELS if wanted in ("", level)]:
        of_level = [finding for finding in result.findings if finding.level == level]
        of_level.sort(key=lambda finding: finding.explained is not None)  # what waits for a word comes first
        if not of_level:
            continue
        folded = level == "hint" and not hints_open and not wanted
        arrow = "" if level != "hint" else "▸ " if folded else "▾ "
        lines.append(FindingsLine(f"{arrow}{_title(level, of_level)}", level, None, folds=level == "hint"))
        if not folded:
            lines += _grouped(session, level, of_level)
    if not lines and wanted:
        lines.append(FindingsLine(f"没有{LEVEL_NAMES[wanted]}", "", None))  # type: ignore[index]
    elif not result.findings:
        others = "其他" if lines else ""  # than what the superior remarked
        lines.append(FindingsLine(f"{'已填部分' if result.blanks else ''}没有发现{others}问题", "", None))
    return lines if wanted else lines + _blanks(session)


def _title(level: Level, of_level: Sequence[Finding]) -> str:
    """Return the heading of a level with its count, as the verdict counts: what was explained waits no more."""
    explained = sum(finding.explained is not None for finding in of_level if level == "warning")
    if explained == len(of_level):
        return f"疑点（已说明）  {explained}"
    return f"{_TITLES[level]}  {len(of_level) - explained}{f'，已说明{explained}' if explained else ''}"


def _remarks(session: ReportSession) -> list[FindingsLine]:
    remarks = remarks_to_do(session.report)
    waiting = sum(not what.remark.answer for what in remarks)
    unchanged = unchanged_remarks(session) if remarks else []
    vain = f"{len(unchanged)}条标为“{FOLLOWED}”但没有改动" if unchanged else ""
    said = "，".join(filter(None, (f"{waiting}条未处理" if waiting else "", vain))) or "都已处理"
    head = [FindingsLine(f"退回意见  {said}", "", None)] if remarks else []
    return head + [FindingsLine(remark_line(what, is_unchanged=what in unchanged), "", what) for what in remarks]


def _blanks(session: ReportSession) -> list[FindingsLine]:
    groups = blank_groups(session)
    head = [FindingsLine("未填", "", None)] if groups else []
    return head + [FindingsLine(group.line, "", group) for group in groups]


def _grouped(session: ReportSession, level: Level, findings: list[Finding]) -> list[FindingsLine]:
    """Return the lines of one level; several findings of one rule stand together below its name."""
    lines: list[FindingsLine] = []
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.rule_id, []).append(finding)
    for rule_id, group in by_rule.items():
        if len(group) >= _GROUPED_FROM:
            rule = session.form.rules[rule_id]
            lines.append(FindingsLine(f"· {rule.fault or rule.name}（{len(group)}处）", level, None))
        lines += [FindingsLine(_line_text(finding), level, finding) for finding in group]
    return lines


def spoken(line: FindingsLine) -> str:
    """Return a line as it is read aloud: signs and colours say nothing there."""
    if isinstance(line.finding, ToDo):
        remark = line.finding.remark
        vain = UNCHANGED if line.text.endswith(f"{UNCHANGED}）") else ""
        return f"退回意见，{remark.answer or '未处理'}{vain}：{line.finding.number}．{remark.text}"
    return f"{LEVEL_NAMES[line.level]}：{line.text}" if line.level else line.text


def _line_text(finding: Finding) -> str:
    mark = "✓" if finding.explained else MARKS[finding.level]
    if finding.explained:
        return f"{mark} {finding.message}（已说明：{finding.explained.reason}）"
    if finding.withdrawn:
        return f"{mark} {finding.message}{WITHDRAWN}"
    return f"{mark} {finding.message}"
