"""The way of a report through the office: 送审稿 round by round, sent back, locked as 定稿, published.

All of it is kept in the report (``rounds``, ``status``, ``log``) and so in the draft. The functions return what they
change in the report they are given; the day comes from the caller.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from core.base.day_words import day_in_words, iso_in_words
from core.base.errors import ErrorText
from core.checks.findings import CheckResult
from core.form.form_definition import FormDefinition
from core.office import correction, page_doubts
from core.report.change import Change, kept_texts, status_change
from core.report.checksum import checksum, report_checksum
from core.report.report import LogEntry, Remark, Report, ReviewRound
from core.report.shown_report import shown_report
from core.report.signed_day import earliest_day

RETURNED = "退回修改"
_TAKEN_BACK = "unlocked_copy"
"""The fact of the status that keeps what an unlocked 定稿 showed."""
LOCKED = "定稿（已锁定）"
PUBLISHED, ARCHIVED = "已公布", "已归档"
NO_ROUND = ErrorText("还没有生成过送审稿，不能登记退回意见。", "请先在“检查与生成”中生成送审稿。")
_NOT_THE_FINAL_COPY = ErrorText(
    "草稿现在的内容与定稿不同：定稿的校验码是{final}，现在是{now}，可能在 Excel 中改过。",
    "改错了的，从“版本历史”恢复或改回来；确实要改的，先解除定稿并写明理由，再重新生成。",
)
_LOCKED = ErrorText("这份报告已经定稿并锁定，不能再生成送审稿。", "确需修改后重新送审的，请先解除定稿并写明理由。")
_CIRCLED = "[①-⑳⑴-⒇⒈-⒛㈠-㈩]"
_IN_ONE_LINE = re.compile(rf"(?<=[；;。])\s*(?=\d{{1,2}}[.．、](?!\d)|{_CIRCLED})")
FOLLOWED, NOT_FOLLOWED = "已改", "不改"
_CHINESE = "[一二三四五六七八九十]"
NUMBERING = re.compile(
    rf"^\s*(?:\d{{1,2}}[.．、)）](?!\d)|[（(]\d{{1,2}}[）)]|{_CHINESE}{{1,3}}、(?!{_CHINESE})"  # 二、三部分 is none
    rf"|{_CIRCLED}|[-—–*＊•·●○■□◆▪]+(?!\d))\s*"
)
_BEGINS = re.compile(rf"{NUMBERING.pattern}|^\s*(?:[（(]{_CHINESE}{{1,3}}[）)]|{_CHINESE}是|其[一二三四五六七八九])")
"""What a line of a list begins with; a number of the form, as （三）不予公开, is kept with the remark all the same."""
_ENDS = re.compile("[。；;！!？?：:][”’）)]*$")
_FULL, _NEARLY = 20, 0.85
"""Characters of a line that may be broken by its width, and the share of the longest line of the list."""


def submit(report: Report, today: date) -> Change:
    """Pin what the report shows as the next 送审稿, which is on its way; the same content again is the same round.

    Raises:
        ReportError: It is a 定稿.
    """
    refuse_locked(report)
    shown = shown_report(report)
    now = checksum(shown)
    sent = status_change(report, {"unlock_reason": None, _TAKEN_BACK: None})
    if report.rounds and report.rounds[-1].checksum == now and not report.rounds[-1].returned_on:
        return sent
    made = ReviewRound(_next_number(report), today.isoformat(), now, shown.by_code())
    return replace(sent, rounds=(report.rounds, (*report.rounds, made)))


def _next_number(report: Report) -> int:
    return sum(made.number > 0 for made in report.rounds) + 1


def next_round(report: Report) -> int:
    """Return the number that ``submit`` would give to what the report shows now."""
    if report.rounds and not report.rounds[-1].returned_on:
        last = report.rounds[-1]
        return last.number if last.checksum == checksum(shown_report(report)) else last.number + 1
    return _next_number(report)


def round_on_its_way(report: Report) -> ReviewRound | None:
    """Return the 送审稿 that has not come back and is what the report shows now; None where there is none."""
    last = report.rounds[-1] if report.rounds else None
    if last is None or not last.number or last.returned_on or last.checksum != checksum(shown_report(report)):
        return None
    return last


def split_remarks(text: str) -> list[str]:
    """Return the remarks of a text that was pasted: one a line, and one a number where a line holds several.

    In a list whose lines are numbered, in whichever ways, a line goes on with the one before it only where that was
    surely broken by its width: it is nearly as long as the longest one, and no mark ends it.
    """
    lines = [line.strip() for line in text.splitlines()]
    is_list = sum(_BEGINS.match(line) is not None for line in lines) > 1
    least = max(_FULL, _NEARLY * max(map(len, lines), default=0))
    remarks: list[str] = []
    before = ""
    for line in filter(None, lines):
        is_broken = is_list and len(before) >= least and not _ENDS.search(before) and not _BEGINS.match(line)
        if is_broken:
            remarks[-1] += line
        else:
            remarks += _IN_ONE_LINE.split(line) if NUMBERING.match(line) else [line]
        before = line
    return remarks


def remarks_by_number(paragraphs: Sequence[str]) -> list[str]:
    """Return the remarks of paragraphs that begin with a numbered one, each with what goes on below it."""
    remarks: list[str] = []
    for paragraph in paragraphs:
        if NUMBERING.match(paragraph):
            remarks += _IN_ONE_LINE.split(paragraph)
        elif paragraph:
            remarks[-1] += paragraph
    return remarks


def rounds_to_return(report: Report, today: date) -> tuple[ReviewRound, ...]:
    """Return what may have come back, what went out last first: the last 送审稿, before it a 定稿 that says otherwise.

    Where no 送审稿 was made it is the report as it is now, under the number 0: the office that collects may send back
    what went to it as a draft or on paper.
    """
    last = report.rounds[-1:]
    shown = shown_report(report)
    if not last:
        return (ReviewRound(0, today.isoformat(), checksum(shown), shown.by_code()),)
    signed = _signed_copy(report)
    return (signed, *last) if signed and signed.checksum != last[0].checksum else last


def _signed_copy(report: Report) -> ReviewRound | None:
    """Return the 定稿 as it went out, also for a while after it was taken back; None where there is none."""
    if locked_on := report.status.get("locked_on"):
        shown = shown_report(report)
        made = ReviewRound(0, locked_on, checksum(shown), shown.by_code(), is_final=True)
        return made if is_as_locked(report) else None
    kept = kept_texts(report, _TAKEN_BACK)
    day, code = kept.pop("date", ""), kept.pop("checksum", "")
    return ReviewRound(0, day, code, kept, is_final=True) if code else None


def register_return(
    report: Report, by: str, on: date, remarks: Sequence[str], came_back: ReviewRound | None = None
) -> Change:
    """Note what came back: by whom, when, with which remarks.

    Their own numbers are taken off, since all lists count them anew. A remark that was noted before keeps its answer.

    Args:
        report: The report.
        by: Who sent it back.
        on: The day.
        remarks: What is to be mended.
        came_back: One of ``rounds_to_return``; the last 送审稿, or the report before any was made, where it is None.
    """
    last = came_back or rounds_to_return(report, on)[-1]
    answered = {remark.text: remark for remark in last.remarks}
    texts = [_unnumbered(report.form, remark) for remark in remarks]
    given = tuple(answered.get(text, Remark(text)) for text in texts if text)
    returned = last._replace(returned_by=by, returned_on=on.isoformat(), remarks=given)
    return _noted(report, last, returned)


def _noted(report: Report, last: ReviewRound, returned: ReviewRound) -> Change:
    """Return what notes of the last paper that went out what became of it; a 定稿 stands behind the 送审稿."""
    before = report.rounds[:-1] if last in report.rounds[-1:] else report.rounds
    return Change(rounds=(report.rounds, (*before, returned)))


def add_remarks(
    report: Report, by: str, on: date, remarks: Sequence[str], came_back: ReviewRound | None = None
) -> Change:
    """Note further remarks on what came back; who sent it back and when stays as it was noted before.

    ``came_back`` is one of ``rounds_to_return``; the last 送审稿 where it is None.

    Raises:
        ReportError: No 送审稿 was made yet.
    """
    if not report.rounds:
        raise NO_ROUND.error()
    last = came_back or report.rounds[-1]
    known = {remark.text for remark in last.remarks}
    texts = dict.fromkeys(_unnumbered(report.form, remark) for remark in remarks)
    added = (*last.remarks, *(Remark(text) for text in texts if text and text not in known))
    returned = last._replace(
        returned_by=last.returned_by or by, returned_on=last.returned_on or on.isoformat(), remarks=added
    )
    return _noted(report, last, returned)


def _unnumbered(form: FormDefinition, remark: str) -> str:
    """Return a remark without its own number; a heading that it begins with is none."""
    text = remark.strip()
    headings = [section.title for section in form.sections.values()]
    headings += [text.heading for text in form.texts.values() if text.heading]
    return text if text.startswith(tuple(headings)) else NUMBERING.sub("", text).strip()


@dataclass(frozen=True, slots=True)
class ToDo:
    """A remark that is shown beside the work.

    Attributes:
        at: Place of its round among all rounds, from 0.
        number: Its number among the remarks of its round, from 1.
    """

    made: ReviewRound
    at: int
    number: int
    remark: Remark


def answer_remark(report: Report, what: ToDo, answer: str, reason: str = "") -> Change:
    """Note what was done about a remark: 已改, or 不改 and the reason; "" opens it again."""
    before = report.rounds[what.at].remarks[what.number - 1]
    place = what.at, what.number, before.text
    return Change(answers={place: ((before.answer, before.reason), (answer, reason))})


def answer_remarks(report: Report, number: int, answers: Sequence[tuple[str, str]]) -> Change:
    """Note what was done about all remarks of a round, counted from 1, one by one; as for ``answer_remark``."""
    pairs = zip(report.rounds[number - 1].remarks, answers, strict=True)
    return Change(
        answers={
            (number - 1, at, remark.text): ((remark.answer, remark.reason), answer)
            for at, (remark, answer) in enumerate(pairs, 1)
        }
    )


def open_remarks(report: Report) -> list[Remark]:
    """Return the remarks that were not answered yet, oldest first."""
    return [remark for made in report.rounds for remark in made.remarks if not remark.answer]


def finalise(report: Report, today: date) -> Change:
    """Lock the report as 定稿 with its checksum."""
    now = checksum(shown_report(report))
    locked = {"locked_on": today.isoformat(), "locked_checksum": now}
    return status_change(report, {**locked, "unlock_reason": None, _TAKEN_BACK: None})


def is_as_locked(report: Report) -> bool:
    """Return whether a locked report shows what its 定稿 does; True for one that is not locked."""
    final = report.status.get("locked_checksum") if report.status.get("locked_on") else None
    return not final or final == checksum(shown_report(report))


def round_left_behind(report: Report) -> ReviewRound | None:
    """Return the 送审稿 that is out though the report shows something else by now; None where there is none.

    Of a 定稿 that is locked also one that came back: nobody saw in a round what was signed.
    """
    made = next((made for made in reversed(report.rounds) if made.number), None)
    if made is None or made.checksum == checksum(shown_report(report)):
        return None
    is_out = made is report.rounds[-1] and not made.returned_on
    return made if is_out or report.status.get("locked_on") else None


def refuse_other_than_final(report: Report) -> None:
    """Refuse to let anything out of a locked report that was changed behind its lock.

    Raises:
        ReportError: It shows something else than its 定稿.
    """
    if not is_as_locked(report):
        now = checksum(shown_report(report))
        raise _NOT_THE_FINAL_COPY.error(final=report.status["locked_checksum"], now=now)


def refuse_locked(report: Report) -> None:
    """Refuse a new 送审稿 of a 定稿.

    Raises:
        ReportError: The report is locked.
    """
    if report.status.get("locked_on"):
        raise _LOCKED.error()


def unlock(report: Report, reason: str, today: date) -> Change:
    """Take the 定稿 back for a reason, which is kept in the log; of a published one, what it showed is kept too.

    So it is of one that no 送审稿 showed: it may come back after it was unlocked.
    """
    gone = dict.fromkeys(
        ("locked_on", "locked_checksum", "published_on", "published_url", "page_checked", "archived_on")
    )
    signed = rounds_to_return(report, today)[0] if report.rounds else None
    facts = {**gone, **correction.published_facts(report, reason), "unlock_reason": reason}
    if signed and signed.is_final:
        copy = {"date": signed.date, "checksum": signed.checksum, **signed.shown}
        facts[_TAKEN_BACK] = json.dumps(copy, ensure_ascii=False)
    change = status_change(report, facts)
    return replace(change, logged=(LogEntry(today.isoformat(), f"解除定稿：{reason}"),))


def note_publication(report: Report, url: str, on: date) -> Change:
    """Note where and when the report was published; an archive that says otherwise no longer counts."""
    change = status_change(report, {"published_url": url, "published_on": on.isoformat()})
    return change if change.is_nothing else change.then(status_change(report, {"archived_on": None}))


def publication_doubts(report: Report, url: str, on: date, today: date) -> list[str]:
    """Return what speaks against the day and the address of a publication, a sentence each; nothing where nothing does.

    A report is published once its year is over and it is a 定稿; the home page of a column is not its address.
    """
    doubts = []
    locked_on = report.status.get("locked_on", "")
    if on.isoformat() < locked_on:
        doubts.append(f"公布日期{day_in_words(on)}早于定稿的日期{iso_in_words(locked_on)}。")
    signed = earliest_day(report.meta.get("meta.date", ""))
    if signed and on < signed:
        doubts.append(f"公布日期{day_in_words(on)}早于成文日期{day_in_words(signed)}。")
    if report.year and on.year <= report.year:
        doubts.append(f"公布日期{day_in_words(on)}在{report.year}年度结束以前；年份是不是写错了？")
    if on > today:
        doubts.append(f"公布日期{day_in_words(on)}还没有到。")
    if doubt := page_doubts.address_doubt(report, url):
        doubts.append(doubt)
    return doubts


def note_page_check(report: Report, differences: str, on: date) -> Change:
    """Note when the published page was compared with the 定稿, and what differs there; "" for nothing."""
    return status_change(report, {"page_checked": f"{on.isoformat()} {differences}".strip()})


def note_archive(report: Report, now: datetime, code: str) -> Change:
    """Note when the report was archived, and by which code the archive is verified."""
    return status_change(report, {"archived_on": now.strftime("%Y-%m-%d %H:%M"), "archive_code": code})


def take_over_file(report: Report, theirs: Report) -> Change:
    """Return what puts the state of the draft file in place of the open one.

    What the office did goes on: no 送审稿, return or entry of the log is lost that only the open report knows, since
    it tells of papers that are out. Whether the report is locked is as the file says.
    """
    rounds = list(theirs.rounds)
    for at, mine in enumerate(report.rounds):
        if at >= len(rounds):
            rounds.append(mine)
        elif mine.checksum == rounds[at].checksum and mine.returned_on and not rounds[at].returned_on:
            rounds[at] = mine
    log = (*theirs.log, *[entry for entry in report.log if entry not in theirs.log])
    return Change.between(report, replace(theirs, rounds=tuple(rounds), log=log))


def version_name(version: Report, now: Report) -> str:
    """Return what an older state of a report is: 定稿, the 送审稿 that went out so, or a draft with its filled cells.

    ``now`` is the report as it is, which knows all rounds.
    """
    if version.status.get("locked_on"):
        return "定稿"
    checksum = report_checksum(version)
    sent = [made.name for made in now.rounds if made.checksum == checksum]
    return sent[-1] if sent else f"草稿（已填{len(version.cells)}格）"


def report_state(report: Report, result: CheckResult) -> str:
    """Return how the report stands: the verdict, or where it is on its way, such as 送审中（第N稿）."""
    if report.status.get("published_on"):
        return ARCHIVED if report.status.get("archived_on") else PUBLISHED
    if report.status.get("locked_on"):
        return LOCKED
    if report.rounds and report.rounds[-1].returned_on:
        return RETURNED
    sent = round_on_its_way(report)
    is_out = sent and not report.status.get("unlock_reason")
    return f"送审中（第{sent.number}稿）" if sent and is_out else result.verdict
