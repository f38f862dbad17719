"""Tables whose numbers are written in Chinese characters: one item of a letter names the cause, not one each cell."""

from __future__ import annotations

from collections.abc import Sequence

from core.base.short_texts import some_of
from core.checks.findings import Finding
from core.office.collection.cell_places import place_of
from core.published.number_cells import is_in_words
from core.report.entry_text import Refused
from core.report.report import Report

PLACE = "表中数字写成中文"
_RULE = "C-04"
_FROM = 4
"""Cells from which it is one item."""
_MOST_NAMED = 4
_CHECK = "表中有{count}格的数字写成了中文（如“{example}”），这些格没有计数；请全部改成阿拉伯数字，合计也要改。"


def written_in_words(report: Report, findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings about cells with a number in Chinese characters; none where they are few."""
    found = [f for f in findings if f.rule_id == _RULE and f.cells and all(_text(report, c) for c in f.cells)]
    return found if len(found) >= _FROM else []


def told_in_words(report: Report, findings: Sequence[Finding]) -> tuple[str, str]:
    """Return what stands in the first of these cells, and what to do about all of them."""
    codes = list(dict.fromkeys(code for finding in findings for code in finding.cells))
    shown = [f"{place_of(report.form, code)}：{_text(report, code)}" for code in codes]
    example = max((_text(report, code) for code in codes[:_MOST_NAMED]), key=len)
    return some_of(shown, _MOST_NAMED, "格"), _CHECK.format(count=len(codes), example=example)


def _text(report: Report, code: str) -> str:
    """Return the number in Chinese characters that stands in a cell; "" for anything else."""
    entry = report.controls.get(code, report.cells.get(code))
    return entry.text if isinstance(entry, Refused) and is_in_words(entry.text) else ""
