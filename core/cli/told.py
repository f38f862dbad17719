"""What is told of a file that was read or made, as lines: what was not recognised, and what has to be looked at."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from core import published
from core.checks.findings import CheckResult
from core.draft import workbook
from core.office import carry_over, report_source

_LAST_YEAR = "上年报告“{name}”读入时要核对的："
_ERRORS_LEFT = "稿子仍有{count}处必须改的问题，送审前请改正：用 check 逐条查看，或在程序中打开。"
_LONGEST = 200
"""Characters of a remark that are shown; a whole table that was not read has thousands."""


def errors_left(result: CheckResult) -> list[str]:
    """Return a line that says how many errors what was made has: a draft, since nothing else is made with one."""
    errors = len(result.blocking)
    return [_ERRORS_LEFT.format(count=errors)] if errors else []


def told_lines(told: Iterable[tuple[str, str]]) -> list[str]:
    """Return a line for each thing that reading a file tells; one that could not be recognised says so."""
    lines = []
    kinds = {workbook.NUMBER_READ: "按数字读入  ", workbook.READ_BY_LABEL: "按名称读入  "}  # read all the same
    for place, text in told:
        kind = next((kind for sign, kind in kinds.items() if sign in text), "未能识别  ")
        said = "：".join(filter(None, (place, " ".join(text.split()))))  # what is lost altogether has no place
        lines.append(f"  {'' if place == published.REMARK else kind}{said}")
    return lines


def told_of_last_year(last: report_source.OpenedReport | None) -> list[tuple[str, str]]:
    """Return what the window tells where last year's report is chosen: how it was read, and what does not add up."""
    if last is None:
        return []
    return [*last.remarks, *((published.REMARK, said) for said in carry_over.imbalances(last.report))]


def last_year_lines(last: report_source.OpenedReport | None) -> list[str]:
    """Return the same as lines, with the name of the file."""
    told = [
        (place, text if len(text) <= _LONGEST else f"{text[:_LONGEST]}……") for place, text in told_of_last_year(last)
    ]
    return [_LAST_YEAR.format(name=last.path.name), *told_lines(told)] if last and told else []


def last_year_json(last: report_source.OpenedReport | None) -> dict[str, Any]:
    """Return the same as an answer in JSON has it; nothing where nothing is to be told."""
    told = told_of_last_year(last)
    return {"last_year_remarks": [{"place": place, "text": text} for place, text in told]} if told else {}
