"""Where a report is on its way from filling in to the archive, and what is to be done next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto

from core.checks.findings import CheckResult
from core.office.export import left_open, refusal
from core.office.review import is_as_locked, next_round, open_remarks, round_left_behind, round_on_its_way
from core.report.checksum import report_checksum
from core.report.report import Report
from core.report.shown_report import one_line

_MEND_PAGE = "请改正网页，再核对一次。"


class Step(Enum):
    """The steps of the way, in order, as they are called."""

    FILL = "填报"
    SUBMIT = "送审"
    DECIDE = "退回或签发"
    FINAL = "定稿"
    PUBLISH = "公布"
    ARCHIVE = "归档"


class Act(Enum):
    """What is to be done next: go to what is open, make the 送审稿, print the 审签单, answer remarks, and so on.

    CHECK is to compare the published page with the report. VERIFY is what can still be done when all is done: verify
    the archive.
    """

    FILL = auto()
    SUBMIT = auto()
    SIGN = auto()
    ANSWER = auto()
    FINALISE = auto()
    UNLOCK = auto()
    PUBLISH = auto()
    CHECK = auto()
    ARCHIVE = auto()
    VERIFY = auto()


@dataclass(frozen=True, slots=True)
class Way:
    """How far a report is.

    Attributes:
        step: The step that the report is at.
        act: What is to be done next.
        sentence: The same in words for the clerk.
        round: Number of the 送审稿 that is out or came back; of the next one while it is filled in; 0 for none.
        is_done: Whether the step is done too, and the way with it.
        changed: That a 定稿 says something else than its 送审稿, in words: 第2稿之后有改动; "" where it does not.
    """

    step: Step
    act: Act
    sentence: str
    round: int
    is_done: bool = False
    changed: str = ""


def way(report: Report, result: CheckResult, to_fill: str = "") -> Way:
    """Return how far a report is.

    Args:
        report: The report.
        result: Its checks.
        to_fill: All that is to be filled in yet, in words, where that is more than its blanks.
    """
    last = report.rounds[-1] if report.rounds else None
    done = max((made.number for made in report.rounds), default=0)
    if not is_as_locked(report):
        said = "草稿现在的内容与定稿不同，可能在 Excel 中改过。改错了的请恢复；确实要改的，先解除定稿。"
        return Way(Step.FINAL, Act.UNLOCK, said, done)
    if report.status.get("published_on") or report.status.get("locked_on"):
        return replace(_locked(report, done), changed=_changed_since(report))
    if last and last.returned_on:
        if waiting := len(open_remarks(report)):
            said = f"{last.short_name}已退回，还有{waiting}条意见没有处理。"
            return Way(Step.DECIDE, Act.ANSWER, said, done)
        return _before(report, result, Step.DECIDE, "退回意见都已处理。", to_fill)
    if reason := one_line(report.status.get("unlock_reason", "")):
        return _unlocked(report, result, reason, to_fill)
    if round_on_its_way(report):
        return _out(report, result, done)
    return _before(report, result, Step.FILL, "", to_fill)


def page_fault(report: Report) -> str:
    """Say that the published page was last found to differ from the 定稿; "" where it was not."""
    checked, _, differences = report.status.get("page_checked", "").partition(" ")
    return f"{checked}核对时，网页与定稿有{differences}不同" if differences else ""


def _changed_since(report: Report) -> str:
    """Say that the report shows something else than the 送审稿 that is out; "" where it does not."""
    made = round_left_behind(report)
    return f"{made.short_name}之后有改动" if made else ""


def _locked(report: Report, number: int) -> Way:
    """Return how a 定稿 stands."""
    if day := report.status.get("published_on"):
        return _published(report, day, number)
    last = report.rounds[-1] if report.rounds else None
    if last and last.returned_on and last.checksum == report.status.get("locked_checksum"):
        return Way(Step.FINAL, Act.UNLOCK, "定稿已退回。请先解除定稿，再按退回意见修改。", number)
    what = "已定稿。"
    if report.status.get("published_shown"):
        what = "更正后的定稿已生成。请把更正说明一并公布，"
    elif changed := _changed_since(report):
        what = f"已定稿，但{changed}，没有再送审。"
    fault = page_fault(report)  # the page is there before its address is noted
    more = f"{fault}。{_MEND_PAGE}" if fault else "网站后台要的内容，点“复制网页版”再粘贴。"
    act = Act.CHECK if fault else Act.PUBLISH
    return Way(Step.FINAL, act, f"{what}公布后登记网址和日期。{more}", number)


def _published(report: Report, day: str, number: int) -> Way:
    """Return how a published report stands."""
    archived = report.status.get("archived_on")
    so_far = f"已公布（{day}），已归档（{archived}）" if archived else f"已公布（{day}）"
    if fault := page_fault(report):  # archived or not: what the public reads is wrong
        return Way(Step.PUBLISH, Act.CHECK, f"{so_far}，但{fault}。{_MEND_PAGE}", number)
    if archived:
        said = f"{so_far}。移动或复制过归档文件夹的，可以核对归档。"
        return Way(Step.ARCHIVE, Act.VERIFY, said, number, is_done=True)
    if checked := report.status.get("page_checked"):
        return Way(Step.PUBLISH, Act.ARCHIVE, f"已公布（{day}），网页与定稿一致（{checked}核对）。请归档。", number)
    return Way(Step.PUBLISH, Act.CHECK, f"已公布（{day}）。请核对网页上的内容与报告是否一致，然后归档。", number)


def _unlocked(report: Report, result: CheckResult, reason: str, to_fill: str) -> Way:
    """Return how a report stands whose 定稿 was taken back, as long as no 送审稿 was made of it since."""
    begin = f"{'已公布的报告正在更正' if report.status.get('published_shown') else '已解除定稿'}（{reason}）。"
    is_ready = not (result.blocking or result.open_warnings)
    if is_ready and round_on_its_way(report):  # the same as before
        said = f"{begin}内容还没有改。改好后再送审；没有要改的，重新生成定稿。"
        return Way(Step.FILL, Act.FINALISE, said, next_round(report))
    return _before(report, result, Step.FILL, begin, to_fill)


def _before(report: Report, result: CheckResult, step: Step, begin: str, to_fill: str) -> Way:
    """Return how a report stands that is to become the next 送审稿."""
    number = next_round(report)
    shown = number if step is Step.FILL else number - 1
    if changed := _changed_since(report):
        begin = f"{begin}{changed}，"
    if refused := refusal(result, "review", to_fill):
        return Way(step, Act.FILL, f"{begin}{refused}", shown)
    still_open = len(left_open(result, "review"))
    more = f"还有{still_open}个疑点没有核实或说明，生成前会先列出来。" if still_open else ""
    return Way(step, Act.SUBMIT, f"{begin}可以生成送审稿第{number}稿。{more}", shown)


def _out(report: Report, result: CheckResult, number: int) -> Way:
    """Return how a report stands whose 送审稿 is with the leader."""
    printed = report.status.get("printed_checksum")
    if printed != report_checksum(report):
        said = f"送审稿第{number}稿已生成。请{'重新' if printed else ''}打印审签单，连同送审稿一起送审。"
        return Way(Step.SUBMIT, Act.SIGN, said, number)
    said = f"第{number}稿正在送审。退回的，登记退回意见；"
    if waiting := len(result.blocking) + len(result.open_warnings):
        return Way(Step.SUBMIT, Act.FILL, f"{said}签发的，先处理{waiting}个错误或疑点，再生成定稿。", number)
    return Way(Step.SUBMIT, Act.FINALISE, f"{said}签发的，生成定稿。", number)
