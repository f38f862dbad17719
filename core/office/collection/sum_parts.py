"""Which units a number of the summed report comes from; the report itself keeps it."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from decimal import Decimal

from core.base.short_texts import some_of
from core.office.collection.ledger import Ledger
from core.office.department_split import origin_at
from core.report.entry_text import Number, format_number
from core.report.report import Origin, Report
from core.report.totals import report_numbers

STATUS = "sum_parts"
"""Name of the fact in the status of a report."""

SUMMED = "逐级汇总"
"""What the origin of a sum begins with; how many units are added up stands behind it."""

_MOST_NAMED = 10
_NO_PARTS = "各单位都是0或空白。"
_PARTS = "汇总时是{total}，来自{count}个单位，其他单位是0或空白。"
_CHANGED = "现在是{now}，与汇总时不同，请核对。"
_SPOILT = (ValueError, KeyError, TypeError, IndexError, ArithmeticError, RecursionError, AttributeError)


def parts_text(ledger: Ledger, faulty: Collection[str] = ()) -> str:
    """Return the parts of all sums as the status keeps them: names once, numbers other than 0 by their unit.

    A sum of nothing but 0 has no parts, and is there all the same. ``faulty`` are the units whose reports have errors.
    """
    names = [column.name for column in ledger.summed]
    cells = {
        code: [[names.index(name), str(number)] for name, number in ledger.parts(code)]
        for code in ledger.form.cells
        if code in ledger.given
    }
    known: dict[str, object] = {"units": names, "cells": cells}
    if marked := [name for name in names if name in faulty]:
        known["faulty"] = marked
    return json.dumps(known, ensure_ascii=False, separators=(",", ":"))


def kept_parts(report: Report, code: str) -> list[tuple[str, Number]] | None:
    """Return which units give how much to a cell, a total's from those of the numbers it adds up.

    None where the report is no sum, or somebody spoilt what it keeps.
    """
    try:
        found = json.loads(report.status[STATUS])
        units, cells = found["units"], found["cells"]
        sums: dict[str, Number] = {}
        for part in _entered(report, code):
            for place, text in cells.get(part, ()):
                name = str(units[place])
                sums[name] = sums.get(name, 0) + _number(text)
    except _SPOILT:
        return None
    return [(str(name), sums[str(name)]) for name in units if str(name) in sums]


def sum_in_words(report: Report, code: str, parts: Sequence[tuple[str, Number]]) -> str:
    """Say what a sum was, and what stands there now where that differs."""
    total = sum(number for _, number in parts)
    now = report_numbers(report).get(code)
    if not parts and not now:
        return _NO_PARTS
    added = _PARTS.format(total=format_number(total), count=len(parts))
    is_other = now != total
    return added + (_CHANGED.format(now="空白" if now is None else format_number(now)) if is_other else "")


def origin_of_cell(report: Report, code: str) -> Origin | None:
    """Return which units a number of a sum comes from; None where it is noted to come from elsewhere.

    What is noted of a whole block names the units of all its cells; of a cell only its own are named.
    """
    origin, parts = origin_at(report, code), kept_parts(report, code)
    if origin is None or parts is None or not origin.department.startswith(SUMMED):
        return None
    names = some_of([f"{name}{format_number(number)}" for name, number in parts], _MOST_NAMED, between="＋")
    return origin._replace(basis="；".join(filter(None, [names, sum_in_words(report, code, parts)])))


def faulty_units(report: Report) -> list[str]:
    """Return the units whose reports had errors when they were added up; none where somebody spoilt what it keeps."""
    try:
        return [str(name) for name in json.loads(report.status[STATUS]).get("faulty", ())]
    except _SPOILT:
        return []


def kept_sums(report: Report) -> dict[str, Number]:
    """Return the sums that a report was given, by code; none where it is no sum, or somebody spoilt what it keeps."""
    try:
        cells = json.loads(report.status[STATUS])["cells"]
        return {str(code): sum((_number(text) for _, text in parts), 0) for code, parts in cells.items()}
    except _SPOILT:
        return {}


def _number(text: str) -> Number:
    number = Decimal(text)
    return int(number) if number == number.to_integral_value() else number


def _entered(report: Report, code: str) -> list[str]:
    """Return the entered cells that a cell is the sum of; itself where it is entered."""
    computed = {e.computes: e for e in reversed(report.form.equations) if e.computes}
    if code not in computed:
        return [code]
    return [entered for part, _ in computed[code].right for entered in _entered(report, part)]
