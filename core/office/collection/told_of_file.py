"""What is told of how a file was read, beside what was found in it: nobody is asked to mend it, and it is not lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from core import published
from core.checks.blanks_as_zero import NOT_COMPARED
from core.checks.findings import Finding
from core.office import report_source

_FEES = re.compile(published.FEES_READ.format(count=r"\d"))
_NOT_READ = "没有读入{place}：{text}"
_LATER = "{message}这一条退回意见先不写：表中这个合计与各项相加不同，改好后再核对。"
_LONGEST, _MOST = 120, 12


def told_of_file(
    opened: report_source.OpenedReport, findings: Sequence[Finding], later: Iterable[Finding]
) -> tuple[str, ...]:
    """Return Chinese sentences on what an import put elsewhere or did not read, and what that report tells besides.

    What its texts could not be compared with comes first; a finding says itself that a blank was taken for 0.

    Args:
        opened: The report.
        findings: What was found in it.
        later: What was found too, and is not told until a total is mended.
    """
    known = [doubt.said.partition("：")[0] for doubt in opened.unsure]  # what is asked for stands behind that
    told = [
        _told(place, text)
        for place, text in opened.remarks
        if not (
            _FEES.fullmatch(text)
            or any(said in f"{place}：{text}" for said in known)
            or any(finding.message.startswith(text) for finding in findings)
        )
    ]
    told = list(dict.fromkeys([*(f"{said}。" for said in opened.told_of_blanks if NOT_COMPARED in said), *told]))
    more = [f"还有{len(told) - _MOST}条说明，打开报告可以看到。"] * (len(told) > _MOST)
    return (*told[:_MOST], *more, *(_LATER.format(message=finding.message) for finding in later))


def _told(place: str, text: str) -> str:
    said = " ".join(text.split())
    said = said if len(said) <= _LONGEST else f"{said[:_LONGEST]}……"
    if place in ("", published.REMARK):
        return said if said.endswith("。") else f"{said}。"
    return f"{place}：{said}" if said.endswith("。") else f"{_NOT_READ.format(place=place, text=said)}。"
