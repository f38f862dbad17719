"""Which 送审稿 a 修改情况 or 审签单 beside a report goes with, by the 校验码 that it prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.office.annex import CHANGE_LIST
from core.office.archive.found_files import FoundFile
from core.report.checksum import report_checksum
from core.report.report import Report

_NOT_READ = "没有读到校验码，没有核对是哪一稿的"
_OTHER = "校验码与各次送审稿、定稿都不相同"


def known_paper(report: Report, file: FoundFile, what: str) -> tuple[FoundFile, str]:
    """Return a 修改情况 or 审签单 with the 校验码 of the copy it goes with, and which one that is, in words."""
    for made in reversed(report.rounds):
        if made.checksum in file.codes:
            return replace(file, checksum=made.checksum), f"{made.name}的{what}"
    now = report_checksum(report)
    if now in file.codes:
        return replace(file, checksum=now), f"定稿的{what}"
    return file, _OTHER if file.codes else _NOT_READ


def missing_list(report: Report, lists: Sequence[FoundFile]) -> str:
    """Return what is missing, in words: the 修改情况 of the last 送审稿, unless it was the first; "" where nothing is.

    One of the 定稿 does as well. What has no 校验码 that was read may be it: that is said where it is taken.
    """
    if len(report.rounds) < 2:
        return ""
    last = next((made for made in reversed(report.rounds[1:]) if made.number), None)
    wanted = {report_checksum(report), last.checksum if last else ""}
    if any(not file.codes or wanted & file.codes for file in lists):
        return ""
    return f"{CHANGE_LIST}（{last.name}的）" if last and lists else CHANGE_LIST
