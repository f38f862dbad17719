"""Annexes to a report: what changed since the 送审稿 before, and the list of findings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.base.day_words import day_in_words, iso_in_words
from core.base.short_texts import some_of
from core.checks.findings import CheckResult
from core.form.form_definition import LEVEL_NAMES, LEVELS
from core.office.compare import changed_pieces
from core.office.remark_list import changes_since, remark_said, unchanged_remarks
from core.office.review import ToDo, round_on_its_way
from core.report.checksum import report_checksum
from core.report.differences import NEXT_PARAGRAPH, Difference
from core.report.report import Report, ReviewRound
from core.report.shown_report import one_line, shown_report
from core.validation.progress import boxes_left, unfilled_in_words

CHANGE_LIST, FINDINGS_LIST = "修改情况", "问题清单"
_MOST_CELLS = 20


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an annex; ``marks`` are the stretches of it that are underlined: first character, after the last."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Annex:
    """A paper that goes with a report.

    Attributes:
        kind: 修改情况 or 问题清单.
        title: What stands on top.
        parts: Pairs of heading and lines, in printed order.
    """

    kind: str
    title: str
    parts: tuple[tuple[str, tuple[Line, ...]], ...]


def annex_facts(report: Report, stage: str, today: date, mark: str = "") -> str:
    """Return the line under the title of an annex, by which it is matched to report and 审签单: 稿次, 校验码, day.

    ``mark`` stands at the head of each page; the 校验码 is left out where that says it.
    """
    checksum = report_checksum(report)
    return "　".join([stage, *([] if checksum in mark else [f"校验码 {checksum}"]), day_in_words(today)])


def changes(report: Report, made: ReviewRound | None = None) -> list[Difference]:
    """Return what the report shows differently from a 送审稿, the last one where it is None; nothing without any."""
    last = made or (report.rounds[-1] if report.rounds else None)
    return changes_since(report, last) if last else []


def compared_round(report: Report) -> ReviewRound | None:
    """Return the 送审稿 that 修改情况 compares with; None where there is none yet.

    While the report is what its last 送审稿 showed, the paper goes with that one, and compares it with the one before.
    Once it came back or the report was changed, the paper is for the next one.
    """
    before = report.rounds[:-1] if round_on_its_way(report) else report.rounds
    return before[-1] if before else None


def change_annex(report: Report) -> Annex:
    """Return the change list that goes with a 送审稿: remarks on the one before and answers, then what changed."""
    title = f"{shown_report(report).title}{CHANGE_LIST}"
    made = compared_round(report)
    if made is None:
        return Annex(CHANGE_LIST, title, ((CHANGE_LIST, (Line("这是第一次送审，没有可对照的上一稿。"),)),))
    parts, changed = [], changes(report, made)
    if made.returned_on:
        head = f"退回意见及处理（{one_line(made.returned_by)}，{iso_in_words(made.returned_on)}）".replace("（，", "（")
        said = ((remark.text, remark_said(report, made, remark, changed)) for remark in made.remarks)
        parts.append((head, tuple(_remark(i, *pair) for i, pair in enumerate(said, 1))))
    if older := _older_remarks(report, made):
        parts.append(("以前的退回意见中没有处理、没有改动的", older))
    lines = tuple(_changed(i, difference) for i, difference in enumerate(changed, 1))
    parts.append((f"与{made.name}（{iso_in_words(made.date)}）相比的修改", lines or (Line("没有修改。"),)))
    return Annex(CHANGE_LIST, title, tuple(parts))


def findings_annex(report: Report, result: CheckResult) -> Annex:
    """Return all findings by level, with the clerk's explanations."""
    parts = []
    for level in LEVELS:
        lines: list[Line] = []
        for finding in result.findings:
            if finding.level == level:
                said = f"——说明：{one_line(finding.explained.reason)}" if finding.explained else ""
                lines.append(Line(f"{len(lines) + 1}.{one_line(finding.message)}{said}"))
        if lines:
            parts.append((f"{LEVEL_NAMES[level]}（{len(lines)}个）", tuple(lines)))
    if unfilled := unfilled_in_words(report, result):
        form, cells = report.form, [code for code in result.blanks if code in report.form.cells]
        names = [form.cells[code].name for code in cells]
        lines = [Line(some_of(names, _MOST_CELLS, "格"))] if cells else []
        lines += [Line(form.sections[t.section].title) for t in map(form.texts.get, result.blanks) if t]
        if boxes := boxes_left(report):
            lines.append(Line(some_of([form.cells[code].name for code in boxes], _MOST_CELLS, "格")))
        parts.append((f"未填：{unfilled}" if boxes else f"未填（{unfilled}）", tuple(lines)))
    return Annex(
        FINDINGS_LIST,
        f"{shown_report(report).title}{FINDINGS_LIST}",
        tuple(parts) or ((f"结论：{result.verdict}", (Line("没有发现问题。"),)),),
    )


def _changed(number: int, difference: Difference) -> Line:
    """What changed, old first, the words that differ marked; texts in full, since a leader has to see them."""
    old, new = NEXT_PARAGRAPH.join(difference.ours), NEXT_PARAGRAPH.join(difference.theirs)
    head = f"{number}.{difference.place}："
    if difference.kind == "number":
        return _marked(
            (f"{head}原为", False), (old or "空白", True), ("，现为", False), (new or "空白", True), ("。", False)
        )
    if not old or not new:
        return _marked((f"{head}{'删去' if old else '增加'}“", False), (old or new, True), ("”。", False))
    pieces = changed_pieces(old, new)
    before = ((text, kind == "left") for kind, text in pieces if kind != "right")
    after = ((text, kind == "right") for kind, text in pieces if kind != "left")
    return _marked((f"{head}原为“", False), *before, ("”，现为“", False), *after, ("”。", False))


def _marked(*pieces: tuple[str, bool]) -> Line:
    """Return a line of pieces, each with whether it is underlined."""
    text, marks = "", []
    for piece, is_marked in pieces:
        if is_marked:
            marks.append((len(text), len(text) + len(piece)))
        text += piece
    return Line(text, tuple(marks))


def _remark(number: int, text: str, said: str) -> Line:
    return Line(f"{number}.{one_line(text)}——{said}。")


def _older_remarks(report: Report, made: ReviewRound) -> tuple[Line, ...]:
    """Return the remarks on papers before this one that are still open, or noted as followed where nothing changed."""
    before = report.rounds[: report.rounds.index(made)]
    unchanged = unchanged_remarks(report)
    older = [
        (round_, remark)
        for at, round_ in enumerate(before)
        for number, remark in enumerate(round_.remarks, 1)
        if not remark.answer or ToDo(round_, at, number, remark) in unchanged
    ]
    said = (
        (f"（{round_.short_name}）{remark.text}", remark_said(report, round_, remark, changes(report, round_)))
        for round_, remark in older
    )
    return tuple(_remark(i, *pair) for i, pair in enumerate(said, 1))
