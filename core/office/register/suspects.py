"""The cases to look at first where a number of table 三 is doubted, named by 登记号.

A report keeps of them the 登记号 and the words below, never anything that stands in the register.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence

from core.base.short_texts import some_of
from core.checks.findings import Finding
from core.office.register.count import RegisterCount
from core.office.register.counting import entered_parts, worth_a_look
from core.office.register.taking_over import CountedCell, cases_of
from core.report.change import Change, kept_texts, status_change
from core.report.counted_cells import kept_cases
from core.report.entry_text import entry_as_text
from core.report.report import Report

STATUS = "register_suspects"
"""Name of the fact in the status of a report."""

_MOVED = "上次计数后有变动"
_MOST = 6
_COUNTED_RULE = "C-09"
"""It says itself which numbers were changed since the count."""


def keep_suspects(report: Report, counted: RegisterCount, cells: Sequence[CountedCell]) -> Change:
    """Return what keeps why cases are worth a look: days at the turn of the year, several outcomes, moved since.

    Args:
        report: The report.
        counted: What the register counts.
        cells: Its numbers beside those of the report.
    """
    moved = {number for cell in cells for number in (*cell.more, *cell.fewer)}
    found: dict[str, str] = {}
    for cases in counted.counted.cases.values():
        for case in cases:
            number = case.key.number
            words = [worth_a_look(case, counted.year), _MOVED if number in moved else ""]
            if any(words):
                found[number] = "、".join(filter(None, words))
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    return status_change(report, {STATUS: text if found else None})


def suspects_clue(report: Report, finding: Finding) -> str:
    """Return one or two Chinese sentences on the cases behind the cells of a finding; "" where none are kept.

    Numbers that were changed since the count are named first, then the cases that are worth a look.
    """
    kept = kept_cases(report)
    if not kept:
        return ""
    is_told = finding.rule_id == _COUNTED_RULE
    changed = [] if is_told else _changed(report, finding.cells, kept.keys())
    numbers = dict.fromkeys(number for code in finding.cells for number in cases_of(report, code))
    words = kept_texts(report, STATUS)
    # What a text says is wrong of itself: the number beside it is the one that the register counts
    looked_at = [] if finding.places else [f"{number}（{words[number]}）" for number in numbers if number in words]
    said = []
    if changed:
        said.append(f"台账数出的与格中不同：{some_of(changed, _MOST, '格', between='；')}。")
    if looked_at:
        said.append(f"台账中可先看登记号{some_of(looked_at, _MOST, '件')}。")
    return "".join(said)


def _changed(report: Report, codes: Collection[str], kept: Collection[str]) -> list[str]:
    """Return the cells whose number is not that of their cases any more, totals by their parts."""
    form = report.form
    parts = dict.fromkeys(part for code in codes for part in entered_parts(form, code) if part in kept)
    counts = {code: len(cases_of(report, code)) for code in parts if form.cells[code].unit == "件"}
    return [
        f"{form.cells[code].name}：台账{count}件，格中{entry_as_text(report.cells.get(code)) or '空白'}"
        for code, count in counts.items()
        if report.cells.get(code) != count
    ]
