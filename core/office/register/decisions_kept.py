"""What the clerk said of single rows as the report keeps it, so that a later count need not ask again.

Only 登记号, row numbers, reasons and codes are kept, and of the row's fault a checksum: it tells whether the row is
still the one that was decided on, and says nothing about what stands in it.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from core.office.register.rows import Decisions, RowKey, UnreadRow
from core.office.register.vocabulary import OPEN, vocabulary
from core.office.register.work import RegisterWork
from core.report.change import Change, kept_json, status_change
from core.report.report import Report

STATUS = "register_decisions"
"""Name of the fact in the status of a report."""

_LEFT_OUT, _APART, _KIND, _OUTCOME = "不计", "分别计", "类别", "结果"
_COUNTED = "照样计入"


class Decided(NamedTuple):
    """One decision on one row.

    Attributes:
        fault: Checksum of why the row was not read.
        what: 不计, 分别计, 类别, 结果 or 照样计入.
        value: The reason, or the key of a column or row; "" for 分别计 and 照样计入.
    """

    number: str
    row: int
    fault: str
    what: str
    value: str


def keep_decisions(report: Report, work: RegisterWork) -> Change:
    """Return what keeps the decisions of a register in the report; those of a former count go."""
    kept = decided(work)
    text = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    return status_change(report, {STATUS: text if kept else None})


def decided(work: RegisterWork) -> list[Decided]:
    """Return what was decided, with the faults of the rows, which are those of a count without any decision.

    Raises:
        ReportError: No sheet has the columns that are needed.
    """
    said = work.decisions
    if said == Decisions():
        return []
    found = []
    for row in replace(work, decisions=Decisions()).counted.unread:
        key = row.key
        values = (
            (_LEFT_OUT, said.left_out.get(key)),
            (_APART, "" if key.number in said.apart else None),
            (_KIND, said.kinds.get(key)),
            (_OUTCOME, said.outcomes.get(key)),
            (_COUNTED, "" if key in said.counted else None),
        )
        fault = _fault(row)
        found += [Decided(key.number, key.row, fault, what, value) for what, value in values if value is not None]
    return found


def with_decisions(work: RegisterWork, kept: Sequence[Decided]) -> RegisterWork:
    """Return a register that was just read with what was decided of the rows that are as they were.

    A row whose fault is another one now, or that cannot be told from another row of its number, is asked again.

    Raises:
        ReportError: No sheet has the columns that are needed.
    """
    if not kept:
        return work
    unread = work.counted.unread
    rows = Counter(row.key.number for row in unread)
    by_number = defaultdict(list)
    for one in kept:
        by_number[one.number].append(one)
    used: Counter[str] = Counter()
    for row in unread:
        fault = _fault(row)
        for one in by_number.get(row.key.number, ()):
            is_the_row = one.row == row.key.row or (one.number and rows[one.number] == 1)
            if is_the_row and one.fault == fault:
                work = _applied(work, row.key, one)
                used[one.what] += 1
    said = "、".join(f"{what}{n}件" for what, n in used.items())
    return replace(work, told=f"以前逐行处理过、台账中没有变的，沿用以前的处理：{said}，见“已选的”。" if said else "")


def _applied(work: RegisterWork, key: RowKey, one: Decided) -> RegisterWork:
    if one.what == _LEFT_OUT:
        return work.leave_out([key], one.value)
    if one.what == _APART:
        return work.set_apart([key])
    if one.what == _COUNTED:
        return work.set_counted([key])
    return work.set_kinds({key: one.value}) if one.what == _KIND else work.set_outcomes({key: one.value})


def kept_decisions(report: Report) -> list[Decided]:
    """Return the decisions of the last count; what somebody spoilt is left out."""
    found = kept_json(report, STATUS)
    return [Decided(*one) for one in found if _is_decision(one)] if isinstance(found, list) else []


def _is_decision(one: object) -> bool:
    if not isinstance(one, list) or [type(part) for part in one] != [str, int, str, str, str]:
        return False
    what, value = one[3], one[4]
    if what in (_LEFT_OUT, _APART, _COUNTED):
        return True
    words = vocabulary()
    return value in {_KIND: [*words.kind_labels], _OUTCOME: [*words.outcome_labels, OPEN]}.get(what, ())


def _fault(row: UnreadRow) -> str:
    return hashlib.sha256(f"{row.key.sheet}\n{row.why}".encode()).hexdigest()[:16]
