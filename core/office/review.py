"""The way of a report through the office: 送审稿 round by round, sent back, locked as 定稿, published.

All of it is kept in the report (``rounds``, ``status``, ``log``) and so in the draft. The functions change the report
they are given; the day comes from the caller.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from core.base.errors import ErrorText
from core.report.checksum import checksum
from core.report.report import LogEntry, Remark, ReviewRound
from core.report.shown_report import shown_report

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from core.checks.findings import CheckResult
    from core.report.report import Report

RETURNED = "退回修改"
LOCKED = "定稿（已锁定）"
PUBLISHED = "已公布"
NO_ROUND = ErrorText("还没有生成过送审稿，不能登记退回意见。", "请先在“检查与生成”中生成送审稿。")
FOLLOWED, NOT_FOLLOWED = "已改", "不改"
_CHINESE = "[一二三四五六七八九十]"
_NUMBERING = re.compile(
    rf"^\s*(?:\d{{1,2}}[.．、)）](?!\d)|[（(]\d{{1,2}}[）)]|{_CHINESE}{{1,3}}、(?!{_CHINESE}))\s*"  # 二、三部分 is none
)


def submit(report: Report, today: date) -> ReviewRound:
    """Pin what the report shows as the next 送审稿; the same content again is the same round."""
    shown = shown_report(report)
    now = checksum(shown)
    if report.rounds and report.rounds[-1].checksum == now and not report.rounds[-1].returned_on:
        return report.rounds[-1]
    made = ReviewRound(len(report.rounds) + 1, today.isoformat(), now, shown.by_code())
    report.rounds.append(made)
    return made


def next_round(report: Report, now: str = "") -> int:
    """Return the number that ``submit`` would give to what the report shows, whose checksum may be known already."""
    if report.rounds and not report.rounds[-1].returned_on:
        last = report.rounds[-1]
        return last.number if last.checksum == (now or checksum(shown_report(report))) else last.number + 1
    return len(report.rounds) + 1


def round_on_its_way(report: Report) -> ReviewRound | None:
    """Return the 送审稿 that has not come back and is what the report shows now; None where there is none."""
    last = report.rounds[-1] if report.rounds else None
    if last is None or last.returned_on or last.checksum != checksum(shown_report(report)):
        return None
    return last


def register_return(report: Report, by: str, on: date, remarks: Sequence[str]) -> ReviewRound:
    """Note that the last 送审稿 came back, by whom, when and with which remarks.

    Their own numbers are taken off, since all lists count them anew. A remark that was noted before keeps its answer.

    Raises:
        ReportError: No 送审稿 was made yet.
    """
    if not report.rounds:
        raise NO_ROUND.error()
    answered = {remark.text: remark for remark in report.rounds[-1].remarks}
    texts = [_NUMBERING.sub("", remark).strip() for remark in remarks]
    given = tuple(answered.get(text, Remark(text)) for text in texts if text)
    report.rounds[-1] = replace(report.rounds[-1], returned_by=by, returned_on=on.isoformat(), remarks=given)
    return report.rounds[-1]


def answer_remark(report: Report, number: int, index: int, answer: str, reason: str = "") -> None:
    """Note what was done about a remark: 已改, or 不改 with the reason; "" opens it again."""
    old = report.rounds[number - 1]
    remarks = list(old.remarks)
    remarks[index] = replace(remarks[index], answer=answer, reason=reason)
    report.rounds[number - 1] = replace(old, remarks=tuple(remarks))


def open_remarks(report: Report) -> list[Remark]:
    """Return the remarks that were not answered yet, oldest first."""
    return [remark for made in report.rounds for remark in made.remarks if not remark.answer]


def finalise(report: Report, today: date) -> None:
    """Lock the report as 定稿 with its checksum."""
    report.status.update({"locked_on": today.isoformat(), "locked_checksum": checksum(shown_report(report))})
    report.status.pop("unlock_reason", None)


def unlock(report: Report, reason: str, today: date) -> None:
    """Take the 定稿 back for a reason, which is kept in the log."""
    for name in ("locked_on", "locked_checksum", "published_on", "published_url"):
        report.status.pop(name, None)
    report.status["unlock_reason"] = reason
    report.log.append(LogEntry(today.isoformat(), f"解除定稿：{reason}"))


def note_publication(report: Report, url: str, on: date) -> None:
    """Note where and when the report was published."""
    report.status.update({"published_url": url, "published_on": on.isoformat()})


def life_state(report: Report, result: CheckResult) -> str:
    """Return how the report stands: the verdict, or where it is on its way, such as 送审中（第N稿）."""
    if report.status.get("published_on"):
        return PUBLISHED
    if report.status.get("locked_on"):
        return LOCKED
    if report.rounds and report.rounds[-1].returned_on:
        return RETURNED
    sent = round_on_its_way(report)
    return f"送审中（第{sent.number}稿）" if sent else result.verdict
