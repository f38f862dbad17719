"""What is said of a report before a 送审稿 or 定稿 is made of it: what is verified, what is open, what became new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.base.short_texts import some_of
from core.checks.findings import CheckResult, Finding
from core.office.annex import changes
from core.office.department_split import missing_departments, open_cells
from core.office.export import left_open, open_points
from core.office.remark_list import unchanged_remarks, unfound_numbers
from core.office.review import FOLLOWED, ToDo
from core.report.differences import Difference, change_sentence
from core.report.report import Remark, Report
from core.report.shown_report import one_line
from core.report.stages import Stage
from core.texts.claims.claim import UNKNOWN, Claim
from core.texts.claims.claims import claims
from core.texts.rules.debris.private_numbers import PRIVACY_RULE, is_about_number
from core.texts.years.year_comparisons import judged_comparisons
from core.texts.years.year_rules_of_texts import has_others
from core.validation.progress import UNCOMPARED, boxes_in_words, boxes_left
from core.validation.validation import Checker
from core.web import html_report

_NAMED = 3  # sentences that were not understood
_OPEN = "{}个疑点没有核实或说明，将列在审签单上："
_UNCHANGED = "数字、文字和标题没有改动（文号、主送机关、落款、日期不在比较之内）"
"""All that a 送审稿 pins; of the rest nothing can be said."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing to know.

    Attributes:
        heading: What it is, with how many lines stand below.
        lines: Sentences.
        findings: For 疑点 the finding of each line.
        is_question: Whether it stands against going on, so that a mere Return must not go on.
    """

    heading: str
    lines: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    is_question: bool = True


@dataclass(frozen=True, slots=True)
class Summary:
    """What whoever makes a 送审稿 or 定稿 should know before.

    Attributes:
        verified: What was checked and holds, a few words each.
        unverified: What could not be checked; likewise.
        remarks: Remarks of a superior that were not answered yet; None where there is none.
        open: 疑点 that are neither corrected nor explained, and will stand on the 审签单; likewise.
        since: What changed since the last 送审稿, or that nothing did although remarks are noted as followed; likewise.
        sheets: 科室填报表 that went out and are not back, or have numbers to be filled in once more; likewise.
        private: Texts with numbers of persons: only hints here, but the collecting office asks for a reason; likewise.
        unchanged: Remarks that are noted as followed while what they speak of shows what it did when the paper came
            back, older ones too; likewise.
        unfound: Remarks that are noted as followed though a number they want stands nowhere there; likewise.
        boxes: Empty boxes of 信息处理费 though the text tells numbers, which nobody compared; likewise.
        unsigned: What a 定稿 lacks at its end once it is locked: the date, or its day; likewise.
        is_other: Whether this is a 定稿 that says something else than the 送审稿 that was read and approved; then
            ``since`` comes first.
    """

    verified: tuple[str, ...]
    unverified: tuple[str, ...]
    remarks: Part | None
    open: Part | None
    since: Part | None
    unchanged: Part | None = None
    unfound: Part | None = None
    sheets: Part | None = None
    private: Part | None = None
    unsigned: Part | None = None
    boxes: Part | None = None
    is_other: bool = False

    @property
    def parts(self) -> tuple[Part, ...]:
        """What is to be known beside what is verified."""
        about_remarks = (self.remarks, self.unchanged, self.unfound)
        parts = (*about_remarks, self.sheets, self.boxes, self.open, self.private, self.unsigned)
        ordered = (self.since, *parts) if self.is_other else (*parts, self.since)
        return tuple(part for part in ordered if part)

    @property
    def asks(self) -> bool:
        """Whether something stands against going on."""
        return any(part.is_question for part in self.parts)

    @property
    def proof(self) -> str:
        """What was checked and what could not be, in two sentences."""
        return "".join(
            f"{what}：{'，'.join(said)}。"
            for what, said in (("已核对", self.verified), ("未核对", self.unverified))
            if said
        )


def summary(checks: Checker, stage: Stage) -> Summary:
    """Return the summary of a report that nothing blocks any more, from its checks."""
    report, result = checks.context.report, checks.result(final=True)
    points = open_points(result, stage)
    since, unchanged = _since_last_round(report, stage)
    return Summary(
        *verified(checks),
        _open_remarks(report),
        Part(_OPEN.format(len(points)), tuple(points), left_open(result, stage)) if points else None,
        since,
        unchanged,
        _unfound(report),
        _sheets_out(report),
        _private(result),
        _unsigned(report) if stage == "final" else None,
        _boxes(report),
        is_other=stage == "final" and since is not None and not since.is_question,
    )


def unfinished(report: Report, stage: Stage) -> list[Part]:
    """Return what stands against a 送审稿 or 定稿 beside its findings: remarks and sheets of departments.

    Also that a 定稿 says something else than the last 送审稿, or ends without its date.
    """
    since, unchanged = _since_last_round(report, stage)
    parts = (_open_remarks(report), unchanged, _unfound(report), since, _sheets_out(report), _boxes(report))
    found = [part for part in parts if part and (part.is_question or stage == "final")]
    unsigned = _unsigned(report) if stage == "final" else None
    return [*found, unsigned] if unsigned else found


def verified(checks: Checker) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what was checked and holds, and what could not be checked, a few words each."""
    sums, result = checks.sums, checks.result(final=True)
    held = sum(sums.residual(i) is not None for i in range(len(checks.context.form.equations))) - len(sums.broken())
    told = claims(checks.context)
    compared_here = [claim.agrees for claim in told]
    agreeing, wrong = compared_here.count(True), compared_here.count(False)
    said = [f"{held}项勾稽关系{'成立' if sums.broken() else '都对'}"]
    said.append(f"文中{agreeing}处与表中一致{f'、{wrong}处不一致' if wrong else ''}")
    boxes = boxes_in_words(checks.context.report)
    said.append(f"空白{len(result.blanks)}格" if result.blanks else "表中没有空格" if boxes else "没有空格")
    if explained := sum(finding.explained is not None for finding in result.findings):
        said.append(f"{explained}个疑点已写明说明")
    missing = [f"{boxes}没有填，{UNCOMPARED}"] if boxes else []
    compared = [one for found in judged_comparisons(checks.context).values() for one in found]
    read = {place for one in compared for place in (one.place, one.number)}
    unread = [f"“{claim.quote}”" for claim in told if claim.key == UNKNOWN and claim.place not in read]
    missing += [f"没有读懂的{some_of(unread, _NAMED, '处')}"] if unread else []
    unsure = [f"“{claim.quote}”" for claim in told if _is_unsure(claim)]
    missing += [f"拿不准的{some_of(unsure, _NAMED, '处')}"] if unsure else []
    missing.append("文中与表格无关的数字")
    others = has_others(checks.context)
    if result.last_year:
        said.append("与上年的衔接对照过")
        said += [f"文中{len(compared)}处与上年的比较对照过"] if compared else []
        missing += ["文中其他与上年的比较" if compared else "文中与上年的比较"] if others else []
    else:
        missing.append(f"与上年的衔接{'、文中与上年的比较' if others else ''}（没有选上年报告）")
    return tuple(said), tuple(missing)


def _is_unsure(claim: Claim) -> bool:
    """Whether a number was read as one of the tables, which differs, and was not compared."""
    is_read = claim.agrees is None and bool(claim.rule_id and claim.sums) and claim.number is not None
    return is_read and not claim.is_share and claim.number not in claim.sums


def _open_remarks(report: Report) -> Part | None:
    numbered = [(number, remark) for made in report.rounds for number, remark in enumerate(made.remarks, 1)]
    remarks = tuple(_remark_line(number, remark) for number, remark in numbered if not remark.answer)
    return Part(f"{len(remarks)}条退回意见没有处理：", remarks) if remarks else None


def _remark_line(number: int, remark: Remark) -> str:
    """Return a remark with its number in its round, as the list of remarks has it."""
    return f"{number}．{one_line(remark.text)}"


def _since_last_round(report: Report, stage: Stage) -> tuple[Part | None, Part | None]:
    """Return what changed since the last 送审稿, and the remarks that are said to be followed where nothing did.

    A 定稿 that says something else has not been read and approved: its 校验码 tells which paper has.
    """
    if not report.rounds:
        return None, None
    last, found = report.rounds[-1], changes(report)
    if not found:
        return _unchanged(report, found), None
    name, heading = last.short_name, f"与{last.short_name}相比有{len(found)}处不同："
    if stage == "final":
        heading = f"与{name}（校验码{last.checksum}）不同的有{len(found)}处，{name}之后有改动，请重新生成送审稿再送审："
    since = Part(heading, tuple(map(change_sentence, found)), is_question=False)
    return since, _unchanged(report, found)


def _unchanged_heading(report: Report, same: Sequence[ToDo], found: Sequence[Difference]) -> str:
    last = report.rounds[-1]
    if any(one.made is not last for one in same):
        return f"{len(same)}条意见标为“{FOLLOWED}”，但所说的部分没有改动："
    if not found:
        return f"与{last.short_name}相比，{_UNCHANGED}，但有{len(same)}条意见标为“{FOLLOWED}”："
    return f"{len(same)}条意见标为“{FOLLOWED}”，但所说的部分与{last.short_name}相同："


def _unchanged(report: Report, found: Sequence[Difference]) -> Part | None:
    """Return the remarks that are said to be followed where nothing changed since the paper that came back."""
    same = unchanged_remarks(report, found)
    is_older = any(one.made is not report.rounds[-1] for one in same)
    lines = (
        _remark_line(one.number, one.remark) + (f"（与{one.made.short_name}相同）" if is_older else "") for one in same
    )
    return Part(_unchanged_heading(report, same, found), tuple(lines)) if same else None


def _unfound(report: Report) -> Part | None:
    """Return the last remarks that are said to be followed though a number that they want stands nowhere there."""
    lines = tuple(
        f"{_remark_line(one.number, one.remark)}（没有找到“{'”“'.join(missing)}”）"
        for one, missing in unfound_numbers(report)
    )
    heading = f"{len(lines)}条意见要写的数在报告中没有找到，仍写“{FOLLOWED}”吗？"
    return Part(heading, lines) if lines else None


def _unsigned(report: Report) -> Part | None:
    """Return what is missing at the end of a 定稿, which can be filled in only as long as it is not locked."""
    fault = html_report.signature_fault(report)
    if fault is None:
        return None
    line = f"{fault.summary}定稿后要先解除定稿才能补填。"
    return Part("成文日期没有写全：", (line,), (Finding("", "warning", line, ("meta.date",)),))


def _sheets_out(report: Report) -> Part | None:
    """Return what departments have still to give: their whole sheets, or single numbers of them."""
    again = {name: f"{name}：{len(cells)}格要重填" for name, cells in open_cells(report).items()}
    lines = (*(f"{name}：没有收回" for name in missing_departments(report)), *again.values())
    return Part(f"{len(lines)}份科室填报表没有收齐：", lines) if lines else None


def _boxes(report: Report) -> Part | None:
    """Return the boxes that are empty though the text tells numbers: these were compared with nothing."""
    codes = boxes_left(report)
    lines = tuple(f"“{report.form.cells[code].name}”没有填" for code in codes)
    found = tuple(Finding("", "warning", line, (code,)) for line, code in zip(lines, codes, strict=True))
    return Part(f"{boxes_in_words(report)}没填，{UNCOMPARED}：", lines, found) if codes else None


def _private(result: CheckResult) -> Part | None:
    """Return the texts with numbers of persons where nothing else says so: a 疑点 is listed as one."""
    found = [one for one in result.findings if one.rule_id == PRIVACY_RULE and one.level == "hint"]
    hints = tuple(one for one in found if one.places and one.explained is None and is_about_number(one.message))
    if not hints:
        return None
    return Part(f"{len(hints)}处文字有个人信息，汇总单位会要求说明：", tuple(one.message for one in hints), hints)
