"""Annexes to a report: what changed since the last 送审稿, and the list of findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.form.form_definition import LEVEL_NAMES, LEVELS
from core.report.differences import compare
from core.report.shown_report import TITLE, Shown, one_line, shown_report

if TYPE_CHECKING:
    from collections.abc import Mapping

    from core.checks.findings import CheckResult
    from core.form.form_definition import FormDefinition
    from core.report.differences import Difference
    from core.report.report import Report, ReviewRound

FINDINGS_LIST = "问题清单"
_MOST_CELLS = 20


@dataclass(frozen=True, slots=True)
class Annex:
    """A paper that goes with a report.

    Attributes:
        title: What stands on top.
        parts: Pairs of heading and lines, in printed order.
    """

    title: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]


def changes(report: Report) -> list[Difference]:
    """Return what the report shows differently from its last 送审稿; nothing where there was none yet."""
    return compare(report.form, pinned(report.form, report.rounds[-1]), shown_report(report)) if report.rounds else []


def pinned(form: FormDefinition, made: ReviewRound) -> Shown:
    """Return what a 送审稿 showed."""
    return _shown(form, made.shown)


def change_annex(report: Report) -> Annex:
    """Return the change list that goes with the next 送审稿: remarks with their answers, then what changed."""
    if not report.rounds:
        return Annex("修改情况", (("修改情况", ("这是第一次送审，没有可对照的上一稿。",)),))
    last = report.rounds[-1]
    parts = []
    if last.returned_on:
        head = f"退回意见及处理（{one_line(last.returned_by)}，{last.returned_on}）".replace("（，", "（")
        parts.append((head, tuple(_remark(i, r.text, r.answer, r.reason) for i, r in enumerate(last.remarks, 1))))
    lines = tuple(f"{i}.{_changed(difference)}" for i, difference in enumerate(changes(report), 1))
    parts.append((f"与送审稿第{last.number}稿（{last.date}）相比的修改", lines or ("没有修改。",)))
    return Annex(f"{shown_report(report).title}修改情况", tuple(parts))


def findings_annex(report: Report, result: CheckResult) -> Annex:
    """Return all findings by level, with the clerk's explanations."""
    parts = []
    for level in LEVELS:
        lines: list[str] = []
        for finding in result.findings:
            if finding.level == level:
                said = f"——说明：{one_line(finding.explained.reason)}" if finding.explained else ""
                lines.append(f"{len(lines) + 1}.{finding.message}{said}")
        if lines:
            parts.append((f"{LEVEL_NAMES[level]}（{len(lines)}个）", tuple(lines)))
    if result.blanks:
        form, cells = report.form, [code for code in result.blanks if code in report.form.cells]
        more = f"等{len(cells)}格" if len(cells) > _MOST_CELLS else ""
        lines = ["、".join(form.cells[code].name for code in cells[:_MOST_CELLS]) + more] if cells else []
        lines += [form.sections[t.section].title for t in map(form.texts.get, result.blanks) if t]
        parts.append((f"未填（{result.unfilled}）", tuple(lines)))
    return Annex(
        f"{shown_report(report).title}{FINDINGS_LIST}",
        tuple(parts) or ((f"结论：{result.verdict}", ("没有发现问题。",)),),
    )


def _shown(form: FormDefinition, by_code: Mapping[str, str]) -> Shown:
    texts = {code: tuple(by_code[code].split("\n")) for code in form.texts if by_code.get(code)}
    numbers = {code: text for code, text in by_code.items() if code in form.cells}
    return Shown(by_code.get(TITLE, ""), texts, numbers)


def _changed(difference: Difference) -> str:
    """What changed, old first; texts in full, since a leader has to see them."""
    old, new = "".join(difference.ours), "".join(difference.theirs)
    if difference.kind == "number":
        return f"{difference.place}：原为{old or '空白'}，现为{new or '空白'}。"
    if not old:
        return f"{difference.place}：增加“{new}”。"
    if not new:
        return f"{difference.place}：删去“{old}”。"
    return f"{difference.place}：原为“{old}”，现为“{new}”。"


def _remark(number: int, text: str, answer: str, reason: str) -> str:
    said = answer or "未处理"
    return f"{number}.{one_line(text)}——{said}{'：' + one_line(reason) if reason else ''}。"
